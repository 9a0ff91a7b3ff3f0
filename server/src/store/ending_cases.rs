//! What is settled of each case for a school's end (XAM-22): whether the newest take-out has all of it, and who said who
//! keeps it.

use protocol::api::{EndingLeft, limit};
use protocol::id::{CaseId, KeyId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{maybe_number, number};
use super::{StoreError, Transaction, fetch};

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingCase {
    /// Which.
    pub case: CaseId,
    /// The newest take-out has every message it has.
    pub taken_out: bool,
    /// The first of the two readers who must say who keeps it, and when.
    pub named: Option<(StaffId, u32)>,
    /// The second one.
    pub agreed: Option<(StaffId, u32)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    case_id: Uuid,
    envelope_count: i64,
    envelopes: Option<i64>,
    said_by: Option<Uuid>,
    said_hour: Option<i64>,
    agreed_by: Option<Uuid>,
    agreed_hour: Option<i64>,
}

impl TryFrom<Row> for EndingCase {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let who =
            |by: Option<Uuid>, hour| Ok::<_, StoreError>(by.map(StaffId).zip(maybe_number(hour)?));
        Ok(Self {
            case: CaseId(row.case_id),
            taken_out: row.envelopes == Some(row.envelope_count),
            named: who(row.said_by, row.said_hour)?,
            agreed: who(row.agreed_by, row.agreed_hour)?,
        })
    }
}

impl Transaction {
    /// One page of the cases in this key's inbox, by id, from after a case they were shown.
    pub async fn ending_cases(
        &mut self,
        school: SchoolId,
        key: &KeyId,
        after: CaseId,
        now_minute: u32,
    ) -> Result<Vec<EndingCase>, StoreError> {
        let rows: Vec<Row> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select c.case_id, c.envelope_count, t.envelopes, k.said_by, k.said_hour, k.agreed_by, k.agreed_hour \
                 from cases c \
                 left join taken_out t on t.school_id = c.school_id and t.case_id = c.case_id \
                 left join keeper k on k.school_id = c.school_id and k.case_id = c.case_id \
                 where c.school_id = $1 and c.tail_key is null and c.case_id > $3 \
                 and (c.visible_minute is null or c.visible_minute <= $4) \
                 and exists (select 1 from slot s where s.school_id = $1 and s.key_id = $2 \
                     and s.case_id = c.case_id) \
                 order by c.case_id limit $5"
            )
            .bind(school.0)
            .bind(key.0.as_slice())
            .bind(after.0)
            .bind(i64::from(now_minute))
            .bind(i64::from(limit::ENDING_PAGE))
        );
        rows.into_iter().map(EndingCase::try_from).collect()
    }

    /// The same as numbers, of the whole school. The conditions are those of `free_ended`; what a pupil took back unread
    /// goes by itself.
    pub async fn ending_left(&mut self, school: SchoolId) -> Result<EndingLeft, StoreError> {
        let (cases, not_taken_out, without_keeper): (i64, i64, i64) = fetch!(
            self,
            fetch_one,
            sqlx::query_as(
                "select count(*), \
                 coalesce(sum(case when t.envelopes = c.envelope_count then 0 else 1 end), 0), \
                 coalesce(sum(case when c.opened_day is not null \
                     and ((c.may_expire and not c.hold) or k.agreed_by is not null) then 0 else 1 end), 0) \
                 from cases c \
                 left join taken_out t on t.school_id = c.school_id and t.case_id = c.case_id \
                 left join keeper k on k.school_id = c.school_id and k.case_id = c.case_id \
                 where c.school_id = $1 and c.tail_key is null \
                 and (c.opened_day is not null or not c.withdrawn)"
            )
            .bind(school.0)
        );
        Ok(EndingLeft {
            cases: number(cases)?,
            not_taken_out: number(not_taken_out)?,
            without_keeper: number(without_keeper)?,
        })
    }
}
