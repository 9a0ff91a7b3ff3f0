//! The drill: holders show that their shares fit together, and show nothing else.
//!
//! Each holds a share of the recovery key K and a share of a random mask M, both at the same place. What they show is the
//! sum of the two, which is a share of K + M; the set commits to K + M. Two sums that give what was committed to lie on
//! the right line, and so does every share in them. M is uniform and never shown, so K + M says nothing about K, and a
//! holder who has a share themselves learns nothing from the others' sums. Showing the same sums again gives nothing new.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::set::{ShareSet, drill_hash};
use super::shares::{Share, combine};
use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::{DecodeError, OpenError};
use crate::id::{SignatureBytes, VerifyingKeyBytes};
use crate::keys::{StaffSecret, verify};
use crate::label::Label;

const MAGIC: &[u8; 4] = b"SRP1";

/// What one holder shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    place: u8,
    hour: u32,
    sum: [u8; 32],
    signature: SignatureBytes,
}

impl Piece {
    /// Opens a holder's slot anew and shows the masked share.
    ///
    /// # Errors
    /// When they hold none or it does not open: their share is lost.
    pub fn make(set: &ShareSet, holder: &StaffSecret, hour: u32) -> Result<Self, OpenError> {
        let kept = set.open_slot(&holder.kem)?;
        let mut piece = Self {
            place: kept.share.place(),
            hour,
            sum: kept.share.plus(&kept.mask),
            signature: FixedBytes([0; 64]),
        };
        let parts = piece.signed(set);
        piece.signature = holder.signing.sign(Label::RecoveryPiece, &[&parts]);
        Ok(piece)
    }

    /// Checks that the holder of its place showed it, for this set.
    ///
    /// # Errors
    /// When anything was changed or somebody else showed it.
    pub fn verify(&self, set: &ShareSet, holder: &VerifyingKeyBytes) -> Result<(), OpenError> {
        let parts = self.signed(set);
        verify(holder, Label::RecoveryPiece, &[&parts], &self.signature)
    }

    /// Reads a piece.
    ///
    /// # Errors
    /// When the bytes are anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut bytes = Cursor::new(bytes);
        bytes.tag(MAGIC).ok_or(DecodeError::Magic)?;
        let read = |mut bytes: Cursor<'_>| {
            let piece = Self {
                place: bytes.u8()?,
                hour: bytes.u32()?,
                sum: bytes.array()?,
                signature: FixedBytes(bytes.array()?),
            };
            bytes.end()?;
            Some(piece)
        };
        read(bytes).ok_or(DecodeError::Length)
    }

    /// Its bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(self.place);
        bytes.extend(self.hour.to_be_bytes());
        bytes.extend(self.sum);
        bytes.extend(self.signature.0);
        bytes
    }

    /// The place of the share, from 1.
    #[must_use]
    pub const fn place(&self) -> u8 {
        self.place
    }

    /// When it was shown.
    #[must_use]
    pub const fn hour(&self) -> u32 {
        self.hour
    }

    /// set | place u8 | hour u32 | sum 32.
    fn signed(&self, set: &ShareSet) -> Vec<u8> {
        let hour = self.hour.to_be_bytes();
        [&set.id().0[..], &[self.place], &hour, &self.sum].concat()
    }
}

/// How a drill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drill {
    /// Fewer than two holders have shown theirs.
    Waiting,
    /// Every two of those that were shown fit. The hour is that of the second newest: since then at least two held.
    Fits {
        /// When.
        hour: u32,
    },
    /// Two that were shown do not fit: at least one share is wrong, and new ones must be made.
    Broken,
}

/// Puts together what was shown. The caller has verified each piece.
#[must_use]
pub fn check(set: &ShareSet, pieces: &[Piece]) -> Drill {
    let shares: Vec<Share> = pieces
        .iter()
        .map(|piece| Share::new(piece.place, Zeroizing::new(piece.sum)))
        .collect();
    for (at, first) in shares.iter().enumerate() {
        for second in shares.iter().skip(at + 1) {
            let fits = combine(first, second)
                .is_ok_and(|both| drill_hash(&set.id(), &both) == *set.drill());
            if !fits {
                return Drill::Broken;
            }
        }
    }
    let mut hours: Vec<u32> = pieces.iter().map(Piece::hour).collect();
    hours.sort_unstable();
    match hours.iter().rev().nth(1) {
        Some(hour) => Drill::Fits { hour: *hour },
        None => Drill::Waiting,
    }
}
