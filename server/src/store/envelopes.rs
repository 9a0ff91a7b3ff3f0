//! Sealed messages of a case, in the order they came.

use protocol::id::{CaseId, Hash, KeyId, MessageId, SchoolId};

use super::batch::{Batch, queue};
use super::slots::Slots;
use super::{On, StoreError, Transaction, fetch};
use super::{kept, rows};
use crate::shred::{CaseKey, Cell, Shreds, Wrapped};

/// An envelope taken apart, its shape checked by the caller.
#[derive(Clone)]
pub struct NewEnvelope {
    /// Chosen by whoever sealed it.
    pub message: MessageId,
    /// As in its header.
    pub kind: u8,
    /// Canonical header bytes.
    pub header: Vec<u8>,
    /// Key commitment.
    pub commitment: Hash,
    /// SHA-256 of the body ciphertext.
    pub body_hash: Hash,
    /// The reporter's own slot, kinds 1 and 2.
    pub own: Option<[u8; 48]>,
    /// One per key of the header, in its order.
    pub slots: Vec<NewSlot>,
    /// Body ciphertext.
    pub body: Vec<u8>,
    /// Hour of a staff message; first hour of the half-day of a pupil's.
    pub hour: u32,
}

/// One reader's part of an envelope.
#[derive(Clone)]
pub struct NewSlot {
    /// Key it is sealed to, as far as the header says.
    pub key: KeyId,
    /// HPKE encapsulation.
    pub enc: Vec<u8>,
    /// Sealed notice.
    pub notice: [u8; 80],
    /// Wrapped content key.
    pub wrap: [u8; 48],
}

/// An envelope at its place in its case.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub school: SchoolId,
    pub case: CaseId,
    pub place: i64,
    pub envelope: &'a NewEnvelope,
}

/// What of an envelope lies under the key of its case.
pub(super) struct Cells {
    slots: Wrapped,
    body: Wrapped,
}

impl Cells {
    pub fn wrap(shreds: &Shreds, key: &CaseKey, placed: &Placed<'_>) -> Self {
        let Placed {
            school,
            case,
            envelope,
            ..
        } = *placed;
        let slots = kept::cell(placed);
        let body = Cell::Body(school, case, envelope.message);
        Self {
            slots: shreds.wrap(key, slots, &Slots::encode(envelope)),
            body: shreds.wrap(key, body, &envelope.body),
        }
    }
}

/// What adding an envelope did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in; write an entry.
    New,
    /// It was in already, byte for byte; write no second entry (reliability.md section 0, fact 8).
    Again,
    /// Another envelope has this id. Refuse.
    Differs,
    /// No such case, or its pupil took it back and it is gone.
    Missing,
}

impl Transaction {
    /// Adds an envelope to a case that exists, once.
    pub async fn add_envelope(
        &mut self,
        school: SchoolId,
        case: CaseId,
        envelope: &NewEnvelope,
    ) -> Result<Added, StoreError> {
        match self.lock_case(school, case).await? {
            Some(state) if !state.is_erased() && !state.is_ending => {}
            _ => return Ok(Added::Missing),
        }
        if let Some(same) = self.envelope_is(school, case, envelope).await? {
            return Ok(if same { Added::Again } else { Added::Differs });
        }
        self.put_envelope(school, case, envelope).await?;
        Ok(Added::New)
    }

