//! The fixed order (protocol 2.5), byte by byte, and that a value has one form.

use hex_literal::hex;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use protocol::api::{NextLook, ProvenEntry, RootSignature, SchoolView, SignedDirectory};
use protocol::cursor::Cursor;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::gateway::{GatewayAnswer, MailboxMessage, MailboxSlot, MailboxView, Problem};
use protocol::id::{CaseId, SchoolId};
use protocol::pack::{Pack, Writer, pack, unpack};
use protocol::packed;
use protocol::plaintext::{
    About, Danger, FollowUp, Note, Noted, Plaintext, Question, Reply, Report, State, Urgency,
};

#[derive(Debug, PartialEq)]
enum Kinds {
    Numbers {
        one: u8,
        two: u16,
        four: u32,
        eight: u64,
    },
    Text(String),
    Nothing,
}

packed!(enum Kinds {
    1 => Numbers { one, two, four, eight },
    2 => Text(text),
    9 => Nothing,
});

#[derive(Debug, PartialEq)]
struct Fields {
    yes: bool,
    bytes: Bytes,
    fixed: FixedBytes<3>,
    list: Vec<u16>,
    absent: Option<u8>,
    there: Option<Box<u8>>,
}

packed!(struct Fields { yes, bytes, fixed, list, absent, there });

fn is<T: Pack + PartialEq + std::fmt::Debug>(value: T, bytes: &[u8]) {
    assert_eq!(pack(&value).as_slice(), bytes);
    assert_eq!(unpack(bytes), Some(value));
    for cut in 0..bytes.len() {
        assert_eq!(unpack::<T>(&bytes[..cut]), None, "{cut} bytes");
    }
    assert_eq!(unpack::<T>(&[bytes, &[0]].concat()), None, "a tail");
}

#[test]
fn every_kind_of_field_has_its_bytes() {
    let numbers = Kinds::Numbers {
        one: 1,
        two: 0x0203,
        four: 0x0405_0607,
        eight: 0x0809_0a0b_0c0d_0e0f,
    };
    is(numbers, &hex!("01 01 0203 04050607 08090a0b0c0d0e0f"));
    is(Kinds::Text("né".into()), &hex!("02 00000003 6ec3a9"));
    is(Kinds::Nothing, &hex!("09"));
    let fields = Fields {
        yes: true,
        bytes: Bytes(vec![0xaa, 0xbb]),
        fixed: FixedBytes([1, 2, 3]),
        list: vec![0x0102, 0x0304],
        absent: None,
        there: Some(Box::new(7)),
    };
    is(
        fields,
        &hex!("01 00000002 aabb 010203 00000002 0102 0304 00 01 07"),
    );
}

#[test]
fn what_is_not_a_value_is_refused() {
    assert_eq!(unpack::<Kinds>(&hex!("03")), None, "an unknown variant");
    assert_eq!(unpack::<bool>(&[2]), None);
    assert_eq!(unpack::<Option<u8>>(&[2, 0]), None);
    assert_eq!(unpack::<String>(&hex!("00000001 ff")), None, "not UTF-8");
    assert_eq!(unpack::<Danger>(&[0]), None);
    // A claim of four thousand million elements reserves nothing.
    assert_eq!(unpack::<Vec<u64>>(&hex!("ffffffff 00")), None);
    assert_eq!(unpack::<Bytes>(&hex!("ffffffff 00")), None);
}

// Writing into counted room never grows, so nothing is left behind unwiped.
#[test]
fn room_is_counted_first() {
    let bytes = pack(&vec![String::from("secret"); 9]);
    assert_eq!(bytes.capacity(), bytes.len());
    let mut counted = Writer::Counts(0);
    Kinds::Text("abc".into()).put(&mut counted);
    assert!(matches!(counted, Writer::Counts(8)));
}

