//! The directory as bytes, its rules, its successor and its differences.

use hex_literal::hex;
use proptest::prelude::*;
use protocol::api::Role;
use protocol::day::Day;
use protocol::directory::{
    Change, Directory, Inbox, KeyStatus, MAX_ENTRIES, MAX_LIFE_DAYS, MAX_READERS, SuccessorFault,
    USUAL_LIFE_DAYS, difference,
};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::kdf::{Stretching, derive_sha256};
use protocol::keys::KemSecret;

use crate::support::{TODAY, directory, entry, school};

#[test]
fn layout() {
    let mut directory = directory(school(0x11));
    directory.log_key = FixedBytes([0x10; 32]);
    directory.witnesses = vec![FixedBytes([0x20; 32])];
    directory.entries.truncate(1);
    directory.entries[0].key_id = FixedBytes([0x30; 16]);
    directory.entries[0].kem_hash = FixedBytes([0x40; 32]);
    directory.entries[0].signing = FixedBytes([0x50; 32]);
    let expected = [
        b"SRD1".as_slice(),
        &[0x11; 16],
        &hex!("00000001"),
        &[0; 32],
        &hex!("00005125 00005143"),
        &[7; 32],
        &[0x10; 32],
        &hex!("01 01"),
        &[0x20; 32],
        &hex!("00004c00 00000002  00010000 00000003  00000800 00000001  05 01"),
        &hex!("01"),
        &[0x30; 16],
        &hex!("01"),
        &[0x40; 32],
        &[0x50; 32],
        &hex!("01 00 01  000050c6 00005256"),
        b"\x0dMs Priya Kaur\x06Room 4",
    ]
    .concat();
    assert_eq!(directory.encode().as_deref(), Some(expected.as_slice()));
    assert_eq!(Directory::decode(&expected), Ok(directory.clone()));
    let labelled = [b"reports/v1/directory".as_slice(), &expected].concat();
    assert_eq!(directory.hash().0, derive_sha256(&labelled));
}

fn refused(change: impl FnOnce(&mut Directory)) -> bool {
    let mut directory = directory(school(1));
    change(&mut directory);
    directory.encode().is_none()
}

#[test]
fn rules_of_one_version() {
    assert!(!refused(|_| {}));
    assert!(refused(|d| d.version = 0));
    assert!(refused(|d| d.prev_hash = FixedBytes([1; 32])));
    assert!(refused(|d| d.expires_day = d.issued_day));
    assert!(refused(
        |d| d.expires_day = d.issued_day.plus_days(MAX_LIFE_DAYS + 1)
    ));
    assert!(!refused(
        |d| d.expires_day = d.issued_day.plus_days(MAX_LIFE_DAYS)
    ));
    assert!(refused(|d| d.quorum = 2));
    assert!(refused(|d| d.witnesses = vec![FixedBytes([1; 32]); 2]));
    let witnesses = |n: u8| (0..n).map(|byte| FixedBytes([byte; 32])).collect();
    assert!(!refused(|d| d.witnesses = witnesses(8)));
    assert!(refused(|d| d.witnesses = witnesses(9)));
    assert!(refused(|d| d.profile.padding = 2));
    assert!(refused(|d| d.profile.mailbox = Stretching {
        memory_kib: 8,
        passes: 1
    }));
    assert!(refused(|d| d.entries.push(d.entries[0].clone())));
    assert!(refused(|d| d.entries[0].suite = 2));
    assert!(refused(|d| d.entries[0].role = Role::Admin));
    assert!(refused(|d| d.entries[0].to = Day(d.entries[0].from.0 - 1)));
}

#[test]
fn sixteen_readers_fit_and_no_more() {
    let with = |readers: usize, status| {
        let mut directory = directory(school(1));
        directory.entries = (0..readers)
            .map(|i| {
                entry(
                    u8::try_from(i).unwrap() + 30,
                    "A",
                    Role::Reader,
                    Inbox::Safeguarding,
                )
            })
            .collect();
        for entry in directory.entries.iter_mut().skip(MAX_READERS) {
            entry.status = status;
        }
        directory.encode().is_some()
    };
    assert!(with(MAX_READERS, KeyStatus::Active));
    assert!(!with(MAX_READERS + 1, KeyStatus::Active));
    assert!(with(MAX_READERS + 1, KeyStatus::DecryptOnly));
    assert!(with(MAX_ENTRIES, KeyStatus::DecryptOnly));
    assert!(!with(MAX_ENTRIES + 1, KeyStatus::DecryptOnly));
}

#[test]
fn names_are_what_they_look_like() {
    let long = "x".repeat(65);
    for name in [
        "",
        " Ms Kaur",
        "Ms Kaur ",
        "Ms\nKaur",
        "Ms\u{202e}ruaK",
        "Ms\u{200b}Kaur",
        "Ms \u{2066}Kaur",
        long.as_str(),
    ] {
        assert!(refused(|d| d.entries[0].name = name.into()), "{name:?}");
    }
    assert!(!refused(
        |d| d.entries[0].name = "Mme Zoë Łukasiewicz-O’Neil".into()
    ));
    assert!(!refused(|d| d.entries[0].place = String::new()));
    assert!(refused(|d| d.entries[0].place = long.clone()));
}

#[test]
fn only_active_keys_within_their_days_receive() {
    let mut directory = directory(school(1));
    directory.entries[0].status = KeyStatus::DecryptOnly;
    directory.entries[1].from = Day(TODAY.0 + 1);
    let keys = |day| directory.reader_keys(day);
    assert_eq!(keys(TODAY), [directory.entries[2].key_id]);
    assert_eq!(keys(Day(TODAY.0 + 1)).len(), 2);
    assert_eq!(keys(Day(TODAY.0 + 301)).len(), 0);
}

