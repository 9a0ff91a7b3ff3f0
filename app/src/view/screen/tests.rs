//! When a screen is drawn, and where the keyboard is afterwards.

use std::cell::Cell;
use std::rc::Rc;

use super::super::dom::{body, done, focused, settle};
use super::*;
use crate::view::view;

fn counted() -> (Node, Rc<Cell<u32>>) {
    let (body, count) = (body(), Rc::new(Cell::new(0)));
    let drawn = count.clone();
    mount(body.clone(), move || {
        drawn.set(drawn.get() + 1);
        view! { <h1 id="title">"Title"</h1><input id="field" /> }
    });
    settle();
    (body, count)
}

#[test]
fn many_changes_are_drawn_once() {
    let (_, count) = counted();
    redraw();
    redraw();
    assert_eq!(count.get(), 1);
    settle();
    assert_eq!(count.get(), 2);
}

#[test]
fn drawing_again_keeps_every_element_and_the_keyboard() {
    let (body, _) = counted();
    let field = body.find("field").expect("a field");
    field.focus();
    done();
    redraw();
    settle();
    assert_eq!(done(), Vec::<String>::new());
    assert!(focused().is_some_and(|there| there.is(&field)));
    assert!(body.find("field").is_some_and(|there| there.is(&field)));
}

#[test]
fn another_screen_starts_at_its_heading_with_nothing_of_the_old_one() {
    let (body, _) = counted();
    let field = body.find("field").expect("a field");
    replace("title");
    settle();
    assert!(!body.find("field").expect("a field").is(&field));
    assert_eq!(
        focused().and_then(|there| there.attribute("id")).as_deref(),
        Some("title")
    );
    assert!(done().contains(&"scroll ".to_owned()));
}

#[test]
fn the_last_wish_for_the_keyboard_wins_and_an_unknown_place_changes_nothing() {
    let (body, _) = counted();
    replace("title");
    focus("field");
    settle();
    let field = body.find("field").expect("a field");
    assert!(focused().is_some_and(|there| there.is(&field)));
    focus("nowhere");
    settle();
    assert!(focused().is_some_and(|there| there.is(&field)));
}
