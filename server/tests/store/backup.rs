//! Backups: whole, verified, portable between the engines, refused when changed; and the drill.

use std::fs;
use std::path::{Path, PathBuf};

use protocol::keys::SigningSecret;
use server::backup::{self, KEPT_DAYS, Manifest, Source};
use server::clock::Moment;
use server::randomness::Randomness;
use server::restore::{drill, put_in_place};
use server::store::{Database, Location, UpkeepKind};
use zeroize::Zeroizing;

use crate::database::Fresh;
use crate::fixtures::{NOON, SCHOOL, case, keeper, report, rng, submit, with_school};

both!(
    a_backup_restores_on_either_engine_and_is_the_same_again,
    a_backup_under_load_holds_all_that_was_acknowledged_before,
    a_changed_backup_is_refused_whatever_was_changed,
    backups_past_their_horizon_are_deleted_and_nothing_else,
    a_drill_notices_messages_that_do_not_parse,
);

fn key() -> SigningSecret {
    SigningSecret::from_seed(Zeroizing::new([9; 32]))
}

fn hour(hour: u32) -> Moment {
    Moment::from_seconds(u64::from(hour) * 3600)
}

async fn back_up(database: &Database, place: &Path, now: Moment) -> (PathBuf, Manifest) {
    let source = Source {
        database,
        key: &key(),
        now,
        randomness: &Randomness::system(),
    };
    backup::write(&source, place).await.unwrap()
}

async fn fill(database: &Database, reports: std::ops::Range<u32>) {
    for n in reports {
        let mut tx = database.write().await.unwrap();
        submit(&mut tx, &report(n), u64::from(n)).await;
        tx.commit().await.unwrap();
    }
}

async fn with_reports(fresh: &Fresh, count: u32) {
    with_school(&fresh.database).await.commit().await.unwrap();
    fill(&fresh.database, 1..count + 1).await;
}

/// Hashes of all tables but the one that says that a backup was made.
fn hashes(manifest: &Manifest) -> Vec<(String, u64, String)> {
    let tables = manifest.tables.iter().filter(|one| one.name != "upkeep");
    let mut hashes: Vec<_> = tables
        .map(|one| (one.name.clone(), one.rows, one.sha256.clone()))
        .collect();
    hashes.sort();
    hashes
}

async fn a_backup_restores_on_either_engine_and_is_the_same_again(fresh: &Fresh) {
    // P71, R26: one format, so a backup is also the way from one engine to the other.
    with_reports(fresh, 20).await;
    let place = fresh.folder.path().join("backups");
    let (folder, manifest) = back_up(&fresh.database, &place, hour(NOON)).await;
    assert_eq!((manifest.cases, manifest.entries), (20, 20));
    assert_eq!(
        manifest.tables.len(),
        fresh.database.row_counts().await.unwrap().len()
    );

    let sqlite = Location::Sqlite(fresh.folder.path().join("restored.sqlite"));
    let postgres = Fresh::postgres().await;
    postgres.database.close().await;
    for location in [&sqlite, &postgres.location] {
        let (database, _) = put_in_place(&folder, location, &fresh.shreds, &key().public())
            .await
            .unwrap();
        let again = fresh
            .folder
            .path()
            .join(format!("again-{:?}", database.engine()));
        let (_, copy) = back_up(&database, &again, hour(NOON)).await;
        assert_eq!(hashes(&copy), hashes(&manifest));
        let mut tx = database.read().await.unwrap();
        let (entries, _) = keeper()
            .case_entries(&mut tx, SCHOOL, case(7))
            .await
            .unwrap();
        assert_eq!(entries.len(), 1);
        drop(tx);
        keeper().vouch(&database).await.unwrap();
        // It takes new reports.
        fill(&database, 30..33).await;
        database.close().await;
        // What is there is never overwritten.
        let refused = put_in_place(&folder, location, &fresh.shreds, &key().public()).await;
        let refused = refused.err().unwrap().to_string();
        assert!(refused.contains("nothing was changed"), "{refused}");
    }
    postgres.finish().await;
}

async fn a_backup_under_load_holds_all_that_was_acknowledged_before(fresh: &Fresh) {
    // R26
    with_reports(fresh, 10).await;
    let busy = fresh.database.clone();
    let load = tokio::spawn(async move { fill(&busy, 100..160).await });
    let place = fresh.folder.path().join("backups");
    for round in 0..3 {
        let before = fresh.database.row_counts().await.unwrap();
        let cases = |rows: &[(String, u64)]| rows.iter().find(|one| one.0 == "cases").unwrap().1;
        let (folder, manifest) = back_up(&fresh.database, &place, hour(NOON + round)).await;
        assert!(manifest.cases >= cases(&before));
        assert_eq!(manifest.cases, manifest.entries, "one moment, not two");
        backup::verify(&folder, &key().public()).unwrap();
    }
    load.await.unwrap();
}

