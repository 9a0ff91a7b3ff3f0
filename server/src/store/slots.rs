//! The slots of an envelope as one cell: the pupil's own slot, and each reader's encapsulation, notice and wrap.
//!
//! `own u8 | own[48] if 1 | (key[16] | length u16 | enc | notice[80] | wrap[48])*`. One cell instead of three for each
//! reader: wrapping then costs 40 bytes an envelope, and SQLite no overflow page a reader.

use protocol::encoding::FixedBytes;
use protocol::id::KeyId;
use zeroize::Zeroizing;

use super::{NewEnvelope, NewSlot, StoreError};

/// All slots of one envelope, unwrapped.
pub(super) struct Slots {
    /// Kinds 1 and 2.
    pub own: Option<[u8; 48]>,
    /// In the order of the header's keys.
    pub all: Vec<NewSlot>,
}

impl Slots {
    pub fn encode(envelope: &NewEnvelope) -> Zeroizing<Vec<u8>> {
        let each = |slot: &NewSlot| 16 + 2 + slot.enc.len() + slot.notice.len() + slot.wrap.len();
        let length = 1 + 48 + envelope.slots.iter().map(each).sum::<usize>();
        // At once: each time it grew it would be copied and wiped.
        let mut bytes = Zeroizing::new(Vec::with_capacity(length));
        bytes.push(u8::from(envelope.own.is_some()));
        bytes.extend(envelope.own.iter().flatten());
        for slot in &envelope.slots {
            bytes.extend(slot.key.0);
            let length = u16::try_from(slot.enc.len()).expect("an encapsulation of 1,120 bytes");
            bytes.extend(length.to_be_bytes());
            bytes.extend(&slot.enc);
            bytes.extend(slot.notice);
            bytes.extend(slot.wrap);
        }
        bytes
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        Self::read(bytes).ok_or(StoreError::Damaged("slots do not read"))
    }

    /// As they stand in an envelope (protocol 2.2): the pupil's own, then the readers', whose keys the header names.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.own.iter().flatten());
        for slot in &self.all {
            bytes.extend(&slot.enc);
            bytes.extend(slot.notice);
            bytes.extend(slot.wrap);
        }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (has_own, mut rest) = bytes.split_first()?;
        let own = match has_own {
            0 => None,
            1 => Some(take(&mut rest)?),
            _ => return None,
        };
        let mut all = Vec::new();
        while !rest.is_empty() {
            let key: KeyId = FixedBytes(take(&mut rest)?);
            let length = usize::from(u16::from_be_bytes(take(&mut rest)?));
            let (enc, after) = rest.split_at_checked(length)?;
            rest = after;
            all.push(NewSlot {
                key,
                enc: enc.to_vec(),
                notice: take(&mut rest)?,
                wrap: take(&mut rest)?,
            });
        }
        Some(Self { own, all })
    }

    /// A key's slot and its place.
    pub fn of(&self, key: &KeyId) -> Option<(u8, &NewSlot)> {
        let place = self.all.iter().position(|slot| slot.key == *key)?;
        Some((u8::try_from(place).ok()?, self.all.get(place)?))
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*first)
}
