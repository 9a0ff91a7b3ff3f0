//! Deciding: title, urgency, concern, state, owner, due day; always with why. Sealed; the pupil never sees it.

use std::collections::BTreeSet;

use client::staff::message::{Ask, Case, Decision};
use leptos::ev;
use leptos::prelude::*;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::{calendar, icon, word};
use super::Open;
use super::choice::{Concerns, UrgencyChoice};
use crate::text::staff as t;

/// A notice has room for this many.
const MOST_CONCERNS: usize = 3;

/// Keeps only what differs from the case, so that the chronology says what changed and nothing else.
#[must_use]
pub fn changes(decision: Decision, case: &Case) -> Decision {
    let set = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<_>>();
    Decision {
        title: decision
            .title
            .map(|title| title.trim().to_owned())
            .filter(|title| *title != case.title),
        state: decision.state.filter(|state| *state != case.state),
        urgency: decision
            .urgency
            .filter(|level| Some(*level) != case.urgency),
        categories: decision
            .categories
            .filter(|ids| set(ids) != set(&case.categories)),
        owner: decision
            .owner
            .filter(|key| Some(*key) != case.owner.as_ref().map(|owner| owner.key)),
        due_day: decision.due_day.filter(|day| Some(*day) != case.due_day),
        rationale: decision.rationale.trim().to_owned(),
    }
}

