//! Somebody asked for the end: agreeing, which only another adult who reads can, and stopping it.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;
use protocol::api::Ending;

use super::super::form::{self, Problems};
use super::super::initials::short;
use super::super::{calendar, icon};
use super::ask::tick;
use super::{ASKED_DAYS, Service};
use crate::text::staff as t;

/// What was asked, and what this adult can do about it.
#[component]
pub fn Asked(ending: Ending) -> impl IntoView {
    let service: Service = expect_context();
    let (mine, reads, admin) = service.desk.me.with_untracked(|me| {
        me.as_ref().map_or((false, false, false), |me| {
            let mine = me.staff.staff == ending.asked.staff;
            (mine, me.can_read, me.staff.admin)
        })
    });
    let hour = calendar::hour(ending.asked.hour);
    let lapses = i64::from(ending.asked.hour / 24 + ASKED_DAYS);
    let days = ending.days;
    let stop = move |_| service.act(&Ask::CallBackEnd, t::say_service_back());
    view! {
        <section class="two" aria-labelledby="asked">
            <div class="stack">
                <h2 id="asked">{icon::small(icon::SAND)} " " {t::service_asked(&short(&ending.asked.name))}</h2>
                <p>{if days == 0 { t::service_asked_none(&hour) } else { t::service_asked_long(&hour) }}</p>
                <p class="soft">{t::service_lapses(&calendar::long_date(lapses))}</p>
                {match (mine, reads, admin) {
                    (true, ..) => view! { <p>{t::service_yours()}</p> }.into_any(),
                    (false, true, _) => view! { <Agree days /> }.into_any(),
                    (false, false, true) => view! { <p>{t::service_admin_waits()}</p> }.into_any(),
                    _ => ().into_any(),
                }}
                {(reads || admin).then(|| view! {
                    <div class="row">
                        <button type="button" class="btn" on:click=stop aria-disabled=move || service.acting.waits()>
                            {t::service_stop()}
                        </button>
                    </div>
                })}
            </div>
        </section>
    }
}

#[component]
fn Agree(days: u32) -> impl IntoView {
    let service: Service = expect_context();
    let told = RwSignal::new(false);
    let problems = Problems::new();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let missing = !told.get_untracked();
        let found = missing.then(|| ("service-known", t::service_wrong_tick().to_owned()));
        if problems.show(found.into_iter().collect()) {
            service.act(&Ask::AgreeEnd { days }, t::say_service_agreed());
        }
    };
    view! {
        <form class="stack" novalidate on:submit=send aria-label=t::service_agree()>
            <p><b>{t::service_agree_words()}</b></p>
            {form::summary(problems)}
            {tick("service-known", t::service_tick_agree(), told)}
            <div class="row">
                <button type="submit" class="btn btn-danger" aria-disabled=move || service.acting.waits()>
                    {icon::small(icon::SAND)} {t::service_agree_go()}
                </button>
            </div>
        </form>
    }
}

/// Calling it back after it was agreed to: two people, one of them a reader.
#[component]
pub fn CallBack(ending: Ending) -> impl IntoView {
    let service: Service = expect_context();
    let (me, may) = service.desk.me.with_untracked(|me| {
        let may = me.as_ref().is_some_and(|me| me.can_read || me.staff.admin);
        (me.as_ref().map(|me| me.staff.staff), may)
    });
    let asked = ending.stop_asked;
    let mine = asked.is_some() && asked.as_ref().map(|said| said.staff) == me;
    let words = asked.map(|said| {
        if mine {
            t::service_back_you().to_owned()
        } else {
            t::service_back_other(&short(&said.name), &calendar::hour(said.hour))
        }
    });
    let back = move |_| service.act(&Ask::CallBackEnd, t::say_service_back());
    view! {
        <section class="panel" aria-labelledby="back">
            <h2 id="back">{t::service_back()}</h2>
            <p class="soft">{t::service_back_words()}</p>
            {words.map(|words| view! { <p class="kept" role="status">{words}</p> })}
            {(may && !mine).then(|| view! {
                <div class="row">
                    <button type="button" class="btn" on:click=back aria-disabled=move || service.acting.waits()>
                        {t::service_back()}
                    </button>
                </div>
            })}
        </section>
    }
}
