//! One A4 poster for a wall.

use leptos::prelude::*;

use super::Facts;
use super::art::{Look, calls, steps};
use crate::staff::qr::qr;
use crate::text::{poster as p, staff as t};

/// The sheet.
pub fn sheet(facts: &Facts, look: Look) -> impl IntoView + use<> {
    let scene = (look == Look::Pictures).then(|| {
        view! {
            <svg class="sheet-scene" viewBox="0 0 480 240" aria-hidden="true"><use href="#scene-tell"></use></svg>
        }
    });
    view! {
        <article class="sheet sheet-poster" aria-label=t::posters_a4()>
            <p class="sheet-school">{facts.school.clone()}</p>
            {scene}
            <p class="sheet-title">{p::title()}</p>
            <p class="sheet-lead">{p::lead()}</p>
            <div class="sheet-scan">
                {qr(&facts.link, t::poster_qr())}
                <div>
                    <p class="sheet-how">{p::scan()}</p>
                    <p>{p::address()}</p>
                    <p class="sheet-address">{facts.address.clone()}</p>
                </div>
            </div>
            {steps(look)}
            <div class="sheet-check">
                <p>{p::check()}</p>
                <p class="sheet-words"><b>{facts.six_words.clone()}</b></p>
            </div>
            {(look == Look::Plain).then(|| view! { <p class="sheet-small">{p::wifi()} " " {p::screen()}</p> })}
            {calls(facts)}
        </article>
    }
}
