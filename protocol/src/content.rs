//! The content key of an envelope and everything derived from it (protocol 2.3). Extraction is salted with the
//! header hash, so school, case, directory and reader list are part of every key. The commitment is checked
//! before a body is touched: two people cannot be given two keys that open one body to two texts.

use alloc::vec::Vec;

use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::header::Header;
use crate::id::Hash;
use crate::kdf::Prk;
use crate::label::Label;
use crate::stream;

/// 32 random bytes, made afresh for every envelope and wrapped for each of its readers.
#[derive(Clone)]
pub struct ContentKey(pub(crate) Zeroizing<[u8; 32]>);

impl ContentKey {
    /// The content key with these bytes; for fixed vectors.
    #[must_use]
    pub const fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    /// A fresh content key.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        rng.fill_bytes(key.as_mut());
        Self(key)
    }

    /// The key material of one envelope, from its header hash.
    #[must_use]
    pub fn derive(&self, header_hash: &Hash) -> ContentPrk {
        ContentPrk(Prk::derive(&header_hash.0, self.0.as_ref()))
    }

    /// The key material of one envelope, if this is the key its commitment names. Constant time.
    ///
    /// # Errors
    /// When the commitment is another key's.
    pub fn derive_committed(
        &self,
        header_hash: &Hash,
        commitment: &Hash,
    ) -> Result<ContentPrk, OpenError> {
        let prk = self.derive(header_hash);
        if bool::from(prk.commitment().0.ct_eq(&commitment.0)) {
            Ok(prk)
        } else {
            Err(OpenError)
        }
    }
}

/// Where the keys of one envelope come from.
pub struct ContentPrk(Prk);

impl ContentPrk {
    /// Names the content key without giving it away.
    #[must_use]
    pub fn commitment(&self) -> Hash {
        FixedBytes(*self.0.expand(Label::Commit, &[]))
    }

    /// Pre-shared key of the thread this envelope starts.
    #[must_use]
    pub fn thread_psk(&self, thread: &Hash) -> Zeroizing<[u8; 32]> {
        self.0.expand(Label::ThreadPsk, &thread.0)
    }

    /// Key of the case tags in the audit log.
    #[must_use]
    pub fn audit_key(&self) -> Zeroizing<[u8; 32]> {
        self.0.expand(Label::Audit, &[])
    }

    /// Key and nonce prefix of an attachment. Nothing uploads attachments yet; the derivation is fixed.
    #[must_use]
    pub fn attachment(&self, blob: &[u8; 16]) -> (Zeroizing<[u8; 32]>, [u8; 7]) {
        let both: Zeroizing<[u8; 39]> = self.0.expand(Label::Attachment, blob);
        let (key, prefix) = both.split_at(32);
        let key = Zeroizing::new(key.try_into().expect("32 of 39 bytes"));
        (key, prefix.try_into().expect("7 of 39 bytes"))
    }

    /// Seals a padded body.
    #[must_use]
    pub fn seal_body(&self, padded: &[u8]) -> Vec<u8> {
        let (key, prefix) = self.body_keys();
        stream::seal(&key, &prefix, padded)
    }

    /// Opens a body and checks that it is as long as the header says.
    ///
    /// # Errors
    /// When the bytes were changed or the length differs.
    pub fn open_body(&self, header: &Header, body: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (key, prefix) = self.body_keys();
        let padded = stream::open(&key, &prefix, body)?;
        if padded.len() == header.body_len() as usize {
            Ok(padded)
        } else {
            Err(OpenError)
        }
    }

    fn body_keys(&self) -> (Zeroizing<[u8; 32]>, Zeroizing<[u8; 7]>) {
        (
            self.0.expand(Label::BodyKey, &[]),
            self.0.expand(Label::BodyNonce, &[]),
        )
    }
}
