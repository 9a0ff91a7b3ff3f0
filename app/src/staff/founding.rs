//! Founding a school in the browser: the console's link names it and three people; each makes keys on a device of their own and
//! prints a kit; two of them sign the first list of readers.
//!
//! Promise: each step says why it is there. Everything is kept at the server between steps, sealed, so that a page can be closed;
//! what is shown once (links, kits) says so. Nothing is stored in the browser.

mod begin;
mod join;
mod paper;
mod sign;
mod stands;

use client::staff::message::{
    Answer, Ask, Failure, FounderKit, FounderLink, Founding, FoundingStep,
};
use leptos::prelude::*;

use self::begin::{Begin, Links};
use self::join::Join;
use self::paper::Paper;
use self::stands::{Founded, Stands};
use super::desk::Desk;
use super::form::{self, focus};
use crate::text::staff as t;

/// Where this person is.
#[derive(Clone)]
enum Step {
    Looking,
    Failed(Failure),
    /// With what was said before, when it is said anew.
    Begin(Box<Founding>),
    Links(Vec<FounderLink>),
    Join(Box<Founding>),
    Print(Box<FounderKit>),
    Stands(Box<Founding>),
}

/// What the parts share.
#[derive(Clone, Copy)]
struct Founds {
    desk: Desk,
    step: RwSignal<Step>,
}

impl Founds {
    /// A step with this person's link.
    fn with_link(self, step: FoundingStep) -> Ask {
        Ask::Founding {
            token: self.desk.invite.get_untracked().0.clone(),
            step: Box::new(step),
        }
    }

    fn go(self, step: Step) {
        self.step.set(step);
        focus("gate-title");
    }

    /// Goes to the step that waits for this person.
    fn show(self, founding: Box<Founding>) {
        self.go(if founding.founded {
            Step::Stands(founding)
        } else if founding.otpauth.is_some() {
            Step::Join(founding)
        } else if founding.founders.is_empty() {
            Step::Begin(founding)
        } else {
            Step::Stands(founding)
        });
    }

    /// Looks how it stands. What was ticked and typed goes.
    fn look(self) {
        let ask = self.with_link(FoundingStep::Look);
        self.desk.ask(&ask, move |answer| match answer {
            Ok(Answer::Founding(founding)) => self.show(founding),
            Ok(_) => self.go(Step::Failed(Failure::Broken)),
            Err(why) => self.go(Step::Failed(why)),
        });
    }
}

/// The whole page.
#[component]
pub fn FoundingPage() -> impl IntoView {
    let founds = Founds {
        desk: Desk::here(),
        step: RwSignal::new(Step::Looking),
    };
    founds.look();
    view! {
        <main class="gate gate-wide" id="main">
            {move || match founds.step.get() {
                Step::Looking => view! {
                    <section class="gate-card">
                        <h1 id="gate-title" tabindex="-1">{t::found_looking()}</h1>
                    </section>
                }
                    .into_any(),
                Step::Failed(failure) => view! { <Failed founds failure /> }.into_any(),
                Step::Begin(before) => view! { <Begin founds before=*before /> }.into_any(),
                Step::Links(links) => view! { <Links founds links /> }.into_any(),
                Step::Join(founding) => view! { <Join founds founding=*founding /> }.into_any(),
                Step::Print(kit) => view! { <Paper founds kit=*kit /> }.into_any(),
                Step::Stands(founding) if founding.founded => view! { <Founded founding=*founding /> }.into_any(),
                Step::Stands(founding) => view! { <Stands founds founding=*founding /> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Failed(founds: Founds, failure: Failure) -> impl IntoView {
    let dead = failure == Failure::InviteExpired;
    let shown = failure.clone();
    view! {
        <section class="gate-card stack">
            <h1 id="gate-title" tabindex="-1">{if dead { t::found_dead() } else { t::found_failed() }}</h1>
            {if dead {
                view! { <p>{t::found_dead_words()}</p> }.into_any()
            } else {
                view! {
                    {form::trouble(move || Some(shown.clone()))}
                    <p>
                        <button type="button" class="btn btn-go" on:click=move |_| founds.look()>{t::again()}</button>
                    </p>
                }
                    .into_any()
            }}
        </section>
    }
}
