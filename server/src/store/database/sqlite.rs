//! The embedded engine's settings. Each value is from reliability.md, "Values to start from".

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};

use crate::store::StoreError;

/// Older versions can corrupt a WAL database when two connections checkpoint at once (fact 2).
const OLDEST: [u32; 3] = [3, 51, 3];
const READERS: u32 = 4;
/// 32 MiB: a whole group of reports, so that no page is written before its commit and read again, and what the indexes
/// need of the groups before it.
const WRITER_CACHE: &str = "-32768";
/// 32 MB of write-ahead log: then the writing connection does what `checkpoints` has not done.
const LOG_PAGES: &str = "16000";
/// How long a caller waits for a connection before being told to come back.
const QUEUE_WAIT: Duration = Duration::from_secs(10);

/// The one connection that writes.
pub(super) async fn writer(path: &Path) -> Result<SqlitePool, StoreError> {
    let options = options(path)
        .create_if_missing(true)
        .pragma("cache_size", WRITER_CACHE);
    Ok(pool().max_connections(1).connect_with(options).await?)
}

/// The one connection that moves the write-ahead log into the file.
pub(super) async fn checkpoints(path: &Path) -> Result<SqlitePool, StoreError> {
    Ok(pool()
        .max_connections(1)
        .connect_with(options(path))
        .await?)
}

/// Connections that refuse to write.
pub(super) async fn readers(path: &Path) -> Result<SqlitePool, StoreError> {
    let options = options(path).pragma("query_only", "ON");
    Ok(pool()
        .max_connections(READERS)
        .connect_with(options)
        .await?)
}

/// Connections to a local file neither age nor go stale.
fn pool() -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .acquire_timeout(QUEUE_WAIT)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        // Of a new file. Half the usual: a report is a long row, and its last page is on average half empty.
        .page_size(2048)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("secure_delete", "ON")
        .pragma("mmap_size", "0")
        .pragma("wal_autocheckpoint", LOG_PAGES)
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

/// Asks the engine itself, not the build files.
pub(super) async fn refuse_old(writer: &SqlitePool) -> Result<(), StoreError> {
    let version: String = sqlx::query_scalar("select sqlite_version()")
        .fetch_one(writer)
        .await?;
    if is_old(&version) {
        return Err(StoreError::OldSqlite(version));
    }
    Ok(())
}

fn is_old(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let found = [(); 3].map(|()| parts.next().unwrap_or(0));
    found < OLDEST
}

/// TRUNCATE checkpoint through the writer; the result row starts with 1 when something was in the way.
pub(super) async fn truncate_wal(writer: &SqlitePool) -> Result<bool, StoreError> {
    let (blocked, _, _): (i64, i64, i64) = sqlx::query_as("pragma wal_checkpoint(truncate)")
        .fetch_one(writer)
        .await?;
    Ok(blocked == 0)
}

#[cfg(test)]
mod tests {
    use super::is_old;

    #[test]
    fn versions_before_the_repair_are_old() {
        // R48
        for old in ["3.40.1", "3.46.0", "3.51.2", "3.9.9", "nonsense"] {
            assert!(is_old(old), "{old}");
        }
        for fine in ["3.51.3", "3.52.0", "4.0.0"] {
            assert!(!is_old(fine), "{fine}");
        }
    }
}
