//! The last signed checkpoint, in a small file outside the database and outside its backups (R19, R26).
//!
//! A restore rolls the log back. Without a memory of its own the server would then sign a second, different history
//! under the same sizes. This file is that memory: it holds the newest checkpoint that may have been shown to anyone.
//!
//! Two slots of one block each, written in turn, in place. A torn write spoils the older slot only, so one good
//! checkpoint is always there; and because the blocks exist already, the write needs no free space, no new name and
//! one `fdatasync` instead of the three syncs of write-rename-folder. A full disk therefore cannot stop it (R14).
//! Writers compare and set under a lock on the file: what is replaced must be what the writer knows its own
//! checkpoint to extend. The text is readable: `cat checkpoint` shows two C2SP notes and empty lines.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use protocol::checkpoint::{self, Checkpoint};
use protocol::id::{Hash, VerifyingKeyBytes};

use crate::data_folder;

/// One block. A note with the log's own signature is about 250 bytes.
const SLOT: usize = 4096;
const SLOTS: usize = 2;

/// A size of the log and its root.
pub type Point = (u64, Hash);

/// What became of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The file holds the new checkpoint, and it is on disk.
    Yes,
    /// Another process wrote this one, and the caller did not say that it knows it.
    Moved(Point),
}

/// The file. Cheap to clone; every use opens it anew, so a file put in its place is seen.
#[derive(Clone, Debug)]
pub struct CheckpointFile {
    path: PathBuf,
    key: VerifyingKeyBytes,
}

impl CheckpointFile {
    /// The file at this path, believed only where the log's key signed it.
    #[must_use]
    pub fn new(path: PathBuf, key: VerifyingKeyBytes) -> Self {
        Self { path, key }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The newest checkpoint in it; `None` if there is no file yet. A file without one good slot is an error: it is
    /// damaged, or another server's, and guessing which would be signing blind.
    pub fn read(&self) -> io::Result<Option<(Checkpoint, String)>> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        file.lock_shared()?;
        let newest = self.newest(&file)?.map(|(_, found, note)| (found, note));
        Ok(newest)
    }

    /// Puts a newer checkpoint in, if what is there is known to the caller. Returns when it is on disk.
    pub fn put(&self, note: &str, knows: impl Fn(&Point) -> bool) -> io::Result<Written> {
        let signed = checkpoint::verify(note, &self.key, None)
            .map_err(|fault| invalid(&fault.to_string()))?;
        let file = self.open_or_make()?;
        file.lock()?;
        let newest = self.newest(&file)?;
        let slot = match &newest {
            None => 0,
            Some((slot, found, _)) => {
                let there = (found.size, found.root);
                if there == (signed.size, signed.root) {
                    return Ok(Written::Yes);
                }
                if found.size >= signed.size || !knows(&there) {
                    return Ok(Written::Moved(there));
                }
                (slot + 1) % SLOTS
            }
        };
        write_slot(&file, slot, note)?;
        Ok(Written::Yes)
    }

    /// Starts again from this checkpoint, or from none, and keeps the old file beside it under another name, which is
    /// returned. For `sotto accept-rollback` and `sotto restore`, which say so in the log.
    pub fn replace(&self, note: Option<&str>) -> io::Result<Option<PathBuf>> {
        let aside = match self.read() {
            Ok(None) => None,
            Ok(Some((lost, _))) => Some(self.aside(&lost.size.to_string())),
            Err(_) => Some(self.aside("unreadable")),
        };
        if let Some(aside) = &aside {
            std::fs::rename(&self.path, aside)?;
        }
        if let Some(note) = note {
            self.put(note, |_| true)?;
        }
        data_folder::sync(self.folder())?;
        Ok(aside)
    }

    fn aside(&self, what: &str) -> PathBuf {
        let mut number = 0_u32;
        loop {
            let end = if number == 0 {
                format!("lost-{what}")
            } else {
                format!("lost-{what}-{number}")
            };
            let path = self.path.with_extension(end);
            if !path.exists() {
                return path;
            }
            number += 1;
        }
    }

    fn folder(&self) -> &Path {
        match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }

    fn open_or_make(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        match options.open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            opened => return opened,
        }
        let made = options.create_new(true).mode(0o600).open(&self.path);
        let file = match made {
            // Another process was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return OpenOptions::new().read(true).write(true).open(&self.path);
            }
            made => made?,
        };
        file.write_all_at(&vec![b'\n'; SLOT * SLOTS], 0)?;
        file.sync_all()?;
        data_folder::sync(self.folder())?;
        Ok(file)
    }

    fn newest(&self, file: &File) -> io::Result<Option<(usize, Checkpoint, String)>> {
        let mut bytes = vec![0; SLOT * SLOTS];
        let mut length = 0;
        while length < bytes.len() {
            match file.read_at(&mut bytes[length..], u64::try_from(length).unwrap_or(0))? {
                0 => break,
                read => length += read,
            }
        }
        bytes.truncate(length);
        let good = bytes.chunks(SLOT).enumerate().filter_map(|(slot, bytes)| {
            let note = format!("{}\n", std::str::from_utf8(bytes).ok()?.trim_end());
            let found = checkpoint::verify(&note, &self.key, None).ok()?;
            Some((slot, found, note))
        });
        let newest = good.max_by_key(|(_, found, _)| found.size);
        if newest.is_none() && bytes.iter().any(|byte| *byte != b'\n') {
            return Err(invalid(&format!(
                "{} holds no checkpoint signed by this server's key: it is damaged, or from another server. Put the \
                 right file back; `sotto accept-rollback --help` says what else can be done",
                self.path.display()
            )));
        }
        Ok(newest)
    }
}

fn write_slot(file: &File, slot: usize, note: &str) -> io::Result<()> {
    if note.len() > SLOT {
        return Err(invalid("the checkpoint is longer than its place"));
    }
    let mut block = vec![b'\n'; SLOT];
    block[..note.len()].copy_from_slice(note.as_bytes());
    file.write_all_at(&block, u64::try_from(slot * SLOT).unwrap_or(0))?;
    file.sync_data()
}

fn invalid(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_owned())
}

#[cfg(test)]
#[path = "checkpoint_file/tests.rs"]
mod tests;
