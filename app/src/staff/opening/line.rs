//! One item of the gate: done or not, what was found, and who can mend it.

use leptos::prelude::*;
use protocol::api::{GateItem, GateLine};

use crate::staff::{calendar, icon};
use crate::text::staff as t;

/// What it is called.
fn title(item: GateItem) -> &'static str {
    match item {
        GateItem::Readers => t::gate_readers(),
        GateItem::Escalation => t::gate_escalation(),
        GateItem::Recovery => t::gate_recovery(),
        GateItem::Copies => t::gate_copies(),
        GateItem::Hours => t::gate_hours(),
        GateItem::Contacts => t::gate_contacts(),
        GateItem::Packs => t::gate_packs(),
        GateItem::Assessment => t::gate_assessment(),
        GateItem::Terms => t::gate_terms(),
        GateItem::Practice => t::gate_practice(),
    }
}

/// What is missing, and who can mend it; `changed`: the terms were signed as they read before.
fn missing(line: &GateLine, changed: bool) -> String {
    match line.item {
        GateItem::Readers => t::gate_readers_missing(&inboxes(&line.found)),
        GateItem::Escalation => t::gate_escalation_missing(&inboxes(&line.found)),
        GateItem::Recovery => t::gate_recovery_missing(&line.found),
        GateItem::Copies => t::gate_copies_missing(&copies(&line.found)),
        GateItem::Hours => t::gate_hours_missing().to_owned(),
        GateItem::Contacts => t::gate_contacts_missing().to_owned(),
        GateItem::Packs => t::gate_packs_missing(&line.found),
        GateItem::Assessment => t::gate_assessment_missing().to_owned(),
        GateItem::Terms if changed => t::gate_terms_again().to_owned(),
        GateItem::Terms => t::gate_terms_missing().to_owned(),
        GateItem::Practice => t::gate_practice_missing().to_owned(),
    }
}

/// The server's names of inboxes in our words.
fn inboxes(found: &str) -> String {
    let names = found.split(", ").map(|name| match name {
        "head" => t::inbox_head(),
        "chair" => t::inbox_chair(),
        _ => t::inbox_safeguarding(),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// The server's names of copies in our words.
fn copies(found: &str) -> String {
    let names = found.split(", ").map(|name| match name {
        "keys" => t::copies_keys(),
        "drill" => t::copies_drill(),
        _ => t::copies_backup(),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// What there is to say of what is done.
fn done(line: &GateLine) -> String {
    match (&line.signed_by, line.done_day) {
        (Some(by), Some(day)) => {
            let day = calendar::short_date(i64::from(day));
            match line.item {
                GateItem::Assessment => t::gate_assessment_done(&line.found, &day, by),
                GateItem::Terms => t::gate_terms_done(&line.found, &day, by),
                _ => t::gate_practice_done(&line.found, &day, by),
            }
        }
        _ if line.item == GateItem::Hours => t::gate_hours_done(&line.found),
        _ => t::gate_seen().to_owned(),
    }
}

/// The line.
pub fn line(line: &GateLine, changed: bool) -> impl IntoView + use<> {
    let chip = if line.done {
        view! { <span class="chip chip-ok">{icon::small(icon::TICK)} " " {t::gate_done()}</span> }
            .into_any()
    } else {
        view! { <span class="chip chip-wait">{icon::small(icon::CLOCK)} " " {t::gate_waits()}</span> }.into_any()
    };
    let words = if line.done {
        done(line)
    } else {
        missing(line, changed)
    };
    view! {
        <li>
            <span>{chip} " " <b>{title(line.item)}</b></span>
            <span>{words}</span>
        </li>
    }
}
