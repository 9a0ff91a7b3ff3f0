//! The page for the school safe: the account secret, the person's key words and the school's fingerprint. Shown once.

use client::staff::message::Kit;
use leptos::prelude::*;

use super::form::{self, Problems};
use super::icon;
use super::qr::qr;
use crate::text::staff as t;

/// The address of this server as people type it, before the path.
#[must_use]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The kit on screen and on paper.
#[component]
pub fn KitPage(kit: Kit, finish: Callback<Kit>) -> impl IntoView {
    let printed = RwSignal::new(false);
    let problems = Problems::new();
    let link = format!("{}{}", origin(), kit.link);
    let words = kit.key_words.join(" ");
    let whole = StoredValue::new(kit.clone());
    let go = move |_| {
        let found = if printed.get_untracked() {
            Vec::new()
        } else {
            vec![("printed", t::wrong_printed().to_owned())]
        };
        if problems.show(found) {
            finish.run(whole.get_value());
        }
    };
    view! {
        <section class="gate-card kit" aria-labelledby="gate-title">
            <h1 id="gate-title" tabindex="-1">{t::kit_title(&kit.name)}</h1>
            <p class="no-print">{t::kit_words()}</p>
            <p class="print-only">{t::kit_paper()}</p>
            <dl class="facts kit-facts">
                <dt>{t::sign_in_user()}</dt>
                <dd class="code">{kit.user.clone()}</dd>
                <dt>{t::sign_in_secret()}</dt>
                <dd class="code kit-secret">{kit.account_secret.clone()}</dd>
                {(!words.is_empty())
                    .then(|| view! {
                        <dt>{t::kit_key_words()}</dt>
                        <dd>{words}</dd>
                    })}
                <dt>{t::fingerprint()}</dt>
                <dd class="code">{kit.fingerprint.clone()}</dd>
            </dl>
            <div class="scan">
                {qr(&link, t::kit_qr())}
                <p>{t::kit_scan()}</p>
            </div>
            <p class="soft">{t::kit_rules()}</p>
            <div class="stack no-print">
                <button type="button" class="btn" on:click=move |_| { let _ = window().print(); }>
                    {icon::small(icon::PAGE)} {t::kit_print()}
                </button>
                {form::summary(problems)}
                <div class="row tick-row">
                    <input
                        class="tick"
                        type="checkbox"
                        id="printed"
                        prop:checked=move || printed.get()
                        on:change=move |event| printed.set(event_target_checked(&event))
                    />
                    <label for="printed">{t::kit_printed()}</label>
                </div>
                <button type="button" class="btn btn-go btn-big" on:click=go>{t::kit_go()}</button>
            </div>
        </section>
    }
}
