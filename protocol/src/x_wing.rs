//! X-Wing for HPKE, with its private key kept expanded.
//!
//! Why: the library behind `hpke` keeps the 32-byte seed alone and makes the keys of ML-KEM and X25519 from it again for every
//! message it opens. That is a third of opening one; a server opens with one key all day, a reader's browser ten thousand notices.
//!
//! Promise: the same bytes as the library's X-Wing, both ways; a test and published vectors compare them. Sealing is the
//! library's. Here is only what opening is made of: ML-KEM-768, X25519, and one hash over both secrets
//! (draft-connolly-cfrg-xwing-kem, section 5.4). What is kept is wiped when dropped.

use hpke::kem::{Kem, SharedSecret, XWing as Library};
use hpke::{Deserializable, HpkeError, Serializable};
use ml_kem::array::Array;
use ml_kem::kem::{Decapsulate, KeyExport};
use ml_kem::ml_kem_768;
use rand_core::CryptoRng;
use sha3::{Digest, Sha3_256};
use shake::digest::{ExtendableOutput, Update, XofReader};
use subtle::{Choice, ConstantTimeEq};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

const SEED_LEN: usize = 32;
const ML_KEM_ENC_LEN: usize = 1088;
const LABEL: &[u8; 6] = br"\.//^\";

/// The KEM of every sealed message.
pub(crate) struct XWing;

/// A private key with everything its seed expands to.
#[derive(Clone)]
pub(crate) struct PrivateKey {
    seed: Zeroizing<[u8; SEED_LEN]>,
    lattice: ml_kem_768::DecapsulationKey,
    curve: StaticSecret,
    curve_public: PublicKey,
}

impl Serializable for PrivateKey {
    type OutputSize = <<Library as Kem>::PrivateKey as Serializable>::OutputSize;

    fn write_exact(&self, buffer: &mut [u8]) {
        buffer.copy_from_slice(self.seed.as_ref());
    }
}

impl Deserializable for PrivateKey {
    fn from_bytes(seed: &[u8]) -> Result<Self, HpkeError> {
        let seed = <[u8; SEED_LEN]>::try_from(seed)
            .map_err(|_| HpkeError::IncorrectInputLength(SEED_LEN, seed.len()))?;
        let seed = Zeroizing::new(seed);
        let mut expanded = shake::Shake256::default()
            .chain(seed.as_ref())
            .finalize_xof();
        let mut lattice = Zeroizing::new([0; 64]);
        let mut curve = Zeroizing::new([0; 32]);
        expanded.read(lattice.as_mut());
        expanded.read(curve.as_mut());
        let curve = StaticSecret::from(*curve);
        Ok(Self {
            seed,
            lattice: ml_kem_768::DecapsulationKey::from_seed(Array(*lattice)),
            curve_public: PublicKey::from(&curve),
            curve,
        })
    }
}

impl ConstantTimeEq for PrivateKey {
    fn ct_eq(&self, other: &Self) -> Choice {
        self.seed.as_ref().ct_eq(other.seed.as_ref())
    }
}

impl Kem for XWing {
    const KEM_ID: u16 = <Library as Kem>::KEM_ID;

    type NSecret = <Library as Kem>::NSecret;
    type PublicKey = <Library as Kem>::PublicKey;
    type PrivateKey = PrivateKey;
    type EncappedKey = <Library as Kem>::EncappedKey;

    fn sk_to_pk(secret: &PrivateKey) -> Self::PublicKey {
        let lattice = secret.lattice.encapsulation_key().to_bytes();
        let both = [lattice.as_slice(), secret.curve_public.as_bytes()].concat();
        Self::PublicKey::from_bytes(&both).expect("the public half of a private key is a key")
    }

    fn derive_keypair(material: &[u8]) -> (PrivateKey, Self::PublicKey) {
        let (secret, public) = Library::derive_keypair(material);
        let seed = Zeroizing::new(secret.to_bytes().0);
        let secret = PrivateKey::from_bytes(seed.as_ref()).expect("every 32 bytes are a seed");
        (secret, public)
    }

