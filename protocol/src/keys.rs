//! Key pairs: X-Wing (ML-KEM-768 with X25519) for sealing, Ed25519 for signing. Secrets have no `Debug` and are
//! wiped. Every signature carries a label, so one made for a purpose cannot be shown for another; checking is
//! `verify_strict` (no small-order keys, no second encodings).

use alloc::boxed::Box;
use alloc::vec::Vec;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, Serializable};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::api::StaffPublicKeys;
use crate::encoding::{Bytes, FixedBytes};
use crate::error::{DecodeError, OpenError};
use crate::id::{Hash, KeyId, SchoolId, SignatureBytes, StaffId, VerifyingKeyBytes};
use crate::kdf::{Prk, derive_hash, derive_sha256};
use crate::label::Label;

/// HPKE with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305: the only suite of format v1.
pub const SUITE: u8 = 1;
/// Bytes of an X-Wing public key.
pub const KEM_PUBLIC_LEN: usize = 1216;
/// Bytes of an X-Wing encapsulation.
pub const KEM_ENC_LEN: usize = 1120;

/// A public key to seal to, already checked.
#[derive(Clone, PartialEq, Eq)]
pub struct KemPublic {
    key: Box<<XWing as Kem>::PublicKey>,
    id: KeyId,
}

impl KemPublic {
    /// The public key in these bytes.
    ///
    /// # Errors
    /// When they are not the 1216 bytes of an X-Wing public key.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let key = <XWing as Kem>::PublicKey::from_bytes(bytes).map_err(|_| DecodeError::Value)?;
        Ok(Self {
            key: Box::new(key),
            id: derive_key_id(bytes),
        })
    }

    /// The key as it travels.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.key.to_bytes().to_vec()
    }

    /// Its name: first 16 bytes of SHA-256("reports/v1/key-id" | suite | key).
    #[must_use]
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// SHA-256 of the key, as the directory lists it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        FixedBytes(derive_sha256(&self.to_bytes()))
    }

    pub(crate) fn hpke(&self) -> &<XWing as Kem>::PublicKey {
        &self.key
    }
}

/// The name of a public key given as bytes.
#[must_use]
pub fn derive_key_id(public: &[u8]) -> KeyId {
    let hash = derive_hash(Label::KeyId, &[&[SUITE], public]);
    FixedBytes(*hash.first_chunk().expect("16 of 32 bytes"))
}

/// A private key to open with: the 32-byte seed of X-Wing, and the key it expands to (wiped when dropped).
#[derive(Clone)]
pub struct KemSecret {
    seed: Zeroizing<[u8; 32]>,
    key: Box<<XWing as Kem>::PrivateKey>,
}

