//! One's own sign-in: where one is signed in, and printed codes for a lost phone.

mod codes;
mod passkeys;
mod sessions;

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;
use protocol::api::SignInView;

use self::codes::Codes;
use self::passkeys::Passkeys;
use self::sessions::Sessions;
use super::desk::Desk;
use super::form;
use crate::text::staff as t;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Own {
    desk: Desk,
    view: RwSignal<Option<SignInView>>,
    failure: RwSignal<Option<Failure>>,
}

impl Own {
    /// Does something to one's sign-in; the answer is how it stands now. `done` runs when it worked.
    pub fn change(self, ask: &Ask, done: impl Fn() + 'static) {
        self.failure.set(None);
        self.desk.ask(ask, move |answer| match answer {
            Ok(Answer::OwnSignIn(view)) => {
                self.view.set(Some(view));
                done();
            }
            Ok(_) => self.failure.set(Some(Failure::Broken)),
            Err(why) => self.failure.set(Some(why)),
        });
    }
}

/// The page.
#[component]
pub fn OwnSignIn() -> impl IntoView {
    let desk = Desk::here();
    let own = Own {
        desk,
        view: RwSignal::new(None),
        failure: RwSignal::new(None),
    };
    provide_context(own);
    own.change(&Ask::OwnSignIn, || {});
    let loaded = Memo::new(move |_| own.view.with(Option::is_some));
    view! {
        <div class="head no-print">
            <h1 id="heading" tabindex="-1">{t::own()}</h1>
            <p class="soft">{t::own_words()}</p>
        </div>
        {form::trouble(move || own.failure.get())}
        {move || loaded.get().then(|| view! {
            <div class="stack own">
                <Passkeys />
                <Codes />
                <Sessions />
            </div>
        })}
    }
}
