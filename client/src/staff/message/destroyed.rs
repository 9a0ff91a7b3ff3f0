//! Certificates of destruction as the page shows them.

use protocol::id::Hash;
use serde::{Deserialize, Serialize};

/// Cases that were destroyed together.
#[derive(Clone, Serialize, Deserialize)]
pub struct Destroyed {
    pub day: u32,
    pub cases: u32,
    /// The certificate in words, to keep as a file.
    pub statement: String,
    /// Its SHA-256, computed here: what the log's entries of these cases carry.
    pub hash: Hash,
}
