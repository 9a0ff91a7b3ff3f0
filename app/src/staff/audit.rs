//! Who opened what, when and why, with the check this browser made of the whole log. Numbers, never a bare tick.

mod destroyed;
mod review;

use std::collections::BTreeSet;

use client::staff::message::{Answer, Ask, Audit, AuditRow, Entry, Event, Failure};
use leptos::prelude::*;

use destroyed::DestroyedCases;
pub use destroyed::certificate;
use review::ReviewFlags;
pub use review::ask_review;

use super::copies::Copies;
use super::desk::Desk;
use super::initials::short;
use super::{calendar, form, icon, save, word};
use crate::text::staff as t;

/// Which entries are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    #[default]
    Everything,
    Openings,
    Messages,
    People,
    Destroyed,
}

impl What {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Everything, "all"),
        (Self::Openings, "open"),
        (Self::Messages, "messages"),
        (Self::People, "people"),
        (Self::Destroyed, "destroyed"),
    ];

    /// True when the filter keeps this entry.
    #[must_use]
    pub const fn keeps(self, entry: &Entry) -> bool {
        match self {
            Self::Everything => true,
            Self::Openings => matches!(entry, Entry::Case(Event::Opened { .. })),
            Self::Messages => matches!(
                entry,
                Entry::Message | Entry::Case(Event::Received | Event::PupilWrote | Event::Replied)
            ),
            Self::People => matches!(
                entry,
                Entry::DirectoryVersion { .. }
                    | Entry::StaffEnded
                    | Entry::Invited
                    | Entry::Restored
                    | Entry::SharesMade
                    | Entry::RecoveryAsked
                    | Entry::ShareGiven
                    | Entry::Recovered
                    | Entry::RecoveryStopped
                    | Entry::ShareDrilled
                    | Entry::WindDownAsked
                    | Entry::WindDownAgreed
                    | Entry::WindDownStopAsked
                    | Entry::WindDownStopped
                    | Entry::TakenOut
                    | Entry::RecoveryCodeUsed
                    | Entry::SecondFactorChanged
                    | Entry::Exported
                    | Entry::Reviewed
                    | Entry::SignedOff
                    | Entry::SchoolOpened
                    | Entry::SettingsChanged
            ),
            Self::Destroyed => {
                matches!(
                    entry,
                    Entry::Destroyed { .. } | Entry::WoundDown { .. } | Entry::Case(Event::Expired)
                )
            }
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Everything => t::audit_everything(),
            Self::Openings => t::audit_openings(),
            Self::Messages => t::audit_messages(),
            Self::People => t::audit_people(),
            Self::Destroyed => t::audit_destroyed(),
        }
    }
}

/// The page.
#[component]
pub fn AuditPage() -> impl IntoView {
    let desk = Desk::here();
    let audit = RwSignal::new(None::<Audit>);
    let checked = RwSignal::new(String::new());
    let failure = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(true);
    let load = move |before: Option<u64>| {
        busy.set(true);
        failure.set(None);
        desk.ask(&Ask::Audit { before }, move |answer| {
            busy.set(false);
            match answer {
                Ok(Answer::Audit(page)) => {
                    checked.set(calendar::this_minute());
                    audit.update(|audit| match (audit.as_mut(), before) {
                        (Some(audit), Some(_)) => audit.append(page),
                        _ => *audit = Some(page),
                    });
                }
                Ok(_) => failure.set(Some(Failure::Broken)),
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    load(None);
    let save_log = move |_| {
        failure.set(None);
        desk.ask(&Ask::SaveLog, move |answer| match answer {
            Ok(Answer::LogFile { json }) => {
                save::json("sotto-log.json", &json);
                desk.say(t::say_saved());
            }
            Ok(_) => failure.set(Some(Failure::Broken)),
            Err(why) => failure.set(Some(why)),
        });
    };
    let what = RwSignal::new(What::default());
    let who = RwSignal::new(String::new());
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::audit()}</h1>
            <p class="soft">{t::audit_words()}</p>
        </div>
        {form::trouble(move || failure.get())}
        {move || audit.with(|audit| audit.as_ref().map(|audit| verdict(audit, &checked.get())))}
        {move || (busy.get() && audit.with(Option::is_none)).then(|| form::progress(busy.into()))}
        <ReviewFlags />
        <form class="filters" on:submit=move |event| event.prevent_default()>
            <div class="field">
                <label for="audit-who">{t::audit_who()}</label>
                <select class="input" id="audit-who" on:change=move |event| who.set(event_target_value(&event))>
                    <option value="">{t::audit_everyone()}</option>
                    {move || audit.with(|audit| {
                        let names: BTreeSet<String> = audit
                            .iter()
                            .flat_map(|audit| &audit.rows)
                            .filter_map(|row| row.by.as_ref().map(|adult| adult.name.clone()))
                            .collect();
                        names.into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> }).collect_view()
                    })}
                </select>
            </div>
            <div class="field">
                <label for="audit-what">{t::audit_what()}</label>
                <select
                    class="input"
                    id="audit-what"
                    on:change=move |event| {
                        let id = event_target_value(&event);
                        let found = What::ALL.into_iter().find(|(_, name)| *name == id);
                        what.set(found.map_or(What::Everything, |(what, _)| what));
                    }
                >
                    {What::ALL.map(|(what, id)| view! { <option value=id>{what.words()}</option> }).collect_view()}
                </select>
            </div>
            <button type="button" class="btn push" on:click=save_log>
                {icon::small(icon::SAVE)} {t::audit_save()}
            </button>
        </form>
        <div class="scroll" role="region" tabindex="0" aria-label=t::audit_entries()>
            <table class="grid cards">
                <thead>
                    <tr>
                        <th scope="col">{t::audit_entry()}</th>
                        <th scope="col">{t::audit_time()}</th>
                        <th scope="col">{t::audit_who()}</th>
                        <th scope="col">{t::audit_what()}</th>
                        <th scope="col">{t::audit_reason()}</th>
                        <th scope="col">{t::audit_check()}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || audit.with(|audit| audit.as_ref().map(|audit| {
                        let name = who.get();
                        let kept: Vec<_> = audit
                            .rows
                            .iter()
                            .filter(|row| what.get().keeps(&row.what))
                            .filter(|row| name.is_empty() || row.by.as_ref().is_some_and(|adult| adult.name == name))
                            .map(|row| line(row, audit.broken))
                            .collect();
                        if kept.is_empty() {
                            view! { <tr><td colspan="6" class="soft">{t::audit_none()}</td></tr> }.into_any()
                        } else {
                            kept.collect_view().into_any()
                        }
                    }))}
                </tbody>
            </table>
        </div>
        {move || audit.with(|audit| audit.as_ref().and_then(|audit| audit.next)).map(|next| view! {
            <p>
                <button type="button" class="btn" aria-disabled=move || busy.get().then_some("true") on:click=move |_| {
                    if !busy.get_untracked() { load(Some(next)); }
                }>{t::audit_older()}</button>
            </p>
        })}
        <DestroyedCases audit />
        <Copies />
    }
}

