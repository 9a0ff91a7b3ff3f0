//! One's own sign-in: where one is signed in, recovery codes, and showing the second factor once more.

use protocol::api::{
    AddPasskeyRequest, NameSessionRequest, PasskeyChallenge, PasskeyOptions, PasskeyProof,
    ProofRequest, RecoveryCodesAnswer, SignInView,
};
use protocol::encoding::to_base64url;
use protocol::id::Hash;
use protocol::recovery_code;
use rand_core::CryptoRng;

use super::message::Failure;
use super::session::Session;
use crate::call;
use crate::transport::{Method, Transport};

const NOTHING: Option<&()> = None;

/// What was typed as a second factor, as the server takes it: a recovery code, or the digits there are.
#[must_use]
pub fn second_factor(typed: &str) -> String {
    match recovery_code::read(typed) {
        Some(code) => code.iter().map(|byte| char::from(*byte)).collect(),
        None => typed.chars().filter(char::is_ascii_digit).collect(),
    }
}

/// A second factor as the page hands it over.
pub struct SecondFactor<'a> {
    /// As typed; empty with a passkey.
    pub code: &'a str,
    /// What a passkey showed.
    pub passkey: Option<PasskeyProof>,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    pub(super) async fn own_sign_in(&self) -> Result<SignInView, Failure> {
        let path = "/api/v1/me/sign-in".into();
        Ok(call::get(&self.transport, Some(self.desk()?.token.as_str()), path).await?)
    }

    pub(super) async fn name_session(&self, session: &Hash, name: &str) -> Result<(), Failure> {
        let request = NameSessionRequest { name: name.into() };
        self.tell(Method::Put, session_path(session), Some(&request))
            .await
    }

    pub(super) async fn end_session(&self, session: &Hash) -> Result<(), Failure> {
        self.tell(Method::Delete, session_path(session), NOTHING)
            .await
    }

    /// Ends every session, this one too: keys go as at sign-out.
    pub(super) async fn end_all_sessions(&mut self) -> Result<(), Failure> {
        self.tell(Method::Delete, "/api/v1/me/sessions".into(), NOTHING)
            .await?;
        self.set_desk(None);
        Ok(())
    }

    pub(super) async fn prove(&self, factor: SecondFactor<'_>) -> Result<(), Failure> {
        let path = "/api/v1/me/proof".into();
        let request = ProofRequest {
            code: second_factor(factor.code),
            passkey: factor.passkey,
        };
        self.tell(Method::Post, path, Some(&request)).await
    }

    /// What to show a passkey for: once more when signed in, otherwise at the school's door.
    pub(super) async fn passkey_challenge(&self) -> Result<PasskeyChallenge, Failure> {
        if let Ok(desk) = self.desk() {
            let path = "/api/v1/me/proof/passkey".into();
            return Ok(call::ask(&self.transport, Some(desk.token.as_str()), path).await?);
        }
        let slug = &self.school()?.slug;
        let path = ["/api/v1/schools/", slug, "/sign-in/passkey"].concat();
        Ok(call::ask(&self.transport, None, path).await?)
    }

    pub(super) async fn passkey_options(&self) -> Result<PasskeyOptions, Failure> {
        let path = "/api/v1/me/passkeys/options".into();
        Ok(call::ask(&self.transport, Some(self.desk()?.token.as_str()), path).await?)
    }

    pub(super) async fn add_passkey(&self, request: &AddPasskeyRequest) -> Result<(), Failure> {
        let path = "/api/v1/me/passkeys".into();
        self.tell(Method::Post, path, Some(request)).await
    }

    pub(super) async fn remove_passkey(&self, credential: &[u8]) -> Result<(), Failure> {
        let path = ["/api/v1/me/passkeys/", &to_base64url(credential)].concat();
        self.tell(Method::Delete, path, NOTHING).await
    }

    pub(super) async fn renew_codes(&self) -> Result<Vec<String>, Failure> {
        let path = "/api/v1/me/recovery-codes".into();
        let answer: RecoveryCodesAnswer =
            call::ask(&self.transport, Some(self.desk()?.token.as_str()), path).await?;
        Ok(answer.codes)
    }

    /// Says in the log that a copy of it is taken.
    pub(super) async fn say_exported(&self) -> Result<(), Failure> {
        self.tell(Method::Post, "/api/v1/audit/export".into(), NOTHING)
            .await
    }

    async fn tell<B: serde::Serialize>(
        &self,
        method: Method,
        path: String,
        body: Option<&B>,
    ) -> Result<(), Failure> {
        let token = &self.desk()?.token;
        Ok(call::tell(&self.transport, method, Some(token), path, body).await?)
    }
}

fn session_path(session: &Hash) -> String {
    ["/api/v1/me/sessions/", &to_base64url(&session.0)].concat()
}

#[cfg(test)]
mod tests {
    use super::second_factor;

    // XAM-11: one box takes both.
    #[test]
    fn one_box_takes_digits_and_recovery_codes() {
        assert_eq!(second_factor(" 123 456 "), "123456");
        assert_eq!(second_factor("k7qd-4m2x-9trw"), "K7QD4M2X9TRW");
        assert_eq!(second_factor("1234-5678-9012"), "123456789012");
        assert_eq!(second_factor("K7QD"), "7");
    }
}
