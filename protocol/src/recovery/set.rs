//! A reader's shares as they lie on the server: sealed, signed by the reader, each to one colleague.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::sealed::Sealed;
use super::shares::{self, KIT_PLACE, Share};
use crate::api::Role;
use crate::cursor::Cursor;
use crate::directory::{Entry, Inbox};
use crate::encoding::FixedBytes;
use crate::error::{DecodeError, OpenError, SealError};
use crate::id::{Hash, KeyId, SchoolId, SignatureBytes, StaffId, VerifyingKeyBytes};
use crate::kdf::{Prk, derive_hash, derive_sha256};
use crate::keys::{KemPublic, KemSecret, SigningSecret, StaffSecret, verify};
use crate::label::Label;
use crate::vault::AccountSecret;

const MAGIC: &[u8; 4] = b"SRS1";
/// Colleagues that hold a share, at least: as many as must come together.
pub const LEAST_HOLDERS: usize = 2;
/// Colleagues that hold a share, at most.
pub const MOST_HOLDERS: usize = 3;
/// A share and its mask, with a tag.
const SLOT_CIPHERTEXT: usize = 32 + 32 + 16;
/// The kit's share, with a tag.
const KIT_LEN: usize = 32 + 16;
/// Both seeds, with a tag.
const COPY_LEN: usize = 64 + 16;

/// Whether a colleague may hold a share of this reader's keys: they read themselves, and no concern about them can be
/// in the reader's inbox. The chair's inbox takes concerns about the head.
#[must_use]
pub fn may_hold(holder: &Entry, owner: &Entry) -> bool {
    let about_head = owner.inbox == Inbox::Chair || owner.role == Role::Chair;
    let is_head = holder.inbox == Inbox::Head || holder.role == Role::Head;
    holder.key_id != owner.key_id && !(about_head && is_head)
}

/// What a set is about: goes into every derivation of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Head {
    school: SchoolId,
    staff: StaffId,
    key: KeyId,
    /// Random: two sets of one reader share nothing.
    salt: [u8; 16],
    hour: u32,
    holders: Vec<KeyId>,
}

impl Head {
    fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.school.to_bytes());
        bytes.extend(self.staff.to_bytes());
        bytes.extend(self.key.0);
        bytes.extend(self.salt);
        bytes.extend(self.hour.to_be_bytes());
        bytes.push(u8::try_from(self.holders.len()).expect("three at most"));
        bytes.extend(self.holders.iter().flat_map(|holder| holder.0));
        bytes
    }

    fn read(bytes: &mut Cursor<'_>) -> Result<Self, DecodeError> {
        const SHORT: DecodeError = DecodeError::Length;
        bytes.tag(MAGIC).ok_or(DecodeError::Magic)?;
        let school = SchoolId::from_bytes(bytes.array().ok_or(SHORT)?);
        let staff = StaffId::from_bytes(bytes.array().ok_or(SHORT)?);
        let key = FixedBytes(bytes.array().ok_or(SHORT)?);
        let salt = bytes.array().ok_or(SHORT)?;
        let hour = bytes.u32().ok_or(SHORT)?;
        let count = usize::from(bytes.u8().ok_or(SHORT)?);
        let mut holders: Vec<KeyId> = Vec::with_capacity(MOST_HOLDERS);
        if !(LEAST_HOLDERS..=MOST_HOLDERS).contains(&count) {
            return Err(DecodeError::Value);
        }
        for _ in 0..count {
            let holder = FixedBytes(bytes.array().ok_or(SHORT)?);
            if holder == key || holders.contains(&holder) {
                return Err(DecodeError::Value);
            }
            holders.push(holder);
        }
        Ok(Self {
            school,
            staff,
            key,
            salt,
            hour,
            holders,
        })
    }
}

/// Shares of one reader's keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareSet {
    head: Head,
    commitment: Hash,
    drill: Hash,
    copy_hash: Hash,
    kit: [u8; KIT_LEN],
    slots: Vec<Sealed<SLOT_CIPHERTEXT>>,
    signature: SignatureBytes,
}

/// A new set, and the copy of the keys it opens, which is kept apart and given only to somebody who asked.
pub struct Made {
    /// The sealed shares.
    pub set: ShareSet,
    /// The locked copy.
    pub copy: Vec<u8>,
}

/// What a holder finds in their slot: the share, and the mask that hides it in a drill.
pub struct Kept {
    /// The share.
    pub share: Share,
    pub(super) mask: Share,
}

