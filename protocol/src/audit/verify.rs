//! Checking a log: one entry against a checkpoint, one case's entries for gaps, a whole log from a file.
//!
//! The same functions run in the browser, in `sotto verify-audit` and in tests. They show that nothing in the log
//! was changed or taken out since a checkpoint was signed; they cannot show what was never put in.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Entry, Kind, derive_case_tag, derive_leaf};
use crate::api::{LogFile, ProvenEntry};
use crate::checkpoint::{self, Checkpoint, CheckpointFault};
use crate::id::{Hash, VerifyingKeyBytes};
use crate::tree::{Tree, verify_inclusion};

/// Why an entry is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// The bytes are not an entry.
    #[error("the entry is malformed")]
    Malformed,
    /// The proof does not lead to the checkpoint.
    #[error("the entry is not in the log")]
    NotInLog,
    /// A case's entries skip a number, repeat one, or belong elsewhere.
    #[error("entries of this case are missing or out of order")]
    Gap,
}

/// An entry that is in the log the checkpoint names.
///
/// # Errors
/// When it is malformed or its proof fails.
pub fn verify_proven(proven: &ProvenEntry, checkpoint: &Checkpoint) -> Result<Entry, EntryFault> {
    let entry = Entry::decode(&proven.entry.0).map_err(|_| EntryFault::Malformed)?;
    let leaf = derive_leaf(&proven.salt, &proven.entry.0);
    verify_inclusion(
        &leaf,
        proven.index,
        checkpoint.size,
        &proven.proof,
        &checkpoint.root,
    )
    .then_some(entry)
    .ok_or(EntryFault::NotInLog)
}

/// All entries of one case, proven, complete from number 0 and in the order of the log.
/// The last ones may be withheld: only a later visit, or a reader with more, can see that.
///
/// # Errors
/// When any of that does not hold.
pub fn verify_case(
    audit_key: &[u8; 32],
    entries: &[ProvenEntry],
    checkpoint: &Checkpoint,
) -> Result<Vec<Entry>, EntryFault> {
    let in_order = entries.is_sorted_by(|a, b| a.index < b.index);
    let checked = (0_u64..).zip(entries).map(|(counter, proven)| {
        let entry = verify_proven(proven, checkpoint)?;
        let fits = entry.case_tag == derive_case_tag(audit_key, counter);
        fits.then_some(entry).ok_or(EntryFault::Gap)
    });
    let checked = checked.collect::<Result<Vec<_>, _>>()?;
    in_order.then_some(checked).ok_or(EntryFault::Gap)
}

/// What the person checking knows beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The log's key, from a verified directory. Without it the file vouches for itself only.
    pub log_key: Option<VerifyingKeyBytes>,
    /// A checkpoint kept from earlier: the log must begin with it.
    pub checkpoint: Option<Checkpoint>,
}

/// What a log that holds says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Name of the log.
    pub origin: String,
    /// Number of leaves.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
    /// Openings in the file, each checked against its leaf.
    pub openings: u64,
    /// How many openings of each kind.
    pub by_kind: BTreeMap<Kind, u64>,
    /// Earliest and latest hour among the openings.
    pub hours: Option<(u32, u32)>,
}

/// The first thing in a log file that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {why}", Place(*index))]
pub struct FirstBroken {
    /// Which leaf, if it can be said; `None` when it concerns the log as a whole.
    pub index: Option<u64>,
    /// What is wrong.
    pub why: Why,
}

struct Place(Option<u64>);

impl core::fmt::Display for Place {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            Some(index) => write!(formatter, "entry {index}"),
            None => write!(formatter, "the log"),
        }
    }
}

/// What is wrong with a log file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The checkpoint does not hold.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointFault),
    /// The file names another key than the one kept.
    #[error("it is signed by another log's key")]
    OtherKey,
    /// The checkpoint speaks of more or fewer leaves than the file has.
    #[error("the number of leaves is not the checkpoint's")]
    Size,
    /// The leaves do not give the checkpoint's root: one was changed, added, taken out or moved.
    #[error("the leaves do not lead to the signed root")]
    Root,
    /// The log does not begin with the checkpoint kept from earlier.
    #[error("it does not extend the log seen earlier")]
    NotExtended,
    /// The opening lies outside the log.
    #[error("there is no such leaf")]
    NoLeaf,
    /// Openings are repeated or out of order.
    #[error("openings are repeated or out of order")]
    Order,
    /// The opening is not what the leaf committed to.
    #[error("it was changed after it was written")]
    Changed,
    /// The opened bytes are not an entry.
    #[error("it is not an audit entry")]
    Malformed,
}

/// Reads a log file from JSON.
///
/// # Errors
/// When it is not one.
pub fn decode_log_file(json: &[u8]) -> Result<LogFile, serde_json::Error> {
    serde_json::from_slice(json)
}

/// Checks a whole log: every opening against its leaf, all leaves against the signed root, the signature, and
/// that the log extends what was kept from earlier.
///
/// # Errors
/// Names the first entry that does not hold, or what is wrong with the whole.
pub fn verify_log(file: &LogFile, kept: &Kept) -> Result<Summary, FirstBroken> {
    let mut summary = Summary {
        origin: String::new(),
        size: file.leaves.len() as u64,
        root: crate::tree::empty_root(),
        openings: file.openings.len() as u64,
        by_kind: BTreeMap::new(),
        hours: None,
    };
    check_openings(file, &mut summary)?;
    check_tree(file, kept, &mut summary).map_err(|why| FirstBroken { index: None, why })?;
    Ok(summary)
}

/// Openings come first because they can say which entry is broken.
fn check_openings(file: &LogFile, summary: &mut Summary) -> Result<(), FirstBroken> {
    let mut next = 0;
    for opening in &file.openings {
        let broken = |why| FirstBroken {
            index: Some(opening.index),
            why,
        };
        if opening.index < next {
            return Err(broken(Why::Order));
        }
        next = opening.index.saturating_add(1);
        let place = usize::try_from(opening.index).ok();
        let leaf = place
            .and_then(|place| file.leaves.get(place))
            .ok_or(broken(Why::NoLeaf))?;
        if derive_leaf(&opening.salt, &opening.entry.0) != *leaf {
            return Err(broken(Why::Changed));
        }
        let entry = Entry::decode(&opening.entry.0).map_err(|_| broken(Why::Malformed))?;
        *summary.by_kind.entry(entry.kind).or_insert(0) += 1;
        let (first, last) = summary.hours.unwrap_or((entry.hour, entry.hour));
        summary.hours = Some((first.min(entry.hour), last.max(entry.hour)));
    }
    Ok(())
}

fn check_tree(file: &LogFile, kept: &Kept, summary: &mut Summary) -> Result<(), Why> {
    if kept.log_key.is_some_and(|key| key != file.log_key) {
        return Err(Why::OtherKey);
    }
    let checkpoint = checkpoint::verify(&file.checkpoint, &file.log_key, None)?;
    if checkpoint.size != summary.size {
        return Err(Why::Size);
    }
    let mut tree = Tree::new();
    for leaf in &file.leaves {
        tree.push(leaf);
    }
    if tree.root() != checkpoint.root {
        return Err(Why::Root);
    }
    if let Some(earlier) = &kept.checkpoint
        && (earlier.origin != checkpoint.origin || tree.root_at(earlier.size) != Some(earlier.root))
    {
        return Err(Why::NotExtended);
    }
    summary.root = checkpoint.root;
    summary.origin = checkpoint.origin;
    Ok(())
}
