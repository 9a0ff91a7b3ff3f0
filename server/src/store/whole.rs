//! Cases as a check of the whole database walks them: every message as it is stored, without giving any of it out.

use protocol::id::{CaseId, Hash, SchoolId};
use uuid::Uuid;

use super::column::{fixed, number};
use super::{StoreError, Transaction, fetch};

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

/// Header, body hash, body, number of slots.
type Row = (Vec<u8>, Vec<u8>, Vec<u8>, i64);

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

    /// The messages of a case, in order.
    pub async fn case_messages(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Vec<StoredMessage>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select header, body_hash, body, (select count(*) from slot where slot.school_id = envelope.school_id \
                 and slot.case_id = envelope.case_id and slot.message_id = envelope.message_id) \
                 from envelope where school_id = $1 and case_id = $2 order by place"
            )
            .bind(school.0)
            .bind(case.0)
        );
        rows.into_iter()
            .map(|(header, body_hash, body, slots)| {
                Ok(StoredMessage {
                    header,
                    body_hash: fixed(body_hash)?,
                    body,
                    slots: number(slots)?,
                })
            })
            .collect()
    }
}
