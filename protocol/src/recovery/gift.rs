//! Giving a share on: a holder opens their own, seals it to the keys of whoever asked, and signs that they did.

use alloc::boxed::Box;
use alloc::vec::Vec;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::ask::Ask;
use super::sealed::Sealed;
use super::set::ShareSet;
use super::shares::Share;
use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::{DecodeError, OpenError};
use crate::id::{Hash, SignatureBytes, VerifyingKeyBytes};
use crate::kdf::derive_sha256;
use crate::keys::{KemSecret, StaffSecret, verify};
use crate::label::Label;

const MAGIC: &[u8; 4] = b"SRH1";
const CIPHERTEXT: usize = 32 + 16;

/// A share on its way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gift {
    place: u8,
    sealed: Sealed<CIPHERTEXT>,
    signature: SignatureBytes,
}

impl Gift {
    /// Gives a holder's share to whoever asked. The caller has had the six words compared.
    ///
    /// # Errors
    /// When the request is for another account, or this person holds no share of it.
    pub fn make(
        set: &ShareSet,
        ask: &Ask,
        holder: &StaffSecret,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, OpenError> {
        if ask.staff != set.staff() {
            return Err(OpenError);
        }
        let kept = set.open_slot(&holder.kem)?;
        let place = kept.share.place();
        let info = info(set, ask, place);
        let sealed = Sealed::seal(
            &ask.kem,
            &info,
            &set.commitment().0,
            kept.share.value(),
            rng,
        );
        let mut gift = Self {
            place,
            sealed,
            signature: FixedBytes([0; 64]),
        };
        let parts = gift.signed(set, ask);
        gift.signature = holder.signing.sign(Label::RecoveryGiftSig, &[&parts]);
        Ok(gift)
    }

    /// Checks that the holder of its place gave it, for this request.
    ///
    /// # Errors
    /// When anything was changed or somebody else gave it.
    pub fn verify(
        &self,
        set: &ShareSet,
        ask: &Ask,
        holder: &VerifyingKeyBytes,
    ) -> Result<(), OpenError> {
        let parts = self.signed(set, ask);
        verify(holder, Label::RecoveryGiftSig, &[&parts], &self.signature)
    }

    /// Opens it with the keys that asked.
    ///
    /// # Errors
    /// When it was given to somebody else, for another request, or out of another set.
    pub fn open(&self, set: &ShareSet, ask: &Ask, fresh: &KemSecret) -> Result<Share, OpenError> {
        let info = info(set, ask, self.place);
        let plain = self.sealed.open(fresh, &info, &set.commitment().0)?;
        let mut value = Zeroizing::new([0; 32]);
        if plain.len() != value.len() {
            return Err(OpenError);
        }
        value.copy_from_slice(&plain);
        Ok(Share::new(self.place, value))
    }

    /// Reads a gift.
    ///
    /// # Errors
    /// When the bytes are anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut bytes = Cursor::new(bytes);
        bytes.tag(MAGIC).ok_or(DecodeError::Magic)?;
        let read = |mut bytes: Cursor<'_>| {
            let gift = Self {
                place: bytes.u8()?,
                sealed: Sealed {
                    enc: Box::new(bytes.array()?),
                    ciphertext: bytes.array()?,
                },
                signature: FixedBytes(bytes.array()?),
            };
            bytes.end()?;
            Some(gift)
        };
        read(bytes).ok_or(DecodeError::Length)
    }

    /// Its bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(self.place);
        bytes.extend(self.sealed.enc.iter());
        bytes.extend(self.sealed.ciphertext);
        bytes.extend(self.signature.0);
        bytes
    }

    /// The place of the share, from 1.
    #[must_use]
    pub const fn place(&self) -> u8 {
        self.place
    }

    fn signed(&self, set: &ShareSet, ask: &Ask) -> Vec<u8> {
        let sealed = [self.sealed.enc.as_ref().as_slice(), &self.sealed.ciphertext].concat();
        let (set, ask): (Hash, Hash) = (set.id(), ask.id());
        [&ask.0[..], &set.0, &[self.place], &derive_sha256(&sealed)].concat()
    }
}

/// "reports/v1/recovery-gift" | request | set | place.
fn info(set: &ShareSet, ask: &Ask, place: u8) -> Vec<u8> {
    [
        Label::RecoveryGift.bytes(),
        &ask.id().0,
        &set.id().0,
        &[place],
    ]
    .concat()
}
