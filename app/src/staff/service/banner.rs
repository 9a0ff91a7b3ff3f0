//! Above every screen while the school's service ends, so that no adult learns it from a pupil.

use leptos::prelude::*;

use super::super::desk::{Desk, View};
use super::super::initials::short;
use super::super::{calendar, icon};
use super::{ending, look};
use crate::text::staff as t;

/// The banner; nothing while nobody asks for the end.
#[component]
pub fn ServiceBanner() -> impl IntoView {
    let desk = Desk::here();
    look(desk, false);
    let elsewhere = Memo::new(move |_| desk.view.get() != View::Service);
    move || {
        // The page itself says all of it.
        let ending = ending(desk).filter(|_| elsewhere.get())?;
        let day = ending.destroy_day.map(i64::from);
        let date = day.map(calendar::long_date);
        let come = day.is_some_and(|day| day <= calendar::today());
        let (words, pupils, go) = match date {
            None => {
                let name = short(&ending.asked.name);
                (t::service_news_asked(&name), None, t::service_news_look())
            }
            Some(_) if ending.over_day.is_some() => {
                let words = t::service_news_over().to_owned();
                (words, None, t::service_news_look())
            }
            Some(date) => {
                let words = if come {
                    t::service_news_ran(&date)
                } else {
                    t::service_news_runs(&date)
                };
                let pupils = Some(t::service_news_pupils());
                (words, pupils, t::service_news_left())
            }
        };
        Some(view! {
            <p class="notice notice-wait no-print" role="status">
                {icon::small(icon::SAND)} <span>{words}</span> {pupils.map(|words| view! { <span>{words}</span> })}
                <button type="button" class="btn" on:click=move |_| desk.go(View::Service)>{go}</button>
            </p>
        })
    }
}
