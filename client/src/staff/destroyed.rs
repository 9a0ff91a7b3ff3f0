//! What was destroyed: the certificates of this school, each with the fingerprint under which the log knows it.

use protocol::api::CertificatesPage;
use protocol::encoding::FixedBytes;
use protocol::kdf::derive_sha256;
use rand_core::CryptoRng;

use super::message::{Destroyed, Failure};
use super::session::Session;
use crate::call;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// The newest certificates, newest first. Whether they are in the log shows where the log is shown.
    pub(super) async fn destroyed(&self) -> Result<Vec<Destroyed>, Failure> {
        let path = "/api/v1/certificates".into();
        let page: CertificatesPage =
            call::get(&self.transport, Some(&self.desk()?.token), path).await?;
        let shown = page.certificates.into_iter().map(|one| Destroyed {
            day: one.day,
            cases: one.cases,
            hash: FixedBytes(derive_sha256(one.statement.as_bytes())),
            statement: one.statement,
        });
        Ok(shown.collect())
    }
}
