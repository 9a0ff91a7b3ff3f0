//! The end of a school's service (XAM-22): one row a school, from the day somebody asks for it. `crate::handlers::wind_down`
//! says who may do what; here a row only ever changes from the state it was read in.

use protocol::id::{CaseId, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{maybe_number, number};
use super::{StoreError, Transaction, execute, fetch};

/// How far a school's end has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindDown {
    /// Days of reading between agreement and destruction.
    pub days: u32,
    /// The admin who asked.
    pub asked_by: StaffId,
    /// When.
    pub asked_hour: u32,
    /// The reader who agreed, and when. From then on nothing new comes in.
    pub agreed: Option<(StaffId, u32)>,
    /// First day on which cases are destroyed, once it is agreed.
    pub destroy_day: Option<u32>,
    /// Who asked to call it back, and when.
    pub stop_asked: Option<(StaffId, u32)>,
    /// Day of the newest take-out since it was agreed.
    pub taken_out_day: Option<u32>,
    /// Cases destroyed for it.
    pub destroyed: u32,
    /// Day on which nothing was left.
    pub over_day: Option<u32>,
}

#[derive(sqlx::FromRow)]
struct Row {
    days: i64,
    asked_by: Uuid,
    asked_hour: i64,
    agreed_by: Option<Uuid>,
    agreed_hour: Option<i64>,
    destroy_day: Option<i64>,
    stop_asked_by: Option<Uuid>,
    stop_asked_hour: Option<i64>,
    taken_out_day: Option<i64>,
    destroyed: i64,
    over_day: Option<i64>,
}

impl TryFrom<Row> for WindDown {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let who =
            |by: Option<Uuid>, hour| Ok::<_, StoreError>(by.map(StaffId).zip(maybe_number(hour)?));
        Ok(Self {
            days: number(row.days)?,
            asked_by: StaffId(row.asked_by),
            asked_hour: number(row.asked_hour)?,
            agreed: who(row.agreed_by, row.agreed_hour)?,
            destroy_day: maybe_number(row.destroy_day)?,
            stop_asked: who(row.stop_asked_by, row.stop_asked_hour)?,
            taken_out_day: maybe_number(row.taken_out_day)?,
            destroyed: number(row.destroyed)?,
            over_day: maybe_number(row.over_day)?,
        })
    }
}