#[test]
fn what_people_wrote() {
    let report = Report {
        v: 1,
        danger: Danger::NotSure,
        about: About::SomeoneElse,
        categories: vec![3, 258],
        readers: vec![FixedBytes([0x11; 16])],
        text: "Hi".into(),
        mailbox_kem: Bytes(vec![0x22; 3]),
        mailbox_key: FixedBytes([0x33; 32]),
    };
    let bytes = hex!(
        "01 02 02 00000002 0003 0102 00000001 11111111111111111111111111111111 00000002 4869"
        "00000003 222222 3333333333333333333333333333333333333333333333333333333333333333"
    );
    assert_eq!(report.to_bytes().as_slice(), bytes);
    assert!(Report::from_bytes(&bytes).is_ok_and(|report| report.text == "Hi"));

    let follow_up = FollowUp {
        v: 1,
        text: "x".into(),
        feel_safer: false,
        another_adult: true,
    };
    assert_eq!(
        follow_up.to_bytes().as_slice(),
        hex!("01 00000001 78 00 01")
    );

    let reply = Reply {
        v: 1,
        by: FixedBytes([0x44; 16]),
        text: "y".into(),
        question: Question::Words,
        finished: false,
    };
    let bytes = hex!("01 44444444444444444444444444444444 00000001 79 01 00");
    assert_eq!(reply.to_bytes().as_slice(), bytes);
    // Written before there were answers to tap: one byte, yes or no.
    for (byte, question) in [(0, Question::Nothing), (1, Question::Words)] {
        let mut old = bytes;
        old[22] = byte;
        assert!(Reply::from_bytes(&old).is_ok_and(|reply| reply.question == question));
    }
    let reply = Reply {
        question: Question::Tap(vec!["Yes".into(), "No".into()]),
        ..reply
    };
    let bytes = hex!(
        "01 44444444444444444444444444444444 00000001 79 02 00000002 00000003 596573 00000002 4e6f 00"
    );
    assert_eq!(reply.to_bytes().as_slice(), bytes);
    assert!(Reply::from_bytes(&bytes).is_ok_and(|read| read.question == reply.question));
}

#[test]
fn what_staff_noted() {
    let note = |what| {
        let note = Note {
            v: 1,
            by: FixedBytes([0; 16]),
            what,
        };
        note.to_bytes()[17..].to_vec()
    };
    let text = || String::from("a");
    assert_eq!(note(Noted::Remark { text: text() }), hex!("01 00000001 61"));
    assert_eq!(
        note(Noted::Opening { text: text() }),
        hex!("02 00000001 61")
    );
    let decision = Noted::Decision {
        title: Some(text()),
        state: Some(State::Closed),
        urgency: Some(Urgency::Now),
        categories: Some(vec![7]),
        owner: Some(FixedBytes([0x55; 16])),
        due_day: Some(9),
        rationale: text(),
    };
    assert_eq!(
        note(decision),
        hex!(
            "03 01 00000001 61 01 06 01 01 01 00000001 0007 01 55555555555555555555555555555555"
            "01 00000009 00000001 61"
        )
    );
    let nothing = Noted::Decision {
        title: None,
        state: None,
        urgency: None,
        categories: None,
        owner: None,
        due_day: None,
        rationale: text(),
    };
    assert_eq!(note(nothing), hex!("03 000000000000 00000001 61"));
    let closing = Noted::Closing {
        outcome: text(),
        rationale: text(),
    };
    assert_eq!(note(closing), hex!("04 00000001 61 00000001 61"));
    let reopening = Noted::Reopening { rationale: text() };
    assert_eq!(note(reopening), hex!("05 00000001 61"));
}

