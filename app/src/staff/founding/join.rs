//! A founder makes an account: name, password, second factor; reading keys and a root key are made on this device.

use client::staff::message::{Answer, Failure, Founding, FoundingStep};
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{PasswordRule, Role};

use super::{Founds, Step};
use crate::staff::acting::Acting;
use crate::staff::form::{self, Line, Problems, line};
use crate::staff::invited::typed_secret;
use crate::staff::qr::qr;
use crate::staff::sign_in::{mark, wrong};
use crate::staff::{check, icon, word};
use crate::text::staff as t;

/// The form.
#[component]
pub fn Join(founds: Founds, founding: Founding) -> impl IntoView {
    let otpauth = founding.otpauth.unwrap_or_default();
    let you = founding.founders.into_iter().find(|founder| founder.you);
    let (name, role) = you.map_or((String::new(), Role::Admin), |you| (you.name, you.role));
    let school = founding.settings.map(|settings| settings.name);
    let school = school.unwrap_or_default();
    let password_hint = match founding.password_rule {
        PasswordRule::Length => t::invite_password_hint(),
        PasswordRule::Kinds => t::invite_password_hint_kinds(),
    };
    let text = || RwSignal::new(String::new());
    let (user, password, again, code) = (text(), text(), text(), text());
    let acting = Acting::new(founds.desk);
    let problems = Problems::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if acting.is_busy() {
            return;
        }
        let get = |signal: RwSignal<String>| signal.get_untracked();
        let found = check::accept(&get(user), &get(password), &get(again), &get(code));
        let found = found.into_iter().map(|(id, why)| (id, wrong(id, why)));
        if !problems.show(found.collect()) {
            return;
        }
        let step = FoundingStep::Join {
            user: check::user(&get(user)).unwrap_or_default(),
            password: get(password),
            code: check::code(&get(code)).unwrap_or_default(),
        };
        acting.ask(&founds.with_link(step), move |answer| {
            match answer {
                Ok(Answer::FounderKit(kit)) => founds.go(Step::Print(kit)),
                Ok(_) => return Err(Failure::Broken),
                Err(Failure::NameTaken) => problems.tell("user", t::fail_taken().to_owned()),
                Err(Failure::WeakPassword) => problems.tell("password", t::fail_weak().to_owned()),
                Err(Failure::PlainPassword) => {
                    problems.tell("password", t::fail_plain().to_owned());
                }
                Err(Failure::Field { name }) if name == "user" => {
                    problems.tell("user", t::wrong_name().to_owned());
                }
                Err(Failure::SignInRefused | Failure::Field { .. }) => {
                    problems.tell("code", t::wrong_code_refused().to_owned());
                }
                Err(why) => return Err(why),
            }
            Ok(())
        });
    };
    let new = |id, label| Line {
        kind: "password",
        autocomplete: "new-password",
        ..Line::text(id, label)
    };
    view! {
        <section class="gate-card" aria-labelledby="gate-title">
            <p class="gate-mark">{mark()}<span>"Sotto"</span></p>
            <p class="soft xs">{t::found_step("3")}</p>
            <h1 id="gate-title" tabindex="-1">{t::invite_title(&name)}</h1>
            <p>{t::found_join_as(&school, word::role(role))}</p>
            <p class="soft">{if role.reads() { t::found_join_reads() } else { t::found_join_admin() }}</p>
            <p class="soft">{t::found_join_words()}</p>
            <form class="stack" novalidate on:submit=submit>
                {form::summary(problems)}
                {form::trouble(move || acting.failure())}
                <h2>{t::invite_step_name()}</h2>
                {line(
                    Line { autocomplete: "username", ..Line::text("user", t::sign_in_user()) }.hint(t::invite_user_hint()),
                    user,
                    problems,
                )}
                {line(new("password", t::sign_in_password()).hint(password_hint), password, problems)}
                {line(new("again", t::invite_again()), again, problems)}
                <h2>{t::invite_step_code()}</h2>
                <div class="scan">
                    {qr(&otpauth, t::invite_qr())}
                    <div class="stack-s">
                        <p>{t::invite_scan()}</p>
                        <details>
                            <summary>{t::invite_by_hand()}</summary>
                            <p class="code">{typed_secret(&otpauth)}</p>
                        </details>
                        {line(
                            Line { autocomplete: "one-time-code", code: true, ..Line::text("code", t::invite_code()) },
                            code,
                            problems,
                        )}
                    </div>
                </div>
                <button type="submit" class="btn btn-go btn-big" aria-disabled=move || acting.waits()>
                    {icon::small(icon::KEY)}
                    {move || if acting.busy().get() { t::invite_busy() } else { t::invite_go() }}
                </button>
                {form::progress(acting.busy())}
            </form>
        </section>
    }
}
