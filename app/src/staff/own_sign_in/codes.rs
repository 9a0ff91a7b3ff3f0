//! Ten printed codes that stand in for a phone: how many are left, and making new ones. Codes are shown once.

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;

use super::super::form::{self, Problems, focus};
use super::super::icon;
use super::Own;
use crate::text::staff as t;

/// How many are left, or the fresh ones until they are printed.
#[component]
pub fn Codes() -> impl IntoView {
    let own: Own = expect_context();
    let fresh = RwSignal::new(None::<Vec<String>>);
    let busy = RwSignal::new(false);
    let renew = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        own.failure.set(None);
        own.desk.ask(&Ask::RenewCodes, move |answer| {
            busy.set(false);
            match answer {
                Ok(Answer::Codes { codes }) => {
                    fresh.set(Some(codes));
                    focus("codes");
                }
                Ok(_) => own.failure.set(Some(Failure::Broken)),
                Err(why) => own.failure.set(Some(why)),
            }
        });
    };
    let left = move || {
        own.view
            .with(|view| view.as_ref().map_or(0, |view| view.recovery_codes))
    };
    view! {
        <section class="panel" aria-labelledby="codes">
            <h2 id="codes" tabindex="-1">{t::codes()}</h2>
            {move || match fresh.get() {
                Some(codes) => view! { <Card codes fresh /> }.into_any(),
                None => view! {
                    <p>{t::codes_words()}</p>
                    <p class:kept=move || left() == 0>
                        {move || (left() == 0).then(|| icon::small(icon::EYES))}
                        " "
                        <b class="codes-left">{move || match left() {
                            0 => t::codes_none().to_owned(),
                            left => t::codes_left(i64::from(left)),
                        }}</b>
                    </p>
                    <div class="row">
                        <button type="button" class="btn" aria-disabled=move || busy.get().then_some("true") on:click=renew>
                            {icon::small(icon::KEY)} {t::codes_renew()}
                        </button>
                    </div>
                    <p class="soft xs">{t::codes_rules()}</p>
                }
                    .into_any(),
            }}
        </section>
    }
}

#[component]
fn Card(codes: Vec<String>, fresh: RwSignal<Option<Vec<String>>>) -> impl IntoView {
    let own: Own = expect_context();
    let printed = RwSignal::new(false);
    let problems = Problems::new();
    let name = own
        .desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.name.clone()))
        .unwrap_or_default();
    let done = move |_| {
        let found = if printed.get_untracked() {
            Vec::new()
        } else {
            vec![("codes-printed", t::wrong_printed().to_owned())]
        };
        if problems.show(found) {
            own.change(&Ask::OwnSignIn, move || {
                fresh.set(None);
                focus("codes");
            });
        }
    };
    view! {
        <p class="no-print">{t::codes_once()}</p>
        <p class="print-only">{t::codes_paper(&name)}</p>
        <ol class="code-card">
            {codes.into_iter().map(|code| view! { <li class="code">{code}</li> }).collect_view()}
        </ol>
        <div class="stack no-print">
            <div class="row">
                <button type="button" class="btn" on:click=move |_| { let _ = window().print(); }>
                    {icon::small(icon::PAGE)} {t::codes_print()}
                </button>
            </div>
            {form::summary(problems)}
            <div class="row tick-row">
                <input
                    class="tick"
                    type="checkbox"
                    id="codes-printed"
                    prop:checked=move || printed.get()
                    on:change=move |event| printed.set(event_target_checked(&event))
                />
                <label for="codes-printed">{t::codes_printed()}</label>
            </div>
            <div class="row">
                <button type="button" class="btn btn-go" on:click=done>{t::codes_done()}</button>
            </div>
        </div>
    }
}
