//! The renderer on a page in memory: what is made, what is left alone.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::dom::{Node, body, done};
use super::*;
use crate::view::{IntoView, view};

fn show(view: View) -> (Node, Shown) {
    let body = body();
    let shown = Shown::new(view, &|node| body.append(node));
    (body, shown)
}

fn card(title: &str, open: bool, lines: &[&str]) -> View {
    let lines: View = lines
        .iter()
        .map(|line| view! { <li>{(*line).to_owned()}</li> })
        .collect();
    view! {
        <section class="card" aria-current=open.then_some("step")>
            <h1 id="title">{title.to_owned()}</h1>
            "Then: "
            {open.then(|| view! { <b>"open"</b> })}
            <ul>{lines}</ul>
        </section>
    }
}

#[test]
fn a_view_becomes_the_nodes_its_html_says() {
    let (body, _) = show(card("One <b>", true, &["a", "b"]));
    assert_eq!(
        body.html(),
        "<body><section class=\"card\" aria-current=\"step\"><h1 id=\"title\">One <b></h1>Then: <b>open</b>\
         <ul><li>a</li><li>b</li></ul></section></body>"
    );
}

#[test]
fn what_is_the_same_is_not_touched() {
    let (_, mut shown) = show(card("One", true, &["a", "b"]));
    done();
    shown.turn_into(card("One", true, &["a", "b"]));
    assert_eq!(done(), Vec::<String>::new());
    shown.turn_into(card("Two", true, &["a", "b"]));
    assert_eq!(done(), ["words Two"]);
}

#[test]
fn every_view_can_turn_into_every_other() {
    let views: [fn() -> View; 7] = [
        || View::Nothing,
        || "words".into_view(),
        || View::Many(Vec::new()),
        || {
            ["a", "b", "c"]
                .into_iter()
                .map(IntoView::into_view)
                .collect()
        },
        || card("One", true, &["a", "b", "c"]),
        || card("Two", false, &[]),
        || {
            View::Many(vec![
                View::Nothing,
                card("Three", false, &["x"]),
                View::Many(vec!["y".into_view()]),
            ])
        },
    ];
    for from in views {
        for to in views {
            let around = |inner| view! { <main><i></i>{inner}<u></u></main> };
            let (body, mut shown) = show(around(from()));
            shown.turn_into(around(to()));
            assert_eq!(body.html(), show(around(to())).0.html());
        }
    }
}

#[test]
fn a_gone_list_leaves_nothing_behind() {
    let (body, shown) = show(View::Many(vec![
        "a".into_view(),
        View::Nothing,
        card("One", true, &["b"]),
    ]));
    shown.remove();
    assert_eq!(body.html(), "<body></body>");
}

#[test]
fn a_field_being_typed_in_is_never_written() {
    let typed = Rc::new(RefCell::new(String::new()));
    let field = |room: usize| {
        let (to, now) = (typed.clone(), typed.borrow().clone());
        view! {
            <textarea id="story" prop:value=&now on:input=move |event| *to.borrow_mut() = event.target().value()></textarea>
            <p role="status">{crate::text::number(room.try_into().expect("small"))}</p>
        }
    };
    let (body, mut shown) = show(field(0));
    let area = body.find("story").expect("the field");
    done();
    area.type_in("He sa");
    assert_eq!(*typed.borrow(), "He sa");
    shown.turn_into(field(5));
    assert_eq!(done(), ["words 5"]);
    assert!(body.find("story").expect("the field").is(&area));
    // A suggestion was taken: the code changed the words, so the field must follow.
    *typed.borrow_mut() = "He said".into();
    shown.turn_into(field(5));
    assert_eq!(done(), ["value He said"]);
}

#[test]
fn a_listener_does_what_the_newest_view_says() {
    let count = Rc::new(RefCell::new(0));
    let button = |by: i32| {
        let count = count.clone();
        view! { <button id="more" on:click=move |_| *count.borrow_mut() += by></button> }
    };
    let (body, mut shown) = show(button(1));
    let more = body.find("more").expect("the button");
    more.happen("click", "");
    shown.turn_into(button(10));
    more.happen("click", "");
    more.happen("keydown", "x");
    assert_eq!(*count.borrow(), 11);
}

#[test]
fn a_box_follows_the_answer() {
    let tick = |on: bool| view! { <input id="box" type="checkbox" prop:checked=on /> };
    let (body, mut shown) = show(tick(true));
    let input = body.find("box").expect("the box");
    assert!(input.checked());
    // A pupil clears it and the page says no: the tick must come back.
    input.set_checked(false);
    shown.turn_into(tick(true));
    assert!(input.checked());
}