impl ShareSet {
    /// Splits a reader's keys among colleagues, in the reader's own browser.
    ///
    /// # Errors
    /// When there are not two or three different colleagues, or one of them is the reader.
    pub fn make(
        (school, staff): (SchoolId, StaffId),
        keys: &StaffSecret,
        holders: &[KemPublic],
        kit: &AccountSecret,
        hour: u32,
        rng: &mut impl CryptoRng,
    ) -> Result<Made, SealError> {
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let head = Head {
            school,
            staff,
            key: keys.kem.public().id(),
            salt,
            hour,
            holders: holders.iter().map(KemPublic::id).collect(),
        };
        // One rule for who can be in it, that of reading.
        Head::read(&mut Cursor::new(&head.encode())).map_err(|_| SealError::Readers)?;
        let id = set_hash(&head);
        let [mut key, mut mask] = [(); 2].map(|()| Zeroizing::new([0; 32]));
        rng.fill_bytes(key.as_mut());
        rng.fill_bytes(mask.as_mut());
        let shares = shares::split(&key, rng);
        let masks = shares::split(&mask, rng);

        let mut seeds = Zeroizing::new([0; 64]);
        seeds[..32].copy_from_slice(keys.kem.seed());
        seeds[32..].copy_from_slice(keys.signing.seed());
        let prk = Prk::derive(&id.0, key.as_ref());
        let commitment: Zeroizing<[u8; 32]> = prk.expand(Label::RecoveryCommit, &[]);
        let commitment = FixedBytes(*commitment);
        let copy = lock(&prk.expand(Label::RecoveryCopy, &[]), &id, seeds.as_ref());
        let [.., kit_share] = &shares;
        let kit_share = lock(&kit_key(&id, kit), &id, kit_share.value());

        let slots = (0_u8..)
            .zip(holders)
            .zip(shares.iter().zip(&masks))
            .map(|((index, holder), (share, mask))| {
                let mut plain = Zeroizing::new([0; 64]);
                plain[..32].copy_from_slice(share.value());
                plain[32..].copy_from_slice(mask.value());
                let info = slot_info(&id, index, &holder.id());
                Sealed::seal(holder, &info, &commitment.0, plain.as_ref(), rng)
            })
            .collect();
        let both: Zeroizing<[u8; 32]> =
            Zeroizing::new(core::array::from_fn(|at| key[at] ^ mask[at]));
        let mut set = Self {
            head,
            commitment,
            drill: drill_hash(&id, &both),
            copy_hash: FixedBytes(derive_sha256(&copy)),
            kit: kit_share.try_into().expect("32 bytes and a tag"),
            slots,
            signature: FixedBytes([0; 64]),
        };
        set.signature = keys.signing.sign(Label::RecoverySig, &[&set.unsigned()]);
        Ok(Made { set, copy })
    }

