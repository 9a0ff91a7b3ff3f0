//! What was done to keep the data: backups, restores, drills. About the machine, never about a case.

use uuid::Uuid;

use super::column::{index, number};
use super::{StoreError, Transaction, execute, fetch};

/// What was done. The number is stored; values are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum UpkeepKind {
    /// A backup was written.
    Backup = 1,
    /// A copy of the shred store was written.
    ShredBackup = 2,
    /// A backup was put in the database's place.
    Restore = 3,
    /// A backup was restored somewhere else, looked at and thrown away.
    Drill = 4,
    /// The database was found to have gone back, and that was accepted.
    RollbackAccepted = 5,
}

/// One thing done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upkeep {
    /// What.
    pub kind: UpkeepKind,
    /// When, in minutes since 1970.
    pub minute: u32,
    /// Whether it went well.
    pub fine: bool,
    /// Cases in the copy.
    pub cases: u64,
    /// Entries of its log.
    pub entries: u64,
    /// In words, for whoever reads it later.
    pub remark: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    done_minute: i64,
    fine: bool,
    cases: i64,
    entries: i64,
    remark: String,
}

impl Transaction {
    /// Notes what was done.
    pub(crate) async fn insert_upkeep(
        &mut self,
        id: Uuid,
        upkeep: &Upkeep,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into upkeep (upkeep_id, kind, done_minute, fine, cases, entries, remark) \
                 values ($1, $2, $3, $4, $5, $6, $7)"
            )
            .bind(id)
            .bind(i64::from(upkeep.kind as u8))
            .bind(i64::from(upkeep.minute))
            .bind(upkeep.fine)
            .bind(index(upkeep.cases)?)
            .bind(index(upkeep.entries)?)
            .bind(&upkeep.remark)
        );
        Ok(())
    }

    /// The last time something was done.
    pub async fn last_upkeep(&mut self, kind: UpkeepKind) -> Result<Option<Upkeep>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select done_minute, fine, cases, entries, remark from upkeep where kind = $1 \
                 order by done_minute desc, fine, upkeep_id limit 1"
            )
            .bind(i64::from(kind as u8))
        );
        row.map(|row| {
            Ok(Upkeep {
                kind,
                minute: number(row.done_minute)?,
                fine: row.fine,
                cases: number(row.cases)?,
                entries: number(row.entries)?,
                remark: row.remark,
            })
        })
        .transpose()
    }

    /// Forgets what was done before a minute, but for the newest of each kind.
    pub(crate) async fn forget_upkeep(&mut self, before_minute: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query(
                "delete from upkeep where done_minute < $1 and exists (select 1 from upkeep as newer \
                 where newer.kind = upkeep.kind and newer.done_minute > upkeep.done_minute)"
            )
            .bind(i64::from(before_minute))
        ))
    }
}
