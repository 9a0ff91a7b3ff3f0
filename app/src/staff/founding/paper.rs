//! A founder's kit: account secret, root key and six words, shown once and printed.

use client::staff::message::FounderKit;
use leptos::prelude::*;

use super::Founds;
use crate::staff::form::{self, Problems};
use crate::staff::kit::origin;
use crate::staff::qr::qr;
use crate::staff::{icon, word};
use crate::text::staff as t;

/// The kit on screen and on paper.
#[component]
pub fn Paper(founds: Founds, kit: FounderKit) -> impl IntoView {
    let printed = RwSignal::new(false);
    let problems = Problems::new();
    let link = format!("{}{}", origin(), kit.link);
    let go = move |_| {
        let missing =
            (!printed.get_untracked()).then(|| ("printed", t::wrong_printed().to_owned()));
        if problems.show(missing.into_iter().collect()) {
            founds.look();
        }
    };
    view! {
        <section class="gate-card kit" aria-labelledby="gate-title">
            <h1 id="gate-title" tabindex="-1">{t::kit_title(&kit.name)}</h1>
            <p>{word::role(kit.role)}</p>
            <p class="no-print">{t::found_kit_words()}</p>
            <p class="print-only">{t::found_kit_paper()}</p>
            <dl class="facts kit-facts">
                <dt>{t::sign_in_user()}</dt>
                <dd class="code">{kit.user.clone()}</dd>
                <dt>{t::sign_in_secret()}</dt>
                <dd class="code kit-secret">{kit.account_secret.clone()}</dd>
                <dt>{t::found_root()}</dt>
                <dd class="code kit-secret">{kit.root_key.clone()}</dd>
                <dt>{t::found_own_words()}</dt>
                <dd>{kit.words.join(" ")}</dd>
                <dt>{t::fingerprint()}</dt>
                <dd class="found-blank">{t::found_fingerprint_blank()}</dd>
            </dl>
            <div class="scan">
                {qr(&link, t::kit_qr())}
                <p>{t::kit_scan()}</p>
            </div>
            <p class="soft">{t::found_kit_rules()}</p>
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
                <button type="button" class="btn btn-go btn-big" on:click=go>{t::found_kit_go()}</button>
            </div>
        </section>
    }
}
