//! Wraps what a program before schema 2 left as it was: cases without a key, and openings in the open.
//!
//! Case by case in bounded batches, each batch in one transaction; a crash in between leaves every case readable one
//! way or the other, and the next start goes on. When nothing is left the old tables are dropped, so on a database
//! that is up to date this is one look at its list of tables.

use protocol::encoding::FixedBytes;
use protocol::id::{CaseId, MessageId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{array, number};
use super::envelopes::Placed;
use super::{Database, NewEnvelope, NewSlot, On, StoreError, Transaction, execute, fetch};
use crate::shred::Cell;

/// Cases, or openings of a school, in one transaction.
const BATCH: i64 = 32;
/// On PostgreSQL one node at a time carries over.
const LOCK: &str = "select pg_advisory_xact_lock(7305002)";

type PlainEnvelope = (
    Uuid,
    i64,
    i64,
    Vec<u8>,
    Vec<u8>,
    Vec<u8>,
    Option<Vec<u8>>,
    Vec<u8>,
    i64,
);

/// Key id, `enc`, notice and wrap.
type PlainSlot = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>);

impl Database {
    /// True when something was carried over.
    pub(super) async fn carry_over(&self) -> Result<bool, StoreError> {
        let mut any = false;
        loop {
            let mut tx = self.write().await?;
            tx.lock_carry_over().await?;
            if !tx.has_plain_tables().await? {
                return Ok(any);
            }
            let moved = tx.carry_cases().await? + tx.carry_openings().await?;
            if moved == 0 {
                tx.drop_plain_tables().await?;
            }
            tx.commit().await?;
            any |= moved > 0;
        }
    }
}

impl Transaction {
    async fn lock_carry_over(&mut self) -> Result<(), StoreError> {
        if let On::Postgres(tx) = &mut self.on {
            sqlx::query(LOCK).execute(&mut **tx).await?;
        }
        Ok(())
    }

    async fn has_plain_tables(&mut self) -> Result<bool, StoreError> {
        let found: i64 = match &mut self.on {
            On::Sqlite(tx) => {
                sqlx::query_scalar(
                    "select count(*) from sqlite_schema where type = 'table' and name = 'log_opening_plain'",
                )
                .fetch_one(&mut **tx)
                .await?
            }
            On::Postgres(tx) => {
                sqlx::query_scalar(
                    "select count(*) from information_schema.tables \
                     where table_schema = current_schema() and table_name = 'log_opening_plain'",
                )
                .fetch_one(&mut **tx)
                .await?
            }
        };
        Ok(found > 0)
    }

    async fn drop_plain_tables(&mut self) -> Result<(), StoreError> {
        for text in [
            "drop table bookmark_plain",
            "drop table slot_plain",
            "drop table envelope_plain",
            "drop table log_opening_plain",
        ] {
            execute!(self, sqlx::query(text));
        }
        Ok(())
    }

    /// In a database made for a restore: drops the tables that the backup's own database had carried over already.
    pub(crate) async fn drop_plain_tables_unless(
        &mut self,
        named: &[&str],
    ) -> Result<(), StoreError> {
        if !named.contains(&"log_opening_plain") && self.has_plain_tables().await? {
            self.drop_plain_tables().await?;
        }
        Ok(())
    }

