//! Line icons, drawn once in the page's sprite (`style/icons-*.svg`) and referred to by name.
//!
//! An icon always stands beside a word, so it is hidden from assistive technology.

use crate::view::{View, view};

/// An icon of the body's size (20 px).
pub fn icon(name: &'static str) -> View {
    icon_as(name, "i")
}

/// A small icon (16 px), beside help text.
pub fn icon_small(name: &'static str) -> View {
    icon_as(name, "i i-s")
}

/// A large icon (28 px), on tiles.
pub fn icon_large(name: &'static str) -> View {
    icon_as(name, "i i-l")
}

/// An icon that points along the line of reading, and so turns round in Arabic.
pub fn icon_flip(name: &'static str) -> View {
    icon_as(name, "i i-flip")
}

/// An icon with the classes given.
#[inline(never)]
pub fn icon_as(name: &'static str, class: &'static str) -> View {
    view! { <svg class=class viewBox="0 0 24 24" aria-hidden="true"><use href=["#i-", name].concat()></use></svg> }
}
