//! Saying that the school's own record has what is in a closed case: from then on that is the record, and this copy goes
//! when its days are over (schools.md 3e).

use client::staff::message::{Ask, Case};
use leptos::ev;
use leptos::prelude::*;
use protocol::plaintext::State;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::{calendar, icon};
use super::Open;
use crate::text::staff as t;

/// What was confirmed, or the form that does it; nothing while the case is open.
#[component]
pub fn MovedPanel() -> impl IntoView {
    let open: Open = expect_context();
    let asks = Memo::new(move |_| open.with(asks).unwrap_or(false));
    view! {
        {move || open.with(|case| case.moved.as_ref().map(|moved| {
            let since = calendar::short_date(i64::from(moved.day));
            view! { <p>{t::moved_since(&since)} " " <span class="words">{moved.record.clone()}</span></p> }
        }))}
        {move || asks.get().then(|| view! { <Confirm /> })}
    }
}

fn asks(case: &Case) -> bool {
    case.state == State::Closed && case.moved.is_none()
}

#[component]
fn Confirm() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let record = move || desk.drafts.with(|drafts| drafts.get(case).record);
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let confirm = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = record().trim().to_owned();
        let missing = words.is_empty();
        let found = missing.then(|| ("moved-record", t::wrong_record().to_owned()));
        if !problems.show(found.into_iter().collect()) || acting.is_busy() {
            return;
        }
        acting.ask_case(
            &Ask::Moved {
                case,
                record: words,
            },
            move || {
                desk.drafts
                    .update(|drafts| drafts.change(case, |draft| draft.record.clear()));
                desk.say(t::say_moved());
                focus("heading");
            },
        );
    };
    view! {
        <details class="moved no-print">
            <summary>{icon::small(icon::FOLDER)} " " {t::moved_title()}</summary>
            <form class="stack" novalidate on:submit=confirm aria-label=t::moved_title()>
                {form::summary(problems)}
                {form::trouble(move || acting.failure())}
                {form::area(
                    "moved-record",
                    t::moved_label(),
                    Some(t::moved_hint()),
                    record,
                    move |words| desk.drafts.update(|drafts| drafts.change(case, |draft| draft.record = words)),
                    problems,
                )}
                <div class="row">
                    <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                        {t::moved_go()}
                    </button>
                </div>
            </form>
        </details>
    }
}
