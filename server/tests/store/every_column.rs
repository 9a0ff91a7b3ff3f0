//! R18: whatever bit of the database flips, something sees it. Every column is in an index, which the engine's own check
//! compares with the table, or in a list of what else vouches for it; and bits are really flipped, row by row.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use rand_core::Rng;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection, ValueRef};
use tokio::time::timeout;

use crate::database::Fresh;
use crate::fixtures::{report, rng, submit, with_school};

/// A file this small is read and checked in milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// Columns in no index, and what notices a flipped bit in them.
const VOUCHED: &[(&str, &[&str], &str)] = &[
    (
        "audit_head",
        &["log", "size", "root", "edge", "checkpoint"],
        "the log keeper: edge, root, size and signature must agree",
    ),
    (
        "log_leaf",
        &["log_index", "leaf"],
        "the scan: leaves must add up to the root",
    ),
    (
        "log_node",
        &["height", "place", "hash"],
        "the scan: subtrees must be what their leaves add up to",
    ),
    (
        "log_opening",
        &["opening", "plain"],
        "a cipher's tag; the leaf in the log is the hash of it",
    ),
    (
        "envelope",
        &[
            "message_id",
            "kind",
            "hour",
            "header",
            "commitment",
            "body_hash",
            "slots",
            "body",
        ],
        "ciphers' tags, which cover the open columns",
    ),
    ("cases", &["audit_key"], "a cipher's tag"),
    (
        "bookmark",
        &["sealed"],
        "a cipher's tag, and the reader's own",
    ),
    ("founding", &["state"], "a cipher's tag"),
    ("directory", &["directory"], "its hash and signatures"),
    ("directory_draft", &["directory"], "its hash"),
    ("directory_signature", &["signature"], "it is a signature"),
    ("staff", &["vault"], "a cipher's tag in the browser"),
    (
        "recovery_set",
        &["shares", "key_copy"],
        "signed and sealed in the browser",
    ),
    (
        "recovery_ask",
        &["ask", "vault"],
        "signed and sealed in the browser",
    ),
    (
        "recovery_piece",
        &["piece"],
        "a sum that does not add up is told in the drill",
    ),
    (
        "recovery_gift",
        &["gift"],
        "signed and sealed in the browser",
    ),
];

const INDEXED: &str = "select m.name, x.name from sqlite_schema m join pragma_index_list(m.name) l \
     join pragma_index_xinfo(l.name) x where m.type = 'table' and l.partial = 0 and x.name is not null \
     and not (l.origin = 'pk' and (select wr from pragma_table_list where name = m.name) = 1)";

const COLUMNS: &str = "select m.name, c.name from sqlite_schema m join pragma_table_info(m.name) c \
     where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '\\_sqlx\\_%' escape '\\'";

async fn open(file: &Path) -> sqlx::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    options.disable_statement_logging().connect().await
}

async fn pairs(
    connection: &mut SqliteConnection,
    text: &'static str,
) -> BTreeSet<(String, String)> {
    let rows: Vec<(String, String)> = sqlx::query_as(text).fetch_all(connection).await.unwrap();
    rows.into_iter().collect()
}

fn vouched() -> BTreeSet<(String, String)> {
    let pairs = VOUCHED.iter().flat_map(|(table, columns, _)| {
        columns
            .iter()
            .map(|column| ((*table).to_owned(), (*column).to_owned()))
    });
    pairs.collect()
}

// R18
#[tokio::test]
async fn every_column_is_in_an_index_or_somebody_vouches_for_it() {
    let fresh = Fresh::sqlite().await;
    let mut connection = open(&fresh.folder.path().join("sotto.sqlite"))
        .await
        .unwrap();
    let columns = pairs(&mut connection, COLUMNS).await;
    let indexed = pairs(&mut connection, INDEXED).await;
    let uncovered: Vec<_> = columns.difference(&indexed).cloned().collect();
    let known: Vec<_> = vouched().into_iter().collect();
    assert_eq!(uncovered, known);
    connection.close().await.unwrap();
    fresh.finish().await;
}

