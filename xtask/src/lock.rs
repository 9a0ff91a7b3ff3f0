//! One build of the site at a time, however many terminals are open.

use std::fs::{File, TryLockError};

use crate::console::say;
use crate::failure::{During, Failure, Outcome};
use crate::workspace;

/// Held while it lives; the system releases it when the process ends, however it ends.
pub struct Lock(#[expect(dead_code, reason = "the open file is the lock")] File);

impl Lock {
    /// Waits for whoever holds it.
    pub fn take(name: &str) -> Outcome<Self> {
        let folder = workspace::scratch();
        std::fs::create_dir_all(&folder).during("making target/xtask")?;
        let file = File::create(folder.join(name)).during("opening the lock file")?;
        match file.try_lock() {
            Ok(()) => return Ok(Self(file)),
            Err(TryLockError::WouldBlock) => {
                say("another `cargo xtask` is building the site; waiting for it")
            }
            Err(TryLockError::Error(error)) => {
                return Err(Failure::new(format!(
                    "locking target/xtask/{name}: {error}"
                )));
            }
        }
        file.lock().during("waiting for the lock")?;
        Ok(Self(file))
    }
}
