//! Signing in, and coming back after the screen locked.
//!
//! The password is forgotten by the page as soon as it was handed to the worker. The account secret stays in this
//! page's memory until sign-out, so that a locked screen asks for password and code only: alone it opens nothing.

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;
use protocol::api::PasskeyProof;

use super::authenticator;
use super::check::{self, Wrong};
use super::desk::{Desk, Door, Why};
use super::form::{self, Line, Problems, focus, line};
use super::icon;
use crate::text::staff as t;

/// The words for what is wrong with a box of the sign-in and invitation forms.
#[must_use]
pub fn wrong(id: &str, wrong: Wrong) -> String {
    match (id, wrong) {
        ("user", Wrong::Empty) => t::wrong_user(),
        ("password", Wrong::Empty) => t::wrong_password(),
        ("secret", _) => t::wrong_secret(),
        (_, Wrong::Name) => t::wrong_name(),
        (_, Wrong::Short) => t::wrong_short(),
        (_, Wrong::Differ) => t::wrong_differ(),
        (_, Wrong::Code) => t::wrong_code(),
        ("outcome", _) => t::wrong_outcome(),
        ("closing-message", _) => t::wrong_closing_message(),
        (_, Wrong::Choose) => t::wrong_choose(),
        (_, Wrong::Empty) => t::wrong_rationale(),
    }
    .to_owned()
}

/// The sign-in form, alone on the page.
#[component]
pub fn SignIn() -> impl IntoView {
    let desk = Desk::here();
    let locked = move || match desk.door.get() {
        Door::Locked(why) => Some(why),
        _ => None,
    };
    let pupil_page = match desk.slug.get_untracked().as_str() {
        "-" => "/".to_owned(),
        slug => format!("/s/{slug}"),
    };
    view! {
        <main class="gate" id="main">
            <section class="gate-card" aria-labelledby="gate-title">
                <p class="gate-mark">{mark()}<span>"Sotto"</span></p>
                <h1 id="gate-title" tabindex="-1">
                    {move || match locked() {
                        None => t::sign_in_title(),
                        Some(Why::Idle) => t::locked_title(),
                        Some(Why::Ended) => t::ended_title(),
                        Some(Why::Broken) => t::stopped_title(),
                    }}
                </h1>
                <p class="soft">
                    {move || match locked() {
                        None => desk.school.get().map_or_else(
                            || t::sign_in_school_wait().to_owned(),
                            |(name, _)| t::sign_in_school(&name),
                        ),
                        Some(Why::Idle) => t::locked_words().to_owned(),
                        Some(Why::Ended) => t::ended_words().to_owned(),
                        Some(Why::Broken) => t::stopped_words().to_owned(),
                    }}
                </p>
                {move || {
                    (locked().is_some() && desk.drafts.with(super::drafts::Drafts::any))
                        .then(|| view! { <p class="kept">{icon::small(icon::NOTE)} {t::locked_kept()}</p> })
                }}
                <Form />
            </section>
            <p class="soft xs gate-foot">
                {t::regain_cannot()} " "
                <button type="button" class="link" on:click=move |_| desk.door.set(Door::Regain)>{t::regain_link()}</button>
            </p>
            <p class="soft xs gate-foot">{t::sign_in_pupil()} " " <a href=pupil_page>{t::sign_in_pupil_link()}</a></p>
        </main>
    }
}

/// The small house mark; decoration beside the name.
pub fn mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
            <path class="d-wood" d="M5 19V11a7 7 0 0 1 14 0v8Z"></path>
            <path class="d-light" d="M3 20.500h18v1.500H3z"></path>
            <path class="d-paper" d="M9.500 16.500h5v4h-5z"></path>
        </svg>
    }
}

