//! "What is it about?": picture tiles, up to three, "I'm not sure" first.

use super::frame;
use super::journey::{MOST, Screen};
use super::page::{Page, State};
use crate::category::{self, Category};
use crate::components::icon::{icon, icon_large};
use crate::text::{pupil, said};
use crate::view::{self, View, view};

/// The question.
pub fn what(page: Page, state: &State) -> View {
    let here = &state.here;
    let shown = category::PUPIL
        .iter()
        .filter(|category| category.first || here.all);
    let tiles: View = shown.map(|category| tile(page, state, category)).collect();
    let show_more = (!here.all).then(|| {
        view! {
            <p>
                <button type="button" class="btn btn-soft btn-s" on:click=move |_| {
                    page.write(|state| state.here.all = true);
                    // The first new tile is where the button was.
                    view::focus(first_more());
                }>
                    {pupil::what_more()}
                    {icon("turn")}
                </button>
            </p>
        }
    });
    let count = match state.journey.categories.len() {
        _ if here.refused => said(pupil::what_full()),
        0 => said(pupil::what_none()),
        picked => pupil::what_picked(i64::try_from(picked).unwrap_or(0)),
    };
    let body = view! {
        <fieldset class="stack">
            <legend class="ask">{frame::heading(pupil::what_title(), pupil::what_lead())}</legend>
            <div class="tiles tiles-4">{tiles}</div>
            {show_more}
        </fieldset>
    };
    let bar = view! { <span role="status">{count}</span> };
    frame::question(page, state, Screen::What, category::PUPIL[0].id, body, bar)
}

fn first_more() -> &'static str {
    category::PUPIL
        .iter()
        .find(|category| !category.first)
        .map_or("title", |category| category.id)
}

fn tile(page: Page, state: &State, category: &'static Category) -> View {
    let id = category.id;
    let line = core::ptr::eq(category, &raw const category::PUPIL[0]);
    view! {
        <label class=if line { "tile tile-line" } else { "tile" } for=id>
            {icon_large(category.icon)}
            <span>{(category.label)()}</span>
            <input
                type="checkbox"
                id=id
                prop:checked=state.journey.categories.contains(&id)
                on:change=move |event| {
                    let picked = event.target().checked();
                    page.write(|state| state.here.refused = state.journey.set_category(id, picked).is_err());
                }
            />
        </label>
    }
}

const _: () = assert!(MOST == 3, "the words say three");
