//! How long things are kept: the classes, the arithmetic from class and dates to a day, and what stands in the way.
//!
//! Runs in a reader's browser, because the class of a case is sealed: the server is told a day and whether to hold,
//! nothing else (schools.md 2g). Promises that kinds which must not be destroyed by a timer never get a day, that a
//! school can move a period only within bounds, and that "safe to destroy" is a list of reasons that must be empty.
//! Numbers live in dated packs, not here; a data protection officer must confirm them.

mod policy;
mod safety;

use serde::{Deserialize, Serialize};

pub use policy::{ENGLAND_2026, Kept, Policy, PolicyFault, Rule};
pub use safety::{Blocker, Facts, blockers};

use crate::day::Day;

/// Days an unread report is kept before it may go: the server sets this at arrival, before anyone has read what it is.
pub const UNREAD_DAYS: u32 = 400;

/// What kind of case it turned out to be. The byte is sealed inside notes; values are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Class {
    /// Spam, test, empty.
    Spam = 1,
    /// Not genuine.
    NotGenuine = 2,
    /// Pastoral or low level, resolved.
    Pastoral = 3,
    /// No child could be identified.
    NoChildIdentified = 4,
    /// Moved to the child protection record.
    Moved = 5,
    /// Any sign of child sexual abuse.
    SexualAbuse = 6,
    /// Allegation about an adult.
    AdultAllegation = 7,
    /// Low-level concern about an adult.
    AdultLowLevel = 8,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 8] = [
        Self::Spam,
        Self::NotGenuine,
        Self::Pastoral,
        Self::NoChildIdentified,
        Self::Moved,
        Self::SexualAbuse,
        Self::AdultAllegation,
        Self::AdultLowLevel,
    ];

    /// The byte inside sealed notes.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        self as u8
    }

    /// The class a byte stands for.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.to_byte() == byte)
    }

    /// True for kinds that no timer may destroy (requirement F8; schools.md 3e).
    #[must_use]
    pub const fn is_kept_by_hand(self) -> bool {
        matches!(
            self,
            Self::SexualAbuse | Self::AdultAllegation | Self::AdultLowLevel
        )
    }
}

/// A period of keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// So many days.
    Days(u32),
    /// So many months, clamped at month ends.
    Months(u32),
    /// So many years.
    Years(u32),
    /// Until a person decides; no timer.
    ByHand,
}

impl Keep {
    /// The first day after the period; `None` if only a person can end it.
    #[must_use]
    pub fn end(self, start: Day) -> Option<Day> {
        match self {
            Self::Days(days) => Some(start.plus_days(days)),
            Self::Months(months) => Some(start.plus_months(months)),
            Self::Years(years) => Some(start.plus_years(years)),
            Self::ByHand => None,
        }
    }

    /// True if this period never ends before the other.
    #[must_use]
    pub fn is_at_least(self, other: Self) -> bool {
        // A leap cycle decides between periods given in different units.
        const START: Day = Day(20_000);
        match (self.end(START), other.end(START)) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(this), Some(that)) => this >= that,
        }
    }
}

/// What a period is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The day it was marked as what it is.
    Marked,
    /// The day the case was closed.
    Closed,
    /// The last day anything happened in it.
    LastActivity,
    /// The day the other record confirmed that it has everything.
    Confirmed,
}

/// The dates of a case that its period can be counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// Day it came in.
    pub received: Day,
    /// Day anything last happened in it.
    pub last_activity: Day,
    /// Day it was marked as what it is.
    pub marked: Option<Day>,
    /// Day it was closed; `None` while it is open.
    pub closed: Option<Day>,
    /// Day the move to another record was confirmed.
    pub confirmed: Option<Day>,
}

/// What becomes of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It may be destroyed from this day on, if nothing stands in the way.
    After(Day),
    /// It is held until a person decides.
    Hold,
}

impl Fate {
    /// The day that is told to the server. A held case gets the last day there is, and a hold besides.
    #[must_use]
    pub const fn day(self) -> Day {
        match self {
            Self::After(day) => day,
            Self::Hold => Day(u32::MAX),
        }
    }
}
