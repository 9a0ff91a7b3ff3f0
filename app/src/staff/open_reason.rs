//! Why somebody opens a report: asked before anything is decrypted, logged before anything is given out.

use client::reporter::message::Danger;
use client::staff::message::{Ask, BoardRow, Reason};
use leptos::html;
use leptos::prelude::*;

use super::acting::Acting;
use super::desk::{Desk, View};
use super::form::{self, Problems, focus};
use super::{calendar, icon, row, word};
use crate::text::staff as t;

/// The dialog, shown while a row waits to be opened.
#[component]
pub fn OpenReason() -> impl IntoView {
    let desk = Desk::here();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let wanted = desk.opening.with(Option::is_some);
        if let Some(dialog) = dialog.get() {
            if wanted && !dialog.open() {
                // Fails only when the dialog is not in the document.
                let _ = dialog.show_modal();
            } else if !wanted && dialog.open() {
                dialog.close();
            }
        }
    });
    view! {
        <dialog
            class="dialog"
            aria-labelledby="open-title"
            node_ref=dialog
            on:close=move |_| desk.opening.set(None)
        >
            {move || desk.opening.get().map(|row| view! { <Form row /> })}
        </dialog>
    }
}

/// The reason proposed: on duty for something new, following up for something read before.
#[must_use]
pub fn proposed(row: &BoardRow) -> Reason {
    if row.mine {
        Reason::FollowUp
    } else {
        Reason::OnDuty
    }
}

/// Which reasons make sense for this row.
fn offered(row: &BoardRow) -> Vec<Reason> {
    word::REASONS
        .into_iter()
        .filter(|reason| row.mine || *reason != Reason::FollowUp)
        .collect()
}

#[component]
fn Form(row: BoardRow) -> impl IntoView {
    let desk = Desk::here();
    let case = row.case;
    let start = proposed(&row);
    let chosen = RwSignal::new(start);
    let detail = RwSignal::new(String::new());
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let role = desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| word::role(me.staff.role)))
        .unwrap_or_default();
    let danger = row.danger == Some(Danger::Yes);
    let part = if calendar::hour_of_day() < 12 {
        t::day_early(t::day_today())
    } else {
        t::day_late(t::day_today())
    };

    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if acting.is_busy() {
            return;
        }
        let reason = chosen.get_untracked();
        let found =
            if reason == Reason::Other && detail.with_untracked(|text| text.trim().is_empty()) {
                vec![("why-detail", t::wrong_detail().to_owned())]
            } else {
                Vec::new()
            };
        if !problems.show(found) {
            return;
        }
        let ask = Ask::Open {
            case,
            reason,
            detail: detail.get_untracked(),
        };
        acting.ask_case(&ask, move || {
            desk.opening.set(None);
            desk.go(View::Case(case));
            focus("heading");
        });
    };
    focus("why-first");
    view! {
        <form class="dialog-form" novalidate on:submit=open>
            <div class="stack-s">
                <h2 id="open-title">{t::open_title()}</h2>
                <p class="soft">
                    {row::title(&row)} ", " {row::came(&row)} " "
                    {danger.then(|| view! { <span class="chip chip-danger">{t::chip_danger()}</span> })}
                </p>
            </div>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            <fieldset class="choices">
                <legend class="sr">{t::open_reason()}</legend>
                {offered(&row)
                    .into_iter()
                    .map(|reason| {
                        view! {
                            <label class="choice">
                                <input
                                    type="radio"
                                    name="why"
                                    id=(reason == start).then_some("why-first")
                                    prop:checked=move || chosen.get() == reason
                                    on:change=move |_| chosen.set(reason)
                                />
                                {word::reason(reason)}
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            {move || (chosen.get() == Reason::Other).then(|| {
                form::area(
                    "why-detail",
                    t::open_detail(),
                    Some(t::open_detail_hint()),
                    move || detail.get(),
                    move |text| detail.set(text),
                    problems,
                )
            })}
            <ul class="will">
                <li>{icon::small(icon::CHAIN)} <span>{t::open_will_log()}</span></li>
                <li>{icon::small(icon::SEEN)} <span>{t::open_will_show(role, &part)}</span></li>
                <li>{icon::small(icon::FLAG)} <span>{t::open_will_duty()}</span></li>
            </ul>
            <div class="row">
                <button type="submit" class="btn btn-go" aria-disabled=move || acting.waits()>
                    {icon::small(icon::UNLOCK)} {t::open_go()}
                </button>
                <button type="button" class="btn" on:click=move |_| desk.opening.set(None)>
                    {t::cancel()} <kbd class="hide-s">"Esc"</kbd>
                </button>
            </div>
            {form::progress(acting.busy())}
        </form>
    }
}
