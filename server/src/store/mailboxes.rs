//! Where a pupil comes back to. Nothing here says who they are, and no visit is remembered.

use protocol::id::{CaseId, Hash, MailboxId, SchoolId};
use uuid::Uuid;

use super::column::{array, fixed, number};
use super::{StoreError, Transaction, fetch};

/// A mailbox as found by its id. The caller compares the verifier in constant time, and compares with a made-up
/// one when there is no mailbox (R41).
pub struct Mailbox {
    /// The case behind it.
    pub case: CaseId,
    /// SHA-256 of the token with its label.
    pub verifier: Hash,
}

/// What a pupil may have back. Has no internal notes.
pub struct MailboxContent {
    /// Half-day of arrival.
    pub received_half_day: u32,
    /// Taken back; then there are no envelopes.
    pub withdrawn: bool,
    /// Own report, own follow-ups, replies, in order.
    pub envelopes: Vec<MailboxEnvelope>,
}

/// One envelope for the pupil.
pub struct MailboxEnvelope {
    /// As in its header: 1, 2 or 3.
    pub kind: u8,
    /// Canonical header bytes.
    pub header: Vec<u8>,
    /// Key commitment.
    pub commitment: Hash,
    /// Kinds 1 and 2: the reporter's own slot.
    pub own: Option<[u8; 48]>,
    /// Kind 3: slot 0, sealed to the mailbox.
    pub slot: Option<FullSlot>,
    /// Body ciphertext.
    pub body: Vec<u8>,
    /// Hour of a staff message; first hour of the half-day of an own one.
    pub hour: u32,
}

/// A slot with its wrap.
pub struct FullSlot {
    /// HPKE encapsulation.
    pub enc: Vec<u8>,
    /// Sealed notice.
    pub notice: [u8; 80],
    /// Wrapped content key.
    pub wrap: [u8; 48],
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: i64,
    header: Vec<u8>,
    commitment: Vec<u8>,
    own: Option<Vec<u8>>,
    body: Vec<u8>,
    hour: i64,
    enc: Option<Vec<u8>>,
    notice: Option<Vec<u8>>,
    wrap: Option<Vec<u8>>,
}

impl TryFrom<Row> for MailboxEnvelope {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let slot = match (row.enc, row.notice, row.wrap) {
            (Some(enc), Some(notice), Some(wrap)) => Some(FullSlot {
                enc,
                notice: array(notice)?,
                wrap: array(wrap)?,
            }),
            _ => None,
        };
        Ok(Self {
            kind: number(row.kind)?,
            header: row.header,
            commitment: fixed(row.commitment)?,
            own: row.own.map(array).transpose()?,
            slot,
            body: row.body,
            hour: number(row.hour)?,
        })
    }
}

impl Transaction {
    /// Finds a mailbox by its id alone.
    pub async fn mailbox(
        &mut self,
        school: SchoolId,
        mailbox: &MailboxId,
    ) -> Result<Option<Mailbox>, StoreError> {
        let row: Option<(Uuid, Vec<u8>)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select case_id, verifier from mailbox where school_id = $1 and mailbox_id = $2"
            )
            .bind(school.0)
            .bind(mailbox.0.as_slice())
        );
        row.map(|(case, verifier)| {
            Ok(Mailbox {
                case: CaseId(case),
                verifier: fixed(verifier)?,
            })
        })
        .transpose()
    }

    /// What the pupil of this case may have back.
    pub async fn mailbox_content(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Option<MailboxContent>, StoreError> {
        let Some(state) = self.case_state(school, case).await? else {
            return Ok(None);
        };
        let rows: Vec<Row> = if state.withdrawn {
            Vec::new()
        } else {
            fetch!(
                self,
                fetch_all,
                sqlx::query_as(
                    "select e.kind, e.header, e.commitment, e.own, e.body, e.hour, s.enc, s.notice, s.wrap \
                     from envelope e left join slot s on e.kind = 3 and s.school_id = e.school_id \
                     and s.case_id = e.case_id and s.message_id = e.message_id and s.slot_index = 0 \
                     where e.school_id = $1 and e.case_id = $2 and e.kind in (1, 2, 3) order by e.place"
                )
                .bind(school.0)
                .bind(case.0)
            )
        };
        let envelopes: Result<_, _> = rows.into_iter().map(MailboxEnvelope::try_from).collect();
        Ok(Some(MailboxContent {
            received_half_day: state.received_half_day,
            withdrawn: state.withdrawn,
            envelopes: envelopes?,
        }))
    }
}
