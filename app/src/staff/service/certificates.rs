//! What was destroyed for the school's end: certificates, the last one first.

use client::staff::message::{Answer, Ask, Destroyed, Failure};
use leptos::prelude::*;

use super::super::acting::Acting;
use super::super::audit::certificate;
use super::super::form;
use super::Service;
use crate::text::staff as t;

/// Certificates of this day and later.
#[component]
pub fn Certificates(since: u32) -> impl IntoView {
    let service: Service = expect_context();
    let found = RwSignal::new(None::<Vec<Destroyed>>);
    let acting = Acting::new(service.desk);
    acting.look(&Ask::Destroyed, move |answer| {
        let Answer::Destroyed(list) = answer? else {
            return Err(Failure::Broken);
        };
        found.set(Some(list));
        Ok(())
    });
    view! {
        <section class="stack" aria-labelledby="proof">
            <h2 id="proof">{t::service_proof()}</h2>
            <p class="soft">{t::service_proof_words()}</p>
            {form::trouble(move || acting.failure())}
            {move || found.with(|found| found.as_ref().map(|list| {
                let cards: Vec<_> = list.iter().filter(|one| one.day >= since).map(|one| certificate(one, ())).collect();
                if cards.is_empty() {
                    view! { <p>{t::service_proof_none()}</p> }.into_any()
                } else {
                    view! { <ul class="certificates">{cards}</ul> }.into_any()
                }
            }))}
        </section>
    }
}
