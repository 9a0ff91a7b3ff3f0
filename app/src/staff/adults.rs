//! Who can read, with which keys, and how that changes: invite, draft, sign with printed root keys, end.

mod draft;
mod end;
mod hand_over;
mod invite;
mod people;
mod poster;
mod recovery;
mod today;

use client::staff::message::{Answer, Ask, Failure, People};
use leptos::prelude::*;

use self::draft::Drafts;
use self::end::EndAccess;
use self::hand_over::{Certificates, HandOver};
use self::invite::{Invite, Invites};
use self::people::Table;
use self::poster::Poster;
use self::recovery::{RecoverySection, Requests};
use self::today::Today;
use super::desk::Desk;
use super::{calendar, form};
use crate::text::staff as t;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Adult {
    desk: Desk,
    pub people: RwSignal<Option<People>>,
    /// The person whose access is being ended.
    pub ending: RwSignal<Option<protocol::id::StaffId>>,
}

impl Adult {
    /// True when the person signed in may invite, draft and end.
    #[must_use]
    pub fn admin() -> bool {
        Desk::here()
            .me
            .with_untracked(|me| me.as_ref().is_some_and(|me| me.staff.admin))
    }

    /// Takes the answer to any act of this page, which is the list as it is now.
    pub fn took(self, answer: Result<Answer, Failure>) -> Result<(), Failure> {
        match answer {
            Ok(Answer::People(people)) => {
                self.people.set(Some(people));
                Ok(())
            }
            Ok(_) => {
                self.load();
                Ok(())
            }
            Err(failure) => Err(failure),
        }
    }

    /// Asks for the list again.
    pub fn load(self) {
        self.desk.ask(&Ask::People, move |answer| {
            if let Ok(Answer::People(people)) = answer {
                self.people.set(Some(people));
            }
        });
    }
}

/// The page.
#[component]
pub fn Adults() -> impl IntoView {
    let desk = Desk::here();
    let adult = Adult {
        desk,
        people: RwSignal::new(None),
        ending: RwSignal::new(None),
    };
    provide_context(adult);
    let failure = RwSignal::new(None::<Failure>);
    desk.ask(&Ask::People, move |answer| {
        failure.set(adult.took(answer).err())
    });
    let loaded = Memo::new(move |_| adult.people.with(Option::is_some));
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::adults()}</h1>
            <p class="soft">{move || adult.people.with(|people| people.as_ref().map_or_else(
                || t::adults_wait().to_owned(),
                |people| t::adults_words(
                    i64::from(people.version),
                    &calendar::long_date(i64::from(people.expires_day)),
                ),
            ))}</p>
        </div>
        {form::trouble(move || failure.get())}
        {move || loaded.get().then(|| view! {
            <HandOver />
            <Drafts />
            <Requests />
            <EndAccess />
            <div class="with-form">
                <div class="stack">
                    <Table />
                    <RecoverySection />
                    <Invites />
                    <Certificates />
                </div>
                <div class="stack">
                    {Adult::admin().then(|| view! { <Invite /> })}
                    <Poster />
                    <Today />
                </div>
            </div>
        })}
    }
}
