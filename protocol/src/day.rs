//! Days, half-days, hours and minutes since 1970 in UTC, and the civil calendar behind a day number.
//!
//! Promises exact proleptic Gregorian arithmetic with clamping at month ends and at the end of the range.
//! Knows no time zones, no clock and no school calendar: the time comes in as an argument.

use core::fmt;

use serde::{Deserialize, Serialize};

const SECONDS_PER_MINUTE: u64 = 60;
const SECONDS_PER_HOUR: u64 = 3_600;
const SECONDS_PER_HALF_DAY: u64 = 43_200;
const SECONDS_PER_DAY: u64 = 86_400;
/// Hours in a half-day: pupil acts are recorded at this grain.
pub const HOURS_PER_HALF_DAY: u32 = 12;

/// A moment: whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

/// A day: whole days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub u32);

/// A day as people write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilDate {
    /// Year, 1970 or later.
    pub year: u32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// Counts of a period since 1970; the last one that fits stands for everything after it.
fn periods(seconds: u64, length: u64) -> u32 {
    u32::try_from(seconds / length).unwrap_or(u32::MAX)
}

impl Timestamp {
    /// Minutes since 1970.
    #[must_use]
    pub fn minute(self) -> u32 {
        periods(self.0, SECONDS_PER_MINUTE)
    }

    /// Hours since 1970: the grain of staff acts.
    #[must_use]
    pub fn hour(self) -> u32 {
        periods(self.0, SECONDS_PER_HOUR)
    }

    /// Half-days since 1970: the grain of pupil acts.
    #[must_use]
    pub fn half_day(self) -> u32 {
        periods(self.0, SECONDS_PER_HALF_DAY)
    }

    /// The first hour of this half-day: what a pupil act writes where an hour is asked for.
    #[must_use]
    pub fn half_day_hour(self) -> u32 {
        first_hour_of_half_day(self.half_day())
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> Day {
        Day(periods(self.0, SECONDS_PER_DAY))
    }

    /// This moment moved forward.
    #[must_use]
    pub const fn plus_seconds(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// The first hour of a half-day.
#[must_use]
pub const fn first_hour_of_half_day(half_day: u32) -> u32 {
    half_day.saturating_mul(HOURS_PER_HALF_DAY)
}

/// The day an hour belongs to.
#[must_use]
pub const fn day_of_hour(hour: u32) -> Day {
    Day(hour / 24)
}

/// The day a half-day belongs to.
#[must_use]
pub const fn day_of_half_day(half_day: u32) -> Day {
    Day(half_day / 2)
}

/// True in years with a 29 February.
#[must_use]
pub const fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Days of a month; 0 for a month that is not.
#[must_use]
pub const fn days_in_month(year: u32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

impl Day {
    /// The day number of a date, if there is such a date from 1970 on.
    #[must_use]
    pub fn from_civil(date: CivilDate) -> Option<Self> {
        let CivilDate { year, month, day } = date;
        if year < 1970 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        // Years counted from March, so that a leap day is the last day of its year (H. Hinnant, "days_from_civil").
        let year = i64::from(year) - i64::from(month <= 2);
        let (era, year_of_era) = (year / 400, year % 400);
        let month = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        u32::try_from(era * 146_097 + day_of_era - 719_468)
            .ok()
            .map(Self)
    }

    /// The date of a day number ("civil_from_days", as above).
    #[must_use]
    pub fn civil(self) -> CivilDate {
        let shifted = i64::from(self.0) + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        CivilDate {
            year: u32::try_from(year).unwrap_or(u32::MAX),
            month: u8::try_from(month).unwrap_or(12),
            day: u8::try_from(day).unwrap_or(31),
        }
    }

    /// That many days later; the last day there is, at most.
    #[must_use]
    pub const fn plus_days(self, days: u32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// That many months later, on the same day of the month or the month's last.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let date = self.civil();
        let index = u64::from(date.year) * 12 + u64::from(date.month) - 1 + u64::from(months);
        let Ok(year) = u32::try_from(index / 12) else {
            return Self(u32::MAX);
        };
        let month = u8::try_from(index % 12).unwrap_or(11) + 1;
        let day = date.day.min(days_in_month(year, month));
        Self::from_civil(CivilDate { year, month, day }).unwrap_or(Self(u32::MAX))
    }

    /// That many years later; 29 February becomes 28 February where there is none.
    #[must_use]
    pub fn plus_years(self, years: u32) -> Self {
        self.plus_months(years.saturating_mul(12))
    }

    /// Days from `earlier` to this day; 0 if it is not earlier.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Day of the week, 0 for Monday. Day 0 was a Thursday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from((u64::from(self.0) + 3) % 7).unwrap_or(0)
    }

    /// Reads `YYYY-MM-DD`, exactly.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |from: usize, to: usize| -> Option<u32> {
            let part = text.get(from..to)?;
            (part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
        if !dashes {
            return None;
        }
        Self::from_civil(CivilDate {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CivilDate { year, month, day } = self.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}
