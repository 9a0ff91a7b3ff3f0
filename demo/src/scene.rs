//! A scene: what pupils and adults of the demo school said and did, and when, told backwards from now.

use client::reporter::message::{About, Danger};
use client::staff::message::{Reason, State, Urgency};
use protocol::api::Role;
use protocol::day::Timestamp;
use serde::Deserialize;

use crate::fault::{During, Fault, Needed};

/// Reports of the scene of many: more than two pages of the inbox.
const MANY: usize = 120;

const FULL: &str = include_str!("../scenes/full.json");
const EXPIRING: &str = include_str!("../scenes/expiring.json");
const NEWCOMER: &str = include_str!("../scenes/newcomer.json");
const MANY_MORE: &str = include_str!("../scenes/many.json");

/// All cases of a scene.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    pub cases: Vec<Case>,
}

/// One case from beginning to end.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub acts: Vec<Act>,
}

/// One thing someone did.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// `N days HH:MM`, or `N minutes`, before now.
    pub at: String,
    pub who: Who,
    /// Roles a pupil leaves out of those who usually read.
    #[serde(default)]
    pub leave_out: Vec<Role>,
    /// Roles a pupil adds to them.
    #[serde(default)]
    pub add: Vec<Role>,
    #[serde(flatten)]
    pub what: What,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    Pupil,
    Lead,
    Deputy,
    Head,
    Chair,
    Admin,
}

/// What was done.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Report(Report),
    Say(Say),
    Withdraw {},
    /// A reader is invited, makes keys, and is named by a newly signed directory.
    Join {},
    Open {
        reason: Reason,
    },
    Reply {
        text: String,
        asks: bool,
        /// To choose from.
        #[serde(default)]
        answers: Vec<String>,
    },
    Note {
        text: String,
    },
    Decide(Decide),
    /// Looks at the board, which warns of what goes soon.
    Look {},
    /// Keeps a case past its day.
    Hold {
        review_in_days: u32,
        reason: String,
    },
    Close {
        outcome: String,
        rationale: String,
        message: String,
    },
}

/// A first report.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    pub danger: Danger,
    pub about: About,
    pub categories: Vec<String>,
    pub text: String,
}

/// More from the pupil.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Say {
    pub text: String,
    #[serde(default)]
    pub feel_safer: bool,
    #[serde(default)]
    pub another_adult: bool,
}

/// A triage decision.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decide {
    pub title: Option<String>,
    pub state: Option<State>,
    pub urgency: Option<Urgency>,
    pub owner: Option<Who>,
    pub due_in_days: Option<u32>,
    pub rationale: String,
}

/// An act at its moment; `case` is its place in the scene.
pub struct Moment {
    pub at: Timestamp,
    pub case: usize,
    pub act: Act,
}

impl Who {
    /// The role of an adult; `None` for the pupil.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::Pupil => None,
            Self::Lead => Some(Role::Lead),
            Self::Deputy => Some(Role::Deputy),
            Self::Head => Some(Role::Head),
            Self::Chair => Some(Role::Chair),
            Self::Admin => Some(Role::Admin),
        }
    }
}

impl Scene {
    /// The scene with something in every lane of the board.
    pub fn full() -> Result<Self, Fault> {
        serde_json::from_str(FULL).during("reading scenes/full.json")
    }

    /// The scene of endings: one case past its day whose readers were warned, one held, others with days to go, one
    /// referred, one that no timer destroys.
    pub fn expiring() -> Result<Self, Fault> {
        serde_json::from_str(EXPIRING).during("reading scenes/expiring.json")
    }

    /// The scene of a case that is in work when a reader joins, who has no key to it.
    pub fn newcomer() -> Result<Self, Fault> {
        serde_json::from_str(NEWCOMER).during("reading scenes/newcomer.json")
    }

    /// So many reports nobody has opened: a board of several pages. The two oldest cases are one in danger and one in
    /// work: the first and the last that an inbox lists.
    pub fn many() -> Result<Self, Fault> {
        let more: Self = serde_json::from_str(MANY_MORE).during("reading scenes/many.json")?;
        let cases = (0..MANY).map(|number| {
            let report = Report {
                danger: Danger::No,
                about: About::LotsOfPeople,
                categories: vec!["unsafe_place".into()],
                text: format!("The light in the corridor is broken again, number {number}."),
            };
            let act = Act {
                at: format!(
                    "{} days {:02}:{:02}",
                    1 + number % 20,
                    8 + number % 9,
                    number % 60
                ),
                who: Who::Pupil,
                leave_out: Vec::new(),
                add: Vec::new(),
                what: What::Report(report),
            };
            Case {
                name: format!("light-{number}"),
                acts: vec![act],
            }
        });
        Ok(Self {
            cases: cases.chain(more.cases).collect(),
        })
    }

    /// Every act, oldest first.
    pub fn moments(&self, now: Timestamp) -> Result<Vec<Moment>, Fault> {
        let mut moments = Vec::new();
        for (case, told) in self.cases.iter().enumerate() {
            for act in &told.acts {
                let at = moment(&act.at, now).needed(&format!("a time in {:?}", act.at))?;
                moments.push(Moment {
                    at,
                    case,
                    act: act.clone(),
                });
            }
        }
        moments.sort_by_key(|moment| moment.at);
        Ok(moments)
    }
}

/// Reads `N days HH:MM` or `N minutes`.
fn moment(text: &str, now: Timestamp) -> Option<Timestamp> {
    let (number, rest) = text.split_once(' ')?;
    let number: u64 = number.parse().ok()?;
    if rest == "minutes" {
        return Some(Timestamp(now.0.checked_sub(number * 60)?));
    }
    let (hour, minute) = rest.strip_prefix("days ")?.split_once(':')?;
    let (hour, minute): (u64, u64) = (hour.parse().ok()?, minute.parse().ok()?);
    let midnight = u64::from(now.day().0) * 86_400;
    Some(Timestamp(
        midnight.checked_sub(number * 86_400)? + hour * 3_600 + minute * 60,
    ))
}

#[cfg(test)]
mod tests {
    use super::{Scene, moment};
    use protocol::day::Timestamp;

    #[test]
    fn times_are_told_backwards() {
        let now = Timestamp(20_000 * 86_400 + 50_000);
        assert_eq!(moment("40 minutes", now), Some(Timestamp(now.0 - 2_400)));
        assert_eq!(
            moment("3 days 09:15", now),
            Some(Timestamp(19_997 * 86_400 + 33_300))
        );
        assert_eq!(moment("soon", now), None);
    }

    #[test]
    fn the_scene_is_in_order_and_past() {
        let now = Timestamp(20_000 * 86_400 + 100);
        let moments = Scene::full().unwrap().moments(now).unwrap();
        assert!(moments.len() > 50);
        assert!(moments.iter().all(|moment| moment.at < now));
        for case in 0..moments.iter().map(|moment| moment.case).max().unwrap() {
            let told = moments.iter().filter(|moment| moment.case == case);
            let times: Vec<_> = told.map(|moment| moment.at).collect();
            assert!(times.is_sorted());
        }
    }
}
