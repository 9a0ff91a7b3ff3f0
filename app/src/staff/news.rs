//! Every reader is told when the list of readers changed: until they say they saw it, above everything else.

use client::staff::message::{Ask, News};
use leptos::prelude::*;

use super::desk::Desk;
use super::icon;
use crate::text::staff as t;

/// The banner; nothing when there is nothing new.
#[component]
pub fn NewsBanner() -> impl IntoView {
    let desk = Desk::here();
    let news = move || {
        desk.me
            .with(|me| me.as_ref().map_or_else(Vec::new, |me| me.news.clone()))
    };
    let seen = move |_| {
        let version = desk
            .me
            .with_untracked(|me| me.as_ref().map_or(0, |me| me.directory_version));
        desk.ask(&Ask::Told { version }, move |answer| {
            if answer.is_ok() {
                desk.me.update(|me| {
                    if let Some(me) = me {
                        me.news.clear();
                    }
                });
            }
        });
    };
    move || {
        let news = news();
        (!news.is_empty()).then(|| {
            view! {
                <section class="two no-print" aria-labelledby="news">
                    <div class="stack">
                        <h2 id="news">{icon::small(icon::KEY)} " " {t::news_title()}</h2>
                        {news.iter().map(one).collect_view()}
                        <p class="soft">{t::news_words()}</p>
                        <p><button type="button" class="btn btn-go" on:click=seen>{t::news_seen()}</button></p>
                    </div>
                </section>
            }
        })
    }
}

fn one(news: &News) -> impl IntoView + use<> {
    let words = |key| {
        let found = news.words.iter().find(|(of, _)| *of == key);
        found.map_or_else(String::new, |(_, words)| words.join(" "))
    };
    let added = news.added.iter().map(|adult| {
        view! {
            <li class="plus"><span>{t::news_adds(&adult.name)} " " <b class="words-row">{words(adult.key)}</b></span></li>
        }
    });
    let removed = news
        .removed
        .iter()
        .map(|adult| view! { <li class="minus"><span>{t::news_removes(&adult.name)}</span></li> });
    view! {
        <h3 class="xs soft">{t::news_version(i64::from(news.version))}</h3>
        <ul class="diff">{added.collect_view()} {removed.collect_view()}</ul>
    }
}
