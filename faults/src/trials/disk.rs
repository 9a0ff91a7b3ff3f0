//! The disk and what stands before it: read-only, not syncing, locked, out of descriptors, already in use.

use std::fs;
use std::net::TcpStream;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::mpsc;
use std::thread::{scope, sleep};
use std::time::Duration;

use client::reporter::message::Danger;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use crate::http::get;
use crate::invariants::check_sqlite;
use crate::outcome::{Outcome, ensure};
use crate::people::wait_for;
use crate::scene::Scene;
use crate::school::Ground;
use crate::tracer::Tracer;
use crate::watch::{Watch, until};

const PROMPT: f64 = 2.0;

/// R15: every write fails as on a disk that turned read-only; later the disk is well again.
pub fn read_only(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let tracer = Tracer::inject(&server, "pwrite64,ftruncate,fallocate:error=EROFS")?;
    let told = scene.tell(Danger::Yes)?;
    let reads = scene.come_back();
    let board = reader.adult.board().is_ok();
    tracer.release()?;
    told.was_refused("storage-unavailable", PROMPT)?;
    reads?;
    ensure!(board, "the board could not be read meanwhile");
    scene.tell_well("after")?;
    reader.check(&scene.ledger)?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it was restarted");
    Ok(format!(
        "refused in {:.0} ms, read on, recovered without a restart",
        told.seconds * 1000.0
    ))
}

/// R13: one sync fails. The process must not acknowledge anything after it.
pub fn failed_sync(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let tracer = Tracer::inject(&server, "fdatasync,fsync:error=EIO:when=1")?;
    let watch = Watch::start();
    let told = scene.tell(Danger::Yes)?;
    ensure!(
        told.outcome.is_err(),
        "a report was acknowledged although its sync failed"
    );
    let after = scene.tell(Danger::Yes)?;
    ensure!(
        after.outcome.is_err(),
        "a report was acknowledged after a sync had failed"
    );
    let status = server.ended(Duration::from_secs(5))?;
    let took = watch.elapsed();
    drop(tracer);
    let status = status.ok_or("it goes on after a failed sync")?;
    ensure!(
        took < Duration::from_secs(5) && status.code() == Some(74),
        "it ended with {status} after {took:?}"
    );
    ensure!(server.log().contains("ALARM"), "nobody was alarmed");
    check_sqlite(&school.sqlite_file())?;
    let _again = school.launch.start_at(&scene.door)?;
    reader.check(&scene.ledger)?;
    scene.tell_well("after starting again")?;
    Ok(format!(
        "stopped {:.1} s after the sync failed; everything acknowledged is there",
        took.as_secs_f64()
    ))
}

/// R18: a page that no request needs is spoiled on the disk. The server says so within a minute, and again after a
/// new start; reports go on.
pub fn damage(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, server, _) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    // Stopped in order, everything is in the file itself.
    server.terminate()?;
    let mut server = server;
    let stopped = server.ended(Duration::from_secs(20))?;
    ensure!(stopped.is_some(), "it does not stop");
    let file = school.sqlite_file();
    let page = wait_for(root_page(&file, "certificate"))?;
    let server = school.launch.start_at(&scene.door)?;
    ensure!(server.is_ready(), "not ready although all is well");
    let database = fs::File::options().write(true).open(&file)?;
    database.write_all_at(&[0xff; 8], page)?;
    let noticed = until("said that it is damaged", Duration::from_secs(60), || {
        !server.is_ready()
    })?;
    ensure!(server.log().contains("ALARM"), "nobody was alarmed");
    scene.tell_well("on what is left")?;
    scene.come_back()?;
    Ok(format!("noticed after {:.0} s", noticed.as_secs_f64()))
}

/// Where the first page of a table lies.
async fn root_page(file: &Path, table: &'static str) -> Outcome<u64> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = options.disable_statement_logging().connect().await?;
    let place: i64 = sqlx::query_scalar(
        "select (rootpage - 1) * (select page_size from pragma_page_size) from sqlite_schema \
         where type = 'table' and name = $1",
    )
    .bind(table)
    .fetch_one(&mut connection)
    .await?;
    connection.close().await?;
    Ok(u64::try_from(place)?)
}