    fn decap(
        secret: &PrivateKey,
        sender: Option<&Self::PublicKey>,
        enc: &Self::EncappedKey,
    ) -> Result<SharedSecret<Self>, HpkeError> {
        if sender.is_some() {
            return Err(HpkeError::DecapError);
        }
        let enc = enc.to_bytes();
        let (lattice, curve) = enc
            .split_first_chunk::<ML_KEM_ENC_LEN>()
            .ok_or(HpkeError::DecapError)?;
        let curve = <[u8; 32]>::try_from(curve).map_err(|_| HpkeError::DecapError)?;
        let lattice_shared = Zeroizing::new(secret.lattice.decapsulate(&Array(*lattice)).0);
        let curve_shared = secret.curve.diffie_hellman(&PublicKey::from(curve));
        let shared = Sha3_256::new()
            .chain_update(lattice_shared.as_ref())
            .chain_update(curve_shared.as_bytes())
            .chain_update(curve)
            .chain_update(secret.curve_public.as_bytes())
            .chain_update(LABEL)
            .finalize();
        Ok(SharedSecret(shared))
    }

    fn encap_with_rng(
        public: &Self::PublicKey,
        sender: Option<(&PrivateKey, &Self::PublicKey)>,
        rng: &mut impl CryptoRng,
    ) -> Result<(SharedSecret<Self>, Self::EncappedKey), HpkeError> {
        if sender.is_some() {
            return Err(HpkeError::EncapError);
        }
        let (shared, enc) = Library::encap_with_rng(public, None, rng)?;
        Ok((SharedSecret(shared.0), enc))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::{Rng, SeedableRng};

    /// The library's own key with this seed.
    fn library(seed: &[u8]) -> <Library as Kem>::PrivateKey {
        <Library as Kem>::PrivateKey::from_bytes(seed).unwrap()
    }

    #[test]
    fn what_the_library_opens_opens_here_to_the_same() {
        let mut rng = ChaCha20Rng::seed_from_u64(7);
        for _ in 0..20 {
            let mut seed = [0; SEED_LEN];
            rng.fill_bytes(&mut seed);
            let (theirs, ours) = (library(&seed), PrivateKey::from_bytes(&seed).unwrap());
            let public = Library::sk_to_pk(&theirs);
            assert!(public == XWing::sk_to_pk(&ours));
            assert_eq!(ours.to_bytes(), theirs.to_bytes());
            let (shared, enc) = XWing::encap_with_rng(&public, None, &mut rng).unwrap();
            assert_eq!(XWing::decap(&ours, None, &enc).unwrap().0, shared.0);
            assert_eq!(Library::decap(&theirs, None, &enc).unwrap().0, shared.0);
        }
    }

    // A changed message gives another secret, and the same other one: ML-KEM rejects without saying so.
    #[test]
    fn a_changed_message_is_rejected_as_the_library_does() {
        let mut rng = ChaCha20Rng::seed_from_u64(8);
        let (ours, public) = XWing::derive_keypair(&[9; 32]);
        let theirs = library(&ours.to_bytes());
        let (shared, enc) = XWing::encap_with_rng(&public, None, &mut rng).unwrap();
        for place in [0, 1, 500, 1087, 1088, 1119] {
            let mut changed = enc.to_bytes();
            changed[place] ^= 1;
            let changed = <XWing as Kem>::EncappedKey::from_bytes(&changed).unwrap();
            let rejected = XWing::decap(&ours, None, &changed).unwrap().0;
            assert_ne!(rejected, shared.0);
            assert_eq!(rejected, Library::decap(&theirs, None, &changed).unwrap().0);
        }
    }

    // X-Wing has no sender's key; the library panics here.
    #[test]
    fn nobody_is_authenticated() {
        let mut rng = ChaCha20Rng::seed_from_u64(9);
        let (secret, public) = XWing::derive_keypair(&[9; 32]);
        let sender = Some((&secret, &public));
        assert!(XWing::encap_with_rng(&public, sender, &mut rng).is_err());
        let (_, enc) = XWing::encap_with_rng(&public, None, &mut rng).unwrap();
        assert!(XWing::decap(&secret, Some(&public), &enc).is_err());
    }

    #[test]
    fn a_seed_has_its_length() {
        for length in [0, 31, 33, 64] {
            assert!(PrivateKey::from_bytes(&[1; 64][..length]).is_err());
        }
    }
}
