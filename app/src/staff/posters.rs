//! The poster studio: the school's address as a code that carries the root fingerprint, on paper for walls and pockets.
//!
//! Promise: the code is drawn on this device from the list this browser checked, and what is printed is what is shown.
//! Does not send the poster anywhere; the browser's own print window makes the paper or the PDF.

mod art;
mod card;
mod poster;

use client::staff::message::{Answer, Ask, Failure, People};
use leptos::prelude::*;

use self::art::Look;
use super::kit::origin;
use super::{desk::Desk, form, icon};
use crate::text::staff as t;

include!(concat!(env!("OUT_DIR"), "/strip.rs"));

/// The numbers of a region that go on paper.
pub struct Strip {
    region: &'static str,
    emergency: Option<&'static str>,
    /// Name and number.
    talk: Option<(&'static str, &'static str)>,
}

/// How large the paper is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Poster,
    Cards,
}

/// What a sheet says about the school.
#[derive(Clone)]
pub struct Facts {
    school: String,
    /// What the code holds: the address with the fingerprint, and the term's code where there is one.
    link: String,
    /// What a person types.
    address: String,
    six_words: String,
    strip: Option<&'static Strip>,
}

impl Facts {
    fn new(school: String, people: &People) -> Self {
        let link = [origin().as_str(), &people.poster_path].concat();
        let typed = link.split('#').next().unwrap_or_default();
        let address = typed.split_once("://").map_or(typed, |(_, rest)| rest);
        Self {
            school,
            address: address.to_owned(),
            six_words: people.fingerprint_words.join(" "),
            strip: STRIPS.iter().find(|strip| strip.region == people.region),
            link,
        }
    }
}

/// The page.
#[component]
pub fn Posters() -> impl IntoView {
    let desk = Desk::here();
    let people = RwSignal::new(None::<People>);
    let failure = RwSignal::new(None::<Failure>);
    let look = RwSignal::new(Look::Plain);
    let size = RwSignal::new(Size::Poster);
    desk.ask(&Ask::People, move |answer| match answer {
        Ok(Answer::People(found)) => people.set(Some(found)),
        Ok(_) => failure.set(Some(Failure::Broken)),
        Err(why) => failure.set(Some(why)),
    });
    let school = move || desk.school.get().map(|(name, _)| name).unwrap_or_default();
    view! {
        <div class="head no-print">
            <h1 id="heading" tabindex="-1">{t::posters()}</h1>
            <p class="soft">{t::posters_words()}</p>
        </div>
        <div class="no-print">{form::trouble(move || failure.get())}</div>
        {move || people.with(|people| people.as_ref().map(|people| {
            let facts = Facts::new(school(), people);
            let term = people.list.today.term > 0;
            view! {
                <div class="with-form studio">
                    {move || match size.get() {
                        Size::Poster => poster::sheet(&facts, look.get()).into_any(),
                        Size::Cards => card::sheet(&facts, look.get()).into_any(),
                    }}
                    <div class="stack no-print">{controls(size, look)} {advice(term)}</div>
                </div>
            }
        }))}
    }
}

fn controls(size: RwSignal<Size>, look: RwSignal<Look>) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="posters-make">
            <h2 id="posters-make">{t::posters_make()}</h2>
            <fieldset class="choices">
                <legend>{t::posters_size()}</legend>
                {choice("size", t::posters_a4(), Size::Poster, size)}
                {choice("size", t::posters_cards(), Size::Cards, size)}
            </fieldset>
            <fieldset class="choices">
                <legend>{t::posters_look()}</legend>
                {choice("look", t::posters_plain(), Look::Plain, look)}
                {choice("look", t::posters_pictures(), Look::Pictures, look)}
            </fieldset>
            <button type="button" class="btn btn-go" on:click=move |_| { let _ = window().print(); }>
                {icon::small(icon::PAGE)} {t::posters_print()}
            </button>
            <p class="xs soft">{t::posters_print_hint()}</p>
        </section>
    }
}

fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    words: &'static str,
    value: T,
    chosen: RwSignal<T>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name=name
                prop:checked=move || chosen.get() == value
                on:change=move |_| chosen.set(value)
            />
            {words}
        </label>
    }
}

/// Where to hang it, and what makes it old.
fn advice(term: bool) -> impl IntoView {
    let code = if term {
        t::posters_term()
    } else {
        t::posters_no_term()
    };
    view! {
        <section class="panel" aria-labelledby="posters-hang">
            <h2 id="posters-hang">{t::posters_hang()}</h2>
            <ul class="points">
                <li>{t::posters_check()}</li>
                <li>{t::posters_same()}</li>
                <li>{t::posters_private()}</li>
                <li>{code}</li>
                <li>{t::posters_old()}</li>
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // A poster without a number to call would send a child away with nothing when the page is not there.
    #[test]
    fn every_region_has_somebody_to_call() {
        assert!(STRIPS.len() >= 3);
        for strip in STRIPS {
            assert!(strip.talk.is_some(), "{}", strip.region);
        }
        let england = STRIPS.iter().find(|strip| strip.region == "gb-eng");
        assert_eq!(england.and_then(|strip| strip.emergency), Some("999"));
    }
}
