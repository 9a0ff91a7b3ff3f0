//! Copies of what is kept here, and the drill that one can be put back: how old they are, what the drill showed and what
//! it cannot show, and the one command for it (XAM-16).
//!
//! Promise: what is missing, went wrong or is too old is never called good, and what is not known is called unknown.

use client::staff::message::{Answer, Ask, Failure};
use leptos::prelude::*;
use protocol::api::{CopiesView, CopyLine, DrillLine, Verdict};

use super::{calendar, desk::Desk, form, icon};
use crate::text::staff as t;

/// A panel of its own, for any page.
#[component]
pub fn Copies() -> impl IntoView {
    let copies = RwSignal::new(None::<CopiesView>);
    let failure = RwSignal::new(None::<Failure>);
    Desk::here().ask(&Ask::Copies, move |answer| match answer {
        Ok(Answer::Copies(view)) => copies.set(Some(view)),
        Ok(_) => failure.set(Some(Failure::Broken)),
        Err(why) => failure.set(Some(why)),
    });
    view! {
        <section class="panel" aria-labelledby="copies">
            <h2 id="copies">{t::copies()}</h2>
            <p class="soft">{t::copies_words()}</p>
            {form::trouble(move || failure.get())}
            {move || copies.with(|view| view.as_ref().map(lines))}
        </section>
    }
}

fn lines(view: &CopiesView) -> impl IntoView + use<> {
    let CopiesView {
        backup,
        keys,
        drill,
    } = view;
    view! {
        <ul class="findings copy-lines">
            {line(backup.verdict, t::copies_backup(), copy(backup))}
            {line(keys.verdict, t::copies_keys(), self::keys(keys))}
            {line(drill.verdict, t::copies_drill(), tried(drill))}
        </ul>
        <div class="stack">
            <p>{t::drill_shows()}</p>
            <p>{t::drill_cannot()}</p>
            <p>{t::drill_how(i64::from(drill.good_days))}</p>
            <p><code class="code command">"sotto restore --drill PLACE"</code></p>
        </div>
    }
}

fn line(verdict: Verdict, title: &'static str, words: String) -> impl IntoView + use<> {
    let (class, drawing, said) = match verdict {
        Verdict::Fail => ("chip chip-danger", icon::EYES, t::ready_fail()),
        Verdict::Unknown => ("chip chip-wait", icon::FIND, t::copies_unknown()),
        Verdict::Pass => ("chip chip-ok", icon::TICK, t::copies_good()),
    };
    view! {
        <li>
            <span><span class=class>{icon::small(drawing)} " " {said}</span> " " <b>{title}</b></span>
            <span>{words}</span>
        </li>
    }
}

fn copy(line: &CopyLine) -> String {
    let Some(day) = line.day else {
        return t::copies_none().to_owned();
    };
    let day = calendar::day(i64::from(day));
    match line.verdict {
        Verdict::Pass => t::copies_made(&day),
        Verdict::Unknown => t::copies_not_yet(&day),
        Verdict::Fail => t::copies_old(&day, i64::from(line.good_days)),
    }
}

fn keys(line: &CopyLine) -> String {
    match (line.verdict, line.day) {
        (Verdict::Unknown, None) => t::copies_elsewhere().to_owned(),
        _ => copy(line),
    }
}

fn tried(line: &DrillLine) -> String {
    let Some(day) = line.day else {
        return t::drill_never().to_owned();
    };
    let day = calendar::day(i64::from(day));
    match (line.verdict, line.came_back) {
        (Verdict::Unknown, ..) => t::copies_not_yet(&day),
        _ if line.failed => match &line.why {
            Some(why) => t::drill_failed_why(&day, why),
            None => t::drill_failed(&day),
        },
        (Verdict::Fail, ..) => t::drill_old(&day, i64::from(line.good_days)),
        (Verdict::Pass, Some(back)) => t::drill_well_counts(
            &day,
            &calendar::count(back.cases),
            &calendar::count(back.entries),
        ),
        (Verdict::Pass, None) => t::drill_well(&day),
    }
}
