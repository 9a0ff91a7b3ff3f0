//! The two engines of the shred store, and the few statements it needs.
//!
//! SQLite: a rollback journal instead of a write-ahead log, which would keep destroyed keys; `secure_delete`;
//! `synchronous=EXTRA`, which FULL is not enough for here: only EXTRA syncs the folder after the journal was
//! unlinked, and without that a power cut could take back a batch whose keys cases already have.

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgPool, SqlitePool};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::CaseKey;
use super::key::mark;
use crate::store::{Location, StoreError, postgres_pool};

static SQLITE: Migrator = sqlx::migrate!("../migrations/shred/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/shred/postgres");

/// Gives the table a new file that never held the deleted rows.
const REWRITE: &str = "lock table shred_key in access exclusive mode; \
    create temporary table kept_key on commit drop as select * from shred_key; \
    truncate shred_key; insert into shred_key select * from kept_key";
const READERS: u32 = 4;
const WAIT: Duration = Duration::from_secs(10);

pub(super) enum Place {
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

/// Runs one query text on the engine there is; `$pool` is the writer or the readers.
macro_rules! on {
    ($self:expr, $side:ident, $how:ident, $query:expr) => {
        match $self {
            Place::Sqlite { $side, .. } => $query.$how($side).await?,
            Place::Postgres(pool) => $query.$how(pool).await?,
        }
    };
}

/// The same inside a transaction.
macro_rules! change {
    ($self:expr, $tx:ident, $act:block) => {
        match $self {
            Place::Sqlite { writer, .. } => {
                let mut $tx = writer.begin_with("BEGIN IMMEDIATE").await?;
                $act
                $tx.commit().await?;
            }
            Place::Postgres(pool) => {
                let mut $tx = pool.begin().await?;
                $act
                $tx.commit().await?;
            }
        }
    };
}

/// `($1, $2, ...)`, after so many others.
fn places(after: usize, count: usize) -> String {
    let numbers: Vec<String> = (after + 1..=after + count)
        .map(|number| format!("${number}"))
        .collect();
    format!("({})", numbers.join(", "))
}

impl Place {
    pub async fn open(location: &Location) -> Result<Self, StoreError> {
        match location {
            Location::Sqlite(path) => {
                let writer = pool(1)
                    .connect_with(options(path).create_if_missing(true))
                    .await?;
                SQLITE.run(&writer).await.map_err(StoreError::Migration)?;
                let readers = pool(READERS)
                    .connect_with(options(path).pragma("query_only", "ON"))
                    .await?;
                Ok(Self::Sqlite { writer, readers })
            }
            Location::Postgres(address) => {
                let pool = postgres_pool(address).await?;
                POSTGRES.run(&pool).await.map_err(StoreError::Migration)?;
                Ok(Self::Postgres(pool))
            }
        }
    }

    /// Writes a whole, current copy of the embedded store; false for one on PostgreSQL, which has its own tools.
    pub async fn copy_to(&self, file: &str) -> Result<bool, StoreError> {
        let Self::Sqlite { writer, .. } = self else {
            return Ok(false);
        };
        sqlx::query("vacuum into $1")
            .bind(file)
            .execute(writer)
            .await?;
        Ok(true)
    }

    pub async fn engine_complaints(&self) -> Result<Vec<String>, StoreError> {
        let Self::Sqlite { readers, .. } = self else {
            return Ok(Vec::new());
        };
        let found: Vec<String> = sqlx::query_scalar("pragma integrity_check(10)")
            .fetch_all(readers)
            .await?;
        Ok(found.into_iter().filter(|line| line != "ok").collect())
    }

    pub async fn keys(&self, ids: &[Uuid]) -> Result<Vec<CaseKey>, StoreError> {
        let text = format!(
            "select key_id, key from shred_key where key_id in {}",
            places(0, ids.len())
        );
        macro_rules! query {
            () => {{
                let mut query = sqlx::query_as(AssertSqlSafe(text.as_str()));
                for id in ids {
                    query = query.bind(*id);
                }
                query
            }};
        }
        let rows: Vec<(Uuid, Vec<u8>)> = on!(self, readers, fetch_all, query!());
        rows.into_iter()
            .map(|(id, bytes)| {
                let bytes = Zeroizing::new(bytes);
                let key = bytes.as_slice().try_into().map_err(|_| {
                    StoreError::Damaged("a key of the shred store has a wrong length")
                })?;
                Ok(CaseKey::stored(id, Zeroizing::new(key)))
            })
            .collect()
    }

