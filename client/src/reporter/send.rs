//! Sending a report: a fresh receipt code, a mailbox derived from it, one slot for every key of the directory.

use protocol::day::Timestamp;
use protocol::error::SealError;
use protocol::gateway::{GatewayAnswer, Op, Problem};
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::kdf::Stretching;
use protocol::mailbox::Mailbox;
use protocol::message::{ReportWords, seal_report};
use protocol::receipt_code::ReceiptCode;
use rand_core::CryptoRng;

use super::gateway::Asker;
use super::message::{Answer, Draft, Failure, Stage};
use super::session::Session;
use super::{start, words};
use crate::recipients::recipients;
use crate::transport::Transport;
use crate::{category, text};

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Seals and sends. The receipt code is given out only after the server has the report.
    /// On failure nothing of it is kept here; the words are still on the page.
    pub(super) async fn send(
        &mut self,
        draft: &Draft,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Answer, Failure> {
        self.check(draft)?;
        // The same request for everyone, whatever they chose.
        let unchanged = self.refresh(now).await?;
        let school = self.school()?;
        let id = school.directory().school;
        let known = |key| school.readers().any(|entry| entry.key_id == key);
        if !unchanged || draft.readers.is_empty() || !draft.readers.iter().all(|key| known(*key)) {
            return Err(Failure::ReadersChanged(Box::new(start::shown(school))));
        }

        stage(Stage::MakingWords);
        let code = ReceiptCode::make(&mut self.rng);
        let mailbox =
            Mailbox::derive(&code, id, Stretching::MAILBOX).map_err(|_| Failure::Broken)?;
        stage(Stage::Sealing);
        let op = self.seal(draft, &mailbox)?;
        match self
            .ask_gateway(&Asker::mailbox(&mailbox), op, stage)
            .await?
        {
            GatewayAnswer::Accepted {} => Ok(Answer::Sent {
                words: words::owned(&code.words()),
            }),
            GatewayAnswer::Refused {
                problem: Problem::ReadersChanged,
            } => {
                self.refresh(now).await?;
                Err(Failure::ReadersChanged(Box::new(start::shown(
                    self.school()?,
                ))))
            }
            GatewayAnswer::Refused {
                problem: Problem::Busy,
            } => Err(Failure::Busy),
            GatewayAnswer::Refused {
                problem: Problem::Tomorrow,
            } => Err(Failure::Tomorrow),
            GatewayAnswer::Refused {
                problem: Problem::Ended,
            } => Err(Failure::Ended),
            GatewayAnswer::Refused {
                problem: Problem::NotOpen,
            } => Err(Failure::NotOpen),
            _ => Err(Failure::Broken),
        }
    }

    fn check(&self, draft: &Draft) -> Result<(), Failure> {
        let limit = start::limit(self.school()?);
        if draft.text.len() > limit as usize {
            return Err(Failure::TooLong { limit });
        }
        Ok(())
    }

    fn seal(&mut self, draft: &Draft, mailbox: &Mailbox) -> Result<Op, Failure> {
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let place = Place {
            school: school.directory().school,
            case: CaseId::make(&mut self.rng),
            message: MessageId::make(&mut self.rng),
            directory: school.directory_ref(),
        };
        let words = ReportWords {
            danger: draft.danger,
            about: draft.about,
            categories: draft
                .categories
                .iter()
                .filter_map(|id| category::code(id))
                .take(3)
                .collect(),
            text: text::clean(&draft.text),
        };
        let to = recipients(school, &draft.readers);
        let sealed = seal_report(place, &to, mailbox, words, &mut self.rng).map_err(|error| {
            let limit = start::limit(school);
            if error == SealError::TooLong {
                Failure::TooLong { limit }
            } else {
                Failure::Broken
            }
        })?;
        Ok(Op::Submit {
            danger: draft.danger,
            audit_key: sealed.audit_key,
            envelope: Box::new(sealed.envelope),
        })
    }
}
