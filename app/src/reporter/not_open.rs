//! The school has not gone live: nobody would read what is written, so there is nowhere to write, and numbers to call.

use super::page::{Page, State};
use super::{calls, frame};
use crate::text::pupil;
use crate::view::{View, view};

/// In place of every question, or nothing when the school is open or not known yet.
pub fn instead(page: Page, state: &State) -> Option<View> {
    let closed = state.school.as_ref().is_some_and(|school| !school.open);
    (closed && state.screen.number().is_some()).then(|| {
        view! {
            <div class="step-row">{frame::back(page)}</div>
            <div class="ask">{frame::heading(pupil::not_open_title(), pupil::not_open())}</div>
            <p>{pupil::not_open_next()}</p>
            {calls::numbers()}
        }
    })
}
