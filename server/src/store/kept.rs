//! An envelope as it lies in its table, and what binds its parts together.
//!
//! Promise: whatever of an envelope lies in the open (its id, place, kind, hour, header, commitment and the hash of its
//! body) is given out only when it is what the wrapped cell beside it was written with. A browser would leave out a
//! message whose header does not fit, so a bit that flips in any of them must be told here and not there (R18). Rows from
//! before this was so are bound by their id alone.

use protocol::id::{CaseId, MessageId, SchoolId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::StoreError;
use super::envelopes::Placed;
use super::slots::Slots;
use crate::shred::{CaseKey, Cell, Wrapped};

const LABEL: &[u8] = b"sotto/v1/envelope-columns";

/// Every column but the case's name and the body.
#[derive(sqlx::FromRow)]
pub(super) struct Kept {
    pub message_id: Uuid,
    pub place: i64,
    pub kind: i64,
    pub hour: i64,
    pub header: Vec<u8>,
    pub commitment: Vec<u8>,
    pub body_hash: Vec<u8>,
    slots: Wrapped,
}

impl Kept {
    /// Its slots, if everything beside them is as it was written.
    pub fn slots(
        &self,
        key: &CaseKey,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Slots, StoreError> {
        let message = MessageId(self.message_id);
        let digest = digest(
            [self.place, self.kind, self.hour],
            [&self.header, &self.commitment, &self.body_hash],
        );
        let opened = self
            .slots
            .open(key, Cell::Envelope(school, case, message, digest))
            .or_else(|_| self.slots.open(key, Cell::Slots(school, case, message)))
            .map_err(|_| StoreError::Damaged("an envelope is not as it was written"))?;
        Slots::decode(&opened)
    }
}

/// Where the slots of a new envelope are wrapped.
pub(super) fn cell(placed: &Placed<'_>) -> Cell {
    let Placed {
        school,
        case,
        place,
        envelope,
    } = *placed;
    let digest = digest(
        [place, envelope.kind.into(), envelope.hour.into()],
        [
            &envelope.header,
            &envelope.commitment.0,
            &envelope.body_hash.0,
        ],
    );
    Cell::Envelope(school, case, envelope.message, digest)
}

fn digest(numbers: [i64; 3], parts: [&[u8]; 3]) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(LABEL);
    for number in numbers {
        hash.update(number.to_be_bytes());
    }
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// Every message of a case that was not taken back must be there: one that is missing is not left out in silence. Takes, of
/// each that is there, how many the case has had, counted in the same look.
pub(super) fn all_there(counted: impl ExactSizeIterator<Item = i64>) -> Result<(), StoreError> {
    let found = i64::try_from(counted.len()).unwrap_or(i64::MAX);
    let mut counted = counted;
    if counted.all(|counted| counted == found) {
        Ok(())
    } else {
        Err(StoreError::Damaged("a message of a case is missing"))
    }
}
