//! Moving the keyboard's place after the page has changed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses the element with this id once the new view is in the page. Nothing happens when it is not there.
pub fn focus(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = find(id) {
            let _ = element.focus();
        }
    });
}

/// Goes to the top and focuses the heading, as a new page would.
pub fn focus_heading(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = find(id) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            let _ = element.focus();
        }
    });
}

/// Brings a field's label into view, then focuses the field, so that the words above it are not hidden.
pub fn focus_field(id: &str) {
    let Some(field) = find(id) else { return };
    let label = document()
        .query_selector(&["label[for='", id, "']"].concat())
        .ok()
        .flatten();
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    match label {
        Some(label) => label.scroll_into_view_with_scroll_into_view_options(&options),
        None => field.scroll_into_view_with_scroll_into_view_options(&options),
    }
    let _ = field.focus();
}

fn find(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
