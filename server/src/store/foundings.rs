//! A founding on its way (`founding.rs`), sealed under the server's key. At most one.

use protocol::id::SchoolId;
use uuid::Uuid;

use super::{StoreError, Transaction, execute, fetch};

impl Transaction {
    /// The founding there is, with its sealed state, if it did not lapse before this day.
    pub async fn founding(
        &mut self,
        today: u32,
    ) -> Result<Option<(SchoolId, Vec<u8>)>, StoreError> {
        let row: Option<(Uuid, Vec<u8>)> = fetch!(
            self,
            fetch_optional,
            sqlx::query_as(
                "select school_id, state from founding where last_day >= $1 order by school_id limit 1"
            )
            .bind(i64::from(today))
        );
        Ok(row.map(|(school, state)| (SchoolId(school), state)))
    }

    /// Puts a new founding in the place of whatever there was.
    pub async fn begin_founding(
        &mut self,
        school: SchoolId,
        state: &[u8],
        last_day: u32,
    ) -> Result<(), StoreError> {
        execute!(self, sqlx::query("delete from founding"));
        execute!(
            self,
            sqlx::query("insert into founding (school_id, state, last_day) values ($1, $2, $3)")
                .bind(school.0)
                .bind(state)
                .bind(i64::from(last_day))
        );
        Ok(())
    }

    /// Replaces a state by its successor. False when somebody else was quicker.
    pub async fn advance_founding(
        &mut self,
        school: SchoolId,
        before: &[u8],
        (after, last_day): (&[u8], u32),
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            self,
            sqlx::query(
                "update founding set state = $3, last_day = $4 where school_id = $1 and state = $2"
            )
            .bind(school.0)
            .bind(before)
            .bind(after)
            .bind(i64::from(last_day))
        );
        Ok(touched == 1)
    }

    /// Forgets a founding whose last day was before this one, done or not.
    pub async fn forget_founding_before(&mut self, today: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from founding where last_day < $1").bind(i64::from(today))
        ))
    }
}
