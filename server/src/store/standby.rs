//! What PostgreSQL says about what stands behind an acknowledgement (R22, R23).

use super::{On, StoreError, Transaction};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standby {
    /// `synchronous_standby_names`.
    pub names: String,
    /// Standbys that confirm each commit; `None` if this account may not see them.
    pub confirming: Option<i64>,
    /// `fsync`, `full_page_writes` and `synchronous_commit` are as they should be.
    pub durable: bool,
}

const SETTINGS: &str = "select current_setting('synchronous_standby_names'), \
     current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' \
     and current_setting('synchronous_commit') in ('on', 'remote_apply')";

/// Whoever may not see a standby's state sees it as null.
const CONFIRMING: &str = "select count(*) filter (where sync_state in ('sync', 'quorum')), \
     count(*) filter (where sync_state is null) from pg_stat_replication";

impl Transaction {
    /// `None` on SQLite, which has no second machine.
    pub async fn standby(&mut self) -> Result<Option<Standby>, StoreError> {
        let On::Postgres(tx) = &mut self.on else {
            return Ok(None);
        };
        let (names, durable): (String, bool) =
            sqlx::query_as(SETTINGS).fetch_one(&mut **tx).await?;
        let (confirming, hidden): (i64, i64) =
            sqlx::query_as(CONFIRMING).fetch_one(&mut **tx).await?;
        Ok(Some(Standby {
            names,
            confirming: (hidden == 0).then_some(confirming),
            durable,
        }))
    }

    /// The database's own clock, in seconds since 1970; `None` on SQLite, which has none.
    pub async fn database_clock(&mut self) -> Result<Option<u64>, StoreError> {
        let On::Postgres(tx) = &mut self.on else {
            return Ok(None);
        };
        let seconds: i64 =
            sqlx::query_scalar("select extract(epoch from clock_timestamp())::bigint")
                .fetch_one(&mut **tx)
                .await?;
        Ok(u64::try_from(seconds).ok())
    }
}
