//! What a malicious server can try with a directory (protocol 5), and that each try fails.

use protocol::api::SignedDirectory;
use protocol::day::Day;
use protocol::directory::{DirectoryFault, Known, VerifiedDirectory, verify};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::root::{RootSet, sign_directory};

use crate::support::{TODAY, directory, root_keys, root_set, school, secret, sign, signed};

fn poster() -> Known {
    Known {
        fingerprint: Some(root_set(school(0x11)).fingerprint()),
        least_version: 1,
        last_seen: None,
    }
}

fn check(signed: &SignedDirectory) -> Result<VerifiedDirectory, DirectoryFault> {
    verify(signed, &poster(), TODAY)
}

#[test]
fn an_honest_directory_is_believed() {
    let verified = check(&signed()).expect("honest");
    assert!(verified.is_pinned());
    assert_eq!(verified.signers().len(), 2);
    assert_eq!(verified.directory(), &directory(school(0x11)));
    assert_eq!(verified.seen(), (1, directory(school(0x11)).hash()));
    let unpinned = verify(&signed(), &Known::default(), TODAY).expect("honest");
    assert!(!unpinned.is_pinned());
}

#[test]
fn other_root_keys_are_not_the_posters() {
    let own = [secret(61), secret(62)];
    let keys = own.iter().map(|key| key.public()).collect();
    let root = RootSet::new(school(0x11), 2, keys).unwrap();
    let swapped = sign(&root, &directory(school(0x11)), &own);
    assert_eq!(check(&swapped).unwrap_err(), DirectoryFault::Fingerprint);
    // Without the poster the swap cannot be seen: that is what the poster is for (model m8).
    assert!(verify(&swapped, &Known::default(), TODAY).is_ok());
}

#[test]
fn a_lower_threshold_is_another_root_set() {
    let [first, ..] = root_keys();
    let keys = root_set(school(0x11)).keys().to_vec();
    let root = RootSet::new(school(0x11), 1, keys).unwrap();
    let lowered = sign(&root, &directory(school(0x11)), &[first]);
    assert_eq!(check(&lowered).unwrap_err(), DirectoryFault::Fingerprint);
}

#[test]
fn nobody_counts_twice() {
    let directory = directory(school(0x11));
    let root = root_set(school(0x11));
    let [first, second, _] = root_keys();
    for signers in [
        vec![],
        vec![first.clone()],
        vec![first.clone(), first.clone()],
    ] {
        let few = sign(&root, &directory, &signers);
        assert_eq!(check(&few).unwrap_err(), DirectoryFault::Signatures);
    }
    // A stranger's signature, and one's own under another's name.
    let mut few = sign(&root, &directory, &[first.clone(), secret(99)]);
    assert_eq!(check(&few).unwrap_err(), DirectoryFault::Signatures);
    few.signatures[1] = sign_directory(&first, &directory.hash());
    few.signatures[1].root_key = second.public();
    assert_eq!(check(&few).unwrap_err(), DirectoryFault::Signatures);
    // All three, one of them repeated, in any order, is enough.
    let [a, b, c] = root_keys();
    let many = sign(&root, &directory, &[c, a.clone(), b, a]);
    assert_eq!(check(&many).map(|verified| verified.signers().len()), Ok(3));
}

#[test]
fn a_pile_of_signatures_is_not_worth_checking() {
    let mut pile = signed();
    let stranger = sign_directory(&secret(99), &directory(school(0x11)).hash());
    pile.signatures.resize(10_000, stranger);
    assert_eq!(check(&pile).unwrap_err(), DirectoryFault::Signatures);
}

#[test]
fn a_small_order_key_signs_nothing() {
    // The neutral element as public key accepts R = 0, s = 0 for every message unless checked strictly.
    let mut weak = [0; 32];
    weak[0] = 1;
    let root = RootSet::new(school(0x11), 1, vec![FixedBytes(weak)]).unwrap();
    let mut forged = sign(&root, &directory(school(0x11)), &[]);
    let mut signature = [0; 64];
    signature[0] = 1;
    forged.signatures = vec![protocol::api::RootSignature {
        root_key: FixedBytes(weak),
        signature: FixedBytes(signature),
    }];
    let fault = verify(&forged, &Known::default(), TODAY).unwrap_err();
    assert_eq!(fault, DirectoryFault::Signatures);
}

