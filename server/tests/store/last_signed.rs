//! The checkpoint outside the database: nothing is signed that does not extend it, on any node, after any restart.

use std::path::{Path, PathBuf};

use protocol::audit::{Kind, NO_KEY};
use protocol::id::Hash;
use server::accept_rollback::{Accepted, Place, accept};
use server::checkpoint_file::CheckpointFile;
use server::clock::Moment;
use server::log_keeper::{Act, LogKeeper, Recorded};
use server::randomness::Randomness;
use server::store::{Database, On, StoreError, Transaction, UpkeepKind};

use crate::database::Fresh;
use crate::fixtures::{NOON, SCHOOL, hash, keeper, rng, with_school};

both!(
    the_file_knows_what_an_answer_shows,
    a_database_that_went_back_is_refused_before_and_after_a_restart,
    another_history_of_the_same_length_is_refused,
    an_act_that_was_undone_is_forgotten,
    two_nodes_hold_each_other_to_one_history,
    a_command_beside_the_server_signs_too,
    many_acts_at_once_all_end_up_in_the_file,
    an_act_stands_though_the_file_cannot_be_written,
    a_rollback_is_accepted_aloud,
    another_servers_database_is_refused,
);

fn path(fresh: &Fresh, name: &str) -> PathBuf {
    fresh.folder.path().join(name)
}

fn node(path: &Path) -> LogKeeper {
    keeper().remembering(path.to_owned()).unwrap()
}

fn in_file(path: &Path) -> (u64, Hash) {
    let file = CheckpointFile::new(path.to_owned(), keeper().verifying_key());
    let found = file.read().unwrap().unwrap().0;
    (found.size, found.root)
}

async fn head(database: &Database) -> (u64, String) {
    let mut tx = database.read().await.unwrap();
    let checkpoint = keeper().checkpoint(&mut tx).await.unwrap();
    (keeper().size(&mut tx).await.unwrap(), checkpoint)
}

async fn record(tx: &mut Transaction, log: &LogKeeper, n: u8) -> Result<Recorded, StoreError> {
    let act = Act::School {
        kind: Kind::Invited,
        key: NO_KEY,
        hour: NOON,
        what: hash(n),
    };
    log.record(tx, SCHOOL, &act, &mut rng(u64::from(n))).await
}

async fn one(database: &Database, log: &LogKeeper, n: u8) -> Result<(), StoreError> {
    let mut tx = database.write().await?;
    let recorded = record(&mut tx, log, n).await?;
    log.commit(tx, &recorded).await
}

async fn fill(database: &Database, log: &LogKeeper, numbers: std::ops::Range<u8>) {
    for n in numbers {
        one(database, log, n).await.unwrap();
    }
}

