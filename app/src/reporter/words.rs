//! "What would you like to tell us?": one box that no spelling service, autofill or grammar tool may read.
//!
//! The words live in the box and in `Journey`, both in memory. Nothing is stored, sent or counted while typing.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::frame;
use super::journey::{Problem, Screen, room};
use super::page::Page;
use crate::components::error_summary::field_error;
use crate::components::icon::{icon, icon_small};
use crate::text::pupil;

/// Below this many free bytes the page says how many are left.
const NEARLY_FULL: i64 = 400;

/// The question.
pub fn words(page: Page) -> AnyView {
    let problem = move || {
        page.watch();
        page.read(|state| state.problem)
            .map(|problem| field_error("story", frame::problem_words(problem)))
    };
    let left = move || {
        page.watch();
        let left = page.read(|state| {
            room(
                &state.journey.text,
                state.school.as_ref().map(|school| school.text_limit),
            )
        });
        if (0..NEARLY_FULL).contains(&left) {
            pupil::words_room(left)
        } else if left < 0 {
            frame::problem_words(Problem::TooLong {
                over: u32::try_from(-left).unwrap_or(u32::MAX),
            })
        } else {
            String::new()
        }
    };
    let name = page.read(|state| {
        let school = state.school.as_ref()?;
        let reader = school
            .readers
            .iter()
            .find(|reader| reader.usual && state.journey.reads(reader))?;
        Some(pupil::words_device_2(&reader.name))
    });
    let prompts = [
        (pupil::words_what(), pupil::words_what_help()),
        (pupil::words_where(), pupil::words_where_help()),
        (pupil::words_when(), pupil::words_when_help()),
        (pupil::words_still(), pupil::words_still_help()),
    ];
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
                    10,
                    page.read(|state| state.journey.text.clone()),
                    move |text| {
                        page.write(|state| state.journey.text = text);
                        page.touch();
                    },
                )}
                <p class="small soft" role="status">{left}</p>
                <div class="stack-s">
                    <p class="small soft" id="ideas">{pupil::words_ideas()}</p>
                    <div class="prompts" role="group" aria-labelledby="ideas">
                        {prompts.into_iter().map(|(ask, help)| prompt(ask, help)).collect_view()}
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
                    <p class="local">{icon_small("lock")}<span>{pupil::words_local()}</span></p>
                </section>
                <div class="folds">
                    {frame::fold(
                        "screen",
                        pupil::words_device_title().to_owned(),
                        view! {
                            <p>{pupil::words_device_1()}</p>
                            <p>{name.unwrap_or_else(|| pupil::words_device_2_alone().to_owned())}</p>
                        }
                        .into_any(),
                    )}
                </div>
            </div>
        </div>
    }
    .into_any();
    frame::question(page, Screen::Words, "story", body, ().into_any())
}

/// A box for private words: no spelling help, no autofill, no capital letters, no grammar tools.
pub fn private_box(
    id: &'static str,
    class: &'static str,
    rows: u32,
    text: String,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let node = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            area.set_value(&text);
            quiet(&area);
        }
    });
    view! {
        <textarea
            class=class
            id=id
            rows=rows
            node_ref=node
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            translate="no"
            data-gramm="false"
            data-gramm_editor="false"
            data-enable-grammarly="false"
            data-lt-active="false"
            data-ms-editor="false"
            aria-describedby=[id, "-error"].concat()
            on:input=move |event| change(event_target_value(&event))
        ></textarea>
    }
    .into_any()
}

/// Safari's correction has an attribute of its own, which the view macro does not know.
pub fn quiet(field: &web_sys::Element) {
    let _ = field.set_attribute("autocorrect", "off");
}

/// A question that may help. Tapping it shows a line of help under it; it is never a field.
fn prompt(ask: &'static str, help: &'static str) -> AnyView {
    let on = RwSignal::new(0);
    view! {
        <span class="prompt-pair">
            <button
                type="button"
                class="prompt"
                aria-pressed=move || if on.get() == 1 { "true" } else { "false" }
                on:click=move |_| on.update(|on| *on = 1 - *on)
            >
                {move || (on.get() == 1).then(|| icon_small("tick"))}
                {ask}
            </button>
            <span class="prompt-help" role="status">{move || (on.get() == 1).then_some(help)}</span>
        </span>
    }
    .into_any()
}
