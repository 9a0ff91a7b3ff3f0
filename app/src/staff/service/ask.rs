//! Nobody asked for the end: what it would bring, and the form with which an administrator asks.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;
use protocol::api::READING_DAYS;

use super::super::form::{self, Problems};
use super::super::icon;
use super::Service;
use crate::text::staff as t;

/// The page while nothing is under way. `lapsed`: somebody asked, and nobody agreed in time.
#[component]
pub fn Nobody(lapsed: bool) -> impl IntoView {
    let service: Service = expect_context();
    let admin = service
        .desk
        .me
        .with_untracked(|me| me.as_ref().is_some_and(|me| me.staff.admin));
    view! {
        <p role="status">{if lapsed { t::service_lapsed() } else { t::service_none() }}</p>
        <div class="with-form">
            <section class="panel" aria-labelledby="steps">
                <h2 id="steps">{t::service_steps()}</h2>
                <ol class="steps">
                    {[
                        t::service_step_agree(),
                        t::service_step_pupils(),
                        t::service_step_read(),
                        t::service_step_out(),
                        t::service_step_keeper(),
                        t::service_step_over(),
                    ].map(|step| view! { <li>{step}</li> }).collect_view()}
                </ol>
            </section>
            {if admin {
                view! { <Form /> }.into_any()
            } else {
                view! { <p class="soft">{t::service_only_admin()}</p> }.into_any()
            }}
        </div>
    }
}

#[component]
fn Form() -> impl IntoView {
    let service: Service = expect_context();
    let days = RwSignal::new(READING_DAYS);
    let told = RwSignal::new(false);
    let problems = Problems::new();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let missing = !told.get_untracked();
        let found = missing.then(|| ("service-told", t::service_wrong_tick().to_owned()));
        if problems.show(found.into_iter().collect()) {
            let days = days.get_untracked();
            service.act(&Ask::AskEnd { days }, t::say_service_asked());
        }
    };
    let choice = move |value: u32, label: &'static str, hint: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="days" prop:checked=move || days.get() == value on:change=move |_| days.set(value) />
                <span>{label} <span class="choice-hint">{hint}</span></span>
            </label>
        }
    };
    view! {
        <form class="panel" novalidate on:submit=send aria-labelledby="service-ask">
            <h2 id="service-ask">{t::service_ask()}</h2>
            <p class="soft">{t::service_ask_words()}</p>
            {form::summary(problems)}
            <fieldset class="choices">
                <legend class="sr">{t::service_days()}</legend>
                {choice(READING_DAYS, t::service_days_long(), t::service_days_long_hint())}
                {choice(0, t::service_days_none(), t::service_days_none_hint())}
            </fieldset>
            {tick("service-told", t::service_tick_ask(), told)}
            <div class="row">
                <button type="submit" class="btn btn-danger" aria-disabled=move || service.acting.waits()>
                    {icon::small(icon::SAND)} {t::service_ask_go()}
                </button>
            </div>
        </form>
    }
}

/// A box that says something was done before.
pub fn tick(id: &'static str, label: &'static str, value: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="row tick-row">
            <input
                class="tick"
                type="checkbox"
                id=id
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <label for=id>{label}</label>
        </div>
    }
}
