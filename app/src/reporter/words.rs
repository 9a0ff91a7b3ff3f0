//! "What would you like to tell us?": one box that no spelling service, autofill or grammar tool may read.
//!
//! The words live in the box and in `Journey`, both in memory. Nothing is stored, sent or counted while typing.

use super::journey::{Problem, Screen, room};
use super::page::{Page, State};
use super::{calls, coach, frame};
use crate::components::error_summary::field_error;
use crate::components::icon::{icon, icon_small};
use crate::text::{foreign, pupil, said};
use crate::view::{View, view};

/// Below this many free bytes the page says how many are left.
const NEARLY_FULL: i64 = 400;

/// The question.
pub fn words(page: Page, state: &State) -> View {
    let school = state.school.as_ref();
    let problem = state
        .problem
        .map(|problem| field_error("story", frame::problem_words(problem)));
    let left = match room(&state.journey.text, school.map(|school| school.text_limit)) {
        left @ 0..NEARLY_FULL => pupil::words_room(left),
        left if left < 0 => frame::problem_words(Problem::TooLong {
            over: u32::try_from(-left).unwrap_or(u32::MAX),
        }),
        _ => String::new(),
    };
    let prompts = [
        (
            coach::WHERE,
            pupil::words_where(),
            pupil::words_where_help(),
        ),
        (coach::WHEN, pupil::words_when(), pupil::words_when_help()),
        (coach::WHO, pupil::words_who(), pupil::words_who_help()),
        (
            coach::STILL,
            pupil::words_still(),
            pupil::words_still_help(),
        ),
        (coach::WHAT, pupil::words_what(), pupil::words_what_help()),
    ];
    // Once something is written, one question at a time: the first that the words do not answer yet.
    let found = state.journey.found.as_ref();
    let told = found.map_or(0, |found| found.told);
    let asks = match found {
        Some(_) if coach::speaks() && !state.journey.text.trim().is_empty() => 1,
        _ => prompts.len(),
    };
    let asks: View = prompts
        .into_iter()
        .enumerate()
        .filter(|(_, (bit, ..))| told & bit == 0)
        .take(asks)
        .map(|(at, (_, ask, help))| prompt(page, state, at, (ask, help)))
        .collect();
    let calls = (told & coach::CRISIS != 0).then(|| {
        view! {
            <section class="panel" aria-labelledby="now">
                <h2 id="now">{pupil::fail_calls()}</h2>
                {calls::numbers()}
            </section>
        }
    });
    let body = view! {
        <div class="split">
            <div class="stack">
                <div class="ask">
                    <h1 id="title" tabindex="-1"><label for="story">{pupil::words_title()}</label></h1>
                    <p>{pupil::words_lead()}</p>
                </div>
                {problem}
                {private_box(
                    "story",
                    "box",
                    "10",
                    &state.journey.text,
                    move |text| page.write(|state| state.journey.write(text)),
                )}
                {foreign().then(|| view! { <p class="small">{said("language-write")}</p> })}
                <p class="small soft" role="status">{left}</p>
                <div role="status">{calls}</div>
                <div class="stack-s">
                    <p class="small soft" id="ideas">{pupil::words_ideas()}</p>
                    <div class="prompts" role="group" aria-labelledby="ideas">
                        {asks}
                    </div>
                </div>
            </div>
            <div class="stack">
                <section class="panel" aria-labelledby="clues">
                    <h2 id="clues">{pupil::words_clues_title()}</h2>
                    <ul class="nexts">
                        <li>{icon("eye-off")}<span class="next-words">{pupil::words_clues_1()}</span></li>
                        <li>{icon("ask")}<span class="next-words">{pupil::words_clues_2()}</span></li>
                        <li>{icon("heart")}<span class="next-words">{pupil::words_clues_3()}</span></li>
                    </ul>
                    {(found.is_some() && !coach::speaks()).then(|| view! { <p>{pupil::coach_english_only()}</p> })}
                    <p class="local">{icon_small("lock")}<span>{pupil::words_local()}</span></p>
                </section>
            </div>
        </div>
    };
    frame::question(page, state, Screen::Words, "story", body, View::Nothing)
}

/// A box for private words: no spelling help, no autofill, no capital letters, no grammar tools.
pub fn private_box(
    id: &'static str,
    class: &'static str,
    rows: &'static str,
    text: &str,
    change: impl Fn(String) + 'static,
) -> View {
    view! {
        <textarea
            class=class
            id=id
            rows=rows
            dir="auto"
            prop:value=text
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            autocorrect="off"
            translate="no"
            data-gramm="false"
            data-gramm_editor="false"
            data-enable-grammarly="false"
            data-lt-active="false"
            data-ms-editor="false"
            aria-describedby=[id, "-error"].concat()
            on:input=move |event| change(event.target().value())
        ></textarea>
    }
}

/// A question that may help. Tapping it shows a line of help under it; it is never a field.
fn prompt(page: Page, state: &State, at: usize, (ask, help): (&'static str, &'static str)) -> View {
    let on = state.here.ideas[at];
    view! {
        <span class="prompt-pair">
            <button
                type="button"
                class="prompt"
                aria-pressed=if on { "true" } else { "false" }
                on:click=move |_| page.write(|state| state.here.ideas[at] = !state.here.ideas[at])
            >
                {on.then(|| icon_small("tick"))}
                {ask}
            </button>
            <span class="prompt-help" role="status">{on.then_some(help)}</span>
        </span>
    }
}
