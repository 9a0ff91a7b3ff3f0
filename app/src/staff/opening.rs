//! Going live: what the gate still waits for, who can mend it, the signatures, and the opening.
//!
//! Promise: every line is what the server sees now. The button that opens is there for an administrator only, and the
//! server refuses it while anything is missing.

mod difference;
mod line;
mod sign;

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;
use protocol::api::{GateView, Role};

use self::line::line;
use self::sign::{Form, forms};
use super::adults::Adult;
use super::{calendar, desk::Desk, form, icon};
use crate::text::staff as t;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Gate {
    desk: Desk,
    view: RwSignal<Option<GateView>>,
    failure: RwSignal<Option<Failure>>,
}

impl Gate {
    /// Takes the answer to any act of this page, which is the gate as it is now.
    fn ask(self, ask: &Ask, said: Option<&'static str>) {
        self.failure.set(None);
        self.desk.ask(ask, move |answer| match answer {
            Ok(Answer::Gate(gate)) => {
                self.view.set(Some(gate));
                if let Some(said) = said {
                    self.desk.say(said);
                }
            }
            Ok(_) => self.failure.set(Some(Failure::Broken)),
            Err(why) => self.failure.set(Some(why)),
        });
    }
}

/// The page.
#[component]
pub fn GoLive() -> impl IntoView {
    let gate = Gate {
        desk: Desk::here(),
        view: RwSignal::new(None),
        failure: RwSignal::new(None),
    };
    gate.ask(&Ask::Gate, None);
    let role = gate
        .desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.role));
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::gate()}</h1>
            <p class="soft">{t::gate_words()}</p>
        </div>
        {form::trouble(move || gate.failure.get())}
        {move || gate.view.with(|view| view.as_ref().map(|view| view! {
            {state(view)}
            <section class="panel" aria-labelledby="gate-items">
                <h2 id="gate-items">{t::gate_items()}</h2>
                <ul class="findings gate-lines">{view.lines.iter().map(|each| line(each, view.signed_before.is_some())).collect_view()}</ul>
            </section>
            {(!view.open && Adult::admin()).then(|| open(gate, view))}
            {role.map(|role| may_sign(gate, role, view))}
        }))}
    }
}

fn may_sign(gate: Gate, role: Role, view: &GateView) -> impl IntoView + use<> {
    let forms = forms(role).iter().copied();
    forms
        .map(
            |what| view! { <Form gate what terms=view.terms.clone() before=view.signed_before.clone() /> },
        )
        .collect_view()
}

/// Whether pupils can write, in one sentence.
fn state(view: &GateView) -> AnyView {
    if !view.open {
        let words = t::gate_closed();
        return view! { <p class="notice notice-wait" role="status">{icon::small(icon::CLOCK)} " " {words}</p> }.into_any();
    }
    let words = match (view.opened_day, view.opened_by.as_ref()) {
        (Some(day), Some(name)) => t::gate_open_by(&calendar::short_date(i64::from(day)), name),
        (Some(day), None) => t::gate_open_demo(&calendar::short_date(i64::from(day))),
        (None, _) => t::gate_open_before().to_owned(),
    };
    view! { <p class="notice" role="status">{icon::small(icon::TICK)} " " {words}</p> }.into_any()
}

fn open(gate: Gate, view: &GateView) -> impl IntoView + use<> {
    let missing = view.lines.iter().filter(|line| !line.done).count();
    let words = t::gate_missing(i64::try_from(missing).unwrap_or(0));
    view! {
        <section class="panel" aria-labelledby="gate-open">
            <h2 id="gate-open">{t::gate_open_title()}</h2>
            <p>{words}</p>
            <p><button type="button" class="btn btn-go" on:click=move |_| gate.ask(&Ask::OpenSchool, Some(t::say_school_open()))>
                {t::gate_open()}
            </button></p>
        </section>
    }
}
