//! What was destroyed: certificates to keep, and where each stands in the log that this browser checked.

use client::staff::message::{Answer, Ask, Audit, Destroyed, Entry, Failure};
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::{calendar, form, icon, save};
use crate::text::staff as t;

/// The certificates, below the log. `audit`: the entries shown so far.
#[component]
pub(super) fn DestroyedCases(audit: RwSignal<Option<Audit>>) -> impl IntoView {
    let desk = Desk::here();
    let found = RwSignal::new(None::<Vec<Destroyed>>);
    let failure = RwSignal::new(None::<Failure>);
    desk.ask(&Ask::Destroyed, move |answer| match answer {
        Ok(Answer::Destroyed(list)) => found.set(Some(list)),
        Ok(_) => failure.set(Some(Failure::Broken)),
        Err(why) => failure.set(Some(why)),
    });
    view! {
        <section class="stack" aria-labelledby="destroyed">
            <h2 id="destroyed">{t::destroyed_title()}</h2>
            <p class="soft">{t::destroyed_words()}</p>
            {form::trouble(move || failure.get())}
            {move || found.with(|found| found.as_ref().map(|list| {
                if list.is_empty() {
                    return view! { <p>{t::destroyed_none()}</p> }.into_any();
                }
                let cards = list.iter().map(|one| {
                    let places = audit.with(|audit| audit.as_ref().map_or_else(Vec::new, |audit| places(audit, one)));
                    card(one, &places)
                });
                view! { <ul class="certificates">{cards.collect_view()}</ul> }.into_any()
            }))}
        </section>
    }
}

/// Entries of the log, proven here, that carry this certificate's fingerprint.
fn places(audit: &Audit, one: &Destroyed) -> Vec<u64> {
    let holds = |index: &u64| audit.broken.is_none_or(|broken| *index < broken);
    let carries =
        |what: &Entry| matches!(what, Entry::Destroyed { certificate } if *certificate == one.hash);
    let rows = audit.rows.iter().filter(|row| carries(&row.what));
    rows.map(|row| row.index).filter(holds).collect()
}

fn card(one: &Destroyed, places: &[u64]) -> impl IntoView + use<> {
    let proof = match places {
        [] => view! { <p class="soft">{t::destroyed_not_shown()}</p> }.into_any(),
        places => {
            let list: Vec<String> = places.iter().map(|index| calendar::count(*index)).collect();
            let words = t::destroyed_logged(&list.join(", "));
            view! { <p><span class="sealok">{icon::small(icon::SHIELD)} " " {words}</span></p> }
                .into_any()
        }
    };
    certificate(one, proof)
}

/// The last certificate counts no case anew: its words have the sum of those before it.
fn title(cases: u32, day: &str) -> String {
    match cases {
        0 => t::destroyed_last(day),
        _ => t::destroyed_on(i64::from(cases), day),
    }
}

/// A certificate to read and to save, with what is known of its place in the log.
pub fn certificate<P: IntoView + 'static>(one: &Destroyed, proof: P) -> impl IntoView + use<P> {
    let day = calendar::long_date(i64::from(one.day));
    let name = format!(
        "sotto-destroyed-{}.txt",
        calendar::iso_day(i64::from(one.day))
    );
    let statement = one.statement.clone();
    let label = t::destroyed_save_of(&day);
    view! {
        <li class="panel">
            <h3>{title(one.cases, &day)}</h3>
            {proof}
            <details>
                <summary>{t::destroyed_show()}</summary>
                <pre class="code statement">{one.statement.clone()}</pre>
            </details>
            <p class="no-print">
                <button type="button" class="btn" aria-label=label on:click=move |_| save::text(&name, &statement)>
                    {icon::small(icon::SAVE)} " " {t::destroyed_save()}
                </button>
            </p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use client::staff::message::AuditRow;
    use protocol::encoding::FixedBytes;

    fn row(index: u64, certificate: u8) -> AuditRow {
        AuditRow {
            index,
            hour: 0,
            by: None,
            what: Entry::Destroyed {
                certificate: FixedBytes([certificate; 32]),
            },
            case: None,
        }
    }

    // IMP-C5: a certificate counts as logged only by entries that carry its hash and hold.
    #[test]
    fn a_certificate_is_found_by_its_fingerprint() {
        let one = Destroyed {
            day: 20_000,
            cases: 2,
            statement: String::new(),
            hash: FixedBytes([7; 32]),
        };
        let mut audit = Audit {
            rows: vec![row(9, 7), row(5, 8), row(4, 7)],
            size: 10,
            hour: None,
            broken: None,
            consistent: true,
            next: None,
        };
        assert_eq!(places(&audit, &one), [9, 4]);
        audit.broken = Some(6);
        assert_eq!(places(&audit, &one), [4]);
    }
}
