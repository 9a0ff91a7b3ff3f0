//! An adult's private keys, locked by two secrets: a password they know and a random account secret on paper
//! (protocol 4). A stolen database is useless without the paper, the paper without the password.

use alloc::vec::Vec;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::cursor::Cursor;
use crate::error::OpenError;
use crate::id::StaffId;
use crate::kdf::{Prk, StretchError, Stretching, derive_stretched};
use crate::keys::{KemSecret, SigningSecret, StaffSecret};
use crate::label::Label;

const MAGIC: &[u8; 4] = b"SRV1";
const HEAD_LEN: usize = 4 + 4 + 32;
/// Bytes of a sealed vault.
pub const SEALED_LEN: usize = HEAD_LEN + 64 + 16;

/// 16 random bytes printed in the recovery kit.
#[derive(Clone)]
pub struct AccountSecret(Zeroizing<[u8; 16]>);

impl AccountSecret {
    /// A fresh secret.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 16]);
        rng.fill_bytes(bytes.as_mut());
        Self(bytes)
    }

    /// From its bytes; [`crate::kit`] reads it from paper.
    #[must_use]
    pub const fn from_bytes(bytes: Zeroizing<[u8; 16]>) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &Zeroizing<[u8; 16]> {
        &self.0
    }
}

/// What password and account secret together give.
pub struct StaffKeys {
    auth: Zeroizing<[u8; 32]>,
    kek: Zeroizing<[u8; 32]>,
}

impl StaffKeys {
    /// PRK = HKDF-Extract(account secret, Argon2id(password, salt)); context is the account's id.
    ///
    /// # Errors
    /// When the device lacks the memory or the work asked for is out of bounds.
    pub fn derive(
        password: &str,
        secret: &AccountSecret,
        staff: StaffId,
        salt: &[u8; 16],
        work: Stretching,
    ) -> Result<Self, StretchError> {
        let stretched = derive_stretched(password.as_bytes(), salt, work)?;
        Ok(Self::from_stretched(&stretched, secret, staff))
    }

    /// The same from a password that was stretched before.
    #[must_use]
    pub fn from_stretched(stretched: &[u8; 32], secret: &AccountSecret, staff: StaffId) -> Self {
        let prk = Prk::derive(secret.0.as_ref(), stretched);
        let context = staff.to_bytes();
        Self {
            auth: prk.expand(Label::StaffAuth, &context),
            kek: prk.expand(Label::StaffKek, &context),
        }
    }

    /// The sign-in secret sent to the server instead of a password.
    #[must_use]
    pub const fn auth(&self) -> &Zeroizing<[u8; 32]> {
        &self.auth
    }

    /// Locks private keys. `epoch` counts how often this person's keys were replaced, from 1.
    pub fn seal(
        &self,
        keys: &StaffSecret,
        staff: StaffId,
        epoch: u32,
        rng: &mut impl CryptoRng,
    ) -> Vec<u8> {
        let mut salt = [0; 32];
        rng.fill_bytes(&mut salt);
        let mut seeds = Zeroizing::new([0; 64]);
        seeds[..32].copy_from_slice(keys.kem.seed());
        seeds[32..].copy_from_slice(keys.signing.seed());
        let context = context(staff, epoch);
        let payload = Payload {
            msg: seeds.as_ref(),
            aad: &context,
        };
        let sealed = self
            .cipher(&salt, &context)
            .encrypt(&Nonce::default(), payload)
            .expect("64 bytes are far below the limit of ChaCha20-Poly1305");
        let mut bytes = Vec::with_capacity(SEALED_LEN);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&epoch.to_be_bytes());
        bytes.extend_from_slice(&salt);
        bytes.extend_from_slice(&sealed);
        bytes
    }

    /// Unlocks private keys.
    ///
    /// # Errors
    /// When password or account secret is wrong, or the bytes are another person's or were changed.
    pub fn open(&self, vault: &[u8], staff: StaffId) -> Result<StaffSecret, OpenError> {
        let mut cursor = Cursor::new(vault);
        cursor.tag(MAGIC).ok_or(OpenError)?;
        let epoch = cursor.u32().ok_or(OpenError)?;
        let salt = cursor.array().ok_or(OpenError)?;
        let context = context(staff, epoch);
        let payload = Payload {
            msg: cursor.rest(),
            aad: &context,
        };
        let seeds = self
            .cipher(&salt, &context)
            .decrypt(&Nonce::default(), payload)
            .map_err(|_| OpenError)?;
        let seeds = Zeroizing::new(seeds);
        let (kem, signing) = seeds.split_at_checked(32).ok_or(OpenError)?;
        Ok(StaffSecret {
            kem: KemSecret::from_seed(seed(kem)?),
            signing: SigningSecret::from_seed(seed(signing)?),
        })
    }

    /// Single-use by its random salt, so the nonce is zero.
    fn cipher(&self, salt: &[u8; 32], context: &[u8; 20]) -> ChaCha20Poly1305 {
        let key: Zeroizing<[u8; 32]> =
            Prk::derive(salt, self.kek.as_ref()).expand(Label::Vault, context);
        ChaCha20Poly1305::new((&*key).into())
    }
}

fn seed(bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, OpenError> {
    let mut seed = Zeroizing::new([0; 32]);
    if bytes.len() != seed.len() {
        return Err(OpenError);
    }
    seed.copy_from_slice(bytes);
    Ok(seed)
}

/// account id | epoch.
fn context(staff: StaffId, epoch: u32) -> [u8; 20] {
    let mut context = [0; 20];
    context[..16].copy_from_slice(&staff.to_bytes());
    context[16..].copy_from_slice(&epoch.to_be_bytes());
    context
}
