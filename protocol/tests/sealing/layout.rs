//! The byte formats field by field: these tests are the documentation of the layouts.

use crate::support::World;
use hex_literal::hex;
use protocol::api::limit::GATEWAY;
use protocol::encoding::FixedBytes;
use protocol::envelope::{Envelope, envelope_len};
use protocol::error::{DecodeError, SealError};
use protocol::gateway::{FRAME_HEAD_LEN, Op, Request, seal_request};
use protocol::header::{DirectoryRef, FIXED_LEN, Header, Kind, Place};
use protocol::id::{CaseId, MessageId, SchoolId};
use protocol::keys::KemSecret;
use protocol::notice::{FollowUpNotice, Notice, PupilNotice, ReportNotice, StaffNotice, fit_title};
use protocol::plaintext::{About, Danger, State, Urgency};
use protocol::term_code::NO_TERM_CODE;
use protocol::{bookmark, vault};
use zeroize::Zeroizing;

fn header(kind: Kind) -> Header {
    let place = Place {
        school: SchoolId::from_bytes([0x11; 16]),
        case: CaseId::from_bytes([0x22; 16]),
        message: MessageId::from_bytes([0x33; 16]),
        directory: DirectoryRef {
            version: 7,
            hash: FixedBytes([0x44; 32]),
        },
    };
    let keys = vec![FixedBytes([0x55; 16]), FixedBytes([0x66; 16])];
    Header::new(kind, place, 8192, keys).unwrap()
}

const HEADER: [u8; 127] = hex!(
    "53524531"                                                         // "SRE1"
    "01"                                                               // suite
    "01"                                                               // kind: first report
    "11111111111111111111111111111111"                                 // school
    "22222222222222222222222222222222"                                 // case
    "33333333333333333333333333333333"                                 // message
    "00000007"                                                         // directory version
    "4444444444444444444444444444444444444444444444444444444444444444" // directory hash
    "00002000"                                                         // length of the padded body
    "02"                                                               // number of keys
    "55555555555555555555555555555555"                                 // key ids
    "66666666666666666666666666666666"
);

#[test]
fn header_layout() {
    assert_eq!(header(Kind::Report).encode(), HEADER);
    assert_eq!(Header::decode(&HEADER), Ok(header(Kind::Report)));
    assert_eq!(FIXED_LEN + 32, HEADER.len());
}

#[test]
fn header_refuses_what_is_not_canonical() {
    let with = |at: usize, byte: u8| {
        let mut bytes = HEADER;
        bytes[at] = byte;
        Header::decode(&bytes)
    };
    assert_eq!(with(0, b'X'), Err(DecodeError::Magic));
    assert_eq!(with(4, 2), Err(DecodeError::Suite));
    assert_eq!(with(5, 0), Err(DecodeError::Kind));
    assert_eq!(with(5, 6), Err(DecodeError::Kind));
    assert_eq!(with(93, 1), Err(DecodeError::Value), "not a text bucket");
    assert_eq!(with(94, 0), Err(DecodeError::Value), "nobody");
    assert_eq!(with(94, 3), Err(DecodeError::Length));
    let mut twice = HEADER;
    twice[111..].fill(0x55);
    assert_eq!(
        Header::decode(&twice),
        Err(DecodeError::Value),
        "one key twice"
    );
    for length in 0..HEADER.len() {
        assert!(Header::decode(&HEADER[..length]).is_err());
    }
    assert_eq!(
        Header::decode(&[&HEADER[..], &[0]].concat()),
        Err(DecodeError::Length)
    );
}

#[test]
fn envelope_layout() {
    let mut world = World::new(1);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let thread = sealed.thread.clone();
    for (envelope, own, slots) in [
        (sealed.envelope, true, 3),
        (world.follow_up(case, &thread), true, 3),
        (world.reply(case, &thread), false, 4),
        (world.note(case, &thread), false, 3),
    ] {
        let bytes = envelope.encode();
        assert_eq!(bytes.len(), envelope_len(own, slots, 8192));
        let header = envelope.header().encode();
        let (head, rest) = bytes.split_at(header.len());
        assert_eq!(head, header);
        let (commitment, mut rest) = rest.split_at(32);
        assert_eq!(commitment, envelope.commitment().0);
        if own {
            let (found, after) = rest.split_at(48);
            assert_eq!(found, envelope.own().unwrap().0);
            rest = after;
        }
        for slot in envelope.slots() {
            let (found, after) = rest.split_at(1120 + 80 + 48);
            assert_eq!(found[..1120], *slot.enc.as_ref());
            assert_eq!(found[1120..1200], slot.notice.0);
            assert_eq!(found[1200..], slot.wrap.0);
            rest = after;
        }
        assert_eq!(rest, envelope.body());
        assert_eq!(rest.len(), 8192 + 16);
        assert_eq!(Envelope::decode(&bytes), Ok(envelope));
        assert_eq!(
            Envelope::decode(&bytes[..bytes.len() - 1]),
            Err(DecodeError::Length)
        );
        assert_eq!(
            Envelope::decode(&[&bytes[..], &[0]].concat()),
            Err(DecodeError::Length)
        );
    }
}

// P32
#[test]
fn bodies_fall_into_four_sizes() {
    let mut world = World::new(2);
    let case = CaseId::make(&mut world.rng);
    for (length, bucket) in [
        (10, 8192),
        (7_000, 16_384),
        (20_000, 32_768),
        (40_000, 65_536),
    ] {
        let place = world.place(case);
        let sealed = world.report_at(place, &"a".repeat(length)).unwrap();
        assert_eq!(sealed.envelope.header().body_len(), bucket);
        assert_eq!(world.open(&sealed).report.text.len(), length);
    }
    let place = world.place(case);
    let result = world.report_at(place, &"a".repeat(65_536));
    assert_eq!(result.err(), Some(SealError::TooLong));
}

