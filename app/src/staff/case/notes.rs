//! The staff-only side: lamp paper, dashed, square, hatched. Nothing here can reach a pupil.

use client::staff::message::{Ask, Case, Event};
use leptos::ev;
use leptos::prelude::*;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::{calendar, icon, urgency, word};
use super::Open;
use super::decide::Decide;
use super::hold::HoldPanel;
use crate::text::staff as t;

/// The whole column.
#[component]
pub fn StaffOnly() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let remember = move || {
        let words = window()
            .get_selection()
            .ok()
            .flatten()
            .map(|selection| String::from(selection.to_string()))
            .unwrap_or_default();
        // A selection inside a text box is not the document's; then everything unsaved here counts.
        let words = if words.trim().is_empty() {
            desk.drafts
                .with_untracked(|drafts| drafts.get(open.id).note)
        } else {
            words
        };
        open.copied.set(words);
    };
    view! {
        <aside class="side" aria-label=t::only_side()>
            <section
                class="only"
                aria-labelledby="only"
                on:copy=move |_| remember()
                on:cut=move |_| remember()
                on:dragstart=move |_| remember()
            >
                <h2 class="only-h" id="only">{icon::icon(icon::HIDE)} {t::only_title()}</h2>
                {move || open.with(facts)}
                {move || open.with(|case| urgency::has_duty(&case.categories).then(|| view! {
                    <p class="duty">{icon::small(icon::FLAG)} <span>{t::duty_prompt()}</span></p>
                }))}
                {move || open.with(|case| (!case.notes.is_empty()).then(|| {
                    let notes = case.notes.iter().map(|note| {
                        let by = calendar::who(note.by.as_ref(), None);
                        view! {
                            <li>
                                <span class="xs soft">{by} ", " {calendar::hour(note.hour)}</span>
                                <span class="words">{note.text.clone()}</span>
                            </li>
                        }
                    }).collect_view();
                    view! { <h3>{t::notes()}</h3> <ul class="notes">{notes}</ul> }
                }))}
                <NewNote />
                <Decide />
                <HoldPanel />
            </section>
        </aside>
    }
}

fn facts(case: &Case) -> impl IntoView + use<> {
    let decision = case
        .chronology
        .iter()
        .rev()
        .find_map(|happened| match &happened.what {
            Event::Decided(decision) => Some(decision.rationale.clone()),
            _ => None,
        });
    let concern = if case.categories.is_empty() {
        t::fact_unset().to_owned()
    } else {
        word::categories(&case.categories)
    };
    let owner = case
        .owner
        .as_ref()
        .map_or_else(|| t::fact_nobody().to_owned(), |owner| owner.name.clone());
    let due = case.due_day.map_or_else(
        || t::fact_unset().to_owned(),
        |day| calendar::short_date(i64::from(day)),
    );
    let kept = if case.hold {
        t::fact_held().to_owned()
    } else if case.may_expire {
        calendar::short_date(i64::from(case.destroy_after_day))
    } else {
        t::fact_stays().to_owned()
    };
    view! {
        <dl class="facts">
            <dt>{t::fact_concern()}</dt>
            <dd>{concern}</dd>
            <dt>{t::fact_owner()}</dt>
            <dd>{owner}</dd>
            <dt>{t::fact_due()}</dt>
            <dd>{due}</dd>
            {decision.map(|why| view! { <dt>{t::fact_decision()}</dt> <dd class="words">{why}</dd> })}
            {case.outcome.as_ref().map(|id| view! { <dt>{t::fact_outcome()}</dt> <dd>{word::outcome(id)}</dd> })}
            <dt>{t::fact_kept()}</dt>
            <dd>{kept}</dd>
        </dl>
    }
}

#[component]
fn NewNote() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let text = move || desk.drafts.with(|drafts| drafts.get(case).note);
    let change = move |words: String| {
        desk.drafts
            .update(|drafts| drafts.change(case, |draft| draft.note = words));
    };
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = text();
        let found = if words.trim().is_empty() {
            vec![("note", t::wrong_note().to_owned())]
        } else {
            Vec::new()
        };
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        let ask = Ask::Note {
            case,
            text: words.trim().to_owned(),
        };
        acting.ask_case(&ask, move || {
            change(String::new());
            desk.say(t::say_note());
            focus("note");
        });
    };
    view! {
        <form class="stack-s note-new no-print" novalidate on:submit=save>
            <h3><label for="note">{t::note_label()}</label></h3>
            {form::error("note", problems)}
            {form::trouble(move || acting.failure())}
            <textarea
                id="note"
                rows="3"
                spellcheck="false"
                autocomplete="off"
                aria-invalid=move || problems.at("note").map(|_| "true")
                prop:value=text
                on:input=move |event| change(event_target_value(&event))
            ></textarea>
            <div class="row">
                <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                    {icon::small(icon::NOTE)} {t::note_save()}
                </button>
                <span class="xs soft">{t::note_fixed()}</span>
            </div>
        </form>
    }
}
