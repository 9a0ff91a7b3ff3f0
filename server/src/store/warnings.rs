//! Warnings: which adult was shown, on which day first, that a case goes soon (schools.md 3e: "warnings sent at 30 and
//! 7 days, second person notified"). A warning counts when the board with it was given out to somebody signed in.

use protocol::id::{CaseId, SchoolId, StaffId};

use super::{StoreError, Transaction, execute};

impl Transaction {
    /// Notes that a person was shown the warning of a stage. The first day counts. True when it is new.
    pub async fn put_warning(
        &mut self,
        school: SchoolId,
        case: CaseId,
        staff: StaffId,
        stage: u32,
        day: u32,
    ) -> Result<bool, StoreError> {
        // Only of a case that is still there, unheld and on its way: the page was read a moment ago.
        let touched = execute!(
            self,
            sqlx::query(
                "insert into warning (school_id, case_id, staff_id, stage, day) \
                 select school_id, case_id, $3, $4, $5 from cases where school_id = $1 and case_id = $2 \
                 and may_expire and tail_key is null and exists (select 1 from bookmark b \
                 where b.school_id = $1 and b.case_id = $2 and b.staff_id = $3) on conflict do nothing"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(staff.0)
            .bind(i64::from(stage))
            .bind(i64::from(day))
        );
        Ok(touched == 1)
    }

    /// Which warnings this person was shown, of the cases of this school: case and stage.
    pub async fn warnings_of(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<std::collections::HashSet<(CaseId, u32)>, StoreError> {
        let rows: Vec<(uuid::Uuid, i64)> = super::fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select w.case_id, w.stage from warning w join cases c on c.school_id = w.school_id \
                 and c.case_id = w.case_id where c.school_id = $1 and c.may_expire and w.staff_id = $2"
            )
            .bind(school.0)
            .bind(staff.0)
        );
        rows.into_iter()
            .map(|(case, stage)| Ok((CaseId(case), super::column::number(stage)?)))
            .collect()
    }

    /// The day moved or the case was taken up again: everybody is to be warned anew.
    pub(super) async fn forget_warnings(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from warning where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
        );
        Ok(())
    }
}