/// An older page below the one on screen; a fault found in either stays.
trait Append {
    fn append(&mut self, older: Audit);
}

impl Append for Audit {
    fn append(&mut self, older: Audit) {
        self.rows.extend(older.rows);
        self.next = older.next;
        self.size = self.size.max(older.size);
        self.consistent &= older.consistent;
        self.broken = match (self.broken, older.broken) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}

fn verdict(audit: &Audit, checked: &str) -> impl IntoView + use<> {
    let size = calendar::count(audit.size);
    let (good, title, words) = match (audit.broken, audit.consistent) {
        (Some(first), _) => (
            false,
            t::audit_broken_title(&calendar::count(first)),
            t::audit_broken(&calendar::count(first), checked),
        ),
        (None, false) => (
            false,
            t::audit_forked_title().to_owned(),
            t::audit_forked(&size, checked),
        ),
        (None, true) => (
            true,
            t::audit_good_title().to_owned(),
            t::audit_good(&size, checked),
        ),
    };
    view! {
        <section class="verified" class:broken=!good aria-labelledby="verdict">
            <span class="seal">{icon::large(if good { icon::SHIELD } else { icon::EYES })}</span>
            <h2 id="verdict">{title}</h2>
            <p role="status">{words}</p>
        </section>
    }
}

/// A message without a signature of staff is the pupil's, like arrival and withdrawal: known to the half-day.
fn by_pupil(row: &AuditRow) -> bool {
    row.by.is_none()
        && matches!(
            row.what,
            Entry::Message | Entry::Case(Event::Received | Event::PupilWrote | Event::Withdrawn)
        )
}

/// The nickname, or the day of a case this reader has not opened.
fn case_name(name: &str) -> String {
    crate::moment::parse_day(name).map_or_else(
        || name.to_owned(),
        |day| t::audit_report_of(&calendar::short_date(day)),
    )
}

fn line(row: &AuditRow, broken: Option<u64>) -> impl IntoView + use<> {
    let (words, reason) = word::entry(&row.what);
    let pupil = by_pupil(row);
    let who = row.by.as_ref().map_or_else(
        || {
            if pupil {
                t::who_pupil_start()
            } else {
                t::who_system()
            }
            .to_owned()
        },
        |adult| short(&adult.name),
    );
    let good = broken.is_none_or(|first| row.index < first);
    view! {
        <tr>
            <td class="num soft r1a" data-h=t::audit_entry()>{calendar::count(row.index)}</td>
            <td class="num r1b"><time datetime=calendar::datetime(row.hour)>{calendar::record(row.hour, pupil)}</time></td>
            <td class="r2a"><b>{who}</b></td>
            <td>{words} {row.case.as_ref().map(|(_, name)| view! { <span class="soft">" · " {case_name(name)}</span> })}</td>
            <td data-h=t::audit_reason()>{reason.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="r2b">
                {if good {
                    view! { <span class="sealok">{icon::small(icon::SHIELD)} {t::audit_in_place()}</span> }.into_any()
                } else {
                    view! { <span class="sealok late">{icon::small(icon::EYES)} {t::audit_not_in_place()}</span> }.into_any()
                }}
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests;
