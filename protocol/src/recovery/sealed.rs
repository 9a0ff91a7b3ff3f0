//! One short message to one key: HPKE base mode, as everywhere, with an info of its own for each use.

use alloc::boxed::Box;
use alloc::vec::Vec;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::error::OpenError;
use crate::keys::{KEM_ENC_LEN, KemPublic, KemSecret};

/// A sealed message of `N` bytes, tag included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed<const N: usize> {
    pub enc: Box<[u8; KEM_ENC_LEN]>,
    pub ciphertext: [u8; N],
}

impl<const N: usize> Sealed<N> {
    pub fn seal(
        to: &KemPublic,
        info: &[u8],
        aad: &[u8],
        message: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Self {
        const INVARIANT: &str = "a checked key encapsulates and a short message fits";
        let (enc, mut context) =
            hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeS::Base,
                to.hpke(),
                info,
                rng,
            )
            .expect(INVARIANT);
        let ciphertext = context.seal(message, aad).expect(INVARIANT);
        Self {
            enc: Box::new(enc.to_bytes().into()),
            ciphertext: ciphertext.try_into().expect("the caller names the length"),
        }
    }

    pub fn open(
        &self,
        secret: &KemSecret,
        info: &[u8],
        aad: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let enc =
            <XWing as Kem>::EncappedKey::from_bytes(self.enc.as_ref()).map_err(|_| OpenError)?;
        let mut context = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            secret.hpke(),
            &enc,
            info,
        )
        .map_err(|_| OpenError)?;
        context
            .open(&self.ciphertext, aad)
            .map(Zeroizing::new)
            .map_err(|_| OpenError)
    }
}
