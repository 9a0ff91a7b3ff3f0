//! Statements whose answers nobody needs one by one.
//!
//! SQLite works in a thread of its own, and between two statements it waits until somebody has read the answer to the
//! first and sent the second: longer than the work itself. So there they are collected and go as one text. PostgreSQL
//! takes one statement at a time; there each runs when it is added.

use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, Execute, Sqlite};

use super::{On, StoreError, Transaction};

/// Statements that go together. A failed one ends the batch; what those before it did is the transaction's to undo.
#[derive(Default)]
pub(super) struct Batch {
    texts: String,
    arguments: SqliteArguments,
    touched: u64,
}

type Next = Query<'static, Sqlite, SqliteArguments>;

impl Batch {
    /// To bind the values of the next statement to.
    pub fn next(&mut self) -> Next {
        sqlx::query_with("", std::mem::take(&mut self.arguments))
    }

    /// Adds a statement with its values.
    pub fn add(&mut self, text: &str, mut bound: Next) -> Result<(), StoreError> {
        let arguments = bound.take_arguments().map_err(sqlx::Error::Encode)?;
        self.arguments = arguments.unwrap_or_default();
        self.texts.push_str(text);
        self.texts.push_str("; ");
        Ok(())
    }

    /// A statement ran at once and touched so many rows.
    pub fn ran(&mut self, touched: u64) {
        self.touched += touched;
    }

    /// Runs what is left to run. Says how many rows all statements together touched.
    pub async fn run(self, transaction: &mut Transaction) -> Result<u64, StoreError> {
        let On::Sqlite(tx) = &mut transaction.on else {
            return Ok(self.touched);
        };
        let query = sqlx::query_with(AssertSqlSafe(self.texts), self.arguments);
        Ok(query.execute(&mut **tx).await?.rows_affected())
    }
}

/// Adds a statement to a batch: `queue!(transaction, batch, text, query => { query = query.bind(..) })`.
macro_rules! queue {
    ($tx:expr, $batch:expr, $text:expr, $query:ident => $bind:block) => {
        match &mut $tx.on {
            $crate::store::On::Sqlite(_) => {
                let mut $query = $batch.next();
                $bind
                $batch.add(&$text, $query)?;
            }
            $crate::store::On::Postgres(tx) => {
                let mut $query = sqlx::query(sqlx::AssertSqlSafe($text));
                $bind
                $batch.ran($query.execute(&mut **tx).await?.rows_affected());
            }
        }
    };
}

pub(super) use queue;
