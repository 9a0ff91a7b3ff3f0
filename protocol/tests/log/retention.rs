//! Retention: the dated pack, its bounds, and that what must stay stays (F8, IMP-C4, schools.md 3e).

use proptest::prelude::*;
use protocol::day::Day;
use protocol::retention::{
    Blocker, Class, Dates, ENGLAND_2026, Facts, Fate, Keep, Policy, PolicyFault, UNREAD_DAYS,
    blockers,
};

fn policy() -> Policy {
    Policy::decode(ENGLAND_2026.as_bytes()).expect("the pack holds")
}

const OPEN: Dates = Dates {
    received: Day(20_000),
    last_activity: Day(20_010),
    marked: None,
    closed: None,
    confirmed: None,
};
const CLOSED: Dates = Dates {
    closed: Some(Day(20_020)),
    ..OPEN
};

// R21: a period that starts, ends or lies over a leap day is never shorter than its years.
#[test]
fn leap_days_shorten_no_period() {
    let end = |keep: Keep, from: &str| keep.end(Day::parse(from).unwrap()).unwrap().to_string();
    assert_eq!(end(Keep::Months(12), "2028-02-29"), "2029-02-28");
    assert_eq!(end(Keep::Months(12), "2027-02-28"), "2028-02-28");
    assert_eq!(end(Keep::Months(12), "2027-03-01"), "2028-03-01");
    assert_eq!(end(Keep::Years(4), "2028-02-29"), "2032-02-29");
    assert_eq!(end(Keep::Years(72), "2028-02-29"), "2100-02-28");
    assert_eq!(end(Keep::Days(366), "2028-02-28"), "2029-02-28");
    for start in 21_000..23_000 {
        let end = Keep::Months(12).end(Day(start)).unwrap();
        assert!(end.0 - start >= 365, "from {}", Day(start));
    }
}

#[test]
fn the_pack_says_what_the_requirements_say() {
    let policy = policy();
    assert_eq!(
        (policy.region.as_str(), policy.dated.as_str()),
        ("gb-eng", "2026-11-21")
    );
    assert_eq!(policy.on_arrival(Day(1)), Day(1 + UNREAD_DAYS));
    assert_eq!(policy.warn_days, [30, 7]);
    let keep = |class| policy.rule(class).expect("a rule for each").keep;
    assert_eq!(keep(Class::Spam), Keep::Days(14));
    assert_eq!(keep(Class::NotGenuine), Keep::Months(12));
    assert_eq!(keep(Class::Pastoral), Keep::Months(12));
    assert_eq!(keep(Class::NoChildIdentified), Keep::Months(12));
    assert_eq!(keep(Class::Moved), Keep::Days(90));
    for class in [
        Class::SexualAbuse,
        Class::AdultAllegation,
        Class::AdultLowLevel,
    ] {
        assert_eq!(keep(class), Keep::ByHand);
    }
    assert!(!policy.is_stale(Day::parse("2027-11-21").unwrap()));
    assert!(policy.is_stale(Day::parse("2027-11-22").unwrap()));
}

#[test]
fn each_class_counts_from_its_own_day() {
    let policy = policy();
    let fate = |class, dates: &Dates| policy.fate(Some(class), dates, false);
    let marked = Dates {
        marked: Some(Day(20_015)),
        ..CLOSED
    };
    assert_eq!(fate(Class::Spam, &marked), Fate::After(Day(20_029)));
    assert_eq!(fate(Class::Spam, &CLOSED), Fate::After(Day(20_034)));
    assert_eq!(
        fate(Class::Pastoral, &CLOSED),
        Fate::After(Day(20_020).plus_months(12))
    );
    assert_eq!(
        fate(Class::NoChildIdentified, &CLOSED),
        Fate::After(Day(20_010).plus_months(12))
    );
    // Moved, but the other record has not confirmed: as an open case.
    assert_eq!(
        fate(Class::Moved, &CLOSED),
        Fate::After(Day(20_010).plus_months(12))
    );
    let confirmed = Dates {
        confirmed: Some(Day(20_030)),
        ..CLOSED
    };
    assert_eq!(fate(Class::Moved, &confirmed), Fate::After(Day(20_120)));
    assert_eq!(fate(Class::SexualAbuse, &CLOSED), Fate::Hold);
    assert_eq!(
        policy.fate(None, &OPEN, false),
        Fate::After(Day(20_010).plus_months(12))
    );
    assert_eq!(policy.fate(None, &OPEN, true), Fate::Hold);
    assert_eq!(Fate::Hold.day(), Day(u32::MAX));
}

#[test]
fn a_school_moves_a_period_only_within_bounds() {
    let set = |class, keep| policy().with_keep(class, keep).map(|_| ());
    assert_eq!(set(Class::Pastoral, Keep::Months(6)), Ok(()));
    assert_eq!(set(Class::Pastoral, Keep::Years(7)), Ok(()));
    assert_eq!(
        set(Class::Pastoral, Keep::Months(2)),
        Err(PolicyFault::OutOfBounds)
    );
    assert_eq!(
        set(Class::Pastoral, Keep::Years(8)),
        Err(PolicyFault::OutOfBounds)
    );
    assert_eq!(set(Class::Pastoral, Keep::ByHand), Err(PolicyFault::ByHand));
    assert_eq!(
        set(Class::SexualAbuse, Keep::Years(75)),
        Err(PolicyFault::ByHand)
    );
}

