//! A change of a case on its way: sealed to everyone who reads the case, sent all or none, then shown.

use protocol::api::{MessagesAnswer, MessagesRequest};
use protocol::day::Timestamp;
use protocol::encoding::Bytes;
use protocol::envelope::Envelope;
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::keys::KemPublic;
use protocol::message::{InThread, ReplyWords, seal_note, seal_reply};
use protocol::notice::StaffNotice;
use protocol::plaintext::{Note, Noted, Reply, State, VERSION};
use rand_core::CryptoRng;

use super::adult::adult;
use super::message::{Case, Failure, Happened, Stage};
use super::open_case::{Content, event, show};
use super::outcome::{Keeping, class, keeping};
use super::session::Session;
use crate::recipients::recipients;
use crate::transport::{Method, Transport};
use crate::{call, category};

/// What is to be said, before it is sealed.
pub enum Words {
    Reply(ReplyWords),
    Note(Noted),
}

/// One change of a case: its messages, how it stands after them, and the dates the server is told.
pub struct Change {
    pub words: Vec<Words>,
    pub notice: StaffNotice,
    /// The outcome, if this closes the case.
    pub closed: Option<String>,
    /// This confirms that the school's own record has it.
    pub moved: bool,
    /// What the server is told of it; 0 clears the day.
    pub due_day: Option<u32>,
}

impl Change {
    /// Messages that leave the case as `notice` says, open and due as before.
    pub const fn saying(words: Vec<Words>, notice: StaffNotice) -> Self {
        Self {
            words,
            notice,
            closed: None,
            moved: false,
            due_day: None,
        }
    }
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Seals, sends, and shows what was taken in.
    pub(super) async fn change(
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
        let keeping = self.keeping(case, &change, now)?;
        let request = MessagesRequest {
            envelopes: envelopes
                .iter()
                .map(|envelope| Bytes(envelope.encode()))
                .collect(),
            destroy_after_day: keeping.map(|keeping| keeping.day),
            may_expire: keeping.map(|keeping| keeping.may_expire),
            due_day: change.due_day,
        };
        let token = self.desk()?.token.clone();
        let path = ["/api/v1/cases/", &case.0.to_string(), "/messages"].concat();
        let _: MessagesAnswer =
            call::send(&self.transport, Method::Post, Some(&token), path, &request).await?;
        self.apply(case, change, keeping, now)
    }

    pub(super) fn seal(&mut self, case: CaseId, change: &Change) -> Result<Vec<Envelope>, Failure> {
        let (school, desk, rng) = self.parts()?;
        let known = desk.case(case).ok_or(Failure::NotFound)?;
        let (Some(open), Some(thread)) = (&known.open, &known.thread) else {
            return Err(Failure::NotFound);
        };
        let to = recipients(school, &open.readers);
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
                let to = InThread {
                    place,
                    recipients: &to,
                    thread,
                };
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

    /// How long the case is to be kept after this change; `None` leaves that as it is.
    fn keeping(
        &self,
        case: CaseId,
        change: &Change,
        now: Timestamp,
    ) -> Result<Option<Keeping>, Failure> {
        let known = self.desk()?.case(case).ok_or(Failure::NotFound)?;
        let before = known.notice();
        let stays_closed = change.closed.is_none() && change.notice.state == State::Closed;
        // A remark on a closed case does not move the day that closing set; another category may.
        if stays_closed && !change.moved && change.notice.categories == before.categories {
            return Ok(None);
        }
        let open = known.open.as_ref().ok_or(Failure::NotFound)?;
        let outcome = match &change.closed {
            Some(outcome) => Some(outcome),
            None => open.view.outcome.as_ref().filter(|_| stays_closed),
        };
        // What the pupil chose counts beside what staff decided: neither can argue the other away.
        let mut categories = category::ids(&known.report.categories);
        categories.extend(category::ids(&before.categories));
        categories.extend(category::ids(&change.notice.categories));
        let class = outcome.map(|outcome| class(outcome, &categories));
        // Another category on a case that was moved counts its days anew.
        let is_moved = change.moved || (stays_closed && open.view.moved.is_some());
        let confirmed = is_moved.then(|| now.day());
        Ok(keeping(known.row.received_half_day, class, confirmed, now))
    }

    /// Shows what was just taken in, without another opening.
    fn apply(
        &mut self,
        case: CaseId,
        change: Change,
        keeping: Option<Keeping>,
        now: Timestamp,
    ) -> Result<Case, Failure> {
        let (school, desk, _) = self.parts()?;
        let by = desk.secret.kem.public().id();
        let known = desk.case_mut(case)?;
        if let Some(keeping) = keeping {
            known.row.destroy_after_day = keeping.day;
            known.row.may_expire = keeping.may_expire;
        }
        if let Some(day) = change.due_day {
            known.row.due_day = Some(day).filter(|day| *day != 0);
        }
        let notice = change.notice;
        known.staff = Some(notice.clone());
        let categories = category::ids(known.categories());
        let (due_day, destroy_after_day) = (known.row.due_day, known.row.destroy_after_day);
        let may_expire = known.row.may_expire;
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
                        question: words.question,
                        finished: words.finished,
                    })
                }
                Words::Note(what) => Content::Note(Note {
                    v: VERSION,
                    by,
                    what,
                }),
            };
            show(view, school, now.hour(), &content);
            view.chronology.push(Happened {
                hour: now.hour(),
                by: adult(school, &by),
                pupil_sees: matches!(content, Content::Reply(_)),
                what: event(&content),
            });
        }
        view.title = notice.title;
        view.state = notice.state;
        view.urgency = notice.urgency;
        view.owner = notice.owner.and_then(|key| adult(school, &key));
        view.categories = categories;
        view.due_day = due_day;
        view.destroy_after_day = destroy_after_day;
        view.may_expire = may_expire;
        Ok(view.clone())
    }
}
