//! Who to call. The numbers are in the static page, for every region, and are shown here by copying them:
//! they work without script, and a pupil's bundle does not carry them twice.

use leptos::html::Div;
use leptos::prelude::*;

use super::frame;
use super::journey::Screen;
use super::page::Page;
use crate::components::icon::icon_flip;
use crate::text::pupil;

/// The numbers of the school's region.
pub fn numbers() -> AnyView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let Ok(Some(calls)) = document().query_selector("#calls > [data-region]:not([hidden])")
        else {
            return;
        };
        if let Ok(copy) = calls.clone_node_with_deep(true) {
            let _ = place.append_child(&copy);
        }
    });
    view! { <div class="calls" node_ref=place></div> }.into_any()
}

/// After "yes" or "not sure": who answers now, then on with the journey.
pub fn first(page: Page) -> AnyView {
    view! {
        {frame::step(page, Screen::Calls)}
        <div class="ask">{frame::heading(pupil::calls_title(), pupil::calls_lead())}</div>
        {numbers()}
        <div class="dock">
            <span class="dock-words">{pupil::calls_then_text()}</span>
            <button class="btn btn-go" type="button" on:click=move |_| page.next()>
                {pupil::calls_on()}
                {icon_flip("next")}
            </button>
        </div>
    }
    .into_any()
}
