//! Asking the school's gateway: one path, sealed both ways, the same for every operation.

use protocol::gateway::{GatewayAnswer, Op, Request, seal_request};
use protocol::mailbox::Mailbox;
use rand_core::CryptoRng;

use super::message::Failure;
use super::session::Session;
use crate::call;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Asks and opens the answer. If no answer came, asks once more: every operation may be repeated, and a pupil
    /// whose first try did arrive must not be told that it did not.
    pub(super) async fn ask_gateway(
        &mut self,
        mailbox: &Mailbox,
        op: Op,
    ) -> Result<GatewayAnswer, Failure> {
        let request = Request {
            mailbox: mailbox.id(),
            token: mailbox.token().clone(),
            op,
        };
        match self.ask_once(&request).await {
            Err(Failure::Unreachable) => self.ask_once(&request).await,
            answered => answered,
        }
    }

    async fn ask_once(&mut self, request: &Request) -> Result<GatewayAnswer, Failure> {
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let id = school.directory().school;
        let (frame, key) = seal_request(id, school.gateway(), request, &mut self.rng)
            .map_err(|_| Failure::Broken)?;
        let path = ["/api/v1/schools/", &school.slug, "/gateway"].concat();
        let answer = call::send_bytes(&self.transport, path, frame).await?;
        key.open(&answer).map_err(|_| Failure::Broken)
    }
}
