//! Letting one more colleague read a case, and stepping aside from it. Neither can be taken back: what was read stays
//! read, and given-up keys are gone.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;
use protocol::encoding::{from_base64url, to_base64url};
use protocol::id::KeyId;

use super::super::acting::Acting;
use super::super::desk::{Desk, View};
use super::super::form::{self, Problems, focus};
use super::super::lanes::Show;
use super::super::{icon, word};
use super::Open;
use crate::text::staff as t;

/// The panel for a colleague.
#[component]
pub fn SharePanel() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let chosen = RwSignal::new(String::new());
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let give = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(to) = key(&chosen.get_untracked()) else {
            problems.tell("colleague", t::share_choose().to_owned());
            return;
        };
        problems.show(Vec::new());
        if acting.is_busy() {
            return;
        }
        let name = open.once(|case| {
            let found = case.can_be_given.iter().find(|adult| adult.key == to);
            found.map_or_else(String::new, |adult| adult.name.clone())
        });
        acting.ask_case(&Ask::Give { case, to }, move || {
            chosen.set(String::new());
            open.panel.set(None);
            desk.say(t::say_given(&name.clone().unwrap_or_default()));
            focus("heading");
        });
    };
    let colleagues = move || {
        open.with(|case| case.can_be_given.clone())
            .unwrap_or_default()
    };
    view! {
        <form class="ending no-print" novalidate on:submit=give aria-label=t::share()>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            <div class="only">
                <h2 class="only-h">{icon::icon(icon::KEY)} {t::share()}</h2>
                <p>{t::share_words()}</p>
                {move || if colleagues().is_empty() {
                    view! { <p class="soft">{t::share_nobody()}</p> }.into_any()
                } else {
                    view! {
                        <div class="field">
                            <label for="colleague">{t::adult()}</label>
                            {form::error("colleague", problems)}
                            <select
                                class="input"
                                id="colleague"
                                aria-invalid=move || problems.at("colleague").map(|_| "true")
                                on:change=move |event| chosen.set(event_target_value(&event))
                            >
                                <option value="">{t::share_choose()}</option>
                                {colleagues().into_iter().map(|adult| view! {
                                    <option value=to_base64url(&adult.key.0)>
                                        {adult.name.clone()} ", " {word::role(adult.role)}
                                    </option>
                                }).collect_view()}
                            </select>
                        </div>
                    }.into_any()
                }}
                <div class="row">
                    <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                        {icon::small(icon::KEY)} {t::share_go()}
                    </button>
                    <button type="button" class="btn" on:click=move |_| open.panel.set(None)>{t::cancel()}</button>
                </div>
                {form::progress(acting.busy())}
            </div>
        </form>
    }
}

fn key(text: &str) -> Option<KeyId> {
    let bytes: [u8; 16] = from_base64url(text)?.try_into().ok()?;
    Some(protocol::encoding::FixedBytes(bytes))
}

/// The panel for stepping aside.
#[component]
pub fn AsidePanel() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let why = RwSignal::new(String::new());
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let aside = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = why.get_untracked().trim().to_owned();
        let found = if words.is_empty() {
            vec![("aside-why", t::wrong_rationale().to_owned())]
        } else {
            Vec::new()
        };
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        acting.ask(&Ask::StepAside { case, why: words }, move |answer| {
            answer?;
            desk.gave_up(case);
            desk.go(View::Board(Show::All));
            desk.say(t::say_aside());
            Ok(())
        });
    };
    view! {
        <form class="ending no-print" novalidate on:submit=aside aria-label=t::aside_title()>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            <div class="only">
                <h2 class="only-h">{icon::icon(icon::OUT)} {t::aside_title()}</h2>
                <p>{t::aside_words()}</p>
                {form::area("aside-why", t::aside_why(), None, move || why.get(), move |words| why.set(words), problems)}
                <div class="row">
                    <button type="submit" class="btn btn-danger" aria-disabled=move || acting.waits()>
                        {icon::small(icon::OUT)} {t::aside_go()}
                    </button>
                    <button type="button" class="btn" on:click=move |_| open.panel.set(None)>{t::cancel()}</button>
                </div>
            </div>
        </form>
    }
}
