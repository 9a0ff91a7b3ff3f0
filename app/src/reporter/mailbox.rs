//! Behind the seven words: where it stands, the newest message first, an answer, and what else a pupil can do.
//!
//! What the pupil wrote stays hidden until asked for: someone else may be holding the words (S3).

use client::reporter::message::{Answer, Ask, Failure, Mailbox, Message, Say, Status};
use leptos::prelude::*;

use super::check::paragraphs;
use super::page::{Fault, Page};
use super::words::private_box;
use super::{calls, failure, frame, look, opened, side};
use crate::components::error_summary::field_error;
use crate::components::icon::{icon_flip, icon_small};
use crate::text::pupil;

/// The mailbox.
pub fn mailbox(page: Page) -> AnyView {
    let Some((mailbox, today)) =
        page.read(|state| state.mailbox.clone().map(|mailbox| (mailbox, state.today)))
    else {
        return super::code::code(page);
    };
    let status = mailbox.status;
    let (title, lead) = titles(status);
    let fault = page
        .write(|state| state.fault.take())
        .map(|fault| failure::panel(&fault, None));
    let notice = page.write(|state| core::mem::take(&mut state.notice));
    let notice = (!notice.is_empty()).then(
        || view! { <p class="told" role="status">{icon_small("tick")}<span>{notice}</span></p> },
    );
    let open = status != Status::Withdrawn;
    view! {
        {fault}
        <div class="ask"><h1 id="title" tabindex="-1">{title}</h1><p>{lead}</p></div>
        {notice}
        {opened::trail(&mailbox, today)}
        {late(&mailbox)}
        <div class="split">
            <div class="stack">
                {talk(page, &mailbox, today)}
            </div>
            <div class="stack">
                {open.then(|| side::side(page, status))}
                <p>
                    <button class="btn btn-soft" type="button" on:click=move |_| page.close_mailbox()>{pupil::mailbox_close()}</button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn titles(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Sent => (pupil::mailbox_sent_title(), pupil::mailbox_sent_lead()),
        Status::Read => (pupil::mailbox_read_title(), pupil::mailbox_read_lead()),
        Status::Working => (
            pupil::mailbox_working_title(),
            pupil::mailbox_working_lead(),
        ),
        Status::Question => (
            pupil::mailbox_question_title(),
            pupil::mailbox_question_lead(),
        ),
        Status::Finished => (
            pupil::mailbox_finished_title(),
            pupil::mailbox_finished_lead(),
        ),
        Status::Withdrawn => (
            pupil::mailbox_withdrawn_title(),
            pupil::mailbox_withdrawn_lead(),
        ),
    }
}

/// Not read yet: when someone looks, and who else answers meanwhile (trap 26).
fn late(mailbox: &Mailbox) -> Option<AnyView> {
    if mailbox.status != Status::Sent {
        return None;
    }
    let next = mailbox.next_look.as_ref();
    let words = match look::by(next, look::today()) {
        Some(when) => pupil::check_when(&when),
        None if next.is_some_and(|next| next.now) => pupil::check_when_now().to_owned(),
        None => pupil::check_when_none().to_owned(),
    };
    Some(
        view! {
            <section class="stack">
                <p>{words}</p>
                <p class="soft">{pupil::next_before_title()}" "{pupil::next_before_text()}</p>
                {calls::numbers()}
            </section>
        }
        .into_any(),
    )
}

/// Messages and the box for an answer.
fn talk(page: Page, mailbox: &Mailbox, today: i64) -> AnyView {
    let shown = RwSignal::new(0);
    let newest = mailbox
        .messages
        .iter()
        .rev()
        .find(|message| message.from.is_some())
        .cloned();
    let is_new = mailbox
        .messages
        .last()
        .is_some_and(|message| message.from.is_some());
    let first_half = mailbox.received_half_day;
    // Newest first, without the one that stands above the answer box.
    let mut earlier: Vec<Message> = mailbox.messages.iter().rev().cloned().collect();
    if let Some(at) = earlier.iter().position(|message| message.from.is_some()) {
        earlier.remove(at);
    }
    let own = earlier.iter().any(|message| message.from.is_none());
    let list = move || {
        let all = shown.get() == 1;
        earlier
            .iter()
            .filter(|message| all || message.from.is_some())
            .map(|message| bubble(message, false, today))
            .collect_view()
    };
    let toggle = move || {
        if shown.get() == 1 {
            pupil::own_hide_button().to_owned()
        } else {
            pupil::own_show(&look::half_day(first_half, today))
        }
    };
    let newest_view = match &newest {
        Some(message) => bubble(message, is_new, today),
        None => view! { <p class="soft">{pupil::message_none()}</p> }.into_any(),
    };
    let form = (mailbox.status != Status::Withdrawn).then(|| answer_form(page, newest.is_some()));
    view! {
        <section class="talk" aria-label=pupil::messages_label()>
            {newest_view}
            {form}
            {own
                .then(|| {
                    view! {
                        <div class="stack-s own">
                            <p>
                                <button
                                    class="btn btn-soft btn-s"
                                    type="button"
                                    aria-expanded=move || if shown.get() == 1 { "true" } else { "false" }
                                    on:click=move |_| shown.update(|shown| *shown = 1 - *shown)
                                >
                                    {icon_small("lock")}
                                    {toggle}
                                </button>
                            </p>
                            <p class="small soft">{pupil::own_why()}</p>
                        </div>
                    }
                })}
            {list}
            <div class="folds">
                {frame::fold("eye", pupil::opened_title().to_owned(), opened::opened_by(mailbox, today))}
            </div>
        </section>
    }
    .into_any()
}

fn bubble(message: &Message, new: bool, today: i64) -> AnyView {
    let when = look::half_day(message.half_day, today);
    let text = paragraphs(&message.text);
    match &message.from {
        Some(from) => {
            let role = super::readers::role_words(from.role);
            view! {
                <article class="bubble bubble-them">
                    <p class="bubble-who">
                        {new.then(|| view! { <span class="new">{pupil::message_new()}</span> })}
                        <b>{from.name.clone()}</b>
                        ", "
                        {role}
                        " · "
                        {when}
                    </p>
                    {text}
                </article>
            }
            .into_any()
        }
        None => view! {
            <article class="bubble bubble-you"><p class="bubble-who"><b>{pupil::message_you()}</b>" · "{when}</p>{text}</article>
        }
        .into_any(),
    }
}

fn answer_form(page: Page, answers: bool) -> AnyView {
    let empty = RwSignal::new(0);
    let draft = page.read(|state| state.journey.text.clone());
    let (label, send) = if answers {
        (pupil::answer_label(), pupil::answer_send())
    } else {
        (pupil::answer_label_more(), pupil::answer_send_more())
    };
    view! {
        <form
            class="stack-s"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                let text = page.read(|state| state.journey.text.trim().to_owned());
                if text.is_empty() {
                    empty.set(1);
                    crate::components::focus::focus("answer");
                } else {
                    say(page, Say { text, feel_safer: false, another_adult: false }, pupil::answer_sent());
                }
            }
        >
            <label class="label" for="answer">{label}</label>
            {move || (empty.get() == 1).then(|| field_error("answer", pupil::answer_empty().to_owned()))}
            {private_box("answer", "box box-s", 4, draft, move |text| page.write(|state| state.journey.text = text))}
            <p class="row"><button class="btn btn-go" type="submit">{send}{icon_flip("send")}</button></p>
        </form>
    }
    .into_any()
}

/// Says something in the open mailbox; `told` is what the pupil is told when it is away.
pub(super) fn say(page: Page, say: Say, told: &'static str) {
    page.ask(Ask::Say(say), move |answer| settle(page, answer, told));
}

/// Shows the mailbox as it now is, or what went wrong. Typed words stay until they are sent.
pub(super) fn settle(page: Page, answer: Answer, told: &'static str) {
    match answer {
        Answer::Stage(_) => return,
        Answer::Mailbox(mailbox) => page.write(|state| {
            use zeroize::Zeroize;
            state.journey.text.zeroize();
            state.mailbox = Some(mailbox);
            state.notice = told.to_owned();
        }),
        Answer::Failed(failure) => page.write(|state| state.fault = Some(Fault::Told(failure))),
        _ => page.write(|state| state.fault = Some(Fault::Told(Failure::Broken))),
    }
    page.redraw();
    if page.read(|state| state.fault.is_none()) {
        crate::components::focus::focus_heading("title");
    }
}
