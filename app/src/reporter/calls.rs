//! Who to call. The numbers are in the static page, for every region, and are shown here by copying them:
//! they work without script, and a pupil's bundle does not carry them twice.

use super::frame;
use super::journey::Screen;
use super::page::Page;
use crate::components::icon::icon_flip;
use crate::text::pupil;
use crate::view::{View, view};

/// The numbers of the school's region.
pub fn numbers() -> View {
    view! { <div class="calls">{View::Copy("#calls > [data-region]:not([hidden])")}</div> }
}

/// After "yes" or "not sure": who answers now, then on with the journey.
pub fn first(page: Page) -> View {
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
}
