//! Giving a running case to a reader who came later (kind 5): somebody who reads it seals the content keys of its
//! messages to the new reader, signs that they did, and the server logs it.
//!
//! Promises: the signature covers school, case, list of keys (through the header hash) and the thread, so a re-wrap
//! cannot be moved; every key in it is still checked against its own message's commitment, so nobody can be shown
//! other words than everyone else. Says nothing about whether the pupil would want that reader: who seals must not
//! seal to anyone the pupil left out.

use alloc::vec::Vec;

use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use crate::content::ContentKey;
use crate::encoding::Bytes;
use crate::envelope::Envelope;
use crate::error::SealError;
use crate::id::{KeyId, MessageId};
use crate::keys::StaffSecret;
use crate::message::{InThread, seal_signed_apart};
use crate::notice::ReportNotice;
use crate::packed;
use crate::plaintext::{Plaintext, VERSION};

/// Bytes of one message's id and content key.
const PAIR: usize = 16 + 32;

/// What a re-wrap carries.
#[derive(Clone)]
pub struct Rewrap {
    /// [`VERSION`].
    pub v: u8,
    /// The encryption key of the adult who sealed it: the directory names its signing key.
    pub by: KeyId,
    /// Everyone who can read the case from now on; later messages are sealed to them.
    pub readers: Vec<KeyId>,
    /// Message id and content key of every message so far.
    keys: Bytes,
}

packed!(struct Rewrap { v, by, readers, keys });

impl Rewrap {
    /// The content key of a message, if it is in here.
    #[must_use]
    pub fn key_of(&self, message: MessageId) -> Option<ContentKey> {
        let id = message.to_bytes();
        let pair = self
            .keys
            .0
            .chunks_exact(PAIR)
            .find(|pair| pair[..16] == id)?;
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(&pair[16..]);
        Some(ContentKey::from_bytes(key))
    }

    /// True if it is made of whole pairs and names somebody.
    pub(crate) fn is_whole(&self) -> bool {
        !self.keys.0.is_empty()
            && self.keys.0.len().is_multiple_of(PAIR)
            && !self.readers.is_empty()
    }
}

impl Drop for Rewrap {
    fn drop(&mut self) {
        self.keys.0.zeroize();
    }
}

impl Plaintext for Rewrap {
    fn version(&self) -> u8 {
        self.v
    }
}

/// Seals the content keys of a case (kind 5) to the readers among `to.recipients`, old and new. The slots are in base
/// mode, for a new reader does not know the thread yet; the notice repeats the report's, so that a new reader's board
/// can show the case.
///
/// # Errors
/// When nobody could read it, or there are more messages than one envelope holds (about a thousand).
pub fn seal_rewrap(
    to: InThread<'_>,
    staff: &StaffSecret,
    notice: ReportNotice,
    keys: &[(MessageId, ContentKey)],
    rng: &mut impl CryptoRng,
) -> Result<Envelope, SealError> {
    let mut pairs = Zeroizing::new(Vec::with_capacity(PAIR * keys.len()));
    for (message, key) in keys {
        pairs.extend_from_slice(&message.to_bytes());
        pairs.extend_from_slice(key.0.as_ref());
    }
    let rewrap = Rewrap {
        v: VERSION,
        by: staff.kem.public().id(),
        readers: to
            .recipients
            .iter()
            .filter_map(crate::slot::Recipient::reader)
            .collect(),
        keys: Bytes(pairs.to_vec()),
    };
    if !rewrap.is_whole() {
        return Err(SealError::Readers);
    }
    seal_signed_apart(to, staff, &rewrap.to_bytes(), notice, rng)
}