    /// Reads a set. Says nothing of who made it: [`Self::verify`] does.
    ///
    /// # Errors
    /// When the bytes are anything but the one form of a set.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut bytes = Cursor::new(bytes);
        let head = Head::read(&mut bytes)?;
        Self::read(head, bytes).ok_or(DecodeError::Length)
    }

    fn read(head: Head, mut bytes: Cursor<'_>) -> Option<Self> {
        let commitment = FixedBytes(bytes.array()?);
        let drill = FixedBytes(bytes.array()?);
        let copy_hash = FixedBytes(bytes.array()?);
        let kit = bytes.array()?;
        let mut slots = Vec::with_capacity(head.holders.len());
        for _ in &head.holders {
            slots.push(Sealed {
                enc: Box::new(bytes.array()?),
                ciphertext: bytes.array()?,
            });
        }
        let signature = FixedBytes(bytes.array()?);
        bytes.end()?;
        Some(Self {
            head,
            commitment,
            drill,
            copy_hash,
            kit,
            slots,
            signature,
        })
    }

    /// The bytes of the set.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.unsigned();
        bytes.extend(self.signature.0);
        bytes
    }

    fn unsigned(&self) -> Vec<u8> {
        let mut bytes = self.head.encode();
        bytes.extend(self.commitment.0);
        bytes.extend(self.drill.0);
        bytes.extend(self.copy_hash.0);
        bytes.extend(self.kit);
        for slot in &self.slots {
            bytes.extend(slot.enc.iter());
            bytes.extend(slot.ciphertext);
        }
        bytes
    }

    /// Checks that a reader made this set of their own keys, with the signing key the directory lists for them.
    ///
    /// # Errors
    /// When it is for another place or anything in it was changed.
    pub fn verify(
        &self,
        (school, staff): (SchoolId, StaffId),
        key: &KeyId,
        signing: &VerifyingKeyBytes,
    ) -> Result<(), OpenError> {
        if (self.head.school, self.head.staff, &self.head.key) != (school, staff, key) {
            return Err(OpenError);
        }
        let signed = [self.unsigned()];
        verify(signing, Label::RecoverySig, &[&signed[0]], &self.signature)
    }

    /// Names the set: SHA-256("reports/v1/recovery" | head).
    #[must_use]
    pub fn id(&self) -> Hash {
        set_hash(&self.head)
    }

    /// Whose keys.
    #[must_use]
    pub const fn staff(&self) -> StaffId {
        self.head.staff
    }

    /// Which key.
    #[must_use]
    pub const fn key(&self) -> KeyId {
        self.head.key
    }

    /// Hour in which it was made.
    #[must_use]
    pub const fn hour(&self) -> u32 {
        self.head.hour
    }

    /// Who holds a share.
    #[must_use]
    pub fn holders(&self) -> &[KeyId] {
        &self.head.holders
    }

    /// The place of a holder's share, from 1.
    #[must_use]
    pub fn place_of(&self, holder: &KeyId) -> Option<u8> {
        let at = self.head.holders.iter().position(|one| one == holder)?;
        u8::try_from(at + 1).ok()
    }

    /// The holder of a place, from 1.
    #[must_use]
    pub fn holder_at(&self, place: u8) -> Option<&KeyId> {
        self.head.holders.get(usize::from(place).checked_sub(1)?)
    }

    /// True for the copy that this set opens.
    #[must_use]
    pub fn is_copy(&self, copy: &[u8]) -> bool {
        derive_sha256(copy) == self.copy_hash.0
    }

    /// Opens a holder's own slot.
    ///
    /// # Errors
    /// When they hold none, or it does not open.
    pub fn open_slot(&self, holder: &KemSecret) -> Result<Kept, OpenError> {
        let id = holder.public().id();
        let place = self.place_of(&id).ok_or(OpenError)?;
        let slot = self.slots.get(usize::from(place - 1)).ok_or(OpenError)?;
        let info = slot_info(&self.id(), place - 1, &id);
        let plain = slot.open(holder, &info, &self.commitment.0)?;
        let (share, mask) = plain.split_at_checked(32).ok_or(OpenError)?;
        let [share, mask] = [share, mask].map(value);
        Ok(Kept {
            share: Share::new(place, share?),
            mask: Share::new(place, mask?),
        })
    }

    /// Opens the share that the printed account secret of that day opens.
    ///
    /// # Errors
    /// When it is another account secret.
    pub fn open_kit_share(&self, kit: &AccountSecret) -> Result<Share, OpenError> {
        let id = self.id();
        let plain = unlock(&kit_key(&id, kit), &id, &self.kit)?;
        Ok(Share::new(KIT_PLACE, value(&plain)?))
    }

    pub(super) fn commitment(&self) -> &Hash {
        &self.commitment
    }

    pub(super) fn drill(&self) -> &Hash {
        &self.drill
    }

    /// The keys, if this recovery key is the one committed to.
    pub(super) fn open_copy(&self, key: &[u8; 32], copy: &[u8]) -> Result<StaffSecret, OpenError> {
        let id = self.id();
        let prk = Prk::derive(&id.0, key);
        let commitment: Zeroizing<[u8; 32]> = prk.expand(Label::RecoveryCommit, &[]);
        if !bool::from(commitment.ct_eq(&self.commitment.0)) || copy.len() != COPY_LEN {
            return Err(OpenError);
        }
        let seeds = unlock(&prk.expand(Label::RecoveryCopy, &[]), &id, copy)?;
        let (kem, signing) = seeds.split_at_checked(32).ok_or(OpenError)?;
        let keys = StaffSecret {
            kem: KemSecret::from_seed(value(kem)?),
            signing: SigningSecret::from_seed(value(signing)?),
        };
        if keys.kem.public().id() == self.head.key {
            Ok(keys)
        } else {
            Err(OpenError)
        }
    }
}

fn set_hash(head: &Head) -> Hash {
    FixedBytes(derive_hash(Label::Recovery, &[&head.encode()]))
}

/// What a drill must give: SHA-256("reports/v1/recovery-drill" | set | recovery key XOR mask).
pub(super) fn drill_hash(set: &Hash, both: &[u8; 32]) -> Hash {
    FixedBytes(derive_hash(Label::RecoveryDrill, &[&set.0, both]))
}

fn slot_info(set: &Hash, index: u8, holder: &KeyId) -> Vec<u8> {
    [Label::RecoveryShare.bytes(), &set.0, &[index], &holder.0].concat()
}

fn kit_key(set: &Hash, kit: &AccountSecret) -> Zeroizing<[u8; 32]> {
    Prk::derive(&set.0, kit.as_bytes().as_ref()).expand(Label::RecoveryKit, &[])
}

fn value(bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, OpenError> {
    let mut value = Zeroizing::new([0; 32]);
    if bytes.len() != value.len() {
        return Err(OpenError);
    }
    value.copy_from_slice(bytes);
    Ok(value)
}

/// Every key here is used once, by the set's salt, so the nonce is zero.
fn lock(key: &[u8; 32], set: &Hash, message: &[u8]) -> Vec<u8> {
    let payload = Payload {
        msg: message,
        aad: &set.0,
    };
    ChaCha20Poly1305::new(key.into())
        .encrypt(&Nonce::default(), payload)
        .expect("64 bytes are far below the limit of ChaCha20-Poly1305")
}

fn unlock(key: &[u8; 32], set: &Hash, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let payload = Payload {
        msg: sealed,
        aad: &set.0,
    };
    ChaCha20Poly1305::new(key.into())
        .decrypt(&Nonce::default(), payload)
        .map(Zeroizing::new)
        .map_err(|_| OpenError)
}
