//! Why the store could not do as asked. "Not found" is not among the reasons: it is `None` or `false`.

use std::sync::Arc;

use super::trouble;

/// A failure of the database, or of what lies in it. Never shown to anyone outside; logged by kind.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine refused or could not be reached.
    #[error("the database could not do it: {0}")]
    Database(#[source] sqlx::Error),
    /// A sync failed in this process: what was written before it may not be on the disk (R13).
    #[error("a sync failed before; this process acknowledges nothing any more")]
    SyncFailed,
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
    /// The key of a case is not in the shred store: it was destroyed, or the store was lost.
    #[error("the key of a case is not in the shred store")]
    KeyGone,
    /// The shred store belongs to another database, or is new while the database is not.
    #[error(
        "This database's keys are in another shred store. Name that one with --shred-database, or bring its file \
         back; with this one no report could be read. Nothing was changed."
    )]
    OtherShredStore,
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
    /// The database has gone back to an earlier state, or is another one (R19).
    #[error(
        "the database has gone back in time: this server has signed a log of {signed} entries, and the database holds \
         another one, of {found}. Nothing is signed until that is settled. If an old copy lies where the database \
         should be, stop the server and put the right one back. If a backup was put back on purpose, stop every \
         server of this database and run `sotto accept-rollback` with the settings of each; it writes into the log \
         that entries were lost."
    )]
    RolledBack {
        /// Size of the last signed checkpoint.
        signed: u64,
        /// Size of the log in the database.
        found: u64,
    },
    /// The newest checkpoint in the database is not signed by the key in this data folder.
    #[error(
        "the log in this database was signed with another server's key: `server.key` in the data folder does not \
         belong to this database. Put the right one there; it is in the place where you keep it apart from backups"
    )]
    OtherServersLog,
}

impl StoreError {
    /// True when there is no space left: say so, keep reading possible (R14).
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.code().is_some_and(|code| trouble::is_full(&code))
    }

    /// True when the disk or the way to the database is what fails: nothing was kept, and nothing here is wrong
    /// with the request. It may well work in a moment (R15, R22).
    #[must_use]
    pub fn is_unavailable(&self) -> bool {
        use sqlx::Error::{Io, PoolClosed, Protocol, Tls, WorkerCrashed};
        if let Self::SyncFailed
        | Self::Database(Io(_) | Protocol(_) | Tls(_) | PoolClosed | WorkerCrashed) = self
        {
            return true;
        }
        if let Self::Shared(error) = self {
            return error.is_unavailable();
        }
        // Low byte 8: SQLite finds its file read-only; 10: reading or writing failed; 14: it cannot be opened.
        // PostgreSQL: 08 connection, 25006 read-only, 57P01 to 57P03 going down or not yet up.
        self.code().is_some_and(|code| match code.parse::<u32>() {
            Ok(code) if code < 10_000 => matches!(code & 0xff, 8 | 10 | 14),
            _ => {
                code.starts_with("08")
                    || matches!(code.as_str(), "25006" | "57P01" | "57P02" | "57P03")
            }
        })
    }

    /// True when what is stored is not what was written (R18).
    #[must_use]
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Damaged(_) | Self::Database(sqlx::Error::ColumnDecode { .. }) => true,
            Self::Shared(error) => error.is_damage(),
            _ => self.code().is_some_and(|code| trouble::is_damage(&code)),
        }
    }

    /// True when waiting a moment and trying again is the right answer.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::PoolTimedOut) | Self::GroupLost | Self::Stopped => {
                return true;
            }
            Self::Shared(error) => return error.is_busy(),
            _ => {}
        }
        // SQLITE_BUSY and its extended codes; serialisation failure, deadlock, cancelled by time-out,
        // too many connections.
        self.code().is_some_and(|code| {
            matches!(
                code.as_str(),
                "5" | "261" | "517" | "40001" | "40P01" | "57014" | "53300"
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

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        trouble::note(&error);
        Self::Database(error)
    }
}