#[test]
fn a_public_key_is_believed_only_by_its_hash() {
    let secret = KemSecret::from_seed(zeroize::Zeroizing::new([5; 32]));
    let (public, other) = (
        secret.public(),
        KemSecret::from_seed(zeroize::Zeroizing::new([6; 32])).public(),
    );
    let mut directory = directory(school(1));
    directory.gateway_key_hash = other.hash();
    let entry = &mut directory.entries[0];
    entry.key_id = public.id();
    entry.kem_hash = public.hash();
    let keys = [
        Bytes(other.to_bytes()),
        Bytes(vec![1, 2]),
        Bytes(public.to_bytes()),
    ];
    assert!(entry.find_key(&keys).is_some_and(|key| key == public));
    assert!(entry.find_key(&keys[..2]).is_none());
    entry.key_id = other.id();
    assert!(entry.find_key(&keys).is_none());
    assert!(
        directory
            .find_gateway_key(&keys)
            .is_some_and(|key| key == other)
    );
}

#[test]
fn a_successor_is_chained() {
    let first = directory(school(1));
    let next = first.successor(TODAY);
    assert_eq!((next.version, next.prev_hash), (2, first.hash()));
    assert_eq!(next.expires_day, TODAY.plus_days(USUAL_LIFE_DAYS));
    assert_eq!(first.allows_successor(&next), Ok(()));
    let broken = |change: fn(&mut Directory)| {
        let mut next = next.clone();
        change(&mut next);
        first.allows_successor(&next).unwrap_err()
    };
    assert_eq!(
        broken(|d| d.school = school(2)),
        SuccessorFault::OtherSchool
    );
    assert_eq!(broken(|d| d.version = 3), SuccessorFault::Version);
    assert_eq!(
        broken(|d| d.prev_hash = FixedBytes([3; 32])),
        SuccessorFault::PrevHash
    );
    assert_eq!(broken(|d| d.issued_day = Day(1)), SuccessorFault::Issued);
    let last = Directory {
        version: u32::MAX,
        ..first.clone()
    };
    assert_eq!(
        last.allows_successor(&last.successor(TODAY)),
        Err(SuccessorFault::Version)
    );
}

#[test]
fn a_difference_names_every_change() {
    let before = directory(school(1));
    assert_eq!(difference(&before, &before), []);
    let mut after = before.clone();
    let gone = after.entries.remove(1);
    after.entries[0].name = "Ms Priya Singh".into();
    after.entries[0].place = "Room 5".into();
    after.entries[0].inbox = Inbox::Chair;
    after.entries[0].signing = FixedBytes([1; 32]);
    after.entries[1].status = KeyStatus::Revoked;
    after.entries[1].role = Role::Chair;
    after.entries[1].to = TODAY;
    after
        .entries
        .push(entry(40, "Mr New", Role::Reader, Inbox::Safeguarding));
    after.gateway_key_hash = FixedBytes([1; 32]);
    after.log_key = FixedBytes([1; 32]);
    after.quorum = 0;
    after.expires_day = TODAY;
    let (lead, head) = (before.entries[0].key_id, before.entries[2].key_id);
    let name = || String::from("Ms Priya Singh");
    let helen = || String::from("Mrs Helen Ferris");
    assert_eq!(
        difference(&before, &after),
        [
            Change::Name {
                key: lead,
                before: "Ms Priya Kaur".into(),
                after: name()
            },
            Change::Place {
                key: lead,
                name: name(),
                before: "Room 4".into(),
                after: "Room 5".into()
            },
            Change::Inbox {
                key: lead,
                name: name(),
                before: Inbox::Safeguarding,
                after: Inbox::Chair
            },
            Change::SigningKey {
                key: lead,
                name: name()
            },
            Change::Status {
                key: head,
                name: helen(),
                before: KeyStatus::Active,
                after: KeyStatus::Revoked
            },
            Change::Role {
                key: head,
                name: helen(),
                before: Role::Head,
                after: Role::Chair
            },
            Change::Days {
                key: head,
                name: helen(),
                from: before.entries[2].from,
                to: TODAY
            },
            Change::Added {
                key: after.entries[2].key_id,
                name: "Mr New".into(),
                role: Role::Reader,
                inbox: Inbox::Safeguarding,
                from: after.entries[2].from,
            },
            Change::Removed {
                key: gone.key_id,
                name: "Mr Tunde Adeyemi".into(),
                role: Role::Deputy
            },
            Change::Gateway,
            Change::Log,
            Change::Witnesses,
            Change::Expires {
                before: before.expires_day,
                after: TODAY
            },
        ]
    );
    let mut turned = before.clone();
    turned.entries.swap(0, 1);
    assert_eq!(difference(&before, &turned), [Change::Order]);
}

proptest! {
    #[test]
    fn comes_back_as_it_was(
        version in 2_u32.., prev: [u8; 32], issued in 0_u32..1_000_000, life in 1..=MAX_LIFE_DAYS,
        names in proptest::collection::vec("[A-Za-zé]{1,30}", 0..=16),
    ) {
        let mut directory = directory(school(9));
        directory.version = version;
        directory.prev_hash = FixedBytes(prev);
        directory.issued_day = Day(issued);
        directory.expires_day = Day(issued + life);
        directory.entries = (50_u8..).zip(&names).map(|(seed, name)| entry(seed, name, Role::Reader, Inbox::Head)).collect();
        let bytes = directory.encode().expect("sound");
        prop_assert_eq!(Directory::decode(&bytes), Ok(directory));
    }
}
