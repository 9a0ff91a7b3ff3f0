//! Properties over many inputs: what is sealed opens to itself; decoders never panic and accept one form only.

use crate::support::{World, refused};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use protocol::bookmark::Bookmark;
use protocol::encoding::FixedBytes;
use protocol::envelope::Envelope;
use protocol::gateway::open_request;
use protocol::header::{DirectoryRef, Header, Kind, Place};
use protocol::id::{CaseId, MessageId, SchoolId, StaffId};
use protocol::keys::{KemPublic, KemSecret};
use protocol::kit;
use protocol::notice::{Notice, StaffNotice, fit_title};
use protocol::padding::{TEXT_BUCKETS, bucket, pad, unpad};
use protocol::plaintext::{FollowUp, Note, Plaintext, Reply, Report, State, Urgency};
use protocol::receipt_code::ReceiptCode;
use protocol::vault::AccountSecret;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use zeroize::Zeroizing;

fn kinds() -> impl Strategy<Value = Kind> {
    (1_u8..=5).prop_map(|byte| Kind::from_byte(byte).unwrap())
}

prop_compose! {
    fn headers()(
        kind in kinds(),
        ids in any::<[[u8; 16]; 3]>(),
        version in any::<u32>(),
        hash in any::<[u8; 32]>(),
        size in 0_usize..4,
        keys in btree_set(any::<[u8; 16]>(), 1..20),
    ) -> Header {
        let place = Place {
            school: SchoolId::from_bytes(ids[0]),
            case: CaseId::from_bytes(ids[1]),
            message: MessageId::from_bytes(ids[2]),
            directory: DirectoryRef { version, hash: FixedBytes(hash) },
        };
        let keys = keys.into_iter().map(FixedBytes).collect();
        Header::new(kind, place, TEXT_BUCKETS[size], keys).unwrap()
    }
}

// R32
proptest! {
    #[test]
    fn headers_round_trip(header in headers()) {
        prop_assert_eq!(Header::decode(&header.encode()), Ok(header));
    }

    #[test]
    fn padding_round_trips(data in vec(any::<u8>(), 0..9_000)) {
        let size = bucket(data.len()).unwrap() as usize;
        let padded = pad(&data, size).unwrap();
        prop_assert_eq!(padded.len(), size);
        prop_assert_eq!(unpad(&padded), Ok(data.as_slice()));
    }

    #[test]
    fn notices_round_trip(
        header in headers(),
        state in 1_u8..=7,
        urgency in 0_u8..=4,
        owner in any::<Option<prop::sample::Index>>(),
        due in proptest::option::of(1_u32..),
        title in ".{0,60}",
        categories in vec(any::<u16>(), 0..=3),
    ) {
        let notice = StaffNotice {
            state: State::from_byte(state).unwrap(),
            urgency: Urgency::from_byte(urgency),
            owner: owner.map(|index| *index.get(header.keys())),
            due_day: due,
            title: fit_title(&title),
            categories,
        };
        let bytes = Notice::Staff(notice.clone()).encode(header.keys()).unwrap();
        match (Notice::decode(&bytes, &header, false), header.kind()) {
            (Ok(Notice::Staff(found)), _) => prop_assert_eq!(found, notice),
            // What a pupil said, and what was handed over, have notices of their own.
            (_, Kind::Report | Kind::FollowUp | Kind::Rewrap) => {}
            _ => prop_assert!(false, "a staff notice"),
        }
    }

    #[test]
    fn canonical_bytes_are_the_only_bytes(header in headers(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = header.encode();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(decoded) = Header::decode(&bytes) {
            prop_assert_eq!(decoded.encode(), bytes);
        }
    }

    #[test]
    fn decoders_never_panic(bytes in vec(any::<u8>(), 0..3_000)) {
        let _ = Header::decode(&bytes);
        let _ = Envelope::decode(&bytes);
        let _ = unpad(&bytes);
        let _ = KemPublic::from_bytes(&bytes);
        let _ = (Report::from_bytes(&bytes).is_ok(), FollowUp::from_bytes(&bytes).is_ok());
        let _ = (Reply::from_bytes(&bytes).is_ok(), Note::from_bytes(&bytes).is_ok());
        let text = String::from_utf8_lossy(&bytes);
        let _ = ReceiptCode::parse(&text).is_ok();
        let _ = (kit::read_account(&text).is_ok(), kit::read_root(&text).is_ok());
    }

    #[test]
    fn decoders_never_panic_on_what_looks_right(header in headers(), tail in vec(any::<u8>(), 0..12_000)) {
        let mut bytes = header.encode();
        bytes.extend(tail);
        let _ = Envelope::decode(&bytes);
    }

    #[test]
    fn notices_never_panic(header in headers(), bytes in any::<[u8; 32]>(), more in any::<[u8; 32]>(), pupil in any::<bool>()) {
        let mut notice = [0; 64];
        notice[..32].copy_from_slice(&bytes);
        notice[32..].copy_from_slice(&more);
        notice[0] = 1;
        if let Ok(found) = Notice::decode(&notice, &header, pupil) {
            let again = found.encode(header.keys()).unwrap();
            prop_assert_eq!(*again, notice);
        }
    }

    #[test]
    fn receipt_codes_round_trip(seed in any::<u64>()) {
        let code = ReceiptCode::make(&mut ChaCha20Rng::seed_from_u64(seed));
        let parsed = ReceiptCode::parse(&code.words().join(" "));
        prop_assert!(parsed.is_ok_and(|parsed| parsed.words() == code.words()));
    }

    #[test]
    fn kits_round_trip(secret in any::<[u8; 16]>(), seed in any::<[u8; 32]>()) {
        let secret = AccountSecret::from_bytes(Zeroizing::new(secret));
        let read = kit::read_account(&kit::write_account(&secret));
        prop_assert!(read.is_ok_and(|read| read.as_bytes() == secret.as_bytes()));
        prop_assert!(kit::read_root(&kit::write_root(&seed)).is_ok_and(|read| *read == seed));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn reports_round_trip(seed in any::<u64>(), text in "\\PC{0,3000}") {
        let mut world = World::new(seed);
        let case = CaseId::make(&mut world.rng);
        let place = world.place(case);
        let sealed = world.report_at(place, &text).unwrap();
        let envelope = Envelope::decode(&sealed.envelope.encode());
        prop_assert_eq!(envelope.as_ref(), Ok(&sealed.envelope));
        prop_assert_eq!(world.open(&sealed).report.text, text);
    }

    #[test]
    fn openers_never_panic(seed in any::<u64>(), bytes in vec(any::<u8>(), 0..400)) {
        let mut world = World::new(seed);
        let case = CaseId::make(&mut world.rng);
        prop_assert!(refused(Bookmark::open(&bytes, &world.lead, case)));
        let mut frame = bytes.clone();
        frame.resize(32 * 1024, 0);
        frame[..4].copy_from_slice(b"SRG1");
        frame[4..20].copy_from_slice(&world.school.to_bytes());
        let gateway = KemSecret::make(&mut world.rng);
        prop_assert!(refused(open_request(&frame, world.school, &gateway)));
        let secret = AccountSecret::make(&mut world.rng);
        let staff = StaffId::make(&mut world.rng);
        let work = protocol::kdf::Stretching { memory_kib: 8, passes: 1 };
        let keys = protocol::vault::StaffKeys::derive("x", &secret, staff, &[0; 16], work).unwrap();
        let mut vault = b"SRV1".to_vec();
        vault.extend(bytes);
        prop_assert!(refused(keys.open(&vault, staff)));
    }
}
