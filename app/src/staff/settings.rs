//! The school's own settings, for everyone to read and an administrator to change.

use client::staff::message::{Answer, Ask, Failure};
use leptos::ev;
use leptos::prelude::*;

use super::adults::Adult;
use super::desk::Desk;
use super::fields::{Fields, SettingsBoxes};
use super::form::{self, Problems};
use crate::text::staff as t;

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let desk = Desk::here();
    let fields = Fields::usual();
    let problems = Problems::new();
    let failure = RwSignal::new(None::<Failure>);
    // None: not known yet. Some(false): finer than the form.
    let ready = RwSignal::new(None::<bool>);
    let took = move |answer, said: Option<&'static str>| match answer {
        Ok(Answer::Settings(settings)) => {
            ready.set(Some(fields.fill(&settings)));
            if let Some(said) = said {
                desk.say(said);
            }
        }
        Ok(_) => failure.set(Some(Failure::Broken)),
        Err(why) => failure.set(Some(why)),
    };
    desk.ask(&Ask::Settings, move |answer| took(answer, None));
    let change = move |event: ev::SubmitEvent| {
        event.prevent_default();
        failure.set(None);
        match fields.read() {
            Err(wrong) => {
                problems.show(wrong);
            }
            Ok(settings) => {
                problems.show(Vec::new());
                desk.ask(&Ask::ChangeSettings(settings), move |answer| {
                    took(answer, Some(t::say_settings()));
                });
            }
        }
    };
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::settings()}</h1>
            <p class="soft">{t::settings_words()}</p>
        </div>
        {form::trouble(move || failure.get())}
        {move || match ready.get() {
            None => None,
            Some(false) => Some(view! { <p class="notice notice-wait">{t::settings_finer()}</p> }.into_any()),
            Some(true) => Some(view! {
                <section class="panel" aria-labelledby="heading">
                    <form class="stack founding-form" novalidate on:submit=change>
                        {form::summary(problems)}
                        <SettingsBoxes fields problems />
                        {Adult::admin().then(|| view! {
                            <p><button type="submit" class="btn btn-go">{t::settings_go()}</button></p>
                        })}
                    </form>
                </section>
            }.into_any()),
        }}
    }
}
