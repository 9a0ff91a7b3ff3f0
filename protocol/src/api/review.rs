//! The review of who opened what: what the server noticed in its own log, and who looked at it (XAM-12).

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use crate::id::{CaseId, Hash, KeyId};

/// `GET /api/v1/review`: what to look at. Flags about cases are for readers; a page shows those whose case it can see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewView {
    /// Open ones first, then closed ones of the last two months; newest first within each.
    pub flags: Vec<FlagView>,
    /// Counts over everything, for adults who read nothing; empty for readers, whom a pupil may have left out.
    pub months: Vec<ReviewMonth>,
}

/// Something another adult should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FlagView {
    /// Names it: a hash over rule, person and day.
    pub flag: Hash,
    /// What was noticed.
    pub rule: FlagRule,
    /// Whose key did it; `None` where no key takes part.
    pub key: Option<KeyId>,
    /// Whose account it is about, by name, where no key takes part.
    pub name: Option<String>,
    /// Day, counted from 1970, UTC.
    pub day: u32,
    /// How many openings, cases or tries.
    pub count: u32,
    /// Which cases.
    pub cases: Vec<CaseId>,
    /// Who looked at it, if somebody did since it last happened.
    pub closed: Option<FlagClosed>,
}

/// What the server notices. The byte is hashed into the flag's name: values are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum FlagRule {
    /// Opened in an hour in which the school says nobody looks.
    OutOfHours = 1,
    /// Opened after a colleague took the case over.
    AfterTakeover = 2,
    /// Many cases within one hour.
    ManyAtOnce = 3,
    /// The same case in many hours of one day.
    AgainAndAgain = 4,
    /// Opened for "something else", and nothing done in the case in the week after.
    NothingDone = 5,
    /// Records taken out in the weeks before the last day.
    SavedBeforeLeaving = 6,
    /// Wrong passwords or codes for this account, so many that it had to wait.
    WrongSignIn = 7,
    /// Wrong codes of somebody who was signed in already.
    WrongProof = 8,
}

/// What somebody found who looked at a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum FlagOutcome {
    /// It was part of their work.
    InOrder = 1,
    /// They were asked, and it is explained.
    Explained = 2,
    /// It was not in order, and the head or the chair of governors knows.
    PassedOn = 3,
}

/// Who looked at a flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FlagClosed {
    /// Their name, as the server knows it.
    pub name: String,
    /// Hour.
    pub hour: u32,
    /// What they found.
    pub outcome: FlagOutcome,
}

/// One month in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewMonth {
    /// `YYYY-MM`.
    pub month: String,
    /// Times a case was opened.
    pub openings: u32,
    /// Flags of that month.
    pub flags: u32,
    /// Of these, not looked at yet.
    pub open: u32,
}

/// `POST /api/v1/review/close`: another adult than the one it is about looked at a flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseFlagRequest {
    /// Which.
    pub flag: Hash,
    /// What they found.
    pub outcome: FlagOutcome,
}

impl FlagOutcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::InOrder, Self::Explained, Self::PassedOn];

    /// The byte as stored and logged.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        self as u8
    }

    /// The outcome a byte stands for.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|outcome| outcome.to_byte() == byte)
    }
}
