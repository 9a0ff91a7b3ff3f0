//! Sealed messages of a case, in the order they came.

use protocol::id::{CaseId, Hash, KeyId, MessageId, SchoolId};

use sqlx::AssertSqlSafe;

use super::rows;
use super::slots::Slots;
use super::{On, StoreError, Transaction, execute, fetch};
use crate::shred::Cell;

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
        self.write_envelopes(&[placed]).await
    }

    /// Writes envelopes and slots, wrapped. Whoever stands aside from a case gets no slot in it.
    pub(super) async fn write_envelopes(
        &mut self,
        placed: &[Placed<'_>],
    ) -> Result<(), StoreError> {
        let mut wrapped = Vec::with_capacity(placed.len());
        let mut slots = Vec::new();
        for one in placed {
            let Placed {
                school,
                case,
                envelope,
                ..
            } = *one;
            let key = self.case_key(school, case).await?;
            let cell = Cell::Slots(school, case, envelope.message);
            let sealed_slots = self.wrap(&key, cell, &Slots::encode(envelope));
            let cell = Cell::Body(school, case, envelope.message);
            let body = self.wrap(&key, cell, &envelope.body);
            wrapped.push((one, sealed_slots, body));
            slots.extend(envelope.slots.iter().map(|slot| (school, case, slot.key)));
        }
        // SQLite would number the rows as they come, which tells the order; see `0011_envelope_rows.sql`.
        let (column, number) = match self.on {
            On::Sqlite(_) => ("rowid, ", "random(), "),
            On::Postgres(_) => ("", ""),
        };
        for part in rows::parts(&wrapped) {
            let text = format!(
                "insert into envelope ({column}school_id, case_id, place, message_id, kind, hour, header, \
                 commitment, body_hash, slots, body) values {}",
                rows::values_between(number, part.len(), 11, "")
            );
            execute!(self, {
                let mut query = sqlx::query(AssertSqlSafe(text.as_str()));
                for (one, slots, body) in part {
                    let envelope = one.envelope;
                    query = query
                        .bind(one.school.0)
                        .bind(one.case.0)
                        .bind(one.place)
                        .bind(envelope.message.0)
                        .bind(i64::from(envelope.kind))
                        .bind(i64::from(envelope.hour))
                        .bind(envelope.header.as_slice())
                        .bind(envelope.commitment.0.as_slice())
                        .bind(envelope.body_hash.0.as_slice())
                        .bind(slots)
                        .bind(body);
                }
                query
            });
        }
        for part in rows::parts(&slots) {
            let text = format!(
                "insert into slot (school_id, case_id, key_id) \
                 select k.column1, k.column2, k.column3 from (values {}) as k where not exists \
                 (select 1 from aside where school_id = k.column1 and case_id = k.column2 and key_id = k.column3) \
                 on conflict do nothing",
                rows::values(part.len(), 3)
            );
            execute!(self, {
                let mut query = sqlx::query(AssertSqlSafe(text.as_str()));
                for (school, case, key) in part {
                    query = query.bind(school.0).bind(case.0).bind(key.0.as_slice());
                }
                query
            });
        }
        Ok(())
    }
}
