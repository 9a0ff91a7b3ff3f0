//! Ten cards the size of a bus pass on one A4 sheet, with lines to cut along.

use leptos::prelude::*;

use super::Facts;
use super::art::{Look, calls};
use crate::staff::icon;
use crate::staff::qr::qr;
use crate::text::{poster as p, staff as t};

/// Two across, five down.
const CARDS: usize = 10;

/// The sheet.
pub fn sheet(facts: &Facts, look: Look) -> impl IntoView + use<> {
    let cards = (0..CARDS).map(|at| card(facts, look, at == 0));
    view! {
        <article class="sheet sheet-cards" aria-label=t::posters_cards()>
            {cards.collect_view()}
        </article>
    }
}

/// All are alike; the first is read out.
fn card(facts: &Facts, look: Look, first: bool) -> impl IntoView + use<> {
    let pictures = (look == Look::Pictures).then(|| {
        view! {
            <p class="card-pictures">
                {[icon::TALK, icon::SEEN, icon::KEY].map(icon::icon).into_iter().collect_view()}
            </p>
        }
    });
    view! {
        <div class="paper-card" aria-hidden=(!first).then_some("true")>
            {qr(&facts.link, t::poster_qr())}
            <div>
                <p class="card-title"><b>{p::title()}</b></p>
                {pictures}
                {(look == Look::Plain).then(|| view! { <p>{p::lead()}</p> })}
                <p class="sheet-address">{facts.address.clone()}</p>
                <p>{p::check_card()} " " <b>{facts.six_words.clone()}</b></p>
                {calls(facts)}
            </div>
        </div>
    }
}
