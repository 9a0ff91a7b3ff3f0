//! When something did not work: what it means, that the words are still here, what to do now, who else answers.

use client::reporter::message::{DirectoryFault, Failure};

use super::journey::Screen;
use super::page::{Fault, Page};
use super::{calls, frame};
use crate::components::icon::icon;
use crate::text::pupil;
use crate::view::{View, view};

/// Words for a fault: a title, sentences, and whether trying again can help.
#[must_use]
pub fn words(fault: &Fault) -> (&'static str, Vec<&'static str>, bool) {
    let failure = match fault {
        Fault::Worker => {
            return (
                pupil::fail_worker_title(),
                vec![pupil::fail_worker()],
                false,
            );
        }
        Fault::Told(failure) => failure,
    };
    match failure {
        Failure::Unreachable => (
            pupil::fail_unreachable_title(),
            vec![pupil::fail_unreachable(), pupil::fail_unreachable_unsure()],
            true,
        ),
        Failure::Busy => (pupil::fail_busy_title(), vec![pupil::fail_busy()], true),
        Failure::Tomorrow => (
            pupil::fail_tomorrow_title(),
            vec![pupil::fail_tomorrow(), pupil::fail_tomorrow_danger()],
            true,
        ),
        Failure::NotOpen => (pupil::not_open_title(), vec![pupil::not_open()], false),
        Failure::Ended => (pupil::ended_title(), vec![pupil::ended_words()], false),
        Failure::Stopped => (
            pupil::fail_stopped_title(),
            vec![pupil::fail_stopped()],
            true,
        ),
        Failure::Broken => (pupil::fail_broken_title(), vec![pupil::fail_broken()], true),
        Failure::TooLong { .. } => (pupil::fail_long_title(), vec![pupil::fail_long()], false),
        Failure::NoMailbox => (
            pupil::fail_mailbox_title(),
            vec![pupil::fail_mailbox()],
            false,
        ),
        Failure::Gone {
            taken_back: true, ..
        } => (
            pupil::mailbox_withdrawn_title(),
            vec![pupil::gone_taken_back()],
            false,
        ),
        Failure::Gone { .. } => (
            pupil::gone_title(),
            vec![pupil::gone_words(), pupil::gone_next()],
            false,
        ),
        Failure::ReadersChanged(_) => (
            pupil::fail_readers_title(),
            vec![pupil::readers_changed()],
            false,
        ),
        Failure::Directory(fault) => {
            let why = match fault {
                DirectoryFault::Fingerprint => pupil::fail_list_fingerprint(),
                DirectoryFault::Signatures => pupil::fail_list_signatures(),
                DirectoryFault::Expired => pupil::fail_list_expired(),
                DirectoryFault::RolledBack => pupil::fail_list_rolled_back(),
                DirectoryFault::Forked => pupil::fail_list_forked(),
                DirectoryFault::Malformed => pupil::fail_list_malformed(),
            };
            (
                pupil::fail_list_title(),
                vec![pupil::fail_list(), why, pupil::fail_list_next()],
                false,
            )
        }
    }
}

/// A panel above what was typed; whoever shows it moves the keyboard there. `retry` is offered when it can help.
pub fn panel(fault: &Fault, retry: Option<Box<dyn Fn()>>) -> View {
    let (title, sentences, again) = words(fault);
    let retry = retry.filter(|_| again).map(try_again);
    view! {
        <section class="problem" id="fault" tabindex="-1" role="alert">
            <h2>{icon("warning")}{title}</h2>
            {paragraphs(&sentences)}
            <p><b>{pupil::fail_kept()}</b></p>
            {retry}
            <p class="soft">{pupil::fail_calls()}</p>
            {calls::numbers()}
        </section>
    }
}

/// A whole screen for a fault that leaves nothing else to show.
pub fn screen(page: Page, fault: &Fault) -> View {
    let (title, mut sentences, again) = words(fault);
    // Nothing was sent, so nothing can have arrived unseen.
    sentences.retain(|sentence| *sentence != pupil::fail_unreachable_unsure());
    let retry = again.then(|| try_again(Box::new(move || page.fetch_school())));
    view! {
        <div class="step-row">{frame::back(page)}</div>
        <section class="problem" role="alert">
            <h1 id="title" class="sub" tabindex="-1">{title}</h1>
            {paragraphs(&sentences)}
            {retry}
        </section>
        <p>{pupil::fail_calls()}</p>
        {calls::numbers()}
        <p><button class="btn btn-text" type="button" on:click=move |_| page.go(Screen::Start)>{pupil::help_back()}</button></p>
    }
}

fn paragraphs(sentences: &[&'static str]) -> View {
    sentences
        .iter()
        .map(|sentence| view! { <p>{*sentence}</p> })
        .collect()
}

fn try_again(retry: Box<dyn Fn()>) -> View {
    view! { <p><button class="btn btn-soft btn-s" type="button" on:click=move |_| retry()>{pupil::fail_again()}</button></p> }
}
