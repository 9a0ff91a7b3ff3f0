//! Words for the pupil that have not left yet, with a way to take them back; and words that could not be sent.

use leptos::prelude::*;

use super::desk::{Desk, View};
use super::form::focus;
use super::icon;
use super::sending::Sending;
use super::undo::Held;
use crate::text::staff as t;

/// Notices above every screen, so that leaving a case does not hide them.
#[component]
pub fn Pending() -> impl IntoView {
    let desk = Desk::here();
    let waiting = move || {
        desk.undo.with(|undo| {
            undo.waiting()
                .iter()
                .map(|held| (held.number, held.clone()))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <div class="pending" role="status">
            <For each=waiting key=|(number, _)| *number let((_, held))>
                <Waiting held />
            </For>
        </div>
        {move || desk.unsent.get().map(|(case, failure)| {
            let (what, next) = super::failure::words(&failure);
            let elsewhere = desk.view.get() != View::Case(case);
            view! {
                <div class="problem" role="alert">
                    <h2>{icon::small(icon::EYES)} {t::unsent()} " " {what}</h2>
                    <p>{next} " " {t::unsent_kept()}</p>
                    <div class="row">
                        {elsewhere.then(|| view! {
                            <button type="button" class="btn" on:click=move |_| {
                                desk.board.with_untracked(|board| {
                                    board.as_ref().and_then(|board| {
                                        board.rows.iter().find(|row| row.case == case).cloned()
                                    })
                                }).into_iter().for_each(|row| desk.open(row));
                            }>{t::unsent_go()}</button>
                        })}
                        <button type="button" class="btn" on:click=move |_| desk.unsent.set(None)>{t::close()}</button>
                    </div>
                </div>
            }
        })}
    }
}

#[component]
fn Waiting(held: Held<Sending>) -> impl IntoView {
    let desk = Desk::here();
    let number = held.number;
    let reply = matches!(held.what, Sending::Reply { .. });
    let undo = move |_| {
        if let Some(held) = desk
            .undo
            .try_update(|undo| undo.take_back(number))
            .flatten()
        {
            desk.give_back(held.case, held.what);
            desk.say(t::say_taken_back());
            focus(if reply { "reply" } else { "closing-message" });
        }
    };
    view! {
        <p class="notice notice-send">
            {icon::flip(icon::SEND)}
            <span>{if reply { t::pending_reply() } else { t::pending_close() }}</span>
            <span class="num" aria-hidden="true">{move || t::pending_seconds(i64::from(held.seconds(desk.now.get())))}</span>
            <button type="button" class="btn" on:click=undo>{t::undo()}</button>
        </p>
    }
}
