//! Sealed things: what is around the ciphertext, and what a stranger could have sealed inside.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeS, Serializable};
use protocol::bookmark::{self, Bookmark};
use protocol::day::Timestamp;
use protocol::encoding::FixedBytes;
use protocol::envelope::Envelope;
use protocol::gateway::{FRAME_HEAD_LEN, GatewayAnswer, open_request, school_of};
use protocol::header::{DirectoryRef, Header, Kind, Place};
use protocol::id::{CaseId, MessageId, SchoolId, StaffId};
use protocol::kdf::Stretching;
use protocol::keys::{KemPublic, KemSecret, SigningSecret, StaffSecret};
use protocol::moved::{self, MoveSecret};
use protocol::notice::{NOTICE_LEN, Notice};
use protocol::padding::{pad, unpad};
use protocol::puzzle::{
    CHALLENGE_LEN, Price, Solver, check_challenge, derive_puzzle_key, derive_subject, put_puzzle,
    puzzle_of,
};
use protocol::received::Received;
use protocol::recovery::ShareSet;
use protocol::recovery::ask::Ask;
use protocol::recovery::drill::{Piece, check};
use protocol::recovery::gift::Gift;
use protocol::vault::{self, AccountSecret, StaffKeys};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use zeroize::Zeroizing;

fn school() -> SchoolId {
    SchoolId::from_bytes([0x11; 16])
}

fn secret() -> KemSecret {
    KemSecret::from_seed(Zeroizing::new([7; 32]))
}

fn staff() -> StaffSecret {
    StaffSecret {
        kem: secret(),
        signing: SigningSecret::from_seed(Zeroizing::new([8; 32])),
    }
}

/// An envelope, and the attempt to open it through its first slot.
pub fn envelope(bytes: &[u8]) {
    if let Ok(envelope) = Envelope::decode(bytes) {
        assert_eq!(envelope.encode(), bytes);
        let received = Received::from_envelope(&envelope, Some(0));
        let _ = received.open_report(&secret());
    }
}

/// A header by itself.
pub fn header(bytes: &[u8]) {
    if let Ok(header) = Header::decode(bytes) {
        assert_eq!(header.encode(), bytes);
    }
}

/// A notice as each kind of envelope could carry it.
pub fn notice(bytes: &[u8]) {
    let Some(notice) = bytes.first_chunk::<NOTICE_LEN>() else {
        return;
    };
    let place = Place {
        school: school(),
        case: CaseId::from_bytes([1; 16]),
        message: MessageId::from_bytes([2; 16]),
        directory: DirectoryRef {
            version: 1,
            hash: FixedBytes([3; 32]),
        },
    };
    for kind in [
        Kind::Report,
        Kind::FollowUp,
        Kind::Reply,
        Kind::Note,
        Kind::Rewrap,
    ] {
        let keys = vec![FixedBytes([4; 16]), FixedBytes([5; 16])];
        let header = Header::new(kind, place, 8_192, keys).expect("a possible header");
        for for_pupil in [false, true] {
            if let Ok(read) = Notice::decode(notice, &header, for_pupil) {
                let written = read.encode(header.keys()).expect("as it was read");
                assert_eq!(written.as_slice(), notice);
            }
        }
    }
}

/// A gateway frame as it comes from the network.
pub fn gateway_frame(bytes: &[u8]) {
    let mut frame = bytes.to_vec();
    // Only two lengths are looked into at all.
    for size in [bytes.len(), 32 * 1024, 96 * 1024] {
        frame.resize(size, 0);
        let _ = school_of(&frame);
        assert!(open_request(&frame, school(), &secret()).is_err());
    }
}

/// A challenge that a server could have sent, solved when it is cheap, and the place of a puzzle in a frame.
pub fn puzzle(bytes: &[u8]) {
    if let Some(challenge) = bytes.first_chunk::<CHALLENGE_LEN>() {
        let challenge = FixedBytes(*challenge);
        let cheap = Price {
            bits: 3,
            memory_kib: 64,
        };
        if let Ok(mut solver) = Solver::new(&challenge, [1; 32], 0, cheap) {
            let _ = solver.try_some(2);
            assert!(solver.percent() < 100);
        }
        let key = derive_puzzle_key(&[1; 32], school());
        assert!(check_challenge(&key, &challenge, Timestamp(0), u32::MAX).is_err());
    }
    let mut frame = bytes.to_vec();
    let before = puzzle_of(&frame);
    if let Some((challenge, answer)) = before {
        assert!(put_puzzle(&mut frame, &challenge, answer));
        assert_eq!(frame, bytes);
    }
    let _ = derive_subject(bytes);
}

