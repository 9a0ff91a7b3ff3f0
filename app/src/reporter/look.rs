//! When someone looks, and when something happened, in a pupil's words. Days and half-days only.

use protocol::api::NextLook;

use crate::moment::{Civil, civil, parse_day, weekday};
use crate::text::{foreign, number, pupil, said};

/// The device's own calendar day, for "today" and "tomorrow".
#[must_use]
pub fn today() -> i64 {
    let now = js_sys::Date::new_0();
    let seconds = now.get_time() / 1000.0 - now.get_timezone_offset() * 60.0;
    #[expect(clippy::cast_possible_truncation, reason = "a day number is small")]
    let day = (seconds / 86_400.0).floor() as i64;
    day
}

/// For the strip: "Monday 8:15 am", "today 2:30 pm". `None` when nobody is planned or the date makes no sense.
#[must_use]
pub fn short(look: Option<&NextLook>, today: i64) -> Option<String> {
    let look = look?;
    if look.now {
        return Some(said(pupil::moment_now()));
    }
    let day = parse_day(&look.date)?;
    let time = clock(&look.time)?;
    Some(match day - today {
        0 => pupil::moment_today(&time),
        1 => pupil::moment_tomorrow(&time),
        2..=6 => pupil::moment_day(&weekday_name(day), &time),
        _ => {
            let Civil {
                month, day: date, ..
            } = civil(day);
            pupil::moment_date(&weekday_name(day), &number(date), &month_name(month), &time)
        }
    })
}

/// For a promise: "by 9 am on Monday". `None` also when someone is looking now.
#[must_use]
pub fn by(look: Option<&NextLook>, today: i64) -> Option<String> {
    let look = look.filter(|look| !look.now)?;
    let day = parse_day(&look.date)?;
    let time = clock(&look.time)?;
    Some(match day - today {
        0 => pupil::moment_by_today(&time),
        1 => pupil::moment_by_tomorrow(&time),
        2..=6 => pupil::moment_by_day(&time, &weekday_name(day)),
        _ => {
            let Civil {
                month, day: date, ..
            } = civil(day);
            pupil::moment_by_date(&time, &weekday_name(day), &number(date), &month_name(month))
        }
    })
}

/// Who looks when, as a sentence, whatever is planned.
#[must_use]
pub fn promise(look: Option<&NextLook>, today: i64) -> String {
    match by(look, today) {
        Some(when) => pupil::check_when(&when),
        None if look.is_some_and(|look| look.now) => said(pupil::check_when_now()),
        None => said(pupil::check_when_none()),
    }
}

/// "Monday morning", or with the date when it is more than six days ago.
#[must_use]
pub fn half_day(half: u32, today: i64) -> String {
    let day = i64::from(half / 2);
    let name = if day == today {
        said(pupil::moment_word_today())
    } else if (0..=6).contains(&(today - day)) {
        weekday_name(day)
    } else {
        date(day)
    };
    match (half % 2, day == today) {
        (0, true) => said(pupil::moment_this_morning()),
        (_, true) => name,
        (0, false) => pupil::moment_morning(&name),
        (_, false) => pupil::moment_later(&name),
    }
}

/// "Monday 21 December".
#[must_use]
pub fn date(day: i64) -> String {
    let Civil {
        month, day: date, ..
    } = civil(day);
    pupil::moment_half_date(&weekday_name(day), &number(date), &month_name(month))
}

/// `14:30` to "2:30 pm", `09:00` to "9 am". Without minutes, an hour reads like a bare number in other languages.
fn clock(time: &str) -> Option<String> {
    let (hour, minute) = time.split_once(':')?;
    let hour: i64 = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let mut text = number((hour + 11) % 12 + 1);
    if minute != "00" || foreign() {
        text.push(':');
        text.push_str(minute);
    }
    Some(if hour < 12 {
        pupil::moment_am(&text)
    } else {
        pupil::moment_pm(&text)
    })
}

