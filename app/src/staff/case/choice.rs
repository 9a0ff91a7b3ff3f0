//! Choosing urgency and concern. The floor under an urgency is said, never enforced: staff may go lower, with a reason.

use client::staff::message::{Case, Decision, Urgency};
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::{icon, urgency, word};
use super::Open;
use crate::category;
use crate::text::staff as t;

/// True when a chosen urgency is lower than what the pupil's answers and the concern call for.
#[must_use]
pub fn below_floor(chosen: Urgency, case: &Case, decision: &Decision) -> bool {
    let ids = decision.categories.as_ref().unwrap_or(&case.categories);
    chosen > urgency::floor(case.danger, ids)
}

/// Four levels, with what the answers call for.
#[component]
pub fn UrgencyChoice() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let id = open.id;
    let decision = move || desk.drafts.with(|drafts| drafts.get(id).decision);
    let chosen = move || {
        decision()
            .urgency
            .or(open.with(|case| case.urgency).flatten())
    };
    view! {
        <fieldset class="field">
            <legend class="lab">{t::decide_urgency()}</legend>
            <div class="levels">
                {urgency::ORDER
                    .into_iter()
                    .map(|level| view! {
                        <label class="level">
                            <input
                                type="radio"
                                name="urgency"
                                prop:checked=move || chosen() == Some(level)
                                on:change=move |_| desk.drafts.update(|drafts| {
                                    drafts.change(id, |draft| draft.decision.urgency = Some(level));
                                })
                            />
                            {super::super::row::bars(level)}
                        </label>
                    })
                    .collect_view()}
            </div>
            {move || open.with(|case| {
                let decision = decision();
                let ids = decision.categories.clone().unwrap_or_else(|| case.categories.clone());
                let floor = word::urgency(urgency::floor(case.danger, &ids));
                let below = chosen().is_some_and(|level| below_floor(level, case, &decision));
                view! {
                    <p class="xs soft">{if below { t::decide_below(floor) } else { t::decide_floor(floor) }}</p>
                }
            })}
        </fieldset>
    }
}

/// The sector's categories, folded until asked for.
#[component]
pub fn Concerns() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let id = open.id;
    let chosen = move || {
        desk.drafts
            .with(|drafts| drafts.get(id).decision.categories)
            .or_else(|| open.with(|case| case.categories.clone()))
            .unwrap_or_default()
    };
    let flip = move |category: &'static str, on: bool| {
        let mut ids = chosen();
        ids.retain(|id| id != category);
        if on {
            ids.push(category.to_owned());
        }
        desk.drafts
            .update(|drafts| drafts.change(id, |draft| draft.decision.categories = Some(ids)));
    };
    view! {
        <fieldset class="field">
            <legend class="lab">{t::decide_concern()}</legend>
            <details class="concerns">
                <summary id="concern">
                    {icon::small(icon::MORE)}
                    <span>{move || {
                        let ids = chosen();
                        if ids.is_empty() { t::decide_concern_none().to_owned() } else { word::categories(&ids) }
                    }}</span>
                </summary>
                <div class="concern-list">
                    {category::STAFF
                        .iter()
                        .map(|category| view! {
                            <label>
                                <input
                                    class="tick"
                                    type="checkbox"
                                    prop:checked=move || chosen().iter().any(|id| id == category.id)
                                    on:change=move |event| flip(category.id, event_target_checked(&event))
                                />
                                {category.staff}
                            </label>
                        })
                        .collect_view()}
                </div>
            </details>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::super::decide::tests::case;
    use super::*;

    // D2: going under the floor is allowed and said.
    #[test]
    fn lower_than_the_floor_is_noticed() {
        let none = Decision::default();
        assert!(below_floor(Urgency::Note, &case(), &none));
        assert!(!below_floor(Urgency::ThisWeek, &case(), &none));
        let worse = Decision {
            categories: Some(vec!["want_to_die".into()]),
            ..Decision::default()
        };
        assert!(below_floor(Urgency::Today, &case(), &worse));
    }
}