    /// `None` when no envelope has this id; otherwise whether it is the very same.
    pub(super) async fn envelope_is(
        &mut self,
        school: SchoolId,
        case: CaseId,
        envelope: &NewEnvelope,
    ) -> Result<Option<bool>, StoreError> {
        let row: Option<(Vec<u8>, Vec<u8>, Vec<u8>)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select header, commitment, body_hash from envelope \
                 where school_id = $1 and case_id = $2 and message_id = $3"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(envelope.message.0)
        );
        Ok(row.map(|(header, commitment, body_hash)| {
            header == envelope.header
                && commitment == envelope.commitment.0
                && body_hash == envelope.body_hash.0
        }))
    }

    /// Writes envelope and slots at the next place of a case that the caller has locked.
    pub(super) async fn put_envelope(
        &mut self,
        school: SchoolId,
        case: CaseId,
        envelope: &NewEnvelope,
    ) -> Result<(), StoreError> {
        let place: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "update cases set envelope_count = envelope_count + 1 where school_id = $1 and case_id = $2 \
                 returning envelope_count - 1"
            )
            .bind(school.0)
            .bind(case.0)
        );
        let placed = Placed {
            school,
            case,
            place,
            envelope,
        };
        self.write_envelope(placed).await
    }

    /// Writes envelopes and slots, wrapped.
    pub(super) async fn write_envelope(&mut self, placed: Placed<'_>) -> Result<(), StoreError> {
        let key = self.case_key(placed.school, placed.case).await?;
        let cells = Cells::wrap(&self.shreds, &key, &placed);
        let mut batch = Batch::default();
        self.queue_envelopes(&mut batch, &[(placed, cells)]).await?;
        batch.run(self).await?;
        Ok(())
    }

    /// Adds the statements that write envelopes and slots. Whoever stands aside from a case gets no slot in it.
    pub(super) async fn queue_envelopes(
        &mut self,
        batch: &mut Batch,
        placed: &[(Placed<'_>, Cells)],
    ) -> Result<(), StoreError> {
        // SQLite would number the rows as they come, which tells the order; see `0011_envelope_rows.sql`.
        let (column, number) = match self.on {
            On::Sqlite(_) => ("rowid, ", "random(), "),
            On::Postgres(_) => ("", ""),
        };
        for part in rows::parts(self.engine(), placed) {
            let text = format!(
                "insert into envelope ({column}school_id, case_id, place, message_id, kind, hour, header, \
                 commitment, body_hash, slots, body) select {number}{} {}",
                rows::columns(11),
                part.from(11)
            );
            queue!(self, batch, text, query => {
                for row in part.each() {
                    let (one, cells) = row.map_or((None, None), |(one, cells)| (Some(one), Some(cells)));
                    let envelope = one.map(|one| one.envelope);
                    query = query
                        .bind(one.map(|one| one.school.0))
                        .bind(one.map(|one| one.case.0))
                        .bind(one.map(|one| one.place))
                        .bind(envelope.map(|envelope| envelope.message.0))
                        .bind(envelope.map(|envelope| i64::from(envelope.kind)))
                        .bind(envelope.map(|envelope| i64::from(envelope.hour)))
                        .bind(envelope.map(|envelope| envelope.header.as_slice()))
                        .bind(envelope.map(|envelope| envelope.commitment.0.as_slice()))
                        .bind(envelope.map(|envelope| envelope.body_hash.0.as_slice()))
                        .bind(cells.map(|cells| &cells.slots))
                        .bind(cells.map(|cells| &cells.body));
                }
            });
        }
        let slots: Vec<_> = placed
            .iter()
            .flat_map(|(one, _)| {
                let slots = one.envelope.slots.iter();
                slots.map(|slot| (one.school, one.case, slot.key))
            })
            .collect();
        for part in rows::parts(self.engine(), &slots) {
            let text = format!(
                "insert into slot (school_id, case_id, key_id) select {} {} and not exists \
                 (select 1 from aside where school_id = k.column1 and case_id = k.column2 and key_id = k.column3) \
                 on conflict do nothing",
                rows::columns(3),
                part.from(3)
            );
            queue!(self, batch, text, query => {
                for slot in part.each() {
                    query = query
                        .bind(slot.map(|(school, _, _)| school.0))
                        .bind(slot.map(|(_, case, _)| case.0))
                        .bind(slot.map(|(_, _, key)| key.0.as_slice()));
                }
            });
        }
        Ok(())
    }
}
