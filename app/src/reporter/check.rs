//! "Check before you send", and the wait while it is sent.

use client::reporter::message::{About, Answer, Ask, Danger, Failure, Stage};
use leptos::prelude::*;

use super::journey::Screen;
use super::page::{Fault, Page};
use super::{failure, frame, look};
use crate::category;
use crate::components::icon::icon_flip;
use crate::text::pupil;

/// Every answer with a way to change it, and what other people can see.
pub fn check(page: Page) -> AnyView {
    let (danger, about, categories, text) = page.read(|state| {
        let journey = &state.journey;
        let categories: Vec<&str> = journey
            .categories
            .iter()
            .filter_map(|id| category::find(id))
            .map(|category| (category.label)())
            .collect();
        (
            journey.danger,
            journey.about,
            categories,
            journey.text.trim().to_owned(),
        )
    });
    let (names, count, wait, when) = page.read(|state| {
        let Some(school) = &state.school else {
            return (Vec::new(), 0, 0, pupil::check_when_none().to_owned());
        };
        let names: Vec<String> = school
            .readers
            .iter()
            .filter(|reader| state.journey.reads(reader))
            .map(|reader| reader.name.clone())
            .collect();
        let count = i64::try_from(names.len()).unwrap_or(0);
        let wait = if state.journey.sent_danger() == Danger::No {
            school.publication_delay_minutes
        } else {
            0
        };
        let next = school.next_look.as_ref();
        let when = match look::by(next, state.today) {
            Some(when) => pupil::check_when(&when),
            None if next.is_some_and(|next| next.now) => pupil::check_when_now().to_owned(),
            None => pupil::check_when_none().to_owned(),
        };
        (names, count, wait, when)
    });
    let fault = page
        .read(|state| state.fault.clone())
        .map(|fault| failure::panel(&fault, Some(Box::new(move || send(page)))));
    view! {
        {frame::step(page, Screen::Check)}
        {fault}
        <div class="ask">{frame::heading(pupil::check_title(), pupil::check_lead())}</div>
        <div class="split">
            <dl class="sums">
                {row(page, pupil::check_danger(), danger_words(danger).into_any(), Screen::Danger)}
                {row(page, pupil::check_about(), about_words(about).into_any(), Screen::About)}
                {row(page, pupil::check_what(), lines(categories.into_iter().map(str::to_owned).collect()), Screen::What)}
                {row(page, pupil::check_readers(), lines(names), Screen::Readers)}
                {row(page, pupil::check_words(), view! { <div class="said">{paragraphs(&text)}</div> }.into_any(), Screen::Words)}
            </dl>
            <section class="panel" aria-labelledby="see">
                <h2 id="see">{pupil::check_see_title()}</h2>
                <ul class="points">
                    <li>{pupil::check_see_1()}</li>
                    <li>{pupil::check_see_2()}</li>
                    <li>{pupil::check_see_3()}</li>
                    <li>{pupil::check_see_4()}</li>
                    {(wait > 0).then(|| view! { <li>{pupil::check_wait(i64::from(wait))}</li> })}
                </ul>
            </section>
        </div>
        <div class="dock">
            <span class="dock-words">{when}</span>
            <button class="btn btn-go" type="button" on:click=move |_| send(page)>
                {pupil::check_send(count)}
                {icon_flip("send")}
            </button>
        </div>
    }
    .into_any()
}

fn row(page: Page, question: &'static str, answer: AnyView, screen: Screen) -> AnyView {
    view! {
        <div class="sum">
            <dt>{question}</dt>
            <dd>{answer}</dd>
            <dd class="sum-change">
                <button class="btn btn-text btn-s" type="button" on:click=move |_| page.change(screen)>
                    {pupil::check_change()}
                    <span class="sr">" "{question}</span>
                </button>
            </dd>
        </div>
    }
    .into_any()
}

fn lines(lines: Vec<String>) -> AnyView {
    lines
        .into_iter()
        .map(|line| view! { <span class="sum-line">{line}</span> })
        .collect_view()
        .into_any()
}

/// Text as paragraphs, one for each line that was typed.
pub fn paragraphs(text: &str) -> AnyView {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
        .collect_view()
        .into_any()
}

fn danger_words(danger: Option<Danger>) -> &'static str {
    match danger {
        Some(Danger::Yes) => pupil::danger_yes(),
        Some(Danger::No) => pupil::danger_no(),
        _ => pupil::danger_not_sure(),
    }
}

fn about_words(about: Option<About>) -> &'static str {
    match about {
        Some(About::Me) => pupil::about_me(),
        Some(About::SomeoneElse) => pupil::about_someone_else(),
        Some(About::LotsOfPeople) => pupil::about_lots(),
        _ => pupil::about_not_sure(),
    }
}

/// Seals and sends, or goes to the first question that lacks an answer.
fn send(page: Page) {
    let gap = page.read(|state| {
        state
            .journey
            .first_gap(state.school.as_ref().map(|school| school.text_limit))
    });
    if let Some((screen, problem)) = gap {
        page.change(screen);
        page.complain(problem);
        return;
    }
    let draft = page.write(|state| {
        state.fault = None;
        state.stage = None;
        state.journey.draft()
    });
    page.go(Screen::Sending);
    page.ask(Ask::Send(draft), move |answer| match answer {
        Answer::Stage(stage) => {
            page.write(|state| state.stage = Some(stage));
            page.touch();
        }
        Answer::Sent { words } => {
            page.write(|state| {
                // The report is sealed and away: nothing of it stays on the page.
                state.journey.text = zeroize_into_empty(core::mem::take(&mut state.journey.text));
                state.words = words;
                state.has_words = false;
            });
            page.go(Screen::Sent);
        }
        Answer::Failed(Failure::ReadersChanged(school)) => {
            page.write(|state| {
                state.journey.meet(&school);
                state.school = Some(*school);
                state.readers_changed = true;
                state.journey.changing = true;
            });
            page.go(Screen::Readers);
        }
        other => {
            page.write(|state| {
                state.fault = Some(match other {
                    Answer::Failed(failure) => Fault::Told(failure),
                    _ => Fault::Told(Failure::Broken),
                });
            });
            page.go(Screen::Check);
        }
    });
}

fn zeroize_into_empty(mut text: String) -> String {
    use zeroize::Zeroize;
    text.zeroize();
    text
}

/// The wait, in words.
pub fn sending(page: Page) -> AnyView {
    let at = move || {
        page.watch();
        page.read(|state| state.stage)
    };
    let words = move || match at() {
        None | Some(Stage::MakingWords) => pupil::sending_words(),
        Some(Stage::Sealing) => pupil::sending_sealing(),
        Some(Stage::Sending) => pupil::sending_sending(),
    };
    let done = move || match at() {
        None => "1",
        Some(Stage::MakingWords) => "2",
        Some(Stage::Sealing) => "3",
        Some(Stage::Sending) => "4",
    };
    view! {
        <div class="ask">
            <h1 id="title" tabindex="-1">{pupil::sending_title()}</h1>
            <p>{pupil::sending_stay()}</p>
        </div>
        <div class="progress">
            <p class="progress-words" id="sending" role="status">{words}</p>
            <progress max="5" value=done aria-labelledby="sending"></progress>
        </div>
    }
    .into_any()
}
