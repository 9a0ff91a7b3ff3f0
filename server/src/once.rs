//! `Idempotency-Key`: 128 random bits that a session puts on an act whose answer may get lost. Sent again with the same
//! key, the same act is answered again and not done again (R25, and fact 8 of the reliability requirements).
//!
//! Promise: the key counts only together with who asks for what, to the byte; the same key on anything else is a
//! conflict and changes nothing. What an answer hands out (a session's token, an invitation's link) is derived
//! from the key and the server's own secret, so that no secret has to be kept in order to be said again.

use axum::extract::FromRequestParts;
use axum::http::HeaderName;
use axum::http::request::Parts;
use protocol::encoding::{FixedBytes, from_base64url};
use protocol::id::SchoolId;
use serde::Serialize;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::app::App;
use crate::problem::{ApiError, Problem};
use crate::store::{OnceOnly, Seen, Transaction};

/// Its name in HTTP.
pub const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
const KEY_LABEL: &[u8] = b"sotto/v1/once";

/// How the OpenAPI document says it.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only its description is used")]
pub struct OnceHeader {
    /// 16 random bytes in base64url. The same request sent again with the same key is done once and answered again.
    #[param(rename = "idempotency-key")]
    key: Option<String>,
}

/// The key of a request, if it has one.
pub struct OnceKey(Option<[u8; 16]>);

impl<S: Send + Sync> FromRequestParts<S> for OnceKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let mut given = parts.headers.get_all(HEADER).iter();
        let Some(value) = given.next() else {
            return Ok(Self(None));
        };
        let key = value.to_str().ok().and_then(from_base64url);
        match (key.and_then(|key| key.try_into().ok()), given.next()) {
            (Some(key), None) => Ok(Self(Some(key))),
            _ => Err(ApiError::from(Problem::Malformed)
                .with_detail("An Idempotency-Key is 16 bytes in base64url, once.")),
        }
    }
}

impl OnceKey {
    /// What to note: `act` names the route, `who` the caller and what the path names.
    pub fn of<T: Serialize>(
        &self,
        app: &App,
        act: &str,
        who: &[&[u8]],
        request: &T,
    ) -> Result<Option<OnceOnly>, ApiError> {
        let Some(key) = self.0 else { return Ok(None) };
        let body = Zeroizing::new(serde_json::to_vec(request).map_err(ApiError::internal)?);
        Ok(Some(OnceOnly {
            key: FixedBytes(
                Sha256::new()
                    .chain_update(KEY_LABEL)
                    .chain_update(key)
                    .finalize()
                    .into(),
            ),
            asked: FixedBytes(*app.server_key.derive_asked(act, who, &body)),
        }))
    }

    /// A secret to hand out: the same whenever this request comes, and without a key a new one.
    pub fn secret(&self, app: &App, label: &str, school: SchoolId) -> Zeroizing<[u8; 32]> {
        match &self.0 {
            Some(key) => app.server_key.derive_handed_out(label, school, key),
            None => Zeroizing::new(app.randomness.bytes::<32>()),
        }
    }
}

/// Notes the request in the act's own transaction. True when it was done before: answer it again.
pub async fn is_repeated(
    transaction: &mut Transaction,
    school: SchoolId,
    once: Option<&OnceOnly>,
    hour: u32,
) -> Result<bool, ApiError> {
    let Some(once) = once else { return Ok(false) };
    match transaction.note_once(school, once, hour).await? {
        Seen::New => Ok(false),
        Seen::Again => Ok(true),
        Seen::Differs => Err(ApiError::from(Problem::Conflict)
            .with_detail("This Idempotency-Key was used for something else.")),
    }
}
