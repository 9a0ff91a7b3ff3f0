//! Which words a moment gets. Arithmetic only; the browser's own calendar turns days into names (`calendar`).
//!
//! Days are whole days since 1970. Staff acts are known to the hour, pupil acts to the half-day, never closer.

use crate::moment::weekday;

/// How a day is said from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayWords {
    Today,
    Yesterday,
    Tomorrow,
    /// Within six days either way: the weekday is enough.
    Weekday,
    /// Farther away: weekday, day and month, with the year when it is another one.
    Date,
}

/// The words for `day` as seen from `today`.
#[must_use]
pub fn day_words(day: i64, today: i64) -> DayWords {
    match day - today {
        0 => DayWords::Today,
        -1 => DayWords::Yesterday,
        1 => DayWords::Tomorrow,
        -6..=6 => DayWords::Weekday,
        _ => DayWords::Date,
    }
}

/// A half-day as day and half: `true` is after midday, UTC.
#[must_use]
pub const fn half_day(half_day: u32) -> (i64, bool) {
    (half_day as i64 / 2, half_day % 2 == 1)
}

/// The next school day after `day`, Monday to Friday. Holidays are the school's to know.
#[must_use]
pub const fn next_school_day(day: i64) -> i64 {
    match weekday(day) {
        4 => day + 3,
        5 => day + 2,
        _ => day + 1,
    }
}

/// How a due day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Late,
    Today,
    Later,
}

/// Where a due day stands from today.
#[must_use]
pub const fn due(day: i64, today: i64) -> Due {
    if day < today {
        Due::Late
    } else if day == today {
        Due::Today
    } else {
        Due::Later
    }
}

/// How near the day is on which a case may be destroyed. The second warning comes with a week left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It came.
    Over,
    /// So many days, seven at most.
    Days(i64),
    More,
}

/// What is left until `day` from today.
#[must_use]
pub const fn left(day: i64, today: i64) -> Left {
    match day - today {
        i64::MIN..=0 => Left::Over,
        days @ 1..=7 => Left::Days(days),
        _ => Left::More,
    }
}

/// Time since a minute, in the unit a person would say: minutes, then hours, then days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    Minutes(u32),
    Hours(u32),
    Days(u32),
}

/// How long ago `minute` was at `now`, both in minutes since 1970.
#[must_use]
pub const fn since(minute: u32, now: u32) -> Since {
    let spent = now.saturating_sub(minute);
    if spent < 120 {
        Since::Minutes(spent)
    } else if spent < 48 * 60 {
        Since::Hours(spent / 60)
    } else {
        Since::Days(spent / (24 * 60))
    }
}

/// Which greeting an hour of the day gets.
#[must_use]
pub const fn greeting(hour: u32) -> &'static str {
    match hour {
        5..=11 => "morning",
        12..=17 => "afternoon",
        _ => "evening",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_near_today_have_names() {
        assert_eq!(day_words(100, 100), DayWords::Today);
        assert_eq!(day_words(99, 100), DayWords::Yesterday);
        assert_eq!(day_words(101, 100), DayWords::Tomorrow);
        assert_eq!(day_words(94, 100), DayWords::Weekday);
        assert_eq!(day_words(106, 100), DayWords::Weekday);
        // A week away the same weekday name would mislead.
        assert_eq!(day_words(93, 100), DayWords::Date);
        assert_eq!(day_words(107, 100), DayWords::Date);
    }

    // schools.md 2g: pupil acts are known to the half-day only.
    #[test]
    fn half_days_split_at_midday() {
        assert_eq!(half_day(0), (0, false));
        assert_eq!(half_day(1), (0, true));
        assert_eq!(half_day(41_560), (20_780, false));
    }

    // schools.md 3b: an ordinary report is opened by the end of the next school day.
    #[test]
    fn school_days_skip_the_weekend() {
        // 23 November 2026 is a Monday.
        let monday = 20_780;
        assert_eq!(weekday(monday), 0);
        assert_eq!(next_school_day(monday), monday + 1);
        assert_eq!(next_school_day(monday + 3), monday + 4, "Thursday");
        assert_eq!(next_school_day(monday + 4), monday + 7, "Friday");
        assert_eq!(next_school_day(monday + 5), monday + 7, "Saturday");
        assert_eq!(next_school_day(monday + 6), monday + 7, "Sunday");
    }

    #[test]
    fn lateness_and_time_spent() {
        assert_eq!(due(1, 2), Due::Late);
        assert_eq!(due(2, 2), Due::Today);
        assert_eq!(due(3, 2), Due::Later);
        assert_eq!(since(100, 108), Since::Minutes(8));
        assert_eq!(since(0, 119), Since::Minutes(119));
        assert_eq!(since(0, 120), Since::Hours(2));
        assert_eq!(since(0, 48 * 60), Since::Days(2));
        assert_eq!(since(10, 0), Since::Minutes(0), "clocks differ");
    }

    // schools.md 3e: readers are warned 30 and 7 days before.
    #[test]
    fn the_last_week_is_counted_in_days() {
        assert_eq!(left(108, 100), Left::More);
        assert_eq!(left(107, 100), Left::Days(7));
        assert_eq!(left(101, 100), Left::Days(1));
        assert_eq!(left(100, 100), Left::Over);
        assert_eq!(left(90, 100), Left::Over);
    }

    #[test]
    fn greetings_follow_the_clock() {
        assert_eq!(greeting(8), "morning");
        assert_eq!(greeting(12), "afternoon");
        assert_eq!(greeting(23), "evening");
        assert_eq!(greeting(2), "evening");
    }
}
