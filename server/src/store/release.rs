//! Giving out wrapped content keys, after the log has it.

use protocol::api::{MessageRow, ReleasedMessage, SlotRow};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{CaseId, KeyId, MessageId, SchoolId};

use super::column::{fixed, number};
use super::kept::{Kept, all_there};
use super::{StoreError, Transaction, execute, fetch};
use crate::shred::{CaseKey, Cell, Wrapped};

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    kept: Kept,
    body: Wrapped,
    counted: i64,
}

fn released(
    row: Row,
    of: &KeyId,
    key: &CaseKey,
    school: SchoolId,
    case: CaseId,
) -> Result<ReleasedMessage, StoreError> {
    let kept = row.kept;
    let slots = kept.slots(key, school, case)?;
    let slot = slots.of(of);
    let cell = Cell::Body(school, case, MessageId(kept.message_id));
    let body = row.body.open(key, cell)?;
    Ok(ReleasedMessage {
        row: MessageRow {
            header: Bytes(kept.header),
            commitment: fixed(kept.commitment)?,
            body_hash: fixed(kept.body_hash)?,
            slot: slot.map(|(index, slot)| SlotRow {
                index,
                enc: Bytes(slot.enc.clone()),
                notice: FixedBytes(slot.notice),
            }),
            hour: number(kept.hour)?,
        },
        wrap: slot.map(|(_, slot)| FixedBytes(slot.wrap)),
        body: Bytes(body.to_vec()),
    })
}

impl Transaction {
    /// Uses up the nonce of a signed request. False when it was used before: a replay.
    pub async fn use_release_nonce(
        &mut self,
        school: SchoolId,
        key: &KeyId,
        nonce: &[u8; 16],
        hour: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into release_nonce (school_id, key_id, nonce, hour) \
                 values ($1, $2, $3, $4) on conflict do nothing"
            )
            .bind(school.0)
            .bind(key.0.as_slice())
            .bind(nonce.as_slice())
            .bind(i64::from(hour))
        );
        Ok(touched == 1)
    }

    /// Forgets nonces of requests whose hour would be refused by now.
    pub async fn forget_release_nonces(&mut self, before_hour: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from release_nonce where hour < $1").bind(i64::from(before_hour))
        ))
    }

    /// All of them, or it is said that one is missing.
    async fn envelopes(&mut self, school: SchoolId, case: CaseId) -> Result<Vec<Row>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select message_id, place, kind, hour, header, commitment, body_hash, slots, body, \
                 (select case when withdrawn and opened_day is null then 0 else envelope_count end from cases \
                 where school_id = $1 and case_id = $2) as counted from envelope where school_id = $1 and case_id = $2 order by place"
            )
            .bind(school.0)
            .bind(case.0)
        );
        all_there(rows.iter().map(|row| row.counted))?;
        Ok(rows)
    }

    /// Every envelope of the case whole, as its author sealed it, with its hour: for a take-out, which is logged.
    pub(crate) async fn whole_envelopes(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
        let key = self.case_key(school, case).await?;
        let rows = self.envelopes(school, case).await?;
        rows.into_iter()
            .map(|Row { kept, body, .. }| {
                let slots = kept.slots(&key, school, case)?;
                let cell = Cell::Body(school, case, MessageId(kept.message_id));
                let body = body.open(&key, cell)?;
                let mut bytes = kept.header;
                bytes.extend(kept.commitment);
                slots.write(&mut bytes);
                bytes.extend_from_slice(&body);
                Ok((number(kept.hour)?, bytes))
            })
            .collect()
    }

    /// Every envelope of the case with this key's slot and wrap. Call only in the transaction that has recorded
    /// the opening, and answer only after it committed.
    pub async fn released_messages(
        &mut self,
        school: SchoolId,
        case: CaseId,
        key: &KeyId,
    ) -> Result<Vec<ReleasedMessage>, StoreError> {
        let case_key = self.case_key(school, case).await?;
        let rows = self.envelopes(school, case).await?;
        rows.into_iter()
            .map(|row| released(row, key, &case_key, school, case))
            .collect()
    }
}
