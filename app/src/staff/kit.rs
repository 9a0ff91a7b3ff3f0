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
    let words = kit.key_words.join(" ");
    let whole = StoredValue::new(kit.clone());
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
            <Printing
                link=kit.link.clone()
                rules=t::kit_rules()
                go=t::kit_go()
                finish=Callback::new(move |()| finish.run(whole.get_value()))
            />
        </section>
    }
}

/// The end of every kit: its code for another device, what to do with the paper, and on only when it was printed.
#[component]
pub fn Printing(
    link: String,
    rules: &'static str,
    go: &'static str,
    finish: Callback<()>,
) -> impl IntoView {
    let printed = RwSignal::new(false);
    let problems = Problems::new();
    let link = format!("{}{link}", origin());
    let on = move |_| {
        let missing =
            (!printed.get_untracked()).then(|| ("printed", t::wrong_printed().to_owned()));
        if problems.show(missing.into_iter().collect()) {
            finish.run(());
        }
    };
    view! {
        <div class="scan">
            {qr(&link, t::kit_qr())}
            <p>{t::kit_scan()}</p>
        </div>
        <p class="soft">{rules}</p>
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
            <button type="button" class="btn btn-go btn-big" on:click=on>{go}</button>
        </div>
    }
}