#[test]
fn a_policy_is_whole_or_not_one() {
    let broken = |from: &str, to: &str| {
        assert!(ENGLAND_2026.contains(from));
        Policy::decode(ENGLAND_2026.replacen(from, to, 1).as_bytes()).unwrap_err()
    };
    assert_eq!(broken("\"pastoral\"", "\"spam\""), PolicyFault::Classes);
    assert_eq!(broken("\"pastoral\"", "\"other\""), PolicyFault::Malformed);
    assert_eq!(broken("2026-11-21", "soon"), PolicyFault::Malformed);
    assert_eq!(
        broken("\"by_hand\"", "{ \"years\": 75 }"),
        PolicyFault::ByHand
    );
    assert_eq!(
        broken("{ \"days\": 14 }", "{ \"days\": 6 }"),
        PolicyFault::OutOfBounds
    );
    assert_eq!(broken("\"region\"", "\"religion\""), PolicyFault::Malformed);
    let for_ever = broken("\"open\": { \"months\": 12 }", "\"open\": \"by_hand\"");
    assert_eq!(for_ever, PolicyFault::OutOfBounds);
    assert_eq!(Policy::decode(b"[]"), Err(PolicyFault::Malformed));
}

#[test]
fn every_class_comes_back_from_its_byte() {
    for byte in 0..=u8::MAX {
        let class = Class::from_byte(byte);
        assert_eq!(class.is_some(), (1..=8).contains(&byte));
        assert!(class.is_none_or(|class| class.to_byte() == byte));
    }
}

fn class() -> impl Strategy<Value = Option<Class>> {
    proptest::option::of(proptest::sample::select(Class::ALL.to_vec()))
}

fn dates() -> impl Strategy<Value = Dates> {
    let day = || (18_000_u32..24_000).prop_map(Day);
    let maybe = || proptest::option::of((18_000_u32..24_000).prop_map(Day));
    (day(), day(), maybe(), maybe(), maybe()).prop_map(
        |(received, last_activity, marked, closed, confirmed)| Dates {
            received,
            last_activity,
            marked,
            closed,
            confirmed,
        },
    )
}

prop_compose! {
    fn facts()(
        class in class(), dates in dates(), hold: bool, unfinished_action: bool, unsent_question: bool,
        outcome_recorded: bool, warned: bool, second_person_notified: bool,
    ) -> Facts {
        Facts { class, dates, hold, unfinished_action, unsent_question, outcome_recorded, warned, second_person_notified }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    // F8: held, sexual-abuse and adult cases never get a day; everything else always does.
    #[test]
    fn what_must_stay_never_gets_a_day(class in class(), dates in dates(), hold: bool) {
        let by_hand = class.is_some_and(Class::is_kept_by_hand);
        let fate = policy().fate(class, &dates, hold);
        prop_assert_eq!(fate == Fate::Hold, hold || by_hand);
    }

    // Nothing goes before the shortest period a class allows has passed since anything happened to start it.
    #[test]
    fn no_day_lies_before_its_least_period(class in class(), dates in dates()) {
        if let Fate::After(day) = policy().fate(class, &dates, false) {
            let start = [Some(dates.last_activity), dates.marked, dates.closed, dates.confirmed];
            let earliest = start.into_iter().flatten().min().expect("an activity");
            prop_assert!(day >= earliest.plus_days(7));
        }
    }

    #[test]
    fn later_activity_never_shortens(dates in dates(), class in class(), more in 0_u32..500) {
        let later = Dates { last_activity: dates.last_activity.plus_days(more), ..dates };
        let (before, after) = (policy().fate(class, &dates, false), policy().fate(class, &later, false));
        prop_assert!(after.day() >= before.day());
    }

    #[test]
    fn safe_means_every_condition_of_the_rule(facts in facts(), today in 18_000_u32..26_000) {
        let found = blockers(&policy(), &facts, Day(today));
        if found.is_empty() {
            prop_assert!(facts.dates.closed.is_some());
            prop_assert!(!facts.hold && !facts.unfinished_action && !facts.unsent_question);
            prop_assert!(!facts.class.is_some_and(Class::is_kept_by_hand));
            let moved = facts.class == Some(Class::Moved);
            let settled = if moved { facts.dates.confirmed.is_some() } else { facts.outcome_recorded };
            prop_assert!(settled);
            prop_assert!(facts.warned && facts.second_person_notified);
            let Fate::After(day) = policy().fate(facts.class, &facts.dates, false) else {
                return Err(TestCaseError::fail("a held case is not safe"));
            };
            prop_assert!(day <= Day(today));
        }
    }

    // Each condition alone is enough to keep a case.
    #[test]
    fn each_reason_alone_keeps_it(which in 0..7_usize) {
        let safe = Facts {
            class: Some(Class::Pastoral), dates: CLOSED, hold: false, unfinished_action: false,
            unsent_question: false, outcome_recorded: true, warned: true, second_person_notified: true,
        };
        let late = Day(21_000);
        prop_assert_eq!(blockers(&policy(), &safe, late), vec![]);
        prop_assert_eq!(blockers(&policy(), &safe, Day(20_030)), vec![Blocker::NotYet]);
        // A confirmed move is an outcome in itself.
        let dates = Dates { confirmed: CLOSED.closed, ..CLOSED };
        let moved = Facts { class: Some(Class::Moved), dates, outcome_recorded: false, ..safe };
        prop_assert_eq!(blockers(&policy(), &moved, late), vec![]);
        let mut kept = safe;
        let expected = match which {
            0 => { kept.unfinished_action = true; Blocker::UnfinishedAction }
            1 => { kept.unsent_question = true; Blocker::UnsentQuestion }
            2 => { kept.outcome_recorded = false; Blocker::NoOutcome }
            3 => { kept.warned = false; Blocker::NotWarned }
            4 => { kept.second_person_notified = false; Blocker::NoSecondPerson }
            5 => { kept.dates.closed = None; Blocker::Open }
            _ => { kept.hold = true; Blocker::Hold }
        };
        prop_assert!(blockers(&policy(), &kept, late).contains(&expected));
    }
}