#[test]
fn notice_of_a_report() {
    let notice = Notice::Report(ReportNotice {
        danger: Danger::Yes,
        about: About::LotsOfPeople,
        categories: vec![0x0102, 0x0304],
        audit_key: Zeroizing::new([0xaa; 32]),
    });
    let expected = hex!(
        "01"                                             // version
        "01"                                             // danger: yes
        "03"                                             // about: lots of people
        "02" "0102" "0304" "0000"                        // number of categories, three places
        "00000000000000000000000000000000000000000000"   // zeros
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" // audit key
    );
    assert_eq!(*notice.encode(&[]).unwrap(), expected);
    let header = header(Kind::Report);
    assert!(matches!(
        Notice::decode(&expected, &header, false),
        Ok(Notice::Report(found)) if found.categories == [0x0102, 0x0304] && found.danger == Danger::Yes
    ));
    for (at, byte) in [
        (0, 2),
        (1, 0),
        (1, 4),
        (2, 5),
        (3, 4),
        (3, 1),
        (9, 1),
        (10, 1),
        (31, 1),
    ] {
        let mut wrong = expected;
        wrong[at] = byte;
        assert!(
            Notice::decode(&wrong, &header, false).is_err(),
            "byte {at} = {byte}"
        );
    }
}

#[test]
fn notice_of_a_follow_up_and_of_a_reply_to_the_pupil() {
    let mut expected = [0; 64];
    expected[0] = 1; // version
    expected[1] = 0b10; // second flag
    let follow_up = FollowUpNotice {
        feel_safer: false,
        another_adult: true,
    };
    assert_eq!(*Notice::FollowUp(follow_up).encode(&[]).unwrap(), expected);
    let pupil = PupilNotice {
        asks: false,
        finished: true,
    };
    assert_eq!(*Notice::Pupil(pupil).encode(&[]).unwrap(), expected);
    let decoded = Notice::decode(&expected, &header(Kind::FollowUp), false);
    assert!(matches!(decoded, Ok(Notice::FollowUp(found)) if found == follow_up));
    let decoded = Notice::decode(&expected, &header(Kind::Reply), true);
    assert!(matches!(decoded, Ok(Notice::Pupil(found)) if found == pupil));
    expected[1] = 4;
    assert!(Notice::decode(&expected, &header(Kind::FollowUp), false).is_err());
    expected[1] = 0;
    expected[63] = 1;
    assert!(Notice::decode(&expected, &header(Kind::FollowUp), false).is_err());
}

#[test]
fn notice_of_staff() {
    let header = header(Kind::Note);
    let staff = StaffNotice {
        state: State::Monitoring,
        urgency: Some(Urgency::ThisWeek),
        owner: Some(header.keys()[1]),
        due_day: Some(0x0000_5140),
        title: "Gym".into(),
        categories: vec![7],
    };
    let bytes = Notice::Staff(staff.clone()).encode(header.keys()).unwrap();
    assert_eq!(
        bytes[..12],
        hex!(
            "01"       // version
            "04"       // state: monitoring
            "03"       // urgency: this week
            "01"       // owner: slot 1
            "00005140" // day something is due
            "03"       // length of the title
            "47796d"   // "Gym"
        )
    );
    assert!(
        bytes[12..57].iter().all(|byte| *byte == 0),
        "room for 48 bytes of title"
    );
    assert_eq!(bytes[57..], hex!("01" "0007" "0000" "0000"), "categories");
    assert!(matches!(
        Notice::decode(&bytes, &header, false),
        Ok(Notice::Staff(found)) if found == staff
    ));
    let nobody = StaffNotice {
        owner: Some(FixedBytes([9; 16])),
        ..staff.clone()
    };
    let bytes = Notice::Staff(nobody).encode(header.keys()).unwrap();
    assert_eq!(bytes[3], 255, "an owner without a slot is not written");
    let long = StaffNotice {
        title: "x".repeat(49),
        ..staff
    };
    assert!(Notice::Staff(long).encode(header.keys()).is_err());
    assert_eq!(fit_title(&"é".repeat(40)).len(), 48);
    assert_eq!(fit_title(" a\nb "), "ab");
}

#[test]
fn gateway_frame_layout() {
    let mut world = World::new(3);
    let gateway = KemSecret::make(&mut world.rng).public();
    let request = Request {
        mailbox: world.mailbox.id(),
        token: world.mailbox.token().clone(),
        term_code: NO_TERM_CODE,
        op: Op::Check,
    };
    let (frame, _) = seal_request(world.school, &gateway, &request, &mut world.rng).unwrap();
    assert_eq!(frame.len(), GATEWAY[0]);
    assert_eq!(FRAME_HEAD_LEN, 84);
    assert_eq!(frame[..4], *b"SRG1");
    assert_eq!(frame[4..20], world.school.to_bytes());
    assert_eq!(frame[20..84], [0; 64], "the place of the puzzle");
}

#[test]
fn sealed_sizes_are_constant() {
    assert_eq!(vault::SEALED_LEN, 4 + 4 + 32 + 64 + 16);
    assert_eq!(bookmark::SEALED_LEN, 4 + 32 + 96 + 16);
}
