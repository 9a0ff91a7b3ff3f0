//! An envelope: header, key commitment, the pupil's own slot, one slot per reader, and the body.
//! It exists only as sealed by this crate or as checked by `decode`; its lengths follow from its header.

use alloc::vec::Vec;

use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::DecodeError;
use crate::header::Header;
use crate::id::Hash;
use crate::kdf::derive_sha256;
use crate::own_slot::OWN_LEN;
use crate::slot::{SLOT_LEN, Slot};
use crate::stream;
use crate::thread::derive_thread_id;

/// A sealed message with all its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub(crate) header: Header,
    pub(crate) commitment: Hash,
    pub(crate) own: Option<FixedBytes<OWN_LEN>>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) body: Vec<u8>,
}

impl Envelope {
    /// HEADER | commit | own (kinds 1 and 2) | slots | body.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.header.encode();
        bytes.reserve(32 + OWN_LEN + SLOT_LEN * self.slots.len() + self.body.len());
        bytes.extend_from_slice(&self.commitment.0);
        if let Some(own) = &self.own {
            bytes.extend_from_slice(&own.0);
        }
        for slot in &self.slots {
            slot.write(&mut bytes);
        }
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// Reads an envelope that fills `bytes` exactly. Says nothing about whether it opens.
    ///
    /// # Errors
    /// When the bytes are not one canonical envelope.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut cursor = Cursor::new(bytes);
        let header = Header::read(&mut cursor)?;
        let commitment = FixedBytes(cursor.array().ok_or(DecodeError::Length)?);
        let own = if header.kind().has_own_slot() {
            Some(FixedBytes(cursor.array().ok_or(DecodeError::Length)?))
        } else {
            None
        };
        let slots = header
            .keys()
            .iter()
            .map(|_| Slot::read(&mut cursor))
            .collect::<Option<_>>()
            .ok_or(DecodeError::Length)?;
        let body = cursor.rest();
        if body.len() != stream::sealed_len(header.body_len() as usize) {
            return Err(DecodeError::Length);
        }
        Ok(Self {
            header,
            commitment,
            own,
            slots,
            body: body.to_vec(),
        })
    }

    /// The open part.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The key commitment.
    #[must_use]
    pub const fn commitment(&self) -> Hash {
        self.commitment
    }

    /// The pupil's own slot; kinds 1 and 2 have one.
    #[must_use]
    pub const fn own(&self) -> Option<FixedBytes<OWN_LEN>> {
        self.own
    }

    /// The slots, one per key of the header.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The body ciphertext.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// SHA-256 of the body ciphertext.
    #[must_use]
    pub fn body_hash(&self) -> Hash {
        FixedBytes(derive_sha256(&self.body))
    }

    /// SHA-256 of the whole envelope, as audit entries name it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        FixedBytes(derive_sha256(&self.encode()))
    }

    /// The thread this envelope would start. Meaningful for a first report.
    #[must_use]
    pub fn thread_id(&self) -> Hash {
        derive_thread_id(&self.header.hash(), &self.commitment, &self.body_hash())
    }
}

/// Bytes of an envelope with this many readers and this text bucket.
#[must_use]
pub const fn envelope_len(own: bool, readers: usize, body_len: usize) -> usize {
    crate::header::FIXED_LEN
        + 16 * readers
        + 32
        + if own { OWN_LEN } else { 0 }
        + SLOT_LEN * readers
        + stream::sealed_len(body_len)
}