    pub async fn insert(&self, keys: &[CaseKey], day: u32) -> Result<(), StoreError> {
        change!(self, tx, {
            for key in keys {
                sqlx::query("insert into shred_key (key_id, key, made_day) values ($1, $2, $3)")
                    .bind(key.id())
                    .bind(key.bytes().as_slice())
                    .bind(i64::from(day))
                    .execute(&mut *tx)
                    .await?;
            }
        });
        Ok(())
    }

    pub async fn destroy(&self, ids: &[Uuid], day: u32) -> Result<(), StoreError> {
        change!(self, tx, {
            for id in ids {
                sqlx::query(
                    "insert into shredded (mark, day) values ($1, $2) on conflict do nothing",
                )
                .bind(mark(*id).as_slice())
                .bind(i64::from(day))
                .execute(&mut *tx)
                .await?;
                sqlx::query("delete from shred_key where key_id = $1")
                    .bind(*id)
                    .execute(&mut *tx)
                    .await?;
            }
        });
        self.rewrite().await
    }

    /// PostgreSQL leaves a deleted row where it was, and even `VACUUM FULL` copies it while any transaction of the cluster
    /// is older. So what is left goes into a new file, and the old one goes; the table is small, a row for each live
    /// case. Not done means not destroyed: the next round does it again. SQLite overwrites what it deletes by itself.
    async fn rewrite(&self) -> Result<(), StoreError> {
        if let Self::Postgres(pool) = self {
            let mut tx = pool.begin().await?;
            sqlx::raw_sql(REWRITE).execute(&mut *tx).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    pub async fn delete(&self, ids: &[Uuid]) -> Result<(), StoreError> {
        change!(self, tx, {
            for id in ids {
                sqlx::query("delete from shred_key where key_id = $1")
                    .bind(*id)
                    .execute(&mut *tx)
                    .await?;
            }
        });
        Ok(())
    }

    pub async fn destroyed(&self, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let text = format!(
            "select mark from shredded where mark in {}",
            places(0, ids.len())
        );
        macro_rules! query {
            () => {{
                let mut query = sqlx::query_scalar(AssertSqlSafe(text.as_str()));
                for id in ids {
                    query = query.bind(mark(*id).to_vec());
                }
                query
            }};
        }
        let marks: Vec<Vec<u8>> = on!(self, readers, fetch_all, query!());
        let found = |id: &&Uuid| marks.iter().any(|found| *found == mark(**id));
        Ok(ids.iter().filter(found).copied().collect())
    }

    pub async fn made_before(
        &self,
        day: u32,
        after: Uuid,
        most: u32,
    ) -> Result<Vec<Uuid>, StoreError> {
        Ok(on!(
            self,
            readers,
            fetch_all,
            sqlx::query_scalar(
                "select key_id from shred_key where made_day < $1 and key_id > $2 order by key_id limit $3"
            )
            .bind(i64::from(day))
            .bind(after)
            .bind(i64::from(most))
        ))
    }

    pub async fn name(&self) -> Result<Option<Uuid>, StoreError> {
        Ok(on!(
            self,
            readers,
            fetch_optional,
            sqlx::query_scalar("select name from shred_store")
        ))
    }

    pub async fn set_name(&self, name: Uuid) -> Result<(), StoreError> {
        change!(self, tx, {
            sqlx::query("insert into shred_store (shred_store, name) values (0, $1)")
                .bind(name)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(WAIT)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        // After a full disk SQLite undoes a transaction by itself, and sqlx goes on believing that it is inside one: such
        // a connection never begins another (R14). One that cannot begin is closed, and the pool opens a new one.
        .after_release(|connection, _| {
            Box::pin(async move {
                match connection.begin_with("BEGIN DEFERRED").await {
                    Ok(nothing) => nothing.rollback().await.map(|()| true),
                    Err(_) => Ok(false),
                }
            })
        })
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Delete)
        .synchronous(SqliteSynchronous::Extra)
        .busy_timeout(Duration::from_secs(5))
        .pragma("secure_delete", "ON")
        .pragma("mmap_size", "0")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}
