//! What the server says about itself to those who may configure it.

use protocol::api::ReadinessView;
use rand_core::CryptoRng;

use super::message::Failure;
use super::session::Session;
use crate::call;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Looked at now, not before.
    pub(super) async fn readiness(&self) -> Result<ReadinessView, Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/readiness".into();
        Ok(call::get(&self.transport, Some(&token), path).await?)
    }
}
