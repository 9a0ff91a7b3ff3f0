//! What is known of the clock by which cases are destroyed (R21): when it was last looked at, whether it jumped, and
//! when somebody's second factor last agreed with it. Shared by all nodes of a database.

use super::column::maybe_number;
use super::{StoreError, Transaction, execute, fetch};

/// The clock as seen so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockWatch {
    /// Hour of the last look; `None` before the first.
    pub seen_hour: Option<u32>,
    /// Hour since which the clock has gone on steadily.
    pub since_hour: Option<u32>,
    /// It has gone on steadily only since a jump.
    pub jumped: bool,
    /// Hour, by this clock, of the last sign-in with a code that the clock made good.
    pub agreed_hour: Option<u32>,
}

impl Transaction {
    /// The row, once.
    pub(super) async fn make_clock_watch(&mut self) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into expiry (expiry, jumped) values (0, false) on conflict do nothing"
            )
        );
        Ok(())
    }

    /// What is known of the clock; held until the transaction ends, on PostgreSQL too.
    pub async fn clock_watch(&mut self) -> Result<ClockWatch, StoreError> {
        let (seen, since, jumped, agreed): (Option<i64>, Option<i64>, bool, Option<i64>) = fetch!(
            self,
            fetch_one,
            sqlx::query_as(
                "update expiry set jumped = jumped where expiry = 0 \
                 returning seen_hour, since_hour, jumped, agreed_hour"
            )
        );
        Ok(ClockWatch {
            seen_hour: maybe_number(seen)?,
            since_hour: maybe_number(since)?,
            jumped,
            agreed_hour: maybe_number(agreed)?,
        })
    }

    /// Writes what was seen. Leaves the last agreement as it is.
    pub async fn put_clock_watch(&mut self, watch: &ClockWatch) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "update expiry set seen_hour = $1, since_hour = $2, jumped = $3 where expiry = 0"
            )
            .bind(watch.seen_hour.map(i64::from))
            .bind(watch.since_hour.map(i64::from))
            .bind(watch.jumped)
        );
        Ok(())
    }

    /// Somebody's code was good in this hour, so their device and this clock agree.
    pub async fn clock_agreed(&mut self, hour: u32) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("update expiry set agreed_hour = $1 where expiry = 0")
                .bind(i64::from(hour))
        );
        Ok(())
    }
}
