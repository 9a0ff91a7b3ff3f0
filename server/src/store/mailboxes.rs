//! Where a pupil comes back to. Nothing here says who they are, and no visit is remembered.

use protocol::id::{CaseId, Hash, MailboxId, MessageId, SchoolId};
use uuid::Uuid;

use super::column::{fixed, number};
use super::kept::{Kept, all_there};
use super::{StoreError, Transaction, fetch};
use crate::shred::{CaseKey, Cell, Wrapped};

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
    #[sqlx(flatten)]
    kept: Kept,
    body: Wrapped,
    counted: i64,
}

/// Own report, own follow-ups, replies.
const OWN_SIDE: std::ops::RangeInclusive<i64> = 1..=3;
/// The kind of a reply; its first slot is the mailbox's.
const REPLY: i64 = 3;

/// `None` for what the pupil may not have.
fn envelope(
    row: Row,
    key: &CaseKey,
    school: SchoolId,
    case: CaseId,
) -> Result<Option<MailboxEnvelope>, StoreError> {
    let kept = row.kept;
    // Of notes too: a flipped bit in the kind of a reply must not make it one.
    let slots = kept.slots(key, school, case)?;
    if !OWN_SIDE.contains(&kept.kind) {
        return Ok(None);
    }
    let first = slots.all.into_iter().next().filter(|_| kept.kind == REPLY);
    let cell = Cell::Body(school, case, MessageId(kept.message_id));
    let body = row.body.open(key, cell)?;
    Ok(Some(MailboxEnvelope {
        kind: number(kept.kind)?,
        header: kept.header,
        commitment: fixed(kept.commitment)?,
        own: slots.own,
        slot: first.map(|slot| FullSlot {
            enc: slot.enc,
            notice: slot.notice,
            wrap: slot.wrap,
        }),
        body: body.to_vec(),
        hour: number(kept.hour)?,
    }))
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
        let state = self.case_state(school, case).await?;
        let Some(state) = state.filter(|state| !state.is_ending) else {
            return Ok(None);
        };
        let mut envelopes = Vec::new();
        if !state.withdrawn {
            let key = self.case_key(school, case).await?;
            let rows: Vec<Row> = fetch!(
                self,
                fetch_all,
                sqlx::query_as(
                    "select message_id, place, kind, hour, header, commitment, body_hash, slots, body, \
                     (select envelope_count from cases where school_id = $1 and case_id = $2) as counted \
                     from envelope where school_id = $1 and case_id = $2 order by place"
                )
                .bind(school.0)
                .bind(case.0)
            );
            all_there(rows.iter().map(|row| row.counted))?;
            for row in rows {
                envelopes.extend(envelope(row, &key, school, case)?);
            }
        }
        Ok(Some(MailboxContent {
            received_half_day: state.received_half_day,
            withdrawn: state.withdrawn,
            envelopes,
        }))
    }
}
