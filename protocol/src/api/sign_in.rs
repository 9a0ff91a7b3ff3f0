//! What an adult can see and change of their own sign-in: sessions, second factors, recovery codes.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use crate::encoding::Bytes;
use crate::id::{Hash, StaffId};

/// Longest name of a session in bytes.
pub const MAX_SESSION_NAME: usize = 64;
/// Recovery codes on one card.
pub const RECOVERY_CODES: usize = 10;

/// `GET /api/v1/me/sign-in`: the sign-in of whoever asks, and of nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInView {
    /// Where they are signed in, newest first.
    pub sessions: Vec<SessionView>,
    /// Recovery codes that still work.
    pub recovery_codes: u32,
    /// Their passkeys, oldest first.
    pub passkeys: Vec<PasskeyView>,
}

/// One place where somebody is signed in. No address and no name of a browser: the server keeps neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionView {
    /// Names the session. Cannot be turned back into its token.
    pub session: Hash,
    /// What the person called it; empty if they did not.
    pub name: String,
    /// Hour of signing in.
    pub began_hour: u32,
    /// Hour of the last request.
    pub seen_hour: u32,
    /// True for the session that asks.
    pub here: bool,
}

/// `PUT /api/v1/me/sessions/{session}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NameSessionRequest {
    /// One line of at most 64 bytes; empty takes the name away.
    pub name: String,
}

/// `POST /api/v1/me/proof`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProofRequest {
    /// Six digits of the second factor, or a printed recovery code. Empty with a passkey.
    pub code: String,
    /// What a passkey showed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passkey: Option<PasskeyProof>,
}

/// Fresh recovery codes; given out once. Codes from before no longer work.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryCodesAnswer {
    /// Ten codes, as they are printed.
    pub codes: Vec<String>,
}

/// Passkeys somebody may have.
pub const MAX_PASSKEYS: usize = 10;

/// `POST /api/v1/schools/{slug}/sign-in/passkey` and `POST /api/v1/me/proof/passkey`: what to show a passkey for. The same
/// for everyone, whether or not they exist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyChallenge {
    /// To be brought back with the answer within five minutes; good once.
    pub ticket: Bytes,
    /// To be signed.
    pub challenge: Bytes,
    /// Host name for which a passkey is asked: WebAuthn's `rpId`.
    pub host: String,
}

/// What a passkey showed, as `navigator.credentials.get` gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyProof {
    /// What came with the question.
    pub ticket: Bytes,
    /// `rawId`.
    pub credential: Bytes,
    /// `clientDataJSON`.
    pub client_data: Bytes,
    /// `authenticatorData`.
    pub authenticator_data: Bytes,
    /// `signature`.
    pub signature: Bytes,
    /// `userHandle`.
    pub holder: Bytes,
}

/// `POST /api/v1/me/passkeys/options`: what a device needs to make a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyOptions {
    /// To be brought back with the answer within five minutes; good once.
    pub ticket: Bytes,
    /// To be signed.
    pub challenge: Bytes,
    /// WebAuthn's `rp.id`.
    pub host: String,
    /// COSE's numbers of the signatures that can be checked, best first.
    pub algorithms: Vec<i32>,
    /// WebAuthn's `user.id`.
    pub staff: StaffId,
    /// Sign-in name.
    pub user: String,
    /// Name as colleagues see it.
    pub name: String,
    /// Passkeys there are already; a device that holds one makes no second.
    pub known: Vec<Bytes>,
}

/// `POST /api/v1/me/passkeys`, as `navigator.credentials.create` gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddPasskeyRequest {
    /// What came with the question.
    pub ticket: Bytes,
    /// What its owner calls it: one line of at most 64 bytes.
    pub name: String,
    /// `rawId`.
    pub credential: Bytes,
    /// `clientDataJSON`.
    pub client_data: Bytes,
    /// `attestationObject`.
    pub attestation: Bytes,
}

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyView {
    /// The device's name for it.
    pub credential: Bytes,
    /// What its owner called it.
    pub name: String,
    /// Day it was added.
    pub added_day: u32,
}
