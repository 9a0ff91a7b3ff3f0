//! The pupil's renderer: a screen is a function from what the page knows to a `View`; after every change it is called
//! again, and only what came out different is touched in the page.
//!
//! Promises: text only ever becomes text nodes and attribute values, never markup; an element that is still there stays
//! the same element, so the keyboard's place, a half-typed word and a cursor stay; a sentence that has not changed is
//! not written again, so a screen reader does not say it twice. Not a framework: no signals, no lists by key, no contexts.
//!
//! Made for few bytes: markup is text that one small interpreter reads, and a view has one type. Leptos, which draws
//! the staff page, gives every element of every screen a type and code of its own (numbers in docs/ARCHITECTURE.md).

#[cfg(not(test))]
mod dom;
#[cfg(test)]
#[path = "view/fake.rs"]
mod dom;
mod html;
mod into;
mod screen;
mod shown;
mod template;

use std::borrow::Cow;

use zeroize::Zeroizing;

pub use dom::{Event, Node, find, query};
pub use into::IntoView;
pub use markup::view;
pub use screen::{draw_anew, focus, mount, redraw, replace};

/// Hears an event of the browser.
pub type Listener = Box<dyn FnMut(&Event)>;

/// A piece of a page, or what an attribute says.
pub enum View {
    /// Nothing there: no text, no attribute.
    Nothing,
    Text(Cow<'static, str>),
    Many(Vec<View>),
    /// A template (see `template`) and what is in its holes.
    Element(&'static str, Vec<View>),
    /// A copy of the first element of the page that this selector finds: numbers to call are there already.
    Copy(&'static str),
    Listener(Listener),
    /// A box is ticked. Not an attribute: that one only says how a box began.
    Checked(bool),
    /// What stands in a field. A pupil typed it, so it is wiped.
    Typed(Zeroizing<String>),
}

impl View {
    /// What an element does about an event.
    pub fn heard(listener: impl FnMut(&Event) + 'static) -> Self {
        Self::Listener(Box::new(listener))
    }

    /// What stands in a field.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self::Typed(Zeroizing::new(text.to_owned()))
    }
}

impl FromIterator<View> for View {
    fn from_iter<I: IntoIterator<Item = View>>(views: I) -> Self {
        // Not `collect`: each of its copies is three times this loop.
        let mut all = Vec::new();
        for view in views {
            into::push(&mut all, view);
        }
        Self::Many(all)
    }
}
