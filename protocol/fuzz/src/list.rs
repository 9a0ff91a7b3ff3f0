//! Directory, root set, audit log, checkpoints, retention.

use protocol::api::{ProvenEntry, SignedDirectory};
use protocol::audit::{Entry, Kept, decode_log_file, verify_case, verify_log};
use protocol::checkpoint::{Checkpoint, split_note, verify};
use protocol::day::Day;
use protocol::directory::{self, Directory, Known, difference};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::Hash;
use protocol::retention::Policy;
use protocol::root::RootSet;
use protocol::tree::{verify_consistency, verify_inclusion};

/// The directory.
pub fn directory(bytes: &[u8]) {
    if let Ok(directory) = Directory::decode(bytes) {
        assert_eq!(directory.encode().as_deref(), Some(bytes));
        assert!(difference(&directory, &directory).is_empty());
        let next = directory.successor(directory.issued_day);
        let _ = directory.allows_successor(&next);
    }
}

/// The root set.
pub fn root_set(bytes: &[u8]) {
    if let Ok(root) = RootSet::decode(bytes) {
        assert_eq!(root.encode(), bytes);
    }
}

/// A signed directory as it comes in JSON, and the same two parts as bare bytes.
pub fn signed_directory(bytes: &[u8]) {
    let believed =
        |signed: &SignedDirectory| directory::verify(signed, &Known::default(), Day(0)).is_ok();
    if let Ok(signed) = serde_json::from_slice(bytes) {
        let _ = believed(&signed);
    }
    for split in [0, 18, 50, 82, 114] {
        if let Some((root, directory)) = bytes.split_at_checked(split) {
            let (root, directory) = (Bytes(root.into()), Bytes(directory.into()));
            assert!(!believed(&SignedDirectory {
                root,
                directory,
                signatures: Vec::new()
            }));
        }
    }
}

/// An entry of the log.
pub fn audit_entry(bytes: &[u8]) {
    if let Ok(entry) = Entry::decode(bytes) {
        assert_eq!(entry.encode(), bytes);
    }
}

/// A signed checkpoint.
pub fn checkpoint(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.text(), text);
    }
    let _ = split_note(text);
    assert!(verify(text, &FixedBytes([9; 32]), None).is_err());
}

/// A whole log in a file.
pub fn log_file(bytes: &[u8]) {
    if let Ok(file) = decode_log_file(bytes) {
        let _ = verify_log(&file, &Kept::default());
    }
}

/// Proofs over sizes and hashes from outside.
pub fn proof(bytes: &[u8]) {
    let Some((sizes, rest)) = bytes.split_first_chunk::<16>() else {
        return;
    };
    let (a, b) = sizes.split_at(8);
    let size = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0_u64, |size, byte| size << 8 | u64::from(*byte))
    };
    let (a, b) = (size(a), size(b));
    let hashes: Vec<Hash> = rest
        .as_chunks()
        .0
        .iter()
        .map(|hash| FixedBytes(*hash))
        .collect();
    let [first, second, proof @ ..] = hashes.as_slice() else {
        return;
    };
    let _ = verify_inclusion(first, a, b, proof, second);
    let _ = verify_consistency(a, b, proof, first, second);
    let proven = ProvenEntry {
        index: a,
        entry: Bytes(rest.into()),
        salt: *first,
        proof: proof.into(),
    };
    let checkpoint = Checkpoint {
        origin: "log".into(),
        size: b,
        root: *second,
    };
    let _ = verify_case(&[1; 32], &[proven.clone(), proven], &checkpoint);
}

/// A retention policy.
pub fn retention_policy(bytes: &[u8]) {
    if let Ok(policy) = Policy::decode(bytes) {
        let _ = policy.on_arrival(Day(u32::MAX));
        let _ = policy.is_stale(Day(u32::MAX));
    }
}
