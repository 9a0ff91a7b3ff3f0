//! What the page notices: time, keys, signs of a person, leaving, and the browser's Back.
//!
//! Time is compared with the device's clock, never counted, so a page that slept locks at its first look.

use std::time::Duration;

use client::staff::message::Lane;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::calendar;
use super::desk::{Desk, Door, View, Why};
use super::idle::{self, Idle};
use super::lanes::{self, Show};
use super::shortcut::{self, Press, Shortcut};
use crate::text::staff as t;

/// Starts noticing. Called once.
pub fn start(desk: Desk) {
    // The handle is never cleared: the page notices until it is closed.
    set_interval(move || look(desk), Duration::from_secs(1));

    let _ = window_event_listener(ev::visibilitychange, move |_| look(desk));
    let _ = window_event_listener(ev::pointerdown, move |_| awake(desk));
    let _ = window_event_listener(ev::wheel, move |_| awake(desk));
    let _ = window_event_listener(ev::keydown, move |event| keydown(desk, &event));
    let _ = window_event_listener(ev::popstate, move |event| {
        let place = event.state().as_f64().unwrap_or(0.0);
        desk.back_to(place as usize);
    });
    let _ = window_event_listener(ev::beforeunload, move |event| {
        let unsent = desk.drafts.with_untracked(super::drafts::Drafts::any)
            || desk.undo.with_untracked(|undo| !undo.waiting().is_empty());
        if unsent {
            event.prevent_default();
        }
    });
}

/// One look at the clock: lock when it is time, send what waited long enough, ask for a board that grew old.
fn look(desk: Desk) {
    let now = calendar::now();
    desk.now.set(now);
    if desk.door.get_untracked() != Door::Inside {
        return;
    }
    let limit = desk
        .me
        .with_untracked(|me| me.as_ref().map_or(900, |me| me.idle_seconds));
    if idle::look(now, desk.awake.get_untracked(), limit) == Idle::Over {
        desk.lock(Why::Idle);
        return;
    }
    let due = desk
        .undo
        .with_untracked(|undo| undo.waiting().iter().any(|held| held.due <= now));
    if due {
        for held in desk
            .undo
            .try_update(|undo| undo.due(now))
            .unwrap_or_default()
        {
            desk.send(held.case, held.what, move |_| desk.say(t::say_sent()));
        }
    }
    desk.keep_board_fresh();
}

/// Somebody is here. A blanked screen does not count: whoever moves the mouse there may be anybody.
fn awake(desk: Desk) {
    if !desk.hidden.get_untracked() {
        desk.awake.set(calendar::now());
    }
}

fn typing(element: &Element) -> bool {
    let tag = element.tag_name();
    match tag.as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "button")
        ),
        _ => element.has_attribute("contenteditable"),
    }
}

fn keydown(desk: Desk, event: &KeyboardEvent) {
    if desk.hidden.get_untracked() {
        // Modifier keys alone are not a decision.
        if !matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta") {
            event.prevent_default();
            super::hide::show(desk);
        }
        return;
    }
    awake(desk);
    if desk.door.get_untracked() != Door::Inside {
        return;
    }
    let key = event.key();
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let dialog = document()
        .query_selector("dialog[open]")
        .ok()
        .flatten()
        .is_some();
    let press = Press {
        key: &key,
        modified: event.ctrl_key() || event.alt_key() || event.meta_key(),
        typing: target.as_ref().is_some_and(typing),
        dialog,
        off: desk.keys_off.get_untracked(),
    };
    if let Some(shortcut) = shortcut::of(press) {
        event.prevent_default();
        act(desk, shortcut);
    }
}

fn act(desk: Desk, shortcut: Shortcut) {
    match shortcut {
        Shortcut::Down => move_row(true),
        Shortcut::Up => move_row(false),
        Shortcut::Open => {
            if let Some(row) = rows().get(row_at().unwrap_or(usize::MAX)) {
                row.click();
            }
        }
        Shortcut::Reply => focus_now("reply"),
        Shortcut::Note => focus_now("note"),
        Shortcut::Board => desk.go(View::Board(Show::All)),
        Shortcut::Find => focus_now("find"),
        Shortcut::Hide => super::hide::hide(desk),
        Shortcut::Keys => desk.keys_shown.set(true),
    }
}

/// Before the next key comes: whoever types on must not have their first letters taken for shortcuts.
fn focus_now(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The links of the board's rows that are on screen, in order.
fn rows() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(".b-open") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|row| row.offset_parent().is_some())
        .collect()
}

fn row_at() -> Option<usize> {
    let active = document().active_element()?;
    rows()
        .iter()
        .position(|row| row.is_same_node(Some(&active)))
}

fn move_row(forward: bool) {
    let rows = rows();
    if let Some(row) = lanes::step(row_at(), rows.len(), forward).and_then(|at| rows.get(at)) {
        let _ = row.focus();
    }
}

/// Says when more cases need eyes than before, once.
pub fn announce(desk: Desk) {
    Effect::new(move |before: Option<usize>| {
        let count = desk.board.with(|board| {
            board.as_ref().map_or(0, |board| {
                board
                    .rows
                    .iter()
                    .filter(|row| row.lane == Lane::NeedsEyesNow)
                    .count()
            })
        });
        if before.is_some_and(|before| count > before) {
            desk.say(t::say_eyes(i64::try_from(count).unwrap_or(i64::MAX)));
        }
        count
    });
}
