//! The table of adults: name and role, key words to compare, and where their access stands.

use client::staff::message::People;
use leptos::prelude::*;
use protocol::api::{StaffState, StaffView};

use super::super::desk::Desk;
use super::super::initials::initials;
use super::super::{calendar, icon, word};
use super::Adult;
use crate::text::staff as t;

/// The six words of a person's key, if they have one.
#[must_use]
pub fn key_words(people: &People, person: &StaffView) -> Vec<String> {
    let Some(key) = person.key else {
        return Vec::new();
    };
    people
        .key_words
        .iter()
        .find(|(of, _)| *of == key)
        .map(|(_, words)| words.clone())
        .unwrap_or_default()
}

/// The table.
#[component]
pub fn Table() -> impl IntoView {
    let adult: Adult = expect_context();
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label=t::adults_table()>
            <table class="grid cards">
                <thead>
                    <tr>
                        <th scope="col">{t::adult()}</th>
                        <th scope="col">{t::key_words()}</th>
                        <th scope="col">{t::state()}</th>
                        {Adult::admin().then(|| view! { <th scope="col"><span class="sr">{t::act()}</span></th> })}
                    </tr>
                </thead>
                <tbody>
                    {move || adult.people.with(|people| people.as_ref().map(|people| {
                        people.list.staff.iter().map(|person| line(adult, people, person)).collect_view()
                    }))}
                </tbody>
            </table>
        </div>
    }
}

fn line(adult: Adult, people: &People, person: &StaffView) -> impl IntoView + use<> {
    let words = key_words(people, person);
    let words = if words.is_empty() {
        view! { <span class="soft">{t::no_key()}</span> }.into_any()
    } else {
        let (one, two) = words.split_at(words.len().div_ceil(2));
        view! { <span class="keywords"><span>{one.join(" ")}</span><span>{two.join(" ")}</span></span> }.into_any()
    };
    let state = match person.state {
        StaffState::Active => view! {
            <span class="chip chip-ok">{icon::small(icon::TICK)} {if person.role.reads() { t::state_reads() } else { t::state_works() }}</span>
        }
        .into_any(),
        StaffState::Waiting => view! { <span class="chip chip-wait">{icon::small(icon::CLOCK)} {t::state_waiting()}</span> }.into_any(),
        StaffState::Ended => view! { <span class="chip">{icon::small(icon::OUT)} {t::state_ended()}</span> }.into_any(),
    };
    let staff = person.staff;
    let leaver = people.list.leavers.iter().find(|one| one.staff == staff);
    let leaving = leaver.filter(|_| person.state != StaffState::Ended).map(|one| {
        let day = one.last_day.map(|day| t::leaves_on(&calendar::short_date(i64::from(day))));
        let said = one.statement.as_ref().map(|said| {
            if said.alone == 0 { t::leaves_handed().to_owned() } else { t::leaves_alone(i64::from(said.alone)) }
        });
        view! {
            {day.map(|day| view! { <span class="chip chip-wait">{icon::small(icon::OUT)} {day}</span> })}
            {said.map(|said| view! { <span class="chip">{said}</span> })}
        }
    });
    let me = Desk::here()
        .me
        .with_untracked(|me| me.as_ref().is_some_and(|me| me.staff.staff == staff));
    let can_end = person.state != StaffState::Ended && !me;
    let name = person.name.clone();
    let role = word::role(person.role);
    let admin_too = person.admin && person.role.reads();
    view! {
        <tr>
            <td class="r1a">
                <span class="who">
                    <span class="me" aria-hidden="true">{initials(&name)}</span>
                    <span>
                        <b>{name.clone()}</b>
                        <span class="soft xs">{role} {admin_too.then(|| format!(", {}", t::also_admin()))}</span>
                    </span>
                </span>
            </td>
            <td data-h=t::key_words()>{words}</td>
            <td class="r1b">{state} {leaving}</td>
            {Adult::admin().then(|| view! {
                <td class="act">
                    {can_end.then(|| view! {
                        <button type="button" class="btn" on:click=move |_| {
                            adult.ending.set(Some(staff));
                            super::super::form::focus("end-reason");
                        }>
                            {t::end()} <span class="sr">{name}</span>
                        </button>
                    })}
                </td>
            })}
        </tr>
    }
}
