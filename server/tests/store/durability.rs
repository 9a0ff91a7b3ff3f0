//! What is on disk: settings of the engines, what deletion leaves, and databases that must not be touched.

use std::fs;

use server::store::{Engine, Location, On, StoreError, Transaction, Withdrawn};

use crate::database::Fresh;
use crate::fixtures::{SCHOOL, case, report, with_school};

both!(
    a_database_opens_again_with_what_was_in_it,
    a_newer_schema_is_refused_in_one_sentence_and_left_alone
);

async fn run(tx: &mut Transaction, text: &'static str) {
    match &mut tx.on {
        On::Sqlite(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
        On::Postgres(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
    }
}

async fn a_database_opens_again_with_what_was_in_it(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.commit().await.unwrap();
    let again = crate::database::open(&fresh.location, &fresh.shreds)
        .await
        .unwrap();
    assert_eq!(again.engine(), fresh.database.engine());
    assert_eq!(
        again.row_counts().await.unwrap(),
        fresh.database.row_counts().await.unwrap()
    );
    again.close().await;
}

async fn a_newer_schema_is_refused_in_one_sentence_and_left_alone(fresh: &Fresh) {
    // R29
    let mut tx = fresh.database.write().await.unwrap();
    let newer = match &mut tx.on {
        On::Sqlite(_) => {
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
             values (9999, 'from the future', true, x'00', 0)"
        }
        On::Postgres(_) => {
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
             values (9999, 'from the future', true, '\\x00', 0)"
        }
    };
    run(&mut tx, newer).await;
    tx.commit().await.unwrap();
    let before = fresh.database.row_counts().await.unwrap();
    let refusal = crate::database::open(&fresh.location, &fresh.shreds)
        .await
        .err()
        .unwrap();
    assert!(matches!(
        refusal,
        StoreError::NewerSchema {
            found: 9999,
            known: 1..
        }
    ));
    assert!(refusal.to_string().contains("newer Sotto"));
    assert_eq!(fresh.database.row_counts().await.unwrap(), before);
}

/// How often the marker is in any file of the database's folder.
fn found(fresh: &Fresh, marker: &[u8]) -> usize {
    let files = fs::read_dir(fresh.folder.path()).unwrap();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .map(|bytes| {
            bytes
                .windows(marker.len())
                .filter(|window| *window == marker)
                .count()
        })
        .sum()
}

#[tokio::test]
async fn what_a_pupil_took_back_is_in_no_file() {
    // protocol 8; P62. PostgreSQL keeps dead rows until VACUUM: see migrations/README.md.
    const MARKER: &[u8] = b"canary-4f1d9c-in-sealed-bytes";
    let fresh = Fresh::sqlite().await;
    let mut tx = with_school(&fresh.database).await;
    for n in 1..=20 {
        let mut report = report(n);
        report.envelope.body = MARKER.repeat(300);
        // Of what a report consists of, the header alone is not wrapped.
        report.envelope.header = MARKER.repeat(20);
        report.envelope.slots[0].enc = MARKER.repeat(40)[..1120].to_vec();
        tx.insert_report(&report).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert!(fresh.database.scrub().await.unwrap());
    assert!(
        found(&fresh, MARKER) > 300,
        "the test looks in the right place"
    );

    for n in 1..=20 {
        let mut tx = fresh.database.write().await.unwrap();
        assert_eq!(
            tx.withdraw(SCHOOL, case(n)).await.unwrap(),
            Withdrawn::Erased
        );
        tx.commit().await.unwrap();
    }
    assert!(fresh.database.scrub().await.unwrap());
    assert_eq!(found(&fresh, MARKER), 0);
    fresh.finish().await;
}

#[tokio::test]
async fn sqlite_runs_with_the_settings_that_keep_an_acknowledgement() {
    // R12, R48; reliability.md "Values to start from"
    let fresh = Fresh::sqlite().await;
    assert_eq!(fresh.database.engine(), Engine::Sqlite);
    for (name, writer, reader) in [
        ("pragma synchronous", 2, 2),
        ("pragma secure_delete", 1, 1),
        ("pragma foreign_keys", 1, 1),
        ("pragma busy_timeout", 5000, 5000),
        ("pragma query_only", 0, 1),
    ] {
        for (mut tx, expected) in [
            (fresh.database.write().await.unwrap(), writer),
            (fresh.database.read().await.unwrap(), reader),
        ] {
            let On::Sqlite(tx) = &mut tx.on else {
                panic!("this is SQLite");
            };
            let value: i64 = sqlx::query_scalar(name).fetch_one(&mut **tx).await.unwrap();
            assert_eq!(value, expected, "{name}");
        }
    }
    let mut tx = fresh.database.read().await.unwrap();
    let On::Sqlite(inner) = &mut tx.on else {
        panic!("this is SQLite");
    };
    let mode: String = sqlx::query_scalar("pragma journal_mode")
        .fetch_one(&mut **inner)
        .await
        .unwrap();
    assert_eq!(mode, "wal");
    drop(tx);
    fresh.finish().await;
}

#[tokio::test]
async fn postgres_runs_with_short_time_outs_and_synchronous_commits() {
    let fresh = Fresh::postgres().await;
    let mut tx = fresh.database.write().await.unwrap();
    let On::Postgres(inner) = &mut tx.on else {
        panic!("this is PostgreSQL");
    };
    for (name, expected) in [
        ("show synchronous_commit", "on"),
        ("show statement_timeout", "5s"),
        ("show idle_in_transaction_session_timeout", "10s"),
    ] {
        let value: String = sqlx::query_scalar(name)
            .fetch_one(&mut **inner)
            .await
            .unwrap();
        assert_eq!(value, expected, "{name}");
    }
    drop(tx);
    fresh.finish().await;
}

#[tokio::test]
async fn a_session_that_turned_read_only_is_thrown_away() {
    // R22: a demoted primary must not stay in the pool.
    let fresh = Fresh::postgres().await;
    let mut tx = fresh.database.write().await.unwrap();
    run(&mut tx, "set default_transaction_read_only = on").await;
    tx.commit().await.unwrap();
    for _ in 0..5 {
        fresh.database.probe().await.unwrap();
    }
    fresh.finish().await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sotto.sqlite");
    fs::write(&path, b"this is not a database, whatever its name says").unwrap();
    let shreds = Location::Sqlite(folder.path().join("shred.sqlite"));
    let refusal = crate::database::open(&Location::Sqlite(path.clone()), &shreds).await;
    assert!(refusal.is_err());
    assert_eq!(
        fs::read(&path).unwrap(),
        b"this is not a database, whatever its name says"
    );
}
