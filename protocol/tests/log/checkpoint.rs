//! Checkpoints: published notes, round trip, and one reading per text.

use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use protocol::checkpoint::{
    Checkpoint, CheckpointFault, key_hash, sign, split_note, verifier_key, verify,
};
use protocol::encoding::FixedBytes;
use protocol::keys::{SigningSecret, verify_note};
use zeroize::Zeroizing;

use crate::support::secret;

fn checkpoint() -> Checkpoint {
    Checkpoint {
        origin: "sotto.example/log".into(),
        size: 42,
        root: FixedBytes([5; 32]),
    }
}

fn signed() -> String {
    sign(&checkpoint(), &secret(9)).expect("the origin can be a key name")
}

fn check(note: &str) -> Result<Checkpoint, CheckpointFault> {
    verify(note, &secret(9).public(), Some("sotto.example/log"))
}

fn key(verifier: &str) -> (String, [u8; 4], FixedBytes<32>) {
    let mut parts = verifier.splitn(3, '+');
    let (name, hash, encoded) = (
        parts.next().expect("three parts"),
        parts.next().expect("three parts"),
        parts.next().expect("three parts"),
    );
    let bytes = Base64::decode_vec(encoded).expect("base64");
    let hash = u32::from_str_radix(hash, 16).expect("hex").to_be_bytes();
    (
        name.into(),
        hash,
        FixedBytes(bytes[1..].try_into().expect("32 bytes")),
    )
}

// The worked example of the note format in the documentation of Go's golang.org/x/mod/sumdb/note.
const NOTE: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n\n\
    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const NOTE_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const NOTE_SECRET: &str = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

#[test]
fn the_published_example_of_a_signed_note() {
    let (name, hash, public) = key(NOTE_KEY);
    assert_eq!(key_hash(&name, &public), hash);
    assert_eq!(verifier_key(&name, &public), NOTE_KEY);
    let (text, signatures) = split_note(NOTE).expect("a note");
    assert_eq!(signatures.len(), 1);
    assert_eq!((&signatures[0].name, signatures[0].key_hash), (&name, hash));
    let signature = FixedBytes(signatures[0].signature.as_slice().try_into().unwrap());
    assert!(verify_note(&public, text.as_bytes(), &signature).is_ok());
    let seed = Base64::decode_vec(NOTE_SECRET).unwrap();
    let secret = SigningSecret::from_seed(Zeroizing::new(seed[1..].try_into().unwrap()));
    assert_eq!(secret.public(), public);
    assert_eq!(secret.sign_note(text.as_bytes()), signature);
}

#[test]
fn a_real_checkpoint_of_gos_checksum_database() {
    let (name, hash, public) =
        key("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
    let text = "go.sum database tree\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let line = "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=";
    assert_eq!(key_hash(&name, &public), hash);
    let note = format!("{text}\n— {name} {line}\n");
    let (body, signatures) = split_note(&note).expect("a note");
    assert_eq!((body, signatures[0].key_hash), (text, hash));
    let signature = FixedBytes(signatures[0].signature.as_slice().try_into().unwrap());
    assert!(verify_note(&public, body.as_bytes(), &signature).is_ok());
}

#[test]
fn a_signed_checkpoint_comes_back() {
    let note = signed();
    assert!(note.starts_with("sotto.example/log\n42\nBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=\n\n— sotto.example/log "));
    assert_eq!(check(&note), Ok(checkpoint()));
    assert_eq!(verify(&note, &secret(9).public(), None), Ok(checkpoint()));
}

#[test]
fn only_this_logs_key_counts() {
    let note = signed();
    let other = verify(&note, &secret(8).public(), None);
    assert_eq!(other, Err(CheckpointFault::Signature));
    let other = verify(&note, &secret(9).public(), Some("other.example/log"));
    assert_eq!(other, Err(CheckpointFault::OtherLog));
    for origin in ["", "two words", "plus+sign", "line\nbreak"] {
        let odd = Checkpoint {
            origin: origin.into(),
            ..checkpoint()
        };
        assert_eq!(sign(&odd, &secret(9)), None);
    }
}

#[test]
fn witnesses_may_stand_beside_the_log() {
    let witness = "— witness.example/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    assert_eq!(check(&format!("{}{witness}", signed())), Ok(checkpoint()));
    let many = format!("{}{}", signed(), witness.repeat(200));
    assert_eq!(check(&many), Err(CheckpointFault::Malformed));
    for (from, to) in [
        ("w1", "w\u{1}"),
        ("w1", "w+1"),
        ("qnA==", "qnB=="),
        ("qnA==", "qnA"),
    ] {
        let odd = format!("{}{}", signed(), witness.replacen(from, to, 1));
        assert_eq!(check(&odd), Err(CheckpointFault::Malformed), "{odd}");
    }
    let alone = format!("{}\n{witness}", checkpoint().text());
    assert_eq!(check(&alone), Err(CheckpointFault::Signature));
}

#[test]
fn one_reading_per_text() {
    let note = signed();
    let root = "BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=";
    for (from, to) in [
        ("\n42\n", "\n+42\n"),
        ("\n42\n", "\n042\n"),
        ("\n42\n", "\n 42\n"),
        ("\n42\n", "\n0x2a\n"),
        ("\n42\n", "\n-1\n"),
        ("\n42\n", "\n18446744073709551616\n"),
        ("\n42\n", "\n\n"),
        ("\n42\n", "\r\n42\n"),
        ("sotto.example/log\n", "\n"),
        ("sotto.example/log\n", "sotto example\n"),
        (root, "BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQV="),
        (root, "BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"),
        (root, "BQUF"),
        (root, ""),
        ("=\n\n", "=\nextension line\n\n"),
        ("=\n\n", "=\n"),
        ("\n\n— ", "\n\n- "),
        ("\n\n— ", "\n\n—  "),
        ("\n\n— ", "\n\n\u{2014}"),
    ] {
        let other = note.replacen(from, to, 1);
        assert_ne!(other, note);
        assert_eq!(check(&other), Err(CheckpointFault::Malformed), "{other:?}");
    }
    for other in [
        String::new(),
        "\n".into(),
        "\n\n".into(),
        note.trim_end().into(),
        format!("{note}\n"),
        format!("{note}trailing\n"),
        format!("\n{note}"),
        note.replace('\n', "\r\n"),
        "x".repeat(20_000),
    ] {
        assert_eq!(check(&other), Err(CheckpointFault::Malformed), "{other:?}");
    }
}

#[test]
fn any_flipped_bit_fails() {
    let note = signed();
    for bit in 0..note.len() * 8 {
        let mut bytes = note.clone().into_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let Ok(other) = String::from_utf8(bytes) else {
            continue;
        };
        assert!(check(&other).is_err(), "{other:?}");
    }
}

proptest! {
    #[test]
    fn any_checkpoint_comes_back(size: u64, root: [u8; 32], origin in "[a-z./-]{1,60}") {
        let checkpoint = Checkpoint { origin, size, root: FixedBytes(root) };
        let note = sign(&checkpoint, &secret(9)).expect("a key name");
        prop_assert_eq!(Checkpoint::parse(&checkpoint.text()), Ok(checkpoint.clone()));
        prop_assert_eq!(verify(&note, &secret(9).public(), None), Ok(checkpoint));
    }

    #[test]
    fn foreign_text_never_panics(text in "(?s).{0,200}") {
        let _ = split_note(&text);
        prop_assert!(check(&text).is_err());
    }
}
