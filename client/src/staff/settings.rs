//! What an administrator can change of the school.

use protocol::api::{SchoolSettings, SettingsChange};
use rand_core::CryptoRng;

use super::message::Failure;
use super::session::Session;
use crate::call;
use crate::transport::{Method, Transport};

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// What an administrator can change of the school.
    pub(super) async fn settings(&self) -> Result<SchoolSettings, Failure> {
        let token = self.desk()?.token.clone();
        Ok(call::get(&self.transport, Some(&token), "/api/v1/settings".into()).await?)
    }

    /// Changes it, and gives what it is then.
    pub(super) async fn change_settings(
        &self,
        change: &SettingsChange,
    ) -> Result<SchoolSettings, Failure> {
        let token = self.desk()?.token.clone();
        let path = "/api/v1/settings".into();
        let put = Method::Put;
        call::tell(&self.transport, put, Some(&token), path, Some(change)).await?;
        self.settings().await
    }
}
