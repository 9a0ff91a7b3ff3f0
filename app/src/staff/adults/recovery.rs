//! Shares of everyone's keys: who holds them, whether they fit, giving one to whoever asks, and making one's own.

use client::staff::message::{Answer, Ask, Asking, Drill, Failure, Recovery, Shared};
use leptos::prelude::*;
use protocol::id::KeyId;

use super::super::acting::Acting;
use super::super::desk::Desk;
use super::super::form::{self, Problems};
use super::super::{calendar, icon, word};
use crate::text::staff as t;

/// A drill should not be older than this.
const YEAR_HOURS: u32 = 365 * 24;
/// Colleagues who can hold a share.
const MOST: usize = 3;

/// What the parts share.
#[derive(Clone, Copy)]
struct Acts {
    desk: Desk,
    acting: Acting,
}

impl Acts {
    fn new(desk: Desk) -> Self {
        let acting = Acting::new(desk);
        Self { desk, acting }
    }

    /// Does something; the answer is how it stands now.
    fn go(self, ask: &Ask, said: &'static str) {
        self.acting.ask(ask, move |answer| {
            self.took(answer)?;
            self.desk.say(said);
            Ok(())
        });
    }

    fn took(self, answer: Result<Answer, Failure>) -> Result<(), Failure> {
        let Answer::Recovery(recovery) = answer? else {
            return Err(Failure::Broken);
        };
        self.desk.recovery.set(Some(recovery));
        Ok(())
    }
}

/// Requests that wait for colleagues, above everything else on the page.
#[component]
pub fn Requests() -> impl IntoView {
    let desk = Desk::here();
    let acts = Acts::new(desk);
    view! {
        {form::trouble(move || acts.acting.failure())}
        {move || desk.recovery.with(|recovery| {
            recovery.as_ref().map(|recovery| recovery.asks.iter().map(|ask| asking(acts, ask)).collect_view())
        })}
    }
}

/// The section of the adults page.
#[component]
pub fn RecoverySection() -> impl IntoView {
    let desk = Desk::here();
    let acts = Acts::new(desk);
    acts.acting
        .look(&Ask::Recovery, move |answer| acts.took(answer));
    view! {
        <section class="panel" aria-labelledby="recovery">
            <h2 id="recovery">{t::regain_section()}</h2>
            <p>{t::regain_section_words()}</p>
            {form::trouble(move || acts.acting.failure())}
            {move || desk.recovery.with(|recovery| recovery.as_ref().map(|recovery| list(acts, recovery)))}
            {move || desk.recovery.with(|recovery| recovery.as_ref().and_then(|recovery| own(acts, recovery)))}
        </section>
    }
}

/// Somebody asks: the six words, and the two things a colleague can do.
fn asking(acts: Acts, ask: &Asking) -> impl IntoView + use<> {
    let compared = RwSignal::new(false);
    let problems = Problems::new();
    let (staff, request) = (ask.staff, ask.ask);
    let name = ask.adult.name.clone();
    let words = ask.words.join(" ");
    let given = (!ask.given.is_empty()).then(|| t::regain_given_by(&ask.given.join(", ")));
    let can_give = ask.can_give;
    let give = move |_| {
        if !compared.get_untracked() {
            problems.tell("recovery-compared", t::wrong_compared().to_owned());
            return;
        }
        let ask = Ask::GiveShare {
            staff,
            compared: request,
        };
        acts.go(&ask, t::say_share_given());
    };
    let stop = move |_| acts.go(&Ask::StopRecovery { staff }, t::say_recovery_stopped());
    let label = t::regain_asks(&name);
    let title = label.clone();
    view! {
        <section class="two no-print" aria-label=label>
            <div class="stack">
                <h2>{icon::small(icon::KEY)} " " {title}</h2>
                <p class="soft">{t::regain_since(&calendar::hour(ask.asked_hour), &calendar::hour(ask.ends_hour))}</p>
                <p>{t::regain_compare()} <b class="words-row">{words}</b></p>
                {given.map(|given| view! { <p>{icon::small(icon::TICK)} " " {given}</p> })}
                {form::summary(problems)}
                {can_give.then(|| view! {
                    <label class="row">
                        <input
                            type="checkbox"
                            class="tick"
                            id="recovery-compared"
                            prop:checked=move || compared.get()
                            on:change=move |event| compared.set(event_target_checked(&event))
                        />
                        <span>{t::regain_compared(&name)}</span>
                    </label>
                })}
                <div class="row">
                    {can_give.then(|| view! {
                        <button type="button" class="btn btn-go" aria-disabled=move || acts.acting.waits() on:click=give>
                            {icon::small(icon::KEY)} {t::regain_give()}
                        </button>
                    })}
                    <button type="button" class="btn btn-danger" on:click=stop>{t::regain_stop()}</button>
                </div>
            </div>
        </section>
    }
}

fn list(acts: Acts, recovery: &Recovery) -> impl IntoView + use<> {
    let each = recovery.readers.iter().map(|one| reader(acts, one));
    view! { <ul class="shares" aria-label=t::regain_table()>{each.collect_view()}</ul> }
}

