//! Saying more in an open mailbox, and taking the report back.

use protocol::day::Timestamp;
use protocol::gateway::{GatewayAnswer, Op, Problem};
use protocol::header::Place;
use protocol::id::MessageId;
use protocol::message::{InThread, seal_follow_up};
use protocol::plaintext::{FollowUp, VERSION};
use rand_core::CryptoRng;

use super::gateway::Asker;
use super::mailbox::OpenMailbox;
use super::message::{Failure, Mailbox, Say, Stage};
use super::session::Session;
use super::start;
use crate::recipients::recipients;
use crate::text;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Adds to the conversation. Sealed to the adults the report was sealed to, as far as they still read.
    pub(super) async fn say(
        &mut self,
        say: &Say,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Mailbox, Failure> {
        let limit = start::limit(self.school()?);
        if say.text.len() > limit as usize {
            return Err(Failure::TooLong { limit });
        }
        self.refresh(now).await?;
        let open = self.mailbox.take().ok_or(Failure::NoMailbox)?;
        let answer = self.send_follow_up(&open, say, stage).await;
        let keys = open.keys.clone();
        self.mailbox = Some(open);
        accepted(answer?)?;
        self.refresh(now).await?;
        self.look(keys, stage).await
    }

    async fn send_follow_up(
        &mut self,
        open: &OpenMailbox,
        say: &Say,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<GatewayAnswer, Failure> {
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let report = open.report.as_ref().ok_or(Failure::NoMailbox)?;
        let place = Place {
            school: school.directory().school,
            case: open.case,
            message: MessageId::make(&mut self.rng),
            directory: school.directory_ref(),
        };
        let words = FollowUp {
            v: VERSION,
            text: text::clean(&say.text),
            feel_safer: say.feel_safer,
            another_adult: say.another_adult,
        };
        let to = recipients(school, &open.readers(school));
        let to = InThread {
            place,
            recipients: &to,
            thread: &report.thread,
        };
        let envelope =
            seal_follow_up(to, &open.keys, words, &mut self.rng).map_err(|_| Failure::Broken)?;
        self.ask_gateway(
            &Asker::mailbox(&open.keys),
            Op::Say {
                envelope: Box::new(envelope),
            },
            stage,
        )
        .await
    }

    /// Takes the report back. If nobody has opened it, its words are gone from the server.
    pub(super) async fn withdraw(
        &mut self,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Mailbox, Failure> {
        self.refresh(now).await?;
        let open = self.mailbox.take().ok_or(Failure::NoMailbox)?;
        let answer = self
            .ask_gateway(&Asker::mailbox(&open.keys), Op::Withdraw, stage)
            .await;
        let keys = open.keys.clone();
        self.mailbox = Some(open);
        accepted(answer?)?;
        self.refresh(now).await?;
        self.look(keys, stage).await
    }
}

fn accepted(answer: GatewayAnswer) -> Result<(), Failure> {
    match answer {
        GatewayAnswer::Accepted {} => Ok(()),
        GatewayAnswer::NoMailbox => Err(Failure::NoMailbox),
        GatewayAnswer::Gone { day, taken_back } => Err(Failure::Gone { day, taken_back }),
        GatewayAnswer::Refused {
            problem: Problem::Busy,
        } => Err(Failure::Busy),
        GatewayAnswer::Refused {
            problem: Problem::Ended,
        } => Err(Failure::Ended),
        _ => Err(Failure::Broken),
    }
}
