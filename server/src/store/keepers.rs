//! Cases that time alone does not free, given to a named keeper elsewhere before a school's end (XAM-22). Two readers
//! say so; who keeps it and why is sealed in their notes of the case.

use protocol::id::{CaseId, SchoolId, StaffId};
use uuid::Uuid;

use super::{StoreError, Transaction, execute, fetch};

/// What naming a keeper did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Noted. A second person must say so too.
    Said,
    /// This person had said so already. Nothing changed.
    Again,
    /// Two people have said so.
    Agreed,
    /// Two people had said so already. Nothing changed.
    Settled,
}

impl Transaction {
    /// One of the two people who must both say so. The caller has made sure that the case is there.
    pub async fn name_keeper(
        &mut self,
        school: SchoolId,
        case: CaseId,
        by: StaffId,
        hour: u32,
    ) -> Result<Kept, StoreError> {
        self.lock_case(school, case).await?;
        let row: Option<(Uuid, Option<Uuid>)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select said_by, agreed_by from keeper where school_id = $1 and case_id = $2"
            )
            .bind(school.0)
            .bind(case.0)
        );
        let (text, done) = match row {
            Some((_, Some(_))) => return Ok(Kept::Settled),
            Some((first, None)) if first == by.0 => return Ok(Kept::Again),
            Some(_) => (
                "update keeper set agreed_by = $3, agreed_hour = $4 \
                 where school_id = $1 and case_id = $2",
                Kept::Agreed,
            ),
            None => (
                "insert into keeper (school_id, case_id, said_by, said_hour) values ($1, $2, $3, $4)",
                Kept::Said,
            ),
        };
        execute!(
            self,
            sqlx::query(text)
                .bind(school.0)
                .bind(case.0)
                .bind(by.0)
                .bind(i64::from(hour))
        );
        Ok(done)
    }

    /// Somebody wants to keep the case after all: its keeper must be named anew.
    pub(super) async fn forget_keeper(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from keeper where school_id = $1 and case_id = $2")
                .bind(school.0)
                .bind(case.0)
        );
        Ok(())
    }
}
