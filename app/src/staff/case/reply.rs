//! The box whose words the pupil will read. Pine, solid, round. Its words wait ten seconds before they leave.

use client::staff::message::State;
use leptos::ev;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::form::{self, Problems, focus};
use super::super::sending::Sending;
use super::super::{calendar, icon, service};
use super::Open;
use super::answers::{self, question};
use crate::text::staff as t;

/// True when pasted words come from the staff-only side.
#[must_use]
pub fn from_staff_only(pasted: &str, copied: &str) -> bool {
    let (pasted, copied) = (pasted.trim(), copied.trim());
    !copied.is_empty() && !pasted.is_empty() && (pasted.contains(copied) || copied.contains(pasted))
}

/// Adds an opening to what is there, on a new line.
fn with_start(text: &str, start: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() {
        format!("{start} ")
    } else {
        format!("{text}\n{start} ")
    }
}

/// The box.
#[component]
pub fn ReplyBox() -> impl IntoView {
    let desk = Desk::here();
    let open: Open = expect_context();
    let case = open.id;
    let text = move || desk.drafts.with(|drafts| drafts.get(case).reply);
    let asks = move || desk.drafts.with(|drafts| drafts.get(case).asks);
    let problems = Problems::new();
    let ends = Memo::new(move |_| service::ends_day(desk));
    let closed = Memo::new(move |_| {
        open.with(|case| case.state == State::Closed)
            .unwrap_or(false)
    });

    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let draft = desk.drafts.with_untracked(|drafts| drafts.get(case));
        // While the service ends a pupil can read and not write: nothing is asked of them.
        let asks = draft.asks && ends.get_untracked().is_none();
        let question = question(asks, &draft.answers);
        let mut found = Vec::new();
        if draft.reply.trim().is_empty() {
            found.push(("reply", t::wrong_reply().to_owned()));
        }
        if question.is_none() {
            found.push(("answers", answers::wrong()));
        }
        if !problems.show(found) {
            return;
        }
        let Some(question) = question else { return };
        let what = Sending::Reply {
            text: draft.reply.trim().to_owned(),
            question,
        };
        desk.unsent.set(None);
        desk.undo.update(|undo| {
            undo.hold(case, what, calendar::now());
        });
        desk.drafts.update(|drafts| {
            drafts.change(case, |draft| {
                draft.reply.clear();
                draft.asks = false;
                draft.answers.clear();
            });
        });
        desk.say(t::say_waiting());
        focus("reply");
    };
    let change = move |words: String| {
        desk.drafts
            .update(|drafts| drafts.change(case, |draft| draft.reply = words));
    };
    let start = move |words: &'static str| {
        change(with_start(&text(), words));
        focus("reply");
    };
    // Words of the staff-only side reach the pupil only after a question.
    let guard = move |words: Option<String>, stop: &dyn Fn()| {
        let crossing = words.is_some_and(|words| {
            open.copied
                .with_untracked(|copied| from_staff_only(&words, copied))
        });
        if crossing
            && !window()
                .confirm_with_message(t::reply_crossing())
                .unwrap_or(false)
        {
            stop();
        }
    };
    view! {
        <Show when=move || !closed.get() fallback=|| view! { <p class="soft no-print">{t::reply_closed()}</p> }>
            <form class="reply no-print" novalidate on:submit=send>
                <h3 class="reply-h">{icon::icon(icon::TALK)} <label for="reply">{t::reply_label()}</label></h3>
                <div class="compose">
                    {form::error("reply", problems)}
                    <textarea
                        id="reply"
                        rows="4"
                        spellcheck="false"
                        autocomplete="off"
                        aria-describedby="reply-rules"
                        aria-invalid=move || problems.at("reply").map(|_| "true")
                        prop:value=text
                        on:input=move |event| change(event_target_value(&event))
                        on:paste=move |event: ev::ClipboardEvent| {
                            let words = event.clipboard_data().and_then(|data| data.get_data("text").ok());
                            guard(words, &|| event.prevent_default());
                        }
                        on:drop=move |event: ev::DragEvent| {
                            let words = event.data_transfer().and_then(|data| data.get_data("text").ok());
                            guard(words, &|| event.prevent_default());
                        }
                    ></textarea>
                    <div class="row" role="group" aria-label=t::reply_starts()>
                        {[t::start_thanks(), t::start_tell(), t::start_explain(), t::start_describe()]
                            .into_iter()
                            .map(|words| view! {
                                <button type="button" class="starter" on:click=move |_| start(words)>{words}</button>
                            })
                            .collect_view()}
                    </div>
                    <p class="xs soft" id="reply-rules">{t::reply_rules()}</p>
                    {move || match ends.get() {
                        Some(day) => view! { <p class="kept">{ending(day)}</p> }.into_any(),
                        None => view! {
                            <div class="row tick-row">
                                <input
                                    class="tick"
                                    type="checkbox"
                                    id="asks"
                                    prop:checked=asks
                                    on:change=move |event| {
                                        let on = event_target_checked(&event);
                                        desk.drafts.update(|drafts| drafts.change(case, |draft| draft.asks = on));
                                    }
                                />
                                <label for="asks">{t::reply_asks()}</label>
                            </div>
                            <Show when=asks><answers::AnswersBox case problems /></Show>
                        }.into_any(),
                    }}
                    <div class="row">
                        <button type="submit" class="btn btn-go">{icon::flip(icon::SEND)} {t::reply_send()}</button>
                        <span class="xs soft">{t::reply_waits()}</span>
                    </div>
                </div>
            </form>
        </Show>
    }
}

/// What becomes of these words while the school's service ends.
fn ending(day: i64) -> String {
    if day > calendar::today() {
        t::service_reply(&calendar::short_date(day))
    } else {
        t::service_reply_late().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // D3: no pupil-visible text can come from the internal side without a question.
    #[test]
    fn words_of_the_other_side_are_recognised() {
        assert!(from_staff_only("Spoke to the head", "Spoke to the head\n"));
        assert!(from_staff_only(
            "He said: Spoke to the head.",
            "Spoke to the head"
        ));
        assert!(from_staff_only("the head", "Spoke to the head"));
        assert!(!from_staff_only("Thank you", "Spoke to the head"));
        assert!(!from_staff_only("", "Spoke to the head"));
        assert!(!from_staff_only("Thank you", ""));
    }

    #[test]
    fn starters_stand_on_their_own_line() {
        assert_eq!(with_start("", "Tell me"), "Tell me ");
        assert_eq!(
            with_start("Thank you.  ", "Tell me"),
            "Thank you.\nTell me "
        );
    }
}
