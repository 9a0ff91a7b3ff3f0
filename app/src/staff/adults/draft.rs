//! The next directory: what would change, in words two people can compare, and the signatures that make it true.
//!
//! A root key is typed from its printed kit, handed to the worker and forgotten by this page.

use client::staff::message::{Ask, Draft, Failure};
use leptos::ev;
use leptos::prelude::*;
use protocol::id::KeyId;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Line, Problems, line};
use super::super::initials::initials;
use super::super::{calendar, icon, word};
use super::Adult;
use crate::text::staff as t;

/// Every draft, and the button that makes one when people and directory differ.
#[component]
pub fn Drafts() -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let acting = Acting::new(desk);
    let draft = move |at_once: bool| {
        if acting.is_busy() {
            return;
        }
        acting.ask(&Ask::Draft { at_once }, move |answer| adult.took(answer));
    };
    move || {
        adult.people.with(|people| {
            people.as_ref().map(|people| {
                let wanted = people.needs_draft && people.drafts.is_empty();
                view! {
                    {form::trouble(move || acting.failure())}
                    {wanted.then(|| view! {
                        <section class="two" aria-labelledby="differ">
                            <div class="stack-s">
                                <h2 id="differ">{t::draft_needed()}</h2>
                                <p class="soft">
                                    {if Adult::admin() { t::draft_needed_words() } else { t::draft_needed_admin() }}
                                </p>
                                {Adult::admin().then(|| view! { <p class="soft">{t::draft_wait()}</p> })}
                            </div>
                            {Adult::admin().then(|| view! {
                                <div class="stack-s">
                                    <button type="button" class="btn btn-go" aria-disabled=move || acting.waits() on:click=move |_| draft(false)>
                                        {icon::small(icon::PAGE)} {t::draft_make()}
                                    </button>
                                    <button type="button" class="btn" aria-disabled=move || acting.waits() on:click=move |_| draft(true)>
                                        {t::draft_make_soon()}
                                    </button>
                                </div>
                            })}
                        </section>
                    })}
                    {people.drafts.iter().cloned().map(|draft| view! { <Sign draft /> }).collect_view()}
                }
            })
        })
    }
}

/// How many signatures are still wanted.
#[must_use]
pub fn wanted(draft: &Draft) -> u8 {
    draft.needed.saturating_sub(draft.signatures)
}