/// Another program holds the database's write lock for a while.
pub fn locked(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, _server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let (held, holds) = mpsc::channel();
    let file = school.sqlite_file();
    let told = scope(|threads| -> Outcome<_> {
        let holder = threads.spawn(move || hold(file, &held));
        holds.recv()?;
        let told = scene.tell(Danger::Yes)?;
        holder.join().map_err(|_| "the holder panicked")??;
        Ok(told)
    })?;
    ensure!(
        !told.refused.is_empty()
            && told
                .refused
                .iter()
                .all(|no| no.document.contains("/problems/busy\"")),
        "refused with {:?}",
        told.refused
    );
    // Someone in danger is not given up: their session comes back until the lock is gone.
    ensure!(
        told.outcome.is_ok(),
        "the session gave up: {:?}",
        told.outcome.err()
    );
    scene.tell_well("after")?;
    reader.check(&scene.ledger)?;
    Ok(format!(
        "told \"busy\" meanwhile, taken in after {:.1} s, once",
        told.seconds
    ))
}

/// Longer than every wait in the server, and than a session's patience.
const HELD: Duration = Duration::from_secs(20);

fn hold(file: PathBuf, held: &mpsc::Sender<()>) -> Outcome {
    wait_for(async {
        let options = SqliteConnectOptions::new().filename(&file);
        let mut other = options.disable_statement_logging().connect().await?;
        let lock = other.begin_with("BEGIN IMMEDIATE").await?;
        held.send(())?;
        tokio::time::sleep(HELD).await;
        lock.rollback().await?;
        other.close().await?;
        Ok(())
    })
}

/// R16: 64 open files, and ten times as many connections.
pub fn descriptors(ground: &Ground) -> Outcome<String> {
    let mut school = ground.sqlite()?;
    school.launch.through = vec!["prlimit".into(), "--nofile=64".into()];
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let flood: Vec<TcpStream> = (0..600)
        .filter_map(|_| {
            TcpStream::connect_timeout(&server.address, Duration::from_millis(200)).ok()
        })
        .collect();
    ensure!(flood.len() > 100, "only {} connections", flood.len());
    sleep(Duration::from_secs(2));
    drop(flood);
    let took = until("answering again", Duration::from_secs(5), || {
        get(server.address, "/api/v1/log/checkpoint").is_ok_and(|reply| reply.status == 200)
    })?;
    scene.tell_well("after")?;
    reader.check(&scene.ledger)?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it ended");
    Ok(format!(
        "answering {:.1} s after the flood",
        took.as_secs_f64()
    ))
}

/// R20: a second server on the same folder.
pub fn second_process(ground: &Ground) -> Outcome<String> {
    let school = ground.sqlite()?;
    let (mut scene, _server, mut reader) = Scene::begin(ground, &school)?;
    let watch = Watch::start();
    let output = school.launch.command()?.stderr(Stdio::piped()).output()?;
    let took = watch.elapsed();
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(
        !output.status.success() && words.contains("another sotto"),
        "the second one: {} {words}",
        output.status
    );
    ensure!(took < Duration::from_secs(1), "refusing took {took:?}");
    scene.tell_well("beside a second one")?;
    reader.check(&scene.ledger)?;
    Ok(format!("refused in {} ms", took.as_millis()))
}

/// R15: the disk that holds the log of the program is full. Reports come in all the same.
pub fn full_log(ground: &Ground) -> Outcome<String> {
    let mut school = ground.sqlite()?;
    school.launch.log = PathBuf::from("/dev/full");
    school.launch.flags = vec!["--log-level".into(), "trace".into()];
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("with nowhere to log to")?;
    scene.come_back()?;
    reader.check(&scene.ledger)?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it ended");
    ensure!(fs::metadata("/dev/full").is_ok(), "no /dev/full here");
    Ok("every line was lost and nobody waited for one".into())
}
