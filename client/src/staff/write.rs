//! Writing in an opened case: replies the pupil reads, notes only staff read, and what was decided and why.
//!
//! Everything that changes a case is a signed message in its thread, so the chronology has an author and a reason
//! for all of it. A reply and a note are different calls with different texts: neither can become the other.

use protocol::day::Timestamp;
use protocol::id::CaseId;
use protocol::message::ReplyWords;
use protocol::notice::{StaffNotice, fit_title};
use protocol::plaintext::{Noted, Question, State};
use rand_core::CryptoRng;

use super::change::{Change, Words};
use super::fault::field;
use super::message::{Case, Decision, Failure, Stage};
use super::outcome::OUTCOME_LEN;
use super::session::Session;
use crate::transport::Transport;
use crate::{category, text};

/// What closing a case needs: all three, none empty.
pub struct Closing {
    pub outcome: String,
    pub rationale: String,
    /// The last words to the pupil.
    pub message: String,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Words the pupil will read.
    pub(super) async fn reply(
        &mut self,
        case: CaseId,
        words: &str,
        question: Question,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let text = needed("text", words)?;
        let question = checked(question)?;
        // A pupil can read this while the service ends, and write nothing: a question would wait for ever.
        if question.waits() && self.school()?.ends_day.is_some() {
            return Err(Failure::ServiceEnding);
        }
        let mut notice = self.notice(case)?;
        notice.state = match notice.state {
            _ if question.waits() => State::WaitingOnPupil,
            State::WaitingOnPupil => State::Open,
            other => other,
        };
        let words = Words::Reply(ReplyWords {
            text,
            question,
            finished: false,
        });
        let change = Change::saying(vec![words], notice);
        self.change(case, change, now, stage).await
    }

    /// Words only staff will read.
    pub(super) async fn note(
        &mut self,
        case: CaseId,
        words: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let text = needed("text", words)?;
        self.add_note(case, Noted::Remark { text }, now, stage)
            .await
    }

    /// A note that changes nothing about the case.
    pub(super) async fn add_note(
        &mut self,
        case: CaseId,
        what: Noted,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let notice = self.notice(case)?;
        let change = Change::saying(vec![Words::Note(what)], notice);
        self.change(case, change, now, stage).await
    }

    /// Triage: whatever is decided, with why. D2: a decision cannot be saved without its reason.
    pub(super) async fn decide(
        &mut self,
        case: CaseId,
        decision: Decision,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let rationale = needed("rationale", &decision.rationale)?;
        let codes = decision.categories.as_deref().map(codes).transpose()?;
        let title = decision.title.as_deref().map(fit_title);
        let mut notice = self.notice(case)?;
        // Closing needs an outcome and a message to the pupil; there is no way around it.
        if decision.state == Some(State::Closed) {
            return Err(field("state"));
        }
        if let Some(owner) = decision.owner
            && !self.school()?.readers().any(|entry| entry.key_id == owner)
        {
            return Err(field("owner"));
        }
        notice.state = decision.state.unwrap_or(notice.state);
        notice.urgency = decision.urgency.or(notice.urgency);
        notice.owner = decision.owner.or(notice.owner);
        if let Some(day) = decision.due_day {
            notice.due_day = Some(day).filter(|day| *day != 0);
        }
        if let Some(title) = &title {
            notice.title.clone_from(title);
        }
        if let Some(codes) = &codes {
            notice.categories.clone_from(codes);
        }
        let words = vec![Words::Note(Noted::Decision {
            title,
            state: decision.state,
            urgency: decision.urgency,
            categories: codes,
            owner: decision.owner,
            due_day: decision.due_day,
            rationale,
        })];
        let change = Change {
            due_day: decision.due_day,
            ..Change::saying(words, notice)
        };
        self.change(case, change, now, stage).await
    }

    /// D12: closes with an outcome, why, and a last message to the pupil; all in one request, or none of it.
    pub(super) async fn close(
        &mut self,
        case: CaseId,
        closing: Closing,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let outcome = needed("outcome", &closing.outcome)?;
        if outcome.len() > OUTCOME_LEN {
            return Err(field("outcome"));
        }
        let rationale = needed("rationale", &closing.rationale)?;
        let text = needed("message", &closing.message)?;
        let mut notice = self.notice(case)?;
        notice.state = State::Closed;
        notice.due_day = None;
        let words = vec![
            Words::Reply(ReplyWords {
                text,
                question: Question::Nothing,
                finished: true,
            }),
            Words::Note(Noted::Closing {
                outcome: outcome.clone(),
                rationale,
            }),
        ];
        let change = Change {
            closed: Some(outcome),
            due_day: Some(0),
            ..Change::saying(words, notice)
        };
        self.change(case, change, now, stage).await
    }

    /// Takes a closed case up again.
    pub(super) async fn reopen(
        &mut self,
        case: CaseId,
        rationale: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let rationale = needed("rationale", rationale)?;
        let mut notice = self.notice(case)?;
        notice.state = State::Reopened;
        let words = Words::Note(Noted::Reopening { rationale });
        let change = Change::saying(vec![words], notice);
        self.change(case, change, now, stage).await
    }

    /// Confirms that the school's own record has what is in a closed case, and where.
    pub(super) async fn moved(
        &mut self,
        case: CaseId,
        record: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let record = needed("record", record)?;
        let notice = self.notice(case)?;
        if notice.state != State::Closed {
            return Err(field("state"));
        }
        let words = Words::Note(Noted::Moved { record });
        let change = Change {
            moved: true,
            ..Change::saying(vec![words], notice)
        };
        self.change(case, change, now, stage).await
    }

    pub(super) fn notice(&self, case: CaseId) -> Result<StaffNotice, Failure> {
        let known = self.desk()?.case(case).ok_or(Failure::NotFound)?;
        known.open.as_ref().ok_or(Failure::NotFound)?;
        Ok(known.notice())
    }
}

/// A text that must say something.
pub(super) fn needed(name: &str, words: &str) -> Result<String, Failure> {
    let words = text::clean(words);
    if words.is_empty() || words.len() > text::STAFF_LIMIT {
        Err(field(name))
    } else {
        Ok(words)
    }
}

/// A question whose answers fit on buttons: two to four, each said once.
fn checked(question: Question) -> Result<Question, Failure> {
    let Question::Tap(answers) = question else {
        return Ok(question);
    };
    let answers: Vec<String> = answers.iter().map(|one| text::clean(one)).collect();
    let fits = |one: &String| {
        !one.is_empty() && !one.contains('\n') && one.chars().count() <= Question::LETTERS
    };
    let twice = |(at, one): (usize, &String)| answers[..at].contains(one);
    if !(2..=Question::MOST).contains(&answers.len())
        || !answers.iter().all(fits)
        || answers.iter().enumerate().any(twice)
    {
        return Err(field("answers"));
    }
    Ok(Question::Tap(answers))
}

/// Category numbers of at most three ids.
fn codes(ids: &[String]) -> Result<Vec<u16>, Failure> {
    let codes: Option<Vec<u16>> = ids.iter().map(|id| category::code(id)).collect();
    codes
        .filter(|codes| codes.len() <= 3)
        .ok_or_else(|| field("categories"))
}
