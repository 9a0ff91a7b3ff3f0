//! From what came of a case to the day it may be destroyed. Computed here because the class of a case is sealed:
//! the server is told a day, nothing else (schools.md 2g and 3e).

use protocol::day::{Day, Timestamp, day_of_half_day};
use protocol::retention::{Class, Dates, ENGLAND_2026, Policy};

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

/// The retention class of a closed case.
#[must_use]
pub fn class(outcome: &str, categories: &[String]) -> Class {
    let sexual = categories.iter().any(|id| SEXUAL.contains(&id.as_str()));
    match outcome {
        "test" => Class::Spam,
        _ if sexual => Class::SexualAbuse,
        "low-level" => Class::AdultLowLevel,
        _ if ADULT.contains(&outcome) => Class::AdultAllegation,
        _ if MOVED.contains(&outcome) => Class::Moved,
        "unidentified" => Class::NoChildIdentified,
        "not-genuine" => Class::NotGenuine,
        _ => Class::Pastoral,
    }
}

/// First day on which the case may be destroyed. `closed` is its class once it is closed.
#[must_use]
pub fn destroy_after(received_half_day: u32, closed: Option<Class>, now: Timestamp) -> Option<Day> {
    let policy = Policy::decode(ENGLAND_2026.as_bytes()).ok()?;
    let today = now.day();
    let dates = Dates {
        received: day_of_half_day(received_half_day),
        last_activity: today,
        marked: closed.map(|_| today),
        closed: closed.map(|_| today),
        confirmed: None,
    };
    Some(policy.fate(closed, &dates, false).day())
}

#[cfg(test)]
mod tests {
    use super::{class, destroy_after};
    use protocol::day::Timestamp;
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
        assert_eq!(class("test", &sexual), Class::Spam);
        let day = |class| destroy_after(40_000, class, NOW).unwrap().0;
        assert_eq!(day(Some(Class::Spam)), 20_014);
        assert_eq!(day(Some(Class::SexualAbuse)), u32::MAX);
        assert_eq!(day(None), 20_365);
        assert_eq!(
            day(Some(Class::Moved)),
            day(None),
            "the clock starts with the confirmation"
        );
    }
}
