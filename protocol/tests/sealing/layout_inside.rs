//! What lies inside sealed bytes, opened here from the specification alone: a second implementation of each format.

use crate::support::World;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hpke::aead::AeadCtxR;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR};
use protocol::bookmark::Bookmark;
use protocol::encoding::FixedBytes;
use protocol::gateway::{GatewayAnswer, Op, Request, open_request, seal_request};
use protocol::id::StaffId;
use protocol::kdf::{Prk, Stretching, derive_stretched};
use protocol::keys::{KemSecret, SigningSecret, StaffSecret};
use protocol::label::Label;
use protocol::vault::{AccountSecret, StaffKeys};
use zeroize::Zeroizing;

type Context = AeadCtxR<hpke::aead::ChaCha20Poly1305, HkdfSha256, XWing>;

fn open(key: &[u8; 32], nonce: [u8; 12], aad: &[u8], sealed: &[u8]) -> Vec<u8> {
    let payload = Payload { msg: sealed, aad };
    ChaCha20Poly1305::new(key.into())
        .decrypt(&Nonce::from(nonce), payload)
        .expect("opens as specified")
}

fn frame_context(seed: &[u8; 32], frame: &[u8]) -> Context {
    let secret = <XWing as Kem>::PrivateKey::from_bytes(seed).unwrap();
    let enc = <XWing as Kem>::EncappedKey::from_bytes(&frame[84..84 + 1120]).unwrap();
    let info = [b"reports/v1/gw", &frame[4..20]].concat();
    hpke::setup_receiver(&OpModeR::Base, &secret, &enc, &info).unwrap()
}

#[test]
fn gateway_request_and_answer() {
    let mut world = World::new(70);
    let seed = [0x21; 32];
    let gateway = KemSecret::from_seed(Zeroizing::new(seed));
    let sealed = world.report();
    let envelope = sealed.envelope.encode();
    let request = Request {
        mailbox: world.mailbox.id(),
        token: world.mailbox.token().clone(),
        term_code: FixedBytes([0x7c; 12]),
        op: Op::Submit {
            danger: protocol::plaintext::Danger::NotSure,
            audit_key: sealed.audit_key.clone(),
            envelope: Box::new(sealed.envelope),
        },
    };
    let (frame, _) =
        seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
    let mut context = frame_context(&seed, &frame);
    let plain = context.open(&frame[84 + 1120..], &frame[..20]).unwrap();
    assert_eq!(plain.len(), 32 * 1024 - 84 - 1120 - 16);
    let opened = open_request(&frame, world.school, &gateway).unwrap();
    assert_eq!(plain[0], 1); // op: submit
    assert_eq!(plain[1..17], world.mailbox.id().0); // mailbox
    assert_eq!(plain[17..49], **world.mailbox.token()); // token
    assert_eq!(plain[49..65], opened.nonce); // nonce
    let length = 1 + 32 + envelope.len();
    assert_eq!(plain[65..77], [0x7c; 12]); // term code
    assert_eq!(plain[77..81], u32::try_from(length).unwrap().to_be_bytes()); // length of the payload
    let (payload, zeros) = plain[81..].split_at(length);
    assert_eq!(payload[0], 2); // danger: not sure
    assert_eq!(payload[1..33], *sealed.audit_key); // audit key
    assert_eq!(payload[33..], envelope); // envelope
    assert!(zeros.iter().all(|byte| *byte == 0)); // zeros

    let answer = opened
        .answer
        .seal(&GatewayAnswer::Accepted {}, &mut world.rng)
        .unwrap();
    let mut exported = [0; 32];
    context
        .export(b"reports/v1/gw-response", &mut exported)
        .unwrap();
    let prk = Prk::derive(&answer[..32], &exported);
    let key = prk.expand(Label::GatewayAnswerKey, &[]);
    let nonce = prk.expand(Label::GatewayAnswerNonce, &[]);
    let padded = open(&key, *nonce, b"reports/v1/gw-response", &answer[32..]);
    assert_eq!(padded[..4], [0, 0, 0, 1]);
    assert_eq!(padded[4], 1); // accepted
    assert!(padded[5..].iter().all(|byte| *byte == 0));
}