/// What a stranger could have sealed to the gateway: the frame opens, its content is anything.
pub fn gateway_request(bytes: &[u8]) {
    let mut plain = bytes.to_vec();
    plain.resize(32 * 1024 - FRAME_HEAD_LEN - 1120 - 16, 0);
    let mut frame = b"SRG1".to_vec();
    frame.extend(school().to_bytes());
    let public = <XWing as Kem>::PublicKey::from_bytes(&secret().public().to_bytes());
    let info = [b"reports/v1/gw".as_slice(), &school().to_bytes()].concat();
    let (enc, mut context) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &public.expect("our own key"),
        &info,
        &mut ChaCha20Rng::from_seed([6; 32]),
    )
    .expect("our own key encapsulates");
    let sealed = context.seal(&plain, &frame).expect("short enough");
    frame.resize(FRAME_HEAD_LEN, 0);
    frame.extend_from_slice(&enc.to_bytes());
    frame.extend_from_slice(&sealed);
    let _ = open_request(&frame, school(), &secret());
}

/// What a server could have sealed as an answer, and the messages inside it.
pub fn gateway_answer(bytes: &[u8]) {
    let Some(answer) = super::typed::same::<GatewayAnswer>(bytes) else {
        return;
    };
    if let GatewayAnswer::Mailbox(view) = answer {
        for message in &view.messages {
            if let Ok(received) = Received::from_mailbox(message, school(), view.case) {
                let _ = received.open_notice(&secret(), None);
            }
        }
    }
}

/// Padding.
pub fn padding(bytes: &[u8]) {
    if let Ok(data) = unpad(bytes) {
        let again = pad(data, bytes.len()).expect("it was that long");
        assert_eq!(again.as_slice(), bytes);
    }
}

/// A public key.
pub fn public_key(bytes: &[u8]) {
    let mut long = bytes.to_vec();
    for size in [bytes.len(), 1216] {
        long.resize(size, 0);
        if let Ok(key) = KemPublic::from_bytes(&long) {
            assert_eq!(key.to_bytes(), long);
        }
    }
}

/// A sealed vault.
pub fn vault(bytes: &[u8]) {
    let work = Stretching {
        memory_kib: 8,
        passes: 1,
    };
    let id = StaffId::from_bytes([1; 16]);
    let secret = AccountSecret::from_bytes(Zeroizing::new([2; 16]));
    let keys = StaffKeys::derive("password", &secret, id, &[3; 16], work).expect("8 KiB");
    let mut long = bytes.to_vec();
    for size in [bytes.len(), vault::SEALED_LEN] {
        long.resize(size, 0);
        assert!(keys.open(&long, id).is_err());
    }
}

/// Recovery shares, requests, shares given on and pieces of a drill.
pub fn recovery(bytes: &[u8]) {
    if let Ok(set) = ShareSet::decode(bytes) {
        assert_eq!(set.encode(), bytes);
        assert!(set.open_slot(&secret()).is_err());
        let _ = check(&set, &[]);
    }
    if let Ok(ask) = Ask::decode(bytes) {
        assert_eq!(ask.encode(), bytes);
    }
    if let Ok(gift) = Gift::decode(bytes) {
        assert_eq!(gift.encode(), bytes);
    }
    if let Ok(piece) = Piece::decode(bytes) {
        assert_eq!(piece.encode(), bytes);
    }
}

/// A sealed bookmark.
pub fn bookmark(bytes: &[u8]) {
    let mut long = bytes.to_vec();
    for size in [bytes.len(), bookmark::SEALED_LEN] {
        long.resize(size, 0);
        assert!(Bookmark::open(&long, &staff(), CaseId::from_bytes([1; 16])).is_err());
    }
}

/// What is moved to another device, and the secret in an address.
pub fn moved(bytes: &[u8]) {
    let secret = MoveSecret::make(&mut ChaCha20Rng::from_seed([9; 32]));
    let mut long = bytes.to_vec();
    for size in [bytes.len(), moved::SEALED_LEN] {
        long.resize(size, 0);
        assert!(secret.open(school(), &long).is_err());
    }
    let text = core::str::from_utf8(bytes).unwrap_or_default();
    if let Some(secret) = MoveSecret::read(text) {
        assert_eq!(secret.write().as_str(), text);
    }
}
