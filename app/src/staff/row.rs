//! One case on the board, in words. What the server does not know is only here when this browser could open a notice.

use client::reporter::message::Danger;
use client::staff::message::{BoardRow, Lane};
use leptos::prelude::*;

use super::desk::Desk;
use super::initials::{initials, short};
use super::when::{self, Due, Left, Since};
use super::{calendar, icon, urgency, word};
use crate::text::staff as t;

/// Nickname, or what a report nobody here has opened is called.
#[must_use]
pub fn title(row: &BoardRow) -> String {
    match &row.title {
        Some(title) if !title.is_empty() => title.clone(),
        _ if row.opened_day.is_some() && !row.mine => t::row_colleague().to_owned(),
        _ if row.mine => t::row_untitled().to_owned(),
        _ => t::row_sealed().to_owned(),
    }
}

/// When it came, as closely as anybody knows.
#[must_use]
pub fn came(row: &BoardRow) -> String {
    match row.urgent_minute {
        Some(minute) => calendar::minute(minute),
        None => calendar::half_day(row.received_half_day),
    }
}

/// Everything on a row that search looks at.
#[must_use]
pub fn words(row: &BoardRow) -> String {
    let mut all = vec![title(row), word::categories(&row.categories)];
    all.extend(row.owner.as_ref().map(|owner| owner.name.clone()));
    all.extend(row.urgency.map(|level| word::urgency(level).to_owned()));
    all.join(" ")
}

fn drawing(row: &BoardRow) -> &'static str {
    match row.lane {
        _ if row.opened_day.is_none() && !row.mine => icon::LOCK,
        Lane::WaitingOnAgency | Lane::Expiring => icon::SAND,
        Lane::DueToClose => icon::TICK,
        Lane::Closed => icon::FOLDER,
        _ => icon::TALK,
    }
}

/// What is going on, in a few words.
fn state(row: &BoardRow) -> AnyView {
    if row.withdrawn {
        return t::row_withdrawn().into_any();
    }
    if row.unanswered > 0 && row.mine {
        return t::row_unanswered(i64::from(row.unanswered)).into_any();
    }
    if row.opened_day.is_none() {
        return match row.danger {
            Some(Danger::Yes) => {
                view! { <span class="chip chip-danger">{t::chip_danger()}</span> }.into_any()
            }
            Some(danger) => word::danger(danger).into_any(),
            None => t::row_not_opened().into_any(),
        };
    }
    match row.lane {
        Lane::WaitingOnPupil => t::row_waiting_pupil().into_any(),
        Lane::WaitingOnAgency => t::row_waiting_agency().into_any(),
        Lane::DueToClose => t::row_due_to_close().into_any(),
        Lane::Closed => t::row_closed().into_any(),
        Lane::Expiring if row.lift_asked => t::row_lift_asked().into_any(),
        Lane::Expiring if row.hold => t::row_hold().into_any(),
        Lane::Expiring if row.may_expire => match when::left(expires(row), calendar::today()) {
            Left::Over => t::row_day_came().into_any(),
            Left::Days(days) => t::row_days_left(days).into_any(),
            Left::More => t::row_no_hold().into_any(),
        },
        Lane::Expiring => t::row_stays().into_any(),
        _ if !row.mine => {
            t::row_opened(&calendar::day(i64::from(row.opened_day.unwrap_or(0)))).into_any()
        }
        _ => t::row_working().into_any(),
    }
}

fn expires(row: &BoardRow) -> i64 {
    i64::from(row.destroy_after_day)
}

/// The clock of a row, and whether it is late.
fn clock(row: &BoardRow) -> (String, bool) {
    let today = calendar::today();
    if let Some(minute) = row.urgent_minute
        && row.opened_day.is_none()
    {
        let words = match when::since(minute, calendar::now_minute()) {
            Since::Minutes(number) => t::clock_minutes(i64::from(number)),
            Since::Hours(number) => t::clock_hours(i64::from(number)),
            Since::Days(number) => t::clock_days(i64::from(number)),
        };
        return (words, true);
    }
    if matches!(row.lane, Lane::Expiring | Lane::Closed) {
        if row.hold {
            return (t::clock_held().to_owned(), false);
        }
        if !row.may_expire {
            return (t::clock_stays().to_owned(), false);
        }
        let day = expires(row);
        let soon = when::left(day, today) != Left::More;
        return (t::clock_destroyed(&calendar::short_date(day)), soon);
    }
    if let Some(day) = row.due_day.map(i64::from) {
        let words = calendar::day(day);
        return match when::due(day, today) {
            Due::Late => (t::clock_was_due(&words), true),
            Due::Today => (t::clock_due_today().to_owned(), true),
            Due::Later => (t::clock_due(&words), false),
        };
    }
    if row.opened_day.is_none() {
        let (came, _) = when::half_day(row.received_half_day);
        let by = when::next_school_day(came);
        let words = calendar::day(by);
        return match when::due(by, today) {
            Due::Late => (t::clock_open_late(&words), true),
            Due::Today => (t::clock_open_today().to_owned(), false),
            Due::Later => (t::clock_open_by(&words), false),
        };
    }
    if row.unanswered > 0 {
        return (t::clock_answer().to_owned(), row.lane == Lane::NeedsEyesNow);
    }
    (String::new(), false)
}

/// Urgency bars with their word.
pub fn bars(level: client::staff::message::Urgency) -> impl IntoView {
    let full = urgency::bars(level);
    let bar = move |at: u8| {
        let height = 1.0 + 3.0 * f64::from(at);
        view! {
            <rect
                class=if at <= full { "on" } else { "off" }
                x=format!("{:.1}", 3.7 * f64::from(at - 1))
                y=format!("{:.0}", 14.0 - height)
                width="2.6"
                height=format!("{height:.0}")
                rx="0.8"
            ></rect>
        }
    };
    view! {
        <span class=word::urgency_class(level)>
            <svg viewBox="0 0 14 14" aria-hidden="true">{(1..=4).map(bar).collect_view()}</svg>
            {word::urgency(level)}
        </span>
    }
}

/// The row. One button; the whole row is its target.
#[component]
pub fn Row(row: BoardRow) -> impl IntoView {
    let desk = Desk::here();
    let (clock, late) = clock(&row);
    let hot = row.lane == Lane::NeedsEyesNow;
    let drawing = drawing(&row);
    let sub = if row.categories.is_empty() {
        came(&row)
    } else {
        format!("{} · {}", came(&row), word::category(&row.categories[0]))
    };
    let urgency = row.urgency;
    let unread = if row.mine {
        t::row_undecided()
    } else {
        t::row_unread()
    };
    let owner = row.owner.clone();
    let title = title(&row);
    let state = state(&row);
    view! {
        <li class="brow" class:hot=hot>
            {icon::icon(drawing)}
            <span class="b-title">
                <button type="button" class="b-open" on:click=move |_| desk.open(row.clone())>{title}</button>
                <span class="soft b-sub">{sub}</span>
            </span>
            {match urgency {
                Some(level) => view! { <span class="b-urge">{bars(level)}</span> }.into_any(),
                None => view! { <span class="b-urge b-unread"><span class="urge soft">{unread}</span></span> }.into_any(),
            }}
            <span class="b-state">{state}</span>
            <span class="b-clock"><span class:late=late>{clock}</span></span>
            <span class="b-who">
                {owner.map(|owner| view! {
                    <span class="me me-s">
                        <span aria-hidden="true">{initials(&owner.name)}</span>
                        <span class="sr">{short(&owner.name)}</span>
                    </span>
                })}
            </span>
        </li>
    }
}
