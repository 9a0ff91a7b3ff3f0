//! Inviting an adult by a link that works once, and the invitations that are open.

use client::staff::message::{Answer, Ask, Failure, Invited};
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{InviteRequest, Role};

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Line, Problems, focus, line};
use super::super::kit::origin;
use super::super::{calendar, icon, save, word};
use super::Adult;
use crate::text::staff as t;

/// The form, and the link once there is one.
#[component]
pub fn Invite() -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let name = RwSignal::new(String::new());
    let place = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Reader);
    let acting = Acting::new(desk);
    let done = RwSignal::new(None::<(String, Invited)>);
    let problems = Problems::new();
    let invite = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let words = name.get_untracked().trim().to_owned();
        let mut found = Vec::new();
        if words.is_empty() || words.len() > 64 {
            found.push(("invite-name", t::wrong_invite_name().to_owned()));
        }
        if place.with_untracked(|place| place.trim().len() > 64) {
            found.push(("invite-place", t::wrong_place().to_owned()));
        }
        if !problems.show(found) || acting.is_busy() {
            return;
        }
        let ask = Ask::Invite(InviteRequest {
            name: words.clone(),
            role: role.get_untracked(),
            place: place.get_untracked().trim().to_owned(),
        });
        acting.ask(&ask, move |answer| {
            let Answer::Invited(invited) = answer? else {
                return Err(Failure::Broken);
            };
            done.set(Some((words.clone(), invited)));
            name.set(String::new());
            place.set(String::new());
            adult.load();
            focus("invite-link");
            Ok(())
        });
    };
    view! {
        <section class="panel" aria-labelledby="invite">
            <h2 id="invite">{t::invite()}</h2>
            {move || done.get().map(|(name, invited)| {
                let link = format!("{}{}", origin(), invited.link);
                let copied = link.clone();
                let day = calendar::long_date(i64::from(invited.answer.expires_day));
                view! {
                    <div class="once" role="status">
                        <p><b>{t::invite_made(&name)}</b></p>
                        <label for="invite-link">{t::invite_link()}</label>
                        <textarea class="input code" id="invite-link" readonly rows="4">{link}</textarea>
                        <p class="xs">{t::invite_once(&day)}</p>
                        <div class="row">
                            <button type="button" class="btn btn-go" on:click=move |_| {
                                save::copy(&copied);
                                desk.say(t::say_copied());
                            }>{t::copy()}</button>
                            <button type="button" class="btn" on:click=move |_| done.set(None)>{t::invite_passed()}</button>
                        </div>
                    </div>
                }
            })}
            <form class="stack" novalidate on:submit=invite>
                {form::summary(problems)}
                {form::trouble(move || acting.failure())}
                {line(Line::text("invite-name", t::name()).hint(t::invite_name_hint()), name, problems)}
                <div class="field">
                    <label for="invite-role">{t::role()}</label>
                    <select
                        class="input"
                        id="invite-role"
                        on:change=move |event| {
                            let id = event_target_value(&event);
                            let found = word::ROLES.into_iter().find(|role| word::role_id(*role) == id);
                            role.set(found.unwrap_or(Role::Reader));
                        }
                    >
                        {word::ROLES.map(|each| view! {
                            <option value=word::role_id(each) selected=each == Role::Reader>{word::role(each)}</option>
                        }).collect_view()}
                    </select>
                </div>
                {line(Line::text("invite-place", t::place()).hint(t::invite_place_hint()), place, problems)}
                <button type="submit" class="btn btn-go" aria-disabled=move || acting.waits()>
                    {icon::small(icon::KEY)} {t::invite_make()}
                </button>
                <p class="xs soft">{t::invite_then()}</p>
            </form>
        </section>
    }
}

/// Open invitations; only admins are told of them.
#[component]
pub fn Invites() -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let acting = Acting::new(desk);
    let cancel = move |invite| {
        acting.ask(&Ask::CancelInvite { invite }, move |answer| {
            adult.took(answer)
        });
    };
    move || {
        let open = adult.people.with(|people| {
            people
                .as_ref()
                .map(|people| people.list.invites.clone())
                .unwrap_or_default()
        });
        (!open.is_empty()).then(|| {
            view! {
                <section class="panel" aria-labelledby="invites">
                    <h2 id="invites">{t::invites_open()}</h2>
                    {form::trouble(move || acting.failure())}
                    <ul class="list">
                        {open.into_iter().map(|invite| {
                            let id = invite.invite;
                            view! {
                                <li>
                                    <span>
                                        <b>{invite.name.clone()}</b> ", " {word::role(invite.role)}
                                        <span class="soft xs">{t::invite_until(&calendar::short_date(i64::from(invite.expires_day)))}</span>
                                    </span>
                                    <button type="button" class="btn" on:click=move |_| cancel(id)>
                                        {t::invite_cancel()} <span class="sr">{invite.name.clone()}</span>
                                    </button>
                                </li>
                            }
                        }).collect_view()}
                    </ul>
                </section>
            }
        })
    }
}
