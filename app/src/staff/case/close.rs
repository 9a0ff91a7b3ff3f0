//! Closing with an outcome, why, and a last message to the pupil; and opening again. Both need their reason.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;

use super::super::acting::Acting;
use super::super::check;
use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::sending::Sending;
use super::super::sign_in::wrong;
use super::super::{calendar, icon, outcome, word};
use super::Open;
use crate::text::staff as t;

/// The panel that closes. Its message waits ten seconds, like any words for the pupil.
#[component]
pub fn ClosePanel() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let id = open.id;
    let draft = move || desk.drafts.with(|drafts| drafts.get(id));
    let problems = Problems::new();
    let adult = open
        .once(|case| {
            case.categories
                .iter()
                .any(|category| category == "adult_school")
        })
        .unwrap_or(false);

    let close = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let draft = desk.drafts.with_untracked(|drafts| drafts.get(id));
        let found = check::close(
            &draft.outcome,
            &draft.closing_rationale,
            &draft.closing_message,
        );
        if !problems.show(
            found
                .into_iter()
                .map(|(id, why)| (id, wrong(id, why)))
                .collect(),
        ) {
            return;
        }
        let what = Sending::Close {
            outcome: draft.outcome,
            rationale: draft.closing_rationale.trim().to_owned(),
            message: draft.closing_message.trim().to_owned(),
        };
        desk.unsent.set(None);
        desk.undo.update(|undo| {
            undo.hold(id, what, calendar::now());
        });
        desk.drafts.update(|drafts| {
            drafts.change(id, |draft| {
                draft.outcome.clear();
                draft.closing_rationale.clear();
                draft.closing_message.clear();
            });
        });
        open.ending.set(false);
        desk.say(t::say_closing());
        focus("heading");
    };
    let offer = move |ids: &'static [&'static str]| {
        let now = draft().outcome;
        ids.iter()
            .map(|id| view! { <option value=*id selected=now == *id>{word::outcome(id)}</option> })
            .collect_view()
    };
    view! {
        <form class="ending no-print" novalidate on:submit=close aria-label=t::case_close()>
            {form::summary(problems)}
            <div class="only">
                <h2 class="only-h">{icon::icon(icon::HIDE)} {t::close_only()}</h2>
                <div class="field">
                    <label for="outcome">{t::close_outcome()}</label>
                    {form::error("outcome", problems)}
                    <select
                        class="input"
                        id="outcome"
                        aria-invalid=move || problems.at("outcome").map(|_| "true")
                        on:change=move |event| {
                            let chosen = event_target_value(&event);
                            desk.drafts.update(|drafts| drafts.change(id, |draft| draft.outcome = chosen));
                        }
                    >
                        {move || view! {
                            <option value="" selected=draft().outcome.is_empty()>{t::close_choose()}</option>
                            <optgroup label=if adult { t::close_adult() } else { t::close_child() }>
                                {offer(if adult { &outcome::ADULT } else { &outcome::CHILD })}
                            </optgroup>
                            <optgroup label=if adult { t::close_child() } else { t::close_adult() }>
                                {offer(if adult { &outcome::CHILD } else { &outcome::ADULT })}
                            </optgroup>
                        }}
                    </select>
                </div>
                {form::area(
                    "closing-why",
                    t::close_why(),
                    None,
                    move || draft().closing_rationale,
                    move |words| desk.drafts.update(|drafts| drafts.change(id, |draft| draft.closing_rationale = words)),
                    problems,
                )}
            </div>
            <div class="reply">
                <h3 class="reply-h">
                    {icon::icon(icon::TALK)} <label for="closing-message">{t::close_message()}</label>
                </h3>
                <div class="compose">
                    {form::error("closing-message", problems)}
                    <textarea
                        id="closing-message"
                        rows="4"
                        spellcheck="false"
                        autocomplete="off"
                        aria-invalid=move || problems.at("closing-message").map(|_| "true")
                        prop:value=move || draft().closing_message
                        on:input=move |event| {
                            let words = event_target_value(&event);
                            desk.drafts.update(|drafts| drafts.change(id, |draft| draft.closing_message = words));
                        }
                    ></textarea>
                    <p class="xs soft">{t::close_message_hint()}</p>
                    <div class="row">
                        <button type="submit" class="btn btn-go">{icon::small(icon::FOLDER)} {t::close_go()}</button>
                        <button type="button" class="btn" on:click=move |_| open.ending.set(false)>{t::cancel()}</button>
                        <span class="xs soft">{t::reply_waits()}</span>
                    </div>
                </div>
            </div>
        </form>
    }
}

/// The panel that opens a closed case again.
#[component]
pub fn ReopenPanel() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let why = move || desk.drafts.with(|drafts| drafts.get(case).reopen_rationale);
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let reopen = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let rationale = why().trim().to_owned();
        let found = if rationale.is_empty() {
            vec![("reopen-why", t::wrong_rationale().to_owned())]
        } else {
            Vec::new()
        };
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        acting.ask_case(&Ask::Reopen { case, rationale }, move || {
            desk.drafts
                .update(|drafts| drafts.change(case, |draft| draft.reopen_rationale.clear()));
            open.ending.set(false);
            desk.say(t::say_reopened());
            focus("heading");
        });
    };
    view! {
        <form class="ending no-print" novalidate on:submit=reopen aria-label=t::case_reopen()>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            <div class="only">
                <h2 class="only-h">{icon::icon(icon::HIDE)} {t::close_only()}</h2>
                {form::area(
                    "reopen-why",
                    t::reopen_why(),
                    Some(t::reopen_hint()),
                    why,
                    move |words| desk.drafts.update(|drafts| drafts.change(case, |draft| draft.reopen_rationale = words)),
                    problems,
                )}
                <div class="row">
                    <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                        {icon::small(icon::FLAG)} {t::case_reopen()}
                    </button>
                    <button type="button" class="btn" on:click=move |_| open.ending.set(false)>{t::cancel()}</button>
                </div>
            </div>
        </form>
    }
}
