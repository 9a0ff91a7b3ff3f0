//! The take-out: when it was made last, and exactly what whoever runs the server types. The server's own layer comes off
//! there and nowhere else, so no browser can do it.

use leptos::prelude::*;

use super::super::{calendar, icon, save};
use super::Service;
use crate::text::staff as t;

/// The panel.
#[component]
pub fn TakeOut(day: Option<u32>) -> impl IntoView {
    let service: Service = expect_context();
    let desk = service.desk;
    let slug = desk
        .service
        .with_untracked(|end| end.as_ref().map(|end| end.slug.clone()))
        .unwrap_or_default();
    let user = desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.user.clone()))
        .unwrap_or_default();
    let state = day.map_or_else(
        || t::service_out_none().to_owned(),
        |day| t::service_out_day(&calendar::long_date(i64::from(day))),
    );
    let write = format!("sotto take-out write {slug} \"{}\"", t::service_out_place());
    let day = calendar::iso_day(day.map_or_else(calendar::today, i64::from));
    let read = format!(
        "sotto take-out read \"{}/take-out-{slug}-{day}\" --user {user}",
        t::service_out_place()
    );
    view! {
        <section class="panel" aria-labelledby="take-out">
            <h2 id="take-out">{t::service_out()}</h2>
            <p role="status"><b>{state}</b></p>
            <p class="soft">{t::service_out_words()}</p>
            {command(t::service_out_write(), write)}
            {command(t::service_out_read(), read)}
            <p>{t::service_out_again()}</p>
            <p>{t::service_out_only()}</p>
        </section>
    }
}

fn command(label: &'static str, line: String) -> impl IntoView {
    let copied = line.clone();
    let copy = format!("{}: {label}", t::copy());
    view! {
        <div class="stack-s">
            <span>{label}</span>
            <pre class="code statement">{line}</pre>
            <div class="row">
                <button type="button" class="btn" aria-label=copy on:click=move |_| save::copy(&copied)>
                    {icon::small(icon::PAGE)} {t::copy()}
                </button>
            </div>
        </div>
    }
}
