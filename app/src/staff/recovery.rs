//! Above every screen while somebody asks for their keys back, and for a week after keys were recovered: nobody's keys are
//! recovered without all their colleagues seeing it.

use client::staff::message::{Answer, Ask, Recovery};
use leptos::prelude::*;

use super::desk::{Desk, View};
use super::{calendar, icon};
use crate::text::staff as t;

const WEEK_HOURS: u32 = 7 * 24;

/// The banner; nothing when nobody asks.
#[component]
pub fn RecoveryBanner() -> impl IntoView {
    let desk = Desk::here();
    desk.ask(&Ask::Recovery, move |answer| {
        if let Ok(Answer::Recovery(recovery)) = answer {
            desk.recovery.set(Some(recovery));
        }
    });
    let elsewhere = move || desk.view.get() != View::Adults;
    move || {
        desk.recovery.with(|recovery| {
            let recovery = recovery.as_ref()?;
            let used = recent(recovery, calendar::now_minute() / 60);
            (!recovery.asks.is_empty() || !used.is_empty()).then(|| {
                let asks = recovery.asks.iter().map(|ask| view! { <p><b>{t::regain_asks(&ask.adult.name)}</b></p> });
                let asking = !recovery.asks.is_empty();
                view! {
                    <section class="two no-print" aria-labelledby="recovery-news">
                        <div class="stack">
                            <h2 id="recovery-news">{icon::small(icon::KEY)} " " {t::regain_news()}</h2>
                            {asks.collect_view()}
                            {used.into_iter().map(|(name, hour)| view! {
                                <p>{t::regain_used(&name, &calendar::hour(hour))}</p>
                            }).collect_view()}
                            <p class="soft">{t::regain_news_words()}</p>
                            {(asking && elsewhere()).then(|| view! {
                                <p><button type="button" class="btn btn-go" on:click=move |_| desk.go(View::Adults)>{t::regain_news_go()}</button></p>
                            })}
                        </div>
                    </section>
                }
            })
        })
    }
}

/// Recoveries of the last week.
fn recent(recovery: &Recovery, now: u32) -> Vec<(String, u32)> {
    let uses = recovery.uses.iter();
    uses.filter(|(_, hour)| now.saturating_sub(*hour) < WEEK_HOURS)
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // 2e: every use alerts every reader, for long enough to be seen after a weekend.
    #[test]
    fn a_use_is_told_for_a_week() {
        let used = |hour| Recovery {
            readers: Vec::new(),
            asks: Vec::new(),
            uses: vec![("A".to_owned(), hour)],
            candidates: Vec::new(),
            me: None,
        };
        assert_eq!(recent(&used(1_000), 1_000 + WEEK_HOURS - 1).len(), 1);
        assert!(recent(&used(1_000), 1_000 + WEEK_HOURS).is_empty());
    }
}
