//! The inbox of one reader, page by page: dates, flags and sealed notices of what this key has a slot in.

use std::collections::HashMap;

use protocol::api::{CasePage, CaseRow, HoldView, MessageRow, SlotRow, limit};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{CaseId, KeyId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{fixed, maybe_number, number};
use super::kept::{Kept, all_there};
use super::{StoreError, Transaction, fetch};
use crate::shred::{CaseKey, Cell, Wrapped};

/// Whose inbox it is.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The account; bookmarks are theirs.
    pub staff: StaffId,
    /// Their encryption key; slots are its.
    pub key: KeyId,
}

/// A place in the order of the inbox: danger first, then newest half-day first, then by id.
#[derive(Clone, Copy, sqlx::FromRow)]
struct Place {
    danger: bool,
    received_half_day: i64,
    case_id: Uuid,
}

/// Before the first of all cases.
const START: Place = Place {
    danger: true,
    received_half_day: i64::MAX,
    case_id: Uuid::max(),
};

#[derive(sqlx::FromRow)]
struct CaseColumns {
    case_id: Uuid,
    received_half_day: i64,
    urgent_minute: Option<i64>,
    danger: bool,
    opened_day: Option<i64>,
    due_day: Option<i64>,
    destroy_after_day: i64,
    hold: bool,
    withdrawn: bool,
    may_expire: bool,
    shred_key: Option<Uuid>,
    envelope_count: i64,
    bookmark: Option<Wrapped>,
    review_day: Option<i64>,
    set_hour: Option<i64>,
    set_by: Option<Vec<u8>>,
    lift_asked_by: Option<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
struct MessageColumns {
    case_id: Uuid,
    #[sqlx(flatten)]
    kept: Kept,
}

/// The cases of one page; `$1` school, `$2` key, `$3` to `$5` the place after which it starts, `$6` now, `$7` how many.
/// A case taken back before anyone opened it has no slots any more and is listed for every reader; one that was opened
/// stays with those who read it.
macro_rules! page {
    ($columns:literal, $join:literal) => {
        concat!(
            "select ", $columns, " from cases c ", $join,
            " where c.school_id = $1 and c.tail_key is null and (c.danger, c.received_half_day, c.case_id) < ($3, $4, $5)",
            " and (c.visible_minute is null or c.visible_minute <= $6)",
            " and ((c.withdrawn and c.opened_day is null) or exists (select 1 from slot s where s.school_id = $1 and s.key_id = $2",
            " and s.case_id = c.case_id))",
            " order by c.danger desc, c.received_half_day desc, c.case_id desc limit $7"
        )
    };
}

const CASES: &str = page!(
    "c.case_id, c.received_half_day, c.urgent_minute, c.danger, c.opened_day, c.due_day, \
     c.destroy_after_day, c.hold, c.withdrawn, c.may_expire, c.shred_key, c.envelope_count, b.sealed as bookmark, \
     h.review_day, h.set_hour, s1.key_id as set_by, s2.key_id as lift_asked_by",
    "left join bookmark b on b.school_id = c.school_id and b.case_id = c.case_id and b.staff_id = $8 \
     left join hold h on h.school_id = c.school_id and h.case_id = c.case_id \
     left join staff s1 on s1.school_id = h.school_id and s1.staff_id = h.set_by \
     left join staff s2 on s2.school_id = h.school_id and s2.staff_id = h.lift_asked_by"
);

const MESSAGES: &str = concat!(
    "select e.case_id, e.message_id, e.place, e.kind, e.hour, e.header, e.commitment, e.body_hash, e.slots \
     from envelope e where e.school_id = $1 and e.case_id in (",
    page!("c.case_id", ""),
    ") order by e.case_id, e.place"
);

impl Transaction {
    /// One page of what this reader may know of, from after a case they were shown. Use a reading transaction:
    /// cases and messages are then of one moment.
    pub async fn case_page(
        &mut self,
        school: SchoolId,
        reader: Reader,
        after: Option<CaseId>,
        now_minute: u32,
    ) -> Result<CasePage, StoreError> {
        let place = match after {
            Some(case) => self.place_of(school, case).await?,
            None => Some(START),
        };
        let Some(place) = place else {
            return Ok(CasePage {
                cases: Vec::new(),
                next: None,
            });
        };
        let now = i64::from(now_minute);
        let most = i64::from(limit::CASES_PAGE);
        let rows: Vec<CaseColumns> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(CASES)
                .bind(school.0)
                .bind(reader.key.0.as_slice())
                .bind(place.danger)
                .bind(place.received_half_day)
                .bind(place.case_id)
                .bind(now)
                .bind(most)
                .bind(reader.staff.0)
        );
        let messages: Vec<MessageColumns> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(MESSAGES)
                .bind(school.0)
                .bind(reader.key.0.as_slice())
                .bind(place.danger)
                .bind(place.received_half_day)
                .bind(place.case_id)
                .bind(now)
                .bind(most)
        );
        let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.shred_key).collect();
        let keys = self.shreds.keys(&ids).await?;
        page_of(school, reader, rows, messages, &keys)
    }

    async fn place_of(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Option<Place>, StoreError> {
        Ok(fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select danger, received_half_day, case_id from cases where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        ))
    }
}

