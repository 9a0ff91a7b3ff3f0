//! Civil days against jiff, which brings its own calendar.

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use protocol::day::{
    CivilDate, Day, Timestamp, day_of_half_day, day_of_hour, days_in_month, first_hour_of_half_day,
};

fn jiff_date(day: Day) -> Date {
    Date::constant(1970, 1, 1)
        .checked_add(i64::from(day.0).days())
        .expect("within jiff's range")
}

fn civil(date: Date) -> CivilDate {
    CivilDate {
        year: u32::try_from(date.year()).expect("from 1970 on"),
        month: u8::try_from(date.month()).expect("from 1970 on"),
        day: u8::try_from(date.day()).expect("from 1970 on"),
    }
}

#[test]
fn every_day_until_2200_is_jiffs() {
    let mut date = Date::constant(1970, 1, 1);
    for number in 0..84_006 {
        let day = Day(number);
        assert_eq!(day.civil(), civil(date));
        assert_eq!(Day::from_civil(civil(date)), Some(day));
        assert_eq!(Day::parse(&date.to_string()), Some(day));
        assert_eq!(day.to_string(), date.to_string());
        let weekday = date.weekday().to_monday_zero_offset();
        assert_eq!(i8::try_from(day.weekday()).unwrap(), weekday);
        date = date.tomorrow().unwrap();
    }
    assert_eq!(date, Date::constant(2200, 1, 1));
}

#[test]
fn there_is_no_such_date() {
    for (year, month, day) in [
        (1969, 12, 31),
        (2026, 0, 1),
        (2026, 13, 1),
        (2026, 4, 31),
        (2026, 4, 0),
        (2025, 2, 29),
        (2100, 2, 29),
        (u32::MAX, 12, 31),
    ] {
        assert_eq!(Day::from_civil(CivilDate { year, month, day }), None);
    }
    assert_eq!(days_in_month(2026, 0), 0);
    for text in [
        "",
        "2026-1-01",
        "2026-01-1",
        "+026-01-01",
        "2026/01/01",
        "2026-01-01 ",
        "２026-01-1",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
}

#[test]
fn the_ends_of_the_range_do_not_overflow() {
    let last = Day(u32::MAX);
    assert_eq!(Day::from_civil(last.civil()), Some(last));
    assert_eq!(last.plus_days(1), last);
    assert_eq!(last.plus_months(u32::MAX), last);
    assert_eq!(Day(0).plus_years(u32::MAX), last);
    assert_eq!(Timestamp(u64::MAX).minute(), u32::MAX);
    assert_eq!(Timestamp(u64::MAX).plus_seconds(1), Timestamp(u64::MAX));
    assert_eq!(first_hour_of_half_day(u32::MAX), u32::MAX);
}

#[test]
fn grains_of_a_moment() {
    // 2026-11-21T13:45:59Z
    let moment = Timestamp(1_795_268_759);
    assert_eq!(moment.day().to_string(), "2026-11-21");
    assert_eq!(moment.hour(), moment.day().0 * 24 + 13);
    assert_eq!(moment.minute(), moment.hour() * 60 + 45);
    assert_eq!(moment.half_day(), moment.day().0 * 2 + 1);
    assert_eq!(moment.half_day_hour(), moment.day().0 * 24 + 12);
    assert_eq!(day_of_hour(moment.hour()), moment.day());
    assert_eq!(day_of_half_day(moment.half_day()), moment.day());
}

proptest! {
    #[test]
    fn months_and_years_clamp_as_jiff_clamps(day in 0_u32..84_000, months in 0_u32..1_200, years in 0_u32..100) {
        let date = jiff_date(Day(day));
        let later = date.checked_add(i64::from(months).months()).unwrap();
        prop_assert_eq!(Day(day).plus_months(months).civil(), civil(later));
        let later = date.checked_add(i64::from(years).years()).unwrap();
        prop_assert_eq!(Day(day).plus_years(years).civil(), civil(later));
    }

    #[test]
    fn any_day_number_comes_back(day: u32) {
        prop_assert_eq!(Day::from_civil(Day(day).civil()), Some(Day(day)));
    }

    #[test]
    fn parsing_never_panics(text in ".*") {
        let _ = Day::parse(&text);
    }
}
