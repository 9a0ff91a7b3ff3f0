//! A cell of the database that only the key of its case opens.

use chacha20poly1305::aead::{Aead, AeadInOut, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use protocol::id::{CaseId, MessageId, SchoolId, StaffId};
use rand_core::Rng;
use zeroize::Zeroizing;

use super::CaseKey;
use crate::store::StoreError;

const LABEL: &[u8] = b"sotto/v1/shred";
const NONCE_LEN: usize = 24;
const TAG_LEN: usize = 16;

/// Where a cell is. Ciphertext moved to another case, row or column does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// `envelope.slots` as it was written before schema 15.
    Slots(SchoolId, CaseId, MessageId),
    /// `envelope.body`.
    Body(SchoolId, CaseId, MessageId),
    /// `bookmark.sealed`.
    Bookmark(SchoolId, CaseId, StaffId),
    /// `cases.audit_key`.
    AuditKey(SchoolId, CaseId),
    /// `envelope.slots`, with a hash of what lies in the open beside it.
    Envelope(SchoolId, CaseId, MessageId, [u8; 32]),
    /// `log_opening.opening`: the place in the log, which outlives the name of the case.
    Opening(SchoolId, u64),
}

impl Cell {
    fn additional_data(self) -> Vec<u8> {
        let (column, school, case, row): (u8, SchoolId, [u8; 16], [u8; 16]) = match self {
            Self::Slots(school, case, message) => {
                (1, school, *case.0.as_bytes(), *message.0.as_bytes())
            }
            Self::Body(school, case, message) => {
                (2, school, *case.0.as_bytes(), *message.0.as_bytes())
            }
            Self::Bookmark(school, case, staff) => {
                (3, school, *case.0.as_bytes(), *staff.0.as_bytes())
            }
            Self::AuditKey(school, case) => (4, school, *case.0.as_bytes(), [0; 16]),
            Self::Opening(school, index) => (5, school, [0; 16], u128::from(index).to_be_bytes()),
            Self::Envelope(school, case, message, _) => {
                (6, school, *case.0.as_bytes(), *message.0.as_bytes())
            }
        };
        let beside = match &self {
            Self::Envelope(.., hash) => hash.as_slice(),
            _ => &[],
        };
        [
            LABEL,
            &[column],
            school.0.as_bytes(),
            case.as_slice(),
            row.as_slice(),
            beside,
        ]
        .concat()
    }
}

/// Ciphertext as it lies in the database: `nonce[24] | XChaCha20-Poly1305`. The nonce is random, because a cell can
/// be written again. There is no way to its content but [`Wrapped::open`], and that takes the key of the case.
#[derive(Clone, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Wrapped(Vec<u8>);

impl Wrapped {
    /// Bytes that wrapping adds.
    pub const OVERHEAD: usize = NONCE_LEN + TAG_LEN;

    pub(super) fn wrap(key: &CaseKey, cell: Cell, plain: &[u8], rng: &mut impl Rng) -> Self {
        let mut nonce = [0; NONCE_LEN];
        rng.fill_bytes(&mut nonce);
        // In place: a copy of a report's body is 18 KB to fill and to wipe.
        let mut wrapped = Vec::with_capacity(plain.len() + Self::OVERHEAD);
        wrapped.extend_from_slice(&nonce);
        wrapped.extend_from_slice(plain);
        let tag = XChaCha20Poly1305::new(key.bytes().into())
            .encrypt_inout_detached(
                &XNonce::from(nonce),
                &cell.additional_data(),
                wrapped[NONCE_LEN..].as_mut().into(),
            )
            .expect("a cell is far shorter than the cipher's limit");
        wrapped.extend_from_slice(&tag);
        Self(wrapped)
    }

    /// The content. What does not open was changed or belongs elsewhere (R18).
    pub fn open(&self, key: &CaseKey, cell: Cell) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let damaged = StoreError::Damaged("a cell does not open under the key of its case");
        let Some((nonce, sealed)) = self.0.split_first_chunk::<NONCE_LEN>() else {
            return Err(damaged);
        };
        let payload = Payload {
            msg: sealed,
            aad: &cell.additional_data(),
        };
        XChaCha20Poly1305::new(key.bytes().into())
            .decrypt(&XNonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;
    use uuid::Uuid;

    // P62: a cell opens under its own key in its own place, and nowhere else.
    #[test]
    fn a_cell_opens_in_its_place_alone() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let (key, other) = (CaseKey::make(&mut rng), CaseKey::make(&mut rng));
        let (school, case) = (SchoolId(Uuid::from_u128(1)), CaseId(Uuid::from_u128(2)));
        let (message, staff) = (MessageId(Uuid::from_u128(3)), StaffId(Uuid::from_u128(3)));
        let cells = [
            Cell::Slots(school, case, message),
            Cell::Body(school, case, message),
            Cell::Bookmark(school, case, staff),
            Cell::AuditKey(school, case),
            Cell::Opening(school, 3),
            Cell::Slots(SchoolId(Uuid::from_u128(9)), case, message),
            Cell::Slots(school, CaseId(Uuid::from_u128(9)), message),
            Cell::Slots(school, case, MessageId(Uuid::from_u128(9))),
            Cell::Opening(school, 4),
            Cell::Envelope(school, case, message, [1; 32]),
            Cell::Envelope(school, case, message, [2; 32]),
        ];
        for cell in cells {
            let wrapped = Wrapped::wrap(&key, cell, b"words", &mut rng);
            assert_eq!(wrapped.0.len(), 5 + Wrapped::OVERHEAD);
            for place in cells {
                assert_eq!(wrapped.open(&key, place).is_ok(), place == cell);
                assert!(wrapped.open(&other, place).is_err());
            }
            let mut changed = wrapped.clone();
            changed.0[30] ^= 1;
            assert!(changed.open(&key, cell).is_err());
        }
        assert!(Wrapped(vec![0; 10]).open(&key, cells[0]).is_err());
        let again = [0; 2].map(|_| Wrapped::wrap(&key, cells[0], b"words", &mut rng).0);
        assert_ne!(again[0], again[1], "a nonce is never used twice");
    }
}
