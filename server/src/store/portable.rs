//! Rows of any table as values that mean the same on both engines: what backups are made of.
//!
//! Names of tables and columns come from the engine's own catalogue or are compared with it, never from outside.

use futures_util::TryStreamExt;
use sqlx::Row;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::catalogue::{Kind, Table};
use super::{On, StoreError, Transaction, execute, fetch};

/// One stored value. A random id is its sixteen bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Text.
    Text(String),
}

/// Reads one column from a row of either engine.
macro_rules! value {
    ($row:expr, $place:expr, $kind:expr) => {
        match $kind {
            Kind::Bytes => $row
                .try_get::<Option<Vec<u8>>, _>($place)?
                .map(Value::Bytes),
            Kind::Uuid => $row
                .try_get::<Option<Uuid>, _>($place)?
                .map(|id| Value::Bytes(id.into_bytes().to_vec())),
            Kind::Number => $row.try_get::<Option<i64>, _>($place)?.map(Value::Number),
            Kind::Flag => $row.try_get::<Option<bool>, _>($place)?.map(Value::Flag),
            Kind::Text => $row.try_get::<Option<String>, _>($place)?.map(Value::Text),
        }
        .unwrap_or(Value::Null)
    };
}

/// Binds one value for the type its column has.
macro_rules! bind {
    ($query:expr, $kind:expr, $value:expr) => {
        match ($kind, $value) {
            (Kind::Bytes, Value::Null) => $query.bind(None::<Vec<u8>>),
            (Kind::Uuid, Value::Null) => $query.bind(None::<Uuid>),
            (Kind::Number, Value::Null) => $query.bind(None::<i64>),
            (Kind::Flag, Value::Null) => $query.bind(None::<bool>),
            (Kind::Text, Value::Null) => $query.bind(None::<String>),
            (Kind::Bytes, Value::Bytes(bytes)) => $query.bind(bytes),
            (Kind::Uuid, Value::Bytes(bytes)) => $query.bind(
                Uuid::from_slice(&bytes)
                    .map_err(|_| StoreError::Damaged("an id has no 16 bytes"))?,
            ),
            (Kind::Number, Value::Number(number)) => $query.bind(number),
            (Kind::Flag, Value::Flag(flag)) => $query.bind(flag),
            (Kind::Text, Value::Text(text)) => $query.bind(text),
            _ => return Err(StoreError::Damaged("a value does not fit its column")),
        }
    };
}

impl Transaction {
    /// Lets a long reading finish: the time-out of single queries is for visitors' requests.
    pub(crate) async fn take_your_time(&mut self) -> Result<(), StoreError> {
        if let On::Postgres(tx) = &mut self.on {
            sqlx::query("set local statement_timeout = 0")
                .execute(&mut **tx)
                .await?;
        }
        Ok(())
    }

    /// Hands over every row of a table, in the order of its primary key, and says how many there were.
    pub(crate) async fn each_row(
        &mut self,
        table: &Table,
        mut take: impl FnMut(Vec<Value>) -> std::io::Result<()> + Send,
    ) -> Result<u64, StoreError> {
        let names = |key_only: bool| -> Vec<&str> {
            let columns = table.columns.iter().filter(|one| one.key || !key_only);
            columns.map(|column| column.name.as_str()).collect()
        };
        let (all, keys) = (names(false).join(", "), names(true).join(", "));
        let text = format!("select {all} from {} order by {keys}", table.name);
        let query = sqlx::query(sqlx::AssertSqlSafe(text.as_str()));
        let mut rows = 0;
        match &mut self.on {
            On::Sqlite(tx) => {
                let mut stream = query.fetch(&mut **tx);
                while let Some(row) = stream.try_next().await? {
                    let row: SqliteRow = row;
                    let mut values = Vec::with_capacity(table.columns.len());
                    for (place, column) in table.columns.iter().enumerate() {
                        values.push(value!(row, place, column.kind));
                    }
                    take(values).map_err(sqlx::Error::Io)?;
                    rows += 1;
                }
            }
            On::Postgres(tx) => {
                let query = sqlx::query(sqlx::AssertSqlSafe(text.as_str()));
                let mut stream = query.fetch(&mut **tx);
                while let Some(row) = stream.try_next().await? {
                    let row: PgRow = row;
                    let mut values = Vec::with_capacity(table.columns.len());
                    for (place, column) in table.columns.iter().enumerate() {
                        values.push(value!(row, place, column.kind));
                    }
                    take(values).map_err(sqlx::Error::Io)?;
                    rows += 1;
                }
            }
        }
        Ok(rows)
    }

    /// Empties a table of a database that was made a moment ago.
    pub(crate) async fn empty(&mut self, table: &Table) -> Result<(), StoreError> {
        let text = format!("delete from {}", table.name);
        execute!(self, sqlx::query(sqlx::AssertSqlSafe(text.as_str())));
        Ok(())
    }

    /// Writes one row; `values` in the order of the table's columns.
    pub(crate) async fn put_row(
        &mut self,
        table: &Table,
        values: Vec<Value>,
    ) -> Result<(), StoreError> {
        let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
        let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
        let text = format!(
            "insert into {} ({}) values ({})",
            table.name,
            names.join(", "),
            places.join(", ")
        );
        if values.len() != names.len() {
            return Err(StoreError::Damaged("a row has too few or too many values"));
        }
        let pairs = table.columns.iter().map(|column| column.kind).zip(values);
        match &mut self.on {
            On::Sqlite(tx) => {
                let mut query = sqlx::query(sqlx::AssertSqlSafe(text.as_str()));
                for (kind, value) in pairs {
                    query = bind!(query, kind, value);
                }
                query.execute(&mut **tx).await?;
            }
            On::Postgres(tx) => {
                let mut query = sqlx::query(sqlx::AssertSqlSafe(text.as_str()));
                for (kind, value) in pairs {
                    query = bind!(query, kind, value);
                }
                query.execute(&mut **tx).await?;
            }
        }
        Ok(())
    }

    /// How many rows a table has.
    pub(crate) async fn count_rows(&mut self, table: &Table) -> Result<u64, StoreError> {
        let text = format!("select count(*) from {}", table.name);
        let rows: i64 = fetch!(
            self,
            fetch_one,
            sqlx::query_scalar(sqlx::AssertSqlSafe(text.as_str()))
        );
        Ok(rows.unsigned_abs())
    }

    /// What the engine itself finds wrong with its file; nothing where there is nothing to ask. SQLite looks at every
    /// page, every index entry and every reference.
    pub async fn engine_complaints(&mut self) -> Result<Vec<String>, StoreError> {
        let On::Sqlite(tx) = &mut self.on else {
            return Ok(Vec::new());
        };
        let found: Vec<String> = sqlx::query_scalar("pragma integrity_check(10)")
            .fetch_all(&mut **tx)
            .await?;
        let mut found: Vec<String> = found.into_iter().filter(|line| line != "ok").collect();
        let dangling: Vec<(String,)> =
            sqlx::query_as("select distinct \"table\" from pragma_foreign_key_check")
                .fetch_all(&mut **tx)
                .await?;
        let dangling = dangling
            .into_iter()
            .map(|(table,)| format!("a row of {table} belongs to nothing"));
        found.extend(dangling);
        Ok(found)
    }
}
