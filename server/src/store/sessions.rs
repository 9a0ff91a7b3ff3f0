//! Who is signed in. Only the SHA-256 of a token is kept; minutes here are an adult's, never a pupil's.

use protocol::api::StaffView;
use protocol::id::{Hash, SchoolId, StaffId};
use uuid::Uuid;

use super::column::number;
use super::{StoreError, Transaction, execute, fetch};

/// A session that still holds.
#[derive(Clone, Debug)]
pub struct Session {
    /// The school of the account; every further query starts with it.
    pub school: SchoolId,
    /// Who it is, as they are now.
    pub staff: StaffView,
    /// Minute of the last request.
    pub seen_minute: u32,
    /// Minute at which it ends in any case.
    pub ends_minute: u32,
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: Uuid,
    staff_id: Uuid,
    seen_minute: i64,
    ends_minute: i64,
}

impl Transaction {
    /// Begins a session.
    pub async fn insert_session(
        &mut self,
        school: SchoolId,
        token: &Hash,
        staff: StaffId,
        now_minute: u32,
        ends_minute: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into session (school_id, token_hash, staff_id, seen_minute, ends_minute) \
                 values ($1, $2, $3, $4, $5)"
            )
            .bind(school.0)
            .bind(token.0.as_slice())
            .bind(staff.0)
            .bind(i64::from(now_minute))
            .bind(i64::from(ends_minute))
        );
        Ok(())
    }

    /// `None` when unknown, idle for longer than allowed, or over. Sessions of someone whose access ended are
    /// gone already (R42).
    pub async fn session(
        &mut self,
        token: &Hash,
        now_minute: u32,
        idle_minutes: u32,
    ) -> Result<Option<Session>, StoreError> {
        let row: Option<Row> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select school_id, staff_id, seen_minute, ends_minute from session \
                 where token_hash = $1 and ends_minute > $2 and seen_minute >= $3"
            )
            .bind(token.0.as_slice())
            .bind(i64::from(now_minute))
            .bind(i64::from(now_minute) - i64::from(idle_minutes))
        );
        let Some(row) = row else { return Ok(None) };
        let school = SchoolId(row.school_id);
        let account = self
            .staff_by_id(school, StaffId(row.staff_id))
            .await?
            .ok_or(StoreError::Damaged("a session without an account"))?;
        Ok(Some(Session {
            school,
            staff: account.view,
            seen_minute: number(row.seen_minute)?,
            ends_minute: number(row.ends_minute)?,
        }))
    }

    /// Notes that the session is in use. Never moves backwards.
    pub async fn touch_session(&mut self, token: &Hash, now_minute: u32) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update session set seen_minute = $2 where token_hash = $1 and seen_minute < $2"
            )
            .bind(token.0.as_slice())
            .bind(i64::from(now_minute))
        );
        Ok(())
    }

    /// Signs out.
    pub async fn delete_session(&mut self, token: &Hash) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from session where token_hash = $1").bind(token.0.as_slice())
        );
        Ok(())
    }

    /// Clears sessions that no longer hold, on every school.
    pub async fn delete_sessions_over(
        &mut self,
        now_minute: u32,
        idle_minutes: u32,
    ) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from session where ends_minute <= $1 or seen_minute < $2")
                .bind(i64::from(now_minute))
                .bind(i64::from(now_minute) - i64::from(idle_minutes))
        ))
    }
}