#[test]
fn a_frozen_directory_dies() {
    let last = directory(school(0x11)).expires_day;
    assert!(verify(&signed(), &poster(), last).is_ok());
    let fault = verify(&signed(), &poster(), Day(last.0 + 1)).unwrap_err();
    assert_eq!(fault, DirectoryFault::Expired);
}

#[test]
fn an_older_version_is_a_rollback() {
    let newer_poster = Known {
        least_version: 2,
        ..poster()
    };
    let fault = verify(&signed(), &newer_poster, TODAY).unwrap_err();
    assert_eq!(fault, DirectoryFault::RolledBack);
    let seen = Known {
        last_seen: Some((2, FixedBytes([0; 32]))),
        ..poster()
    };
    assert_eq!(
        verify(&signed(), &seen, TODAY).unwrap_err(),
        DirectoryFault::RolledBack
    );
}

#[test]
fn two_directories_of_one_version_are_a_fork() {
    let first = check(&signed()).unwrap();
    let mut other = directory(school(0x11));
    other.entries[0].place = "Room 13".into();
    let [a, b, _] = root_keys();
    let fork = sign(&root_set(school(0x11)), &other, &[a, b]);
    let seen = Known {
        last_seen: Some(first.seen()),
        ..poster()
    };
    assert_eq!(
        verify(&fork, &seen, TODAY).unwrap_err(),
        DirectoryFault::Forked
    );
    assert!(verify(&signed(), &seen, TODAY).is_ok());
}

#[test]
fn readers_cannot_be_reordered_renamed_or_left_out() {
    let changes: [fn(&mut protocol::directory::Directory); 4] = [
        |d| d.entries.swap(0, 1),
        |d| d.entries.rotate_left(1),
        |d| d.entries.truncate(1),
        |d| {
            let name = d.entries[0].name.clone();
            d.entries[0].name = std::mem::replace(&mut d.entries[1].name, name);
        },
    ];
    for change in changes {
        let mut moved = directory(school(0x11));
        change(&mut moved);
        let forged = SignedDirectory {
            directory: Bytes(moved.encode().unwrap()),
            ..signed()
        };
        assert_eq!(check(&forged).unwrap_err(), DirectoryFault::Signatures);
    }
}

#[test]
fn another_schools_directory_is_not_this_schools() {
    let [a, b, _] = root_keys();
    let other = sign(
        &root_set(school(0x22)),
        &directory(school(0x22)),
        &[a.clone(), b.clone()],
    );
    assert_eq!(check(&other).unwrap_err(), DirectoryFault::Fingerprint);
    // The same people hold both schools' root keys: the directory still names its school.
    let crossed = sign(&root_set(school(0x11)), &directory(school(0x22)), &[a, b]);
    assert_eq!(check(&crossed).unwrap_err(), DirectoryFault::OtherSchool);
}

#[test]
fn any_flipped_bit_fails() {
    let honest = signed();
    let flipped = |change: &dyn Fn(&mut SignedDirectory)| {
        let mut forged = honest.clone();
        change(&mut forged);
        assert!(check(&forged).is_err());
    };
    for bit in 0..honest.root.0.len() * 8 {
        flipped(&|forged| forged.root.0[bit / 8] ^= 1 << (bit % 8));
    }
    for bit in 0..honest.directory.0.len() * 8 {
        flipped(&|forged| forged.directory.0[bit / 8] ^= 1 << (bit % 8));
    }
    for signature in 0..honest.signatures.len() {
        for bit in 0..512 {
            flipped(&|forged| forged.signatures[signature].signature.0[bit / 8] ^= 1 << (bit % 8));
        }
        for bit in 0..256 {
            flipped(&|forged| forged.signatures[signature].root_key.0[bit / 8] ^= 1 << (bit % 8));
        }
    }
    for length in 0..honest.directory.0.len() {
        flipped(&|forged| forged.directory.0.truncate(length));
    }
    flipped(&|forged| forged.directory.0.push(0));
}
