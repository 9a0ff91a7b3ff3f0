//! Why the store could not do as asked. "Not found" is not among the reasons: it is `None` or `false`.

use std::sync::Arc;

/// A failure of the database, or of what lies in it. Never shown to anyone outside; logged by kind.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine refused or could not be reached.
    #[error("the database could not do it: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the database schema could not be brought up to date: {0}")]
    Migration(sqlx::migrate::MigrateError),
    /// A newer program wrote this database (R29).
    #[error(
        "This database was made by a newer Sotto (its schema is number {found}, this program knows up to {known}): \
         install that version or newer; nothing was changed."
    )]
    NewerSchema {
        /// Number the database has.
        found: i64,
        /// Newest number this program knows.
        known: i64,
    },
    /// The SQLite inside this program can corrupt a WAL database (reliability.md section 0, fact 2).
    #[error(
        "SQLite {0} can corrupt a database; this program needs 3.51.3 or newer and was built wrongly"
    )]
    OldSqlite(String),
    /// The database address makes no sense.
    #[error("the database must be a path, sqlite:PATH or postgres://..., not {0:?}")]
    Location(String),
    /// A stored value has a shape that this program never writes (R18).
    #[error("the database is damaged: {0}")]
    Damaged(&'static str),
    /// The log refuses to go on, for what it holds does not fit together (R19).
    #[error("the log does not fit together: {0}")]
    Log(&'static str),
    /// Another act of the same commit group failed in a way that made SQLite undo all of them.
    #[error("the database undid this together with another act; nothing of it was kept")]
    GroupLost,
    /// The commit that this act shared with others failed.
    #[error("{0}")]
    Shared(Arc<StoreError>),
    /// The database is closed.
    #[error("the database is closed")]
    Stopped,
}

impl StoreError {
    /// True when there is no space left: say so, keep reading possible (R14).
    #[must_use]
    pub fn is_full(&self) -> bool {
        // SQLITE_FULL is 13; PostgreSQL's class 53 has 53100 for a full disk.
        self.code()
            .is_some_and(|code| code == "13" || code == "53100")
    }

    /// True when waiting a moment and trying again is the right answer.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::PoolTimedOut | sqlx::Error::Io(_))
            | Self::GroupLost
            | Self::Stopped => return true,
            Self::Shared(error) => return error.is_busy(),
            _ => {}
        }
        // SQLITE_BUSY and its extended codes; serialisation failure, deadlock, cancelled by time-out,
        // shutting down, too many connections.
        self.code().is_some_and(|code| {
            matches!(
                code.as_str(),
                "5" | "261" | "517" | "40001" | "40P01" | "57014" | "57P01" | "57P03" | "53300"
            )
        })
    }

    fn code(&self) -> Option<String> {
        match self {
            Self::Database(sqlx::Error::Database(error)) => {
                error.code().map(std::borrow::Cow::into_owned)
            }
            Self::Shared(error) => error.code(),
            _ => None,
        }
    }
}
