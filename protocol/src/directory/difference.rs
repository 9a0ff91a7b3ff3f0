//! What changed between two versions of a directory, as a list an adult can read before signing.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Directory, Entry, Inbox, KeyStatus};
use crate::api::Role;
use crate::day::Day;
use crate::id::KeyId;

/// One change. Names are those of the newer version, except for keys that left it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A key that was not there.
    Added {
        key: KeyId,
        name: String,
        role: Role,
        inbox: Inbox,
        from: Day,
    },
    /// A key that is gone.
    Removed {
        key: KeyId,
        name: String,
        role: Role,
    },
    /// Receives, only opens, or nothing.
    Status {
        key: KeyId,
        name: String,
        before: KeyStatus,
        after: KeyStatus,
    },
    /// Shown under another name.
    Name {
        key: KeyId,
        before: String,
        after: String,
    },
    /// Found in another place.
    Place {
        key: KeyId,
        name: String,
        before: String,
        after: String,
    },
    /// Another role.
    Role {
        key: KeyId,
        name: String,
        before: Role,
        after: Role,
    },
    /// Another inbox.
    Inbox {
        key: KeyId,
        name: String,
        before: Inbox,
        after: Inbox,
    },
    /// Signs with another key.
    SigningKey { key: KeyId, name: String },
    /// Receives between other days.
    Days {
        key: KeyId,
        name: String,
        from: Day,
        to: Day,
    },
    /// Same readers, other order of slots.
    Order,
    /// The gateway has another key.
    Gateway,
    /// The log has another key.
    Log,
    /// Other witnesses, or another number of them must sign.
    Witnesses,
    /// Good until another day.
    Expires { before: Day, after: Day },
}

/// Every difference that a signer should see, in the order of the newer directory.
#[must_use]
pub fn difference(before: &Directory, after: &Directory) -> Vec<Change> {
    let mut changes = Vec::new();
    for entry in &after.entries {
        match before.entry(&entry.key_id) {
            Some(old) => entry_difference(old, entry, &mut changes),
            None => changes.push(Change::Added {
                key: entry.key_id,
                name: entry.name.clone(),
                role: entry.role,
                inbox: entry.inbox,
                from: entry.from,
            }),
        }
    }
    let gone = before
        .entries
        .iter()
        .filter(|old| after.entry(&old.key_id).is_none());
    changes.extend(gone.map(|old| Change::Removed {
        key: old.key_id,
        name: old.name.clone(),
        role: old.role,
    }));
    if order_of_common(before, after) != order_of_common(after, before) {
        changes.push(Change::Order);
    }
    if before.gateway_key_hash != after.gateway_key_hash {
        changes.push(Change::Gateway);
    }
    if before.log_key != after.log_key {
        changes.push(Change::Log);
    }
    if before.witnesses != after.witnesses || before.quorum != after.quorum {
        changes.push(Change::Witnesses);
    }
    if before.expires_day != after.expires_day {
        changes.push(Change::Expires {
            before: before.expires_day,
            after: after.expires_day,
        });
    }
    changes
}

fn order_of_common(directory: &Directory, other: &Directory) -> Vec<KeyId> {
    let keys = directory.entries.iter().map(|entry| entry.key_id);
    keys.filter(|key| other.entry(key).is_some()).collect()
}

fn entry_difference(old: &Entry, new: &Entry, changes: &mut Vec<Change>) {
    let key = new.key_id;
    let name = || new.name.clone();
    if old.status != new.status {
        let (before, after) = (old.status, new.status);
        changes.push(Change::Status {
            key,
            name: name(),
            before,
            after,
        });
    }
    if old.name != new.name {
        changes.push(Change::Name {
            key,
            before: old.name.clone(),
            after: name(),
        });
    }
    if old.place != new.place {
        let (before, after) = (old.place.clone(), new.place.clone());
        changes.push(Change::Place {
            key,
            name: name(),
            before,
            after,
        });
    }
    if old.role != new.role {
        changes.push(Change::Role {
            key,
            name: name(),
            before: old.role,
            after: new.role,
        });
    }
    if old.inbox != new.inbox {
        changes.push(Change::Inbox {
            key,
            name: name(),
            before: old.inbox,
            after: new.inbox,
        });
    }
    if old.signing != new.signing || old.kem_hash != new.kem_hash || old.suite != new.suite {
        changes.push(Change::SigningKey { key, name: name() });
    }
    if (old.from, old.to) != (new.from, new.to) {
        changes.push(Change::Days {
            key,
            name: name(),
            from: new.from,
            to: new.to,
        });
    }
}
