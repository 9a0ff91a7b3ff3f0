//! Space on the disk that is kept for a bad day: a file of zeros beside the database, given up when the disk is full.
//!
//! Promise: while it is given up, only what cannot wait is written (a report marked as danger, signing in, opening a
//! case); what can wait is refused before it is begun. When the space is back, so is the reserve, and everything is
//! taken in again without a restart (R14). On PostgreSQL the disk is another program's, so there is none.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::store::trouble;

/// How often the space is asked for again. Recovery is promised within 10 s.
const EVERY: Duration = Duration::from_secs(4);
/// Left free beside the reserve before it counts as restored, so that it does not itself fill the disk.
const MARGIN: u64 = 4 * 1024 * 1024;
const MEGABYTE: u64 = 1024 * 1024;

/// The reserve, if there is one.
#[derive(Default)]
pub struct Reserve {
    kept: OnceLock<Kept>,
    spent: AtomicBool,
    /// One at a time gives it up or restores it.
    turn: RwLock<()>,
}

struct Kept {
    file: PathBuf,
    bytes: u64,
}

impl Reserve {
    /// Keeps so much in this folder from now on. A disk too small for it begins as full.
    pub fn keep(&self, folder: &Path, megabytes: u32) -> io::Result<()> {
        let bytes = u64::from(megabytes) * MEGABYTE;
        if bytes == 0 {
            return Ok(());
        }
        let file = folder.join("reserve");
        let there = fs::metadata(&file).is_ok_and(|found| found.len() == bytes);
        let _ = self.kept.set(Kept { file, bytes });
        if !there && !self.restore()? {
            self.spent.store(true, Ordering::Relaxed);
            tracing::error!(
                "the disk has no room for the reserve: only what is urgent is taken in"
            );
        }
        Ok(())
    }

    /// Whether it is given up, so that only what cannot wait may be written.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.spent.load(Ordering::Relaxed)
    }

    /// Gives it up. Says whether that made room just now or a moment ago.
    pub fn spend(&self) -> bool {
        let Some(kept) = self.kept.get() else {
            return false;
        };
        let _turn = self.turn.write().unwrap_or_else(PoisonError::into_inner);
        if !self.spent.swap(true, Ordering::Relaxed) {
            tracing::error!("ALARM: the disk is full; the reserve is given up for what is urgent");
        }
        fs::remove_file(&kept.file).is_ok() || !kept.file.exists()
    }

    /// Takes the space again if it is there, and says whether it was.
    fn restore(&self) -> io::Result<bool> {
        let Some(kept) = self.kept.get() else {
            return Ok(true);
        };
        let _turn = self.turn.write().unwrap_or_else(PoisonError::into_inner);
        let fresh = kept.file.with_extension("new");
        let filled = fill(&fresh, kept.bytes + MARGIN).and_then(|file| file.set_len(kept.bytes));
        if let Err(error) = filled {
            let _ = fs::remove_file(&fresh);
            let no_room = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
            return if no_room.contains(&error.kind()) {
                Ok(false)
            } else {
                Err(error)
            };
        }
        fs::rename(&fresh, &kept.file)?;
        if self.spent.swap(false, Ordering::Relaxed) {
            tracing::info!("the disk has room again: everything is taken in");
        }
        Ok(true)
    }
}

/// Zeros that are really on the disk: a file with a hole in it keeps nothing free.
fn fill(path: &Path, bytes: u64) -> io::Result<File> {
    let mut file = File::create(path)?;
    let zeros = vec![0; 64 * 1024];
    let mut left = bytes;
    while left > 0 {
        let now = left.min(64 * 1024);
        file.write_all(&zeros[..usize::try_from(now).unwrap_or(zeros.len())])?;
        left -= now;
    }
    file.sync_all()?;
    Ok(file)
}

/// Gives the reserve up when the disk fills and takes it again when there is room, until `stop` turns true.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut trouble = trouble::follow();
    let mut full = trouble.borrow_and_update().full;
    loop {
        let mut look = false;
        tokio::select! {
            changed = trouble.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(EVERY) => look = true,
            _ = stop.wait_for(|stop| *stop) => return,
        }
        let met = trouble.borrow_and_update().full;
        let (app, spend) = (app.clone(), met != full);
        full = met;
        let done = tokio::task::spawn_blocking(move || {
            if spend {
                app.reserve.spend();
            } else if look && app.reserve.is_spent() {
                return app.reserve.restore().map(drop);
            }
            Ok(())
        });
        if let Ok(Err(error)) = done.await {
            tracing::warn!(kind = ?error.kind(), "the reserve could not be restored and will be tried again");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // R14: kept, given up, taken again.
    #[test]
    fn the_reserve_is_real_bytes_and_comes_back() {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("reserve");
        let reserve = Reserve::default();
        assert!(!reserve.spend(), "without one there is nothing to give up");
        reserve.keep(folder.path(), 1).unwrap();
        let kept = fs::metadata(&file).unwrap();
        assert_eq!(kept.len(), MEGABYTE);
        assert!(kept.blocks() * 512 >= MEGABYTE, "no holes");
        assert!(!reserve.is_spent());
        assert!(reserve.spend());
        assert!(reserve.is_spent() && !file.exists());
        assert!(reserve.restore().unwrap());
        assert!(!reserve.is_spent() && file.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
