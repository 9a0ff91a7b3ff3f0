//! When an adult next looks: the school's own calendar, in the school's own time zone.
//!
//! Promise: a planned look is never invented. Outside the calendar the answer is `None`, and pages then say
//! plainly that nobody is planned. Days closed (weekends, holidays) are skipped, clock changes are respected.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use protocol::api::NextLook;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

/// How far ahead a look is searched; longer than any school holiday.
const DAYS_AHEAD: u32 = 120;

/// A school's calendar, as imported and stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// IANA name, such as `Europe/London`.
    pub time_zone: String,
    /// Hours in which someone looks, in order within a day.
    pub looks: Vec<Look>,
    /// Days on which nobody looks, both ends included.
    #[serde(default)]
    pub closed: Vec<Closed>,
}

/// Someone looks on this weekday between these times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// 1 Monday to 7 Sunday.
    pub weekday: i8,
    /// First minute, `HH:MM`.
    pub from: String,
    /// Minute after the last, `HH:MM`.
    pub to: String,
}

/// Days closed, such as a holiday.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
}

/// Why a calendar cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the calendar is wrong: {0}")]
pub struct CalendarError(String);

struct Checked {
    zone: TimeZone,
    looks: Vec<(Weekday, Time, Time)>,
    closed: Vec<(Date, Date)>,
}

impl Calendar {
    /// Reads and checks a stored calendar.
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        let calendar: Self =
            serde_json::from_str(text).map_err(|error| CalendarError(error.to_string()))?;
        calendar.check()?;
        Ok(calendar)
    }

    /// The look that is going on at this moment, or the next one.
    #[must_use]
    pub fn next_look(&self, now: Moment) -> Option<NextLook> {
        let checked = self.check().ok()?;
        let second = i64::try_from(now.seconds()).ok()?;
        let now = Timestamp::from_second(second)
            .ok()?
            .to_zoned(checked.zone.clone());
        (0..=DAYS_AHEAD).find_map(|ahead| {
            let date = now.date().checked_add(i64::from(ahead).days()).ok()?;
            checked
                .looks_on(date)
                .find_map(|(from, to)| checked.answer(&now, date, from, to))
        })
    }

    /// Whether somebody looks in any quarter of this hour, counted from 1970 in UTC.
    #[must_use]
    pub fn looks_within(&self, hour: u32) -> bool {
        let begin = u64::from(hour) * 3_600;
        (0..4).any(|quarter| {
            let look = self.next_look(Moment::from_seconds(begin + quarter * 900));
            look.is_some_and(|look| look.now)
        })
    }

    fn check(&self) -> Result<Checked, CalendarError> {
        let wrong = |error: &dyn std::fmt::Display| CalendarError(error.to_string());
        let mut looks = Vec::new();
        for look in &self.looks {
            let weekday =
                Weekday::from_monday_one_offset(look.weekday).map_err(|error| wrong(&error))?;
            let from: Time = look
                .from
                .parse()
                .map_err(|error: jiff::Error| wrong(&error))?;
            let to: Time = look
                .to
                .parse()
                .map_err(|error: jiff::Error| wrong(&error))?;
            if from >= to {
                return Err(wrong(&"a look ends before it begins"));
            }
            looks.push((weekday, from, to));
        }
        looks.sort_by_key(|(weekday, from, _)| (weekday.to_monday_one_offset(), *from));
        let mut closed = Vec::new();
        for days in &self.closed {
            let from: Date = days
                .from
                .parse()
                .map_err(|error: jiff::Error| wrong(&error))?;
            closed.push((
                from,
                days.to
                    .parse()
                    .map_err(|error: jiff::Error| wrong(&error))?,
            ));
        }
        let zone = TimeZone::get(&self.time_zone).map_err(|error| wrong(&error))?;
        Ok(Checked {
            zone,
            looks,
            closed,
        })
    }
}

impl Checked {
    fn looks_on(&self, date: Date) -> impl Iterator<Item = (Time, Time)> {
        let open = !self
            .closed
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&date));
        let looks = self
            .looks
            .iter()
            .filter(move |(weekday, ..)| open && *weekday == date.weekday());
        looks.map(|(_, from, to)| (*from, *to))
    }

    fn answer(&self, now: &Zoned, date: Date, from: Time, to: Time) -> Option<NextLook> {
        let begins = date.to_datetime(from).to_zoned(self.zone.clone()).ok()?;
        let ends = date.to_datetime(to).to_zoned(self.zone.clone()).ok()?;
        (*now < ends).then(|| NextLook {
            now: begins <= *now,
            date: date.to_string(),
            time: from.strftime("%H:%M").to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        let school_days = (1..=5).map(|weekday| Look {
            weekday,
            from: "08:00".into(),
            to: "16:00".into(),
        });
        Calendar {
            time_zone: "Europe/London".into(),
            looks: school_days.collect(),
            closed: vec![Closed {
                from: "2026-12-19".into(),
                to: "2027-01-04".into(),
            }],
        }
    }

    fn at(text: &str) -> NextLook {
        let second = text.parse::<Timestamp>().unwrap().as_second();
        let now = Moment::from_seconds(u64::try_from(second).unwrap());
        calendar().next_look(now).unwrap()
    }

    fn look(now: bool, date: &str) -> NextLook {
        NextLook {
            now,
            date: date.into(),
            time: "08:00".into(),
        }
    }

    #[test]
    fn looks_skip_nights_weekends_and_holidays() {
        assert_eq!(at("2026-11-23T10:00:00Z"), look(true, "2026-11-23"));
        assert_eq!(at("2026-11-23T16:00:00Z"), look(false, "2026-11-24"));
        assert_eq!(at("2026-11-21T20:00:00Z"), look(false, "2026-11-23"));
        assert_eq!(at("2026-12-18T16:30:00Z"), look(false, "2027-01-05"));
    }

    // XAM-12: an hour counts as one of the school's when any part of it is.
    #[test]
    fn hours_of_the_school_are_known() {
        let within = |text: &str| {
            let second = text.parse::<Timestamp>().unwrap().as_second();
            calendar().looks_within(u32::try_from(second / 3_600).unwrap())
        };
        assert!(within("2026-11-23T08:00:00Z"));
        assert!(within("2026-11-23T15:00:00Z"));
        assert!(!within("2026-11-23T16:00:00Z"), "the look has ended");
        assert!(!within("2026-11-23T03:00:00Z"), "night");
        assert!(!within("2026-11-21T10:00:00Z"), "Saturday");
        assert!(!within("2026-12-24T10:00:00Z"), "holiday");
    }

    #[test]
    fn summer_time_is_the_schools_own() {
        // 07:30 UTC is 08:30 in London in June, and half an hour too early in November.
        assert!(at("2026-06-22T07:30:00Z").now);
        assert!(!at("2026-11-23T07:30:00Z").now);
    }

    #[test]
    fn nobody_planned_is_said_and_nonsense_is_refused() {
        let nobody = Calendar {
            looks: Vec::new(),
            ..calendar()
        };
        assert_eq!(nobody.next_look(Moment::from_seconds(1_800_000_000)), None);
        assert!(Calendar::parse(r#"{"time_zone":"Mars/Base","looks":[]}"#).is_err());
        let backwards =
            r#"{"time_zone":"UTC","looks":[{"weekday":1,"from":"16:00","to":"08:00"}]}"#;
        assert!(Calendar::parse(backwards).is_err());
    }
}
