//! Behind the seven words: where it stands, the newest message first, an answer, and what else a pupil can do.
//!
//! What the pupil wrote stays hidden until asked for: someone else may be holding the words (S3).

use client::reporter::message::{Answer, Ask, Mailbox, Message, Say, Status};

use super::check::paragraphs;
use super::journey::Screen;
use super::page::{Page, State};
use super::words::private_box;
use super::{calls, ended, failure, frame, look, opened, side, tap};
use crate::components::error_summary::field_error;
use crate::components::icon::{icon_flip, icon_small};
use crate::text::{pupil, said};
use crate::view::{self, View, view};

/// The mailbox; the way into it while there is none.
pub fn mailbox(page: Page, state: &State) -> View {
    let Some(mailbox) = &state.mailbox else {
        return super::code::code(page, state);
    };
    let status = mailbox.status;
    let ends = ended::day(state);
    let (title, lead) = titles(status);
    // Nobody is asked to come back in a few days to what is gone by then.
    let lead = ends.map_or_else(|| said(lead), |day| ended::read(day, state.today));
    let fault = state
        .fault
        .as_ref()
        .map(|fault| failure::panel(fault, None));
    let notice = (!state.notice.is_empty()).then(
        || view! { <p class="told" role="status">{icon_small("tick")}<span>{state.notice}</span></p> },
    );
    let open = status != Status::Withdrawn;
    let (late, help) = match ends {
        Some(_) => (None, Some(ended::mailbox())),
        None => (late(mailbox, state.today), None),
    };
    view! {
        {fault}
        <div class="ask"><h1 id="title" tabindex="-1">{title}</h1><p>{lead}</p></div>
        {notice}
        {opened::trail(mailbox, state.today)}
        {late}
        {mailbox.held.then(|| view! { <p class="soft">{pupil::held_words()}</p> })}
        <div class="split">
            <div class="stack">
                {talk(page, state, mailbox)}
                {help}
            </div>
            <div class="stack">
                {open.then(|| side::side(page, state, status))}
                <p>
                    <button class="btn btn-soft" type="button" on:click=move |_| page.close_mailbox()>{pupil::mailbox_close()}</button>
                </p>
            </div>
        </div>
    }
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
fn late(mailbox: &Mailbox, today: i64) -> Option<View> {
    (mailbox.status == Status::Sent).then(|| {
        view! {
            <section class="stack">
                <p>{look::promise(mailbox.next_look.as_ref(), today)}</p>
                <p class="soft">{pupil::next_before_title()}" "{pupil::next_before_text()}</p>
                {calls::numbers()}
            </section>
        }
    })
}

/// Messages and the box for an answer.
fn talk(page: Page, state: &State, mailbox: &Mailbox) -> View {
    let (all, today) = (state.here.all, state.today);
    // Newest first; the newest of theirs stands above the answer box and not in the list.
    let newest = mailbox
        .messages
        .iter()
        .rposition(|message| message.from.is_some());
    let last = mailbox.messages.len().checked_sub(1);
    let rest = || {
        let each = mailbox.messages.iter().enumerate().rev();
        each.filter(|(at, _)| Some(*at) != newest)
            .map(|(_, message)| message)
    };
    let own = rest().any(|message| message.from.is_none());
    let list: View = rest()
        .filter(|message| all || message.from.is_some())
        .map(|message| bubble(message, false, today))
        .collect();
    let toggle = if all {
        said(pupil::own_hide_button())
    } else {
        pupil::own_show(&look::half_day(mailbox.received_half_day, today))
    };
    let newest_view = match newest {
        Some(at) => bubble(&mailbox.messages[at], newest == last, today),
        None => view! { <p class="soft">{pupil::message_none()}</p> },
    };
    let form = (mailbox.status != Status::Withdrawn && ended::day(state).is_none()).then(|| {
        // What was asked before the pupil wrote last is answered.
        let asked = newest.filter(|at| Some(*at) == last);
        let answers = asked.map_or(&[][..], |at| &mailbox.messages[at].answers);
        answer_form(page, state, newest.is_some(), answers)
    });
    let own = own.then(|| {
        view! {
            <div class="stack-s own">
                <p>
                    <button
                        class="btn btn-soft btn-s"
                        type="button"
                        aria-expanded=if all { "true" } else { "false" }
                        on:click=move |_| page.write(|state| state.here.all = !state.here.all)
                    >
                        {icon_small("lock")}
                        {toggle}
                    </button>
                </p>
                <p class="small soft">{pupil::own_why()}</p>
            </div>
        }
    });
    view! {
        <section class="talk" aria-label=pupil::messages_label()>
            {newest_view}
            {form}
            {own}
            {list}
            <div class="folds">
                {frame::fold("eye", pupil::opened_title(), opened::opened_by(mailbox, today))}
            </div>
        </section>
    }
}

fn bubble(message: &Message, new: bool, today: i64) -> View {
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
        }
        None => view! {
            <article class="bubble bubble-you"><p class="bubble-who"><b>{pupil::message_you()}</b>" · "{when}</p>{text}</article>
        },
    }
}

fn answer_form(page: Page, state: &State, replies: bool, answers: &[String]) -> View {
    let (label, send) = if replies {
        (pupil::answer_label(), pupil::answer_send())
    } else {
        (pupil::answer_label_more(), pupil::answer_send_more())
    };
    let empty = state
        .here
        .empty
        .then(|| field_error("answer", said(pupil::answer_empty())));
    view! {
        <form
            class="stack-s"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                let text = page.read(|state| state.journey.text.trim().to_owned());
                if text.is_empty() {
                    page.write(|state| state.here.empty = true);
                    view::focus("answer");
                } else {
                    say(page, Say { text, feel_safer: false, another_adult: false }, pupil::answer_sent());
                }
            }
        >
            {tap::tap(page, &state.journey.text, answers)}
            <label class="label" for="answer">{label}</label>
            {empty}
            {private_box("answer", "box box-s", "4", &state.journey.text, move |text| {
                page.write(|state| state.journey.text = text);
            })}
            <p class="row"><button class="btn btn-go" type="submit">{send}{icon_flip("send")}</button></p>
        </form>
    }
}

/// Says something in the open mailbox; `told` is what the pupil is told when it is away.
pub(super) fn say(page: Page, say: Say, told: &'static str) {
    act(page, Ask::Say(say), told);
}

/// Does something with the open mailbox, then shows it as it now is, or what went wrong. Typed words stay until they
/// are sent.
pub(super) fn act(page: Page, ask: Ask, told: &'static str) {
    page.write(|state| state.fault = None);
    page.ask(ask, move |answer| match answer {
        Answer::Stage(_) => {}
        Answer::Mailbox(mailbox) => {
            page.write(|state| {
                state.journey.write(String::new());
                state.mailbox = Some(mailbox);
                state.notice = told;
            });
            page.go(Screen::Mailbox);
        }
        other => page.refuse(other),
    });
}
