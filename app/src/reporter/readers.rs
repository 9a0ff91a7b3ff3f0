//! "Who will read this?" Names, roles, where to find them; leave anyone out, but not the last one.

use client::reporter::message::{Reader, School};
use leptos::prelude::*;
use protocol::api::Role;

use super::journey::Screen;
use super::page::Page;
use super::{failure, frame};
use crate::category;
use crate::components::icon::{icon, icon_small};
use crate::text::pupil;

/// The question; what went wrong instead, while there is no school.
pub fn readers(page: Page) -> AnyView {
    let Some(school) = page.read(|state| state.school.clone()) else {
        return match page.read(|state| state.fault.clone()) {
            Some(fault) => failure::screen(page, &fault, move || page.fetch_school()),
            None => waiting(page),
        };
    };
    let refused = RwSignal::new(0);
    let concerns_adult = page.read(|state| state.journey.categories.contains(&"adult_school"));
    let others_chosen = page.read(|state| {
        school
            .readers
            .iter()
            .any(|reader| !reader.usual && state.journey.reads(reader))
    });
    let others_open = RwSignal::new(u32::from(concerns_adult || others_chosen));

    let (usual, others): (Vec<Reader>, Vec<Reader>) = school
        .readers
        .iter()
        .cloned()
        .partition(|reader| reader.usual);
    let no_others = others.is_empty();
    let others_view = move || {
        if others_open.get() == 0 {
            return None;
        }
        let inner = if no_others {
            view! { <p class="soft">{pupil::readers_others_none()}</p> }.into_any()
        } else {
            view! { <ul class="readers">{others.clone().into_iter().map(|reader| row(page, refused, reader)).collect_view()}</ul> }.into_any()
        };
        Some(
            view! { <section class="stack" aria-labelledby="others"><h2 class="sub" id="others" tabindex="-1">{pupil::readers_others_title()}</h2>{inner}</section> },
        )
    };
    let kind_text = if concerns_adult {
        pupil::readers_about_adult(
            category::find("adult_school").map_or("", |found| (found.label)()),
        )
    } else {
        pupil::readers_about_text().to_owned()
    };
    let choose_other = move || {
        (others_open.get() == 0).then(|| {
            view! {
                <p>
                    <button
                        type="button"
                        class="btn btn-soft btn-s"
                        on:click=move |_| {
                            others_open.set(1);
                            crate::components::focus::focus("others");
                        }
                    >
                        {pupil::readers_other()}
                    </button>
                </p>
            }
        })
    };
    let count = move || {
        page.watch();
        if refused.get() > 0 {
            return pupil::readers_last().to_owned();
        }
        pupil::readers_count(
            page.read(|state| i64::try_from(state.journey.readers.len()).unwrap_or(0)),
        )
    };
    let changed = page.write(|state| core::mem::take(&mut state.readers_changed)).then(|| {
        view! { <div class="kind" role="status">{icon("warning")}<b>{pupil::fail_readers_title()}</b><p>{pupil::readers_changed()}</p></div> }
    });
    let body = view! {
        <div class="ask">{frame::heading(pupil::readers_title(), pupil::readers_lead())}</div>
        {changed}
        <div class="split">
            <div class="stack">
                <ul class="readers">{usual.into_iter().map(|reader| row(page, refused, reader)).collect_view()}</ul>
                {others_view}
            </div>
            <div class="stack">
                <div class="kind">{icon("heart")}<b>{pupil::readers_about_title()}</b><p>{kind_text}</p>{choose_other}</div>
                <p class="local">{icon_small("lock")}<span>{pupil::readers_locked()}</span></p>
                {poster(&school)}
            </div>
        </div>
    }
    .into_any();
    let bar = view! { <span role="status">{count}</span> }.into_any();
    frame::question(page, Screen::Readers, "readers", body, bar)
}

fn waiting(page: Page) -> AnyView {
    view! {
        {frame::step(page, Screen::Readers)}
        <div class="ask"><h1 id="title" tabindex="-1">{pupil::readers_title()}</h1><p role="status">{pupil::page_loading()}</p></div>
    }
    .into_any()
}

