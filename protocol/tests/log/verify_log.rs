//! A whole log from a file: it holds, and what breaks is named.

use protocol::api::{LogFile, Opening};
use protocol::audit::{
    Entry, Kept, Kind, Reason, SCHOOL_TAG, Why, decode_log_file, derive_case_tag, derive_leaf,
    verify_log,
};
use protocol::checkpoint::{Checkpoint, CheckpointFault, sign};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::tree::{empty_root, root};

use crate::audit::entry;
use crate::support::secret;

fn opening(index: u8) -> Opening {
    let entry = match index {
        0 => entry(Kind::DirectoryVersion, SCHOOL_TAG, 24),
        index if index % 3 == 0 => Entry {
            reason: Some(Reason::FollowUp),
            ..entry(
                Kind::Released,
                derive_case_tag(&[1; 32], index.into()),
                36 + u32::from(index),
            )
        },
        index => entry(Kind::Received, derive_case_tag(&[index; 32], 0), 12),
    };
    Opening {
        index: index.into(),
        entry: Bytes(entry.encode()),
        salt: FixedBytes([index; 32]),
    }
}

fn seal(file: &mut LogFile) {
    let checkpoint = Checkpoint {
        origin: "sotto.example/log".into(),
        size: file.leaves.len() as u64,
        root: root(&file.leaves),
    };
    file.checkpoint = sign(&checkpoint, &secret(9)).expect("a key name");
}

fn file(size: u8) -> LogFile {
    let openings: Vec<_> = (0..size).map(opening).collect();
    let mut file = LogFile {
        checkpoint: String::new(),
        log_key: secret(9).public(),
        leaves: openings
            .iter()
            .map(|one| derive_leaf(&one.salt, &one.entry.0))
            .collect(),
        // Two openings belong to another school or were erased: their leaves stay.
        openings: openings
            .into_iter()
            .filter(|one| one.index != 4 && one.index != 7)
            .collect(),
    };
    seal(&mut file);
    file
}

fn why(file: &LogFile) -> (Option<u64>, Why) {
    let broken = verify_log(file, &Kept::default()).expect_err("broken");
    (broken.index, broken.why)
}

#[test]
fn an_honest_log_holds() {
    let file = file(12);
    let kept = Kept {
        log_key: Some(file.log_key),
        checkpoint: None,
    };
    let summary = verify_log(&file, &kept).expect("honest");
    assert_eq!((summary.size, summary.openings), (12, 10));
    assert_eq!(summary.origin, "sotto.example/log");
    assert_eq!(summary.root, root(&file.leaves));
    assert_eq!(summary.hours, Some((12, 45)));
    let counts: Vec<_> = summary.by_kind.into_iter().collect();
    assert_eq!(
        counts,
        [
            (Kind::Received, 6),
            (Kind::Released, 3),
            (Kind::DirectoryVersion, 1)
        ]
    );
    let json = serde_json::to_vec(&file).unwrap();
    assert_eq!(decode_log_file(&json).unwrap(), file);
}

#[test]
fn an_empty_log_holds() {
    let summary = verify_log(&file(0), &Kept::default()).expect("honest");
    assert_eq!(
        (summary.size, summary.root, summary.hours),
        (0, empty_root(), None)
    );
}

#[test]
fn the_first_changed_entry_is_named() {
    for place in 0..10 {
        let mut entry = file(12);
        entry.openings[place].entry.0[70] ^= 1;
        let mut salt = file(12);
        salt.openings[place].salt.0[0] ^= 1;
        let mut leaf = file(12);
        let index = leaf.openings[place].index;
        leaf.leaves[usize::try_from(index).unwrap()].0[0] ^= 1;
        // Even when the operator signs the change.
        let mut resigned = leaf.clone();
        seal(&mut resigned);
        for broken in [entry, salt, leaf, resigned] {
            assert_eq!(why(&broken), (Some(index), Why::Changed));
        }
    }
}

