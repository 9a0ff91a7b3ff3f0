//! What may stand in braces and behind `=`.

use std::borrow::Cow;

use super::View;
use crate::text::say;

/// Whatever can be shown, or said by an attribute.
pub trait IntoView: Sized {
    /// The view it makes.
    fn into_view(self) -> View;

    /// Fills the next hole of a template.
    fn put(self, holes: &mut Vec<View>) {
        push(holes, self.into_view());
    }
}

/// One copy for all holes of all screens.
#[inline(never)]
pub(super) fn push(holes: &mut Vec<View>, view: View) {
    holes.push(view);
}

/// Most holes hold a fixed text. Words of ours become the page's language here and nowhere later: no other text is looked up.
#[inline(never)]
fn push_words(holes: &mut Vec<View>, words: &'static str) {
    holes.push(View::Text(say(words)));
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(say(self))
    }

    fn put(self, holes: &mut Vec<View>) {
        push_words(holes, self);
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

/// An attribute that is there or not.
impl IntoView for bool {
    fn into_view(self) -> View {
        if self { "".into_view() } else { View::Nothing }
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or(View::Nothing, T::into_view)
    }
}
