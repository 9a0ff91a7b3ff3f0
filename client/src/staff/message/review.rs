//! What another adult should look at, as the page shows it.

use protocol::api::{FlagClosed, FlagRule, ReviewMonth};
use protocol::id::{CaseId, Hash};
use serde::{Deserialize, Serialize};

/// The review as this adult may see it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Review {
    /// Open ones first.
    pub flags: Vec<Flag>,
    /// Counts; empty for readers.
    pub months: Vec<ReviewMonth>,
}

/// Something unusual in the log.
#[derive(Clone, Serialize, Deserialize)]
pub struct Flag {
    pub flag: Hash,
    pub rule: FlagRule,
    /// Name of the adult; `None` for a key the list no longer names.
    pub who: Option<String>,
    /// About the adult who is looking: another one closes it.
    pub mine: bool,
    pub day: u32,
    pub count: u32,
    /// Cases this adult can see, by nickname or day.
    pub cases: Vec<(CaseId, String)>,
    pub closed: Option<FlagClosed>,
}

impl Flag {
    /// True when it waits for this adult.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.closed.is_none() && !self.mine
    }
}
