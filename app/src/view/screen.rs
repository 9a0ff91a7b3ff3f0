//! The one place of the page that is ours, and when it is drawn: once, after the code that changed something has run.
//! So a listener never goes away while it runs.

use std::cell::{Cell, RefCell};

use super::View;
use super::dom::{self, Node};
use super::shown::Shown;

struct Screen {
    place: Node,
    draw: Box<dyn Fn() -> View>,
    shown: Option<Shown>,
}

thread_local! {
    static SCREEN: RefCell<Option<Screen>> = const { RefCell::new(None) };
    static DUE: Cell<bool> = const { Cell::new(false) };
    static ANOTHER: Cell<bool> = const { Cell::new(false) };
    static FOCUS: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Draws into an element of the page from now on.
pub fn mount(place: Node, draw: impl Fn() -> View + 'static) {
    SCREEN.set(Some(Screen {
        place,
        draw: Box::new(draw),
        shown: None,
    }));
    redraw();
}

/// Something changed: draws again and keeps every element that is still there.
pub fn redraw() {
    if !DUE.replace(true) {
        dom::soon(now);
    }
}

/// Makes the same screen of new elements, copies of the static page too. Nothing scrolls, and the keyboard is elsewhere.
pub fn draw_anew() {
    SCREEN.with_borrow_mut(|screen| {
        let shown = screen.as_mut().and_then(|screen| screen.shown.take());
        shown.into_iter().for_each(Shown::remove);
    });
    redraw();
}

/// Another screen: no element of the old one stays, and it is read from its top, where this heading is.
pub fn replace(heading: &'static str) {
    ANOTHER.set(true);
    focus(heading);
}

/// Moves the keyboard to the element with this id once everything is drawn. Stays where it is if there is none.
pub fn focus(id: &'static str) {
    FOCUS.set(Some(id));
    redraw();
}

fn now() {
    DUE.set(false);
    let Some(mut screen) = SCREEN.take() else {
        return;
    };
    let another = ANOTHER.take();
    let view = (screen.draw)();
    match &mut screen.shown {
        Some(shown) if !another => shown.turn_into(view),
        shown => {
            shown.take().into_iter().for_each(Shown::remove);
            *shown = Some(Shown::new(view, &|node| screen.place.append(node)));
        }
    }
    SCREEN.set(Some(screen));
    if another {
        dom::scroll_to(0.0, 0.0);
    }
    if let Some(place) = FOCUS.take().and_then(dom::find) {
        place.focus();
    }
}

#[cfg(test)]
mod tests;
