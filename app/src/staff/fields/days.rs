//! When somebody looks: a row for each weekday, and the holidays.

use leptos::prelude::*;

use super::{DAYS, DayHours, Fields, Holiday};
use crate::staff::form::{self, Problems};
use crate::text::staff as t;

/// A row for each weekday. Hours finer than that are only named.
pub fn week(fields: Fields, problems: Problems) -> impl IntoView {
    move || {
        if fields.finer.with(Option::is_some) {
            return view! { <p class="notice notice-wait">{t::settings_finer()}</p> }.into_any();
        }
        view! {
            <fieldset class="field week">
                <legend class="lab">{t::set_days()}</legend>
                {t::weekdays()
                    .split(' ')
                    .enumerate()
                    .map(|(at, name)| day(fields, at, name.to_owned(), problems))
                    .collect_view()}
            </fieldset>
        }
        .into_any()
    }
}

fn day(fields: Fields, at: usize, name: String, problems: Problems) -> impl IntoView {
    let id = DAYS.get(at).copied().unwrap_or_default();
    let of = move |pick: fn(&DayHours) -> String| {
        fields
            .days
            .with(|days| days.get(at).map(pick).unwrap_or_default())
    };
    let looks = move || {
        fields
            .days
            .with(|days| days.get(at).is_some_and(|day| day.looks))
    };
    let change = move |act: &dyn Fn(&mut DayHours)| {
        fields.days.update(|days| {
            if let Some(day) = days.get_mut(at) {
                act(day);
            }
        });
    };
    let time =
        move |label: String, pick: fn(&DayHours) -> String, put: fn(&mut DayHours, String)| {
            view! {
                <input
                    class="input"
                    type="time"
                    aria-label=label
                    aria-invalid=move || problems.at(id).map(|_| "true")
                    aria-describedby=move || problems.at(id).map(|_| format!("{id}-error"))
                    prop:value=move || of(pick)
                    on:input=move |event| change(&|day| put(day, event_target_value(&event)))
                />
            }
        };
    let (from, to) = (t::set_from(&name), t::set_to(&name));
    view! {
        <div class="day">
            <span class="row tick-row">
                <input
                    class="tick"
                    type="checkbox"
                    id=id
                    prop:checked=looks
                    on:change=move |event| change(&|day| day.looks = event_target_checked(&event))
                />
                <label for=id>{name}</label>
            </span>
            {move || if looks() {
                view! {
                    <span class="row span">
                        {time(from.clone(), |day| day.from.clone(), |day, text| day.from = text)}
                        <span aria-hidden="true">"–"</span>
                        {time(to.clone(), |day| day.to.clone(), |day, text| day.to = text)}
                    </span>
                }.into_any()
            } else {
                view! { <span class="soft xs">{t::set_nobody()}</span> }.into_any()
            }}
            {form::error(id, problems)}
        </div>
    }
}

/// The holidays, a row each.
pub fn holidays(fields: Fields, problems: Problems) -> impl IntoView {
    view! {
        <fieldset class="field week" id="holidays" tabindex="-1">
            <legend class="lab">{t::set_closed()}</legend>
            <p class="xs soft">{t::set_closed_hint()}</p>
            {form::error("holidays", problems)}
            <For each=move || fields.holidays.get() key=|days| days.key let:days>
                {holiday(fields, days)}
            </For>
            <p>
                <button type="button" class="btn" id="holiday-more" on:click=move |_| {
                    fields.add_holiday(String::new(), String::new());
                }>{t::set_closed_more()}</button>
            </p>
        </fieldset>
    }
}

fn holiday(fields: Fields, days: Holiday) -> impl IntoView {
    let date = |label: &'static str, value: RwSignal<String>| {
        view! {
            <label class="stack-s xs">
                {label}
                <input
                    class="input"
                    type="date"
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <div class="row span holiday">
            {date(t::set_closed_first(), days.from)}
            {date(t::set_closed_last(), days.to)}
            <button
                type="button"
                class="btn"
                aria-label=move || t::set_closed_remove_which(&days.from.get())
                on:click=move |_| {
                    fields.holidays.update(|all| all.retain(|one| one.key != days.key));
                    form::focus("holiday-more");
                }
            >{t::set_closed_remove()}</button>
        </div>
    }
}
