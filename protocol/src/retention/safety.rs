//! What stands in the way of destroying a case (schools.md 3e, "safe to destroy"). A reader's browser looks at all
//! of it, because the server cannot: a case that is not safe stays, and shows on the list of exceptions.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Class, Dates, Fate, Policy};
use crate::day::Day;

/// What is known about a case when its day comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it turned out to be.
    pub class: Option<Class>,
    /// Its dates.
    pub dates: Dates,
    /// A person ordered it kept.
    pub hold: bool,
    /// Something was promised and not done.
    pub unfinished_action: bool,
    /// A question or reply was written and not sent.
    pub unsent_question: bool,
    /// How it ended is written down.
    pub outcome_recorded: bool,
    /// Readers were warned on every day the policy names.
    pub warned: bool,
    /// A second person knows.
    pub second_person_notified: bool,
}

/// One reason not to destroy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blocker {
    /// Its day has not come.
    NotYet,
    /// It is open.
    Open,
    /// A hold is on it.
    Hold,
    /// Something was promised and not done.
    UnfinishedAction,
    /// A question was not sent.
    UnsentQuestion,
    /// Any sign of sexual abuse.
    SexualAbuse,
    /// It is about an adult.
    AboutAnAdult,
    /// Neither moved nor given an outcome.
    NoOutcome,
    /// The warnings have not gone out.
    NotWarned,
    /// No second person knows.
    NoSecondPerson,
}

/// Everything that stands in the way today. Safe to destroy means: nothing.
#[must_use]
pub fn blockers(policy: &Policy, facts: &Facts, today: Day) -> Vec<Blocker> {
    let fate = policy.fate(facts.class, &facts.dates, facts.hold);
    let due = matches!(fate, Fate::After(day) if day <= today);
    let about_adult = matches!(
        facts.class,
        Some(Class::AdultAllegation | Class::AdultLowLevel)
    );
    // Moved means that the other record has confirmed it; until then this may be the only one there is.
    let settled = if facts.class == Some(Class::Moved) {
        facts.dates.confirmed.is_some()
    } else {
        facts.outcome_recorded
    };
    let found = [
        (!due, Blocker::NotYet),
        (facts.dates.closed.is_none(), Blocker::Open),
        (facts.hold, Blocker::Hold),
        (facts.unfinished_action, Blocker::UnfinishedAction),
        (facts.unsent_question, Blocker::UnsentQuestion),
        (
            facts.class == Some(Class::SexualAbuse),
            Blocker::SexualAbuse,
        ),
        (about_adult, Blocker::AboutAnAdult),
        (!settled, Blocker::NoOutcome),
        (!facts.warned, Blocker::NotWarned),
        (!facts.second_person_notified, Blocker::NoSecondPerson),
    ];
    found
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, blocker)| blocker)
        .collect()
}