/// One adult with a way to leave them out, or to let them read.
fn row(page: Page, refused: RwSignal<u32>, reader: Reader) -> AnyView {
    let key = reader.key;
    let reads = page.read(|state| state.journey.reads(&reader));
    let usual = reader.usual;
    let id = [
        "reader-",
        &crate::text::number(i64::from(u32::from_be_bytes([
            key.0[0], key.0[1], key.0[2], key.0[3],
        ]))),
    ]
    .concat();
    let mut role = role_words(reader.role).to_owned();
    role.push('.');
    if !reader.place.is_empty() {
        role.push(' ');
        role.push_str(&reader.place);
        role.push('.');
    }
    let for_id = id.clone();
    let state = RwSignal::new(u32::from(reads));
    let class = move || {
        if state.get() == 1 {
            "reader"
        } else {
            "reader reader-left"
        }
    };
    let can = move || {
        if state.get() == 1 {
            view! { <span class="reader-state">{icon_small("eye")}{pupil::readers_in()}</span> }
                .into_any()
        } else {
            view! { <span class="reader-state reader-cannot">{icon_small("eye-off")}{pupil::readers_not()}</span> }.into_any()
        }
    };
    let action = if usual {
        pupil::readers_out()
    } else {
        pupil::readers_add()
    };
    view! {
        <li class=class>
            <span class="face" aria-hidden="true">{initials(&reader.name)}</span>
            <span class="reader-who">
                <span class="reader-name">{reader.name.clone()}</span>
                <span class="reader-role">{role}</span>
                {can}
            </span>
            <label class="reader-out" for=for_id>
                <input
                    class="tick"
                    type="checkbox"
                    id=id
                    prop:checked=reads != usual
                    on:change:target=move |event| {
                        let box_ = event.target();
                        let wanted = box_.checked() != usual;
                        let done = page.write(|state| state.journey.set_reader(key, wanted));
                        if done {
                            state.set(u32::from(wanted));
                        } else {
                            box_.set_checked(!box_.checked());
                        }
                        refused.set(u32::from(!done));
                        page.touch();
                    }
                />
                <span>{action}<span class="sr">" "{reader.name}</span></span>
            </label>
        </li>
    }
    .into_any()
}

/// What an adult is to a pupil.
#[must_use]
pub fn role_words(role: Role) -> &'static str {
    match role {
        Role::Lead => pupil::role_lead(),
        Role::Deputy => pupil::role_deputy(),
        Role::Reader => pupil::role_reader(),
        Role::Head => pupil::role_head(),
        Role::Chair => pupil::role_chair(),
        Role::Admin => pupil::role_admin(),
    }
}

/// First letters of the first and last name, without the form of address.
fn initials(name: &str) -> String {
    let mut words = name.split(' ').filter(|word| !word.is_empty());
    let all: Vec<&str> = words.by_ref().collect();
    let rest = if all.len() > 1 { &all[1..] } else { &all[..] };
    let first = rest.first().and_then(|word| word.chars().next());
    let last = if rest.len() > 1 {
        rest.last().and_then(|word| word.chars().next())
    } else {
        None
    };
    first.into_iter().chain(last).collect()
}

fn poster(school: &School) -> AnyView {
    if school.poster_checked {
        return view! { <p class="local">{icon_small("tick")}<span>{pupil::readers_poster()}</span></p> }.into_any();
    }
    let words = school.fingerprint_words.join(" ");
    view! { <div class="local">{icon_small("eye")}<span>{pupil::readers_no_poster()}" "<b class="ltr">{words}</b></span></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_skip_the_form_of_address() {
        assert_eq!(initials("Ms Priya Kaur"), "PK");
        assert_eq!(initials("Mr Adeyemi"), "A");
        assert_eq!(initials("Helen"), "H");
        assert_eq!(initials(""), "");
    }
}
