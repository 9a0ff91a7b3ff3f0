//! Beside the messages: feeling safer, another adult, taking it back. Each says what it does before anything happens.

use client::reporter::message::{Ask, Say, Status};
use leptos::prelude::*;

use super::mailbox::{say, settle};
use super::page::Page;
use super::words::private_box;
use crate::text::pupil;

/// A panel beside the messages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Menu,
    Safer,
    Person,
    Withdraw,
}

/// "You can also": each choice says what it does before anything happens.
pub fn side(page: Page, status: Status) -> AnyView {
    let shown = RwSignal::new(0);
    let set = move |side: Side| {
        shown.set(side as u32);
        crate::components::focus::focus("also");
    };
    let inner = move || {
        let shown = shown.get();
        if shown == Side::Safer as u32 {
            let go = move || {
                say(
                    page,
                    Say {
                        text: pupil::safer_said().to_owned(),
                        feel_safer: true,
                        another_adult: false,
                    },
                    pupil::safer_done(),
                )
            };
            confirm(
                pupil::safer_title(),
                &[pupil::safer_text()],
                None,
                pupil::safer_go(),
                go,
                move || set(Side::Menu),
            )
        } else if shown == Side::Person as u32 {
            let more = RwSignal::new(String::new());
            let go = move || {
                let mut text = pupil::person_said().to_owned();
                if !more.get_untracked().trim().is_empty() {
                    text.push('\n');
                    text.push_str(more.get_untracked().trim());
                }
                say(
                    page,
                    Say {
                        text,
                        feel_safer: false,
                        another_adult: true,
                    },
                    pupil::person_done(),
                );
            };
            let field = view! {
                <label class="label" for="person">{pupil::answer_label_more()}</label>
                {private_box("person", "box box-s", 3, String::new(), move |text| more.set(text))}
            }
            .into_any();
            confirm(
                pupil::person_title(),
                &[pupil::person_text(), pupil::person_text_2()],
                Some(field),
                pupil::person_go(),
                go,
                move || set(Side::Menu),
            )
        } else if shown == Side::Withdraw as u32 {
            let texts: &[&'static str] = if status == Status::Sent {
                &[pupil::withdraw_text_new(), pupil::withdraw_text_ok()]
            } else {
                &[
                    pupil::withdraw_text_read(),
                    pupil::withdraw_text_read_2(),
                    pupil::withdraw_text_ok(),
                ]
            };
            let go = move || {
                page.ask(Ask::Withdraw, move |answer| {
                    settle(page, answer, pupil::withdraw_done())
                })
            };
            confirm(
                pupil::withdraw_title(),
                texts,
                None,
                pupil::withdraw_go(),
                go,
                move || set(Side::Menu),
            )
        } else {
            view! {
                <h2 id="also" tabindex="-1">{pupil::also_title()}</h2>
                <div class="other">
                    <button type="button" class="btn btn-soft" on:click=move |_| set(Side::Safer)>{pupil::also_safer()}</button>
                    <button type="button" class="btn btn-soft" on:click=move |_| set(Side::Person)>{pupil::also_person()}</button>
                    <button type="button" class="btn btn-soft" on:click=move |_| set(Side::Withdraw)>{pupil::also_withdraw()}</button>
                </div>
                <p class="small soft">{pupil::also_note()}</p>
            }
            .into_any()
        }
    };
    view! { <aside class="panel" aria-labelledby="also">{inner}</aside> }.into_any()
}

fn confirm(
    title: &'static str,
    texts: &[&'static str],
    field: Option<AnyView>,
    go_words: &'static str,
    go: impl Fn() + 'static,
    never_mind: impl Fn() + 'static,
) -> AnyView {
    view! {
        <h2 id="also" tabindex="-1">{title}</h2>
        {texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
        {field}
        <div class="other">
            <button type="button" class="btn btn-go" on:click=move |_| go()>{go_words}</button>
            <button type="button" class="btn btn-soft" on:click=move |_| never_mind()>{pupil::also_never_mind()}</button>
        </div>
    }
    .into_any()
}
