//! The audit log as it travels (protocol 6.1).

use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use crate::encoding::Bytes;
use crate::id::Hash;
use crate::packed;

/// One entry with its opening and the way up to a checkpoint. Parsed and checked by `protocol::audit`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProvenEntry {
    /// Place in the log, from 0.
    pub index: u64,
    /// Canonical entry bytes.
    pub entry: Bytes,
    /// Salt of the commitment.
    pub salt: Hash,
    /// RFC 6962 inclusion proof at the checkpoint that comes with it.
    pub proof: Vec<Hash>,
}

packed!(struct ProvenEntry { index, entry, salt, proof });

/// RFC 6962 consistency proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Consistency {
    /// Older size.
    pub from: u64,
    /// Newer size.
    pub to: u64,
    /// Hashes; empty when `from` is 0 or equals `to`.
    pub proof: Vec<Hash>,
}

/// `GET /api/v1/log/leaves?from=N`: leaf hashes, for anyone who rebuilds the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LeavesPage {
    /// Index of the first leaf given.
    pub from: u64,
    /// At most `limit::LEAVES_PAGE` leaf data values (before the RFC 6962 leaf hash).
    pub leaves: Vec<Hash>,
}

/// `GET /api/v1/audit?before=INDEX`: openings of this school's entries, newest first, for signed-in staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AuditPage {
    /// At most `limit::OPENINGS_PAGE`, newest first, each proven at `checkpoint`.
    pub entries: Vec<ProvenEntry>,
    /// Signed checkpoint.
    pub checkpoint: String,
    /// Give this as `before` for the next page; `None` at the start of the log.
    pub next: Option<u64>,
}

/// A log in one file: what `sotto verify-audit FILE` reads and the audit page saves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LogFile {
    /// Signed checkpoint.
    pub checkpoint: String,
    /// The log's public key.
    pub log_key: Hash,
    /// Every leaf data value from 0.
    pub leaves: Vec<Hash>,
    /// Openings the holder of the file may see.
    pub openings: Vec<Opening>,
}

/// What one leaf commits to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Place in the log.
    pub index: u64,
    /// Canonical entry bytes.
    pub entry: Bytes,
    /// Salt of the commitment.
    pub salt: Hash,
}
