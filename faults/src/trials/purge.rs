//! R27: `sotto purge` is killed at every write, sync and truncate, once counted on the store of keys and once on the
//! database. Whatever it left: the key goes first, and after another purge each case is gone, with one certificate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use client::reporter::message::Failure;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tempfile::TempDir;

use crate::invariants::check_sqlite;
use crate::outcome::{Outcome, ensure};
use crate::people::{Pupil, wait_for};
use crate::scene::Scene;
use crate::school::Ground;
use crate::tracer::killing;
use crate::watch::now;

const MOST: u32 = 400;
/// Reports whose cases are to go; a third stays.
const DUE: [&str; 2] = ["told 1", "told 2"];
const DATABASE: &str = "sotto.sqlite";
const KEYS: &str = "sotto.shred.sqlite";

/// Files of which each is a series of points.
const SERIES: [(&str, &[&str]); 2] = [
    ("keys", &[KEYS, "sotto.shred.sqlite-journal"]),
    ("rows", &[DATABASE, "sotto.sqlite-wal", "checkpoint"]),
];

/// Every point of both series, or every few of them in the small version.
pub fn every_call(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    for when in ["first", "second", "third"] {
        scene.tell_well(when)?;
    }
    reader.check(&scene.ledger)?;
    server.kill()?;
    let mut due = Vec::new();
    for text in DUE {
        let case = reader.case_of(text).ok_or("a case was not opened")?;
        due.push(case.0.as_bytes().to_vec());
    }
    let data = &school.launch.data;
    let before = wait_for(make_due(data, &due))?;
    let step = if ground.rounds.is_some() { 1 } else { 9 };
    let mut sum = Vec::new();
    let mut last = None;
    for (series, files) in SERIES {
        let mut tried = 0;
        for point in (1..MOST).step_by(step) {
            let name = format!("{series} {point}");
            let place = copy(data)?;
            let there = place.path().join("data");
            let watched: Vec<PathBuf> = files.iter().map(|file| there.join(file)).collect();
            let finished = purge(&ground.program, &there, &killing(&watched, point))?;
            let halfway = copy(&there)?;
            wait_for(check_order(&halfway.path().join("data"), &due))
                .map_err(|fault| format!("killed at {name}: {fault}"))?;
            ensure!(
                purge(&ground.program, &there, &[])?,
                "after being killed at {name} it does not finish"
            );
            check_sqlite(&there.join(DATABASE))
                .map_err(|fault| format!("after {name}: {fault}"))?;
            wait_for(check_end(&there, &due, &before))
                .map_err(|fault| format!("after {name}: {fault}"))?;
            tried += 1;
            last = Some(place);
            if finished {
                break;
            }
        }
        ensure!(tried > 2, "{series}: nothing was killed");
        sum.push(format!("{tried} of {series}"));
    }
    let last = last.ok_or("no point was tried")?;
    let mut launch = school.launch.clone();
    launch.data = last.path().join("data");
    let _server = launch.start_at(&scene.door)?;
    scene.come_back()?;
    for (number, (text, words)) in (1..).zip(scene.ledger.codes()) {
        if text != "told 3" {
            ensure!(DUE.contains(&text.as_str()), "{text} was not told here");
            let mut pupil = Pupil::new(&scene.door, &school.file, ground.rng("gone", number))?;
            let told = pupil.come_back(&words);
            ensure!(
                matches!(
                    told,
                    Err(Failure::Gone {
                        taken_back: false,
                        ..
                    })
                ),
                "a pupil whose case is destroyed is told {:?}",
                told.map(|mailbox| mailbox.messages.len())
            );
        }
    }
    Ok(format!(
        "points: {}; key first, one certificate, the other case untouched",
        sum.join(", ")
    ))
}

/// One purge; true when it came to its end.
fn purge(program: &Path, data: &Path, through: &[String]) -> Outcome<bool> {
    let mut command = Command::new("setpriv");
    let status = command
        .arg("--pdeathsig=KILL")
        .args(through)
        .arg(program)
        .args(["purge", "--clock-is-right", "--data"])
        .arg(data)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    Ok(status.success())
}

/// The folder as it is, to look into: what is looked at is changed by being opened.
fn copy(data: &Path) -> Outcome<TempDir> {
    let place = tempfile::Builder::new().prefix("sotto-faults-").tempdir()?;
    let to = place.path().join("data");
    fs::create_dir(&to)?;
    for entry in fs::read_dir(data)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(place)
}

