//! Holds: one person keeps a case past its day, two people let it go (schools.md 2f 4). Why is sealed in the case.

use protocol::id::{CaseId, SchoolId, StaffId};
use uuid::Uuid;

use super::{StoreError, Transaction, execute, fetch};

/// What asking to lift a hold did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifted {
    /// Noted. A second person must ask too.
    Asked,
    /// This person had asked already. Nothing changed.
    Again,
    /// Two people have asked: it is lifted.
    Lifted,
    /// There is no hold.
    NotHeld,
}

impl Transaction {
    /// Sets a hold, or sets its review day anew; whoever asked to lift it before must ask again. False when there is
    /// no such case. The warnings already given stay: the case may go once the hold is lifted.
    pub async fn set_hold(
        &mut self,
        school: SchoolId,
        case: CaseId,
        by: StaffId,
        hour: u32,
        review_day: u32,
    ) -> Result<bool, StoreError> {
        match self.lock_case(school, case).await? {
            Some(state) if !state.is_ending && !state.is_erased() => {}
            _ => return Ok(false),
        }
        execute!(
            self,
            sqlx::query(
                "insert into hold (school_id, case_id, set_by, set_hour, review_day) \
                 values ($1, $2, $3, $4, $5) on conflict (school_id, case_id) do update \
                 set set_by = excluded.set_by, set_hour = excluded.set_hour, \
                 review_day = excluded.review_day, lift_asked_by = null, lift_asked_hour = null"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(by.0)
            .bind(i64::from(hour))
            .bind(i64::from(review_day))
        );
        self.forget_keeper(school, case).await?;
        self.flag_hold(school, case, true).await?;
        Ok(true)
    }

    /// One of the two people who must both ask.
    pub async fn ask_lift(
        &mut self,
        school: SchoolId,
        case: CaseId,
        by: StaffId,
        hour: u32,
    ) -> Result<Lifted, StoreError> {
        self.lock_case(school, case).await?;
        let row: Option<Option<Uuid>> = fetch!(
            self,
            fetch_optional,
            sqlx::query_scalar(
                "select lift_asked_by from hold where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        match row {
            None => Ok(Lifted::NotHeld),
            Some(Some(first)) if first == by.0 => Ok(Lifted::Again),
            Some(None) => {
                execute!(
                    self,
                    sqlx::query(
                        "update hold set lift_asked_by = $3, lift_asked_hour = $4 \
                         where school_id = $1 and case_id = $2"
                    )
                    .bind(school.0)
                    .bind(case.0)
                    .bind(by.0)
                    .bind(i64::from(hour))
                );
                Ok(Lifted::Asked)
            }
            Some(Some(_)) => {
                execute!(
                    self,
                    sqlx::query("delete from hold where school_id = $1 and case_id = $2")
                        .bind(school.0)
                        .bind(case.0)
                );
                self.flag_hold(school, case, false).await?;
                Ok(Lifted::Lifted)
            }
        }
    }

    async fn flag_hold(
        &mut self,
        school: SchoolId,
        case: CaseId,
        hold: bool,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("update cases set hold = $3 where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
                .bind(hold)
        );
        Ok(())
    }
}
