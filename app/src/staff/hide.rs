//! The blank page: one key, and the screen shows paper and nothing else, with a title that says nothing.
//!
//! Hides from eyes, not from an attacker: keys stay in the worker until the idle clock, which keeps running, ends it.

use leptos::html;
use leptos::prelude::*;

use super::desk::Desk;
use crate::text::staff as t;

/// Covers everything.
pub fn hide(desk: Desk) {
    desk.hidden.set(true);
}

/// Shows the page again; the browser puts the focus back where it was.
pub fn show(desk: Desk) {
    desk.hidden.set(false);
}

/// The blank page itself. Any key or a tap ends it. A modal dialog, so that it also covers other dialogs.
#[component]
pub fn Blank() -> impl IntoView {
    let desk = Desk::here();
    let dialog = NodeRef::<html::Dialog>::new();
    let title = StoredValue::new(String::new());
    Effect::new(move |_| {
        let hidden = desk.hidden.get();
        let Some(dialog) = dialog.get() else { return };
        if hidden && !dialog.open() {
            title.set_value(document().title());
            document().set_title(t::blank_title());
            // Fails only when the dialog is not in the document.
            let _ = dialog.show_modal();
        } else if !hidden && dialog.open() {
            dialog.close();
            document().set_title(&title.get_value());
        }
    });
    view! {
        <dialog class="blank" aria-label=t::blank_title() node_ref=dialog on:close=move |_| desk.hidden.set(false)>
            <button type="button" class="blank-page" aria-label=t::blank_label() on:click=move |_| show(desk)></button>
        </dialog>
    }
}
