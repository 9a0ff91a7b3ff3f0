//! Founding a school: from the one-time link on the server's console to a first list of readers signed by two of three.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use super::{PasswordRule, Role, SchoolSettings, SignedDirectory, StaffPublicKeys};
use crate::encoding::{Bytes, FixedBytes};
use crate::id::{Hash, SchoolId, SignatureBytes, StaffId, VerifyingKeyBytes};

/// `POST /api/v1/founding/look`. The token is from the fragment of a link.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingLookRequest {
    /// From the console's link, or a founder's.
    pub token: FixedBytes<32>,
}

/// How a founding stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingView {
    /// The school to be.
    pub school: SchoolId,
    /// Who asks; `None`: whoever has the console's link.
    pub you: Option<StaffId>,
    /// What it is founded with, once that was said.
    pub settings: Option<SchoolSettings>,
    /// Its short name in addresses.
    pub slug: String,
    /// Lead, deputy and administrator, in this order; empty before they were named.
    pub founders: Vec<FounderView>,
    /// `otpauth://` address of the second factor, for a founder who has no account yet.
    pub otpauth: Option<String>,
    /// What a founder's browser asks of their password.
    pub password_rule: PasswordRule,
    /// Last day its links work.
    pub last_day: u32,
    /// SHA-256 of the gateway's key.
    pub gateway_key_hash: Hash,
    /// Key of the log.
    pub log_key: VerifyingKeyBytes,
    /// The first list of readers with the signatures it has so far.
    pub proposed: Option<SignedDirectory>,
    /// True when enough signed: the school is there.
    pub founded: bool,
}

/// One of the three.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FounderView {
    /// The account.
    pub staff: StaffId,
    /// Name as pupils will see it.
    pub name: String,
    /// Where pupils find them.
    pub place: String,
    /// Lead, deputy or administrator.
    pub role: Role,
    /// What their browser made, once it did.
    pub keys: Option<FounderKeys>,
}

/// What a founder's browser made. The private halves never leave it but on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FounderKeys {
    /// For reading; absent for the administrator, who never reads.
    pub public_keys: Option<StaffPublicKeys>,
    /// Ed25519, one of three that sign the list of readers.
    pub root_key: VerifyingKeyBytes,
    /// Ed25519 by the root key over "reports/v1/founder" | school | staff | role byte | signing key or zeros.
    pub proof: SignatureBytes,
}

/// `POST /api/v1/founding/begin` with the console's link: names the school and its three founders, or names them anew.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingBeginRequest {
    /// The console's.
    pub token: FixedBytes<32>,
    /// Short name in addresses, `[a-z0-9-]{1,40}`; it stays.
    pub slug: String,
    /// The school.
    pub settings: SchoolSettings,
    /// Lead, deputy and administrator: three different people.
    pub founders: [FounderName; 3],
}

/// A founder's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FounderName {
    /// As pupils will see it.
    pub name: String,
    /// Where pupils find them; may be empty.
    pub place: String,
}

/// One link for each founder, in their order. Shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingBeginAnswer {
    /// Tokens for the fragments of links.
    pub tokens: [FixedBytes<32>; 3],
}

/// `POST /api/v1/founding/join` with a founder's link. Keys were made in their browser.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingJoinRequest {
    /// The founder's.
    pub token: FixedBytes<32>,
    /// Sign-in name they chose, `[a-z0-9.-]{2,40}`.
    pub user: String,
    /// Argon2id salt, made in the browser.
    pub salt: FixedBytes<16>,
    /// Derived sign-in secret.
    pub auth: FixedBytes<32>,
    /// Sealed keys.
    pub vault: Bytes,
    /// Public halves.
    pub keys: FounderKeys,
    /// Six digits.
    pub code: String,
}

/// `POST /api/v1/founding/sign` with a founder's link. The first to sign proposes; the second must sign the very same.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingSignRequest {
    /// The founder's.
    pub token: FixedBytes<32>,
    /// Root set, list of readers and this founder's one signature.
    pub signed: SignedDirectory,
}

/// Whether the school is there now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingSignAnswer {
    /// True when enough signed.
    pub founded: bool,
}
