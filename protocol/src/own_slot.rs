//! The pupil's own way back into what they wrote: the content key under a symmetric key from the receipt code.
//! Symmetric on purpose: with an ordinary slot, anyone who learns the mailbox's public key could plant a report
//! in it under a content key of their own (protocol 3.4).

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use zeroize::Zeroizing;

use crate::content::ContentKey;
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::id::Hash;
use crate::kdf::Prk;
use crate::label::Label;

/// Bytes of an own slot.
pub const OWN_LEN: usize = 32 + 16;

/// Seals the content key for its author. The key is single-use by construction, so the nonce is zero.
#[must_use]
pub fn seal(
    self_key: &[u8; 32],
    header_hash: &Hash,
    commitment: &Hash,
    key: &ContentKey,
) -> FixedBytes<OWN_LEN> {
    let payload = Payload {
        msg: key.0.as_ref(),
        aad: Label::OwnSlot.bytes(),
    };
    let sealed = cipher(self_key, header_hash, commitment)
        .encrypt(&Nonce::default(), payload)
        .expect("32 bytes are far below the limit of ChaCha20-Poly1305");
    FixedBytes(sealed.try_into().expect("32 bytes and a tag"))
}

/// Opens an own slot. The caller checks the content key against the commitment.
///
/// # Errors
/// When the slot is another mailbox's or envelope's, or was changed.
pub fn open(
    self_key: &[u8; 32],
    header_hash: &Hash,
    commitment: &Hash,
    own: &FixedBytes<OWN_LEN>,
) -> Result<ContentKey, OpenError> {
    let payload = Payload {
        msg: &own.0,
        aad: Label::OwnSlot.bytes(),
    };
    let opened = cipher(self_key, header_hash, commitment)
        .decrypt(&Nonce::default(), payload)
        .map_err(|_| OpenError)?;
    let opened = Zeroizing::new(opened);
    let mut key = Zeroizing::new([0; 32]);
    key.copy_from_slice(opened.get(..32).ok_or(OpenError)?);
    Ok(ContentKey(key))
}

fn cipher(self_key: &[u8; 32], header_hash: &Hash, commitment: &Hash) -> ChaCha20Poly1305 {
    let key: Zeroizing<[u8; 32]> =
        Prk::derive(&header_hash.0, self_key).expand(Label::OwnSlot, &commitment.0);
    ChaCha20Poly1305::new((&*key).into())
}
