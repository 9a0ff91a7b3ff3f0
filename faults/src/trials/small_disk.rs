//! R14: the disk fills up. What is urgent gets through, reading goes on, and it recovers by itself.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use client::reporter::message::Danger;
use protocol::api::Role;
use tempfile::TempDir;

use crate::outcome::{Outcome, ensure};
use crate::people::Adult;
use crate::scene::Scene;
use crate::school::Ground;
use crate::watch::until;

const MEGABYTES: u32 = 48;
const RESERVE: u32 = 8;
/// R14: refused within this time.
const PROMPT: f64 = 2.0;
/// R14: taken in again this long after there is room.
const RECOVERY: Duration = Duration::from_secs(10);

/// A small disk in memory, mounted where the data folder is. Dropping it takes it away.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where mounting is not allowed.
    fn mount(at: &Path) -> Outcome<Option<Self>> {
        fs::create_dir_all(at)?;
        let status = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={MEGABYTES}m"), "tmpfs"])
            .arg(at)
            .status()?;
        Ok(status.success().then(|| Self(at.to_owned())))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// Fills up, is refused, gets the urgent through, empties, recovers.
pub fn full(ground: &Ground) -> Outcome<String> {
    let folder = TempDir::new()?;
    let Some(disk) = SmallDisk::mount(&folder.path().join("data"))? else {
        return Ok("LEFT OUT: mounting a small disk needs root".into());
    };
    let mut school = ground.sqlite_in(folder)?;
    school.launch.flags = vec!["--reserve-megabytes".into(), RESERVE.to_string()];
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let ballast = disk.0.join("ballast");
    fill(&ballast)?;

    // The write-ahead log may have room for a few more; then the answer must be prompt and clear.
    let mut refusal = None;
    for _ in 0..2000 {
        let told = scene.tell(Danger::No)?;
        if told.outcome.is_err() {
            refusal = Some(told);
            break;
        }
        // Once the reserve was given up, its space is for what is urgent and not for more ballast.
        let before = fs::metadata(&ballast)?.len();
        if disk.0.join("reserve").exists() {
            fill(&ballast)?;
        }
        if !disk.0.join("reserve").exists() {
            File::options()
                .write(true)
                .open(&ballast)?
                .set_len(before)?;
        }
    }
    let refusal = refusal.ok_or("a full disk refused nothing")?;
    refusal.was_refused("storage-full", PROMPT)?;
    let again = scene.tell(Danger::No)?;
    again.was_refused("storage-full", PROMPT)?;

    let urgent = scene.tell(Danger::Yes)?;
    ensure!(
        urgent.outcome.is_ok() && urgent.seconds <= PROMPT,
        "an urgent report on a full disk: {:?} after {:.1} s {:?}\n{}",
        urgent.outcome.err(),
        urgent.seconds,
        urgent.refused,
        server.log()
    );
    scene.come_back()?;
    reader.check(&scene.ledger)?;
    let mut deputy = Adult::new(
        &scene.door,
        &school.file,
        Role::Deputy,
        ground.rng("deputy", 0),
    )?;
    deputy
        .sign_in()
        .map_err(|failure| format!("signing in on a full disk: {failure:?}"))?;
    ensure!(server.log().contains("ALARM"), "nobody was alarmed");

    fs::remove_file(&ballast)?;
    let mut fault = None;
    let took = until("taking reports in again", RECOVERY, || {
        match scene.tell(Danger::No) {
            Ok(told) => told.outcome.is_ok(),
            Err(broken) => {
                fault = Some(broken);
                true
            }
        }
    })?;
    if let Some(fault) = fault {
        return Err(fault);
    }
    reader.check(&scene.ledger)?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it was restarted");
    let refused = format!("{:.0} ms", refusal.seconds * 1000.0);
    Ok(format!(
        "refused in {refused}, urgent in {:.0} ms, recovered {:.1} s after there was room",
        urgent.seconds * 1000.0,
        took.as_secs_f64()
    ))
}

/// Writes until there is no room left.
fn fill(path: &Path) -> Outcome {
    let mut file = File::options().create(true).append(true).open(path)?;
    for size in [1 << 20, 1 << 12] {
        let block = vec![7; size];
        while file.write_all(&block).is_ok() {}
    }
    Ok(())
}
