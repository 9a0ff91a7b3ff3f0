//! Brings the schema up to date, or refuses with one sentence.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{PgPool, SqlitePool};

use crate::store::{On, StoreError, Transaction, fetch};

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

pub(super) async fn migrate_sqlite(
    writer: &SqlitePool,
    target: Option<i64>,
) -> Result<(), StoreError> {
    let done = match target {
        None => SQLITE.run(writer).await,
        Some(target) => SQLITE.run_to(target, writer).await,
    };
    done.map_err(|error| refusal(&SQLITE, error))
}

pub(super) async fn migrate_postgres(pool: &PgPool, target: Option<i64>) -> Result<(), StoreError> {
    let done = match target {
        None => POSTGRES.run(pool).await,
        Some(target) => POSTGRES.run_to(target, pool).await,
    };
    done.map_err(|error| refusal(&POSTGRES, error))
}

/// The newest schema this program knows.
pub(crate) fn newest() -> i64 {
    SQLITE.iter().map(|step| step.version).max().unwrap_or(0)
}

fn refusal(migrator: &Migrator, error: MigrateError) -> StoreError {
    let known = migrator.iter().map(|step| step.version).max().unwrap_or(0);
    match error {
        MigrateError::VersionMissing(found) if found > known => {
            StoreError::NewerSchema { found, known }
        }
        other => StoreError::Migration(other),
    }
}

/// Our own tables by name, in alphabetical order.
const TABLES_SQLITE: &str = "select name from sqlite_schema where type = 'table' \
     and name not like 'sqlite_%' and name not like '\\_sqlx\\_%' escape '\\' order by name";
const TABLES_POSTGRES: &str = "select table_name::text from information_schema.tables \
     where table_schema = current_schema() and table_name not like '\\_sqlx\\_%' order by table_name";

pub(super) async fn row_counts(tx: &mut Transaction) -> Result<Vec<(String, u64)>, StoreError> {
    let names: Vec<String> = match &mut tx.on {
        On::Sqlite(tx) => {
            sqlx::query_scalar(TABLES_SQLITE)
                .fetch_all(&mut **tx)
                .await?
        }
        On::Postgres(tx) => {
            sqlx::query_scalar(TABLES_POSTGRES)
                .fetch_all(&mut **tx)
                .await?
        }
    };
    let mut counts = Vec::with_capacity(names.len());
    for name in names {
        // The name comes from the engine's own catalogue, not from anyone outside.
        let text = format!("select count(*) from {name}");
        let rows: i64 = fetch!(
            tx,
            fetch_one,
            sqlx::query_scalar(sqlx::AssertSqlSafe(text.as_str()))
        );
        counts.push((name, u64::try_from(rows).unwrap_or(0)));
    }
    Ok(counts)
}
