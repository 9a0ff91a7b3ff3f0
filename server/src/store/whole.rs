//! Cases as a check of the whole database walks them: every message as it is stored, without giving any of it out.

use protocol::id::{CaseId, Hash, MessageId, SchoolId};
use uuid::Uuid;

use super::column::{fixed, number};
use super::kept::Kept;
use super::{StoreError, Transaction, fetch};
use crate::shred::{Cell, Wrapped};

/// One message, to be compared with its own hash.
pub struct StoredMessage {
    /// Canonical header bytes.
    pub header: Vec<u8>,
    /// SHA-256 of the body, as kept beside it.
    pub body_hash: Hash,
    /// Body ciphertext.
    pub body: Vec<u8>,
    /// How many slots are kept.
    pub slots: usize,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    kept: Kept,
    body: Wrapped,
}

impl Transaction {
    /// Every case of every school.
    pub async fn all_cases(&mut self) -> Result<Vec<(SchoolId, CaseId)>, StoreError> {
        let rows: Vec<(Uuid, Uuid)> = fetch!(
            self,
            fetch_all,
            sqlx::query_as("select school_id, case_id from cases order by school_id, case_id")
        );
        let ids = rows.into_iter();
        Ok(ids
            .map(|(school, case)| (SchoolId(school), CaseId(case)))
            .collect())
    }

    /// Cases of a school that are not being destroyed, in order, after one.
    pub(crate) async fn live_cases(
        &mut self,
        school: SchoolId,
        after: CaseId,
        most: u32,
    ) -> Result<Vec<CaseId>, StoreError> {
        let rows: Vec<Uuid> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select case_id from cases where school_id = $1 and case_id > $2 and tail_key is null \
                 order by case_id limit $3"
            )
            .bind(school.0)
            .bind(after.0)
            .bind(i64::from(most))
        );
        Ok(rows.into_iter().map(CaseId).collect())
    }

    /// Cases that may go, are not held, and whose day was before this one.
    pub async fn count_overdue(&mut self, day: u32) -> Result<u64, StoreError> {
        let count: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(
                "select count(*) from cases where may_expire and not hold and destroy_after_day < $1"
            )
            .bind(i64::from(day))
        );
        number(count)
    }

    /// The messages of a case, in order; `None` when its key is not in the shred store, which is how a case that was
    /// destroyed looks in an older copy.
    pub async fn case_messages(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Option<Vec<StoredMessage>>, StoreError> {
        let key = match self.case_key(school, case).await {
            Ok(key) => key,
            Err(StoreError::KeyGone) => return Ok(None),
            Err(error) => return Err(error),
        };
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select message_id, place, kind, hour, header, commitment, body_hash, slots, body from envelope \
                 where school_id = $1 and case_id = $2 order by place"
            )
            .bind(school.0)
            .bind(case.0)
        );
        let messages: Result<Vec<_>, StoreError> = rows
            .into_iter()
            .map(|Row { kept, body }| {
                let slots = kept.slots(&key, school, case)?;
                let cell = Cell::Body(school, case, MessageId(kept.message_id));
                let body = body.open(&key, cell)?;
                Ok(StoredMessage {
                    header: kept.header,
                    body_hash: fixed(kept.body_hash)?,
                    body: body.to_vec(),
                    slots: slots.all.len(),
                })
            })
            .collect();
        messages.map(Some)
    }
}
