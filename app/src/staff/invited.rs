//! An invited adult: who the invitation is for, a name and password, the second factor, then keys made on this device.
//!
//! The printed kit is shown once. Nothing here is stored in the browser.

use client::staff::message::{Answer, Ask, Failure, Invitation, Kit};
use leptos::prelude::*;
use protocol::api::PasswordRule;

use super::check;
use super::desk::{Desk, Door, Prefill};
use super::form::{self, Line, Problems, focus, line};
use super::fragment::Secret;
use super::icon;
use super::kit::KitPage;
use super::qr::qr;
use super::sign_in::{mark, wrong};
use super::word;
use crate::text::staff as t;

/// Where the invited person is.
#[derive(Clone)]
enum Step {
    Looking,
    Failed(Failure),
    Choosing(Invitation),
    Printing(Kit),
}

/// The whole page of an invited person.
#[component]
pub fn Invited() -> impl IntoView {
    let desk = Desk::here();
    let step = RwSignal::new(Step::Looking);
    let look = move || {
        step.set(Step::Looking);
        let ask = Ask::LookInvite {
            token: desk.invite.get_untracked().0.clone(),
        };
        desk.ask(&ask, move |answer| {
            step.set(match answer {
                Ok(Answer::Invitation(invitation)) => Step::Choosing(invitation),
                Ok(_) => Step::Failed(Failure::Broken),
                Err(failure) => Step::Failed(failure),
            });
            focus("gate-title");
        });
    };
    look();
    let accepted = Callback::new(move |kit: Kit| {
        step.set(Step::Printing(kit));
        focus("gate-title");
    });
    let finish = Callback::new(move |kit: Kit| {
        desk.prefill.set(Prefill {
            user: kit.user.clone(),
            account_secret: Secret(kit.account_secret.clone()),
            demo: None,
        });
        desk.invite.set(Secret::default());
        desk.door.set(Door::SignIn);
    });
    view! {
        <main class="gate gate-wide" id="main">
            {move || match step.get() {
                Step::Looking => view! {
                    <section class="gate-card">
                        <h1 id="gate-title" tabindex="-1">{t::invite_looking()}</h1>
                    </section>
                }
                    .into_any(),
                Step::Failed(failure) => {
                    let again = failure == Failure::Unreachable;
                    view! {
                        <section class="gate-card stack">
                            <h1 id="gate-title" tabindex="-1">{t::invite_failed()}</h1>
                            {form::trouble(move || Some(failure.clone()))}
                            {again.then(|| view! {
                                <button type="button" class="btn btn-go" on:click=move |_| look()>{t::again()}</button>
                            })}
                        </section>
                    }
                        .into_any()
                }
                Step::Choosing(invitation) => view! { <Choose invitation accepted /> }.into_any(),
                Step::Printing(kit) => view! { <KitPage kit finish /> }.into_any(),
            }}
        </main>
    }
}

/// The secret inside an `otpauth` address, in groups of four for typing by hand.
pub(super) fn typed_secret(otpauth: &str) -> String {
    let secret = otpauth
        .split_once("secret=")
        .map_or("", |(_, rest)| rest.split('&').next().unwrap_or(""));
    secret
        .as_bytes()
        .chunks(4)
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[component]
fn Choose(invitation: Invitation, accepted: Callback<Kit>) -> impl IntoView {
    let desk = Desk::here();
    let (user, password, again, code) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let problems = Problems::new();
    let reads = invitation.role.reads();
    let password_hint = match invitation.password_rule {
        PasswordRule::Length => t::invite_password_hint(),
        PasswordRule::Kinds => t::invite_password_hint_kinds(),
    };

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
        if !problems.show(
            found
                .into_iter()
                .map(|(id, why)| (id, wrong(id, why)))
                .collect(),
        ) {
            return;
        }
        busy.set(true);
        let ask = Ask::AcceptInvite {
            token: desk.invite.get_untracked().0.clone(),
            user: check::user(&user.get_untracked()).unwrap_or_default(),
            password: password.get_untracked(),
            code: check::code(&code.get_untracked()).unwrap_or_default(),
        };
        desk.ask(&ask, move |answer| {
            busy.set(false);
            match answer {
                Ok(Answer::Kit(kit)) => accepted.run(kit),
                Ok(_) => failure.set(Some(Failure::Broken)),
                Err(Failure::NameTaken) => problems.tell("user", t::fail_taken().to_owned()),
                Err(Failure::WeakPassword) => problems.tell("password", t::fail_weak().to_owned()),
                Err(Failure::PlainPassword) => {
                    problems.tell("password", t::fail_plain().to_owned());
                }
                Err(Failure::Field { name }) if name == "user" => {
                    problems.tell("user", t::wrong_name().to_owned())
                }
                Err(Failure::SignInRefused | Failure::Field { .. }) => {
                    problems.tell("code", t::wrong_code_refused().to_owned())
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    view! {
        <section class="gate-card" aria-labelledby="gate-title">
            <p class="gate-mark">{mark()}<span>"Sotto"</span></p>
            <h1 id="gate-title" tabindex="-1">{t::invite_title(&invitation.name)}</h1>
            <p>{t::invite_words(&invitation.school_name, word::role(invitation.role))}</p>
            <p class="soft">{if reads { t::invite_reads() } else { t::invite_admin() }}</p>
            <form class="stack" novalidate on:submit=submit>
                {form::summary(problems)}
                {form::trouble(move || failure.get())}
                <h2>{t::invite_step_name()}</h2>
                {line(
                    Line { autocomplete: "username", ..Line::text("user", t::sign_in_user()) }.hint(t::invite_user_hint()),
                    user,
                    problems,
                )}
                {line(
                    Line {
                        kind: "password",
                        autocomplete: "new-password",
                        ..Line::text("password", t::sign_in_password())
                    }
                        .hint(password_hint),
                    password,
                    problems,
                )}
                {line(
                    Line {
                        kind: "password",
                        autocomplete: "new-password",
                        ..Line::text("again", t::invite_again())
                    },
                    again,
                    problems,
                )}
                <h2>{t::invite_step_code()}</h2>
                <div class="scan">
                    {qr(&invitation.otpauth, t::invite_qr())}
                    <div class="stack-s">
                        <p>{t::invite_scan()}</p>
                        <details>
                            <summary>{t::invite_by_hand()}</summary>
                            <p class="code">{typed_secret(&invitation.otpauth)}</p>
                        </details>
                        {line(
                            Line {
                                autocomplete: "one-time-code",
                                code: true,
                                ..Line::text("code", t::invite_code())
                            },
                            code,
                            problems,
                        )}
                    </div>
                </div>
                <button type="submit" class="btn btn-go btn-big" aria-disabled=move || busy.get().then_some("true")>
                    {icon::small(icon::KEY)}
                    {move || if busy.get() { t::invite_busy() } else { t::invite_go() }}
                </button>
                {form::progress(busy.into())}
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::typed_secret;

    #[test]
    fn the_secret_can_be_typed_in_groups() {
        let address = "otpauth://totp/Sotto:kaur?secret=ABCDEFGHIJ&issuer=Sotto";
        assert_eq!(typed_secret(address), "ABCD EFGH IJ");
        assert_eq!(typed_secret("otpauth://totp/x"), "");
    }
}
