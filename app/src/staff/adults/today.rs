//! How many reports came today against what a day usually brings, and what an admin may change: that number, and the
//! code on the posters.

use client::staff::message::{Ask, Failure};
use leptos::ev;
use leptos::prelude::*;
use protocol::api::{Alarm, LimitsRequest, TodayView};

use super::super::form::{self, Line, Problems, line};
use super::super::{desk::Desk, icon, service};
use super::Adult;
use crate::text::staff as t;

/// The panel.
#[component]
pub fn Today() -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let today = Memo::new(move |_| {
        adult
            .people
            .with(|people| people.as_ref().map(|people| people.list.today.clone()))
    });
    move || {
        today.get().map(|today| {
            let (reports, budget) = (i64::from(today.reports), i64::from(today.daily_budget));
            view! {
                <section class="panel" aria-labelledby="today">
                    <h2 id="today">{t::today()}</h2>
                    <p>{t::today_count(reports, budget)}</p>
                    {alarm(today.alarm).map(|words| view! {
                        <p class="problem" role="status"><span>{icon::small(icon::EYES)} " " {words}</span></p>
                    })}
                    <p class="soft">{if today.term > 0 { t::today_code() } else { t::today_no_code() }}</p>
                    {match service::ending(desk).and_then(|ending| ending.agreed) {
                        Some(_) => view! { <p class="soft">{t::service_today()}</p> }.into_any(),
                        None => Adult::admin().then(|| view! { <Change today /> }).into_any(),
                    }}
                </section>
            }
        })
    }
}

/// What an unusual day means, in words.
const fn alarm(alarm: Alarm) -> Option<fn() -> &'static str> {
    match alarm {
        Alarm::None => None,
        Alarm::Half => Some(t::today_half),
        Alarm::Full => Some(t::today_full),
        Alarm::Stopped => Some(t::today_stopped),
    }
}

#[component]
fn Change(today: TodayView) -> impl IntoView {
    let desk = Desk::here();
    let adult: Adult = expect_context();
    let budget = RwSignal::new(today.daily_budget.to_string());
    let failure = RwSignal::new(None::<Failure>);
    let problems = Problems::new();
    let set = move |term: u32| {
        let Some(daily_budget) = read_budget(&budget.get_untracked()) else {
            problems.tell("daily-budget", t::wrong_budget().to_owned());
            return;
        };
        problems.show(Vec::new());
        let request = LimitsRequest { daily_budget, term };
        desk.ask(&Ask::SetLimits(request), move |answer| {
            failure.set(adult.took(answer).err());
        });
    };
    let term = today.term;
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        set(term);
    };
    view! {
        <form class="stack" novalidate on:submit=save>
            {form::summary(problems)}
            {form::trouble(move || failure.get())}
            {line(Line::text("daily-budget", t::budget()).hint(t::budget_hint()), budget, problems)}
            <button type="submit" class="btn">{t::budget_save()}</button>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| set(term.saturating_add(1))>{t::code_new()}</button>
                {(term > 0).then(|| view! {
                    <button type="button" class="btn" on:click=move |_| set(0)>{t::code_none()}</button>
                })}
            </div>
            <p class="xs soft">{t::code_hint()}</p>
        </form>
    }
}

fn read_budget(typed: &str) -> Option<u32> {
    let number = typed.trim().parse().ok()?;
    (10..=1_000_000).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::read_budget;

    #[test]
    fn a_budget_is_a_number_the_server_takes() {
        assert_eq!(read_budget(" 500 "), Some(500));
        for wrong in ["", "9", "1000001", "-20", "many", "5e3"] {
            assert_eq!(read_budget(wrong), None, "{wrong}");
        }
    }
}