fn reader(acts: Acts, one: &Shared) -> impl IntoView + use<> {
    let holders = one.holders.iter().map(|holder| {
        let shown = holder
            .shown_hour
            .map(|hour| t::regain_shown(&calendar::hour(hour)));
        let gone = (!holder.reads).then(t::regain_gone);
        view! {
            <li>{holder.name.clone()} <span class="soft xs">" " {shown} {gone}</span></li>
        }
    });
    let holders = (!one.holders.is_empty())
        .then(|| view! { <ul class="holders" aria-label=t::regain_holders()>{holders.collect_view()}</ul> });
    let staff = one.staff.filter(|_| one.mine);
    let name = one.adult.name.clone();
    view! {
        <li>
            <div>
                <p><b>{one.adult.name.clone()}</b> <span class="soft xs">" " {word::role(one.adult.role)}</span></p>
                {holders}
            </div>
            <div class="share-state">
                {state(one, calendar::now_minute() / 60)}
                {staff.map(|staff| view! {
                    <button
                        type="button"
                        class="btn"
                        aria-disabled=move || acts.acting.waits()
                        on:click=move |_| acts.go(&Ask::Drill { staff }, t::say_drilled())
                    >
                        {t::regain_try()} <span class="sr">{name}</span>
                    </button>
                })}
            </div>
        </li>
    }
}

fn state(one: &Shared, now: u32) -> impl IntoView + use<> {
    let stands = stands(one, now);
    let (class, icon) = match stands {
        Stands::Fits(_) => ("chip chip-ok", icon::TICK),
        _ => ("chip chip-wait", icon::EYES),
    };
    let words = match stands {
        Stands::None => t::regain_none().to_owned(),
        Stands::Fits(hour) => t::regain_fits(&calendar::hour(hour)),
        Stands::Old(hour) => t::regain_old(&calendar::hour(hour)),
        Stands::Waiting => t::regain_untried().to_owned(),
        Stands::TooFew => t::regain_few().to_owned(),
        Stands::Broken => t::regain_broken().to_owned(),
    };
    view! { <span class=class>{icon::small(icon)} {words}</span> }
}

/// How somebody's shares stand, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    None,
    TooFew,
    Broken,
    Waiting,
    Old(u32),
    Fits(u32),
}

fn stands(one: &Shared, now: u32) -> Stands {
    match one.drill {
        _ if one.staff.is_none() => Stands::None,
        _ if !one.enough => Stands::TooFew,
        Drill::Broken => Stands::Broken,
        Drill::Waiting => Stands::Waiting,
        Drill::Fits { hour } if now.saturating_sub(hour) > YEAR_HOURS => Stands::Old(hour),
        Drill::Fits { hour } => Stands::Fits(hour),
    }
}

/// The form with which a reader shares their own keys.
fn own(acts: Acts, recovery: &Recovery) -> Option<impl IntoView + use<>> {
    let me = recovery.me?;
    let again = recovery
        .readers
        .iter()
        .any(|one| one.adult.key == me && one.staff.is_some());
    let chosen = RwSignal::new(Vec::<KeyId>::new());
    let problems = Problems::new();
    let ticks = recovery.candidates.iter().enumerate().map(|(at, adult)| {
        let key = adult.key;
        view! {
            <label class="row">
                <input
                    type="checkbox"
                    class="tick"
                    id=format!("holder-{at}")
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&key))
                    on:change=move |event| chosen.update(|chosen| {
                        chosen.retain(|known| *known != key);
                        if event_target_checked(&event) {
                            chosen.push(key);
                        }
                    })
                />
                <span>{adult.name.clone()} <span class="soft xs">" " {word::role(adult.role)}</span></span>
            </label>
        }
    });
    let ticks = ticks.collect_view();
    let enough = recovery.candidates.len() >= 2;
    let share = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let to = chosen.get_untracked();
        if !(2..=MOST).contains(&to.len()) {
            problems.tell("holder-0", t::wrong_holders().to_owned());
            return;
        }
        problems.show(Vec::new());
        acts.go(&Ask::Share { to }, t::say_shared());
    };
    Some(view! {
        <form class="stack-s" novalidate on:submit=share aria-label=t::regain_own()>
            <h3>{if again { t::regain_own_again() } else { t::regain_own() }}</h3>
            <p class="soft">{if enough { t::regain_own_words() } else { t::regain_own_few() }}</p>
            {form::summary(problems)}
            {ticks}
            {enough.then(|| view! {
                <p>
                    <button type="submit" class="btn btn-go" aria-disabled=move || acts.acting.waits()>
                        {icon::small(icon::KEY)} {t::regain_share()}
                    </button>
                </p>
            })}
        </form>
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use client::staff::message::Adult;
    use protocol::api::Role;
    use protocol::encoding::FixedBytes;
    use protocol::id::StaffId;

    // F7: a drill that never was, failed, or is a year old does not look like one that holds.
    #[test]
    fn only_a_fresh_drill_of_enough_people_holds() {
        let one = |drill, enough| Shared {
            adult: Adult {
                key: FixedBytes([1; 16]),
                name: "A".to_owned(),
                role: Role::Lead,
            },
            staff: Some(StaffId::from_bytes([2; 16])),
            made_hour: 1,
            holders: Vec::new(),
            drill,
            enough,
            mine: false,
        };
        let fits = Drill::Fits { hour: 100 };
        assert_eq!(
            stands(&one(fits, true), 100 + YEAR_HOURS),
            Stands::Fits(100)
        );
        assert_eq!(stands(&one(fits, true), 101 + YEAR_HOURS), Stands::Old(100));
        assert_eq!(stands(&one(fits, false), 100), Stands::TooFew);
        assert_eq!(stands(&one(Drill::Waiting, true), 100), Stands::Waiting);
        assert_eq!(stands(&one(Drill::Broken, true), 100), Stands::Broken);
        let mut none = one(fits, false);
        none.staff = None;
        assert_eq!(stands(&none, 100), Stands::None);
    }
}
