//! The inbox of one reader, page by page: dates, flags and sealed notices of what this key has a slot in.

use std::collections::HashMap;

use protocol::api::{CasePage, CaseRow, MessageRow, SlotRow, limit};
use protocol::encoding::Bytes;
use protocol::id::{CaseId, KeyId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{fixed, maybe_number, number};
use super::{StoreError, Transaction, fetch};

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
    bookmark: Option<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
struct MessageColumns {
    case_id: Uuid,
    header: Vec<u8>,
    commitment: Vec<u8>,
    body_hash: Vec<u8>,
    hour: i64,
    slot_index: Option<i64>,
    enc: Option<Vec<u8>>,
    notice: Option<Vec<u8>>,
}

/// The cases of one page; `$1` school, `$2` key, `$3` to `$5` the place after which it starts, `$6` now, `$7` how many.
/// A case taken back before anyone opened it has no slots any more and is listed for every reader.
macro_rules! page {
    ($columns:literal, $join:literal) => {
        concat!(
            "select ", $columns, " from cases c ", $join,
            " where c.school_id = $1 and (c.danger, c.received_half_day, c.case_id) < ($3, $4, $5)",
            " and (c.visible_minute is null or c.visible_minute <= $6)",
            " and (c.withdrawn or exists (select 1 from slot s where s.school_id = $1 and s.key_id = $2",
            " and s.case_id = c.case_id))",
            " order by c.danger desc, c.received_half_day desc, c.case_id desc limit $7"
        )
    };
}

const CASES: &str = page!(
    "c.case_id, c.received_half_day, c.urgent_minute, c.danger, c.opened_day, c.due_day, \
     c.destroy_after_day, c.hold, c.withdrawn, b.sealed as bookmark",
    "left join bookmark b on b.school_id = c.school_id and b.case_id = c.case_id and b.staff_id = $8"
);

const MESSAGES: &str = concat!(
    "select e.case_id, e.header, e.commitment, e.body_hash, e.hour, s.slot_index, s.enc, s.notice \
     from envelope e left join slot s on s.school_id = e.school_id and s.case_id = e.case_id \
     and s.message_id = e.message_id and s.key_id = $2 where e.school_id = $1 and e.case_id in (",
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
        page_of(rows, messages)
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

fn page_of(rows: Vec<CaseColumns>, messages: Vec<MessageColumns>) -> Result<CasePage, StoreError> {
    let mut by_case: HashMap<Uuid, Vec<MessageRow>> = HashMap::new();
    for message in messages {
        let case = message.case_id;
        by_case.entry(case).or_default().push(row_of(message)?);
    }
    let full = u32::try_from(rows.len()).is_ok_and(|rows| rows >= limit::CASES_PAGE);
    let next = rows.last().filter(|_| full).map(|row| CaseId(row.case_id));
    let cases: Result<Vec<_>, StoreError> = rows
        .into_iter()
        .map(|row| {
            let messages = by_case.remove(&row.case_id).unwrap_or_default();
            Ok(CaseRow {
                case: CaseId(row.case_id),
                received_half_day: number(row.received_half_day)?,
                urgent_minute: maybe_number(row.urgent_minute)?,
                danger: row.danger,
                opened_day: maybe_number(row.opened_day)?,
                due_day: maybe_number(row.due_day)?,
                destroy_after_day: number(row.destroy_after_day)?,
                hold: row.hold,
                withdrawn: row.withdrawn,
                messages,
                bookmark: row.bookmark.map(Bytes),
            })
        })
        .collect();
    Ok(CasePage {
        cases: cases?,
        next,
    })
}

fn row_of(message: MessageColumns) -> Result<MessageRow, StoreError> {
    let slot = match (message.slot_index, message.enc, message.notice) {
        (Some(slot_index), Some(enc), Some(notice)) => Some(SlotRow {
            index: number(slot_index)?,
            enc: Bytes(enc),
            notice: fixed(notice)?,
        }),
        _ => None,
    };
    Ok(MessageRow {
        header: Bytes(message.header),
        commitment: fixed(message.commitment)?,
        body_hash: fixed(message.body_hash)?,
        slot,
        hour: number(message.hour)?,
    })
}
