//! The same for those who only read it.

use leptos::prelude::*;
use protocol::api::SchoolSettings;

use super::region_name;
use crate::staff::calendar::{long_date, read_day};
use crate::text::staff as t;

/// A school's settings as lines.
#[component]
pub fn SettingsFacts(settings: SchoolSettings) -> impl IntoView {
    let weekdays: Vec<&str> = t::weekdays().split(' ').collect();
    let looks = settings.hours.looks.iter().map(|look| {
        let at = usize::try_from(look.weekday - 1).unwrap_or_default();
        let day = weekdays.get(at).copied().unwrap_or_default();
        format!("{day} {} – {}", look.from, look.to)
    });
    let day =
        |text: &str| read_day(text).map_or_else(|| text.to_owned(), |day| long_date(day.into()));
    let closed = settings.hours.closed.iter().map(|days| {
        if days.from == days.to {
            day(&days.from)
        } else {
            format!("{} – {}", day(&days.from), day(&days.to))
        }
    });
    let contacts = &settings.contacts;
    let rows = [
        (t::set_name(), vec![settings.name.clone()]),
        (
            t::set_region(),
            vec![region_name(&settings.region).to_owned()],
        ),
        (t::set_hours(), looks.collect()),
        (
            t::set_zone(),
            vec![settings.hours.time_zone.replace('_', " ")],
        ),
        (t::set_closed(), closed.collect()),
        (t::set_controller(), vec![contacts.controller.clone()]),
        (t::set_officer(), vec![contacts.officer.clone()]),
        (t::set_complaints(), vec![contacts.complaints.clone()]),
    ];
    view! {
        <dl class="facts">
            {rows.into_iter().map(|(label, lines): (&'static str, Vec<String>)| {
                let empty = lines.iter().all(String::is_empty);
                view! {
                    <dt>{label}</dt>
                    <dd>
                        {empty.then(t::set_nothing)}
                        {lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view()}
                    </dd>
                }
            }).collect_view()}
        </dl>
    }
}
