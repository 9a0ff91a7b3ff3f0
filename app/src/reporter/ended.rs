//! A school whose service ends: nothing new is taken, messages can be read until its day, and help is elsewhere
//! (XAM-22). Nobody is left in doubt whether somebody will read what they write here: they cannot write it.

use super::journey::Screen;
use super::page::{Page, State};
use super::{calls, frame, look};
use crate::text::{pupil, said};
use crate::view::{View, view};

/// The day before which messages can be read, if this school takes nothing new.
#[must_use]
pub fn day(state: &State) -> Option<i64> {
    let school = state.school.as_ref()?;
    school.ends_day.map(i64::from)
}

/// In the place of every question.
pub fn screen(page: Page, day: i64, today: i64) -> View {
    view! {
        <div class="step-row">{frame::back(page)}</div>
        <div class="ask">{frame::heading(pupil::ended_title(), pupil::ended_words())}</div>
        <p><b>{pupil::ended_help()}</b></p>
        {calls::numbers()}
        <p>{read(day, today)}</p>
        <p><button class="btn btn-soft" type="button" on:click=move |_| page.go(Screen::Code)>{pupil::way_title()}</button></p>
    }
}

/// Until when messages can be read.
#[must_use]
pub fn read(day: i64, today: i64) -> String {
    if day > today {
        pupil::ended_read(&look::date(day - 1))
    } else {
        said(pupil::ended_soon())
    }
}

/// Below what was said in an open mailbox: an answer comes first, then where else help is.
#[must_use]
pub fn mailbox() -> View {
    view! {
        <section class="stack">
            <p>{pupil::ended_mailbox()}" "{pupil::ended_help()}</p>
            {calls::numbers()}
        </section>
    }
}
