//! The server keeps what it is allowed to know and nothing else; both engines have the same tables.

use std::collections::BTreeMap;

use server::store::On;

use crate::allowed::{ALLOWED, Why};
use crate::database::Fresh;

/// Type, whether it may be null, place in the primary key (0: not in it).
type Column = (String, bool, i64);
type Schema = BTreeMap<(String, String), Column>;

const SQLITE: &str = "select m.name, c.name, lower(c.type), c.\"notnull\" = 0, cast(c.pk as bigint) \
     from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' \
     and m.name not like 'sqlite_%' and m.name not like '\\_sqlx\\_%' escape '\\'";

const POSTGRES: &str = "select c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable = 'YES', \
     coalesce(k.ordinal_position, 0)::bigint from information_schema.columns c left join ( \
         select u.table_name, u.column_name, u.ordinal_position from information_schema.table_constraints t \
         join information_schema.key_column_usage u using (constraint_schema, constraint_name) \
         where t.constraint_type = 'PRIMARY KEY' and t.table_schema = current_schema() \
     ) k on k.table_name = c.table_name and k.column_name = c.column_name \
     where c.table_schema = current_schema() and c.table_name not like '\\_sqlx\\_%'";

async fn schema_of(fresh: &Fresh) -> Schema {
    let mut tx = fresh.database.read().await.unwrap();
    let rows: Vec<(String, String, String, bool, i64)> = match &mut tx.on {
        On::Sqlite(tx) => sqlx::query_as(SQLITE).fetch_all(&mut **tx).await.unwrap(),
        On::Postgres(tx) => sqlx::query_as(POSTGRES).fetch_all(&mut **tx).await.unwrap(),
    };
    rows.into_iter()
        .map(|(table, column, kind, null, key)| {
            // The README's table of types: ids and bytes are one type in SQLite.
            let kind = match kind.as_str() {
                "uuid" | "bytea" => "blob".to_owned(),
                _ => kind,
            };
            ((table, column), (kind, null, key))
        })
        .collect()
}

both!(
    only_columns_with_a_reason_exist,
    the_school_comes_first_in_every_key
);

async fn only_columns_with_a_reason_exist(fresh: &Fresh) {
    // XAM-21, schools.md 2g: a column outside the list fails.
    let schema = schema_of(fresh).await;
    let found: Vec<(&str, &str)> = schema
        .keys()
        .map(|(table, column)| (table.as_str(), column.as_str()))
        .collect();
    let mut allowed: Vec<(&str, &str)> = ALLOWED
        .iter()
        .flat_map(|(table, columns)| columns.iter().map(|(column, _)| (*table, *column)))
        .collect();
    allowed.sort_unstable();
    assert_eq!(found, allowed);
    // An exact moment has no type to hide in.
    let kinds = ["blob", "bigint", "boolean", "text"];
    assert!(
        schema
            .values()
            .all(|(kind, ..)| kinds.contains(&kind.as_str()))
    );
}

#[test]
fn what_is_finer_than_half_a_day_is_named_by_its_unit_and_about_a_pupil_only_where_allowed() {
    // XAM-21
    for (table, columns) in ALLOWED {
        for (column, why) in *columns {
            let minute = column.ends_with("_minute");
            let of_an_adult = matches!(why, Why::Adult | Why::Machine);
            let allowed = ["urgent_minute", "visible_minute"].contains(column);
            assert!(!minute || of_an_adult || allowed, "{table}.{column}");
            for unit in [
                "_at", "_time", "_second", "_stamp", "_ip", "address", "agent", "locale",
            ] {
                assert!(!column.ends_with(unit), "{table}.{column}");
            }
        }
    }
}

#[tokio::test]
async fn both_engines_have_the_same_tables() {
    let (sqlite, postgres) = (Fresh::sqlite().await, Fresh::postgres().await);
    assert_eq!(schema_of(&sqlite).await, schema_of(&postgres).await);
    sqlite.finish().await;
    postgres.finish().await;
}

async fn the_school_comes_first_in_every_key(fresh: &Fresh) {
    let schema = schema_of(fresh).await;
    let log = ["audit_head", "log_leaf", "log_node", "upkeep", "expiry"];
    for (table, _) in ALLOWED.iter().filter(|(table, _)| !log.contains(table)) {
        let key = &schema[&((*table).to_owned(), "school_id".to_owned())];
        assert_eq!(key, &("blob".to_owned(), false, 1), "{table}");
    }
}

#[tokio::test]
async fn no_table_of_sqlite_counts_its_rows() {
    // protocol 3.7: insertion order is metadata. The rows of `envelope` have numbers, drawn at random.
    let fresh = Fresh::sqlite().await;
    let mut tx = fresh.database.read().await.unwrap();
    let On::Sqlite(inner) = &mut tx.on else {
        panic!("this is SQLite");
    };
    let with_row_numbers: Vec<String> = sqlx::query_scalar(
        "select name from pragma_table_list where type = 'table' and wr = 0 and schema = 'main' \
         and name not like 'sqlite_%' and name not like '\\_sqlx\\_%' escape '\\'",
    )
    .fetch_all(&mut **inner)
    .await
    .unwrap();
    assert_eq!(with_row_numbers, ["envelope"]);
    drop(tx);
    fresh.finish().await;
}
