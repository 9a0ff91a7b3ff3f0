//! Entries byte by byte, the leaf of protocol appendix B, tags and gaps.

use hex_literal::hex;
use proptest::prelude::*;
use protocol::api::ProvenEntry;
use protocol::audit::{
    ENTRY_LEN, Entry, EntryFault, Kind, NO_KEY, Reason, SCHOOL_TAG, derive_case_tag, derive_leaf,
    verify_case, verify_proven,
};
use protocol::checkpoint::Checkpoint;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::Hash;
use protocol::tree::{Tree, leaf_hash};

pub fn entry(kind: Kind, tag: Hash, hour: u32) -> Entry {
    Entry {
        kind,
        case_tag: tag,
        key_id: NO_KEY,
        reason: (kind == Kind::Released).then_some(Reason::OnDuty),
        hour,
        envelope: FixedBytes([0xaa; 32]),
    }
}

#[test]
fn leaf_of_appendix_b() {
    let entry = Entry {
        kind: Kind::Released,
        case_tag: FixedBytes([0x99; 32]),
        key_id: FixedBytes([0x55; 16]),
        reason: Some(Reason::TakingOver),
        hour: 498_000,
        envelope: FixedBytes([0xaa; 32]),
    };
    let expected = [
        b"SRL1".as_slice(),
        &hex!("02"),
        &[0x99; 32],
        &[0x55; 16],
        &hex!("03 00079950"),
        &[0xaa; 32],
    ]
    .concat();
    assert_eq!(entry.encode(), expected);
    assert_eq!(expected.len(), ENTRY_LEN);
    let data = derive_leaf(&FixedBytes([0xbb; 32]), &expected);
    assert_eq!(
        data.0,
        hex!("7fe4e69313bb1d2068ca2c5b3396068fcefb47e3298ab847ab36c5f47a585146")
    );
    let leaf = leaf_hash(&data.0);
    assert_eq!(
        leaf.0,
        hex!("aa574ee3540f0078bd00235cbee6cb938597bf5054381f0e0da6695a3c056c92")
    );
}

#[test]
fn a_tag_is_an_hmac_of_the_counter() {
    // HMAC-SHA256 with key 0x0b × 32 over eight bytes, computed with Python's hmac module.
    let tag = derive_case_tag(&[0x0b; 32], 1);
    assert_eq!(
        tag.0,
        hex!("dbe6dbf41e172fa549f8a1b7022740bbdc263f0334135e672b64ea4dc908355e")
    );
    assert_ne!(derive_case_tag(&[0x0b; 32], 0), tag);
    assert_ne!(derive_case_tag(&[0x0c; 32], 1), tag);
}

#[test]
fn every_kind_and_reason_has_its_own_byte() {
    for byte in 0..=u8::MAX {
        let kind = Kind::from_byte(byte);
        assert_eq!(
            kind.is_some(),
            (1..=12).contains(&byte) || byte == 16 || (20..=39).contains(&byte)
        );
        assert!(kind.is_none_or(|kind| kind.to_byte() == byte));
        let reason = Reason::from_byte(byte);
        assert_eq!(reason.is_some(), (1..=6).contains(&byte));
        assert!(reason.is_none_or(|reason| reason.to_byte() == byte));
    }
}

#[test]
fn an_entry_means_one_thing() {
    let tag = FixedBytes([1; 32]);
    for kind in Kind::ALL {
        let school = kind.is_school_level();
        let good = entry(kind, if school { SCHOOL_TAG } else { tag }, 5);
        assert_eq!(Entry::decode(&good.encode()), Ok(good.clone()));
        let bad_tag = entry(kind, if school { tag } else { SCHOOL_TAG }, 5);
        assert!(Entry::decode(&bad_tag.encode()).is_err());
        let reason = good.reason.xor(Some(Reason::Other));
        assert!(Entry::decode(&Entry { reason, ..good }.encode()).is_err());
    }
}

