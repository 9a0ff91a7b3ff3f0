//! Days and half-days in words. Days are counted from 1 January 1970; no clock is read here.

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
}

/// Day number to calendar day (the days-from-civil algorithm, proleptic Gregorian).
#[must_use]
pub const fn civil(day: i64) -> Civil {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    Civil {
        year,
        month,
        day: of_year - (153 * shifted_month + 2) / 5 + 1,
    }
}

/// Calendar day to day number.
#[must_use]
pub const fn day_number(civil: Civil) -> i64 {
    let year = if civil.month <= 2 {
        civil.year - 1
    } else {
        civil.year
    };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = if civil.month > 2 {
        civil.month - 3
    } else {
        civil.month + 9
    };
    let of_year = (153 * shifted_month + 2) / 5 + civil.day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

/// `YYYY-MM-DD` to day number.
#[must_use]
pub fn parse_day(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    let civil = Civil { year, month, day };
    (parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| day_number(civil))
}

/// Day of the week, Monday 0.
#[must_use]
pub const fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_each_other() {
        for day in -200_000..200_000 {
            assert_eq!(day_number(civil(day)), day);
        }
        assert_eq!(
            civil(0),
            Civil {
                year: 1970,
                month: 1,
                day: 1
            }
        );
        assert_eq!(
            civil(11_016),
            Civil {
                year: 2000,
                month: 2,
                day: 29
            }
        );
        assert_eq!(parse_day("2026-11-21"), Some(20_778));
        assert_eq!(parse_day("2026-13-01"), None);
    }

    #[test]
    fn weekdays() {
        assert_eq!(weekday(0), 3); // Thursday
        assert_eq!(weekday(20_778), 5); // Saturday 21 November 2026
    }
}
