//! Where somebody is signed in, told apart by the hour and by names they gave. Each can be ended from here.

use client::staff::message::Ask;
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{MAX_SESSION_NAME, SessionView};
use protocol::id::Hash;

use super::super::form::{Line, Problems, focus, line};
use super::super::{calendar, icon};
use super::Own;
use crate::text::staff as t;

/// The list.
#[component]
pub fn Sessions() -> impl IntoView {
    let own: Own = expect_context();
    let naming = RwSignal::new(None::<Hash>);
    let sure = RwSignal::new(false);
    let everywhere = move |_| {
        own.failure.set(None);
        own.desk
            .sign_out_everywhere(move |why| own.failure.set(Some(why)));
    };
    view! {
        <section class="panel no-print" aria-labelledby="sessions">
            <h2 id="sessions" tabindex="-1">{t::sessions()}</h2>
            <p class="soft">{t::sessions_words()}</p>
            <ul class="list">
                {move || own.view.with(|view| {
                    view.iter()
                        .flat_map(|view| view.sessions.clone())
                        .map(|session| view! { <Row session naming /> })
                        .collect_view()
                })}
            </ul>
            {move || if sure.get() {
                view! {
                    <div class="stack-s" role="group" aria-labelledby="everywhere-sure">
                        <p id="everywhere-sure">{t::everywhere_sure()}</p>
                        <div class="row">
                            <button type="button" class="btn btn-danger" id="everywhere-go" on:click=everywhere>
                                {icon::small(icon::OUT)} {t::everywhere()}
                            </button>
                            <button type="button" class="btn" on:click=move |_| sure.set(false)>{t::cancel()}</button>
                        </div>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <div class="row">
                        <button type="button" class="btn" on:click=move |_| {
                            sure.set(true);
                            focus("everywhere-go");
                        }>
                            {icon::small(icon::OUT)} {t::everywhere()}
                        </button>
                    </div>
                }
                    .into_any()
            }}
        </section>
    }
}

fn label(session: &SessionView) -> String {
    if session.name.is_empty() {
        t::session_unnamed().to_owned()
    } else {
        session.name.clone()
    }
}

#[component]
fn Row(session: SessionView, naming: RwSignal<Option<Hash>>) -> impl IntoView {
    let own: Own = expect_context();
    let id = session.session;
    let words = label(&session);
    let end = {
        let words = words.clone();
        move |_| {
            let said = t::say_session_ended(&words);
            own.change(&Ask::EndSession { session: id }, move || {
                own.desk.say(said.clone());
                focus("sessions");
            });
        }
    };
    let (name, here) = (session.name.clone(), session.here);
    view! {
        <li>
            <span>
                <b>{words.clone()}</b>
                {here.then(|| view! { " " <span class="chip chip-ok">{t::session_here()}</span> })}
                <span class="soft xs line">
                    {t::session_times(
                        &calendar::record(session.began_hour, false),
                        &calendar::record(session.seen_hour, false),
                    )}
                </span>
            </span>
            <span class="row">
                <button type="button" class="btn" on:click=move |_| {
                    naming.set(Some(id));
                    focus("session-name");
                }>{icon::small(icon::NOTE)} {t::session_name()} <span class="sr">{words.clone()}</span></button>
                {(!here).then(|| view! {
                    <button type="button" class="btn" on:click=end>
                        {icon::small(icon::OUT)} {t::session_end()} <span class="sr">{label(&session)}</span>
                    </button>
                })}
            </span>
            {move || (naming.get() == Some(id)).then(|| view! { <Name id name=name.clone() naming /> })}
        </li>
    }
}

#[component]
fn Name(id: Hash, name: String, naming: RwSignal<Option<Hash>>) -> impl IntoView {
    let own: Own = expect_context();
    let typed = RwSignal::new(name);
    let problems = Problems::new();
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked().trim().to_owned();
        if name.len() > MAX_SESSION_NAME {
            problems.tell("session-name", t::wrong_session_name().to_owned());
            return;
        }
        own.change(&Ask::NameSession { session: id, name }, move || {
            naming.set(None);
            own.desk.say(t::say_session_named());
            focus("sessions");
        });
    };
    view! {
        <form class="stack-s wide" novalidate on:submit=save>
            {line(
                Line::text("session-name", t::session_name_label()).hint(t::session_name_hint()),
                typed,
                problems,
            )}
            <div class="row">
                <button type="submit" class="btn">{icon::small(icon::TICK)} {t::session_name_save()}</button>
                <button type="button" class="btn" on:click=move |_| naming.set(None)>{t::cancel()}</button>
            </div>
        </form>
    }
}
