//! "What is it about?": picture tiles, up to three, "I'm not sure" first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame;
use super::journey::{MOST, Screen};
use super::page::Page;
use crate::category::{self, Category};
use crate::components::icon::{icon, icon_large};
use crate::text::pupil;

/// The question.
pub fn what(page: Page) -> AnyView {
    let more = page.read(|state| {
        state
            .journey
            .categories
            .iter()
            .any(|id| category::find(id).is_some_and(|found| !found.first))
    });
    let all = RwSignal::new(u32::from(more));
    let full = RwSignal::new(0);
    let first = category::PUPIL
        .iter()
        .filter(|category| category.first)
        .map(|category| tile(page, full, category))
        .collect_view();
    let rest = move || {
        if all.get() == 0 {
            return None;
        }
        Some(
            category::PUPIL
                .iter()
                .filter(|category| !category.first)
                .map(|category| tile(page, full, category))
                .collect_view(),
        )
    };
    let show_more = move || {
        (all.get() == 0).then(|| {
            view! {
                <p>
                    <button
                        type="button"
                        class="btn btn-soft btn-s"
                        on:click=move |_| {
                            all.set(1);
                            // The first new tile is where the button was.
                            spawn_local(async {
                                crate::components::focus::focus(first_more());
                            });
                        }
                    >
                        {pupil::what_more()}
                        {icon("turn")}
                    </button>
                </p>
            }
        })
    };
    let count = move || {
        page.watch();
        if full.get() > 0 {
            return pupil::what_full().to_owned();
        }
        match page.read(|state| state.journey.categories.len()) {
            0 => pupil::what_none().to_owned(),
            picked => pupil::what_picked(i64::try_from(picked).unwrap_or(0)),
        }
    };
    let body = view! {
        <fieldset class="stack">
            <legend class="ask">{frame::heading(pupil::what_title(), pupil::what_lead())}</legend>
            <div class="tiles tiles-4">{first}{rest}</div>
            {show_more}
        </fieldset>
    }
    .into_any();
    let bar = view! { <span role="status">{count}</span> }.into_any();
    frame::question(page, Screen::What, category::PUPIL[0].id, body, bar)
}

fn first_more() -> &'static str {
    category::PUPIL
        .iter()
        .find(|category| !category.first)
        .map_or("title", |category| category.id)
}

fn tile(page: Page, full: RwSignal<u32>, category: &'static Category) -> AnyView {
    let id = category.id;
    let chosen = page.read(|state| state.journey.categories.contains(&id));
    let line = core::ptr::eq(category, &raw const category::PUPIL[0]);
    view! {
        <label class=if line { "tile tile-line" } else { "tile" } for=id>
            {icon_large(category.icon)}
            <span>{(category.label)()}</span>
            <input
                type="checkbox"
                id=id
                prop:checked=chosen
                on:change:target=move |event| {
                    let box_ = event.target();
                    let kept = page.write(|state| state.journey.set_category(id, box_.checked()));
                    if kept.is_err() {
                        box_.set_checked(false);
                    }
                    full.set(u32::from(kept.is_err()));
                    page.touch();
                }
            />
        </label>
    }
    .into_any()
}

const _: () = assert!(MOST == 3, "the words say three");
