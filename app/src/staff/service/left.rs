//! What is left: numbers, and each case that no day destroys, with who is to keep it.

use client::staff::message::{EndOfService, Staying, Stays};
use leptos::prelude::*;
use protocol::api::{EndingLeft, SaidBy};

use super::super::desk::Desk;
use super::super::initials::short;
use super::super::{calendar, icon, row};
use crate::text::staff as t;

/// The list.
#[component]
pub fn Left() -> impl IntoView {
    let desk = Desk::here();
    let reads = super::super::shell::reads(desk);
    view! {
        <section class="panel" aria-labelledby="left">
            <h2 id="left">{t::service_left()}</h2>
            {move || desk.service.with(|end| end.as_ref().and_then(|end| end.left)).map(numbers)}
            <p class="soft">{if reads { t::service_left_mine() } else { t::service_left_all() }}</p>
            {move || reads.then(|| desk.service.with(|end| end.as_ref().map(|end| staying(desk, end))))}
        </section>
    }
}

fn numbers(left: EndingLeft) -> impl IntoView {
    let fact = |words: &'static str, number: u32| {
        view! { <dt>{words}</dt> <dd class="num">{calendar::count(u64::from(number))}</dd> }
    };
    view! {
        <dl class="facts tally">
            {fact(t::service_left_cases(), left.cases)}
            {fact(t::service_left_keeper(), left.without_keeper)}
            {fact(t::service_left_out(), left.not_taken_out)}
        </dl>
    }
}

fn staying(desk: Desk, end: &EndOfService) -> impl IntoView + use<> {
    let none = end.staying.is_empty() && end.left.is_some();
    let list = end.staying.iter().cloned().map(|one| line(desk, one));
    view! {
        <h3>{t::service_staying()}</h3>
        {end.left.is_none().then(|| view! { <p class="soft">{t::stage_working()}</p> })}
        {none.then(|| view! { <p>{t::service_staying_none()}</p> })}
        <ul class="list">{list.collect_view()}</ul>
    }
}

fn line(desk: Desk, one: Staying) -> impl IntoView {
    let title = row::title(&one.row);
    let me = desk
        .me
        .with_untracked(|me| me.as_ref().map(|me| me.staff.staff));
    let keeper = keeper(one.named.as_ref(), one.agreed.as_ref(), me);
    let out = if one.taken_out {
        view! { <span class="chip chip-ok">{t::service_is_out()}</span> }.into_any()
    } else {
        view! { <span class="chip">{t::service_not_out()}</span> }.into_any()
    };
    let settled = one.agreed.is_some();
    let label = t::service_open_case_of(&title);
    let target = one.row.clone();
    view! {
        <li>
            <div class="stack-s">
                <b>{title}</b>
                <span class="soft">{row::came(&one.row)} " · " {why(one.why)}</span>
                {keeper.map(|words| view! { <span>{words}</span> })}
                <span class="row">
                    {settled.then(|| view! { <span class="chip chip-ok">{icon::small(icon::TICK)} {t::service_settled()}</span> })}
                    {out}
                </span>
            </div>
            <button type="button" class="btn" aria-label=label on:click=move |_| desk.open(target.clone())>
                {icon::small(icon::UNLOCK)} {t::service_open_case()}
            </button>
        </li>
    }
}

/// Who said who keeps a case, as this adult is told; `None` while nobody did.
pub fn keeper(
    named: Option<&SaidBy>,
    agreed: Option<&SaidBy>,
    me: Option<protocol::id::StaffId>,
) -> Option<String> {
    let named = named?;
    let first = short(&named.name);
    Some(match agreed {
        Some(agreed) => t::keeper_both(&first, &short(&agreed.name)),
        None if me == Some(named.staff) => t::keeper_you().to_owned(),
        None => t::keeper_other(&first, &calendar::hour(named.hour)),
    })
}

fn why(why: Stays) -> &'static str {
    match why {
        Stays::Unread => t::service_why_unread(),
        Stays::Held => t::service_why_held(),
        Stays::Open => t::service_why_open(),
        Stays::ByHand => t::service_why_by_hand(),
    }
}
