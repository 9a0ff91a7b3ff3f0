//! Moves what is committed from SQLite's write-ahead log into its file, beside the acts.
//!
//! Why: SQLite does it inside the COMMIT that makes the log long. Whoever is in that group, and everyone behind it, then
//! waits until thousands of pages are read, written and synced.
//!
//! Promise: no act waits for this. Durability does not depend on it: what is committed is in the log and synced there.
//! If it does not keep up, or no moment without an act lets the log begin anew, the writing connection does the
//! rest itself at four times that length (`sqlite::LOG_PAGES`). One checkpoint at a time, so that a scrub is never
//! turned away by one of these.

use std::sync::Arc;

use sqlx::SqlitePool;
use tokio::sync::{Mutex, MutexGuard, watch};

use crate::store::StoreError;

/// 8 MB: long enough that pages written again and again, which are those of the indexes, are moved once.
const ENOUGH: i64 = 4000;

/// The task's other end. It ends when the sender of news is gone. Cheap to clone.
#[derive(Clone)]
pub(super) struct Checkpoints {
    pool: SqlitePool,
    turns: Arc<Mutex<()>>,
}

impl Checkpoints {
    /// Starts it on a connection of its own; `news` changes after every commit.
    pub fn start(pool: SqlitePool, news: watch::Receiver<()>) -> Self {
        let checkpoints = Self {
            pool,
            turns: Arc::default(),
        };
        tokio::spawn(checkpoints.clone().work(news));
        checkpoints
    }

    /// While this is held no checkpoint begins.
    pub async fn hold(&self) -> MutexGuard<'_, ()> {
        self.turns.lock().await
    }

    /// Ends the connection once it is idle.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    async fn work(self, mut news: watch::Receiver<()>) {
        while news.changed().await.is_ok() && !self.pool.is_closed() {
            if let Err(error) = self.look().await {
                // A failed sync was noted on its way here (`trouble`); anything else is tried again after the next commit.
                tracing::warn!(error = %error, "the write-ahead log could not be moved into the database");
            }
        }
    }

    async fn look(&self) -> Result<(), StoreError> {
        let _turn = self.turns.lock().await;
        if self.run("pragma wal_checkpoint(noop)").await? >= ENOUGH {
            self.run("pragma wal_checkpoint(passive)").await?;
        }
        Ok(())
    }

    /// Says how many pages of the log are not moved yet.
    async fn run(&self, pragma: &'static str) -> Result<i64, StoreError> {
        let (_, length, moved): (i64, i64, i64) =
            sqlx::query_as(pragma).fetch_one(&self.pool).await?;
        Ok(length - moved)
    }
}
