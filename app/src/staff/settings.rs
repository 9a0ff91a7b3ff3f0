//! The school's own settings, for everyone to read and an administrator to change.
//!
//! Promise: two administrators who change them at once never overwrite one another unseen.

use client::staff::message::{Answer, Ask, Failure};
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{SchoolSettings, SettingsChange};

use super::acting::Acting;
use super::adults::Adult;
use super::desk::Desk;
use super::fields::{Fields, SettingsBoxes, SettingsFacts};
use super::form::{self, Problems};
use crate::text::staff as t;

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let desk = Desk::here();
    let fields = Fields::usual();
    let acting = Acting::new(desk);
    // What the server had when it was last asked.
    let was = RwSignal::new(None::<SchoolSettings>);
    acting.look(&Ask::Settings, move |answer| match answer? {
        Answer::Settings(settings) => {
            fields.fill(&settings);
            was.set(Some(settings));
            Ok(())
        }
        _ => Err(Failure::Broken),
    });
    let there = Memo::new(move |_| was.with(Option::is_some));
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::settings()}</h1>
            <p class="soft">{t::settings_words()}</p>
        </div>
        {form::trouble(move || acting.failure())}
        {move || there.get().then(|| view! {
            <section class="panel" aria-labelledby="heading">
                {if Adult::admin() {
                    view! { <Form fields was acting /> }.into_any()
                } else {
                    was.get_untracked().map(|settings| view! { <SettingsFacts settings /> }).into_any()
                }}
            </section>
        })}
    }
}

#[component]
fn Form(fields: Fields, was: RwSignal<Option<SchoolSettings>>, acting: Acting) -> impl IntoView {
    let desk = Desk::here();
    let problems = Problems::new();
    let meanwhile = RwSignal::new(false);
    let done = RwSignal::new(None::<&'static str>);
    let say = move |words| {
        done.set(Some(words));
        desk.say(words);
    };
    let saved = move |settings: SchoolSettings| {
        fields.fill(&settings);
        was.set(Some(settings));
        say(t::say_settings());
    };
    // A colleague was faster: theirs where nothing was typed here, and a word wherever both changed something.
    let bring_together = move |answer| match (answer, was.get_untracked()) {
        (Ok(Answer::Settings(is)), Some(before)) => {
            meanwhile.set(true);
            if problems.show(fields.merge(&before, &is)) {
                form::focus("meanwhile");
            }
            was.set(Some(is));
            Ok(())
        }
        (Err(why), _) => Err(why),
        _ => Err(Failure::Broken),
    };
    let send = move |change: Box<SettingsChange>| {
        acting.ask(&Ask::ChangeSettings(change), move |answer| {
            match answer {
                Ok(Answer::Settings(settings)) => saved(settings),
                Ok(_) => return Err(Failure::Broken),
                Err(Failure::Conflict) => acting.look(&Ask::Settings, bring_together),
                Err(why) => return Err(why),
            }
            Ok(())
        });
    };
    let change = move |event: ev::SubmitEvent| {
        event.prevent_default();
        meanwhile.set(false);
        done.set(None);
        let (read, was) = (fields.read(), was.get_untracked());
        match (read, was) {
            (Err(wrong), _) => {
                problems.show(wrong);
            }
            (Ok(settings), Some(was)) => {
                problems.show(Vec::new());
                if settings == was {
                    say(t::settings_same());
                } else {
                    send(Box::new(SettingsChange { was, settings }));
                }
            }
            // The form is there only once the settings are.
            (Ok(_), None) => {}
        }
    };
    view! {
        <form class="stack settings-form" novalidate on:submit=change on:input=move |_| done.set(None)>
            {move || meanwhile.get().then(|| view! {
                <div class="notice notice-wait" role="alert" tabindex="-1" id="meanwhile">
                    <div class="stack-s">
                        <h2>{t::settings_meanwhile()}</h2>
                        <p>{t::settings_meanwhile_words()}</p>
                    </div>
                </div>
            })}
            {form::summary(problems)}
            <SettingsBoxes fields problems />
            <p class="row">
                <button type="submit" class="btn btn-go" aria-disabled=move || acting.waits()>{t::settings_go()}</button>
                {move || done.get().map(|words| view! { <span class="chip chip-ok">{words}</span> })}
            </p>
        </form>
    }
}
