//! What is moved to another device: one length, one secret, one school.

use crate::support::refused;
use hex_literal::hex;
use proptest::prelude::*;
use protocol::api::limit::GATEWAY;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::gateway::{GatewayAnswer, Op, Request, open_request, seal_request};
use protocol::id::SchoolId;
use protocol::kdf::derive_sha256;
use protocol::keys::KemSecret;
use protocol::moved::{MOST, MoveSecret, SEALED_LEN};
use protocol::term_code::NO_TERM_CODE;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use zeroize::Zeroizing;

fn school() -> SchoolId {
    SchoolId::from_bytes([0x11; 16])
}

fn secret(seed: u8) -> MoveSecret {
    MoveSecret::make(&mut ChaCha20Rng::from_seed([seed; 32]))
}

/// Worked out by a program of its own, in another language, from protocol 3.6 alone.
#[test]
fn the_vector_of_the_specification_holds() {
    let secret = MoveSecret::read("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").unwrap();
    assert_eq!(
        secret.id(),
        FixedBytes(hex!("5127fe90f1fc2e5f24b25b74816a8808"))
    );
    let sealed = secret.seal(school(), b"moved").unwrap();
    assert_eq!(
        derive_sha256(&sealed),
        hex!("74983e327f2e45ed2b9b1b236bd840ec79737907fae6729364102c58535e0030")
    );
    assert_eq!(**secret.open(school(), &sealed).unwrap(), *b"moved");
}

// M8
#[test]
fn it_opens_under_its_own_secret_at_its_own_school_whole() {
    let secret = secret(1);
    let sealed = secret.seal(school(), b"CANARY").unwrap();
    assert_eq!(sealed.len(), SEALED_LEN);
    assert!(refused(self::secret(2).open(school(), &sealed)));
    assert!(refused(
        secret.open(SchoolId::from_bytes([0x12; 16]), &sealed)
    ));
    for length in [0, 3, 4, 20, SEALED_LEN - 1] {
        assert!(refused(secret.open(school(), &sealed[..length])));
    }
    assert!(refused(
        secret.open(school(), &[sealed.as_slice(), &[0]].concat())
    ));
    for at in [0, 3, 4, 5, 40, 1_000, SEALED_LEN - 17, SEALED_LEN - 1] {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(refused(secret.open(school(), &changed)), "byte {at}");
    }
    assert!(secret.seal(school(), &vec![1; MOST]).is_ok());
    assert!(secret.seal(school(), &vec![1; MOST + 1]).is_err());
}

// M8, IMP-C3: whoever reads the line cannot tell moving from looking into a mailbox.
#[test]
fn moving_is_as_long_as_looking() {
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let gateway = KemSecret::make(&mut rng);
    let secret = secret(4);
    let sealed = Bytes(secret.seal(school(), &vec![7; MOST]).unwrap());
    let leave = Op::Leave {
        sealed: sealed.clone(),
    };
    for op in [leave, Op::Take, Op::Look] {
        let is_leave = matches!(op, Op::Leave { .. });
        let request = Request {
            mailbox: secret.id(),
            token: Zeroizing::default(),
            term_code: NO_TERM_CODE,
            op,
        };
        let (frame, ours) = seal_request(school(), &gateway.public(), &request, &mut rng).unwrap();
        assert_eq!(frame.len(), GATEWAY[0]);
        let opened = open_request(&frame, school(), &gateway).unwrap();
        assert_eq!(opened.request.mailbox, secret.id());
        match opened.request.op {
            Op::Leave { sealed: came } => assert!(is_leave && came == sealed),
            Op::Take | Op::Look => assert!(!is_leave),
            _ => panic!("another operation"),
        }
        let here = GatewayAnswer::Here {
            sealed: sealed.clone(),
        };
        for answer in [
            here,
            GatewayAnswer::Waiting,
            GatewayAnswer::Taken,
            GatewayAnswer::NothingLeft,
        ] {
            let bytes = opened.answer.seal(&answer, &mut rng).unwrap();
            assert_eq!(bytes.len(), GATEWAY[0]);
            assert_eq!(ours.open(&bytes).ok(), Some(answer));
        }
    }
    // Another length is not a thing to keep.
    let odd = Request {
        mailbox: secret.id(),
        token: Zeroizing::default(),
        term_code: NO_TERM_CODE,
        op: Op::Leave {
            sealed: Bytes(sealed.0[1..].to_vec()),
        },
    };
    let (frame, _) = seal_request(school(), &gateway.public(), &odd, &mut rng).unwrap();
    assert!(refused(open_request(&frame, school(), &gateway)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn what_goes_in_comes_out(data in proptest::collection::vec(any::<u8>(), 0..2_000), seed: u8, other: u8) {
        let (right, wrong) = (secret(seed), secret(other));
        let sealed = right.seal(school(), &data).unwrap();
        prop_assert_eq!(sealed.len(), SEALED_LEN);
        let opened = right.open(school(), &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), data.as_slice());
        prop_assert_eq!(wrong.open(school(), &sealed).is_ok(), seed == other);
        prop_assert_eq!(MoveSecret::read(&right.write()).unwrap().id(), right.id());
    }

    #[test]
    fn an_address_is_a_secret_or_none(text in ".{0,60}") {
        if let Some(secret) = MoveSecret::read(&text) {
            let written = secret.write();
            prop_assert_eq!(written.as_str(), text.as_str());
        }
    }
}
