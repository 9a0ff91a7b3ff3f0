//! Who opened it and when, as the log proves it; and the five plain states as a trail.

use client::reporter::message::{Mailbox, Opened, Status};

use super::look::half_day;
use super::readers::role_words;
use crate::components::icon::{icon, icon_small};
use crate::text::{pupil, say};
use crate::view::{View, view};

/// How far a step of the trail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    Done,
    Here,
    Later,
}

/// The steps to show: what, how far, and when if it is known.
#[must_use]
pub fn steps(mailbox: &Mailbox) -> Vec<(Status, Reached, Option<u32>)> {
    let read = mailbox.opened.first().map(|opened| opened.half_day);
    let sent = Some(mailbox.received_half_day);
    let newest = mailbox
        .messages
        .iter()
        .rev()
        .find(|message| message.from.is_some())
        .map(|message| message.half_day);
    let here = mailbox.status;
    let mut steps = vec![(Status::Sent, sent)];
    if here == Status::Withdrawn {
        if read.is_some() {
            steps.push((Status::Read, read));
        }
        steps.push((Status::Withdrawn, None));
    } else {
        steps.push((Status::Read, read));
        if here == Status::Question {
            steps.push((Status::Question, newest));
        }
        steps.push((
            Status::Working,
            if here == Status::Working {
                newest
            } else {
                None
            },
        ));
        steps.push((
            Status::Finished,
            if here == Status::Finished {
                newest
            } else {
                None
            },
        ));
    }
    let at = steps
        .iter()
        .position(|(status, _)| *status == here)
        .unwrap_or(0);
    steps
        .into_iter()
        .enumerate()
        .map(|(place, (status, when))| {
            let reached = match place.cmp(&at) {
                core::cmp::Ordering::Less => Reached::Done,
                core::cmp::Ordering::Equal if here == Status::Finished => Reached::Done,
                core::cmp::Ordering::Equal => Reached::Here,
                core::cmp::Ordering::Greater => Reached::Later,
            };
            (status, reached, when)
        })
        .collect()
}

/// The trail. Days and half-days only.
pub fn trail(mailbox: &Mailbox, today: i64) -> View {
    let steps: View = steps(mailbox)
        .into_iter()
        .map(|(status, reached, when)| {
            let class = match reached {
                Reached::Done => "done",
                Reached::Here => "here",
                Reached::Later => "",
            };
            let current = (reached == Reached::Here).then_some("step");
            let when = when.map(|half| view! { <small>{half_day(half, today)}</small> });
            view! { <li class=class aria-current=current><span class="dot">{icon("tick")}</span><b>{step_words(status)}</b>{when}</li> }
        })
        .collect();
    view! { <ol class="trail trail-wide" aria-label=pupil::trail_label()>{steps}</ol> }
}

fn step_words(status: Status) -> &'static str {
    match status {
        Status::Sent => pupil::trail_sent(),
        Status::Read => pupil::trail_read(),
        Status::Question => pupil::trail_question(),
        Status::Working => pupil::trail_working(),
        Status::Finished => pupil::trail_finished(),
        Status::Withdrawn => pupil::trail_withdrawn(),
    }
}

/// Lines of the fold "Who has opened it?".
pub fn opened_by(mailbox: &Mailbox, today: i64) -> View {
    if !mailbox.log_holds {
        return view! { <p><b>{pupil::opened_broken()}</b></p> };
    }
    if mailbox.opened.is_empty() {
        return view! { <p>{pupil::opened_none()}</p> };
    }
    let lines: View = mailbox
        .opened
        .iter()
        .map(
            |Opened {
                 role,
                 half_day: half,
             }| {
                let who = role.map_or_else(pupil::opened_someone, role_words);
                view! { <li>{pupil::opened_line(&say(who), &half_day(*half, today))}</li> }
            },
        )
        .collect();
    view! {
        <ul>{lines}</ul>
        <p class="local">{icon_small("tick")}<span>{pupil::opened_holds()}</span></p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailbox(status: Status, opened: bool) -> Mailbox {
        let opened = if opened {
            vec![Opened {
                role: None,
                half_day: 12,
            }]
        } else {
            Vec::new()
        };
        Mailbox {
            status,
            received_half_day: 10,
            opened,
            held: false,
            log_holds: true,
            messages: Vec::new(),
            next_look: None,
        }
    }

    fn reached(status: Status, opened: bool) -> Vec<(Status, Reached)> {
        steps(&mailbox(status, opened))
            .into_iter()
            .map(|(status, reached, _)| (status, reached))
            .collect()
    }

    // S3
    #[test]
    fn five_plain_states() {
        use Reached::{Done, Here, Later};
        use Status::{Finished, Question, Read, Sent, Withdrawn, Working};
        assert_eq!(
            reached(Sent, false),
            [
                (Sent, Here),
                (Read, Later),
                (Working, Later),
                (Finished, Later)
            ]
        );
        assert_eq!(
            reached(Read, true),
            [
                (Sent, Done),
                (Read, Here),
                (Working, Later),
                (Finished, Later)
            ]
        );
        assert_eq!(
            reached(Question, true),
            [
                (Sent, Done),
                (Read, Done),
                (Question, Here),
                (Working, Later),
                (Finished, Later)
            ]
        );
        assert_eq!(
            reached(Working, true),
            [
                (Sent, Done),
                (Read, Done),
                (Working, Here),
                (Finished, Later)
            ]
        );
        assert_eq!(
            reached(Finished, true),
            [
                (Sent, Done),
                (Read, Done),
                (Working, Done),
                (Finished, Done)
            ]
        );
        assert_eq!(reached(Withdrawn, false), [(Sent, Done), (Withdrawn, Here)]);
        assert_eq!(
            reached(Withdrawn, true),
            [(Sent, Done), (Read, Done), (Withdrawn, Here)]
        );
    }
}
