//! "Check before you send", and the wait while it is sent.

use client::reporter::message::{About, Answer, Ask, Danger, Failure, Stage};

use super::journey::Screen;
use super::page::{Fault, Page, State};
use super::{failure, frame, look};
use crate::category;
use crate::components::icon::icon_flip;
use crate::text::{number, pupil, said};
use crate::view::{IntoView, View, view};

/// Every answer with a way to change it, and what other people can see.
pub fn check(page: Page, state: &State) -> View {
    let journey = &state.journey;
    let categories = journey
        .categories
        .iter()
        .filter_map(|id| category::find(id))
        .map(|found| said((found.label)()));
    let readers = state
        .school
        .iter()
        .flat_map(|school| &school.readers)
        .filter(|reader| journey.reads(reader));
    let names: Vec<String> = readers.map(|reader| reader.name.clone()).collect();
    let count = i64::try_from(names.len()).unwrap_or(0);
    let wait = match &state.school {
        Some(school) if journey.sent_danger() == Danger::No => {
            i64::from(school.publication_delay_minutes)
        }
        _ => 0,
    };
    let fault = state
        .fault
        .as_ref()
        .map(|fault| failure::panel(fault, Some(Box::new(move || send(page)))));
    view! {
        {frame::step(page, Screen::Check)}
        {fault}
        <div class="ask">{frame::heading(pupil::check_title(), pupil::check_lead())}</div>
        <div class="split">
            <dl class="sums">
                {row(page, pupil::check_danger(), danger_words(journey.danger).into_view(), Screen::Danger)}
                {row(page, pupil::check_about(), about_words(journey.about).into_view(), Screen::About)}
                {row(page, pupil::check_what(), lines(categories), Screen::What)}
                {row(page, pupil::check_readers(), lines(names.into_iter()), Screen::Readers)}
                {row(page, pupil::check_words(), view! { <div class="said">{paragraphs(journey.text.trim())}</div> }, Screen::Words)}
            </dl>
            <section class="panel" aria-labelledby="see">
                <h2 id="see">{pupil::check_see_title()}</h2>
                <ul class="points">
                    <li>{pupil::check_see_1()}</li>
                    <li>{pupil::check_see_2()}</li>
                    <li>{pupil::check_see_3()}</li>
                    <li>{pupil::check_see_4()}</li>
                    {(wait > 0).then(|| view! { <li>{pupil::check_wait(wait)}</li> })}
                </ul>
            </section>
        </div>
        {takes(state.fault.as_ref()).then(|| view! {
            <div class="dock">
                <span class="dock-words">{look::promise(state.school.as_ref().and_then(|school| school.next_look.as_ref()), state.today)}</span>
                <button class="btn btn-go" type="button" on:click=move |_| send(page)>
                    {pupil::check_send(count)}
                    {icon_flip("send")}
                </button>
            </div>
        })}
    }
}

/// False once the school said that it takes nothing: there is no button that promises to send, and to whom.
const fn takes(fault: Option<&Fault>) -> bool {
    !matches!(fault, Some(Fault::Told(Failure::Ended | Failure::NotOpen)))
}

fn row(page: Page, question: &'static str, answer: View, screen: Screen) -> View {
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
}

fn lines(lines: impl Iterator<Item = String>) -> View {
    lines
        .map(|line| view! { <span class="sum-line">{line}</span> })
        .collect()
}

/// Text as paragraphs, one for each line that was typed.
pub fn paragraphs(text: &str) -> View {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
        .collect()
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
        Answer::Stage(stage) => page.write(|state| state.stage = Some(stage)),
        Answer::Sent { words } => {
            page.write(|state| {
                // The report is sealed and away: nothing of it stays on the page.
                state.journey.write(String::new());
                state.words = words;
                state.has_words = false;
            });
            page.go(Screen::Sent);
        }
        Answer::Failed(Failure::ReadersChanged(school)) => {
            page.write(|state| {
                state.journey.meet(&school);
                state.school = Some(*school);
                state.journey.changing = true;
            });
            page.go(Screen::Readers);
            page.write(|state| state.readers_changed = true);
        }
        other => {
            page.go(Screen::Check);
            page.refuse(other);
            if page.read(|state| !takes(state.fault.as_ref())) {
                frame::promise_nothing();
            }
        }
    });
}

/// The wait, in words.
pub fn sending(page: Page, state: &State) -> View {
    let (words, done) = match state.stage {
        None => (pupil::sending_words(), 100),
        Some(Stage::MakingWords) => (pupil::sending_words(), 200),
        Some(Stage::Sealing) => (pupil::sending_sealing(), 300),
        Some(Stage::Ready(percent)) => (pupil::sending_ready(), 300 + u32::from(percent)),
        Some(Stage::Sending) => (pupil::sending_sending(), 400),
    };
    // Until it is sent it can be stopped; nothing has left the device.
    let stop = matches!(state.stage, Some(Stage::Ready(_))).then(|| {
        view! {
            <p><button class="btn btn-soft btn-s" type="button" on:click=move |_| page.stop()>{pupil::sending_stop()}</button></p>
        }
    });
    view! {
        <div class="ask">
            <h1 id="title" tabindex="-1">{pupil::sending_title()}</h1>
            <p>{pupil::sending_stay()}</p>
        </div>
        <div class="progress">
            <p class="progress-words" id="sending" role="status">{words}</p>
            <progress max="500" value=number(i64::from(done)) aria-labelledby="sending"></progress>
            {stop}
        </div>
    }
}
