//! The root set: the few offline keys that speak for a school, and its fingerprint on the poster (protocol 5).
//!
//! Promises one canonical encoding and a fingerprint over it. Says nothing about who holds the keys or where.

use alloc::vec::Vec;

use crate::api::RootSignature;
use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::id::{Hash, SchoolId, VerifyingKeyBytes};
use crate::kdf::derive_hash;
use crate::keys::SigningSecret;
use crate::label::Label;

/// More keys than any school can gather around a table.
pub const MAX_ROOT_KEYS: usize = 16;

/// The root keys of one school and how many of them must agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootSet {
    school: SchoolId,
    threshold: u8,
    keys: Vec<VerifyingKeyBytes>,
}

/// What is wrong with a root set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RootFault {
    /// Too short, too long, or not this format.
    #[error("not a root set")]
    Malformed,
    /// No keys, or more than [`MAX_ROOT_KEYS`].
    #[error("a root set has 1 to {MAX_ROOT_KEYS} keys")]
    Size,
    /// A threshold of 0, or one that all keys together cannot reach.
    #[error("the threshold must be 1 to the number of keys")]
    Threshold,
    /// One person must not count twice.
    #[error("a key stands twice in the root set")]
    Repeated,
}

impl RootSet {
    /// A root set, if it can work: distinct keys, reachable threshold.
    ///
    /// # Errors
    /// Says why it could not.
    pub fn new(
        school: SchoolId,
        threshold: u8,
        keys: Vec<VerifyingKeyBytes>,
    ) -> Result<Self, RootFault> {
        if keys.is_empty() || keys.len() > MAX_ROOT_KEYS {
            return Err(RootFault::Size);
        }
        if threshold == 0 || usize::from(threshold) > keys.len() {
            return Err(RootFault::Threshold);
        }
        if keys
            .iter()
            .enumerate()
            .any(|(i, key)| keys.iter().take(i).any(|other| other == key))
        {
            return Err(RootFault::Repeated);
        }
        Ok(Self {
            school,
            threshold,
            keys,
        })
    }

    /// Canonical bytes: school 16, threshold u8, number u8, keys 32 each.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(18 + 32 * self.keys.len());
        bytes.extend(self.school.to_bytes());
        bytes.push(self.threshold);
        bytes.push(u8::try_from(self.keys.len()).expect("new allows at most MAX_ROOT_KEYS"));
        for key in &self.keys {
            bytes.extend(key.0);
        }
        bytes
    }

    /// Reads canonical bytes.
    ///
    /// # Errors
    /// When they are anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, RootFault> {
        let (school, threshold, keys) = Self::read(bytes).ok_or(RootFault::Malformed)?;
        Self::new(school, threshold, keys)
    }

    fn read(bytes: &[u8]) -> Option<(SchoolId, u8, Vec<VerifyingKeyBytes>)> {
        let mut bytes = Cursor::new(bytes);
        let school = SchoolId::from_bytes(bytes.array()?);
        let threshold = bytes.u8()?;
        let number = bytes.u8()?;
        let keys = (0..number)
            .map(|_| bytes.array().map(FixedBytes))
            .collect::<Option<_>>()?;
        bytes.end()?;
        Some((school, threshold, keys))
    }

    /// SHA-256("reports/v1/root" | canonical bytes): what the poster carries.
    #[must_use]
    pub fn fingerprint(&self) -> Hash {
        FixedBytes(derive_hash(Label::Root, &[&self.encode()]))
    }

    /// The school these keys speak for.
    #[must_use]
    pub const fn school(&self) -> SchoolId {
        self.school
    }

    /// How many distinct keys must sign.
    #[must_use]
    pub const fn threshold(&self) -> u8 {
        self.threshold
    }

    /// The keys, in their order.
    #[must_use]
    pub fn keys(&self) -> &[VerifyingKeyBytes] {
        &self.keys
    }

    /// True if the key belongs to the set.
    #[must_use]
    pub fn contains(&self, key: &VerifyingKeyBytes) -> bool {
        self.keys.contains(key)
    }
}

/// Signs a directory with a root key: Ed25519 over "reports/v1/directory-sig" | directory hash.
/// The private half is printed, kept on paper and typed; it is never stored.
#[must_use]
pub fn sign_directory(key: &SigningSecret, hash: &Hash) -> RootSignature {
    RootSignature {
        root_key: key.public(),
        signature: key.sign(Label::DirectorySig, &[&hash.0]),
    }
}
