//! How a founding stands: who joined, who signed, what this person can do now; and the school that came of it.

use client::staff::message::{Founder, Founding};
use leptos::prelude::*;

use super::sign::Sign;
use super::{Founds, Step};
use crate::staff::{calendar, icon, word};
use crate::text::staff as t;

/// Who is there, who signed, and what this person can do now.
#[component]
pub fn Stands(founds: Founds, founding: Founding) -> impl IntoView {
    let whole = founding.founders.iter().all(|one| one.keys.is_some());
    let you = founding.founders.iter().find(|founder| founder.you);
    let signed = you.is_some_and(|you| you.signed);
    let may_sign = whole && you.is_some() && !signed;
    let console = you.is_none();
    let words = match (whole, signed) {
        (false, _) => t::found_waits(),
        (true, true) => t::found_one_more(),
        (true, false) if console => t::found_whole_console(),
        (true, false) => t::found_whole(),
    };
    let again = founding.clone();
    view! {
        <section class="gate-card stack" aria-labelledby="gate-title">
            <p class="soft xs">{t::found_step(if whole { "4" } else { "3" })}</p>
            <h1 id="gate-title" tabindex="-1">{t::found_stands()}</h1>
            <p>{words}</p>
            <ul class="found-people">{founding.founders.iter().map(line).collect_view()}</ul>
            <p>
                <button type="button" class="btn" on:click=move |_| founds.look()>{t::found_again()}</button>
            </p>
            {may_sign.then(|| view! { <Sign founds founding=founding.clone() /> })}
            <p class="xs soft">{t::found_until(&calendar::long_date(founding.last_day.into()))}</p>
            {console
                .then(|| {
                    view! {
                        <details>
                            <summary>{t::found_anew()}</summary>
                            <div class="stack-s">
                                <p>{t::found_anew_words()}</p>
                                <p>
                                    <button
                                        type="button"
                                        class="btn"
                                        on:click=move |_| founds.go(Step::Begin(Box::new(again.clone())))
                                    >
                                        {t::found_anew_go()}
                                    </button>
                                </p>
                            </div>
                        </details>
                    }
                })}
        </section>
    }
}

fn line(founder: &Founder) -> impl IntoView + use<> {
    let (mark, state) = match (founder.keys.is_some(), founder.signed) {
        (_, true) => (icon::KEY, t::found_signed()),
        (true, false) => (icon::TICK, t::found_joined()),
        (false, false) => (icon::CLOCK, t::found_missing()),
    };
    let name = founder.name.clone();
    view! {
        <li>
            <span>
                <b>{name}</b>
                {founder.you.then(|| view! { " " <span class="soft">{t::found_you()}</span> })}
                <br />
                <span class="soft xs">{word::role(founder.role)}</span>
            </span>
            <span class="found-state">{icon::small(mark)} {state}</span>
        </li>
    }
}

/// The school is there: where to sign in, and what comes next.
#[component]
pub fn Founded(founding: Founding) -> impl IntoView {
    let path = format!("/s/{}/staff", founding.slug);
    view! {
        <section class="gate-card stack" aria-labelledby="gate-title">
            <h1 id="gate-title" tabindex="-1">{t::found_done()}</h1>
            <p>{t::found_done_words()}</p>
            <ol class="steps">
                <li>{t::found_next_sign_in()}</li>
                <li>{t::found_next_people()}</li>
                <li>{t::found_next_gate()}</li>
                <li>{t::found_next_posters()}</li>
            </ol>
            <p>
                <a class="btn btn-go btn-big" href=path>{icon::small(icon::KEY)} {t::found_sign_in()}</a>
            </p>
        </section>
    }
}