    async fn carry_cases(&mut self) -> Result<u64, StoreError> {
        let rows: Vec<(Uuid, Uuid, i64, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id, case_id, received_half_day, audit_key from cases \
                 where shred_key is null order by school_id, case_id limit $1"
            )
            .bind(BATCH)
        );
        let mut moved = 0;
        for (school, case, received, audit_key) in rows {
            let (school, case) = (SchoolId(school), CaseId(case));
            let received: u32 = number(received)?;
            let taken = self.take_key(received / 2).await?;
            let wrapped = self.wrap(taken.key(), Cell::AuditKey(school, case), &audit_key);
            execute!(
                self,
                sqlx::query(
                    "update cases set shred_key = $3, audit_key = $4, \
                     may_expire = withdrawn and opened_day is null \
                     where school_id = $1 and case_id = $2"
                )
                .bind(school.0)
                .bind(case.0)
                .bind(taken.key().id())
                .bind(wrapped)
            );
            self.give_key(school, case, taken);
            self.carry_envelopes(school, case).await?;
            self.carry_bookmarks(school, case).await?;
            self.carry_case_openings(school, case).await?;
            moved += 1;
        }
        Ok(moved)
    }

    async fn carry_envelopes(&mut self, school: SchoolId, case: CaseId) -> Result<(), StoreError> {
        let rows: Vec<PlainEnvelope> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select message_id, place, kind, header, commitment, body_hash, own, body, hour \
                 from envelope_plain where school_id = $1 and case_id = $2 order by place"
            )
            .bind(school.0)
            .bind(case.0)
        );
        for (message, place, kind, header, commitment, body_hash, own, body, hour) in rows {
            let envelope = NewEnvelope {
                message: MessageId(message),
                kind: number(kind)?,
                header,
                commitment: FixedBytes(array(commitment)?),
                body_hash: FixedBytes(array(body_hash)?),
                own: own.map(array).transpose()?,
                slots: self.plain_slots(school, case, message).await?,
                body,
                hour: number(hour)?,
            };
            let placed = Placed {
                school,
                case,
                place,
                envelope: &envelope,
            };
            self.write_envelope(placed).await?;
        }
        for text in [
            "delete from slot_plain where school_id = $1 and case_id = $2",
            "delete from envelope_plain where school_id = $1 and case_id = $2",
        ] {
            execute!(self, sqlx::query(text).bind(school.0).bind(case.0));
        }
        Ok(())
    }

    async fn plain_slots(
        &mut self,
        school: SchoolId,
        case: CaseId,
        message: Uuid,
    ) -> Result<Vec<NewSlot>, StoreError> {
        let rows: Vec<PlainSlot> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select key_id, enc, notice, wrap from slot_plain \
                 where school_id = $1 and case_id = $2 and message_id = $3 order by slot_index"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(message)
        );
        rows.into_iter()
            .map(|(key, enc, notice, wrap)| {
                Ok(NewSlot {
                    key: FixedBytes(array(key)?),
                    enc,
                    notice: array(notice)?,
                    wrap: array(wrap)?,
                })
            })
            .collect()
    }

    async fn carry_bookmarks(&mut self, school: SchoolId, case: CaseId) -> Result<(), StoreError> {
        let rows: Vec<(Uuid, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select staff_id, sealed from bookmark_plain where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        for (staff, sealed) in rows {
            self.put_bookmark(school, case, StaffId(staff), &sealed)
                .await?;
        }
        execute!(
            self,
            sqlx::query("delete from bookmark_plain where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
        );
        Ok(())
    }

    async fn carry_case_openings(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<(), StoreError> {
        let rows: Vec<(i64, Vec<u8>, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select log_index, entry, salt from log_opening_plain \
                 where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        for (place, entry, salt) in rows {
            self.write_opening(
                school,
                Some(case),
                number(place)?,
                &entry,
                &FixedBytes(array(salt)?),
            )
            .await?;
        }
        execute!(
            self,
            sqlx::query("delete from log_opening_plain where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
        );
        Ok(())
    }

    /// Openings of schools themselves, and of nothing else.
    async fn carry_openings(&mut self) -> Result<u64, StoreError> {
        let rows: Vec<(Uuid, i64, Vec<u8>, Vec<u8>)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select school_id, log_index, entry, salt from log_opening_plain \
                 where case_id is null order by school_id, log_index limit $1"
            )
            .bind(BATCH)
        );
        let mut moved = 0;
        for (school, place, entry, salt) in rows {
            let salt = FixedBytes(array(salt)?);
            self.write_opening(SchoolId(school), None, number(place)?, &entry, &salt)
                .await?;
            execute!(
                self,
                sqlx::query(
                    "delete from log_opening_plain where school_id = $1 and log_index = $2"
                )
                .bind(school)
                .bind(place)
            );
            moved += 1;
        }
        Ok(moved)
    }
}
