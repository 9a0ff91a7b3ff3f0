//! The folder that holds the embedded database and the server key.
//!
//! Made, and its entry synced, before the first report: SQLite carries on when syncing a *folder* fails, and
//! a file whose name was never synced is gone after a power cut (reliability.md section 0, fact 6).

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

const LOCK_FILE: &str = "sotto.lock";

/// An existing data folder, readable by this user alone.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    lock: Option<File>,
}

impl DataFolder {
    /// Makes the folder where it is missing, closes it to other users, and syncs it and its parent.
    pub fn open(path: &Path) -> io::Result<Self> {
        make(path)?;
        let path = path.canonicalize()?;
        sync(&path)?;
        if let Some(parent) = path.parent() {
            sync(parent)?;
        }
        Ok(Self { path, lock: None })
    }

    /// Takes the folder for one server. A second one is refused at once instead of sharing the file (R20).
    pub fn lock(&mut self) -> io::Result<()> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.path.join(LOCK_FILE))?;
        file.try_lock().map_err(|_| {
            io::Error::new(
                io::ErrorKind::ResourceBusy,
                format!("another sotto already serves {}", self.path.display()),
            )
        })?;
        self.lock = Some(file);
        Ok(())
    }

    /// Whether a server holds the folder.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        let file = File::open(self.path.join(LOCK_FILE));
        self.lock.is_none() && file.is_ok_and(|file| file.try_lock().is_err())
    }

    /// Takes a database file too, for two data folders may name the same one (R20). Hold what is returned.
    pub fn lock_database(database: &Path) -> io::Result<File> {
        let mut beside = database.as_os_str().to_owned();
        beside.push(".lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(PathBuf::from(beside))?;
        file.try_lock().map_err(|_| {
            io::Error::new(
                io::ErrorKind::ResourceBusy,
                format!("another sotto already serves {}", database.display()),
            )
        })?;
        Ok(file)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Syncs a folder, so that names made in it survive a power cut.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(unix)]
fn make(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    if path.is_dir() {
        return fs::set_permissions(path, fs::Permissions::from_mode(0o700));
    }
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
}

#[cfg(not(unix))]
fn make(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_folder_is_made_and_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("deep/data");
        let folder = DataFolder::open(&path).unwrap();
        let mode = fs::metadata(folder.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn a_second_server_on_the_folder_is_refused() {
        // R20
        let scratch = tempfile::tempdir().unwrap();
        let mut first = DataFolder::open(scratch.path()).unwrap();
        first.lock().unwrap();
        let mut second = DataFolder::open(scratch.path()).unwrap();
        let refusal = second.lock().unwrap_err().to_string();
        assert!(refusal.contains("another sotto"), "{refusal}");
        drop(first);
        second.lock().unwrap();
    }
}
