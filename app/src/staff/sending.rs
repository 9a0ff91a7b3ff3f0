//! Words for the pupil on their way out: sent when their ten seconds are over, back in their box when that fails.

use client::staff::message::{Answer, Ask, Case, Question};
use leptos::prelude::*;
use protocol::id::CaseId;

use super::desk::Desk;

/// Words for the pupil in their ten seconds.
#[derive(Clone)]
pub enum Sending {
    Reply {
        text: String,
        question: Question,
    },
    Close {
        outcome: String,
        rationale: String,
        message: String,
    },
}

impl Desk {
    /// Sends words for the pupil. When it fails they go back to their box, with why.
    pub fn send(self, case: CaseId, what: Sending, mut sent: impl FnMut(Case) + 'static) {
        let ask = match what.clone() {
            Sending::Reply { text, question } => Ask::Reply {
                case,
                text,
                question,
            },
            Sending::Close {
                outcome,
                rationale,
                message,
            } => Ask::Close {
                case,
                outcome,
                rationale,
                message,
            },
        };
        self.ask(&ask, move |answer| match answer {
            Ok(Answer::Case(case)) => {
                self.unsent.set(None);
                self.took(*case.clone());
                sent(*case);
            }
            Ok(_) => self.unsent.set(None),
            Err(failure) => {
                self.give_back(case, what.clone());
                self.unsent.set(Some((case, failure)));
            }
        });
    }

    /// Puts words back into their box, before anything typed since.
    pub fn give_back(self, case: CaseId, what: Sending) {
        self.drafts.update(|drafts| {
            drafts.change(case, |draft| match what {
                Sending::Reply { text, question } => {
                    let since = core::mem::take(&mut draft.reply);
                    draft.reply = if since.trim().is_empty() {
                        text
                    } else {
                        format!("{text}\n\n{since}")
                    };
                    draft.asks = question.waits();
                    if let Question::Tap(answers) = question {
                        draft.answers = answers.join("\n");
                    }
                }
                Sending::Close {
                    outcome,
                    rationale,
                    message,
                } => {
                    draft.outcome = outcome;
                    draft.closing_rationale = rationale;
                    draft.closing_message = message;
                }
            });
        });
    }
}
