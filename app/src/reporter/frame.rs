//! What every question has around it: where am I, a way back, what is wrong, and the bar with "Next".
//! Also what script fills into the static page.

use client::reporter::message::School;

use super::journey::{Problem, QUESTIONS, Screen};
use super::page::{Page, State};
use super::place;
use super::{ended, look};
use crate::components::error_summary::error_summary;
use crate::components::icon::{icon, icon_flip};
use crate::text::{pupil, said, say};
use crate::view::{View, view};

/// A question: heading inside `body`, `bar` beside "Next". `field` is where a problem leads.
pub fn question(
    page: Page,
    state: &State,
    screen: Screen,
    field: &'static str,
    body: View,
    bar: View,
) -> View {
    let next = if state.journey.changing {
        pupil::step_done()
    } else {
        pupil::step_next()
    };
    view! {
        {step(page, screen)}
        {problems(state, field)}
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
}

/// "Back", "Question 3 of 5", and the beads.
pub fn step(page: Page, screen: Screen) -> View {
    let at = screen.number().unwrap_or(1);
    let words = if at > QUESTIONS {
        said(pupil::step_check())
    } else {
        pupil::step_question(at, QUESTIONS)
    };
    let beads: View = (1..=QUESTIONS + 1)
        .map(|bead| {
            let class = match bead.cmp(&at) {
                core::cmp::Ordering::Less => "done",
                core::cmp::Ordering::Equal => "now",
                core::cmp::Ordering::Greater => "",
            };
            view! { <li class=class></li> }
        })
        .collect();
    view! {
        <div class="step">
            <div class="step-row">{back(page)}<span>{words}</span></div>
            <ol class="beads" aria-hidden="true">{beads}</ol>
        </div>
    }
}

/// The way back to the screen before.
pub fn back(page: Page) -> View {
    view! {
        <button class="back" type="button" on:click=move |_| page.back()>
            {icon_flip("back")}
            {pupil::step_back()}
        </button>
    }
}

/// The summary of what is missing, or nothing.
pub fn problems(state: &State, field: &'static str) -> Option<View> {
    let problem = state.problem?;
    Some(error_summary(
        pupil::problem_title(),
        field,
        problem_words(problem),
    ))
}

/// What to do about a problem.
pub fn problem_words(problem: Problem) -> String {
    match problem {
        Problem::ChooseOne => said(pupil::choose_one()),
        Problem::PickSomething => said(pupil::what_problem()),
        Problem::NoReader => said(pupil::readers_last()),
        Problem::Empty => said(pupil::words_empty()),
        Problem::TooLong { over } => pupil::words_long(i64::from(over)),
    }
}

/// A heading that takes the keyboard's place when its screen appears.
pub fn heading(title: &'static str, lead: &'static str) -> View {
    view! {
        <h1 id="title" tabindex="-1">{title}</h1>
        <p>{lead}</p>
    }
}

/// A folded question with its answer.
pub fn fold(icon_name: &'static str, title: &'static str, body: View) -> View {
    view! {
        <details class="fold">
            <summary>{icon(icon_name)}<span>{title}</span>{crate::components::icon::icon_as("turn", "i i-turn")}</summary>
            <div class="fold-body">{body}</div>
        </details>
    }
}

/// The neutral title of the tab, with a word for screen readers when there is a problem.
pub fn name_page(problem: bool) {
    place::set_title(if problem {
        pupil::page_title_error()
    } else {
        pupil::page_title()
    });
}

/// Puts the school's name, its region's numbers and the next look into the static page.
pub fn show_school(school: &School, today: i64) {
    let when = look::short(school.next_look.as_ref(), today);
    place::set_text("school-name", &school.name);
    place::set_hidden("demo", !school.demo);
    place::set_hidden("next-look", when.is_none());
    place::set_hidden("no-look", when.is_some());
    let closed = match school.ends_day {
        Some(day) => Some((pupil::ended_title(), ended::read(day.into(), today))),
        None if school.open => None,
        None => Some((pupil::not_open_title(), said(pupil::not_open_short()))),
    };
    if let Some((title, lead)) = closed {
        // Nothing is asked that nobody would read, nor said of what happens to it.
        for id in ["door-tell", "way-text", "folds"] {
            place::set_hidden(id, true);
        }
        promise_nothing();
        place::set_text("start-title", &say(title));
        place::set_text("start-lead", &lead);
    }
    place::set_text("next-look-time", when.as_deref().unwrap_or(""));
    place::show_region(&school.region);
}

/// Nobody looks any more: the top of the page says nothing of when.
pub fn promise_nothing() {
    place::set_hidden("next-look", true);
    place::set_hidden("no-look", true);
}

/// The static landing and help hub come and go; the rest of the page is the journey's.
pub fn show_static(screen: Screen) {
    place::set_hidden("start", screen != Screen::Start);
    place::set_hidden("help", screen != Screen::Help);
    place::set_hidden("tell", true);
    place::take_over_help();
}
