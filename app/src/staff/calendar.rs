//! Moments in the words of the browser's own calendar and zone. Arithmetic lives in `when`; names come from `Intl`.

use client::staff::message::{Adult, Spoken};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use super::when::{self, DayWords};
use crate::text::{self, staff as t};

const HOUR_MILLIS: f64 = 3_600_000.0;
const DAY_MILLIS: f64 = 86_400_000.0;

/// Milliseconds since 1970 by the device's clock.
#[must_use]
pub fn now() -> f64 {
    Date::now()
}

/// Minutes since 1970.
#[must_use]
pub fn now_minute() -> u32 {
    (now() / 60_000.0) as u32
}

/// Today in the viewer's zone, in days since 1970.
#[must_use]
pub fn today() -> i64 {
    local_day(&Date::new(&JsValue::from_f64(now())))
}

/// Hour of the viewer's day, 0 to 23.
#[must_use]
pub fn hour_of_day() -> u32 {
    Date::new(&JsValue::from_f64(now())).get_hours()
}

fn local_day(date: &Date) -> i64 {
    let shifted = date.get_time() - date.get_timezone_offset() * 60_000.0;
    (shifted / DAY_MILLIS).floor() as i64
}

/// The tag for `Intl`. Plain English means the English of the schools the texts were written for.
fn locale() -> &'static str {
    match text::language() {
        "en" => "en-GB",
        other => other,
    }
}

fn options(pairs: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object.into()
}

fn of_day(day: i64, pairs: &[(&str, &str)]) -> String {
    // A day number has no zone: midnight UTC named in UTC is that day everywhere.
    let mut all = vec![("timeZone", "UTC")];
    all.extend_from_slice(pairs);
    let date = Date::new(&JsValue::from_f64(day as f64 * DAY_MILLIS));
    date.to_locale_date_string(locale(), &options(&all)).into()
}

/// "today", "yesterday", "Saturday", or "Sat 14 Nov" with the year when it is another one.
#[must_use]
pub fn day(day: i64) -> String {
    match when::day_words(day, today()) {
        DayWords::Today => t::day_today().to_owned(),
        DayWords::Yesterday => t::day_yesterday().to_owned(),
        DayWords::Tomorrow => t::day_tomorrow().to_owned(),
        DayWords::Weekday => of_day(day, &[("weekday", "long")]),
        DayWords::Date => short_date(day),
    }
}

/// "Sat 14 Nov", with the year when it is another one.
#[must_use]
pub fn short_date(day: i64) -> String {
    let mut pairs = vec![("weekday", "short"), ("day", "numeric"), ("month", "short")];
    if of_day(day, &[("year", "numeric")]) != of_day(today(), &[("year", "numeric")]) {
        pairs.push(("year", "numeric"));
    }
    of_day(day, &pairs)
}

/// "Saturday 14 November 2026".
#[must_use]
pub fn long_date(day: i64) -> String {
    of_day(
        day,
        &[
            ("weekday", "long"),
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
        ],
    )
}

/// "Saturday 14 November, 08:20": this moment.
#[must_use]
pub fn this_minute() -> String {
    let date = Date::new(&JsValue::from_f64(now()));
    t::day_at(
        &of_day(
            today(),
            &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
        ),
        &clock(&date),
    )
}

fn clock(date: &Date) -> String {
    date.to_locale_time_string_with_options(
        locale(),
        &options(&[("hour", "2-digit"), ("minute", "2-digit")]),
    )
    .into()
}

/// A minute: "08:12 today".
#[must_use]
pub fn minute(minute: u32) -> String {
    let date = Date::new(&JsValue::from_f64(f64::from(minute) * 60_000.0));
    t::day_at(&day(local_day(&date)), &clock(&date))
}

/// A staff act, known to the hour: "Monday, after 08:00".
#[must_use]
pub fn hour(hour: u32) -> String {
    let date = Date::new(&JsValue::from_f64(f64::from(hour) * HOUR_MILLIS));
    t::day_after(&day(local_day(&date)), &clock(&date))
}

/// A pupil act, known to the half-day: "Saturday, after midday".
#[must_use]
pub fn half_day(half_day: u32) -> String {
    let (number, after) = when::half_day(half_day);
    if after {
        t::day_late(&day(number))
    } else {
        t::day_early(&day(number))
    }
}

/// The same with the full date, for records: "Sat 14 Nov, after 08:00".
#[must_use]
pub fn record(hour: u32, by_pupil: bool) -> String {
    if by_pupil {
        let (number, after) = when::half_day(hour / 12);
        let date = short_date(number);
        return if after {
            t::day_late(&date)
        } else {
            t::day_early(&date)
        };
    }
    let date = Date::new(&JsValue::from_f64(f64::from(hour) * HOUR_MILLIS));
    t::day_after(&short_date(local_day(&date)), &clock(&date))
}

/// When something in the conversation was said.
#[must_use]
pub fn spoken(spoken: &Spoken) -> String {
    if spoken.by.is_some() {
        hour(spoken.hour)
    } else {
        half_day(spoken.hour / 12)
    }
}

/// Machine-readable hour for `<time datetime>`.
#[must_use]
pub fn datetime(hour: u32) -> String {
    let date = Date::new(&JsValue::from_f64(f64::from(hour) * HOUR_MILLIS));
    let iso: String = date.to_iso_string().into();
    iso.chars().take(13).chain(":00Z".chars()).collect()
}

/// Machine-readable day, and the value of a date box.
#[must_use]
pub fn iso_day(day: i64) -> String {
    let date = Date::new(&JsValue::from_f64(day as f64 * DAY_MILLIS));
    let iso: String = date.to_iso_string().into();
    iso.chars().take(10).collect()
}

/// The day in a date box, `YYYY-MM-DD`.
#[must_use]
pub fn read_day(text: &str) -> Option<u32> {
    u32::try_from(crate::moment::parse_day(text)?).ok()
}

/// A count with the language's separators: 12,408.
#[must_use]
pub fn count(number: u64) -> String {
    js_sys::Number::from(number as f64)
        .to_locale_string(locale())
        .into()
}

/// The adult's name as colleagues say it, or "you".
#[must_use]
pub fn who(adult: Option<&Adult>, me: Option<protocol::id::KeyId>) -> String {
    match adult {
        Some(adult) if Some(adult.key) == me => t::who_you().to_owned(),
        Some(adult) => super::initials::short(&adult.name),
        None => t::who_pupil().to_owned(),
    }
}
