//! A pupil's mailbox: all its keys follow from the receipt code and the school (protocol 3.3). The server learns
//! the id and a hash of the token; everything else stays with the pupil or inside the sealed report.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::encoding::FixedBytes;
use crate::id::{Hash, MailboxId, SchoolId};
use crate::kdf::{Prk, StretchError, Stretching, derive_hash, derive_stretched};
use crate::keys::{KemSecret, SigningSecret};
use crate::label::Label;
use crate::receipt_code::ReceiptCode;

/// The keys behind a receipt code.
pub struct Mailbox {
    id: MailboxId,
    token: Zeroizing<[u8; 32]>,
    kem: KemSecret,
    self_key: Zeroizing<[u8; 32]>,
    signing: SigningSecret,
}

impl Mailbox {
    /// Stretches the receipt code with Argon2id and derives the keys. Takes a noticeable moment on purpose.
    ///
    /// # Errors
    /// When the device lacks the memory or the work asked for is out of bounds.
    pub fn derive(
        code: &ReceiptCode,
        school: SchoolId,
        work: Stretching,
    ) -> Result<Self, StretchError> {
        let root = derive_stretched(code.phrase().as_bytes(), &derive_salt(school), work)?;
        Ok(Self::derive_from_root(&root))
    }

    /// The keys from an already stretched code.
    #[must_use]
    pub fn derive_from_root(root: &[u8; 32]) -> Self {
        let prk = Prk::derive(Label::Mailbox.bytes(), root);
        Self {
            id: FixedBytes(*prk.expand(Label::MailboxId, &[])),
            token: prk.expand(Label::MailboxToken, &[]),
            kem: KemSecret::from_seed(prk.expand(Label::MailboxKem, &[])),
            self_key: prk.expand(Label::MailboxSelf, &[]),
            signing: SigningSecret::from_seed(prk.expand(Label::MailboxSig, &[])),
        }
    }

    /// Names the mailbox to the server.
    #[must_use]
    pub const fn id(&self) -> MailboxId {
        self.id
    }

    /// What proves to the server, inside a sealed request, that one may look.
    #[must_use]
    pub const fn token(&self) -> &Zeroizing<[u8; 32]> {
        &self.token
    }

    /// What the server keeps of the token.
    #[must_use]
    pub fn verifier(&self) -> Hash {
        derive_verifier(&self.token)
    }

    /// Opens replies.
    #[must_use]
    pub const fn kem(&self) -> &KemSecret {
        &self.kem
    }

    /// Signs follow-ups.
    #[must_use]
    pub const fn signing(&self) -> &SigningSecret {
        &self.signing
    }

    /// Opens the own slots of what this mailbox's pupil wrote.
    #[must_use]
    pub const fn self_key(&self) -> &Zeroizing<[u8; 32]> {
        &self.self_key
    }
}

/// SHA-256("reports/v1/mailbox-verifier" | token): what the server keeps.
#[must_use]
pub fn derive_verifier(token: &[u8; 32]) -> Hash {
    FixedBytes(derive_hash(Label::MailboxVerifier, &[token]))
}

/// Whether a token belongs to a verifier. Constant time.
#[must_use]
pub fn verifies(token: &[u8; 32], verifier: &Hash) -> bool {
    derive_verifier(token).0.ct_eq(&verifier.0).into()
}

/// Argon2id salt of a school: known before the mailbox is.
#[must_use]
pub fn derive_salt(school: SchoolId) -> [u8; 16] {
    let hash = derive_hash(Label::MailboxSalt, &[&school.to_bytes()]);
    *hash.first_chunk().expect("16 of 32 bytes")
}
