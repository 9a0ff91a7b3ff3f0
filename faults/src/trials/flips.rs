//! R18: one bit of one page is flipped, again and again, in the database or in the store of keys. Whatever the bit was,
//! nobody is shown a wrong text or a board that silently lacks a case, and what the engine can see of it is told within
//! a minute and refused by the backup.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use rand_core::Rng;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use crate::outcome::{Outcome, ensure};
use crate::people::wait_for;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::school::Ground;
use crate::watch::{now, until};

const SMALL: u32 = 6;
/// R18: told after so long at most.
const TOLD: Duration = Duration::from_secs(60);
const DATABASE: &str = "sotto.sqlite";
const KEYS: &str = "sotto.shred.sqlite";
/// What the ledger says when people would have been shown less or other than was said.
const WRONG: [&str; 6] = [
    "LOST",
    "DOUBLED",
    "nobody ever said",
    "in another's case",
    "is there",
    "twice",
];

/// How flips ended.
#[derive(Default)]
struct Sum {
    /// Everything was there as before: the bit is in no use, or in something that nobody reads.
    unharmed: u32,
    /// The server would not start, and said why.
    refused: u32,
    /// Somebody was told that something cannot be read.
    read: u32,
    /// The server said by itself that it is damaged.
    alarmed: u32,
    /// Of all: those that the engine itself sees.
    seen: u32,
    slowest: Duration,
}

/// So many flips, each in a fresh copy of the same folder.
pub fn every_page(ground: &Ground) -> Outcome<String> {
    let mut sum = Sum::default();
    let flips = ground.rounds_or(SMALL);
    let school = ground.sqlite()?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    let code = now().0 / 30;
    for when in ["first", "second", "third"] {
        scene.tell_well(when)?;
        reader.work(&scene.ledger, when);
    }
    reader.check(&scene.ledger)?;
    // Stopped in order, everything is in the files themselves.
    server.terminate()?;
    let stopped = server.ended(Duration::from_secs(20))?;
    ensure!(stopped.is_some(), "it does not stop");
    let whole = TempDir::new()?;
    let data = &school.launch.data;
    copy(data, whole.path())?;
    // Each copy knows of one used code, and so lets the reader in by the next.
    until("the next code", Duration::from_secs(35), || {
        now().0 / 30 > code
    })?;
    for number in 0..flips {
        copy(whole.path(), data)?;
        let mut rng = ground.rng("flips", number);
        let name = if rng.next_u32().is_multiple_of(10) {
            KEYS
        } else {
            DATABASE
        };
        let file = data.join(name);
        let length = fs::metadata(&file)?.len();
        let place = (u64::from(rng.next_u32()) * length) >> 32;
        let bit = rng.next_u32() % 8;
        flip(&file, place, 1 << bit)?;
        one(&scene, &file, &mut sum)
            .map_err(|fault| format!("flip {number}, {name}, byte {place}, bit {bit}: {fault}"))?;
    }
    Ok(format!(
        "{flips} flips: {} in what nobody reads, {} starts refused, {} told on reading, {} by an alarm (after at most \
         {:.0} s); {} seen by the engine, none of them in a backup; never a wrong text or a case less",
        sum.unharmed,
        sum.refused,
        sum.read,
        sum.alarmed,
        sum.slowest.as_secs_f64(),
        sum.seen
    ))
}

fn one(scene: &Scene, file: &Path, sum: &mut Sum) -> Outcome {
    let school = scene.school;
    let seen = engine_sees(file);
    sum.seen += u32::from(seen);
    fs::write(&school.launch.log, "")?;
    let server = school.launch.start_at(&scene.door);
    if let Ok(server) = &server {
        let looked = [look(scene), scene.come_back()];
        let faults: Vec<String> = looked
            .iter()
            .filter_map(|outcome| outcome.as_ref().err().map(ToString::to_string))
            .collect();
        let wrong = faults
            .iter()
            .find(|fault| WRONG.iter().any(|wrong| fault.contains(wrong)));
        if seen || wrong.is_some() {
            let told = until("said that it is damaged", TOLD, || !server.is_ready());
            let told = told.map_err(|fault| format!("{wrong:?}: {fault}\n{}", server.log()))?;
            ensure!(server.log().contains("ALARM"), "nobody was alarmed");
            sum.slowest = sum.slowest.max(told);
            sum.alarmed += 1;
        } else if faults.is_empty() {
            sum.unharmed += 1;
        } else {
            sum.read += 1;
        }
    } else {
        let said = fs::read_to_string(&school.launch.log)?;
        ensure!(
            said.contains("sotto: "),
            "it did not start and did not say why"
        );
        sum.refused += 1;
    }
    drop(server);
    if seen {
        no_backup(scene, file)?;
    }
    Ok(())
}

/// A reader signs in afresh and looks at everything.
fn look(scene: &Scene) -> Outcome {
    let mut reader = Reader::sign_in(scene.school, &scene.door, scene.ground.rng("looks", 0))?;
    reader.check(&scene.ledger)
}

fn flip(file: &Path, place: u64, bit: u8) -> Outcome {
    let file = File::options().read(true).write(true).open(file)?;
    let mut byte = [0];
    file.read_exact_at(&mut byte, place)?;
    file.write_all_at(&[byte[0] ^ bit], place)?;
    Ok(())
}

/// Whether the engine finds something wrong with the file by itself.
fn engine_sees(file: &Path) -> bool {
    let found = wait_for(async {
        let options = SqliteConnectOptions::new().filename(file).read_only(true);
        let mut connection = options.disable_statement_logging().connect().await?;
        let complaints: Vec<String> = sqlx::query_scalar("pragma integrity_check")
            .fetch_all(&mut connection)
            .await?;
        connection.close().await?;
        Ok::<_, sqlx::Error>(complaints)
    });
    !matches!(found.as_deref(), Ok([whole]) if whole == "ok")
}

/// What the engine sees is not copied over good backups.
fn no_backup(scene: &Scene, file: &Path) -> Outcome {
    let launch = &scene.school.launch;
    let mut command = Command::new(&launch.program);
    let place = TempDir::new()?;
    command.arg("backup").arg("--data").arg(&launch.data);
    if file.ends_with(KEYS) {
        command.arg("--shred");
    }
    let output = command.arg(place.path()).stdin(Stdio::null()).output()?;
    ensure!(!output.status.success(), "a damaged database was backed up");
    let left = fs::read_dir(place.path())?.count();
    ensure!(left == 0, "a backup that was refused left {left} files");
    Ok(())
}

/// The files of one folder over those of another.
fn copy(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
