//! What a pupil moves from one device to another: sealed under a secret that only the picture on the first screen holds.
//!
//! Promises: every sealed value has the same length, whatever is in it; the secret opens nothing at another school; the id
//! under which a server keeps it does not lead to the key. Does not say who may take it, or how often: that is the server's.

use alloc::string::String;
use alloc::vec::Vec;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::encoding::{from_base64url, to_base64url};
use crate::error::{OpenError, SealError};
use crate::id::{MailboxId, SchoolId};
use crate::kdf::Prk;
use crate::label::Label;
use crate::padding::{PREFIX_LEN, pad, unpad};

const MAGIC: &[u8; 4] = b"SRM1";
const TAG_LEN: usize = 16;
/// Bytes of everything sealed here. As much as fits beside the rest into a sealed request of the small size and into an
/// answer of the smallest, so that moving looks like any other request.
pub const SEALED_LEN: usize = 28 * 1024;
const PADDED_LEN: usize = SEALED_LEN - MAGIC.len() - TAG_LEN;
/// Most bytes that can be sealed.
pub const MOST: usize = PADDED_LEN - PREFIX_LEN;

/// 32 random bytes, for one move. Whoever has them can take and read it.
pub struct MoveSecret(Zeroizing<[u8; 32]>);

impl MoveSecret {
    /// A new one.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(bytes.as_mut());
        Self(bytes)
    }

    /// From the part of an address after `move=`: 43 characters of base64url.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(from_base64url(text)?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// As it stands in an address.
    #[must_use]
    pub fn write(&self) -> Zeroizing<String> {
        Zeroizing::new(to_base64url(self.0.as_ref()))
    }

    /// Where a server keeps what is sealed under it.
    #[must_use]
    pub fn id(&self) -> MailboxId {
        crate::encoding::FixedBytes(*self.prk().expand(Label::MoveId, &[]))
    }

    /// Seals. Once for each secret: the nonce is zero.
    ///
    /// # Errors
    /// When it is longer than [`MOST`].
    pub fn seal(&self, school: SchoolId, data: &[u8]) -> Result<Vec<u8>, SealError> {
        let padded = pad(data, PADDED_LEN)?;
        let aad = aad(school);
        let payload = Payload {
            msg: &padded,
            aad: &aad,
        };
        let sealed = self.cipher().encrypt(&Nonce::default(), payload);
        let mut bytes = Vec::with_capacity(SEALED_LEN);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&sealed.map_err(|_| SealError::TooLong)?);
        Ok(bytes)
    }

    /// Opens.
    ///
    /// # Errors
    /// When it was sealed under another secret or for another school, or was changed. Which one is not said.
    pub fn open(&self, school: SchoolId, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        if bytes.len() != SEALED_LEN {
            return Err(OpenError);
        }
        let sealed = bytes.strip_prefix(MAGIC).ok_or(OpenError)?;
        let aad = aad(school);
        let payload = Payload {
            msg: sealed,
            aad: &aad,
        };
        let plain = self.cipher().decrypt(&Nonce::default(), payload);
        let plain = Zeroizing::new(plain.map_err(|_| OpenError)?);
        Ok(Zeroizing::new(unpad(&plain)?.to_vec()))
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        let key: Zeroizing<[u8; 32]> = self.prk().expand(Label::MoveKey, &[]);
        ChaCha20Poly1305::new((&*key).into())
    }

    fn prk(&self) -> Prk {
        Prk::derive(Label::Move.bytes(), self.0.as_ref())
    }
}

fn aad(school: SchoolId) -> [u8; 20] {
    let mut aad = [0; 20];
    aad[..4].copy_from_slice(MAGIC);
    aad[4..].copy_from_slice(&school.to_bytes());
    aad
}
