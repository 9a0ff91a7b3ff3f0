//! What in the log another adult should look at: rules over who opened what, when and why (XAM-12).
//!
//! Pure: acts in, flags out. Promises that the same acts give the same flags under the same names, that what happened
//! after somebody looked opens a flag again, and that sealing a case to a colleague counts as no opening. A flag says
//! that something is unusual, never that it is wrong. A server that keeps its own log can also keep a flag back: this
//! binds staff, not whoever runs the machine.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use protocol::api::{FlagRule, ReviewMonth};
use protocol::audit::{Entry, Kind, Reason};
use protocol::day::{Day, day_of_hour};
use protocol::encoding::FixedBytes;
use protocol::id::{CaseId, Hash, KeyId, StaffId};
use sha2::{Digest, Sha256};

use crate::look::Calendar;

const FLAG_LABEL: &[u8] = b"sotto/v1/flag";

/// An entry of the log with the case it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Place in the log.
    pub index: u64,
    /// Which case; `None` for the school's own entries.
    pub case: Option<CaseId>,
    /// What the log says.
    pub entry: Entry,
}

/// Wrong tries of one day, as the store keeps them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongTries {
    /// Whose account.
    pub staff: StaffId,
    /// Day.
    pub day: u32,
    /// [`FlagRule::WrongSignIn`] or [`FlagRule::WrongProof`].
    pub rule: FlagRule,
    /// How many.
    pub tries: u32,
}

/// Whom a flag is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Whoever holds this key.
    Key(KeyId),
    /// The owner of this account.
    Staff(StaffId),
}

/// Something another adult should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What was noticed.
    pub rule: FlagRule,
    /// Whom it is about.
    pub who: Who,
    /// On which day.
    pub day: u32,
    /// How many openings, cases or tries.
    pub count: u32,
    /// Which cases.
    pub cases: BTreeSet<CaseId>,
    /// Grows with everything that adds to the flag: the newest entry's place, or the number of tries.
    pub mark: u64,
}

impl Flag {
    /// Names the flag: SHA-256 over label, rule, kind and bytes of whom it is about, and day.
    #[must_use]
    pub fn id(&self) -> Hash {
        let hash = Sha256::new()
            .chain_update(FLAG_LABEL)
            .chain_update([self.rule as u8]);
        let hash = match self.who {
            Who::Key(key) => hash.chain_update([1]).chain_update(key.0),
            Who::Staff(staff) => hash.chain_update([2]).chain_update(staff.to_bytes()),
        };
        FixedBytes(hash.chain_update(self.day.to_be_bytes()).finalize().into())
    }
}

/// What the rules look at.
#[derive(Clone, Copy)]
pub struct Looked<'a> {
    /// Entries of one school, oldest first.
    pub happened: &'a [Happened],
    /// When the school says somebody looks.
    pub calendar: &'a Calendar,
    /// Keys of adults with a last day, and that day.
    pub leaving: &'a [(KeyId, u32)],
    /// Wrong tries.
    pub wrong: &'a [WrongTries],
    /// The hour now.
    pub hour: u32,
}

/// Every flag, newest first.
#[must_use]
pub fn derive_flags(looked: Looked<'_>) -> Vec<Flag> {
    let mut flags = rules::openings(&looked);
    flags.extend(rules::nothing_done(&looked));
    flags.extend(rules::saved_before_leaving(&looked));
    flags.extend(looked.wrong.iter().map(|one| Flag {
        rule: one.rule,
        who: Who::Staff(one.staff),
        day: one.day,
        count: one.tries,
        cases: BTreeSet::new(),
        mark: u64::from(one.tries),
    }));
    flags.sort_by_key(|flag| (std::cmp::Reverse(flag.day), flag.rule, flag.who));
    flags
}

/// Openings, flags and open flags of every month that had any, newest first. `is_open` says which flags nobody looked at.
#[must_use]
pub fn derive_months(
    happened: &[Happened],
    flags: &[Flag],
    is_open: impl Fn(&Flag) -> bool,
) -> Vec<ReviewMonth> {
    let mut months = BTreeMap::<String, [u32; 3]>::new();
    let month = |day: u32| Day(day).to_string().chars().take(7).collect::<String>();
    for one in happened.iter().filter(|one| is_opening(one)) {
        months
            .entry(month(day_of_hour(one.entry.hour).0))
            .or_default()[0] += 1;
    }
    for flag in flags {
        let counts = months.entry(month(flag.day)).or_default();
        counts[1] += 1;
        counts[2] += u32::from(is_open(flag));
    }
    let months = months.into_iter().rev();
    months
        .map(|(month, [openings, flags, open])| ReviewMonth {
            month,
            openings,
            flags,
            open,
        })
        .collect()
}

/// A reader was given a case to read.
fn is_opening(one: &Happened) -> bool {
    one.entry.kind == Kind::Released && one.entry.reason != Some(Reason::HandingOver)
}
