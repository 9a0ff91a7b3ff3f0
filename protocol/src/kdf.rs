//! Hashing and key derivation: SHA-256 with a label, HKDF-SHA256 (RFC 5869) with a label, Argon2id (RFC 9106).
//! No other module calls a hash, so no value is ever derived without saying what it is for.

use alloc::vec;
use alloc::vec::Vec;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::label::Label;

/// SHA-256(label | parts).
#[must_use]
pub fn derive_hash(label: Label, parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(label.bytes());
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// Plain SHA-256, for ciphertexts and public keys that a labelled hash then covers.
#[must_use]
pub fn derive_sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A pseudorandom key from which labelled keys are expanded.
pub struct Prk(Hkdf<Sha256>);

impl Prk {
    /// HKDF-Extract.
    #[must_use]
    pub fn derive(salt: &[u8], secret: &[u8]) -> Self {
        Self(Hkdf::new(Some(salt), secret))
    }

    /// HKDF-Expand with info = u16(length of label) | label | context (protocol appendix A).
    #[must_use]
    pub fn expand<const N: usize>(&self, label: Label, context: &[u8]) -> Zeroizing<[u8; N]> {
        const { assert!(N <= 255 * 32, "RFC 5869 section 2.3") };
        let name = label.bytes();
        let length = u16::try_from(name.len()).expect("labels are short");
        let mut out = Zeroizing::new([0; N]);
        self.0
            .expand_multi_info(&[&length.to_be_bytes(), name, context], out.as_mut())
            .expect("the length was checked when this was compiled");
        out
    }
}

/// How hard Argon2id works; part of the signed directory. One lane always: browsers give us one thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretching {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Stretching {
    /// Receipt codes: 70 random bits behind 19 MiB and two passes (protocol 3.2).
    pub const MAILBOX: Self = Self {
        memory_kib: 19_456,
        passes: 2,
    };
    /// Passwords of staff: 64 MiB and three passes.
    pub const STAFF: Self = Self {
        memory_kib: 65_536,
        passes: 3,
    };

    /// True for work a phone can do and an attacker must: 8 KiB to 256 MiB, at most 16 passes.
    #[must_use]
    pub const fn is_sane(self) -> bool {
        self.memory_kib >= 8
            && self.memory_kib <= 256 * 1024
            && self.passes >= 1
            && self.passes <= 16
    }
}

/// The device could not stretch a secret: not enough memory, or parameters out of bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this device could not stretch the secret")]
pub struct StretchError;

/// Argon2id version 1.3 of `secret` with one lane, 32 bytes.
///
/// # Errors
/// When memory cannot be had or the parameters are out of bounds.
pub fn derive_stretched(
    secret: &[u8],
    salt: &[u8; 16],
    work: Stretching,
) -> Result<Zeroizing<[u8; 32]>, StretchError> {
    let mut out = Zeroizing::new([0; 32]);
    argon(work)?
        .hash_password_into(secret, salt, out.as_mut())
        .map_err(|_| StretchError)?;
    Ok(out)
}

fn argon(work: Stretching) -> Result<Argon2<'static>, StretchError> {
    if !work.is_sane() {
        return Err(StretchError);
    }
    let params =
        Params::new(work.memory_kib, work.passes, 1, Some(32)).map_err(|_| StretchError)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Argon2id again and again over the same memory, for values that are not secret: puzzles.
pub struct Stretcher {
    argon: Argon2<'static>,
    memory: Vec<Block>,
}

impl Stretcher {
    /// Takes the memory once.
    ///
    /// # Errors
    /// When the parameters are out of bounds.
    pub fn new(work: Stretching) -> Result<Self, StretchError> {
        let argon = argon(work)?;
        let memory = vec![Block::default(); argon.params().block_count()];
        Ok(Self { argon, memory })
    }

    /// As [`derive_stretched`], without wiping.
    #[must_use]
    pub fn derive(&mut self, input: &[u8], salt: &[u8; 16]) -> [u8; 32] {
        let mut out = [0; 32];
        self.argon
            .hash_password_into_with_memory(input, salt, &mut out, self.memory.as_mut_slice())
            .expect("the parameters and lengths are fixed and were checked");
        out
    }
}
