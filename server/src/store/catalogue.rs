//! What tables and columns the live database has, asked of the engine itself and not of our own files.

use std::collections::{BTreeMap, BTreeSet};

use super::{On, StoreError, Transaction};

/// A table as the engine describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it is part of the primary key.
    pub key: bool,
}

/// The types of `migrations/README.md`, as the engine has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bytes.
    Bytes,
    /// PostgreSQL's type for random ids; sixteen bytes in SQLite.
    Uuid,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// Text.
    Text,
}

const COLUMNS_SQLITE: &str = "select m.name, c.name, lower(c.type), c.pk > 0 \
     from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' \
     and m.name not like 'sqlite_%' and m.name not like '\\_sqlx\\_%' escape '\\' order by m.name, c.cid";

const COLUMNS_POSTGRES: &str = "select c.table_name::text, c.column_name::text, c.data_type::text, k.column_name is not null \
     from information_schema.columns c left join ( \
         select u.table_name, u.column_name from information_schema.table_constraints t \
         join information_schema.key_column_usage u using (constraint_schema, constraint_name) \
         where t.constraint_type = 'PRIMARY KEY' and t.table_schema = current_schema() \
     ) k on k.table_name = c.table_name and k.column_name = c.column_name \
     where c.table_schema = current_schema() and c.table_name not like '\\_sqlx\\_%' \
     order by c.table_name, c.ordinal_position";

const PARENTS_SQLITE: &str = "select distinct m.name, f.\"table\" from sqlite_schema m join pragma_foreign_key_list(m.name) f \
     where m.type = 'table'";

const PARENTS_POSTGRES: &str = "select distinct child.relname::text, parent.relname::text from pg_constraint c \
     join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid \
     join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname = current_schema()";

/// Number of the newest step of the schema that ran.
const SCHEMA: &str = "select coalesce(max(version), 0) from _sqlx_migrations where success";

impl Transaction {
    /// Every table of ours, a table that others refer to before those that do.
    pub async fn tables(&mut self) -> Result<Vec<Table>, StoreError> {
        let rows: Vec<(String, String, String, bool)> = match &mut self.on {
            On::Sqlite(tx) => sqlx::query_as(COLUMNS_SQLITE).fetch_all(&mut **tx).await?,
            On::Postgres(tx) => {
                sqlx::query_as(COLUMNS_POSTGRES)
                    .fetch_all(&mut **tx)
                    .await?
            }
        };
        let parents: Vec<(String, String)> = match &mut self.on {
            On::Sqlite(tx) => sqlx::query_as(PARENTS_SQLITE).fetch_all(&mut **tx).await?,
            On::Postgres(tx) => {
                sqlx::query_as(PARENTS_POSTGRES)
                    .fetch_all(&mut **tx)
                    .await?
            }
        };
        let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
        for (table, name, kind, key) in rows {
            let kind = kind_of(&kind)?;
            let column = Column { name, kind, key };
            tables.entry(table).or_default().push(column);
        }
        parents_first(tables, &parents)
    }

    /// Number of the schema that is there.
    pub async fn schema_number(&mut self) -> Result<i64, StoreError> {
        Ok(match &mut self.on {
            On::Sqlite(tx) => sqlx::query_scalar(SCHEMA).fetch_one(&mut **tx).await?,
            On::Postgres(tx) => sqlx::query_scalar(SCHEMA).fetch_one(&mut **tx).await?,
        })
    }
}

fn kind_of(name: &str) -> Result<Kind, StoreError> {
    match name {
        "blob" | "bytea" => Ok(Kind::Bytes),
        "uuid" => Ok(Kind::Uuid),
        "bigint" => Ok(Kind::Number),
        "boolean" => Ok(Kind::Flag),
        "text" => Ok(Kind::Text),
        _ => Err(StoreError::Damaged("a column has a type of its own")),
    }
}

fn parents_first(
    mut tables: BTreeMap<String, Vec<Column>>,
    parents: &[(String, String)],
) -> Result<Vec<Table>, StoreError> {
    let mut ordered = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let waiting: BTreeSet<&String> = parents
            .iter()
            .filter(|(child, parent)| child != parent && tables.contains_key(parent))
            .map(|(child, _)| child)
            .collect();
        let ready: Vec<String> = tables
            .keys()
            .filter(|name| !waiting.contains(name))
            .cloned()
            .collect();
        if ready.is_empty() {
            return Err(StoreError::Damaged("tables refer to each other in a ring"));
        }
        for name in ready {
            if let Some(columns) = tables.remove(&name) {
                ordered.push(Table { name, columns });
            }
        }
    }
    Ok(ordered)
}
