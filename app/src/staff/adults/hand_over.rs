//! A leaver hands their cases over, and what is then certified of everyone who left.

use client::staff::message::{Answer, Ask, Failure, HandedOver, Stage};
use leptos::prelude::*;
use protocol::api::LeaverView;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form;
use super::super::{calendar, icon};
use super::Adult;
use crate::text::staff as t;

/// The panel a leaver sees: what it does, how far it is, what came of it.
#[component]
pub fn HandOver() -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let acting = Acting::new(desk);
    let done = RwSignal::new(None::<HandedOver>);
    let mine = desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.staff));
    let last_day = move || {
        adult.people.with(|people| {
            let leavers = &people.as_ref()?.list.leavers;
            leavers.iter().find(|one| Some(one.staff) == mine)?.last_day
        })
    };
    let go = move |_| {
        if acting.is_busy() {
            return;
        }
        acting.ask(&Ask::HandOver, move |answer| {
            let Answer::HandedOver(came) = answer? else {
                return Err(Failure::Broken);
            };
            done.set(Some(came));
            desk.say(t::say_handed());
            adult.load();
            Ok(())
        });
    };
    move || {
        let day = last_day()?;
        Some(view! {
            <section class="two no-print" aria-labelledby="hand-over">
                <div class="stack">
                    <h2 id="hand-over">{t::hand_title()}</h2>
                    <p><b>{t::hand_day(&calendar::long_date(i64::from(day)))}</b> " " {t::hand_words()}</p>
                    {form::trouble(move || acting.failure())}
                    {move || acting.busy().get().then(|| steps(desk))}
                    <div role="status">{move || done.get().map(|came| outcome(&came))}</div>
                    <p>
                        <button type="button" class="btn btn-go" aria-disabled=move || acting.waits() on:click=go>
                            {icon::small(icon::KEY)}
                            {move || if done.with(Option::is_some) { t::hand_again() } else { t::hand_go() }}
                        </button>
                    </p>
                </div>
            </section>
        })
    }
}

fn steps(desk: Desk) -> impl IntoView {
    move || {
        let (done, of) = match desk.stage.get() {
            Some(Stage::HandingOver { done, of }) => (done, of),
            _ => (0, 0),
        };
        view! {
            <div class="progress">
                <progress max=of.max(1) value=done aria-label=t::stage_handing_over()></progress>
                <span class="progress-words">{t::hand_step(&done.to_string(), &of.to_string())}</span>
            </div>
        }
    }
}

fn outcome(came: &HandedOver) -> impl IntoView + use<> {
    let said = &came.statement;
    let safe = said.cases.saturating_sub(said.alone);
    let alone = i64::from(said.alone);
    view! {
        <p>{icon::small(icon::TICK)} " " {t::hand_done(i64::from(safe))} " " {t::hand_given(i64::from(said.handed))}</p>
        {(alone > 0).then(|| view! {
            <div class="problem">
                <h3>{icon::small(icon::EYES)} " " {t::hand_alone(alone)}</h3>
                <p>{t::hand_alone_words()}</p>
            </div>
        })}
    }
}

/// What is certified of everyone who said that their cases were handed over.
#[component]
pub fn Certificates() -> impl IntoView {
    let adult: Adult = expect_context();
    move || {
        adult.people.with(|people| {
            let list = &people.as_ref()?.list;
            let said: Vec<_> = list
                .leavers
                .iter()
                .filter(|one| one.statement.is_some())
                .map(|one| {
                    let person = list.staff.iter().find(|person| person.staff == one.staff);
                    certificate(person.map_or("", |person| &person.name), one)
                })
                .collect();
            (!said.is_empty()).then(|| said.collect_view())
        })
    }
}

fn certificate(name: &str, leaver: &LeaverView) -> impl IntoView + use<> {
    let said = leaver.statement.clone()?;
    let destroyed = leaver
        .destroyed_hour
        .map_or_else(|| t::certificate_kept().to_owned(), calendar::hour);
    let signature: String = protocol::encoding::to_base64url(&said.signature.0);
    let row = |label: &'static str, value: String| {
        view! { <dt>{label}</dt><dd>{value}</dd> }
    };
    Some(view! {
        <section class="panel" aria-label=format!("{}, {name}", t::certificate())>
            <h2>{t::certificate()}</h2>
            <p><b>{t::certificate_of(name)}</b></p>
            <dl class="facts">
                {leaver.last_day.map(|day| row(t::leave_day(), calendar::long_date(i64::from(day))))}
                {row(t::certificate_cases(), said.cases.to_string())}
                {row(t::certificate_handed(), said.handed.to_string())}
                {row(t::certificate_alone(), said.alone.to_string())}
                {row(t::certificate_log(), calendar::count(said.log_size))}
                {row(t::certificate_destroyed(), destroyed)}
                <dt>{t::certificate_said()}</dt>
                <dd class="code">{signature}</dd>
            </dl>
            <p class="no-print">
                <button type="button" class="btn" on:click=move |_| { let _ = window().print(); }>
                    {icon::small(icon::PAGE)} {t::certificate_print()}
                </button>
            </p>
        </section>
    })
}
