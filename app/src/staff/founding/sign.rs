//! A founder compares the words of the two others face to face and signs the first list with the root key from paper.

use client::staff::message::{Answer, Failure, Founding, FoundingStep};
use leptos::ev;
use leptos::prelude::*;
use protocol::id::Hash;

use super::Founds;
use crate::staff::acting::Acting;
use crate::staff::form::{self, Line, Problems, line};
use crate::staff::icon;
use crate::text::staff as t;

/// The form.
#[component]
pub fn Sign(founds: Founds, founding: Founding) -> impl IntoView {
    let root_key = RwSignal::new(String::new());
    let compared = RwSignal::new(Vec::<Hash>::new());
    let acting = Acting::new(founds.desk);
    let problems = Problems::new();
    let others = founding.founders.iter().filter(|founder| !founder.you);
    let others: Vec<_> = others.cloned().collect();
    let count = others.len();
    let sign = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        if compared.with_untracked(Vec::len) < count {
            wrong.push(("compared-0", t::wrong_compared().to_owned()));
        }
        if root_key.with_untracked(|key| key.trim().is_empty()) {
            wrong.push(("root-key", t::wrong_root_key().to_owned()));
        }
        if !problems.show(wrong) {
            return;
        }
        let step = FoundingStep::Sign {
            root_key: root_key.get_untracked(),
            compared: compared.get_untracked(),
        };
        acting.ask(&founds.with_link(step), move |answer| {
            match answer {
                Ok(Answer::Founding(founding)) => founds.show(founding),
                Ok(_) => return Err(Failure::Broken),
                Err(Failure::BadRootKey) => {
                    problems.tell("root-key", t::found_wrong_root().to_owned());
                }
                Err(Failure::Field { .. }) => {
                    problems.tell("compared-0", t::wrong_compared().to_owned());
                }
                Err(why) => return Err(why),
            }
            Ok(())
        });
    };
    let ticks = others.into_iter().enumerate().map(|(at, other)| {
        let id = format!("compared-{at}");
        let keys = other.keys;
        view! {
            <li class="stack-s">
                <p>
                    <b>{other.name.clone()}</b> <br />
                    <span class="found-words">{other.words.join(" ")}</span>
                </p>
                <div class="row tick-row">
                    <input class="tick" type="checkbox" id=id.clone() on:change=move |event| {
                        let chosen = event_target_checked(&event);
                        compared.update(|all| {
                            all.retain(|one| Some(*one) != keys);
                            all.extend(keys.filter(|_| chosen));
                        });
                    } />
                    <label for=id>{t::found_compared(&other.name)}</label>
                </div>
            </li>
        }
    });
    view! {
        <form class="stack" novalidate on:submit=sign>
            <h2>{t::found_sign()}</h2>
            <p>{t::found_sign_words()}</p>
            {form::summary(problems)}
            {form::trouble(move || acting.failure())}
            <ul class="found-compare">{ticks.collect_view()}</ul>
            {founding.fingerprint.map(|print| view! {
                <div class="stack-s">
                    <p>{t::found_fingerprint()}</p>
                    <p class="code found-print">{print}</p>
                </div>
            })}
            {line(
                Line { code: true, autocomplete: "off", ..Line::text("root-key", t::found_root()) }.hint(t::found_root_hint()),
                root_key,
                problems,
            )}
            <button type="submit" class="btn btn-go btn-big" aria-disabled=move || acting.waits()>{icon::small(icon::KEY)} {t::found_sign_go()}</button>
            {form::progress(acting.busy())}
        </form>
    }
}