#[test]
fn leaves_cannot_be_added_taken_out_or_moved() {
    let mut fewer = file(12);
    fewer.leaves.pop();
    fewer.openings.pop();
    assert_eq!(why(&fewer), (None, Why::Size));
    let mut more = file(12);
    more.leaves.push(FixedBytes([1; 32]));
    assert_eq!(why(&more), (None, Why::Size));
    let mut unopened = file(12);
    unopened.leaves[4].0[0] ^= 1;
    assert_eq!(why(&unopened), (None, Why::Root));
    let mut moved = file(12);
    moved.leaves.swap(4, 7);
    assert_eq!(why(&moved), (None, Why::Root));
}

#[test]
fn openings_are_within_the_log_once_and_in_order() {
    let mut outside = file(12);
    outside.openings[9].index = 12;
    assert_eq!(why(&outside), (Some(12), Why::NoLeaf));
    outside.openings[9].index = u64::MAX;
    assert_eq!(why(&outside), (Some(u64::MAX), Why::NoLeaf));
    let mut twice = file(12);
    twice.openings.insert(1, opening(0));
    assert_eq!(why(&twice), (Some(0), Why::Order));
    let mut turned = file(12);
    turned.openings.swap(2, 3);
    assert_eq!(why(&turned), (Some(2), Why::Order));
}

#[test]
fn what_was_committed_must_be_an_entry() {
    let mut odd = file(12);
    let salt = FixedBytes([3; 32]);
    odd.openings[3] = Opening {
        index: 3,
        entry: Bytes(b"not an entry".to_vec()),
        salt,
    };
    odd.leaves[3] = derive_leaf(&salt, b"not an entry");
    seal(&mut odd);
    assert_eq!(why(&odd), (Some(3), Why::Malformed));
}

#[test]
fn the_signature_must_be_the_logs() {
    let mut unsigned = file(12);
    unsigned.checkpoint = file(11).checkpoint;
    assert_eq!(why(&unsigned), (None, Why::Size));
    let mut forged = file(12);
    forged.log_key = secret(8).public();
    assert_eq!(
        why(&forged),
        (None, Why::Checkpoint(CheckpointFault::Signature))
    );
    forged.checkpoint = "nonsense".into();
    assert_eq!(
        why(&forged),
        (None, Why::Checkpoint(CheckpointFault::Malformed))
    );
    let kept = Kept {
        log_key: Some(secret(8).public()),
        checkpoint: None,
    };
    let broken = verify_log(&file(12), &kept).unwrap_err();
    assert_eq!(broken.why, Why::OtherKey);
}

#[test]
fn the_log_extends_what_was_kept() {
    let earlier = |size: usize| Checkpoint {
        origin: "sotto.example/log".into(),
        size: size as u64,
        root: root(&file(12).leaves[..size]),
    };
    let check = |checkpoint| {
        verify_log(
            &file(12),
            &Kept {
                log_key: None,
                checkpoint: Some(checkpoint),
            },
        )
        .map(|_| ())
    };
    for size in 0..=12 {
        assert_eq!(check(earlier(size)), Ok(()));
    }
    let not_extended = protocol::audit::FirstBroken {
        index: None,
        why: Why::NotExtended,
    };
    let forked = Checkpoint {
        root: FixedBytes([1; 32]),
        ..earlier(5)
    };
    assert_eq!(check(forked), Err(not_extended));
    let longer = Checkpoint {
        size: 13,
        ..earlier(12)
    };
    assert_eq!(check(longer), Err(not_extended));
    let other = Checkpoint {
        origin: "other".into(),
        ..earlier(12)
    };
    assert_eq!(check(other), Err(not_extended));
    assert_eq!(
        not_extended.to_string(),
        "the log: it does not extend the log seen earlier"
    );
    let changed = protocol::audit::FirstBroken {
        index: Some(3),
        why: Why::Changed,
    };
    assert_eq!(
        changed.to_string(),
        "entry 3: it was changed after it was written"
    );
}
