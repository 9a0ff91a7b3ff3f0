//! R29: a newer program is killed at every write and sync of bringing an older database up to date. Started again it
//! finishes, and everything is there.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use crate::invariants::check_sqlite;
use crate::outcome::{Outcome, ensure};
use crate::people::wait_for;
use crate::scene::Scene;
use crate::school::Ground;
use crate::tracer::killing;

const MOST: u32 = 600;

/// The newest step, and what undoes it and those before it back to the last that turned a table with rows over. A
/// database that is older can only be made by hand.
const NEWEST: i64 = 22;
const UNDONE: [&str; 8] = [
    "drop table founding",
    "drop table school_contact",
    "create table slot_older (school_id blob not null, key_id blob not null, case_id blob not null, \
     primary key (school_id, key_id, case_id), \
     foreign key (school_id, case_id) references cases (school_id, case_id)) without rowid",
    "insert into slot_older select school_id, key_id, case_id from slot",
    "drop table slot",
    "alter table slot_older rename to slot",
    "create index slot_by_case on slot (school_id, case_id, key_id)",
    "delete from _sqlx_migrations where version >= 20",
];

/// Every point, or every few of them in the small version. Two older databases: an empty one, on which every step
/// runs, and a school's, which lacks the newest steps.
pub fn every_call(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, server, _) = Scene::begin(ground, &school)?;
    scene.tell_well("before the newer program")?;
    server.kill()?;
    let older = school.launch.data.clone();
    wait_for(undo_newest(&older.join("sotto.sqlite")))?;
    let empty = school.folder.path().join("empty");
    fs::create_dir(&empty)?;
    let mut sum = Vec::new();
    // One step writes little, all of them write much.
    for (what, from, coarse) in [("a school's", &older, 5), ("an empty", &empty, 29)] {
        let step = if ground.rounds.is_some() { 1 } else { coarse };
        let mut tried = 0;
        for point in (1..MOST).step_by(step) {
            let place = tempfile::Builder::new().prefix("sotto-faults-").tempdir()?;
            copy_files(from, place.path())?;
            let file = place.path().join("sotto.sqlite");
            let mut launch = school.launch.clone();
            launch.data = place.path().into();
            let files: Vec<PathBuf> = ["sotto.sqlite", "sotto.sqlite-wal", "sotto.shred.sqlite"]
                .iter()
                .map(|name| place.path().join(name))
                .collect();
            launch.through = killing(&files, point);
            tried += 1;
            if let Ok(server) = launch.start() {
                ensure!(server.is_ready(), "{what} {point}: not ready");
                break;
            }
            launch.through.clear();
            let server = launch.start_at(&scene.door);
            let server = server.map_err(|fault| format!("{what} {point}: {fault}"))?;
            ensure!(server.is_ready(), "{what} {point}: not ready");
            if what == "a school's" {
                scene
                    .come_back()
                    .map_err(|fault| format!("{what} {point}: {fault}"))?;
            }
            server.kill()?;
            check_sqlite(&file).map_err(|fault| format!("{what} {point}: {fault}"))?;
        }
        ensure!(tried > 2, "{what}: nothing was killed");
        sum.push(format!("{tried} on {what} database"));
    }
    Ok(format!("points: {}; each came up whole", sum.join(", ")))
}

/// The database as the program before the newest steps left it.
async fn undo_newest(file: &Path) -> Outcome {
    let options = SqliteConnectOptions::new().filename(file);
    let mut connection = options.disable_statement_logging().connect().await?;
    let newest: i64 = sqlx::query_scalar("select max(version) from _sqlx_migrations")
        .fetch_one(&mut connection)
        .await?;
    ensure!(
        newest == NEWEST,
        "step {newest} is newer: undo that one in UNDONE"
    );
    for statement in UNDONE {
        sqlx::query(statement).execute(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}

fn copy_files(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