/// To be closed before the folder is copied: a closed database's log goes away when its last connection does.
async fn open(file: &Path) -> Outcome<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(file);
    Ok(options.disable_statement_logging().connect().await?)
}

async fn count(file: &Path, query: &'static str, of: &[u8]) -> Outcome<i64> {
    let mut connection = open(file).await?;
    let query = sqlx::query_scalar(query).bind(of.to_vec());
    let count = query.fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(count)
}

/// What a purge starts from.
struct Before {
    keys: Vec<Vec<u8>>,
    entries: i64,
}

/// As readers' browsers and a year would have left it: the day has come, and everyone was warned in time.
async fn make_due(data: &Path, due: &[Vec<u8>]) -> Outcome<Before> {
    let today = i64::try_from(now().0 / 86_400)?;
    let mut connection = open(&data.join(DATABASE)).await?;
    let mut keys = Vec::new();
    for case in due {
        let key = sqlx::query_scalar(
            "update cases set may_expire = true, destroy_after_day = $2 where case_id = $1 \
             and opened_day is not null returning shred_key",
        );
        keys.push(
            key.bind(case)
                .bind(today)
                .fetch_one(&mut connection)
                .await?,
        );
        for (stage, day) in [(30, today - 8), (7, today - 1)] {
            let warned = sqlx::query(
                "insert into warning (school_id, case_id, staff_id, stage, day) \
                 select c.school_id, c.case_id, s.staff_id, $2, $3 from cases c \
                 join staff s on s.school_id = c.school_id where c.case_id = $1",
            );
            let warned = warned.bind(case).bind(stage).bind(day);
            warned.execute(&mut connection).await?;
        }
    }
    let entries = sqlx::query_scalar("select size from audit_head");
    let entries = entries.fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(Before { keys, entries })
}

/// At any moment: no row is gone, and nothing is certified, while a key is there.
async fn check_order(data: &Path, due: &[Vec<u8>]) -> Outcome {
    let (rows, keys) = (data.join(DATABASE), data.join(KEYS));
    let mut connection = open(&rows).await?;
    let whole: String = sqlx::query_scalar("pragma integrity_check")
        .fetch_one(&mut connection)
        .await?;
    ensure!(whole == "ok", "the database is damaged: {whole}");
    let certified: i64 = sqlx::query_scalar("select count(*) from certificate")
        .fetch_one(&mut connection)
        .await?;
    for case in due {
        let row: Option<(Vec<u8>, bool)> =
            sqlx::query_as("select shred_key, tail_key is not null from cases where case_id = $1")
                .bind(case)
                .fetch_optional(&mut connection)
                .await?;
        let Some((key, doomed)) = row else { continue };
        ensure!(certified == 0, "a case is there after its certificate");
        let there = count(
            &keys,
            "select count(*) from shred_key where key_id = $1",
            &key,
        );
        let there = there.await? == 1;
        ensure!(there || doomed, "a key went before its case was marked");
    }
    connection.close().await?;
    Ok(())
}

/// In the end: nothing of the cases, one certificate for them, one entry for each, and the other case as it was.
async fn check_end(data: &Path, due: &[Vec<u8>], before: &Before) -> Outcome {
    let (rows, keys) = (data.join(DATABASE), data.join(KEYS));
    for key in &before.keys {
        let query = "select count(*) from shred_key where key_id = $1";
        ensure!(count(&keys, query, key).await? == 0, "a key is left");
    }
    for query in [
        "select count(*) from cases where case_id = $1",
        "select count(*) from envelope where case_id = $1",
        "select count(*) from slot where case_id = $1",
        "select count(*) from mailbox where case_id = $1",
        "select count(*) from bookmark where case_id = $1",
        "select count(*) from warning where case_id = $1",
        "select count(*) from log_opening where case_id = $1",
    ] {
        for case in due {
            ensure!(count(&rows, query, case).await? == 0, "left: {query}");
        }
    }
    let mut connection = open(&rows).await?;
    let (certificates, cases): (i64, i64) =
        sqlx::query_as("select count(*), coalesce(sum(cases), 0) from certificate")
            .fetch_one(&mut connection)
            .await?;
    ensure!(
        (certificates, cases) == (1, 2),
        "{certificates} certificates for {cases} cases"
    );
    let (entries, left): (i64, i64) =
        sqlx::query_as("select size, (select count(*) from cases) from audit_head")
            .fetch_one(&mut connection)
            .await?;
    let written = entries - before.entries;
    ensure!(written == 2, "{written} entries for two cases");
    ensure!(left == 1, "{left} cases are left of one");
    connection.close().await?;
    Ok(())
}
