//! Keeping a case past its day, and letting it go again: one adult sets a hold, two lift it.

use client::staff::message::{Ask, Case, Held};
use leptos::ev;
use leptos::prelude::*;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::initials::short;
use super::super::{calendar, icon};
use super::Open;
use super::keeper::KeeperPanel;
use super::moved::MovedPanel;
use crate::text::staff as t;

/// A hold is looked at again within a year.
const MOST_DAYS: i64 = 366;
/// Days until the proposed day to look again.
const PROPOSED_DAYS: i64 = 90;

/// What is known of the hold, and the form that changes it.
#[component]
pub fn HoldPanel() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let held = Memo::new(move |_| open.with(|case| case.hold).unwrap_or(false));
    view! {
        <section class="stack" aria-labelledby="hold-h">
            <h3 id="hold-h">{icon::small(icon::SAND)} {t::hold_title()}</h3>
            {move || open.with(|case| state(case, desk))}
            <MovedPanel />
            <KeeperPanel />
            {move || if held.get() { view! { <Lift /> }.into_any() } else { view! { <Set /> }.into_any() }}
        </section>
    }
}

/// How long the case is kept, in sentences.
fn state(case: &Case, desk: Desk) -> AnyView {
    let today = calendar::today();
    let Some(held) = &case.held else {
        let day = i64::from(case.destroy_after_day);
        let words = if !case.may_expire {
            t::hold_stays().to_owned()
        } else if day <= today {
            t::hold_day_came().to_owned()
        } else {
            t::hold_goes(&calendar::short_date(day))
        };
        return view! { <p role="status">{words}</p> }.into_any();
    };
    let me = desk.my_key();
    let by = held
        .set_by
        .as_ref()
        .map_or_else(|| t::hold_somebody().to_owned(), |adult| short(&adult.name));
    let review = calendar::short_date(i64::from(held.review_day));
    let late = i64::from(held.review_day) <= today;
    let asked = asked(held, me);
    view! {
        <p role="status">{t::hold_by(&by, &calendar::hour(held.set_hour))}</p>
        <p class:late=late>{if late { t::hold_review_late(&review) } else { t::hold_review(&review) }}</p>
        {asked.map(|words| view! { <p class="notice notice-wait">{words}</p> })}
    }
    .into_any()
}

fn asked(held: &Held, me: Option<protocol::id::KeyId>) -> Option<String> {
    let first = held.lift_asked_by.as_ref()?;
    Some(if Some(first.key) == me {
        t::hold_you_asked().to_owned()
    } else {
        t::hold_asked(&short(&first.name))
    })
}

#[component]
fn Set() -> impl IntoView {
    let review = RwSignal::new(calendar::iso_day(calendar::today() + PROPOSED_DAYS));
    let ask = move |case, reason: String| {
        let review_day = calendar::read_day(&review.get_untracked())?;
        // As worker and server see it: said here beside the box, not as a failure after sending.
        let ahead = i64::from(review_day) - calendar::today();
        (1..=MOST_DAYS).contains(&ahead).then_some(Ask::Hold {
            case,
            review_day,
            reason,
        })
    };
    view! {
        <Form label=t::hold_set() why=t::hold_why() hint=t::hold_hint() said=t::say_held() ask=ask>
            <div class="field">
                <label for="hold-review">{t::hold_review_label()}</label>
                <input
                    class="input"
                    id="hold-review"
                    type="date"
                    prop:value=move || review.get()
                    on:change=move |event| review.set(event_target_value(&event))
                />
            </div>
        </Form>
    }
}

#[component]
fn Lift() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let waits = Memo::new(move |_| {
        let me = desk.my_key();
        open.with(|case| {
            let first = case
                .held
                .as_ref()
                .and_then(|held| held.lift_asked_by.as_ref());
            first.is_some_and(|first| Some(first.key) == me)
        })
        .unwrap_or(false)
    });
    let ask = |case, reason| Some(Ask::Lift { case, reason });
    move || {
        (!waits.get()).then(|| {
            view! {
                <Form label=t::hold_lift() why=t::hold_lift_why() hint=t::hold_lift_hint() said=t::say_lift() ask=ask>
                    ""
                </Form>
            }
        })
    }
}

/// A reason, and what is asked with it.
#[component]
fn Form<F>(
    label: &'static str,
    why: &'static str,
    hint: &'static str,
    said: &'static str,
    ask: F,
    children: Children,
) -> impl IntoView
where
    F: Fn(protocol::id::CaseId, String) -> Option<Ask> + Copy + 'static,
{
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let reason = move || desk.drafts.with(|drafts| drafts.get(case).hold_reason);
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = reason().trim().to_owned();
        let asked = ask(case, words.clone());
        let mut found = Vec::new();
        if asked.is_none() {
            found.push(("hold-review", t::wrong_review().to_owned()));
        }
        if words.is_empty() {
            found.push(("hold-why", t::wrong_rationale().to_owned()));
        }
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        let Some(asked) = asked else { return };
        acting.ask_case(&asked, move || {
            desk.drafts
                .update(|drafts| drafts.change(case, |draft| draft.hold_reason.clear()));
            desk.say(said);
            focus("heading");
        });
    };
    view! {
        <form class="stack no-print" novalidate on:submit=send aria-label=label>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            {form::area(
                "hold-why",
                why,
                Some(hint),
                reason,
                move |words| desk.drafts.update(|drafts| drafts.change(case, |draft| draft.hold_reason = words)),
                problems,
            )}
            {children()}
            <div class="row">
                <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                    {icon::small(icon::SAND)} {label}
                </button>
            </div>
        </form>
    }
}
