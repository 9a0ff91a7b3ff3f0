//! While the school's service ends: who keeps this case from then on. Two readers say so (XAM-22).

use client::staff::message::{Ask, Case};
use leptos::ev;
use leptos::prelude::*;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::{calendar, icon, service};
use super::Open;
use crate::text::staff as t;

/// What is settled of it, and the form that names a keeper; nothing while the service goes on.
#[component]
pub fn KeeperPanel() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let ends = Memo::new(move |_| service::ends_day(desk));
    let goes = Memo::new(move |_| open.with(goes).unwrap_or(false));
    // A hold takes the keeper's name away: what is settled is asked for again.
    Effect::new(move |_| {
        if ends.get().is_some() && !goes.get() {
            service::look(desk, true);
        }
    });
    move || {
        let day = ends.get()?;
        Some(view! {
            <div class="stack">
                <h4>{t::keeper_title()}</h4>
                {if goes.get() {
                    view! { <p>{t::keeper_goes(&calendar::short_date(day))}</p> }.into_any()
                } else {
                    view! { <Settled /> }.into_any()
                }}
            </div>
        })
    }
}

fn goes(case: &Case) -> bool {
    case.may_expire && !case.hold
}

/// What was said so far, and the form for whoever may still say something.
#[component]
fn Settled() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let me = desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.staff));
    let said = Memo::new(move |_| {
        desk.service.with(|end| {
            let staying = &end.as_ref()?.staying;
            let one = staying.iter().find(|one| one.row.case == open.id)?;
            Some((one.named.clone(), one.agreed.clone()))
        })
    });
    let alone = Memo::new(move |_| open.with(|case| case.readers.len() < 2).unwrap_or(false));
    move || {
        let (named, agreed) = said.get().unwrap_or_default();
        let words = service::keeper(named.as_ref(), agreed.as_ref(), me);
        let mine = named.is_some_and(|named| Some(named.staff) == me);
        let done = agreed.is_some() || mine;
        view! {
            {if let Some(words) = words {
                view! { <p class="notice notice-wait" role="status">{words}</p> }.into_any()
            } else {
                view! { <p>{t::keeper_words()}</p> }.into_any()
            }}
            {(!done && alone.get()).then(|| view! { <p class="notice notice-wait">{t::keeper_alone()}</p> })}
            {(!done).then(|| view! { <Form /> })}
        }
    }
}

#[component]
fn Form() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let keeper = move || desk.drafts.with(|drafts| drafts.get(case).keeper);
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = keeper().trim().to_owned();
        let missing = words.is_empty();
        let found = missing.then(|| ("keeper", t::wrong_keeper().to_owned()));
        if !problems.show(found.into_iter().collect()) || acting.is_busy() {
            return;
        }
        let ask = Ask::NameKeeper {
            case,
            keeper: words,
        };
        acting.ask_case(&ask, move || {
            desk.drafts
                .update(|drafts| drafts.change(case, |draft| draft.keeper.clear()));
            service::look(desk, true);
            desk.say(t::say_keeper());
            focus("heading");
        });
    };
    view! {
        <form class="stack no-print" novalidate on:submit=send aria-label=t::keeper_title()>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            {form::area(
                "keeper",
                t::keeper_label(),
                Some(t::keeper_hint()),
                keeper,
                move |words| desk.drafts.update(|drafts| drafts.change(case, |draft| draft.keeper = words)),
                problems,
            )}
            <div class="row">
                <button type="submit" class="btn btn-note" aria-disabled=move || acting.waits()>
                    {icon::small(icon::KEY)} {t::keeper_go()}
                </button>
            </div>
        </form>
    }
}
