//! The signed directory as it travels, and the making of its next version.

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use crate::encoding::Bytes;
use crate::id::{Hash, KeyId, SignatureBytes, StaffId, VerifyingKeyBytes};
use crate::packed;

/// A directory with the root that speaks for it. Parsed and checked by `protocol::directory`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignedDirectory {
    /// Canonical bytes of the root set; its SHA-256 is the fingerprint on the poster.
    pub root: Bytes,
    /// Canonical bytes of the directory.
    pub directory: Bytes,
    /// One signature per root key that signed.
    pub signatures: Vec<RootSignature>,
}

/// One root key's signature over a directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RootSignature {
    /// The root key, as listed in the root set.
    pub root_key: VerifyingKeyBytes,
    /// Ed25519 over "reports/v1/directory-sig" | directory hash.
    pub signature: SignatureBytes,
}

packed!(struct SignedDirectory { root, directory, signatures });
packed!(struct RootSignature { root_key, signature });

/// `POST /api/v1/directory/drafts`: an admin proposes the next version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftRequest {
    /// Canonical bytes of the proposed directory: the current version plus one.
    pub directory: Bytes,
    /// Public keys the current version does not name yet.
    pub public_keys: Vec<Bytes>,
}

/// A proposed directory that waits for signatures. `GET /api/v1/directory/drafts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftView {
    /// SHA-256 of the proposed directory with its label; names the draft.
    pub hash: Hash,
    /// Canonical bytes of the proposed directory.
    pub directory: Bytes,
    /// Signatures so far.
    pub signatures: Vec<RootSignature>,
    /// Who proposed it.
    pub drafted_by: StaffId,
    /// Hour it was proposed.
    pub drafted_hour: u32,
}

/// An earlier version, for walking back through who could read when. `GET /api/v1/directory/versions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DirectoryVersion {
    /// The directory as it was signed.
    pub signed: SignedDirectory,
    /// Index of its leaf in the log.
    pub log_index: u64,
}

/// Ends a person's access at once. `POST /api/v1/staff/{staff}/end`; the signed directory follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EndStaffRequest {
    /// Why, in the admin's words; kept with the account, never shown to pupils.
    pub reason: String,
    /// The key that must stop receiving, as the admin saw it.
    pub key: Option<KeyId>,
    /// Destroy the key as well. Refused unless the leaver handed every case over.
    pub destroy: bool,
}

/// `PUT /api/v1/directory/told`: this adult was shown what changed up to this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ToldRequest {
    /// The version.
    pub version: u32,
}

/// Answer to a signature. `POST /api/v1/directory/drafts/{hash}/signatures`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignatureAnswer {
    /// Distinct root keys that signed so far.
    pub signatures: u8,
    /// True when that was enough: the draft is the directory in force now.
    pub in_force: bool,
}