#[test]
fn what_a_gateway_answers() {
    is(GatewayAnswer::Accepted {}, &hex!("01"));
    let challenge = FixedBytes([9; 56]);
    is(
        GatewayAnswer::Work { challenge },
        &[[6].as_slice(), &[9; 56]].concat(),
    );
    is(GatewayAnswer::NoMailbox, &hex!("03"));
    for (problem, byte) in [
        (Problem::ReadersChanged, 1),
        (Problem::Malformed, 2),
        (Problem::Closed, 3),
        (Problem::Busy, 4),
        (Problem::Tomorrow, 5),
        (Problem::Ended, 6),
    ] {
        is(GatewayAnswer::Refused { problem }, &[4, byte]);
    }
    let message = MailboxMessage {
        header: Bytes(vec![1]),
        commitment: FixedBytes([2; 32]),
        own: None,
        slot: Some(MailboxSlot {
            enc: Bytes(vec![3]),
            notice: FixedBytes([4; 80]),
            wrap: FixedBytes([5; 48]),
        }),
        body: Bytes(vec![6]),
        half_day: 7,
    };
    let view = MailboxView {
        case: CaseId::from_bytes([8; 16]),
        received_half_day: 9,
        withdrawn: false,
        messages: vec![message],
        entries: vec![proven()],
        checkpoint: "c".into(),
    };
    let bytes = [
        hex!("02 08080808080808080808080808080808 00000009 00 00000001").as_slice(),
        &hex!("00000001 01"),
        &[2; 32],
        &hex!("00 01 00000001 03"),
        &[4; 80],
        &[5; 48],
        &hex!("00000001 06 00000007 00000001"),
        &proven_bytes(),
        &hex!("00000001 63"),
    ];
    is(GatewayAnswer::Mailbox(view), &bytes.concat());
}

fn proven() -> ProvenEntry {
    ProvenEntry {
        index: 1,
        entry: Bytes(vec![2]),
        salt: FixedBytes([3; 32]),
        proof: vec![FixedBytes([4; 32])],
    }
}

fn proven_bytes() -> Vec<u8> {
    [
        hex!("0000000000000001 00000001 02").as_slice(),
        &[3; 32],
        &hex!("00000001"),
        &[4; 32],
    ]
    .concat()
}

#[test]
fn what_anyone_may_know_of_a_school() {
    let view = SchoolView {
        school: SchoolId::from_bytes([1; 16]),
        slug: "s".into(),
        name: "n".into(),
        demo: true,
        region: "r".into(),
        next_look: Some(NextLook {
            now: true,
            date: "d".into(),
            time: "t".into(),
        }),
        publication_delay_minutes: 30,
        directory: SignedDirectory {
            root: Bytes(vec![2]),
            directory: Bytes(vec![3]),
            signatures: vec![RootSignature {
                root_key: FixedBytes([4; 32]),
                signature: FixedBytes([5; 64]),
            }],
        },
        public_keys: vec![Bytes(vec![6]), Bytes(vec![])],
        withdrawn: vec![FixedBytes([7; 16])],
        challenge: FixedBytes([8; 56]),
        bits_without_code: 2,
        ends_day: Some(0x5001),
        open: true,
    };
    let bytes = [
        hex!("01010101010101010101010101010101 00000001 73 00000001 6e 01 00000001 72").as_slice(),
        &hex!("01 01 00000001 64 00000001 74 0000001e"),
        &hex!("00000001 02 00000001 03 00000001"),
        &[4; 32],
        &[5; 64],
        &hex!("00000002 00000001 06 00000000 00000001"),
        &[7; 16],
        &[8; 56],
        &[2],
        &hex!("01 00005001"),
        &[1],
    ];
    is(view, &bytes.concat());
}

proptest! {
    #[test]
    fn values_come_back(
        yes in any::<bool>(),
        bytes in vec(any::<u8>(), 0..300),
        fixed in any::<[u8; 3]>(),
        list in vec(any::<u16>(), 0..50),
        absent in any::<Option<u8>>(),
        there in option::of(any::<u8>().prop_map(Box::new)),
    ) {
        let value = Fields { yes, bytes: Bytes(bytes), fixed: FixedBytes(fixed), list, absent, there };
        let bytes = pack(&value);
        prop_assert_eq!(unpack::<Fields>(&bytes), Some(value));
    }

    #[test]
    fn lists_of_text_come_back(value in vec(option::of(".{0,20}"), 0..20)) {
        let bytes = pack(&value);
        prop_assert_eq!(unpack::<Vec<Option<String>>>(&bytes), Some(value));
    }

    /// Whatever is read is written back the same, and reading leaves what follows alone.
    #[test]
    fn a_value_has_one_form(bytes in vec(0_u8..4, 0..60)) {
        let mut cursor = Cursor::new(&bytes);
        if let Some(value) = <Option<Vec<bool>> as Pack>::take(&mut cursor) {
            let again = [pack(&value).as_slice(), cursor.rest()].concat();
            prop_assert_eq!(again, bytes);
        }
    }
}