#[component]
fn Sign(draft: Draft) -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let prefilled = desk
        .prefill
        .with_untracked(|prefill| prefill.demo.as_ref().and_then(|demo| demo.root_key.clone()));
    let demo = prefilled.is_some();
    let key = RwSignal::new(prefilled.unwrap_or_default());
    let acting = Acting::new(desk);
    let problems = Problems::new();
    let hash = draft.hash;
    let compared = RwSignal::new(Vec::<KeyId>::new());
    let added: Vec<KeyId> = draft.added.iter().map(|one| one.key).collect();
    let sign = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = key.get_untracked().trim().to_owned();
        let mut found = Vec::new();
        let all = added
            .iter()
            .all(|key| compared.with_untracked(|seen| seen.contains(key)));
        if !all {
            found.push(("compared-0", t::wrong_compared().to_owned()));
        }
        if typed.is_empty() {
            found.push(("root-key", t::wrong_root_key().to_owned()));
        }
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        let ask = Ask::Sign {
            draft: hash,
            root_key: typed,
            compared: compared.get_untracked(),
        };
        acting.ask(&ask, move |answer| {
            match adult.took(answer) {
                Ok(()) => {
                    key.set(String::new());
                    desk.say(t::say_signed());
                }
                Err(Failure::BadRootKey) => {
                    problems.tell("root-key", t::fail_root_key().to_owned());
                }
                Err(why) => return Err(why),
            }
            Ok(())
        });
    };
    let more = i64::from(wanted(&draft));
    let words_of = {
        let words = draft.words.clone();
        move |key: KeyId| {
            words
                .iter()
                .find(|(of, _)| *of == key)
                .map(|(_, words)| words.join(" "))
                .unwrap_or_default()
        }
    };
    let arches = (0..draft.needed)
        .map(|at| {
            if at < draft.signatures {
                view! { <span class="me">{icon::small(icon::TICK)}</span> }.into_any()
            } else {
                view! { <span class="me wait">"?"</span> }.into_any()
            }
        })
        .collect_view();
    view! {
        <section class="two" aria-labelledby="draft">
            <div class="stack">
                <h2 id="draft">{t::draft_title(i64::from(draft.version))}</h2>
                <p class="soft">{t::draft_by(&draft.drafted_by, &calendar::hour(draft.drafted_hour))}</p>
                <ul class="diff">
                    {draft.added.iter().map(|one| view! {
                        <li class="plus">
                            <span class="me" aria-hidden="true">{initials(&one.name)}</span>
                            <span>
                                <b>{t::draft_adds(&one.name)}</b> ", " {word::role(one.role)}
                                <span class="soft">{t::draft_compare()}</span>
                                <b class="words-row">{words_of(one.key)}</b>
                            </span>
                        </li>
                    }).collect_view()}
                    {draft.removed.iter().map(|one| view! {
                        <li class="minus">
                            <span class="me wait" aria-hidden="true">{initials(&one.name)}</span>
                            <span><b>{t::draft_removes(&one.name)}</b> ", " {word::role(one.role)}</span>
                        </li>
                    }).collect_view()}
                    {(draft.added.is_empty() && draft.removed.is_empty()).then(|| view! { <li>{t::draft_renews()}</li> })}
                </ul>
                {draft.from_day.map(|day| view! { <p>{t::draft_from(&calendar::long_date(i64::from(day)))}</p> })}
                <form class="stack-s" novalidate on:submit=sign>
                    {form::summary(problems)}
                    {form::trouble(move || acting.failure())}
                    {draft.added.iter().enumerate().map(|(at, one)| tick(at, one, compared)).collect_view()}
                    {form::error("compared-0", problems)}
                    {line(
                        Line { code: true, ..Line::text("root-key", t::root_key()) }
                            .hint(if demo { t::root_key_demo() } else { t::root_key_hint() }),
                        key,
                        problems,
                    )}
                    <div class="row">
                        <button type="submit" class="btn btn-go" aria-disabled=move || acting.waits()>
                            {icon::small(icon::KEY)} {t::draft_sign()}
                        </button>
                        <span class="xs soft">{t::draft_forgets()}</span>
                    </div>
                </form>
            </div>
            <div class="pair" role="img" aria-label=t::draft_more(more)>
                {arches}
                <span class="chip chip-wait">{t::draft_more(more)}</span>
            </div>
        </section>
    }
}

/// "I met them": signing is for people who did.
fn tick(
    at: usize,
    one: &client::staff::message::Adult,
    compared: RwSignal<Vec<KeyId>>,
) -> impl IntoView + use<> {
    let key = one.key;
    view! {
        <label class="row">
            <input
                type="checkbox"
                class="tick"
                id=format!("compared-{at}")
                prop:checked=move || compared.with(|seen| seen.contains(&key))
                on:change=move |event| compared.update(|seen| {
                    seen.retain(|known| *known != key);
                    if event_target_checked(&event) {
                        seen.push(key);
                    }
                })
            />
            <span>{t::draft_compared(&one.name)}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::encoding::FixedBytes;

    // 2d.8: a change of readers takes as many distinct people as the root says.
    #[test]
    fn signatures_count_down() {
        let draft = |signatures| Draft {
            hash: FixedBytes([0; 32]),
            version: 2,
            added: Vec::new(),
            removed: Vec::new(),
            words: Vec::new(),
            signatures,
            needed: 2,
            from_day: None,
            drafted_by: String::new(),
            drafted_hour: 0,
        };
        assert_eq!(wanted(&draft(0)), 2);
        assert_eq!(wanted(&draft(1)), 1);
        assert_eq!(wanted(&draft(3)), 0);
    }
}
