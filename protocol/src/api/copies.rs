//! Copies of everything a server keeps, and the trial that one of them can be put back (XAM-16). About the machine: never
//! about a case, and no time finer than a day.

use alloc::string::String;
use serde::{Deserialize, Serialize};

use super::Verdict;

/// One kind of copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyLine {
    /// Whether it will do today.
    pub verdict: Verdict,
    /// Day of the newest one; `None`: there is none, or this server did not make it.
    pub day: Option<u32>,
    /// Days after which it is too old.
    pub good_days: u32,
}

/// What came back in a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CameBack {
    /// Cases.
    pub cases: u64,
    /// Entries of the log.
    pub entries: u64,
}

/// The newest trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DrillLine {
    /// Whether it will do today.
    pub verdict: Verdict,
    /// Day it was done; `None`: never.
    pub day: Option<u32>,
    /// Days after which it is too old.
    pub good_days: u32,
    /// True when it was done and failed.
    pub failed: bool,
    /// How much came back, when it went well and no other school is on this server.
    pub came_back: Option<CameBack>,
    /// Why it failed, for those who may configure.
    pub why: Option<String>,
}

/// `GET /api/v1/copies`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CopiesView {
    /// The newest copy of the database.
    pub backup: CopyLine,
    /// The newest copy of the keys of cases, which lies apart.
    pub keys: CopyLine,
    /// The newest trial.
    pub drill: DrillLine,
}
