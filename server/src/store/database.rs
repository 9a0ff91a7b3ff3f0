//! Opens the database safely and hands out transactions.
//!
//! SQLite: WAL, `synchronous=FULL` (the only setting that keeps an acknowledgement through a power cut),
//! `secure_delete`, foreign keys, one writer connection that commits acts in groups (`writer`), a pool of
//! readers. PostgreSQL: short time-outs, and a session that turned read-only is thrown away, so that a demoted
//! primary never stays in the pool (reliability.md section 0, facts 2 to 7; "Values to start from").
//! Statement logging is off: slow queries logged with their text would tell when a child acted (fact 10).

mod checkpoints;
mod embedded;
mod member;
mod postgres;
mod schema;
mod sqlite;
mod writer;

use sqlx::{PgPool, SqlitePool};
use tokio::sync::watch;

use checkpoints::Checkpoints;
pub use embedded::Embedded;
pub use member::Member;
pub(crate) use postgres::pool as postgres_pool;
use writer::Writer;

pub(crate) use schema::newest as newest_schema;

use super::{Location, On, StoreError, Transaction};
use crate::shred::Shreds;

/// Which engine is behind a [`Database`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded.
    Sqlite,
    /// A server.
    Postgres,
}

/// An open database with an up-to-date schema. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    pools: Pools,
    shreds: Shreds,
}

#[derive(Clone)]
enum Pools {
    Sqlite {
        /// Acts that write queue here.
        writer: Writer,
        /// The one connection they pass on.
        connection: SqlitePool,
        readers: SqlitePool,
        checkpoints: Checkpoints,
    },
    Postgres(PgPool),
}

impl Database {
    /// Opens, checks the engine's version and brings the schema up to date. A database made by a newer program
    /// is refused and left as it is (R29).
    ///
    /// What cases consist of is wrapped under keys in `shreds`, which must be the store this database always had;
    /// what an older program left unwrapped is wrapped before this returns.
    pub async fn open(location: &Location, shreds: Shreds) -> Result<Self, StoreError> {
        let database = Self::open_at(location, shreds, None).await?;
        let mut tx = database.write().await?;
        tx.make_log_head().await?;
        tx.make_clock_watch().await?;
        tx.pair_shred_store().await?;
        tx.commit().await?;
        if database.carry_over().await? {
            database.scrub().await?;
        }
        Ok(database)
    }

    /// Opens a database whose schema goes no further than this number, for rows that were written under it.
    pub(crate) async fn open_at(
        location: &Location,
        shreds: Shreds,
        schema: Option<i64>,
    ) -> Result<Self, StoreError> {
        let pools = match location {
            Location::Sqlite(path) => {
                let connection = sqlite::writer(path).await?;
                sqlite::refuse_old(&connection).await?;
                schema::migrate_sqlite(&connection, schema).await?;
                let readers = sqlite::readers(path).await?;
                let (news, committed) = watch::channel(());
                Pools::Sqlite {
                    writer: Writer::start(connection.clone(), news),
                    checkpoints: Checkpoints::start(sqlite::checkpoints(path).await?, committed),
                    connection,
                    readers,
                }
            }
            Location::Postgres(address) => {
                let pool = postgres::pool(address).await?;
                schema::migrate_postgres(&pool, schema).await?;
                Pools::Postgres(pool)
            }
        };
        Ok(Self { pools, shreds })
    }

    /// The keys of cases, apart from this database.
    #[must_use]
    pub fn shreds(&self) -> &Shreds {
        &self.shreds
    }

    /// Which engine this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// A view of one moment that cannot write. Never served by a replica (R23).
    pub async fn read(&self) -> Result<Transaction, StoreError> {
        let on = match &self.pools {
            Pools::Sqlite { readers, .. } => On::Sqlite(Embedded::Reading(readers.begin().await?)),
            Pools::Postgres(pool) => On::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        };
        Ok(Transaction::new(on, self.shreds.clone()))
    }

    /// A transaction that may write. On SQLite acts take turns and are committed in groups, so an answer "done"
    /// may only leave after [`Transaction::commit`], also when the transaction found that it was done before.
    pub async fn write(&self) -> Result<Transaction, StoreError> {
        let on = match &self.pools {
            Pools::Sqlite { writer, .. } => On::Sqlite(Embedded::Writing(writer.turn().await?)),
            Pools::Postgres(pool) => On::Postgres(pool.begin().await?),
        };
        Ok(Transaction::new(on, self.shreds.clone()))
    }

    /// Proves that a write reaches the disk. A health page that only reads stays green on a demoted primary (R22).
    pub async fn probe(&self) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        tx.touch_log_head().await?;
        tx.commit().await
    }

    /// Moves what was overwritten out of SQLite's write-ahead log, so that deleted bytes are in neither file
    /// (protocol 8). Says false when a reader was in the way; the next call does it. PostgreSQL has no such
    /// thing: its dead rows live until VACUUM, which the README says.
    pub async fn scrub(&self) -> Result<bool, StoreError> {
        match &self.pools {
            Pools::Sqlite {
                connection,
                checkpoints,
                ..
            } => {
                let _held = checkpoints.hold().await;
                sqlite::truncate_wal(connection).await
            }
            Pools::Postgres(_) => Ok(true),
        }
    }

    /// Rows in each table, by name. For tests that prove a refused request changed nothing.
    pub async fn row_counts(&self) -> Result<Vec<(String, u64)>, StoreError> {
        let mut tx = self.read().await?;
        schema::row_counts(&mut tx).await
    }

    /// Ends all connections once they are idle.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite {
                connection,
                readers,
                checkpoints,
                ..
            } => {
                readers.close().await;
                checkpoints.close().await;
                connection.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
        self.shreds.close().await;
    }
}
