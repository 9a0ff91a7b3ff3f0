//! Sentences read out by a screen reader when they change, without moving focus.

use leptos::prelude::*;

/// A polite live region. It must be in the page before its words change, so keep it mounted.
pub fn live(words: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <p class="sr" role="status">{move || words()}</p> }.into_any()
}
