//! Passkeys of one's own: adding one on this device, and taking one away.

use client::staff::message::{Answer, Ask, Failure};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::api::{MAX_SESSION_NAME, PasskeyOptions, PasskeyView};

use super::super::form::{Line, Problems, focus, line};
use super::super::{authenticator, calendar, icon};
use super::Own;
use crate::text::staff as t;

/// The list, and a form to add one.
#[component]
pub fn Passkeys() -> impl IntoView {
    let own: Own = expect_context();
    let adding = RwSignal::new(false);
    let list = move || {
        own.view
            .with(|view| view.as_ref().map(|view| view.passkeys.clone()))
            .unwrap_or_default()
    };
    view! {
        <section class="panel no-print" aria-labelledby="passkeys">
            <h2 id="passkeys" tabindex="-1">{t::passkeys()}</h2>
            <p>{t::passkeys_words()}</p>
            {move || {
                let list = list();
                if list.is_empty() {
                    view! { <p class="soft">{t::passkeys_none()}</p> }.into_any()
                } else {
                    view! {
                        <ul class="list">
                            {list.into_iter().map(|passkey| view! { <Row passkey /> }).collect_view()}
                        </ul>
                    }
                        .into_any()
                }
            }}
            {move || if !authenticator::is_there() {
                view! { <p class="soft xs">{t::passkeys_old_browser()}</p> }.into_any()
            } else if adding.get() {
                view! { <Add adding /> }.into_any()
            } else {
                view! {
                    <div class="row">
                        <button type="button" class="btn" on:click=move |_| {
                            adding.set(true);
                            focus("passkey-name");
                        }>{icon::small(icon::KEY)} {t::passkey_add()}</button>
                    </div>
                }
                    .into_any()
            }}
        </section>
    }
}

#[component]
fn Row(passkey: PasskeyView) -> impl IntoView {
    let own: Own = expect_context();
    let name = if passkey.name.is_empty() {
        t::session_unnamed().to_owned()
    } else {
        passkey.name
    };
    let credential = StoredValue::new(passkey.credential);
    let remove = move |_| {
        let credential = credential.get_value();
        own.change(&Ask::RemovePasskey { credential }, move || {
            own.desk.say(t::say_passkey_removed());
            focus("passkeys");
        });
    };
    view! {
        <li>
            <span>
                <b>{name.clone()}</b>
                <span class="soft xs line">{t::passkey_added(&calendar::short_date(i64::from(passkey.added_day)))}</span>
            </span>
            <button type="button" class="btn" on:click=remove>
                {icon::small(icon::OUT)} {t::passkey_remove()} <span class="sr">{name}</span>
            </button>
        </li>
    }
}

#[component]
fn Add(adding: RwSignal<bool>) -> impl IntoView {
    let own: Own = expect_context();
    let name = RwSignal::new(String::new());
    let problems = Problems::new();
    let busy = RwSignal::new(false);
    let make = move |options: PasskeyOptions, name: String| {
        spawn_local(async move {
            let made = authenticator::create(&options, name).await;
            busy.set(false);
            let Some(made) = made else {
                problems.tell("passkey-name", t::passkey_not_made().to_owned());
                return;
            };
            own.change(&Ask::AddPasskey(Box::new(made)), move || {
                adding.set(false);
                own.desk.say(t::say_passkey_added());
                focus("passkeys");
            });
        });
    };
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = name.get_untracked().trim().to_owned();
        if words.is_empty() || words.len() > MAX_SESSION_NAME {
            problems.tell("passkey-name", t::wrong_passkey_name().to_owned());
            return;
        }
        if busy.get_untracked() {
            return;
        }
        problems.show(Vec::new());
        own.failure.set(None);
        busy.set(true);
        own.desk.ask(&Ask::PasskeyOptions, move |answer| {
            let why = match answer {
                Ok(Answer::PasskeyOptions(options)) => return make(*options, words.clone()),
                Ok(_) => Failure::Broken,
                Err(why) => why,
            };
            busy.set(false);
            own.failure.set(Some(why));
        });
    };
    view! {
        <form class="stack-s" novalidate on:submit=add>
            {line(
                Line::text("passkey-name", t::passkey_name()).hint(t::passkey_name_hint()),
                name,
                problems,
            )}
            <div class="row">
                <button type="submit" class="btn btn-go" aria-disabled=move || busy.get().then_some("true")>
                    {icon::small(icon::KEY)} {t::passkey_make()}
                </button>
                <button type="button" class="btn" on:click=move |_| {
                    adding.set(false);
                    focus("passkeys");
                }>{t::cancel()}</button>
            </div>
        </form>
    }
}