impl Transaction {
    /// Whether this school's service ends, and how far that is.
    pub async fn wind_down(&mut self, school: SchoolId) -> Result<Option<WindDown>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as("select * from wind_down where school_id = $1").bind(school.0)
        );
        row.map(WindDown::try_from).transpose()
    }

    /// The same, held until the transaction ends: whoever changes it meanwhile waits.
    pub async fn lock_wind_down(
        &mut self,
        school: SchoolId,
    ) -> Result<Option<WindDown>, StoreError> {
        execute!(
            self,
            sqlx::query("update wind_down set days = days where school_id = $1").bind(school.0)
        );
        self.wind_down(school).await
    }

    /// Somebody asks for the end. False when there is a row already.
    pub async fn ask_wind_down(
        &mut self,
        school: SchoolId,
        by: StaffId,
        hour: u32,
        days: u32,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "insert into wind_down (school_id, days, asked_by, asked_hour, destroyed) \
                 values ($1, $2, $3, $4, 0) on conflict do nothing"
            )
            .bind(school.0)
            .bind(i64::from(days))
            .bind(by.0)
            .bind(i64::from(hour))
        );
        Ok(touched == 1)
    }

    /// Somebody else agrees. Call with the row locked.
    pub async fn agree_wind_down(
        &mut self,
        school: SchoolId,
        by: StaffId,
        hour: u32,
        destroy_day: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update wind_down set agreed_by = $2, agreed_hour = $3, destroy_day = $4 \
                 where school_id = $1 and agreed_by is null"
            )
            .bind(school.0)
            .bind(by.0)
            .bind(i64::from(hour))
            .bind(i64::from(destroy_day))
        );
        Ok(())
    }

    /// One of two people asks to call it back. Call with the row locked.
    pub async fn ask_stop(
        &mut self,
        school: SchoolId,
        by: StaffId,
        hour: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update wind_down set stop_asked_by = $2, stop_asked_hour = $3 where school_id = $1"
            )
            .bind(school.0)
            .bind(by.0)
            .bind(i64::from(hour))
        );
        Ok(())
    }

    /// Calls it back: what was decided for its sake is forgotten, and must be decided anew.
    pub async fn forget_wind_down(&mut self, school: SchoolId) -> Result<(), StoreError> {
        for text in [
            "delete from keeper where school_id = $1",
            "delete from taken_out where school_id = $1",
            "delete from wind_down where school_id = $1",
        ] {
            execute!(self, sqlx::query(text).bind(school.0));
        }
        Ok(())
    }

    /// A case was written into a take-out with so many messages.
    pub(crate) async fn put_taken_out(
        &mut self,
        school: SchoolId,
        case: CaseId,
        envelopes: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into taken_out (school_id, case_id, envelopes) values ($1, $2, $3)"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(i64::from(envelopes))
        );
        Ok(())
    }

    /// A new take-out begins: only what is in it counts.
    pub(crate) async fn forget_taken_out(&mut self, school: SchoolId) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from taken_out where school_id = $1").bind(school.0)
        );
        Ok(())
    }

    /// A take-out was finished on this day.
    pub(crate) async fn note_take_out(
        &mut self,
        school: SchoolId,
        day: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update wind_down set taken_out_day = $2 where school_id = $1 and agreed_by is not null"
            )
            .bind(school.0)
            .bind(i64::from(day))
        );
        Ok(())
    }

    /// Schools whose day has come and whose end is not written down yet.
    pub async fn ending_schools(&mut self, today: u32) -> Result<Vec<SchoolId>, StoreError> {
        let rows: Vec<Uuid> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select school_id from wind_down where destroy_day <= $1 and over_day is null"
            )
            .bind(i64::from(today))
        );
        Ok(rows.into_iter().map(SchoolId).collect())
    }

    /// Frees cases of a school that has ended, at most so many, and names them: each was taken out with every message
    /// it has, and either nothing but time stands in its way and nobody holds it, or two readers named its keeper.
    /// Call with the row locked, and doom them in this transaction.
    pub async fn free_ended(
        &mut self,
        school: SchoolId,
        most: u32,
    ) -> Result<Vec<(SchoolId, CaseId)>, StoreError> {
        let rows: Vec<Uuid> = fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "update cases set may_expire = true, hold = false where school_id = $1 and case_id in ( \
                     select c.case_id from cases c join taken_out t \
                     on t.school_id = c.school_id and t.case_id = c.case_id and t.envelopes = c.envelope_count \
                     left join keeper k on k.school_id = c.school_id and k.case_id = c.case_id \
                     where c.school_id = $1 and c.tail_key is null and c.opened_day is not null \
                     and ((c.may_expire and not c.hold) or k.agreed_by is not null) \
                     order by c.case_id limit $2) \
                 and tail_key is null \
                 and envelope_count = (select t.envelopes from taken_out t \
                     where t.school_id = cases.school_id and t.case_id = cases.case_id) \
                 and ((may_expire and not hold) or exists (select 1 from keeper k \
                     where k.school_id = cases.school_id and k.case_id = cases.case_id \
                     and k.agreed_by is not null)) \
                 returning case_id"
            )
            .bind(school.0)
            .bind(i64::from(most))
        );
        Ok(rows
            .into_iter()
            .map(|case| (school, CaseId(case)))
            .collect())
    }

    /// Adds to the count of what went for a school's end, if its day has come.
    pub async fn count_ended(
        &mut self,
        school: SchoolId,
        today: u32,
        cases: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update wind_down set destroyed = destroyed + $3 \
                 where school_id = $1 and destroy_day <= $2"
            )
            .bind(school.0)
            .bind(i64::from(today))
            .bind(i64::from(cases))
        );
        Ok(())
    }

    /// How many cases of a school are left, destroyed or not.
    pub async fn cases_left(&mut self, school: SchoolId) -> Result<u64, StoreError> {
        let count: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar("select count(*) from cases where school_id = $1").bind(school.0)
        );
        number(count)
    }

    /// Nothing is left. Call with the row locked.
    pub async fn put_over(&mut self, school: SchoolId, day: u32) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("update wind_down set over_day = $2 where school_id = $1")
                .bind(school.0)
                .bind(i64::from(day))
        );
        Ok(())
    }
}
