//! From what came of a case to the day it may be destroyed. Computed here because the class of a case is sealed:
//! the server is told a day, nothing else (schools.md 2g and 3e).

use protocol::day::{Day, Timestamp, day_of_half_day};
use protocol::retention::{Class, Dates, ENGLAND_2026, Facts, Policy, blockers};

/// Bytes of an outcome's id, at most.
pub const OUTCOME_LEN: usize = 64;

/// Outcomes about an adult: never destroyed by a timer.
const ADULT: [&str; 7] = [
    "lado",
    "staff-process",
    "substantiated",
    "malicious",
    "false",
    "unsubstantiated",
    "unfounded",
];
/// Outcomes after which another record is the record; its confirmation starts the clock.
const MOVED: [&str; 2] = ["social-care-s17", "social-care-s47"];
/// Categories that are a sign of child sexual abuse.
const SEXUAL: [&str; 4] = ["sexual_touch", "nudes", "groomed", "blackmail"];
/// Categories that say it is about an adult at the school.
const ABOUT_ADULT: [&str; 1] = ["adult_school"];

/// The retention class of a closed case. `categories` are those of the pupil and those of staff together: what either
/// said is sexual abuse or about an adult is never destroyed by a timer, whatever the case was closed as. Else
/// whoever closes a case as a test could destroy what it shows.
#[must_use]
pub fn class(outcome: &str, categories: &[String]) -> Class {
    let sexual = categories.iter().any(|id| SEXUAL.contains(&id.as_str()));
    let about_adult = categories
        .iter()
        .any(|id| ABOUT_ADULT.contains(&id.as_str()));
    match outcome {
        _ if sexual => Class::SexualAbuse,
        "low-level" => Class::AdultLowLevel,
        _ if about_adult || ADULT.contains(&outcome) => Class::AdultAllegation,
        "test" => Class::Spam,
        _ if MOVED.contains(&outcome) => Class::Moved,
        "unidentified" => Class::NoChildIdentified,
        "not-genuine" => Class::NotGenuine,
        _ => Class::Pastoral,
    }
}

/// What the server is told of a case: a day, and whether nothing but time stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    pub day: u32,
    pub may_expire: bool,
}

/// How long the case is kept. `closed` is its class once it is closed with an outcome; closing leaves nothing unfinished
/// or unsent, and what the server knows itself (hold, warnings, a second person) it looks at itself. `confirmed` is the
/// day on which somebody said that the school's own record has it; then that is the record, unless the class is one
/// that no timer may destroy.
#[must_use]
pub fn keeping(
    received_half_day: u32,
    closed: Option<Class>,
    confirmed: Option<Day>,
    now: Timestamp,
) -> Option<Keeping> {
    let closed = match (closed, confirmed) {
        (Some(class), Some(_)) if !class.is_kept_by_hand() => Some(Class::Moved),
        (class, _) => class,
    };
    let policy = Policy::decode(ENGLAND_2026.as_bytes()).ok()?;
    let today = now.day();
    let dates = Dates {
        received: day_of_half_day(received_half_day),
        last_activity: today,
        marked: closed.map(|_| today),
        closed: closed.map(|_| today),
        confirmed,
    };
    let day = policy.fate(closed, &dates, false).day();
    let facts = Facts {
        class: closed,
        dates,
        hold: false,
        unfinished_action: false,
        unsent_question: false,
        outcome_recorded: closed.is_some(),
        warned: true,
        second_person_notified: true,
    };
    let in_the_way = blockers(&policy, &facts, day);
    Some(Keeping {
        day: day.0,
        may_expire: in_the_way.is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Keeping, class, keeping};
    use protocol::day::{Day, Timestamp};
    use protocol::retention::Class;

    const NOW: Timestamp = Timestamp(20_000 * 86_400);

    // P62: the class comes from outcome and categories, and what must be kept never gets a near day.
    #[test]
    fn outcomes_have_their_class() {
        let sexual = [String::from("nudes")];
        assert_eq!(class("pastoral", &[]), Class::Pastoral);
        assert_eq!(class("pastoral", &sexual), Class::SexualAbuse);
        assert_eq!(class("lado", &[]), Class::AdultAllegation);
        assert_eq!(class("not-genuine", &[]), Class::NotGenuine);
        assert_eq!(class("test", &[]), Class::Spam);
        let day = |class| keeping(40_000, class, None, NOW).unwrap().day;
        assert_eq!(day(Some(Class::Spam)), 20_014);
        assert_eq!(day(Some(Class::SexualAbuse)), u32::MAX);
        assert_eq!(day(None), 20_365);
        assert_eq!(
            day(Some(Class::Moved)),
            day(None),
            "the clock starts with the confirmation"
        );
    }

    // F8, P62: sexual abuse and adults beat every outcome; open and unconfirmed cases wait for a person.
    #[test]
    fn what_must_not_go_by_itself_is_never_let_go() {
        for outcome in ["test", "pastoral", "not-genuine", "unidentified", "lado"] {
            for category in ["sexual_touch", "nudes", "groomed", "blackmail"] {
                let categories = [String::from("bullying"), String::from(category)];
                assert_eq!(class(outcome, &categories), Class::SexualAbuse);
            }
            let adult = class(outcome, &[String::from("adult_school")]);
            assert!(adult.is_kept_by_hand());
        }
        for class in [None].into_iter().chain(Class::ALL.map(Some)) {
            let Keeping { may_expire, .. } = keeping(40_000, class, None, NOW).unwrap();
            let by_time = matches!(
                class,
                Some(Class::Spam | Class::NotGenuine | Class::Pastoral | Class::NoChildIdentified)
            );
            assert_eq!(may_expire, by_time, "{class:?}");
        }
    }

    // F8, schools.md 3e: 90 days after the school's own record is confirmed to have it; never what is kept by hand.
    #[test]
    fn what_was_moved_goes_after_the_confirmation() {
        let confirmed = Some(Day(19_990));
        for class in Class::ALL {
            let found = keeping(40_000, Some(class), confirmed, NOW).unwrap();
            assert_eq!(found.may_expire, !class.is_kept_by_hand(), "{class:?}");
            let day = if class.is_kept_by_hand() {
                u32::MAX
            } else {
                20_080
            };
            assert_eq!(found.day, day, "{class:?}");
        }
        // Open again: nothing goes, whatever was confirmed before.
        assert!(!keeping(40_000, None, confirmed, NOW).unwrap().may_expire);
    }
}
