//! What every question has around it: where am I, a way back, what is wrong, and the bar with "Next".
//! Also the few places of the static page that script fills in.

use client::reporter::message::School;
use leptos::prelude::*;

use super::journey::{Problem, QUESTIONS, Screen};
use super::look;
use super::page::Page;
use crate::components::error_summary::error_summary;
use crate::components::icon::{icon, icon_flip};
use crate::text::pupil;

/// A question: heading inside `body`, `bar` beside "Next". `field` is where a problem leads.
pub fn question(
    page: Page,
    screen: Screen,
    field: &'static str,
    body: AnyView,
    bar: AnyView,
) -> AnyView {
    let done = page.read(|state| state.journey.changing);
    let next = if done {
        pupil::step_done()
    } else {
        pupil::step_next()
    };
    view! {
        {step(page, screen)}
        {problems(page, field)}
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                page.next();
            }
        >
            {body}
            <div class="dock">
                <span class="dock-words">{bar}</span>
                <button class="btn btn-go" type="submit">{next}{icon_flip("next")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// "Back", "Question 3 of 5", and the beads.
pub fn step(page: Page, screen: Screen) -> AnyView {
    let at = screen.number().unwrap_or(1);
    let words = if at > QUESTIONS {
        pupil::step_check().to_owned()
    } else {
        pupil::step_question(at, QUESTIONS)
    };
    let beads = (1..=QUESTIONS + 1)
        .map(|bead| {
            let class = match bead.cmp(&at) {
                core::cmp::Ordering::Less => "done",
                core::cmp::Ordering::Equal => "now",
                core::cmp::Ordering::Greater => "",
            };
            view! { <li class=class></li> }
        })
        .collect_view();
    view! {
        <div class="step">
            <div class="step-row">{back(page)}<span>{words}</span></div>
            <ol class="beads" aria-hidden="true">{beads}</ol>
        </div>
    }
    .into_any()
}

/// The way back to the screen before.
pub fn back(page: Page) -> AnyView {
    view! {
        <button class="back" type="button" on:click=move |_| page.back()>
            {icon_flip("back")}
            {pupil::step_back()}
        </button>
    }
    .into_any()
}

/// The summary of what is missing, or nothing.
pub fn problems(page: Page, field: &'static str) -> AnyView {
    (move || {
        page.watch();
        let problem = page.read(|state| state.problem)?;
        Some(error_summary(
            pupil::problem_title(),
            vec![(field, problem_words(problem))],
        ))
    })
    .into_any()
}

/// What to do about a problem.
pub fn problem_words(problem: Problem) -> String {
    match problem {
        Problem::ChooseOne => pupil::choose_one().to_owned(),
        Problem::PickSomething => pupil::what_problem().to_owned(),
        Problem::NoReader => pupil::readers_last().to_owned(),
        Problem::Empty => pupil::words_empty().to_owned(),
        Problem::TooLong { over } => pupil::words_long(i64::from(over)),
    }
}

/// A heading that takes the keyboard's place when its screen appears.
pub fn heading(title: &'static str, lead: &'static str) -> AnyView {
    view! {
        <h1 id="title" tabindex="-1">{title}</h1>
        <p>{lead}</p>
    }
    .into_any()
}

/// A folded question with its answer.
pub fn fold(icon_name: &'static str, title: String, body: AnyView) -> AnyView {
    view! {
        <details class="fold">
            <summary>{icon(icon_name)}<span>{title}</span>{crate::components::icon::icon_as("turn", "i i-turn")}</summary>
            <div class="fold-body">{body}</div>
        </details>
    }
    .into_any()
}

/// The neutral title of the tab, with a word for screen readers when there is a problem.
pub fn name_page(problem: bool) {
    document().set_title(if problem {
        pupil::page_title_error()
    } else {
        pupil::page_title()
    });
}

/// Puts the school's name, its region's numbers and the next look into the static page.
pub fn show_school(school: &School, today: i64) {
    set_text("school-name", &school.name);
    set_hidden("demo", !school.demo);
    let when = look::short(school.next_look.as_ref(), today);
    set_hidden("next-look", when.is_none());
    set_hidden("no-look", when.is_some());
    set_text("next-look-time", when.as_deref().unwrap_or(""));
    let Ok(regions) = document().query_selector_all("[data-region]") else {
        return;
    };
    let known = document()
        .query_selector(&["[data-region='", &school.region, "']"].concat())
        .ok()
        .flatten()
        .is_some();
    let region = if known { school.region.as_str() } else { "int" };
    for at in 0..regions.length() {
        use wasm_bindgen::JsCast;
        if let Some(element) = regions
            .item(at)
            .and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok())
        {
            element.set_hidden(element.get_attribute("data-region").as_deref() != Some(region));
        }
    }
}

/// The static landing and help hub come and go; the rest of the page is the journey's.
pub fn show_static(screen: Screen) {
    set_hidden("start", screen != Screen::Start);
    set_hidden("help", screen != Screen::Help);
    set_hidden("tell", true);
    if let Some(help) = document().get_element_by_id("help") {
        // Without script the hub shows when its link was followed; with script, when it is due.
        help.set_class_name("stack-l");
    }
}

/// Shows or hides a part of the static page.
pub fn set_hidden(id: &str, hidden: bool) {
    use wasm_bindgen::JsCast;
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        element.set_hidden(hidden);
    }
}

fn set_text(id: &str, text: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}
