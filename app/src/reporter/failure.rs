//! When something did not work: what it means, that the words are still here, what to do now, who else answers.

use client::reporter::message::{DirectoryFault, Failure};
use leptos::prelude::*;

use super::journey::Screen;
use super::page::{Fault, Page};
use super::{calls, frame};
use crate::components::focus::focus;
use crate::components::icon::icon;
use crate::text::pupil;

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
        Failure::Broken => (pupil::fail_broken_title(), vec![pupil::fail_broken()], true),
        Failure::TooLong { .. } => (pupil::fail_long_title(), vec![pupil::fail_long()], false),
        Failure::NoMailbox => (
            pupil::fail_mailbox_title(),
            vec![pupil::fail_mailbox()],
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

/// A panel above what was typed, focused as it appears. `retry` is offered when it can help.
pub fn panel(fault: &Fault, retry: Option<Box<dyn Fn() + Send>>) -> AnyView {
    let (title, sentences, again) = words(fault);
    focus("fault");
    let retry = retry.filter(|_| again).map(|retry| {
        view! { <p><button class="btn btn-soft btn-s" type="button" on:click=move |_| retry()>{pupil::fail_again()}</button></p> }
    });
    view! {
        <section class="problem" id="fault" tabindex="-1" role="alert">
            <h2>{icon("warning")}{title}</h2>
            {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            <p><b>{pupil::fail_kept()}</b></p>
            {retry}
            <p class="soft">{pupil::fail_calls()}</p>
            {calls::numbers()}
        </section>
    }
    .into_any()
}

/// A whole screen for a fault that leaves nothing else to show.
pub fn screen(page: Page, fault: &Fault, retry: impl Fn() + 'static) -> AnyView {
    let (title, sentences, again) = words(fault);
    let unsure = pupil::fail_unreachable_unsure();
    view! {
        <div class="step-row">{frame::back(page)}</div>
        <section class="problem" role="alert">
            <h1 id="title" class="sub" tabindex="-1">{title}</h1>
            {sentences.into_iter().filter(|sentence| *sentence != unsure).map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            {again.then(|| view! { <p><button class="btn btn-soft btn-s" type="button" on:click=move |_| retry()>{pupil::fail_again()}</button></p> })}
        </section>
        <p>{pupil::fail_calls()}</p>
        {calls::numbers()}
        <p><button class="btn btn-text" type="button" on:click=move |_| page.go(Screen::Start)>{pupil::help_back()}</button></p>
    }
    .into_any()
}
