//! Ending a person's access at once. The reason is kept with the account; the signed directory follows.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;
use protocol::api::EndStaffRequest;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems};
use super::super::{calendar, icon};
use super::Adult;
use crate::text::staff as t;

/// The panel, shown while somebody's access is being ended.
#[component]
pub fn EndAccess() -> impl IntoView {
    let adult: Adult = expect_context();
    move || {
        let staff = adult.ending.get()?;
        let person = adult.people.with_untracked(|people| {
            people
                .as_ref()?
                .list
                .staff
                .iter()
                .find(|person| person.staff == staff)
                .cloned()
        })?;
        Some(view! { <Panel person /> })
    }
}

#[component]
fn Panel(person: protocol::api::StaffView) -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let reason = RwSignal::new(String::new());
    let destroy = RwSignal::new(false);
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let (staff, key, name) = (person.staff, person.key, person.name.clone());
    let end = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = reason.get_untracked().trim().to_owned();
        let found = if words.is_empty() {
            vec![("end-reason", t::wrong_rationale().to_owned())]
        } else {
            Vec::new()
        };
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        let ask = Ask::End {
            staff,
            request: EndStaffRequest {
                reason: words,
                key,
                destroy: destroy.get_untracked(),
            },
        };
        let name = person.name.clone();
        acting.ask(&ask, move |answer| {
            adult.took(answer)?;
            adult.ending.set(None);
            desk.say(t::say_ended(&name));
            Ok(())
        });
    };
    view! {
        <form class="two" novalidate on:submit=end aria-label=t::end_title(&name)>
            <div class="stack">
                <h2>{t::end_title(&name)}</h2>
                <p>{t::end_words()}</p>
                {form::trouble(move || acting.failure())}
                <LastDay staff />
                {form::area(
                    "end-reason",
                    t::end_reason(),
                    Some(t::end_reason_hint()),
                    move || reason.get(),
                    move |words| reason.set(words),
                    problems,
                )}
                {key.is_some().then(|| view! {
                    <label class="row">
                        <input type="checkbox" class="tick" id="end-destroy" on:change=move |event| destroy.set(event_target_checked(&event)) />
                        <span>{t::end_destroy()} <span class="soft xs">{t::end_destroy_hint()}</span></span>
                    </label>
                })}
                <div class="row">
                    <button type="submit" class="btn btn-danger" aria-disabled=move || acting.waits()>
                        {icon::small(icon::OUT)} {t::end_go()}
                    </button>
                    <button type="button" class="btn" on:click=move |_| adult.ending.set(None)>{t::cancel()}</button>
                </div>
            </div>
        </form>
    }
}

/// The last day of somebody who leaves in good order.
#[component]
fn LastDay(staff: protocol::id::StaffId) -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let known = adult.people.with_untracked(|people| {
        let leavers = &people.as_ref()?.list.leavers;
        leavers.iter().find(|one| one.staff == staff)?.last_day
    });
    let day = RwSignal::new(
        known
            .map(|day| calendar::iso_day(i64::from(day)))
            .unwrap_or_default(),
    );
    let acting = Acting::new(desk);
    let set = move |last_day: Option<u32>| {
        acting.ask(&Ask::Leaving { staff, last_day }, move |answer| {
            adult.took(answer)?;
            desk.say(t::say_last_day());
            Ok(())
        });
    };
    view! {
        {form::trouble(move || acting.failure())}
        <div class="field">
            <label for="leave-day">{t::leave_day()}</label>
            <p class="xs soft" id="leave-day-hint">{t::leave_day_hint()}</p>
            <div class="row">
                <input
                    class="input"
                    id="leave-day"
                    type="date"
                    aria-describedby="leave-day-hint"
                    prop:value=move || day.get()
                    on:change=move |event| day.set(event_target_value(&event))
                />
                <button type="button" class="btn" on:click=move |_| set(calendar::read_day(&day.get_untracked()))>
                    {t::leave_set()}
                </button>
                {known.is_some().then(|| view! {
                    <button type="button" class="btn" on:click=move |_| set(None)>{t::leave_clear()}</button>
                })}
            </div>
        </div>
    }
}
