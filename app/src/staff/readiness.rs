//! What this school's server depends on: pass, fail or unknown, why, and what to do.
//!
//! Promise: what is not seen is called unknown, never a pass. The server says what it sees of itself; this page looks at
//! what only a browser outside can see: whether the way here is encrypted, and whether the headers arrive.

mod outside;

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;
use protocol::api::{Finding, Verdict};

use super::{copies::Copies, desk::Desk, form, icon};
use crate::text::staff as t;

/// The page.
#[component]
pub fn Readiness() -> impl IntoView {
    let desk = Desk::here();
    let findings = RwSignal::new(None::<Vec<Finding>>);
    let failure = RwSignal::new(None::<Failure>);
    let look = move || {
        findings.set(None);
        failure.set(None);
        desk.ask(&Ask::Readiness, move |answer| match answer {
            Ok(Answer::Readiness(found)) => {
                findings.set(Some(found.findings));
                outside::look(move |mut seen| {
                    findings.update(|all| {
                        if let Some(all) = all {
                            seen.append(all);
                            *all = seen;
                        }
                    });
                });
            }
            Ok(_) => failure.set(Some(Failure::Broken)),
            Err(why) => failure.set(Some(why)),
        });
    };
    look();
    let looked = Memo::new(move |_| findings.with(Option::is_some));
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::ready()}</h1>
            <p class="soft">{t::ready_words()}</p>
        </div>
        {form::trouble(move || failure.get())}
        <p role="status" class="soft">
            {move || findings.with(|all| match all {
                None if failure.with(Option::is_none) => t::ready_wait().to_owned(),
                None => String::new(),
                Some(all) => {
                    let count = |verdict| {
                        i64::try_from(all.iter().filter(|one| one.verdict == verdict).count()).unwrap_or(0)
                    };
                    t::ready_count(count(Verdict::Fail), count(Verdict::Unknown), count(Verdict::Pass))
                }
            })}
        </p>
        {move || findings.with(|all| all.as_ref().map(|all| view! {
            {part("ready-fail", t::ready_fail(), all, Verdict::Fail)}
            {part("ready-unknown", t::ready_unknown(), all, Verdict::Unknown)}
            {part("ready-pass", t::ready_pass(), all, Verdict::Pass)}
        }))}
        {move || looked.get().then(|| view! { <Copies /> })}
        <p><button type="button" class="btn" on:click=move |_| look()>{t::ready_again()}</button></p>
    }
}

/// All lines of one verdict, worst part first.
fn part(
    id: &'static str,
    title: &'static str,
    all: &[Finding],
    verdict: Verdict,
) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = all
        .iter()
        .filter(|finding| finding.verdict == verdict)
        .map(|finding| {
            view! { <li><b>{finding.what.clone()}</b> <span>{finding.why.clone()}</span></li> }
        })
        .collect();
    let (class, drawing) = match verdict {
        Verdict::Fail => ("chip chip-danger", icon::EYES),
        Verdict::Unknown => ("chip chip-wait", icon::FIND),
        Verdict::Pass => ("chip chip-ok", icon::TICK),
    };
    (!lines.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby=id>
                <h2 id=id><span class=class>{icon::small(drawing)} " " {title}</span></h2>
                <ul class="findings">{lines}</ul>
            </section>
        }
    })
}
