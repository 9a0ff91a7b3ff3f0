//! Beside the messages: feeling safer, another adult, taking it back. Each says what it does before anything happens.

use client::reporter::message::{Ask, Say, Status};

use super::ended;
use super::mailbox::{act, say};
use super::page::{Page, State};
use super::words::private_box;
use crate::text::pupil;
use crate::view::{self, View, view};

/// A panel beside the messages.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    Menu,
    Safer,
    Person,
    Withdraw,
}

/// "You can also": each choice says what it does before anything happens.
pub fn side(page: Page, state: &State, status: Status) -> View {
    let inner = match state.here.side {
        Side::Menu => menu(page, ended::day(state).is_none()),
        Side::Safer => confirm(
            page,
            pupil::safer_title(),
            &[pupil::safer_text()],
            None,
            pupil::safer_go(),
            feel_safer,
        ),
        Side::Person => {
            let field = view! {
                <label class="label" for="person">{pupil::answer_label_more()}</label>
                {private_box("person", "box box-s", "3", &state.here.typed, move |text| {
                    page.write(|state| state.here.typed = text.into());
                })}
            };
            confirm(
                page,
                pupil::person_title(),
                &[pupil::person_text(), pupil::person_text_2()],
                Some(field),
                pupil::person_go(),
                ask_another,
            )
        }
        Side::Withdraw => {
            let texts: &[&'static str] = if status == Status::Sent {
                &[pupil::withdraw_text_new(), pupil::withdraw_text_ok()]
            } else {
                &[
                    pupil::withdraw_text_read(),
                    pupil::withdraw_text_read_2(),
                    pupil::withdraw_text_ok(),
                ]
            };
            confirm(
                page,
                pupil::withdraw_title(),
                texts,
                None,
                pupil::withdraw_go(),
                |page| {
                    act(page, Ask::Withdraw, pupil::withdraw_done());
                },
            )
        }
    };
    view! { <aside class="panel" aria-labelledby="also">{inner}</aside> }
}

/// Taking it back stays when nothing new can be said.
fn menu(page: Page, says: bool) -> View {
    let choice = |words: &'static str, side: Side| {
        view! { <button type="button" class="btn btn-soft" on:click=move |_| turn(page, side)>{words}</button> }
    };
    view! {
        <h2 id="also" tabindex="-1">{pupil::also_title()}</h2>
        <div class="other">
            {says.then(|| choice(pupil::also_safer(), Side::Safer))}
            {says.then(|| choice(pupil::also_person(), Side::Person))}
            {choice(pupil::also_withdraw(), Side::Withdraw)}
        </div>
        <p class="small soft">{pupil::also_note()}</p>
    }
}

fn turn(page: Page, side: Side) {
    page.write(|state| state.here.side = side);
    view::focus("also");
}

fn feel_safer(page: Page) {
    // In English in every language: adults read it.
    let text = pupil::safer_said().to_owned();
    say(
        page,
        Say {
            text,
            feel_safer: true,
            another_adult: false,
        },
        pupil::safer_done(),
    );
}

fn ask_another(page: Page) {
    let text = page.read(|state| match state.here.typed.trim() {
        "" => pupil::person_said().to_owned(),
        more => [pupil::person_said(), "\n", more].concat(),
    });
    say(
        page,
        Say {
            text,
            feel_safer: false,
            another_adult: true,
        },
        pupil::person_done(),
    );
}

fn confirm(
    page: Page,
    title: &'static str,
    texts: &[&'static str],
    field: Option<View>,
    go_words: &'static str,
    go: fn(Page),
) -> View {
    let texts: View = texts.iter().map(|text| view! { <p>{*text}</p> }).collect();
    view! {
        <h2 id="also" tabindex="-1">{title}</h2>
        {texts}
        {field}
        <div class="other">
            <button type="button" class="btn btn-go" on:click=move |_| go(page)>{go_words}</button>
            <button type="button" class="btn btn-soft" on:click=move |_| turn(page, Side::Menu)>{pupil::also_never_mind()}</button>
        </div>
    }
}