#[test]
fn vault() {
    let mut world = World::new(71);
    let work = Stretching {
        memory_kib: 8,
        passes: 1,
    };
    let (staff, secret) = (StaffId::from_bytes([0xdd; 16]), Zeroizing::new([0xcc; 16]));
    let keys = StaffKeys::derive(
        "pw",
        &AccountSecret::from_bytes(secret),
        staff,
        &[0xee; 16],
        work,
    )
    .unwrap();
    let person = StaffSecret {
        kem: KemSecret::from_seed(Zeroizing::new([1; 32])),
        signing: SigningSecret::from_seed(Zeroizing::new([2; 32])),
    };
    let sealed = keys.seal(&person, staff, 3, &mut world.rng);
    assert_eq!(sealed[..4], *b"SRV1");
    assert_eq!(sealed[4..8], [0, 0, 0, 3]); // epoch
    let stretched = derive_stretched(b"pw", &[0xee; 16], work).unwrap();
    let kek: Zeroizing<[u8; 32]> =
        Prk::derive(&[0xcc; 16], stretched.as_ref()).expand(Label::StaffKek, &[0xdd; 16]);
    let context = [[0xdd; 16].as_slice(), &[0, 0, 0, 3]].concat();
    let key = Prk::derive(&sealed[8..40], kek.as_ref()).expand(Label::Vault, &context);
    let plain = open(&key, [0; 12], &context, &sealed[40..]);
    assert_eq!(plain, [[1; 32], [2; 32]].concat()); // X-Wing seed, Ed25519 seed
}

#[test]
fn bookmark() {
    let mut world = World::new(72);
    let report = world.report();
    let case = report.envelope.header().case();
    let person = StaffSecret {
        kem: KemSecret::from_seed(Zeroizing::new([1; 32])),
        signing: SigningSecret::from_seed(Zeroizing::new([2; 32])),
    };
    let bookmark = Bookmark {
        thread: report.thread.clone(),
        audit_key: Zeroizing::new([3; 32]),
    };
    let sealed = bookmark.seal(&person, case, &mut world.rng);
    assert_eq!(sealed[..4], *b"SRB1");
    let seeds = [[1; 32], [2; 32]].concat();
    let own: Zeroizing<[u8; 32]> =
        Prk::derive(b"reports/v1/reader-self", &seeds).expand(Label::Bookmark, &[]);
    let key = Prk::derive(&sealed[4..36], own.as_ref()).expand(Label::Bookmark, &case.to_bytes());
    let plain = open(&key, [0; 12], &case.to_bytes(), &sealed[36..]);
    assert_eq!(plain.len(), 96);
    assert_eq!(plain[..32], report.thread.id().0); // thread id; then its psk
    assert_eq!(plain[64..], [3; 32]); // audit key
}

#[test]
fn a_signed_body() {
    let mut world = World::new(73);
    let report = world.report();
    let case = report.envelope.header().case();
    // A follow-up has an own slot, so that its content key can be reached without psk mode.
    let follow_up = world.follow_up(case, &report.thread);
    let hh_follow_up = follow_up.header().hash();
    let own = follow_up.own().unwrap();
    let key = Prk::derive(&hh_follow_up.0, world.mailbox.self_key().as_ref())
        .expand(Label::OwnSlot, &follow_up.commitment().0);
    let content = open(&key, [0; 12], b"reports/v1/own-slot", &own.0);
    let prk = Prk::derive(&hh_follow_up.0, &content);
    let (key, prefix) = (
        prk.expand(Label::BodyKey, &[]),
        prk.expand::<7>(Label::BodyNonce, &[]),
    );
    let mut nonce = [0; 12];
    nonce[..7].copy_from_slice(prefix.as_ref());
    nonce[11] = 1; // chunk 0, and the last
    let body = open(&key, nonce, b"", follow_up.body());
    let (signature, padded) = body.split_at(64);
    let message = [
        b"reports/v1/followup-sig".as_slice(),
        &hh_follow_up.0,
        &report.thread.id().0,
        &protocol::kdf::derive_sha256(padded),
    ]
    .concat();
    let key = ed25519_dalek::VerifyingKey::from_bytes(&world.mailbox.signing().public().0).unwrap();
    let signature = ed25519_dalek::Signature::from_slice(signature).unwrap();
    assert!(key.verify_strict(&message, &signature).is_ok());
    let length = u32::from_be_bytes(padded[..4].try_into().unwrap()) as usize;
    assert_eq!(
        padded[4..4 + length],
        *b"\x01\0\0\0\x12It happened again.\0\x01"
    );
}
