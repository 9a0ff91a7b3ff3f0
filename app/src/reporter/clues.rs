//! "Could this show who you are?": the pupil's own words with the clues marked, and an offer for each (S1.8).
//! Nothing changes unless it is tapped, and one tap goes on.

use super::coach::{Clue, Found};
use super::frame;
use super::journey::{Journey, Screen};
use super::page::{Page, State};
use crate::text::pupil;
use crate::view::{self, View, view};

/// The words and the offers.
pub fn clues(page: Page, state: &State) -> View {
    let text = &state.journey.text;
    let none = Found::default();
    let found = state.journey.found.as_ref().unwrap_or(&none);
    let mut marked = Vec::new();
    let mut offers = Vec::new();
    let mut from = 0;
    for (at, clue) in found.clues.iter().enumerate() {
        let piece = text.get(clue.start..clue.end).unwrap_or_default();
        marked.push(View::Text(
            text.get(from..clue.start)
                .unwrap_or_default()
                .to_owned()
                .into(),
        ));
        marked.push(view! { <mark>{piece.to_owned()}</mark> });
        from = clue.end;
        offers.push(offer(page, at, clue, piece));
    }
    marked.push(View::Text(
        text.get(from..).unwrap_or_default().to_owned().into(),
    ));
    let body = view! {
        <div class="ask">{frame::heading(pupil::clues_title(), pupil::clues_lead())}</div>
        <p class="panel as-typed" dir="auto" translate="no">{View::Many(marked)}</p>
        <p role="status">{state.here.taken.then(pupil::clues_taken)}</p>
        <ul class="clues">{View::Many(offers)}</ul>
    };
    frame::question(page, state, Screen::Clues, "title", body, View::Nothing)
}

fn offer(page: Page, at: usize, clue: &Clue, piece: &str) -> View {
    let why = match clue.kind {
        0 => pupil::clues_name(),
        1 => pupil::clues_reach(),
        2 => pupil::clues_group(),
        3 => pupil::clues_family(),
        4 => pupil::clues_moment(),
        6 => pupil::clues_place(),
        _ => pupil::clues_rare(),
    };
    let decide = move |taken: bool| {
        page.write(|state| {
            state.journey.decide(at, taken);
            state.here.taken = taken;
        });
        view::focus("title");
    };
    let button = |words: &'static str, taken: bool| {
        view! {
            <button type="button" class="btn btn-soft btn-s" on:click=move |_| decide(taken)>
                {words}
                <span class="sr">" "{piece.to_owned()}</span>
            </button>
        }
    };
    view! {
        <li class="clue">
            <p class="clue-said" translate="no"><q>{piece.to_owned()}</q></p>
            <p class="clue-why">{why}</p>
            <div class="row">{button(pupil::clues_take(), true)}{button(pupil::clues_keep(), false)}</div>
        </li>
    }
}

/// What the check page says of it: only what was really looked at.
pub fn none_found(journey: &Journey) -> Option<View> {
    let found = journey.found.as_ref()?;
    let words = if !super::coach::speaks() {
        pupil::coach_english_only()
    } else if found.any {
        return None;
    } else {
        pupil::clues_none()
    };
    Some(view! { <li>{words}</li> })
}
