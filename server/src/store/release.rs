//! Giving out wrapped content keys, after the log has it.

use protocol::api::{MessageRow, ReleasedMessage, SlotRow};
use protocol::encoding::Bytes;
use protocol::id::{CaseId, KeyId, SchoolId};

use super::column::{fixed, number};
use super::{StoreError, Transaction, execute, fetch};

#[derive(sqlx::FromRow)]
struct Row {
    header: Vec<u8>,
    commitment: Vec<u8>,
    body_hash: Vec<u8>,
    body: Vec<u8>,
    hour: i64,
    slot_index: Option<i64>,
    enc: Option<Vec<u8>>,
    notice: Option<Vec<u8>>,
    wrap: Option<Vec<u8>>,
}

impl TryFrom<Row> for ReleasedMessage {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let slot = match (row.slot_index, row.enc, row.notice) {
            (Some(slot_index), Some(enc), Some(notice)) => Some(SlotRow {
                index: number(slot_index)?,
                enc: Bytes(enc),
                notice: fixed(notice)?,
            }),
            _ => None,
        };
        Ok(Self {
            row: MessageRow {
                header: Bytes(row.header),
                commitment: fixed(row.commitment)?,
                body_hash: fixed(row.body_hash)?,
                slot,
                hour: number(row.hour)?,
            },
            wrap: row.wrap.map(fixed).transpose()?,
            body: Bytes(row.body),
        })
    }
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

    /// Every envelope of the case with this key's slot and wrap. Call only in the transaction that has recorded
    /// the opening, and answer only after it committed.
    pub async fn released_messages(
        &mut self,
        school: SchoolId,
        case: CaseId,
        key: &KeyId,
    ) -> Result<Vec<ReleasedMessage>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select e.header, e.commitment, e.body_hash, e.body, e.hour, s.slot_index, s.enc, s.notice, s.wrap \
                 from envelope e left join slot s on s.school_id = e.school_id and s.case_id = e.case_id \
                 and s.message_id = e.message_id and s.key_id = $3 \
                 where e.school_id = $1 and e.case_id = $2 order by e.place"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(key.0.as_slice())
        );
        rows.into_iter().map(ReleasedMessage::try_from).collect()
    }
}
