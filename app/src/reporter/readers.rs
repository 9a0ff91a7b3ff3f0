//! "Who will read this?" Names, roles, where to find them; leave anyone out, but not the last one.

use client::reporter::message::{Reader, School};
use protocol::api::Role;
use protocol::id::KeyId;

use super::journey::Screen;
use super::page::{Page, State};
use super::{failure, frame};
use crate::components::icon::{icon, icon_small};
use crate::text::{pupil, said, say};
use crate::view::{self, Event, View, view};

/// The question; what went wrong instead, while there is no school.
pub fn readers(page: Page, state: &State) -> View {
    let Some(school) = &state.school else {
        return match &state.fault {
            Some(fault) => failure::screen(page, fault),
            None => waiting(page),
        };
    };
    let here = &state.here;
    let rows = |usual: bool| -> Vec<View> {
        let readers = school.readers.iter().filter(|reader| reader.usual == usual);
        readers.map(|reader| row(page, state, reader)).collect()
    };
    let others = here.all.then(|| {
        let others = rows(false);
        let inner = if others.is_empty() {
            view! { <p class="soft">{pupil::readers_others_none()}</p> }
        } else {
            view! { <ul class="readers">{View::Many(others)}</ul> }
        };
        view! { <section class="stack" aria-labelledby="others"><h2 class="sub" id="others" tabindex="-1">{pupil::readers_others_title()}</h2>{inner}</section> }
    });
    let choose_other = (!here.all && !here.asks_whom).then(|| {
        view! {
            <p>
                <button type="button" class="btn btn-soft btn-s" on:click=move |_| {
                    page.write(|state| state.here.all = true);
                    view::focus("others");
                }>
                    {pupil::readers_other()}
                </button>
            </p>
        }
    });
    let count = if here.refused {
        said(pupil::readers_last())
    } else {
        pupil::readers_count(i64::try_from(state.journey.readers.len()).unwrap_or(0))
    };
    let changed = state.readers_changed.then(|| {
        view! { <div class="kind" role="status">{icon("warning")}<b>{pupil::fail_readers_title()}</b><p>{pupil::readers_changed()}</p></div> }
    });
    let told = (!here.concern.is_empty()).then(|| {
        let can = school
            .readers
            .iter()
            .filter(|reader| state.journey.reads(reader));
        let can: Vec<&str> = can.map(|reader| reader.name.as_str()).collect();
        let words = pupil::readers_about_done(&here.concern, &can.join(", "));
        view! { <p class="told" role="status">{icon_small("tick")}<span>{words}</span></p> }
    });
    let body = view! {
        <div class="ask">{frame::heading(pupil::readers_title(), pupil::readers_lead())}</div>
        {changed}
        {told}
        <div class="split">
            <div class="stack">
                <ul class="readers">{View::Many(rows(true))}</ul>
                {others}
            </div>
            <div class="stack">
                <div class="kind">{icon("heart")}<b>{pupil::readers_about_title()}</b>{concern(page, state, school)}{choose_other}</div>
                <p class="local">{icon_small("lock")}<span>{pupil::readers_locked()}</span></p>
                {poster(school)}
            </div>
        </div>
    };
    let bar = view! { <span role="status">{count}</span> };
    frame::question(page, state, Screen::Readers, "readers", body, bar)
}

/// Is it about one of the adults on the list? Then they are left out, and who is above them reads it instead.
fn concern(page: Page, state: &State, school: &School) -> View {
    if !state.here.asks_whom {
        let ask = move |_: &Event| {
            page.write(|state| state.here.asks_whom = true);
            view::focus("whom");
        };
        return view! {
            <p>{pupil::readers_about_text()}</p>
            <p><button type="button" class="btn btn-soft btn-s" on:click=ask>{pupil::readers_about_yes()}</button></p>
        };
    }
    let names = school.readers.iter().map(|reader| {
        let key = reader.key;
        let leave_out = move |_: &Event| {
            page.write(|state| leave_out(state, key));
            view::focus("title");
        };
        view! { <button type="button" class="btn btn-soft btn-s" on:click=leave_out>{reader.name.clone()}</button> }
    });
    view! {
        <p id="whom" tabindex="-1">{pupil::readers_about_who()}</p>
        <div class="row">{View::Many(names.collect())}</div>
    }
}

fn leave_out(state: &mut State, key: KeyId) {
    let Some(school) = &state.school else { return };
    state.here.refused = !state.journey.set_concern(key, school);
    state.here.asks_whom = false;
    state.here.all = true;
    state.here.concern = match school.readers.iter().find(|reader| reader.key == key) {
        Some(reader) if !state.here.refused => reader.name.clone(),
        _ => String::new(),
    };
}

fn waiting(page: Page) -> View {
    view! {
        {frame::step(page, Screen::Readers)}
        <div class="ask"><h1 id="title" tabindex="-1">{pupil::readers_title()}</h1><p role="status">{pupil::page_loading()}</p></div>
    }
}

/// One adult with a way to leave them out, or to let them read.
fn row(page: Page, state: &State, reader: &Reader) -> View {
    let Reader { key, usual, .. } = *reader;
    let reads = state.journey.reads(reader);
    let [a, b, c, d, ..] = key.0;
    let id = [
        "reader-",
        &crate::text::number(i64::from(u32::from_be_bytes([a, b, c, d]))),
    ]
    .concat();
    let place = if reader.place.is_empty() {
        String::new()
    } else {
        [" ", &reader.place, "."].concat()
    };
    let can = if reads {
        view! { <span class="reader-state">{icon_small("eye")}{pupil::readers_in()}</span> }
    } else {
        view! { <span class="reader-state reader-cannot">{icon_small("eye-off")}{pupil::readers_not()}</span> }
    };
    let action = if usual {
        pupil::readers_out()
    } else {
        pupil::readers_add()
    };
    let left = usual || state.here.concern == reader.name;
    let class = match (reads, left) {
        (true, _) => "reader",
        (false, true) => "reader reader-off reader-left",
        (false, false) => "reader reader-off",
    };
    view! {
        <li class=class>
            <span class="face" aria-hidden="true">{initials(&reader.name)}</span>
            <span class="reader-who">
                <span class="reader-name">{reader.name.clone()}</span>
                <span class="reader-role">{[&say(role_words(reader.role)), ".", &place].concat()}</span>
                {can}
            </span>
            <label class="reader-out" for=id.clone()>
                <input
                    class="tick"
                    type="checkbox"
                    id=id
                    prop:checked=reads != usual
                    on:change=move |event| {
                        let wanted = event.target().checked() != usual;
                        page.write(|state| {
                            state.here.refused = !state.journey.set_reader(key, wanted);
                            // What was said of who can read it may be true no longer.
                            state.here.concern.clear();
                        });
                    }
                />
                <span>{action}<span class="sr">" "{reader.name.clone()}</span></span>
            </label>
        </li>
    }
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

fn poster(school: &School) -> View {
    if school.poster_checked {
        return view! { <p class="local">{icon_small("tick")}<span>{pupil::readers_poster()}</span></p> };
    }
    let words: Vec<&str> = school
        .fingerprint_words
        .iter()
        .map(String::as_str)
        .collect();
    let words = words.join(" ");
    view! { <div class="local">{icon_small("eye")}<span>{pupil::readers_no_poster()}" "<b class="ltr">{words}</b></span></div> }
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