/// The panel.
#[component]
pub fn Decide() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let id = open.id;
    let decision = move || desk.drafts.with(|drafts| drafts.get(id).decision);
    let change = move |change: &dyn Fn(&mut Decision)| {
        desk.drafts
            .update(|drafts| drafts.change(id, |draft| change(&mut draft.decision)));
    };
    let acting = Acting::new(desk);
    let problems = Problems::new();

    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if acting.is_busy() {
            return;
        }
        let Some(decision) = open.once(|case| {
            changes(
                desk.drafts.with_untracked(|drafts| drafts.get(id).decision),
                case,
            )
        }) else {
            return;
        };
        let mut found = Vec::new();
        if decision
            .title
            .as_ref()
            .is_some_and(|title| title.len() > 48)
        {
            found.push(("title", t::wrong_title().to_owned()));
        }
        if decision
            .categories
            .as_ref()
            .is_some_and(|ids| ids.len() > MOST_CONCERNS)
        {
            found.push(("concern", t::wrong_concern().to_owned()));
        }
        if decision.rationale.is_empty() {
            found.push(("why", t::wrong_rationale().to_owned()));
        }
        if !problems.show(found) {
            return;
        }
        acting.ask_case(&Ask::Decide { case: id, decision }, move || {
            desk.drafts
                .update(|drafts| drafts.change(id, |draft| draft.decision = Decision::default()));
            desk.say(t::say_decided());
            focus("only-decide");
        });
    };
    view! {
        <details class="decide no-print" open=open.once(|case| case.urgency.is_none())>
            <summary id="only-decide">{icon::small(icon::MORE)} {t::decide()}</summary>
            <form class="stack" novalidate on:submit=save>
                {form::summary(problems)}
                {form::trouble(move || acting.failure())}
                <div class="field">
                    <label for="title">{t::decide_title()}</label>
                    <p class="xs soft" id="title-hint">{t::decide_title_hint()}</p>
                    {form::error("title", problems)}
                    <input
                        class="input"
                        id="title"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="title-hint"
                        prop:value=move || decision().title.or(open.with(|case| case.title.clone())).unwrap_or_default()
                        on:input=move |event| {
                            let words = event_target_value(&event);
                            change(&|decision| decision.title = Some(words.clone()));
                        }
                    />
                </div>
                <UrgencyChoice />
                <Concerns />
                <div class="field">
                    <label for="state">{t::decide_state()}</label>
                    <select
                        class="input"
                        id="state"
                        on:change=move |event| {
                            let chosen = word::STATES.into_iter().find(|state| word::state_id(*state) == event_target_value(&event));
                            change(&|decision| decision.state = chosen);
                        }
                    >
                        {move || {
                            let now = decision().state.or(open.with(|case| case.state));
                            let kept = now.filter(|state| !word::STATES.contains(state));
                            kept.into_iter()
                                .chain(word::STATES)
                                .map(|state| view! {
                                    <option value=word::state_id(state) selected=Some(state) == now>{word::state(state)}</option>
                                })
                                .collect_view()
                        }}
                    </select>
                </div>
                <div class="field">
                    <label for="owner">{t::decide_owner()}</label>
                    <select
                        class="input"
                        id="owner"
                        on:change=move |event| {
                            let at = event_target_value(&event).parse::<usize>().ok();
                            let key = at.and_then(|at| open.once(|case| case.readers.get(at).map(|adult| adult.key)).flatten());
                            change(&|decision| decision.owner = key);
                        }
                    >
                        {move || open.with(|case| {
                            let now = decision().owner.or(case.owner.as_ref().map(|owner| owner.key));
                            view! {
                                <option value="" selected=now.is_none()>{t::fact_nobody()}</option>
                                {case.readers.iter().enumerate().map(|(at, adult)| view! {
                                    <option value=at.to_string() selected=Some(adult.key) == now>{adult.name.clone()}</option>
                                }).collect_view()}
                            }
                        })}
                    </select>
                </div>
                <div class="field">
                    <label for="due">{t::decide_due()}</label>
                    <input
                        class="input"
                        id="due"
                        type="date"
                        prop:value=move || decision()
                            .due_day
                            .or(open.with(|case| case.due_day).flatten())
                            .map(|day| calendar::iso_day(i64::from(day)))
                            .unwrap_or_default()
                        on:change=move |event| {
                            let day = calendar::read_day(&event_target_value(&event));
                            change(&|decision| decision.due_day = day);
                        }
                    />
                </div>
                {form::area(
                    "why",
                    t::decide_why(),
                    Some(t::decide_why_hint()),
                    move || decision().rationale,
                    move |words| change(&|decision| decision.rationale = words.clone()),
                    problems,
                )}
                <div class="row">
                    <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                        {icon::small(icon::FLAG)} {t::decide_save()}
                    </button>
                    <span class="xs soft">{t::decide_logged()}</span>
                </div>
                {form::progress(acting.busy())}
            </form>
        </details>
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use client::reporter::message::{About, Danger};
    use client::staff::message::{State, Urgency};
    use protocol::id::CaseId;

    pub fn case() -> Case {
        Case {
            case: CaseId::from_bytes([1; 16]),
            title: "Bus stop".into(),
            state: State::Open,
            urgency: Some(Urgency::ThisWeek),
            categories: vec!["bullying".into(), "hate".into()],
            owner: None,
            due_day: Some(9),
            destroy_after_day: 0,
            hold: false,
            may_expire: false,
            held: None,
            withdrawn: false,
            danger: Danger::No,
            about: About::Me,
            can_be_given: Vec::new(),
            readers: Vec::new(),
            conversation: Vec::new(),
            notes: Vec::new(),
            outcome: None,
            moved: None,
            chronology: Vec::new(),
            log_holds: true,
            unreadable: false,
            log_size: 1,
        }
    }

    // D2, D4: a decision carries what changed and why, and nothing that stayed.
    #[test]
    fn only_what_changed_is_recorded() {
        let same = Decision {
            title: Some(" Bus stop ".into()),
            state: Some(State::Open),
            urgency: Some(Urgency::ThisWeek),
            categories: Some(vec!["hate".into(), "bullying".into()]),
            owner: None,
            due_day: Some(9),
            rationale: " Checked again ".into(),
        };
        let kept = changes(same, &case());
        assert!(kept.title.is_none() && kept.state.is_none() && kept.urgency.is_none());
        assert!(kept.categories.is_none() && kept.due_day.is_none());
        assert_eq!(kept.rationale, "Checked again");

        let new = Decision {
            urgency: Some(Urgency::Today),
            due_day: Some(10),
            ..Decision::default()
        };
        let kept = changes(new, &case());
        assert_eq!(kept.urgency, Some(Urgency::Today));
        assert_eq!(kept.due_day, Some(10));
    }
}
