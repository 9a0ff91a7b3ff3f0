//! The end of the school's service (XAM-22): how far it has come, what each adult can do about it, and what is left.
//!
//! Promise: every adult who is signed in sees from every screen that it was asked for, and its day once it is agreed.

mod agree;
mod ask;
mod banner;
mod certificates;
mod left;
mod take_out;

use client::staff::message::{Answer, Ask, EndOfService, Failure};
use leptos::prelude::*;
use protocol::api::Ending;

use self::agree::Asked;
use self::ask::Nobody;
pub use self::banner::ServiceBanner;
use self::certificates::Certificates;
use self::left::Left;
pub use self::left::keeper;
use self::take_out::TakeOut;
use super::acting::Acting;
use super::desk::{Desk, View};
use super::initials::short;
use super::{calendar, form, icon};
use crate::text::staff as t;

/// What nobody agreed to is forgotten after these days (the server's rule).
const ASKED_DAYS: u32 = 14;

/// Asks how far it has come. `whole`: with what is left, which may take a moment.
pub fn look(desk: Desk, whole: bool) {
    desk.ask(&Ask::EndOfService { whole }, move |answer| {
        if let Ok(Answer::EndOfService(end)) = answer {
            desk.service.update(|known| keep_counts(known, end));
        }
    });
}

/// Takes how far it is now. What was counted stays until it is counted anew, or until something changed.
fn keep_counts(known: &mut Option<EndOfService>, mut end: EndOfService) {
    if let Some(known) = known.take()
        && end.left.is_none()
        && known.ending == end.ending
    {
        end.left = known.left;
        end.staying = known.staying;
    }
    *known = Some(end);
}

/// Whether this page is offered: to administrators always, to everybody once somebody asked.
#[must_use]
pub fn concerns(desk: Desk) -> bool {
    let admin = desk
        .me
        .with(|me| me.as_ref().is_some_and(|me| me.staff.admin));
    admin || ending(desk).is_some()
}

/// What was asked for or agreed to and still counts.
#[must_use]
pub fn ending(desk: Desk) -> Option<Ending> {
    let ending = desk
        .service
        .with(|end| end.as_ref().and_then(|end| end.ending.clone()))?;
    (!has_lapsed(&ending)).then_some(ending)
}

/// First day on which cases are destroyed, once it is agreed; `None` after the last one went, too.
#[must_use]
pub fn ends_day(desk: Desk) -> Option<i64> {
    let ending = ending(desk)?;
    ending
        .destroy_day
        .filter(|_| ending.over_day.is_none())
        .map(i64::from)
}

fn has_lapsed(ending: &Ending) -> bool {
    let hour = calendar::now_minute() / 60;
    ending.agreed.is_none() && hour > ending.asked.hour.saturating_add(ASKED_DAYS * 24)
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Service {
    desk: Desk,
    acting: Acting,
}

impl Service {
    /// Does something about the end; the answer is how it stands now.
    fn act(self, ask: &Ask, said: &'static str) {
        self.acting.ask(ask, move |answer| {
            let end = match answer {
                Ok(Answer::EndOfService(end)) => end,
                Ok(_) => return Err(Failure::Broken),
                Err(why) => {
                    look(self.desk, true);
                    return Err(why);
                }
            };
            self.desk.service.set(Some(end));
            self.desk.say(said);
            form::focus("heading");
            Ok(())
        });
    }
}

/// The page.
#[component]
pub fn ServicePage() -> impl IntoView {
    let desk = Desk::here();
    let acting = Acting::new(desk);
    provide_context(Service { desk, acting });
    acting.look(&Ask::EndOfService { whole: true }, move |answer| {
        let Answer::EndOfService(end) = answer? else {
            return Err(Failure::Broken);
        };
        desk.service.set(Some(end));
        Ok(())
    });
    // Counting what is left comes later than how far it is: no box that was ticked meanwhile is drawn anew.
    let how_far = Memo::new(move |_| {
        desk.service
            .with(|end| end.as_ref().map(|end| end.ending.clone()))
    });
    view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{t::service()}</h1>
            <p class="soft">{t::service_words()}</p>
        </div>
        {form::trouble(move || acting.failure())}
        {move || match how_far.get() {
            None => form::progress(true.into()).into_any(),
            Some(ending) => shown(ending),
        }}
    }
}

fn shown(ending: Option<Ending>) -> AnyView {
    let Some(ending) = ending else {
        return view! { <Nobody lapsed=false /> }.into_any();
    };
    if has_lapsed(&ending) {
        return view! { <Nobody lapsed=true /> }.into_any();
    }
    let (Some(agreed), Some(day)) = (ending.agreed.clone(), ending.destroy_day) else {
        return view! { <Asked ending /> }.into_any();
    };
    if let Some(over) = ending.over_day {
        return view! {
            <Over day=i64::from(over) />
            <Certificates since=day />
        }
        .into_any();
    }
    let come = i64::from(day) <= calendar::today();
    let date = calendar::long_date(i64::from(day));
    let by = t::service_by(
        &short(&ending.asked.name),
        &short(&agreed.name),
        &calendar::hour(agreed.hour),
    );
    view! {
        <section class="two" aria-labelledby="runs">
            <div class="stack">
                <h2 id="runs">
                    {icon::small(icon::SAND)} " "
                    {if come { t::service_ran(&date) } else { t::service_runs(&date) }}
                </h2>
                <p>{if come { t::service_late() } else { t::service_read_only() }}</p>
                <p class="soft">{by}</p>
            </div>
        </section>
        <div class="with-form">
            <div class="stack">
                <Left />
                {come.then(|| view! { <Certificates since=day /> })}
            </div>
            <div class="stack">
                <TakeOut day=ending.taken_out_day />
                <agree::CallBack ending />
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Over(day: i64) -> impl IntoView {
    let desk = Desk::here();
    view! {
        <section class="verified" aria-labelledby="over">
            <span class="seal">{icon::large(icon::SHIELD)}</span>
            <h2 id="over">{t::service_over()}</h2>
            <p role="status">{t::service_over_words(&calendar::long_date(day))}</p>
        </section>
        <p>
            <button type="button" class="btn" on:click=move |_| desk.go(View::Audit)>
                {icon::small(icon::CHAIN)} " " {t::service_over_log()}
            </button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use protocol::api::{EndingLeft, SaidBy};
    use protocol::id::StaffId;

    use super::*;

    fn end(days: u32, left: Option<EndingLeft>) -> EndOfService {
        let staff = StaffId::from_bytes([1; 16]);
        let asked = SaidBy {
            staff,
            name: String::new(),
            hour: 0,
        };
        EndOfService {
            ending: Some(Ending {
                days,
                asked,
                agreed: None,
                destroy_day: None,
                stop_asked: None,
                taken_out_day: None,
                over_day: None,
            }),
            left,
            staying: Vec::new(),
            slug: String::new(),
        }
    }

    // XAM-22: a look at the clock does not blank what was counted, and old numbers never stand beside something new.
    #[test]
    fn numbers_stay_while_nothing_changes() {
        let left = EndingLeft {
            cases: 3,
            not_taken_out: 2,
            without_keeper: 1,
        };
        let mut known = None;
        keep_counts(&mut known, end(31, Some(left)));
        keep_counts(&mut known, end(31, None));
        assert_eq!(known.as_ref().unwrap().left, Some(left));
        keep_counts(&mut known, end(0, None));
        assert_eq!(known.unwrap().left, None);
    }
}
