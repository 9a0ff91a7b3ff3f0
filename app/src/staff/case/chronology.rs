//! Everything that happened to a case, oldest first. Only ever grows; every line says who can see it.

use client::staff::message::{Event, Happened};
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::initials::{short, you};
use super::super::{calendar, icon, word};
use super::Open;
use crate::text::staff as t;

fn drawing(event: &Event) -> &'static str {
    match event {
        Event::Received => icon::LOCK,
        Event::Opened { .. } => icon::UNLOCK,
        Event::PupilWrote | Event::Replied => icon::TALK,
        Event::NoteAdded => icon::NOTE,
        Event::Decided(_) | Event::Reopened { .. } => icon::FLAG,
        Event::Closed { .. } | Event::Moved { .. } => icon::FOLDER,
        Event::Withdrawn | Event::SteppedAside { .. } => icon::OUT,
        Event::HoldSet { .. }
        | Event::HoldLifted { .. }
        | Event::KeeperNamed { .. }
        | Event::Expired => icon::SAND,
        Event::Rewrapped => icon::KEY,
    }
}

/// True for what a pupil did: known to the half-day only.
#[must_use]
pub const fn by_pupil(event: &Event) -> bool {
    matches!(
        event,
        Event::Received | Event::PupilWrote | Event::Withdrawn
    )
}

/// The section.
#[component]
pub fn Chronology() -> impl IntoView {
    let open: Open = expect_context();
    view! {
        <section class="panel" aria-labelledby="chronology">
            <div class="row">
                <h2 id="chronology">{t::chronology()}</h2>
                <span class="xs soft">{t::chronology_fixed()}</span>
            </div>
            <ol class="chron">
                {move || open.with(|case| case.chronology.iter().map(line).collect_view())}
            </ol>
        </section>
    }
}

fn line(happened: &Happened) -> impl IntoView + use<> {
    let me = Desk::here().my_key();
    let words = word::event(&happened.what);
    let who = happened.by.as_ref().map(|adult| {
        if Some(adult.key) == me {
            you(&adult.name).into_any()
        } else {
            short(&adult.name).into_any()
        }
    });
    let chip = if let Event::HoldSet { .. } | Event::HoldLifted { .. } = &happened.what {
        // The pupil is told that it is held; the reason beside it is for readers.
        view! { <span class="chip chip-pupil">{t::chip_pupil_sees_hold()}</span> }.into_any()
    } else if happened.pupil_sees {
        view! { <span class="chip chip-pupil">{t::chip_pupil_sees()}</span> }.into_any()
    } else {
        view! { <span class="chip chip-only">{t::chip_staff_only()}</span> }.into_any()
    };
    view! {
        <li>
            {icon::icon(drawing(&happened.what))}
            <span class="words">{who} " " {words} " " {chip}</span>
            <time datetime=calendar::datetime(happened.hour)>
                {calendar::record(happened.hour, by_pupil(&happened.what))}
            </time>
        </li>
    }
}
