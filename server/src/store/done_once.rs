//! Which acts of adults were done already, by the key that came with the request (R25).
//!
//! The key is in the database and in the act's own transaction: it outlives a restart, is the same on every node, and
//! is there exactly when the act is.

use protocol::id::{Hash, SchoolId};

use super::{StoreError, Transaction, execute, fetch};

/// A request that may come more than once, as hashes of its key and of what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnceOnly {
    /// Names the request.
    pub key: Hash,
    /// Who asks for what, keyed by the server's secret.
    pub asked: Hash,
}

/// What is known of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is the first of its key, and noted now.
    New,
    /// It was done.
    Again,
    /// Something else was done under its key.
    Differs,
}

impl Transaction {
    /// Notes a request, unless it is there. A second one under way at the same time waits for the first here.
    pub async fn note_once(
        &mut self,
        school: SchoolId,
        once: &OnceOnly,
        hour: u32,
    ) -> Result<Seen, StoreError> {
        let noted = execute!(
            self,
            sqlx::query(
                "insert into done_once (school_id, key_hash, asked, hour) values ($1, $2, $3, $4) \
                 on conflict do nothing"
            )
            .bind(school.0)
            .bind(once.key.0.as_slice())
            .bind(once.asked.0.as_slice())
            .bind(i64::from(hour))
        );
        if noted == 1 {
            return Ok(Seen::New);
        }
        Ok(if self.was_done(once).await? {
            Seen::Again
        } else {
            Seen::Differs
        })
    }

    /// Whether exactly this was done, at whichever school.
    pub async fn was_done(&mut self, once: &OnceOnly) -> Result<bool, StoreError> {
        let found: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar("select count(*) from done_once where key_hash = $1 and asked = $2")
                .bind(once.key.0.as_slice())
                .bind(once.asked.0.as_slice())
        );
        Ok(found > 0)
    }

    /// Forgets requests that nobody repeats any more.
    pub async fn forget_done_once(&mut self, before_hour: u32) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            sqlx::query("delete from done_once where hour < $1").bind(i64::from(before_hour))
        ))
    }
}
