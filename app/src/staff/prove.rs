//! Showing the second factor once more, when the server asks for it before it does something.
//!
//! Promise: what was to be done waits here untouched and is done afterwards, or is told that it was not; leaving or
//! locking the page forgets it.

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;
use leptos::{ev, html};
use protocol::api::PasskeyProof;

use super::desk::Desk;
use super::form::{self, Line, Problems, line};
use super::{authenticator, check, icon};
use crate::text::staff as t;

/// The dialog.
#[component]
pub fn Prove() -> impl IntoView {
    let desk = Desk::here();
    let dialog = NodeRef::<html::Dialog>::new();
    let code = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let problems = Problems::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            if desk.proving.get() && !dialog.open() {
                code.set(String::new());
                busy.set(false);
                failure.set(None);
                problems.show(Vec::new());
                // Fails only when the dialog is not in the document; then nothing was asked to be shown.
                let _ = dialog.show_modal();
            } else if !desk.proving.get() && dialog.open() {
                dialog.close();
            }
        }
    });
    let prove = move |typed: String, passkey: Option<PasskeyProof>| {
        let ask = Ask::Prove {
            code: typed,
            passkey: passkey.map(Box::new),
        };
        desk.ask(&ask, move |answer| {
            busy.set(false);
            match answer {
                Ok(Answer::Proved) => desk.proved(),
                Ok(_) => failure.set(Some(Failure::Broken)),
                Err(Failure::Field { .. }) => {
                    problems.tell("proof-code", t::wrong_code_refused().to_owned());
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let typed = code.get_untracked();
        let demo = desk.prefill.with_untracked(|prefill| prefill.demo.clone());
        if let (Some(demo), true) = (demo, typed.trim().is_empty()) {
            busy.set(true);
            let ask = Ask::DemoCode {
                secret: demo.totp_secret.clone(),
            };
            desk.ask(&ask, move |answer| match answer {
                Ok(Answer::DemoCode { code }) => prove(code, None),
                Ok(_) => failure.set(Some(Failure::Broken)),
                Err(why) => failure.set(Some(why)),
            });
            return;
        }
        let Some(typed) = check::second_factor(&typed) else {
            problems.tell("proof-code", t::wrong_code().to_owned());
            return;
        };
        problems.show(Vec::new());
        busy.set(true);
        prove(typed, None);
    };
    let passkey = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        problems.show(Vec::new());
        authenticator::ask(desk, None, move |shown| match shown {
            Ok(Some(shown)) => prove(String::new(), Some(shown)),
            Ok(None) => {
                busy.set(false);
                problems.tell("proof-code", t::passkey_not_shown().to_owned());
            }
            Err(why) => {
                busy.set(false);
                failure.set(Some(why));
            }
        });
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby="proof-title"
            node_ref=dialog
            on:close=move |_| desk.not_proved()
        >
            <form class="stack" novalidate on:submit=submit>
                <h2 id="proof-title">{t::proof_title()}</h2>
                <p>{t::proof_words()}</p>
                {form::trouble(move || failure.get())}
                {line(
                    Line { autocomplete: "one-time-code", code: true, ..Line::text("proof-code", t::sign_in_code()) }
                        .hint(t::proof_hint()),
                    code,
                    problems,
                )}
                {move || desk.prefill.with(|prefill| prefill.demo.is_some()).then(|| view! {
                    <p class="demo-note">{t::sign_in_code_demo()}</p>
                })}
                <div class="row">
                    <button type="submit" class="btn btn-go" aria-disabled=move || busy.get().then_some("true")>
                        {icon::small(icon::UNLOCK)} {t::proof_go()}
                    </button>
                    {authenticator::is_there().then(|| view! {
                        <button type="button" class="btn" on:click=passkey>{icon::small(icon::KEY)} {t::passkey_use()}</button>
                    })}
                    <button type="button" class="btn" on:click=move |_| {
                        if let Some(dialog) = dialog.get_untracked() {
                            dialog.close();
                        }
                    }>{t::cancel()}</button>
                </div>
            </form>
        </dialog>
    }
}
