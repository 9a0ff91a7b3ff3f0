//! The school's fingerprint in letters and words, and the poster's address as text and code.

use leptos::prelude::*;

use super::super::icon;
use super::super::kit::origin;
use super::super::qr::qr;
use super::super::{desk::Desk, save};
use super::Adult;
use crate::text::staff as t;

/// The panel.
#[component]
pub fn Poster() -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    move || {
        adult.people.with(|people| {
            people.as_ref().map(|people| {
                let address = format!("{}{}", origin(), people.poster_path);
                let copied = address.clone();
                view! {
                    <section class="panel" aria-labelledby="poster">
                        <h2 id="poster">{t::poster()}</h2>
                        <p class="soft">{t::poster_words()}</p>
                        {qr(&address, t::poster_qr())}
                        <p class="code poster-address">{address.clone()}</p>
                        <button type="button" class="btn" on:click=move |_| {
                            save::copy(&copied);
                            desk.say(t::say_copied());
                        }>{icon::small(icon::PAGE)} {t::copy()}</button>
                        <dl class="facts">
                            <dt>{t::six_words()}</dt>
                            <dd><b>{people.fingerprint_words.join(" ")}</b></dd>
                            <dt>{t::fingerprint()}</dt>
                            <dd class="code">{people.fingerprint.clone()}</dd>
                            <dt>{t::root_keys()}</dt>
                            <dd>{t::root_keys_of(i64::from(people.threshold), i64::from(people.root_keys))}</dd>
                        </dl>
                    </section>
                }
            })
        })
    }
}
