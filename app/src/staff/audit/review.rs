//! What another adult should look at, above the log; and for adults who read nothing, counts by month.

use client::staff::message::{Answer, Ask, Failure, Flag, Review};
use leptos::prelude::*;
use protocol::api::{CloseFlagRequest, FlagOutcome, FlagRule, ReviewMonth};
use protocol::encoding::to_base64url;
use protocol::id::Hash;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::initials::short;
use super::super::{calendar, form, icon};
use super::case_name;
use crate::text::staff as t;

/// Asks for the review. `whole`: with every case, which may take a moment.
pub fn ask_review(desk: Desk, whole: bool) {
    desk.ask(&Ask::Review { whole }, move |answer| {
        if let Ok(Answer::Review(review)) = answer {
            desk.review.set(Some(review));
        }
    });
}

/// The flags, open ones first.
#[component]
pub(super) fn ReviewFlags() -> impl IntoView {
    let desk = Desk::here();
    let acting = Acting::new(desk);
    ask_review(desk, true);
    let close = Callback::new(move |(flag, outcome): (Hash, FlagOutcome)| {
        let request = CloseFlagRequest { flag, outcome };
        acting.ask(&Ask::CloseFlag(request), move |answer| {
            let review = match answer {
                Ok(Answer::Review(review)) => review,
                Ok(_) => return Err(Failure::Broken),
                Err(why) => {
                    ask_review(desk, true);
                    return Err(why);
                }
            };
            desk.review.set(Some(review));
            desk.say(t::say_reviewed());
            Ok(())
        });
    });
    view! {
        <section class="stack" aria-labelledby="review">
            <h2 id="review">{t::review_title()}</h2>
            <p class="soft">{t::review_words()}</p>
            {form::trouble(move || acting.failure())}
            {move || desk.review.with(|review| match review {
                None => form::progress(true.into()).into_any(),
                Some(review) => shown(review, close).into_any(),
            })}
        </section>
    }
}

fn shown(review: &Review, close: Callback<(Hash, FlagOutcome)>) -> impl IntoView + use<> {
    let (done, open): (Vec<&Flag>, Vec<&Flag>) =
        review.flags.iter().partition(|flag| flag.closed.is_some());
    let count = i64::try_from(done.len()).unwrap_or(i64::MAX);
    let done = (!done.is_empty()).then(|| {
        let list = done.into_iter().map(|flag| card(flag, close));
        view! {
            <details>
                <summary>{t::review_done(count)}</summary>
                <ul class="certificates">{list.collect_view()}</ul>
            </details>
        }
    });
    let waiting = if open.is_empty() {
        view! { <p>{t::review_none()}</p> }.into_any()
    } else {
        let list = open.into_iter().map(|flag| card(flag, close));
        view! { <ul class="certificates">{list.collect_view()}</ul> }.into_any()
    };
    let months = (!review.months.is_empty()).then(|| months(&review.months));
    view! { {waiting} {done} {months} }
}

fn card(flag: &Flag, close: Callback<(Hash, FlagOutcome)>) -> impl IntoView + use<> {
    let what = words(flag);
    let day = calendar::long_date(i64::from(flag.day));
    let names: Vec<String> = flag.cases.iter().map(|(_, name)| case_name(name)).collect();
    let cases = (!names.is_empty())
        .then(|| view! { <p class="soft">{t::review_cases(&names.join(", "))}</p> });
    let end = match &flag.closed {
        Some(closed) => {
            let when = calendar::hour(closed.hour);
            let line = t::review_closed(&short(&closed.name), &when, finding(closed.outcome));
            view! { <p><span class="sealok">{icon::small(icon::SHIELD)} " " {line}</span></p> }
                .into_any()
        }
        None if flag.mine => view! { <p class="soft">{t::review_mine()}</p> }.into_any(),
        None => closing(flag.flag, &what, close).into_any(),
    };
    view! {
        <li class="panel">
            <h3>{day}</h3>
            <p>{what}</p>
            {cases}
            {end}
        </li>
    }
}

fn closing(flag: Hash, what: &str, close: Callback<(Hash, FlagOutcome)>) -> impl IntoView + use<> {
    let outcome = RwSignal::new(FlagOutcome::InOrder);
    let id = format!("finding-{}", to_base64url(&flag.0));
    let label = t::review_close_of(what);
    view! {
        <form class="filters no-print" on:submit=move |event| {
            event.prevent_default();
            close.run((flag, outcome.get_untracked()));
        }>
            <div class="field">
                <label for=id.clone()>{t::review_finding()}</label>
                <select
                    class="input"
                    id=id
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        let found = FlagOutcome::ALL.into_iter().find(|one| one.to_byte().to_string() == chosen);
                        outcome.set(found.unwrap_or(FlagOutcome::InOrder));
                    }
                >
                    {FlagOutcome::ALL.map(|one| view! {
                        <option value=one.to_byte().to_string()>{finding(one)}</option>
                    }).collect_view()}
                </select>
            </div>
            <button type="submit" class="btn" aria-label=label>{t::review_close()}</button>
        </form>
    }
}

fn months(months: &[ReviewMonth]) -> impl IntoView + use<> {
    let rows = months.iter().map(|one| {
        let number = |count: u32| calendar::count(u64::from(count));
        view! {
            <tr>
                <th scope="row" class="num">{one.month.clone()}</th>
                <td class="num" data-h=t::review_openings()>{number(one.openings)}</td>
                <td class="num" data-h=t::review_flags()>{number(one.flags)}</td>
                <td class="num" data-h=t::review_open()>{number(one.open)}</td>
            </tr>
        }
    });
    view! {
        <h3>{t::review_months()}</h3>
        <div class="scroll" role="region" tabindex="0" aria-label=t::review_months()>
            <table class="grid">
                <thead>
                    <tr>
                        <th scope="col">{t::review_month()}</th>
                        <th scope="col">{t::review_openings()}</th>
                        <th scope="col">{t::review_flags()}</th>
                        <th scope="col">{t::review_open()}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn finding(outcome: FlagOutcome) -> &'static str {
    match outcome {
        FlagOutcome::InOrder => t::review_in_order(),
        FlagOutcome::Explained => t::review_explained(),
        FlagOutcome::PassedOn => t::review_passed_on(),
    }
}

/// What was noticed, in words.
fn words(flag: &Flag) -> String {
    let someone = t::review_someone().to_owned();
    let who = flag.who.as_deref().map_or(someone, short);
    let count = i64::from(flag.count);
    match flag.rule {
        FlagRule::OutOfHours => t::review_out_of_hours(&who, count),
        FlagRule::AfterTakeover => t::review_after_takeover(&who, count),
        FlagRule::ManyAtOnce => t::review_many(&who, count),
        FlagRule::AgainAndAgain => t::review_again(&who, count),
        FlagRule::NothingDone => t::review_nothing_done(&who),
        FlagRule::SavedBeforeLeaving => t::review_saved(&who),
        FlagRule::WrongSignIn => t::review_wrong_sign_in(&who, count),
        FlagRule::WrongProof => t::review_wrong_proof(&who, count),
    }
}
