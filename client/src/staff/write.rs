//! Writing in an opened case: replies the pupil reads, notes only staff read, and what was decided and why.
//!
//! Everything that changes a case is a signed message in its thread, so the chronology has an author and a reason
//! for all of it. A reply and a note are different calls with different texts: neither can become the other.

use protocol::api::{MessagesAnswer, MessagesRequest};
use protocol::day::Timestamp;
use protocol::encoding::Bytes;
use protocol::envelope::Envelope;
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::keys::KemPublic;
use protocol::message::{InThread, ReplyWords, seal_note, seal_reply};
use protocol::notice::{StaffNotice, fit_title};
use protocol::plaintext::{Note, Noted, Reply, State, VERSION};
use rand_core::CryptoRng;

use super::fault::field;
use super::message::{Case, Decision, Failure, Happened, Stage};
use super::open_case::{Content, event, show};
use super::outcome::{OUTCOME_LEN, class, destroy_after};
use super::session::Session;
use crate::recipients::recipients;
use crate::transport::{Method, Transport};
use crate::{call, category, text};

/// What closing a case needs: all three, none empty.
pub struct Closing {
    pub outcome: String,
    pub rationale: String,
    /// The last words to the pupil.
    pub message: String,
}

/// What is to be said, before it is sealed.
enum Words {
    Reply(ReplyWords),
    Note(Noted),
}

