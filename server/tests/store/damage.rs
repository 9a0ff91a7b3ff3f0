//! What the engine's own check sees of a spoiled page (R18): at least whatever would change an inbox.

use std::fs;
use std::path::Path;

use protocol::id::{CaseId, KeyId};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use uuid::Uuid;

use crate::database::Fresh;
use crate::fixtures::{SCHOOL, report, with_school};

/// The cases that a key has a slot in, and whether the engine finds nothing wrong. `None` if the file cannot be read.
async fn look(file: &Path, key: &KeyId) -> Option<(Vec<CaseId>, bool)> {
    let options = SqliteConnectOptions::new().filename(file);
    let mut connection = options.connect().await.ok()?;
    let cases: Vec<Uuid> = sqlx::query_scalar(
        "select case_id from slot where school_id = $1 and key_id = $2 order by case_id",
    )
    .bind(SCHOOL.0)
    .bind(key.0.as_slice())
    .fetch_all(&mut connection)
    .await
    .ok()?;
    let complaints: Vec<String> = sqlx::query_scalar("pragma integrity_check")
        .fetch_all(&mut connection)
        .await
        .ok()?;
    connection.close().await.ok()?;
    let cases = cases.into_iter().map(CaseId).collect();
    Some((cases, complaints == ["ok"]))
}

#[tokio::test]
async fn no_flipped_bit_of_a_key_takes_a_case_off_an_inbox_unseen() {
    let fresh = Fresh::sqlite().await;
    with_school(&fresh.database).await.commit().await.unwrap();
    let reports: Vec<_> = (1..=3).map(report).collect();
    let together: Vec<_> = reports.iter().collect();
    let tx = fresh.database.write().await.unwrap();
    let tx = tx.insert_new_reports(&together).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(fresh.database.scrub().await.unwrap());
    let key = reports[0].envelope.slots[0].key;
    let file = fresh.folder.path().join("sotto.sqlite");
    let spoiled = fresh.folder.path().join("spoiled.sqlite");
    let (before, fine) = look(&file, &key).await.unwrap();
    assert!(before.len() == 3 && fine);
    let whole = fs::read(&file).unwrap();
    let here = |place: &usize| whole[*place..].starts_with(&key.0);
    let mut changed = 0;
    for place in (0..whole.len()).filter(here) {
        // The last byte: the order of rows stays as it was.
        let mut bytes = whole.clone();
        bytes[place + 15] ^= 1;
        fs::write(&spoiled, bytes).unwrap();
        if let Some((cases, fine)) = look(&spoiled, &key).await
            && cases != before
        {
            changed += 1;
            assert!(!fine, "byte {place}: {} cases, unseen", cases.len());
        }
    }
    assert!(changed > 0, "no bit changed the inbox");
    fresh.finish().await;
}