async fn a_changed_backup_is_refused_whatever_was_changed(fresh: &Fresh) {
    // R18, R26: every file of it, one bit each.
    with_reports(fresh, 3).await;
    let place = fresh.folder.path().join("backups");
    let (folder, _) = back_up(&fresh.database, &place, hour(NOON)).await;
    let public = key().public();
    backup::verify(&folder, &public).unwrap();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let good = fs::read(&path).unwrap();
        for place in [0, good.len() / 2, good.len().saturating_sub(2)] {
            let Some(byte) = good.get(place) else {
                continue;
            };
            let mut bad = good.clone();
            bad[place] = byte ^ 4;
            fs::write(&path, &bad).unwrap();
            assert!(
                backup::verify(&folder, &public).is_err(),
                "{}",
                path.display()
            );
            let location = Location::Sqlite(fresh.folder.path().join("never.sqlite"));
            assert!(
                put_in_place(&folder, &location, &fresh.shreds, &public)
                    .await
                    .is_err()
            );
            let Location::Sqlite(never) = location else {
                unreachable!()
            };
            assert!(!never.exists());
        }
        fs::write(&path, [&good[..], b"x"].concat()).unwrap();
        assert!(
            backup::verify(&folder, &public).is_err(),
            "{}",
            path.display()
        );
        fs::write(&path, &good).unwrap();
    }
    backup::verify(&folder, &public).unwrap();
    let other = SigningSecret::from_seed(Zeroizing::new([8; 32])).public();
    let refused = backup::verify(&folder, &other).unwrap_err().to_string();
    assert!(refused.contains("server.key"), "{refused}");
}

async fn backups_past_their_horizon_are_deleted_and_nothing_else(fresh: &Fresh) {
    // P63: the horizon that the page names is kept by the tool.
    with_reports(fresh, 1).await;
    let place = fresh.folder.path().join("backups");
    let (first, _) = back_up(&fresh.database, &place, hour(NOON)).await;
    fs::create_dir(place.join("sotto-of-somebody-else")).unwrap();
    fs::write(place.join("notes.txt"), "mine").unwrap();
    let horizon = NOON + KEPT_DAYS * 24;
    let (second, _) = back_up(&fresh.database, &place, hour(horizon)).await;
    assert!(first.exists(), "the last hour still counts");
    let (third, _) = back_up(&fresh.database, &place, hour(horizon + 1)).await;
    assert!(!first.exists() && second.exists() && third.exists());
    assert!(place.join("sotto-of-somebody-else").exists() && place.join("notes.txt").exists());
    // Two in one minute are two.
    let (fourth, _) = back_up(&fresh.database, &place, hour(horizon + 1)).await;
    assert!(fourth != third && third.exists());
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(&fourth).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

async fn a_drill_notices_messages_that_do_not_parse(fresh: &Fresh) {
    // XAM-16: the messages made up for these tests are no messages. Real ones: tests/integration/keeping.rs.
    with_reports(fresh, 12).await;
    let place = fresh.folder.path().join("backups");
    let (folder, _) = back_up(&fresh.database, &place, hour(NOON)).await;
    let scratch = tempfile::tempdir().unwrap();
    let public = key().public();
    let drilled = drill(
        &folder,
        &public,
        &keeper(),
        scratch.path(),
        &fresh.shreds,
        &mut rng(1),
    )
    .await;
    let failure = drilled.unwrap_err().to_string();
    assert!(failure.contains("does not parse"), "{failure}");
    let mut tx = fresh.database.read().await.unwrap();
    let noted = tx.last_upkeep(UpkeepKind::Backup).await.unwrap().unwrap();
    assert_eq!(
        (noted.minute, noted.fine, noted.cases),
        (NOON * 60, true, 12)
    );
}

#[tokio::test]
async fn a_damaged_database_is_not_copied_over_good_backups() {
    // R18: pages of the file are spoiled one after the other; whatever the engine can see is refused.
    let fresh = Fresh::sqlite().await;
    with_reports(&fresh, 60).await;
    fresh.database.close().await;
    let Location::Sqlite(path) = &fresh.location else {
        panic!("this is SQLite");
    };
    let good = fs::read(path).unwrap();
    let place = fresh.folder.path().join("backups");
    let (mut refused, mut rounds) = (0, 0);
    for page in (2048..good.len()).step_by(2048 * 13) {
        let mut bad = good.clone();
        // The head of a page of the tree.
        bad[page] ^= 0x40;
        fs::write(path, &bad).unwrap();
        rounds += 1;
        let outcome = async {
            let database = crate::database::open(&fresh.location, &fresh.shreds).await?;
            let source = Source {
                database: &database,
                key: &key(),
                now: hour(NOON),
                randomness: &Randomness::from_rng(rng(page as u64)),
            };
            let written = backup::write(&source, &place).await;
            database.close().await;
            written
        };
        refused += u32::from(outcome.await.is_err());
    }
    assert!(rounds > 5);
    assert_eq!(refused, rounds);
    let left = fs::read_dir(&place).map_or(0, |entries| entries.count());
    assert_eq!(left, 0, "nothing half done lies about");
}
