//! A policy: the periods of one region's pack, or a school's own within that pack's bounds.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Anchor, Class, Dates, Fate, Keep};
use crate::day::Day;

/// The pack for England, dated inside.
pub const ENGLAND_2026: &str = include_str!("../../../packs/retention/england-2026.json");

/// All periods in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Name of the pack.
    pub pack: String,
    /// Region it is for.
    pub region: String,
    /// Day its sources were last read, `YYYY-MM-DD`.
    pub dated: String,
    /// Days after which the pack counts as stale and the app says so.
    pub stale_after_days: u32,
    /// The data protection officer who confirmed it, once one has.
    pub confirmed_by: Option<String>,
    /// A report nobody has read.
    pub unread: Keep,
    /// A case that is open, from its last activity.
    pub open: Keep,
    /// Days before the end at which readers are warned, largest first.
    pub warn_days: Vec<u32>,
    /// Periods of cases.
    pub classes: Vec<Rule>,
    /// Periods of everything else.
    pub others: Vec<Kept>,
}

/// The period of one class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The class.
    pub class: Class,
    /// What is counted from.
    pub after: Anchor,
    /// How long.
    pub keep: Keep,
    /// A school may not go below.
    pub least: Keep,
    /// A school may not go above.
    pub most: Keep,
    /// Why, for the page that shows it.
    pub basis: String,
}

/// The period of something that is not a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// What is kept.
    pub what: String,
    /// How long.
    pub keep: Keep,
    /// Why.
    pub basis: String,
}

/// Why a policy is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFault {
    /// The text is not a policy.
    #[error("the retention policy is malformed")]
    Malformed,
    /// A class has no rule, or two.
    #[error("each class needs exactly one rule")]
    Classes,
    /// A timer on what no timer may destroy, or none on what must go.
    #[error("this class must be kept by hand, or must not be")]
    ByHand,
    /// A period outside its bounds.
    #[error("the period is outside its bounds")]
    OutOfBounds,
}

impl Policy {
    /// Reads a pack or a school's own policy and checks it.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn decode(json: &[u8]) -> Result<Self, PolicyFault> {
        let policy: Self = serde_json::from_slice(json).map_err(|_| PolicyFault::Malformed)?;
        policy.check().map(|()| policy)
    }

    fn check(&self) -> Result<(), PolicyFault> {
        if Day::parse(&self.dated).is_none() {
            return Err(PolicyFault::Malformed);
        }
        let all_once = Class::ALL.iter().all(|class| {
            self.classes
                .iter()
                .filter(|rule| rule.class == *class)
                .count()
                == 1
        });
        if !all_once {
            return Err(PolicyFault::Classes);
        }
        let mut rules = self.classes.iter();
        if rules.any(|rule| (rule.keep == Keep::ByHand) != rule.class.is_kept_by_hand()) {
            return Err(PolicyFault::ByHand);
        }
        let bounded =
            |rule: &Rule| rule.keep.is_at_least(rule.least) && rule.most.is_at_least(rule.keep);
        if !self.classes.iter().all(bounded) || self.open == Keep::ByHand {
            return Err(PolicyFault::OutOfBounds);
        }
        Ok(())
    }

    /// The rule of a class. A checked policy has one for each.
    #[must_use]
    pub fn rule(&self, class: Class) -> Option<&Rule> {
        self.classes.iter().find(|rule| rule.class == class)
    }

    /// The period of something that is not a case.
    #[must_use]
    pub fn other(&self, what: &str) -> Option<Keep> {
        let kept = self.others.iter().find(|kept| kept.what == what)?;
        Some(kept.keep)
    }

    /// This policy with another period for one class.
    ///
    /// # Errors
    /// When the period is outside the class's bounds.
    pub fn with_keep(mut self, class: Class, keep: Keep) -> Result<Self, PolicyFault> {
        for rule in self.classes.iter_mut().filter(|rule| rule.class == class) {
            rule.keep = keep;
        }
        self.check().map(|()| self)
    }

    /// What becomes of a case. `class` is `None` until someone has decided what it is.
    #[must_use]
    pub fn fate(&self, class: Option<Class>, dates: &Dates, hold: bool) -> Fate {
        if hold || class.is_some_and(Class::is_kept_by_hand) {
            return Fate::Hold;
        }
        let rule = class.and_then(|class| self.rule(class));
        let start = rule.and_then(|rule| dates.anchor(rule.after));
        let end = match (rule, start) {
            (Some(rule), Some(start)) => rule.keep.end(start),
            // Still open, or waiting for the other record: counted from the last activity.
            _ => self.open.end(dates.last_activity.max(dates.received)),
        };
        end.map_or(Fate::Hold, Fate::After)
    }

    /// The day set at arrival, before anyone has read what it is.
    #[must_use]
    pub fn on_arrival(&self, received: Day) -> Day {
        self.unread.end(received).unwrap_or(Day(u32::MAX))
    }

    /// True once the pack should be read against its sources again.
    #[must_use]
    pub fn is_stale(&self, today: Day) -> bool {
        Day::parse(&self.dated).is_none_or(|dated| today.days_since(dated) > self.stale_after_days)
    }
}

impl Dates {
    /// The day a period starts, if it has come. Nothing but the last activity starts while a case is open.
    fn anchor(&self, anchor: Anchor) -> Option<Day> {
        let closed = self.closed?;
        match anchor {
            Anchor::Marked => self.marked.or(Some(closed)),
            Anchor::Closed => Some(closed),
            Anchor::LastActivity => Some(self.last_activity.max(self.received)),
            Anchor::Confirmed => self.confirmed,
        }
    }
}
