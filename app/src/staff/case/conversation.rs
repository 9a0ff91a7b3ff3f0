//! What pupil and staff said to each other, oldest first. Everything in this column is the pupil's to read.

use client::reporter::message::Danger;
use client::staff::message::{Case, Spoken};
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::initials::{short, you};
use super::super::sending::Sending;
use super::super::{calendar, icon, word};
use super::Open;
use crate::text::staff as t;

/// The column.
#[component]
pub fn Conversation() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let waiting = move || {
        desk.undo.with(|undo| {
            undo.waiting()
                .iter()
                .filter(|held| held.case == open.id)
                .map(|held| match &held.what {
                    Sending::Reply { text, .. } | Sending::Close { message: text, .. } => {
                        text.clone()
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <section class="stack" aria-labelledby="conversation">
            <h2 class="lane-h" id="conversation">
                {icon::icon(icon::TALK)} {t::conversation()} <small>{t::conversation_seen()}</small>
            </h2>
            <div class="thread">
                {move || open.with(|case| {
                    case.conversation
                        .iter()
                        .enumerate()
                        .map(|(at, spoken)| message(desk, case, at, spoken))
                        .collect_view()
                })}
                {move || waiting()
                    .into_iter()
                    .map(|text| view! {
                        <article class="msg msg-staff msg-wait">
                            <header><b>{t::who_you_start()}</b> " " {t::message_waiting()}</header>
                            <p class="words">{text}</p>
                        </article>
                    })
                    .collect_view()}
            </div>
        </section>
    }
}

fn message(desk: Desk, case: &Case, at: usize, spoken: &Spoken) -> impl IntoView + use<> {
    let mine = spoken.by.as_ref().map(|adult| adult.key) == desk.my_key() && spoken.by.is_some();
    let name = match &spoken.by {
        None => t::who_pupil_start().into_any(),
        Some(adult) if mine => you(&adult.name).into_any(),
        Some(adult) => format!("{}, {}", short(&adult.name), word::role(adult.role)).into_any(),
    };
    let class = if spoken.by.is_some() {
        "msg msg-staff"
    } else {
        "msg msg-pupil"
    };
    let first = (at == 0).then(|| {
        let danger = case.danger == Danger::Yes;
        view! {
            <span>{word::about(case.about)}</span>
            <span class:late=danger>{word::danger(case.danger)}</span>
        }
    });
    view! {
        <article class=class>
            <header>
                <b>{name}</b>
                <time datetime=calendar::datetime(spoken.hour)>{calendar::spoken(spoken)}</time>
                {first}
            </header>
            <p class="words">{spoken.text.clone()}</p>
            {(!spoken.answers.is_empty()).then(|| view! { <p class="xs soft">{t::answers_given(&spoken.answers.join(" / "))}</p> })}
            {spoken.feel_safer.then(|| view! { <p><span class="chip chip-ok">{icon::small(icon::TICK)} {t::feels_safer()}</span></p> })}
            {spoken.another_adult.then(|| view! { <p><span class="chip chip-wait">{icon::small(icon::PERSON)} {t::another_adult()}</span></p> })}
        </article>
    }
}