/// All rows of all tables, cell by cell; `None` if the file cannot be read.
async fn cells(
    connection: &mut SqliteConnection,
    columns: &[(String, String)],
) -> Option<Vec<Vec<Vec<u8>>>> {
    let mut all = Vec::new();
    for (table, column) in columns {
        // By its own place, so that a row that moved shows.
        let text = format!("select \"{column}\" from \"{table}\" not indexed");
        let rows: Vec<SqliteRow> = sqlx::query(AssertSqlSafe(text))
            .fetch_all(&mut *connection)
            .await
            .ok()?;
        let cells = rows.iter().map(|row| {
            let value = row.try_get_raw(0).ok()?;
            if value.is_null() {
                return Some(Vec::new());
            }
            let bytes: Vec<u8> = row.try_get_unchecked(0).ok()?;
            Some(bytes)
        });
        all.push(cells.collect::<Option<_>>()?);
    }
    Some(all)
}

async fn engine_is_content(connection: &mut SqliteConnection) -> bool {
    let found: Result<Vec<String>, _> = sqlx::query_scalar("pragma integrity_check(1)")
        .fetch_all(connection)
        .await;
    matches!(found.as_deref(), Ok([whole]) if whole == "ok")
}

/// What a file says now, and whether the engine finds nothing wrong with it; `None` if it cannot be read.
async fn read_spoiled(
    file: &Path,
    columns: &[(String, String)],
) -> Result<Option<(Vec<Vec<Vec<u8>>>, bool)>, sqlx::Error> {
    let mut connection = open(file).await?;
    let read = match cells(&mut connection, columns).await {
        Some(cells) => Some((cells, engine_is_content(&mut connection).await)),
        None => None,
    };
    // What was read counts, however the driver parts from such a file.
    let _closed = connection.close().await;
    Ok(read)
}

// R18: a bit that changes what is read and that the engine does not see is in a column that something else vouches for.
#[tokio::test]
async fn no_flipped_bit_changes_a_row_unseen() {
    let flips = std::env::var("SOTTO_FLIPS").map_or(300, |text| text.parse().unwrap());
    let fresh = Fresh::sqlite().await;
    with_school(&fresh.database).await.commit().await.unwrap();
    for number in 1..=4 {
        let mut tx = fresh.database.write().await.unwrap();
        submit(&mut tx, &report(number), u64::from(number)).await;
        tx.commit().await.unwrap();
    }
    assert!(fresh.database.scrub().await.unwrap());
    let file = fresh.folder.path().join("sotto.sqlite");
    let spoiled = fresh.folder.path().join("spoiled.sqlite");
    let mut connection = open(&file).await.unwrap();
    let columns: Vec<_> = pairs(&mut connection, COLUMNS).await.into_iter().collect();
    let before = cells(&mut connection, &columns).await.unwrap();
    assert!(engine_is_content(&mut connection).await);
    connection.close().await.unwrap();
    let (whole, vouched) = (fs::read(&file).unwrap(), vouched());
    let (mut rng, mut changed, mut vouched_for) = (rng(18), 0, 0);
    for _ in 0..flips {
        // Most of a page is empty; a place that holds something is drawn until there is one.
        let place = loop {
            let place = rng.next_u64() as usize % whole.len();
            if whole[place] != 0 {
                break place;
            }
        };
        let bit = 1 << (rng.next_u32() % 8);
        let mut bytes = whole.clone();
        bytes[place] ^= bit;
        fs::write(&spoiled, bytes).unwrap();
        // The driver gives up on a schema that is no text any more, and sometimes never answers again: seen.
        let Ok(Ok(read)) = timeout(PATIENCE, read_spoiled(&spoiled, &columns)).await else {
            continue;
        };
        if let Some((after, content)) = read
            && after != before
        {
            changed += 1;
            let seen = !content;
            for (column, _) in columns
                .iter()
                .zip(before.iter().zip(&after))
                .filter(|(_, (a, b))| a != b)
            {
                assert!(
                    seen || vouched.contains(column),
                    "byte {place}, bit {bit}: {column:?}, unseen"
                );
                vouched_for += u32::from(!seen);
            }
        }
    }
    assert!(
        changed > 10 && vouched_for > 3,
        "{changed} changed something, {vouched_for} vouched for"
    );
    fresh.finish().await;
}