impl KemSecret {
    /// A fresh key.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut());
        Self::from_seed(seed)
    }

    /// The key with this seed.
    #[must_use]
    pub fn from_seed(seed: Zeroizing<[u8; 32]>) -> Self {
        let key = <XWing as Kem>::PrivateKey::from_bytes(seed.as_ref())
            .expect("every 32 bytes are a seed");
        let key = Box::new(key);
        Self { seed, key }
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> KemPublic {
        let key = XWing::sk_to_pk(&self.key);
        let id = derive_key_id(&key.to_bytes());
        KemPublic {
            key: Box::new(key),
            id,
        }
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    pub(crate) fn hpke(&self) -> &<XWing as Kem>::PrivateKey {
        &self.key
    }
}

/// A private key to sign with: the 32-byte seed of Ed25519.
#[derive(Clone)]
pub struct SigningSecret(Zeroizing<[u8; 32]>);

impl SigningSecret {
    /// A fresh key.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut());
        Self(seed)
    }

    /// The key with this seed.
    #[must_use]
    pub const fn from_seed(seed: Zeroizing<[u8; 32]>) -> Self {
        Self(seed)
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> VerifyingKeyBytes {
        FixedBytes(SigningKey::from_bytes(&self.0).verifying_key().to_bytes())
    }

    /// Ed25519 over label | parts.
    #[must_use]
    pub fn sign(&self, label: Label, parts: &[&[u8]]) -> SignatureBytes {
        let message = join(label.bytes(), parts);
        FixedBytes(SigningKey::from_bytes(&self.0).sign(&message).to_bytes())
    }

    /// Ed25519 over bytes whose format names its own purpose, such as a C2SP note. Use [`Self::sign`] elsewhere.
    #[must_use]
    pub fn sign_note(&self, text: &[u8]) -> SignatureBytes {
        FixedBytes(SigningKey::from_bytes(&self.0).sign(text).to_bytes())
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Checks an Ed25519 signature over label | parts, strictly.
///
/// # Errors
/// When key or signature is malformed or does not fit.
pub fn verify(
    key: &VerifyingKeyBytes,
    label: Label,
    parts: &[&[u8]],
    signature: &SignatureBytes,
) -> Result<(), OpenError> {
    verify_note(key, &join(label.bytes(), parts), signature)
}

/// Checks an Ed25519 signature over bytes whose format names its own purpose, strictly.
///
/// # Errors
/// When key or signature is malformed or does not fit.
pub fn verify_note(
    key: &VerifyingKeyBytes,
    text: &[u8],
    signature: &SignatureBytes,
) -> Result<(), OpenError> {
    VerifyingKey::from_bytes(&key.0)
        .and_then(|key| key.verify_strict(text, &Signature::from_bytes(&signature.0)))
        .map_err(|_| OpenError)
}

fn join(label: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut message =
        Vec::with_capacity(label.len() + parts.iter().map(|p| p.len()).sum::<usize>());
    message.extend_from_slice(label);
    for part in parts {
        message.extend_from_slice(part);
    }
    message
}

/// Both private keys of an adult: what the vault locks.
#[derive(Clone)]
pub struct StaffSecret {
    /// Opens envelopes.
    pub kem: KemSecret,
    /// Signs replies, notes and requests to open.
    pub signing: SigningSecret,
}

impl StaffSecret {
    /// Fresh keys, made in the adult's own browser.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self {
            kem: KemSecret::make(rng),
            signing: SigningSecret::make(rng),
        }
    }

    /// Public halves with proof of possession, for an invitation's answer.
    #[must_use]
    pub fn public(&self, school: SchoolId, staff: StaffId) -> StaffPublicKeys {
        let kem = self.kem.public().to_bytes();
        let hash = derive_sha256(&kem);
        let proof = self.signing.sign(
            Label::KeyProof,
            &[&school.to_bytes(), &staff.to_bytes(), &hash],
        );
        StaffPublicKeys {
            kem: Bytes(kem),
            signing: self.signing.public(),
            proof,
        }
    }

    /// Where keys come from that only this adult has: bookmarks.
    pub(crate) fn self_prk(&self) -> Prk {
        let mut seeds = Zeroizing::new([0; 64]);
        seeds[..32].copy_from_slice(self.kem.seed());
        seeds[32..].copy_from_slice(self.signing.seed());
        Prk::derive(Label::ReaderSelf.bytes(), seeds.as_ref())
    }
}

/// What two people compare face to face, as six words of it: both public keys, so that a server can swap neither.
#[must_use]
pub fn derive_key_words(key: &KeyId, signing: &VerifyingKeyBytes) -> Hash {
    FixedBytes(derive_hash(Label::KeyWords, &[&key.0, &signing.0]))
}

/// Checks proof of possession and gives the sealing key.
///
/// # Errors
/// When the key is malformed or the proof is for another school, person or key.
pub fn verify_possession(
    keys: &StaffPublicKeys,
    school: SchoolId,
    staff: StaffId,
) -> Result<KemPublic, OpenError> {
    let public = KemPublic::from_bytes(&keys.kem.0)?;
    let hash = derive_sha256(&keys.kem.0);
    let parts: [&[u8]; 3] = [&school.to_bytes(), &staff.to_bytes(), &hash];
    verify(&keys.signing, Label::KeyProof, &parts, &keys.proof)?;
    Ok(public)
}

/// The gateway key of a school, from the server's secret (32 random bytes in a file, never in the database).
#[must_use]
pub fn derive_gateway_key(server: &[u8; 32], school: SchoolId) -> KemSecret {
    let prk = Prk::derive(Label::GatewaySeed.bytes(), server);
    KemSecret::from_seed(prk.expand(Label::GatewaySeed, &school.to_bytes()))
}

/// The log's signing key, from the server's secret.
#[must_use]
pub fn derive_log_key(server: &[u8; 32]) -> SigningSecret {
    let prk = Prk::derive(Label::LogSeed.bytes(), server);
    SigningSecret::from_seed(prk.expand(Label::LogSeed, &[]))
}
