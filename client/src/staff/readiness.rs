//! What the server says about itself: all of it to those who may configure it, its copies to every adult.

use protocol::api::{CopiesView, ReadinessView};
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
    /// How old the copies are, and whether one was put back on trial.
    pub(super) async fn copies(&self) -> Result<CopiesView, Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/copies".into();
        Ok(call::get(&self.transport, Some(&token), path).await?)
    }
}
