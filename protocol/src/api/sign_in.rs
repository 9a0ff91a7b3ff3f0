//! What an adult can see and change of their own sign-in: sessions, second factors, recovery codes.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use crate::id::Hash;

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
    /// Six digits of the second factor, or a printed recovery code.
    pub code: String,
}

/// Fresh recovery codes; given out once. Codes from before no longer work.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryCodesAnswer {
    /// Ten codes, as they are printed.
    pub codes: Vec<String>,
}