fn weekday_name(day: i64) -> String {
    said(match weekday(day) {
        0 => pupil::weekday_0(),
        1 => pupil::weekday_1(),
        2 => pupil::weekday_2(),
        3 => pupil::weekday_3(),
        4 => pupil::weekday_4(),
        5 => pupil::weekday_5(),
        _ => pupil::weekday_6(),
    })
}

pub(super) fn month_name(month: i64) -> String {
    said(match month {
        1 => pupil::month_1(),
        2 => pupil::month_2(),
        3 => pupil::month_3(),
        4 => pupil::month_4(),
        5 => pupil::month_5(),
        6 => pupil::month_6(),
        7 => pupil::month_7(),
        8 => pupil::month_8(),
        9 => pupil::month_9(),
        10 => pupil::month_10(),
        11 => pupil::month_11(),
        _ => pupil::month_12(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SATURDAY: i64 = 20_778; // 21 November 2026

    fn look(now: bool, date: &str, time: &str) -> NextLook {
        NextLook {
            now,
            date: date.into(),
            time: time.into(),
        }
    }

    // S8
    #[test]
    fn says_when_someone_next_looks() {
        let cases = [
            ("2026-11-21", "14:30", "today 2:30 pm", "by 2:30 pm today"),
            (
                "2026-11-22",
                "00:05",
                "tomorrow 12:05 am",
                "by 12:05 am tomorrow",
            ),
            (
                "2026-11-23",
                "08:15",
                "Monday 8:15 am",
                "by 8:15 am on Monday",
            ),
            ("2026-11-23", "12:00", "Monday 12 pm", "by 12 pm on Monday"),
            (
                "2027-01-04",
                "09:00",
                "Monday 4 January, 9 am",
                "by 9 am on Monday 4 January",
            ),
        ];
        for (date, time, short_words, by_words) in cases {
            let look = look(false, date, time);
            assert_eq!(short(Some(&look), SATURDAY).as_deref(), Some(short_words));
            assert_eq!(by(Some(&look), SATURDAY).as_deref(), Some(by_words));
        }
        assert_eq!(short(None, SATURDAY), None);
        assert_eq!(
            short(Some(&look(true, "", "")), SATURDAY).as_deref(),
            Some("someone is looking now")
        );
        assert_eq!(by(Some(&look(true, "2026-11-21", "09:00")), SATURDAY), None);
        assert_eq!(short(Some(&look(false, "soon", "09:00")), SATURDAY), None);
    }

    // Issue 5
    #[test]
    fn another_language_orders_its_days_and_hours_by_itself() {
        crate::text::speak("pl".to_owned());
        let monday = look(false, "2026-11-23", "09:00");
        let words = [
            short(Some(&monday), SATURDAY),
            by(Some(&monday), SATURDAY),
            Some(date(SATURDAY)),
        ];
        crate::text::speak("en".to_owned());
        let words = words.map(Option::unwrap_or_default);
        assert_eq!(words[0], "w poniedziałek o 9:00 rano");
        assert_eq!(words[1], "najpóźniej w poniedziałek o 9:00 rano");
        assert_eq!(words[2], "w sobotę 21 listopada");
    }

    #[test]
    fn half_days_are_as_coarse_as_they_are_stored() {
        let half = |day: i64, later: u32| u32::try_from(day).expect("after 1970") * 2 + later;
        assert_eq!(half_day(half(SATURDAY, 0), SATURDAY), "this morning");
        assert_eq!(half_day(half(SATURDAY, 1), SATURDAY), "today");
        assert_eq!(half_day(half(SATURDAY - 5, 0), SATURDAY), "Monday morning");
        assert_eq!(
            half_day(half(SATURDAY - 5, 1), SATURDAY),
            "Monday after midday"
        );
        assert_eq!(
            half_day(half(SATURDAY - 12, 0), SATURDAY),
            "Monday 9 November morning"
        );
    }
}
