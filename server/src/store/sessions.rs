//! Who is signed in. Only the SHA-256 of a token is kept; minutes here are an adult's, never a pupil's.

use protocol::api::{SessionView, StaffView};
use protocol::id::{Hash, SchoolId, StaffId};
use uuid::Uuid;

use super::column::{fixed, number};
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
    /// Minute at which a second factor was last shown.
    pub proved_minute: u32,
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: Uuid,
    staff_id: Uuid,
    seen_minute: i64,
    ends_minute: i64,
    proved_minute: i64,
}

#[derive(sqlx::FromRow)]
struct Listed {
    token_hash: Vec<u8>,
    name: String,
    began_hour: i64,
    seen_minute: i64,
}

impl Transaction {
    /// Begins a session, with a second factor just shown.
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
                "insert into session (school_id, token_hash, staff_id, seen_minute, ends_minute, began_hour, \
                 proved_minute) values ($1, $2, $3, $4, $5, $6, $4)"
            )
            .bind(school.0)
            .bind(token.0.as_slice())
            .bind(staff.0)
            .bind(i64::from(now_minute))
            .bind(i64::from(ends_minute))
            .bind(i64::from(now_minute / 60))
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
                "select school_id, staff_id, seen_minute, ends_minute, proved_minute from session \
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
            proved_minute: number(row.proved_minute)?,
        }))
    }

    /// Sessions of one person that still hold, newest first, as their owner may see them.
    pub async fn sessions_of(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        now_minute: u32,
        idle_minutes: u32,
    ) -> Result<Vec<SessionView>, StoreError> {
        let rows: Vec<Listed> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select token_hash, name, began_hour, seen_minute from session \
                 where school_id = $1 and staff_id = $2 and ends_minute > $3 and seen_minute >= $4 \
                 order by began_hour desc, token_hash"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(i64::from(now_minute))
            .bind(i64::from(now_minute) - i64::from(idle_minutes))
        );
        rows.into_iter()
            .map(|row| {
                Ok(SessionView {
                    session: fixed(row.token_hash)?,
                    name: row.name,
                    began_hour: number(row.began_hour)?,
                    seen_hour: number::<u32>(row.seen_minute)? / 60,
                    here: false,
                })
            })
            .collect()
    }

    /// Gives a session a name. False when this person has no such session.
    pub async fn name_session(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        session: &Hash,
        name: &str,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update session set name = $4 where school_id = $1 and staff_id = $2 and token_hash = $3"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(session.0.as_slice())
            .bind(name)
        );
        Ok(touched == 1)
    }

    /// Notes that a second factor was shown. Never moves backwards.
    pub async fn prove_session(
        &mut self,
        session: &Hash,
        now_minute: u32,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update session set proved_minute = $2 where token_hash = $1 and proved_minute < $2"
            )
            .bind(session.0.as_slice())
            .bind(i64::from(now_minute))
        );
        Ok(())
    }

    /// Ends one session of one person. False when they have no such session.
    pub async fn end_session(
        &mut self,
        school: SchoolId,
        staff: StaffId,
        session: &Hash,
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "delete from session where school_id = $1 and staff_id = $2 and token_hash = $3"
            )
            .bind(school.0)
            .bind(staff.0)
            .bind(session.0.as_slice())
        );
        Ok(touched == 1)
    }

    /// Ends every session of one person.
    pub async fn end_sessions(
        &mut self,
        school: SchoolId,
        staff: StaffId,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("delete from session where school_id = $1 and staff_id = $2")
                .bind(school.0)
                .bind(staff.0)
        );
        Ok(())
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
