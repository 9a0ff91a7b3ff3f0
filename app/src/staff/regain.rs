//! For somebody who cannot sign in: ask colleagues for one's keys back, print the new kit, come back later.
//!
//! Nothing is stored in the browser: the new password and the new kit are what somebody comes back with.

use client::staff::message::{Answer, Ask, Asked, Failure, Kit, Regained};
use leptos::prelude::*;

use super::check;
use super::desk::{Desk, Door, Prefill};
use super::form::{self, Line, Problems, focus, line};
use super::fragment::Secret;
use super::kit::KitPage;
use super::sign_in::{mark, wrong};
use super::{calendar, icon};
use crate::text::staff as t;

/// Where the person is.
#[derive(Clone)]
enum Step {
    /// Asking for the first time.
    Asking,
    /// The words to read out, and the kit.
    Asked(Asked),
    /// Back with the new password and kit.
    Back,
    Waiting {
        given: u32,
        words: Vec<String>,
        ends_hour: u32,
    },
    Done,
}

/// The whole page.
#[component]
pub fn Regain() -> impl IntoView {
    let desk = Desk::here();
    let step = RwSignal::new(Step::Asking);
    let go = Callback::new(move |next: Step| {
        let asked = matches!(next, Step::Asked(_));
        step.set(next);
        focus(if asked { "asked-title" } else { "gate-title" });
    });
    focus("gate-title");
    let printed = Callback::new(move |kit: Kit| {
        desk.prefill.set(Prefill {
            user: kit.user.clone(),
            account_secret: Secret(kit.account_secret.clone()),
            demo: None,
        });
        go.run(Step::Back);
    });
    let sign_in = move |_| desk.door.set(Door::SignIn);
    view! {
        <main class="gate gate-wide" id="main">
            {move || match step.get() {
                Step::Asking => view! { <Start go /> }.into_any(),
                Step::Asked(asked) => {
                    let words = asked.words.join(" ");
                    view! {
                        <section class="gate-card no-print" aria-labelledby="asked-title">
                            <h2 id="asked-title" tabindex="-1">{t::regain_asked()}</h2>
                            <p>{t::regain_read_out()}</p>
                            <p class="words-row"><b>{words}</b></p>
                            <p class="soft">{t::regain_until(&calendar::hour(asked.ends_hour))}</p>
                        </section>
                        <KitPage kit=asked.kit finish=printed />
                    }
                        .into_any()
                }
                Step::Back => view! { <Back go /> }.into_any(),
                Step::Waiting { given, words, ends_hour } => view! {
                    <section class="gate-card stack" aria-labelledby="gate-title">
                        <h1 id="gate-title" tabindex="-1">{t::regain_waiting()}</h1>
                        <p>{t::regain_waiting_words(i64::from(given))}</p>
                        <p>{t::regain_read_out()}</p>
                        <p class="words-row"><b>{words.join(" ")}</b></p>
                        <p class="soft">{t::regain_until(&calendar::hour(ends_hour))}</p>
                        <button type="button" class="btn btn-go" on:click=move |_| go.run(Step::Back)>{t::again()}</button>
                    </section>
                }
                    .into_any(),
                Step::Done => view! {
                    <section class="gate-card stack" aria-labelledby="gate-title">
                        <h1 id="gate-title" tabindex="-1">{t::regain_done()}</h1>
                        <p>{t::regain_done_words()}</p>
                        <button type="button" class="btn btn-go btn-big" on:click=sign_in>
                            {icon::small(icon::UNLOCK)} {t::sign_in_go()}
                        </button>
                    </section>
                }
                    .into_any(),
            }}
            {move || (!matches!(step.get(), Step::Done)).then(|| view! {
                <p class="soft xs gate-foot no-print">
                    <button type="button" class="link" on:click=sign_in>{t::regain_to_sign_in()}</button>
                </p>
            })}
        </main>
    }
}

