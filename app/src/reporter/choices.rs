//! Questions with one answer: danger, who it is about, and whether someone should look sooner.

use client::reporter::message::{About, Danger};

use super::frame;
use super::journey::{Journey, Screen};
use super::page::{Page, State};
use crate::text::pupil;
use crate::view::{View, view};

/// One answer: its id, its words, whether it is chosen, and what choosing it does.
pub struct Choice {
    pub id: &'static str,
    pub words: &'static str,
    pub chosen: bool,
    pub choose: fn(&mut Journey),
}

/// "Is anyone in danger right now?"
pub fn danger(page: Page, state: &State) -> View {
    let now = state.journey.danger;
    let choices = [
        Choice {
            id: "danger-yes",
            words: pupil::danger_yes(),
            chosen: now == Some(Danger::Yes),
            choose: |journey| journey.danger = Some(Danger::Yes),
        },
        Choice {
            id: "danger-not-sure",
            words: pupil::danger_not_sure(),
            chosen: now == Some(Danger::NotSure),
            choose: |journey| journey.danger = Some(Danger::NotSure),
        },
        Choice {
            id: "danger-no",
            words: pupil::danger_no(),
            chosen: now == Some(Danger::No),
            choose: |journey| journey.danger = Some(Danger::No),
        },
    ];
    one_of(
        page,
        state,
        Screen::Danger,
        [
            pupil::danger_title(),
            pupil::danger_lead(),
            pupil::danger_why(),
        ],
        &choices,
        View::Nothing,
    )
}

/// "Who is this about?"
pub fn about(page: Page, state: &State) -> View {
    let now = state.journey.about;
    let choices = [
        Choice {
            id: "about-me",
            words: pupil::about_me(),
            chosen: now == Some(About::Me),
            choose: |journey| journey.about = Some(About::Me),
        },
        Choice {
            id: "about-someone-else",
            words: pupil::about_someone_else(),
            chosen: now == Some(About::SomeoneElse),
            choose: |journey| journey.about = Some(About::SomeoneElse),
        },
        Choice {
            id: "about-lots",
            words: pupil::about_lots(),
            chosen: now == Some(About::LotsOfPeople),
            choose: |journey| journey.about = Some(About::LotsOfPeople),
        },
        Choice {
            id: "about-not-sure",
            words: pupil::about_not_sure(),
            chosen: now == Some(About::NotSure),
            choose: |journey| journey.about = Some(About::NotSure),
        },
    ];
    one_of(
        page,
        state,
        Screen::About,
        [pupil::about_title(), pupil::about_lead(), ""],
        &choices,
        View::Nothing,
    )
}

/// "Should someone look sooner?" Yes is chosen when the question opens (schools 3b).
pub fn sooner(page: Page, state: &State) -> View {
    let now = state.journey.sooner;
    let choices = [
        Choice {
            id: "sooner-yes",
            words: pupil::sooner_yes(),
            chosen: now == Some(true),
            choose: |journey| journey.sooner = Some(true),
        },
        Choice {
            id: "sooner-no",
            words: pupil::sooner_no(),
            chosen: now == Some(false),
            choose: |journey| journey.sooner = Some(false),
        },
    ];
    one_of(
        page,
        state,
        Screen::Sooner,
        [
            pupil::sooner_title(),
            pupil::sooner_lead(),
            pupil::sooner_why(),
        ],
        &choices,
        View::Nothing,
    )
}

/// One answer of a few, and what stands below them.
pub fn one_of(
    page: Page,
    state: &State,
    screen: Screen,
    [title, lead, why]: [&'static str; 3],
    choices: &[Choice],
    more: View,
) -> View {
    let tiles: View = choices
        .iter()
        .map(
            |&Choice {
                 id,
                 words,
                 chosen,
                 choose,
             }| {
                view! {
                    <label class="tile tile-line tile-one" for=id>
                        <span>{words}</span>
                        <input
                            type="radio"
                            name="choice"
                            id=id
                            prop:checked=chosen
                            on:change=move |_| page.write(|state| choose(&mut state.journey))
                        />
                    </label>
                }
            },
        )
        .collect();
    let body = view! {
        <fieldset class="stack">
            <legend class="ask">{frame::heading(title, lead)}</legend>
            <div class="choices">{tiles}</div>
            {(!why.is_empty()).then(|| view! { <p class="small soft why">{why}</p> })}
        </fieldset>
        {more}
    };
    frame::question(page, state, screen, choices[0].id, body, View::Nothing)
}
