//! A founder's kit: account secret, root key and six words, shown once and printed.

use client::staff::message::FounderKit;
use leptos::prelude::*;

use super::Founds;
use crate::staff::kit::Printing;
use crate::staff::word;
use crate::text::staff as t;

/// The kit on screen and on paper.
#[component]
pub fn Paper(founds: Founds, kit: FounderKit) -> impl IntoView {
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
            <Printing
                link=kit.link.clone()
                rules=t::found_kit_rules()
                go=t::found_kit_go()
                finish=Callback::new(move |()| founds.look())
            />
        </section>
    }
}
