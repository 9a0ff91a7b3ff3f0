//! Puts the journey into the static page.
//!
//! The landing, the help hub and the numbers are already there and stay there; only `#journey` is ours.

use client::reporter::message::Poster;

use super::journey::Screen;
use super::page::{Page, State};
use super::{
    calls, check, choices, clues, code, device, ended, failure, frame, look, mailbox, not_open,
    readers, sent, what, words,
};
use crate::view::{self, View};

/// Starts the page. `path` is the address, `fragment` what stood after `#` when it was opened, `first` a worker that runs
/// already.
#[must_use]
pub fn mount(
    path: &str,
    worker_url: String,
    first: Option<web_sys::Worker>,
    fragment: &str,
) -> Option<Page> {
    let slug = slug(path);
    name_staff_page(&slug);
    let place = view::find("journey")?;
    let page = Page::new(slug, poster(fragment), worker_url, look::today());
    view::mount(place, move || page.read(|state| screen(page, state)));
    frame::show_static(Screen::Start);
    page.start(first);
    Some(page)
}

/// The screen behind a link of the static page, by the name in its `data-go` and `href`.
#[must_use]
pub fn door(name: &str) -> Option<Screen> {
    Some(match name {
        "tell" => Screen::Danger,
        "code" => Screen::Code,
        "help" => Screen::Help,
        "start" => Screen::Start,
        _ => return None,
    })
}

/// `/s/{slug}` names a school; anything else means the school of this host.
fn slug(path: &str) -> String {
    let mut parts = path.trim_start_matches('/').split('/');
    match (parts.next(), parts.next()) {
        (Some("s"), Some(slug)) if !slug.is_empty() => slug.to_owned(),
        _ => "-".to_owned(),
    }
}

/// The links below are the same in every page's bytes; here they learn which school it is.
fn name_staff_page(slug: &str) {
    if let Some(link) = view::query(".foot a").filter(|_| slug != "-") {
        link.set_attribute("href", &["/s/", slug, "/staff"].concat());
    }
    if let Some(link) = view::query(".foot a + a").filter(|_| slug != "-") {
        link.set_attribute("href", &["/s/", slug, "/kept"].concat());
    }
}

/// `k=<fingerprint>&v=<least version>&c=<term code>` from a poster; not every poster has a code.
fn poster(fragment: &str) -> Option<Poster> {
    let value = |name: &str| {
        fragment
            .split('&')
            .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    Some(Poster {
        fingerprint: value("k")?.to_owned(),
        least_version: value("v")
            .and_then(|version| version.parse().ok())
            .unwrap_or(0),
        term_code: value("c").map(str::to_owned),
    })
}

/// What is on the screen now. Looks only; what a pupil does is in the listeners.
fn screen(page: Page, state: &State) -> View {
    // Without a school there is nobody to write to: say so before a child writes anything.
    let needs_school = matches!(state.screen, Screen::Danger | Screen::Code);
    if let Some(fault) = state
        .fault
        .as_ref()
        .filter(|_| needs_school && state.school.is_none())
    {
        return failure::screen(page, fault);
    }
    // Nobody writes what nobody would read.
    if let (Some(day), true) = (ended::day(state), state.screen.number().is_some()) {
        return ended::screen(page, day, state.today);
    }
    if let Some(closed) = not_open::instead(page, state) {
        return closed;
    }
    match state.screen {
        Screen::Start | Screen::Help => View::Nothing,
        Screen::Danger => choices::danger(page, state),
        Screen::Calls => calls::first(page),
        Screen::About => choices::about(page, state),
        Screen::What => what::what(page, state),
        Screen::Sooner => choices::sooner(page, state),
        Screen::Readers => readers::readers(page, state),
        Screen::Device => device::device(page, state),
        Screen::Words => words::words(page, state),
        Screen::Clues => clues::clues(page, state),
        Screen::Check => check::check(page, state),
        Screen::Sending => check::sending(page, state),
        Screen::Sent => sent::sent(page, state),
        Screen::Done => sent::done(page, state),
        Screen::Code => code::code(page, state),
        Screen::Mailbox => mailbox::mailbox(page, state),
    }
}

#[cfg(test)]
mod tests;