async fn run(tx: &mut Transaction, text: &'static str) {
    match &mut tx.on {
        On::Sqlite(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
        On::Postgres(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
    }
}

/// A copy of the log's rows, and putting them back: what a restored database looks like.
async fn save(database: &Database) {
    let mut tx = database.write().await.unwrap();
    run(&mut tx, "create table old_head as select * from audit_head").await;
    tx.commit().await.unwrap();
}

async fn put_back(database: &Database) {
    let mut tx = database.write().await.unwrap();
    for text in [
        "delete from log_opening where log_index >= (select size from old_head)",
        "delete from log_leaf where log_index >= (select size from old_head)",
        "delete from log_node where (height = 4 and (place + 1) * 16 > (select size from old_head)) \
         or height > 4",
        "delete from audit_head",
        "insert into audit_head select * from old_head",
        "drop table old_head",
    ] {
        run(&mut tx, text).await;
    }
    tx.commit().await.unwrap();
}

async fn school(fresh: &Fresh) {
    with_school(&fresh.database).await.commit().await.unwrap();
}

async fn the_file_knows_what_an_answer_shows(fresh: &Fresh) {
    // R19
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let log = node(&path);
    log.vouch(&fresh.database).await.unwrap();
    assert!(!path.exists(), "nothing was signed yet");
    for n in 0..20 {
        one(&fresh.database, &log, n).await.unwrap();
        assert_eq!(in_file(&path).0, u64::from(n) + 1);
    }
    // A new process goes on where the file ends.
    let log = node(&path);
    log.vouch(&fresh.database).await.unwrap();
    one(&fresh.database, &log, 20).await.unwrap();
    assert_eq!(in_file(&path).0, 21);
    assert_eq!(log.complaint(), None);
}

async fn a_database_that_went_back_is_refused_before_and_after_a_restart(fresh: &Fresh) {
    // R19, R26
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let log = node(&path);
    fill(&fresh.database, &log, 0..5).await;
    save(&fresh.database).await;
    fill(&fresh.database, &log, 5..20).await;
    put_back(&fresh.database).await;
    let before = head(&fresh.database).await;
    assert_eq!(before.0, 5);

    let restarted = node(&path);
    for log in [&log, &restarted] {
        let refused = one(&fresh.database, log, 30).await.unwrap_err();
        let StoreError::RolledBack { signed, found } = refused else {
            panic!("{refused}");
        };
        assert_eq!((signed, found), (20, 5));
        let refused = log.vouch(&fresh.database).await.unwrap_err().to_string();
        assert!(refused.contains("accept-rollback"), "{refused}");
        assert!(log.complaint().is_some());
    }
    assert_eq!(head(&fresh.database).await, before, "nothing was signed");
    assert_eq!(in_file(&path).0, 20);
}

async fn another_history_of_the_same_length_is_refused(fresh: &Fresh) {
    // R19: as long, longer, and shorter by one.
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let log = node(&path);
    fill(&fresh.database, &log, 0..5).await;
    save(&fresh.database).await;
    fill(&fresh.database, &log, 5..9).await;
    put_back(&fresh.database).await;
    // Somebody without the file signs on.
    let forgetful = keeper();
    for n in 100..104 {
        one(&fresh.database, &forgetful, n).await.unwrap();
        assert!(log.vouch(&fresh.database).await.is_err(), "{n}");
        assert!(one(&fresh.database, &log, 50).await.is_err(), "{n}");
        assert!(node(&path).vouch(&fresh.database).await.is_err(), "{n}");
    }
    assert_eq!(in_file(&path).0, 9);
}

async fn an_act_that_was_undone_is_forgotten(fresh: &Fresh) {
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let log = node(&path);
    fill(&fresh.database, &log, 0..3).await;
    for n in 10..14 {
        let mut tx = fresh.database.write().await.unwrap();
        drop(record(&mut tx, &log, n).await.unwrap());
        drop(record(&mut tx, &log, n + 50).await.unwrap());
        drop(tx);
        log.vouch(&fresh.database).await.unwrap();
    }
    fill(&fresh.database, &log, 20..23).await;
    // Two entries in one act.
    let mut tx = fresh.database.write().await.unwrap();
    drop(record(&mut tx, &log, 30).await.unwrap());
    let last = record(&mut tx, &log, 31).await.unwrap();
    log.commit(tx, &last).await.unwrap();
    assert_eq!(in_file(&path).0, 8);
    assert_eq!(log.complaint(), None);
}

async fn two_nodes_hold_each_other_to_one_history(fresh: &Fresh) {
    // R19 with several servers over one database: each has a file of its own.
    school(fresh).await;
    let paths = [path(fresh, "one"), path(fresh, "two")];
    let nodes = [node(&paths[0]), node(&paths[1])];
    let mut n = 0;
    for turns in [1, 2, 1, 7, 3, 40, 1, 20] {
        for _ in 0..turns {
            one(&fresh.database, &nodes[turns % 2], n).await.unwrap();
            n += 1;
        }
        assert_eq!(in_file(&paths[turns % 2]).0, u64::from(n));
    }
    for node in &nodes {
        node.vouch(&fresh.database).await.unwrap();
    }
    assert_eq!(in_file(&paths[0]), in_file(&paths[1]));

    save(&fresh.database).await;
    one(&fresh.database, &nodes[0], 100).await.unwrap();
    put_back(&fresh.database).await;
    // The second node saw nothing of what was lost; it may go on. The first may not, and says so.
    assert!(nodes[0].vouch(&fresh.database).await.is_err());
    one(&fresh.database, &nodes[1], 101).await.unwrap();
    assert!(one(&fresh.database, &nodes[0], 102).await.is_err());
}

async fn a_command_beside_the_server_signs_too(fresh: &Fresh) {
    // `sotto school import` while the server runs: two processes, one file.
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let (server, command) = (node(&path), node(&path));
    fill(&fresh.database, &server, 0..3).await;
    command.vouch(&fresh.database).await.unwrap();
    // The file is written by one while the other has an act on its way.
    let mut tx = fresh.database.write().await.unwrap();
    let recorded = record(&mut tx, &command, 10).await.unwrap();
    command.commit(tx, &recorded).await.unwrap();
    for n in 20..24 {
        one(&fresh.database, &server, n).await.unwrap();
        one(&fresh.database, &command, n + 20).await.unwrap();
    }
    for log in [&server, &command] {
        one(&fresh.database, log, 99).await.unwrap();
        log.vouch(&fresh.database).await.unwrap();
        assert_eq!(log.complaint(), None);
    }
    assert_eq!(in_file(&path).0, 14);
}

async fn many_acts_at_once_all_end_up_in_the_file(fresh: &Fresh) {
    // The write is shared by acts that commit together; none returns before the file knows it.
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let log = std::sync::Arc::new(node(&path));
    let acts: Vec<_> = (0..64)
        .map(|n| {
            let (database, log, path) = (fresh.database.clone(), log.clone(), path.clone());
            tokio::spawn(async move {
                let mut tx = database.write().await.unwrap();
                let recorded = record(&mut tx, &log, n).await.unwrap();
                log.commit(tx, &recorded).await.unwrap();
                assert!(in_file(&path).0 > recorded.index);
            })
        })
        .collect();
    for act in acts {
        act.await.unwrap();
    }
    assert_eq!(in_file(&path).0, 64);
    node(&path).vouch(&fresh.database).await.unwrap();
}

async fn an_act_stands_though_the_file_cannot_be_written(fresh: &Fresh) {
    // R14: a child's report is not refused because a side file fails; the people who run the machine are told.
    school(fresh).await;
    let folder = path(fresh, "gone");
    let path = folder.join("checkpoint");
    let log = node(&path);
    one(&fresh.database, &log, 1).await.unwrap();
    assert!(log.complaint().unwrap().contains("checkpoint file"));
    assert_eq!(head(&fresh.database).await.0, 1);
    std::fs::create_dir(&folder).unwrap();
    one(&fresh.database, &log, 2).await.unwrap();
    assert_eq!((in_file(&path).0, log.complaint()), (2, None));
}

async fn a_rollback_is_accepted_aloud(fresh: &Fresh) {
    // R26: by hand, and the log says so.
    school(fresh).await;
    let path = path(fresh, "checkpoint");
    let log = node(&path);
    fill(&fresh.database, &log, 0..4).await;
    save(&fresh.database).await;
    fill(&fresh.database, &log, 4..9).await;
    put_back(&fresh.database).await;
    let place = Place {
        database: &fresh.database,
        log: &keeper(),
        file: &CheckpointFile::new(path.clone(), keeper().verifying_key()),
        now: Moment::from_seconds(u64::from(NOON) * 3600),
        randomness: &Randomness::from_rng(rng(5)),
    };
    let kind = UpkeepKind::RollbackAccepted;
    let accepted = accept(&place, kind, "in a test").await.unwrap();
    assert_eq!(accepted, Accepted { lost: 9, found: 4 });

    let log = node(&path);
    log.vouch(&fresh.database).await.unwrap();
    one(&fresh.database, &log, 70).await.unwrap();
    let mut tx = fresh.database.read().await.unwrap();
    let page = log.audit_page(&mut tx, SCHOOL, None).await.unwrap();
    let said = protocol::audit::Entry::decode(&page.entries[1].entry.0).unwrap();
    assert_eq!(said.kind, Kind::Restored);
    let noted = tx.last_upkeep(kind).await.unwrap().unwrap();
    assert_eq!(
        (noted.entries, noted.minute, noted.fine),
        (4, NOON * 60, true)
    );
    assert!(path.with_extension("lost-9").exists());
}

async fn another_servers_database_is_refused(fresh: &Fresh) {
    school(fresh).await;
    let log = node(&path(fresh, "checkpoint"));
    fill(&fresh.database, &log, 0..2).await;
    let key = protocol::keys::SigningSecret::from_seed(zeroize::Zeroizing::new([8; 32]));
    let other = LogKeeper::new(key, "test.example/log").unwrap();
    let refused = other.vouch(&fresh.database).await.unwrap_err().to_string();
    assert!(refused.contains("server.key"), "{refused}");
}
