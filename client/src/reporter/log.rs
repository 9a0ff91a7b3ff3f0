//! What the audit log says about the pupil's own case, recomputed from proofs: who opened it, and when.

use protocol::api::ProvenEntry;
use protocol::audit::{Entry, EntryFault, Kind, Reason, verify_case, verify_proven};
use protocol::checkpoint::{self, Checkpoint};
use protocol::day::HOURS_PER_HALF_DAY;
use protocol::gateway::MailboxView;
use protocol::id::KeyId;

use super::message::Opened;
use crate::school::KnownSchool;

/// The newest checkpoint of the log that this session has seen.
#[derive(Default)]
pub struct CaseLog(Option<Checkpoint>);

/// What the log says.
#[derive(Default)]
pub struct Seen {
    /// Every entry is proven, none is missing, and the log did not go back.
    pub holds: bool,
    /// Openings by adults, oldest first.
    pub opened: Vec<Opened>,
    /// An adult set a hold, and it was not lifted since.
    pub held: bool,
    /// An adult opened it to read; sealing it to a colleague is not that.
    pub read: bool,
    /// Keys of the entries that added a message, oldest first; the pupil has none.
    pub writers: Vec<KeyId>,
}

/// Checks the entries that came with a mailbox. Without an audit key (the report was taken back before this
/// session opened it) the entries are proven, but nothing shows whether they are all.
pub fn check_log(
    log: &mut CaseLog,
    school: &KnownSchool,
    audit_key: Option<&[u8; 32]>,
    view: &MailboxView,
) -> Seen {
    let key = &school.directory().log_key;
    let Ok(checkpoint) = checkpoint::verify(&view.checkpoint, key, None) else {
        return Seen::default();
    };
    let forward = log.0.as_ref().is_none_or(|last| extends(&checkpoint, last));
    let checked = match audit_key {
        Some(key) => verify_case(key, &view.entries, &checkpoint),
        None => prove_each(&view.entries, &checkpoint),
    };
    let Ok(entries) = checked else {
        return Seen::default();
    };
    if forward {
        log.0 = Some(checkpoint);
    }
    let begins = entries
        .first()
        .is_some_and(|entry| entry.kind == Kind::Received);
    Seen {
        holds: forward && begins,
        opened: entries
            .iter()
            .filter_map(|entry| opening(school, entry))
            .collect(),
        held: entries
            .iter()
            .rev()
            .find(|entry| matches!(entry.kind, Kind::HoldSet | Kind::HoldLifted))
            .is_some_and(|entry| entry.kind == Kind::HoldSet),
        read: entries
            .iter()
            .any(|entry| entry.kind == Kind::Released && entry.reason != Some(Reason::HandingOver)),
        writers: entries
            .iter()
            .filter(|entry| entry.kind == Kind::MessageAdded)
            .map(|entry| entry.key_id)
            .collect(),
    }
}

/// A log only grows; at the same size it is the same log.
fn extends(now: &Checkpoint, before: &Checkpoint) -> bool {
    now.origin == before.origin
        && (now.size > before.size || (now.size == before.size && now.root == before.root))
}

fn prove_each(entries: &[ProvenEntry], checkpoint: &Checkpoint) -> Result<Vec<Entry>, EntryFault> {
    entries
        .iter()
        .map(|entry| verify_proven(entry, checkpoint))
        .collect()
}

fn opening(school: &KnownSchool, entry: &Entry) -> Option<Opened> {
    (entry.kind == Kind::Released).then(|| Opened {
        role: school
            .directory()
            .entry(&entry.key_id)
            .map(|reader| reader.role),
        half_day: entry.hour / HOURS_PER_HALF_DAY,
    })
}
