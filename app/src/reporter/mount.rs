//! Puts the journey into the static page and takes over its links.
//!
//! The landing, the help hub and the numbers are already there and stay there; only `#journey` is ours.

use client::reporter::message::Poster;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

use super::journey::Screen;
use super::page::Page;
use super::{
    calls, check, choices, code, failure, frame, look, mailbox, readers, sent, what, words,
};

/// Starts the page. `fragment` is what stood after `#`; it has already left the address bar.
pub fn mount(fragment: &str) -> Option<Page> {
    let place: HtmlElement = document().get_element_by_id("journey")?.dyn_into().ok()?;
    let worker_url = document().body()?.get_attribute("data-worker")?;
    let path = window().location().pathname().ok()?;
    name_staff_page(&slug(&path));
    let page = Page::new(slug(&path), poster(fragment), worker_url, look::today());
    let late = window().location().hash().unwrap_or_default();
    mount_to(place, move || view(page)).forget();
    take_over_links(page);
    page.start();
    // A door that was pressed before this code had arrived opens now.
    if let Some(screen) = [fragment, late.trim_start_matches('#')]
        .into_iter()
        .find_map(door)
    {
        strip_fragment();
        page.go(screen);
    }
    Some(page)
}

/// `/s/{slug}` names a school; anything else means the school of this host.
fn slug(path: &str) -> String {
    let mut parts = path.trim_start_matches('/').split('/');
    match (parts.next(), parts.next()) {
        (Some("s"), Some(slug)) if !slug.is_empty() => slug.to_owned(),
        _ => "-".to_owned(),
    }
}

/// The link for staff is the same in every page's bytes; here it learns which school it is.
fn name_staff_page(slug: &str) {
    let link = document().query_selector(".foot a").ok().flatten();
    if let Some(link) = link.filter(|_| slug != "-") {
        let _ = link.set_attribute("href", &["/s/", slug, "/staff"].concat());
    }
}

/// `k=<fingerprint>&v=<least version>` from a poster.
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
    })
}

fn door(name: &str) -> Option<Screen> {
    Some(match name {
        "tell" => Screen::Danger,
        "code" => Screen::Code,
        "help" => Screen::Help,
        "start" => Screen::Start,
        _ => return None,
    })
}

fn strip_fragment() {
    let path = window().location().pathname().unwrap_or_default();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}

fn take_over_links(page: Page) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let Some(target) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        let Ok(Some(link)) = target.closest("[data-go]") else {
            return;
        };
        let Some(screen) = link.get_attribute("data-go").as_deref().and_then(door) else {
            return;
        };
        event.prevent_default();
        page.go(screen);
    });
    let _ = document().add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn view(page: Page) -> AnyView {
    (move || {
        let screen = page.screen();
        frame::show_static(screen);
        // Without a school there is nobody to write to: say so before a child writes anything.
        let needs_school = matches!(screen, Screen::Danger | Screen::Code);
        let fault = page.read(|state| {
            if state.school.is_none() {
                state.fault.clone()
            } else {
                None
            }
        });
        if let Some(fault) = fault.filter(|_| needs_school) {
            return failure::screen(page, &fault, move || page.fetch_school());
        }
        match screen {
            Screen::Start | Screen::Help => ().into_any(),
            Screen::Danger => choices::danger(page),
            Screen::Calls => calls::first(page),
            Screen::About => choices::about(page),
            Screen::What => what::what(page),
            Screen::Sooner => choices::sooner(page),
            Screen::Readers => readers::readers(page),
            Screen::Words => words::words(page),
            Screen::Check => check::check(page),
            Screen::Sending => check::sending(page),
            Screen::Sent => sent::sent(page),
            Screen::Done => sent::done(page),
            Screen::Code => code::code(page),
            Screen::Mailbox => mailbox::mailbox(page),
        }
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_names_the_school() {
        assert_eq!(slug("/"), "-");
        assert_eq!(slug("/s/thornmere"), "thornmere");
        assert_eq!(slug("/s/thornmere/"), "thornmere");
        assert_eq!(slug("/s/"), "-");
        assert_eq!(slug("/staff"), "-");
    }

    #[test]
    fn a_poster_is_read_and_nothing_else() {
        let found = poster("k=abc&v=7").expect("a poster");
        assert_eq!(
            (found.fingerprint.as_str(), found.least_version),
            ("abc", 7)
        );
        assert_eq!(poster("k=abc").expect("a poster").least_version, 0);
        assert!(poster("tell").is_none());
        assert!(poster("").is_none());
    }
}
