//! A reader's own sealed notes of cases: with one, their board opens later notices without a new release.

use protocol::id::{CaseId, SchoolId, StaffId};

use super::{StoreError, Transaction, execute};
use crate::shred::Cell;

impl Transaction {
    /// Keeps the note, in place of an earlier one. The caller has checked that the case is this reader's to see.
    pub async fn put_bookmark(
        &mut self,
        school: SchoolId,
        case: CaseId,
        staff: StaffId,
        sealed: &[u8],
    ) -> Result<(), StoreError> {
        let key = self.case_key(school, case).await?;
        let wrapped = self.wrap(&key, Cell::Bookmark(school, case, staff), sealed);
        execute!(
            self,
            sqlx::query(
                "insert into bookmark (school_id, case_id, staff_id, sealed) values ($1, $2, $3, $4) \
                 on conflict (school_id, case_id, staff_id) do update set sealed = excluded.sealed"
            )
            .bind(school.0)
            .bind(case.0)
            .bind(staff.0)
            .bind(wrapped)
        );
        Ok(())
    }
}