#[component]
fn Form() -> impl IntoView {
    let desk = Desk::here();
    let start = desk.prefill.get_untracked();
    let demo = start.demo.clone();
    let is_demo = demo.is_some();
    let user = RwSignal::new(start.user.clone());
    let secret = RwSignal::new(start.account_secret.0.clone());
    let password = RwSignal::new(
        demo.as_ref()
            .map(|demo| demo.password.clone())
            .unwrap_or_default(),
    );
    let code = RwSignal::new(String::new());
    // Typed from paper it is shown, so that it can be compared; filled in it is nobody's to see.
    let secret_kind = if start.account_secret.0.is_empty() {
        "text"
    } else {
        "password"
    };
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let problems = Problems::new();

    let failed = move |why: Failure| {
        busy.set(false);
        code.set(String::new());
        let id = match why {
            Failure::BadSecret => "secret",
            _ => "user",
        };
        failure.set(Some(why));
        focus(id);
    };
    let sign_in = move |six: String, passkey: Option<PasskeyProof>| {
        let ask = Ask::SignIn {
            slug: desk.slug.get_untracked(),
            user: user.get_untracked().trim().to_lowercase(),
            password: password.get_untracked(),
            account_secret: secret.get_untracked().trim().to_owned(),
            code: six,
            passkey: passkey.map(Box::new),
        };
        desk.ask(&ask, move |answer| match answer {
            Ok(Answer::SignedIn(me)) => {
                desk.prefill.update(|prefill| {
                    prefill.user = user.get_untracked();
                    prefill.account_secret.0 = secret.get_untracked();
                });
                password.set(String::new());
                desk.enter(me);
            }
            Ok(_) => failed(Failure::Broken),
            Err(why) => failed(why),
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let six = code.get_untracked();
        let by_itself = is_demo && six.trim().is_empty();
        let found = user.with_untracked(|user| {
            password.with_untracked(|password| {
                secret.with_untracked(|secret| {
                    check::sign_in(user, password, secret, &six, by_itself)
                })
            })
        });
        if !problems.show(
            found
                .into_iter()
                .map(|(id, why)| (id, wrong(id, why)))
                .collect(),
        ) {
            return;
        }
        busy.set(true);
        match (by_itself, desk.prefill.get_untracked().demo.clone()) {
            (true, Some(demo)) => {
                // A worker started after a lock does not know yet that this school is a demo.
                let slug = desk.slug.get_untracked();
                desk.ask(&Ask::School { slug }, |_| {});
                let ask = Ask::DemoCode {
                    secret: demo.totp_secret.clone(),
                };
                desk.ask(&ask, move |answer| match answer {
                    Ok(Answer::DemoCode { code }) => sign_in(code, None),
                    Ok(_) => failed(Failure::Broken),
                    Err(why) => failed(why),
                });
            }
            _ => sign_in(check::second_factor(&six).unwrap_or_default(), None),
        }
    };
    let passkey = move |_| {
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        // Everything but the code.
        let found = user.with_untracked(|user| {
            password.with_untracked(|password| {
                secret.with_untracked(|secret| check::sign_in(user, password, secret, "", true))
            })
        });
        let found = found.into_iter().map(|(id, why)| (id, wrong(id, why)));
        if !problems.show(found.collect()) {
            return;
        }
        busy.set(true);
        let slug = Some(desk.slug.get_untracked());
        authenticator::ask(desk, slug, move |shown| match shown {
            Ok(Some(shown)) => sign_in(String::new(), Some(shown)),
            Ok(None) => {
                busy.set(false);
                problems.tell("code", t::passkey_not_shown().to_owned());
            }
            Err(why) => failed(why),
        });
    };
    focus(if start.user.is_empty() || is_demo {
        "gate-title"
    } else {
        "password"
    });
    view! {
        <form class="stack" novalidate on:submit=submit>
            {form::summary(problems)}
            {form::trouble(move || failure.get())}
            {is_demo.then(|| view! { <p class="demo-note">{t::sign_in_demo()}</p> })}
            {line(Line { autocomplete: "username", ..Line::text("user", t::sign_in_user()) }, user, problems)}
            {line(
                Line {
                    kind: "password",
                    autocomplete: "current-password",
                    ..Line::text("password", t::sign_in_password())
                },
                password,
                problems,
            )}
            {line(
                Line { code: true, kind: secret_kind, ..Line::text("secret", t::sign_in_secret()) }.hint(t::sign_in_secret_hint()),
                secret,
                problems,
            )}
            {line(
                Line { autocomplete: "one-time-code", code: true, ..Line::text("code", t::sign_in_code()) }
                    .hint(if is_demo { t::sign_in_code_demo() } else { t::sign_in_code_hint() }),
                code,
                problems,
            )}
            <button type="submit" class="btn btn-go btn-big" aria-disabled=move || busy.get().then_some("true")>
                {icon::small(icon::UNLOCK)}
                {move || if busy.get() { t::sign_in_busy() } else { t::sign_in_go() }}
            </button>
            {authenticator::is_there().then(|| view! {
                <button type="button" class="btn" aria-disabled=move || busy.get().then_some("true") on:click=passkey>
                    {icon::small(icon::KEY)} {t::passkey_use()}
                </button>
            })}
            {form::progress(busy.into())}
        </form>
    }
}