fn page_of(
    school: SchoolId,
    reader: Reader,
    rows: Vec<CaseColumns>,
    messages: Vec<MessageColumns>,
    keys: &HashMap<Uuid, CaseKey>,
) -> Result<CasePage, StoreError> {
    let mut by_case: HashMap<Uuid, Vec<MessageColumns>> = HashMap::new();
    for message in messages {
        by_case.entry(message.case_id).or_default().push(message);
    }
    let full = u32::try_from(rows.len()).is_ok_and(|rows| rows >= limit::CASES_PAGE);
    let next = rows.last().filter(|_| full).map(|row| CaseId(row.case_id));
    let mut cases = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(key) = row.shred_key.and_then(|id| keys.get(&id)) else {
            // Brought back by an old copy of the database after it was destroyed; `expiry` takes it away.
            tracing::warn!("a case without a key is not listed");
            continue;
        };
        let messages = by_case.remove(&row.case_id).unwrap_or_default();
        cases.push(case_of(school, reader, row, messages, key)?);
    }
    Ok(CasePage { cases, next })
}

fn case_of(
    school: SchoolId,
    reader: Reader,
    row: CaseColumns,
    messages: Vec<MessageColumns>,
    key: &CaseKey,
) -> Result<CaseRow, StoreError> {
    let case = CaseId(row.case_id);
    let cell = Cell::Bookmark(school, case, reader.staff);
    let bookmark = row.bookmark.map(|sealed| sealed.open(key, cell));
    if !row.withdrawn {
        if messages.is_empty() {
            return Err(StoreError::Damaged("a case without its report"));
        }
        all_there(messages.iter().map(|_| row.envelope_count))?;
    }
    let messages: Result<Vec<_>, _> = messages
        .into_iter()
        .map(|message| row_of(school, reader, message, key))
        .collect();
    let held = match (row.review_day, row.set_hour) {
        (Some(review_day), Some(set_hour)) => Some(HoldView {
            review_day: number(review_day)?,
            set_hour: number(set_hour)?,
            set_by: row.set_by.map(fixed).transpose()?,
            lift_asked_by: row.lift_asked_by.map(fixed).transpose()?,
        }),
        _ => None,
    };
    Ok(CaseRow {
        case,
        received_half_day: number(row.received_half_day)?,
        urgent_minute: maybe_number(row.urgent_minute)?,
        danger: row.danger,
        opened_day: maybe_number(row.opened_day)?,
        due_day: maybe_number(row.due_day)?,
        destroy_after_day: number(row.destroy_after_day)?,
        may_expire: row.may_expire,
        hold: row.hold,
        held,
        withdrawn: row.withdrawn,
        messages: messages?,
        bookmark: bookmark
            .transpose()?
            .map(|bookmark| Bytes(bookmark.to_vec())),
    })
}

fn row_of(
    school: SchoolId,
    reader: Reader,
    message: MessageColumns,
    key: &CaseKey,
) -> Result<MessageRow, StoreError> {
    let kept = message.kept;
    let slots = kept.slots(key, school, CaseId(message.case_id))?;
    Ok(MessageRow {
        header: Bytes(kept.header),
        commitment: fixed(kept.commitment)?,
        body_hash: fixed(kept.body_hash)?,
        slot: slots.of(&reader.key).map(|(index, slot)| SlotRow {
            index,
            enc: Bytes(slot.enc.clone()),
            notice: FixedBytes(slot.notice),
        }),
        hour: number(kept.hour)?,
    })
}