/// Name, new password and a code.
#[component]
fn Start(go: Callback<Step>) -> impl IntoView {
    let desk = Desk::here();
    let user = RwSignal::new(desk.prefill.with_untracked(|prefill| prefill.user.clone()));
    let [password, again, code] = [(); 3].map(|()| RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let problems = Problems::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let found = check::accept(
            &user.get_untracked(),
            &password.get_untracked(),
            &again.get_untracked(),
            &code.get_untracked(),
        );
        let found = found.into_iter().map(|(id, why)| (id, wrong(id, why)));
        if !problems.show(found.collect()) {
            return;
        }
        busy.set(true);
        let ask = Ask::AskRecovery {
            slug: desk.slug.get_untracked(),
            user: check::user(&user.get_untracked()).unwrap_or_default(),
            password: password.get_untracked(),
            code: check::code(&code.get_untracked()).unwrap_or_default(),
        };
        desk.ask(&ask, move |answer| {
            busy.set(false);
            code.set(String::new());
            match answer {
                Ok(Answer::Asked(asked)) => go.run(Step::Asked(asked)),
                Ok(_) => failure.set(Some(Failure::Broken)),
                Err(Failure::WeakPassword) => problems.tell("password", t::fail_weak().to_owned()),
                Err(Failure::PlainPassword) => {
                    problems.tell("password", t::fail_plain().to_owned());
                }
                Err(Failure::SignInRefused) => {
                    problems.tell("code", t::regain_refused().to_owned());
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    view! {
        <section class="gate-card" aria-labelledby="gate-title">
            <p class="gate-mark">{mark()}<span>"Sotto"</span></p>
            <h1 id="gate-title" tabindex="-1">{t::regain_title()}</h1>
            <p>{t::regain_words()}</p>
            <p class="soft">{t::regain_words_kit()}</p>
            <p><button type="button" class="link" on:click=move |_| go.run(Step::Back)>{t::regain_asked_before()}</button></p>
            <form class="stack" novalidate on:submit=submit>
                {form::summary(problems)}
                {form::trouble(move || failure.get())}
                {line(Line { autocomplete: "username", ..Line::text("user", t::sign_in_user()) }, user, problems)}
                {line(
                    Line { kind: "password", autocomplete: "new-password", ..Line::text("password", t::regain_new_password()) }
                        .hint(t::regain_new_password_hint()),
                    password,
                    problems,
                )}
                {line(
                    Line { kind: "password", autocomplete: "new-password", ..Line::text("again", t::regain_again()) },
                    again,
                    problems,
                )}
                {line(
                    Line { autocomplete: "one-time-code", code: true, ..Line::text("code", t::sign_in_code()) }
                        .hint(t::sign_in_code_hint()),
                    code,
                    problems,
                )}
                <button type="submit" class="btn btn-go btn-big" aria-disabled=move || busy.get().then_some("true")>
                    {icon::small(icon::KEY)} {t::regain_ask()}
                </button>
                {form::progress(busy.into())}
            </form>
        </section>
    }
}

/// New password, new kit and a code; the old kit if it is at hand.
#[component]
fn Back(go: Callback<Step>) -> impl IntoView {
    let desk = Desk::here();
    let start = desk.prefill.get_untracked();
    let user = RwSignal::new(start.user.clone());
    let secret = RwSignal::new(start.account_secret.0.clone());
    let [password, code, old] = [(); 3].map(|()| RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let problems = Problems::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let found = check::sign_in(
            &user.get_untracked(),
            &password.get_untracked(),
            &secret.get_untracked(),
            &code.get_untracked(),
            false,
        );
        let found = found.into_iter().map(|(id, why)| (id, wrong(id, why)));
        if !problems.show(found.collect()) {
            return;
        }
        busy.set(true);
        let ask = Ask::ComeBack {
            slug: desk.slug.get_untracked(),
            user: user.get_untracked().trim().to_lowercase(),
            password: password.get_untracked(),
            account_secret: secret.get_untracked().trim().to_owned(),
            code: check::code(&code.get_untracked()).unwrap_or_default(),
            old_secret: old.get_untracked().trim().to_owned(),
        };
        desk.ask(&ask, move |answer| {
            busy.set(false);
            code.set(String::new());
            match answer {
                Ok(Answer::Regained(Regained::Done)) => {
                    desk.prefill.set(Prefill {
                        user: user.get_untracked(),
                        account_secret: Secret(secret.get_untracked()),
                        demo: None,
                    });
                    go.run(Step::Done);
                }
                Ok(Answer::Regained(Regained::Waiting {
                    given,
                    words,
                    ends_hour,
                })) => {
                    desk.prefill.set(Prefill {
                        user: user.get_untracked(),
                        account_secret: Secret(secret.get_untracked()),
                        demo: None,
                    });
                    go.run(Step::Waiting {
                        given,
                        words,
                        ends_hour,
                    });
                }
                Ok(_) => failure.set(Some(Failure::Broken)),
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    view! {
        <section class="gate-card" aria-labelledby="gate-title">
            <p class="gate-mark">{mark()}<span>"Sotto"</span></p>
            <h1 id="gate-title" tabindex="-1">{t::regain_back()}</h1>
            <p>{t::regain_back_words()}</p>
            <form class="stack" novalidate on:submit=submit>
                {form::summary(problems)}
                {form::trouble(move || failure.get())}
                {line(Line { autocomplete: "username", ..Line::text("user", t::sign_in_user()) }, user, problems)}
                {line(
                    Line { kind: "password", autocomplete: "current-password", ..Line::text("password", t::regain_new_password()) },
                    password,
                    problems,
                )}
                {line(
                    Line { code: true, ..Line::text("secret", t::regain_new_secret()) }.hint(t::sign_in_secret_hint()),
                    secret,
                    problems,
                )}
                {line(
                    Line { autocomplete: "one-time-code", code: true, ..Line::text("code", t::sign_in_code()) }
                        .hint(t::regain_code_hint()),
                    code,
                    problems,
                )}
                {line(
                    Line { code: true, ..Line::text("old-secret", t::regain_old_secret()) }.hint(t::regain_old_secret_hint()),
                    old,
                    problems,
                )}
                <button type="submit" class="btn btn-go btn-big" aria-disabled=move || busy.get().then_some("true")>
                    {icon::small(icon::UNLOCK)} {t::regain_look()}
                </button>
                {form::progress(busy.into())}
            </form>
        </section>
    }
}
