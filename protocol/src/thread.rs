//! What holds the messages of a case together: a thread id that covers header, key commitment and body of the
//! first report (anything less was attacked by the model, protocol 3.4), and a key only its parties can derive.

use zeroize::Zeroizing;

use crate::content::ContentPrk;
use crate::encoding::FixedBytes;
use crate::id::Hash;
use crate::kdf::derive_hash;
use crate::label::Label;

/// SHA-256("reports/v1/thread" | hh | commitment | SHA-256(body ciphertext)) of the first report.
#[must_use]
pub fn derive_thread_id(header_hash: &Hash, commitment: &Hash, body_hash: &Hash) -> Hash {
    FixedBytes(derive_hash(
        Label::Thread,
        &[&header_hash.0, &commitment.0, &body_hash.0],
    ))
}

/// A thread as its parties know it.
#[derive(Clone)]
pub struct Thread {
    id: Hash,
    psk: Zeroizing<[u8; 32]>,
}

impl Thread {
    /// The thread a first report starts.
    #[must_use]
    pub fn derive(prk: &ContentPrk, id: Hash) -> Self {
        Self {
            id,
            psk: prk.thread_psk(&id),
        }
    }

    /// A thread from a bookmark.
    #[must_use]
    pub const fn from_parts(id: Hash, psk: Zeroizing<[u8; 32]>) -> Self {
        Self { id, psk }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> Hash {
        self.id
    }

    pub(crate) const fn id_ref(&self) -> &Hash {
        &self.id
    }

    pub(crate) fn psk(&self) -> &[u8; 32] {
        &self.psk
    }
}