proptest! {
    #[test]
    fn any_change_of_length_or_magic_fails(flip in 0..4_usize, tail in 1..100_usize) {
        let bytes = entry(Kind::Received, FixedBytes([1; 32]), 7).encode();
        let mut other = bytes.clone();
        other[flip] ^= 1;
        prop_assert!(Entry::decode(&other).is_err());
        prop_assert!(Entry::decode(&bytes[..bytes.len() - tail.min(bytes.len())]).is_err());
        prop_assert!(Entry::decode(&[bytes, vec![0; tail]].concat()).is_err());
    }
}

/// A log in which a case's entries stand among others'.
fn case_in_a_log(key: &[u8; 32], count: u64) -> (Vec<ProvenEntry>, Checkpoint) {
    let mut tree = Tree::new();
    let mut opened = Vec::new();
    for counter in 0..count {
        for other in 0..counter {
            tree.push(&FixedBytes([u8::try_from(other).expect("few"); 32]));
        }
        let kind = if counter == 0 {
            Kind::Received
        } else {
            Kind::Released
        };
        let bytes = entry(kind, derive_case_tag(key, counter), 12).encode();
        let salt = FixedBytes([u8::try_from(counter).expect("few"); 32]);
        opened.push((tree.size(), bytes.clone(), salt));
        tree.push(&derive_leaf(&salt, &bytes));
    }
    let (size, root) = (tree.size(), tree.root());
    let proven = opened.into_iter().map(|(index, entry, salt)| ProvenEntry {
        index,
        entry: Bytes(entry),
        salt,
        proof: tree
            .prove_inclusion(index, size)
            .expect("it is in the tree"),
    });
    (
        proven.collect(),
        Checkpoint {
            origin: "log".into(),
            size,
            root,
        },
    )
}

#[test]
fn a_gap_in_a_case_is_visible() {
    let key = [4; 32];
    let (entries, checkpoint) = case_in_a_log(&key, 5);
    assert_eq!(
        verify_case(&key, &entries, &checkpoint).map(|all| all.len()),
        Ok(5)
    );
    assert_eq!(verify_case(&key, &[], &checkpoint), Ok(vec![]));
    for left_out in 0..4 {
        let mut fewer = entries.clone();
        fewer.remove(left_out);
        assert_eq!(verify_case(&key, &fewer, &checkpoint), Err(EntryFault::Gap));
    }
    let mut swapped = entries.clone();
    swapped.swap(1, 2);
    assert_eq!(
        verify_case(&key, &swapped, &checkpoint),
        Err(EntryFault::Gap)
    );
    let mut twice = entries.clone();
    twice.insert(1, entries[1].clone());
    assert_eq!(verify_case(&key, &twice, &checkpoint), Err(EntryFault::Gap));
    assert_eq!(
        verify_case(&[5; 32], &entries, &checkpoint),
        Err(EntryFault::Gap)
    );
}

#[test]
fn an_entry_must_be_in_the_log_as_it_is() {
    let (entries, checkpoint) = case_in_a_log(&[4; 32], 4);
    let honest = &entries[2];
    assert!(verify_proven(honest, &checkpoint).is_ok());
    let broken = |change: &dyn Fn(&mut ProvenEntry)| {
        let mut other = honest.clone();
        change(&mut other);
        verify_proven(&other, &checkpoint).unwrap_err()
    };
    assert_eq!(broken(&|other| other.index += 1), EntryFault::NotInLog);
    assert_eq!(
        broken(&|other| other.index = u64::MAX),
        EntryFault::NotInLog
    );
    assert_eq!(broken(&|other| other.salt.0[0] ^= 1), EntryFault::NotInLog);
    assert_eq!(
        broken(&|other| other.entry.0[60] ^= 1),
        EntryFault::NotInLog
    );
    assert_eq!(
        broken(&|other| other.proof.truncate(1)),
        EntryFault::NotInLog
    );
    assert_eq!(
        broken(&|other| other.entry.0.truncate(89)),
        EntryFault::Malformed
    );
}
