//! The staff page: sign in, see what waits, open one report against a reason, answer, decide, close, check the log.
//!
//! This side of the worker holds words to show and nothing else: no key, no token, nothing in browser storage.
//! Locking ends the worker and drops every decrypted word; what was typed and not sent stays in memory.

mod acting;
mod adults;
mod audit;
mod authenticator;
mod board;
mod calendar;
mod case;
mod check;
mod copies;
mod desk;
mod drafts;
mod failure;
mod fields;
mod form;
mod founding;
mod fragment;
mod freshness;
mod hide;
mod icon;
mod idle;
mod initials;
mod invited;
mod keys;
mod kit;
mod lanes;
mod news;
mod open_reason;
mod opening;
mod outcome;
mod own_sign_in;
mod pending;
mod posters;
mod prove;
mod qr;
mod readiness;
mod recovery;
mod regain;
mod row;
mod save;
mod sending;
mod service;
mod settings;
mod shell;
mod shortcut;
mod sign_in;
mod undo;
mod urgency;
mod watch;
mod when;
mod word;

use client::staff::message::{Answer, Ask};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::desk::{Door, Prefill, View};
use self::founding::FoundingPage;
use self::fragment::Fragment;
use self::hide::Blank;
use self::invited::Invited;
use self::lanes::Show as Which;
use self::regain::Regain;
use self::shell::{DemoBanner, Inside};
use self::sign_in::SignIn;
use crate::text::staff as t;

pub use self::desk::Desk;

/// Puts the page into the static shell, in place of the words that say it is starting.
/// `fragment` is what stood after `#` in the address. `None` when the shell is not ours.
#[must_use]
pub fn mount(fragment: &str) -> Option<Desk> {
    let place = document().get_element_by_id("staff")?;
    place.set_text_content(None);
    let owner = Owner::new();
    let desk = owner.with(Desk::empty);
    // The desk lives as long as the page.
    core::mem::forget(owner);
    arrive(desk, fragment);
    mount_to(place.unchecked_into(), move || view! { <Staff desk /> }).forget();
    Some(desk)
}

#[component]
fn Staff(desk: Desk) -> impl IntoView {
    provide_context(desk);
    watch::start(desk);
    watch::announce(desk);
    Effect::new(move |_| document().set_title(&title(desk)));
    Effect::new(move |before: Option<View>| {
        let view = desk.view.get();
        if before.is_some_and(|before| before != view) {
            form::focus("heading");
        }
        view
    });
    view! {
        {move || match desk.door.get() {
            Door::Inside => view! { <Inside /> }.into_any(),
            Door::Invited => view! { <DemoBanner /> <Invited /> }.into_any(),
            Door::Founding => view! { <FoundingPage /> }.into_any(),
            Door::SignIn => view! { <DemoBanner /> <SignIn /> }.into_any(),
            Door::Regain => view! { <DemoBanner /> <Regain /> }.into_any(),
            Door::Locked(_) => view! { <DemoBanner /> <Shape /> <SignIn /> }.into_any(),
        }}
        <p class="sr" role="status">{move || desk.said.get()}</p>
        <Blank />
    }
}

/// What the link was for. Its fragment has already left the address.
fn arrive(desk: Desk, fragment: &str) {
    let path = window().location().pathname().unwrap_or_default();
    desk.slug.set(fragment::slug(&path));
    match fragment::read(fragment) {
        Fragment::None => {}
        Fragment::Invite(token) => {
            desk.invite.set(token);
            desk.door.set(Door::Invited);
        }
        Fragment::Found(token) => {
            desk.invite.set(token);
            desk.door.set(Door::Founding);
            // There is no school to ask about.
            return;
        }
        Fragment::Kit {
            account_secret,
            user,
        } => desk.prefill.set(Prefill {
            user,
            account_secret,
            demo: None,
        }),
        Fragment::Demo(demo) => desk.prefill.set(Prefill {
            user: demo.user.clone(),
            account_secret: fragment::Secret(demo.account_secret.clone()),
            demo: Some(demo),
        }),
    }
    let slug = desk.slug.get_untracked();
    desk.ask(&Ask::School { slug }, move |answer| {
        if let Ok(Answer::School { name, demo }) = answer {
            desk.school.set(Some((name, demo)));
        }
    });
}

fn title(desk: Desk) -> String {
    let screen = match desk.door.get() {
        Door::SignIn => t::sign_in_title().to_owned(),
        Door::Invited => t::invite_tab().to_owned(),
        Door::Founding => t::found_tab().to_owned(),
        Door::Regain => t::regain_title().to_owned(),
        Door::Locked(_) => t::locked_title().to_owned(),
        Door::Inside => match desk.view.get() {
            View::Board(Which::Eyes) => t::lane_eyes().to_owned(),
            View::Board(Which::Mine) => t::mine().to_owned(),
            View::Board(Which::All) => t::board().to_owned(),
            // A nickname stays out of window lists and history.
            View::Case(_) => t::case_tab().to_owned(),
            View::Audit => t::audit().to_owned(),
            View::Adults => t::adults().to_owned(),
            View::OwnSignIn => t::own().to_owned(),
            View::Posters => t::posters().to_owned(),
            View::Readiness => t::ready().to_owned(),
            View::GoLive => t::gate().to_owned(),
            View::Service => t::service().to_owned(),
            View::Settings => t::settings().to_owned(),
        },
    };
    format!("{screen} – Sotto")
}

/// The outline of the page behind a locked screen: bars and boxes, no word of any case.
#[component]
fn Shape() -> impl IntoView {
    view! {
        <div class="shape" aria-hidden="true">
            <div class="shape-bar"></div>
            <div class="shape-rail"></div>
            <div class="shape-rows">
                <span></span>
                <span></span>
                <span></span>
                <span></span>
                <span></span>
                <span></span>
            </div>
        </div>
    }
}