/// One change of a case: its messages, how it stands after them, and the dates the server is told.
struct Change {
    words: Vec<Words>,
    notice: StaffNotice,
    closed: Option<String>,
    due_day: Option<u32>,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Words the pupil will read.
    pub(super) async fn reply(
        &mut self,
        case: CaseId,
        words: &str,
        asks: bool,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        let text = needed("text", words)?;
        let mut notice = self.notice(case)?;
        notice.state = match notice.state {
            _ if asks => State::WaitingOnPupil,
            State::WaitingOnPupil => State::Open,
            other => other,
        };
        let words = vec![Words::Reply(ReplyWords { text, asks, finished: false })];
        self.change(case, Change { words, notice, closed: None, due_day: None }, now, stage).await
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
        self.add_note(case, Noted::Remark { text }, now, stage).await
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
        let change = Change { words: vec![Words::Note(what)], notice, closed: None, due_day: None };
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
        let change = Change { words, notice, closed: None, due_day: decision.due_day };
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
            Words::Reply(ReplyWords { text, asks: false, finished: true }),
            Words::Note(Noted::Closing { outcome: outcome.clone(), rationale }),
        ];
        let change = Change { words, notice, closed: Some(outcome), due_day: Some(0) };
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
        let words = vec![Words::Note(Noted::Reopening { rationale })];
        self.change(case, Change { words, notice, closed: None, due_day: None }, now, stage).await
    }

    fn notice(&self, case: CaseId) -> Result<StaffNotice, Failure> {
        let known = self.desk()?.case(case).ok_or(Failure::NotFound)?;
        known.open.as_ref().ok_or(Failure::NotFound)?;
        Ok(known.notice())
    }

    async fn change(
        &mut self,
        case: CaseId,
        change: Change,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Case, Failure> {
        // Readers may have changed since the case was opened: seal to those of now.
        self.refresh(now).await?;
        stage(Stage::Sealing);
        let envelopes = self.seal(case, &change)?;
        stage(Stage::Sending);
        let destroy_after_day = self.destroy_day(case, change.closed.as_deref(), now)?;
        let request = MessagesRequest {
            envelopes: envelopes.iter().map(|envelope| Bytes(envelope.encode())).collect(),
            destroy_after_day,
            due_day: change.due_day,
        };
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/cases/", &case.0.to_string(), "/messages"].concat();
        let _: MessagesAnswer =
            call::send(&self.transport, Method::Post, Some(&token), path, &request).await?;
        self.apply(case, change, destroy_after_day, now)
    }

    fn seal(&mut self, case: CaseId, change: &Change) -> Result<Vec<Envelope>, Failure> {
        let (school, desk, rng) = self.parts()?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let (Some(open), Some(thread)) = (&known.open, &known.thread) else {
            return Err(Failure::NotFound);
        };
        let to = recipients(school, &open.report.readers);
        let mailbox =
            KemPublic::from_bytes(&open.report.mailbox_kem.0).map_err(|_| Failure::Broken)?;
        change
            .words
            .iter()
            .map(|words| {
                let place = Place {
                    school: school.directory().school,
                    case,
                    message: MessageId::make(rng),
                    directory: school.directory_ref(),
                };
                let to = InThread { place, recipients: &to, thread };
                let notice = change.notice.clone();
                match words {
                    Words::Reply(words) => {
                        seal_reply(to, &mailbox, &desk.secret, words.clone(), notice, rng)
                    }
                    Words::Note(what) => seal_note(to, &desk.secret, what.clone(), notice, rng),
                }
                .map_err(|_| Failure::Broken)
            })
            .collect()
    }

    fn destroy_day(
        &self,
        case: CaseId,
        outcome: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<u32>, Failure> {
        let known = self.desk()?.case(case).ok_or(Failure::NotFound)?;
        let closed = match outcome {
            Some(outcome) => Some(class(outcome, &category::ids(known.categories()))),
            // A remark on a closed case does not move the day that closing set.
            None if known.notice().state == State::Closed => return Ok(None),
            None => None,
        };
        Ok(destroy_after(known.row.received_half_day, closed, now).map(|day| day.0))
    }

    /// Shows what was just taken in, without another opening.
    fn apply(
        &mut self,
        case: CaseId,
        change: Change,
        destroy_after_day: Option<u32>,
        now: Timestamp,
    ) -> Result<Case, Failure> {
        let (school, desk, _) = self.parts()?;
        let by = desk.secret.kem.public().id();
        let known = desk.case_mut(case)?;
        known.row.destroy_after_day = destroy_after_day.unwrap_or(known.row.destroy_after_day);
        if let Some(day) = change.due_day {
            known.row.due_day = Some(day).filter(|day| *day != 0);
        }
        let notice = change.notice;
        known.staff = Some(notice.clone());
        let categories = category::ids(known.categories());
        let (due_day, destroy_after_day) = (known.row.due_day, known.row.destroy_after_day);
        let view = &mut known.open.as_mut().ok_or(Failure::NotFound)?.view;
        for words in change.words {
            let content = match words {
                Words::Reply(words) => {
                    known.unanswered = 0;
                    known.waiting_since = None;
                    Content::Reply(Reply {
                        v: VERSION,
                        by,
                        text: words.text,
                        asks: words.asks,
                        finished: words.finished,
                    })
                }
                Words::Note(what) => Content::Note(Note { v: VERSION, by, what }),
            };
            show(view, school, now.hour(), &content);
            view.chronology.push(Happened {
                hour: now.hour(),
                by: super::adult::adult(school, &by),
                pupil_sees: matches!(content, Content::Reply(_)),
                what: event(&content),
            });
        }
        view.title = notice.title;
        view.state = notice.state;
        view.urgency = notice.urgency;
        view.owner = notice.owner.and_then(|key| super::adult::adult(school, &key));
        view.categories = categories;
        view.due_day = due_day;
        view.destroy_after_day = destroy_after_day;
        Ok(view.clone())
    }
}

/// A text that must say something.
fn needed(name: &str, words: &str) -> Result<String, Failure> {
    let words = text::clean(words);
    if words.is_empty() || words.len() > text::STAFF_LIMIT { Err(field(name)) } else { Ok(words) }
}

/// Category numbers of at most three ids.
fn codes(ids: &[String]) -> Result<Vec<u16>, Failure> {
    let codes: Option<Vec<u16>> = ids.iter().map(|id| category::code(id)).collect();
    codes.filter(|codes| codes.len() <= 3).ok_or_else(|| field("categories"))
}
