//! What the whole process knows of its disk.
//!
//! Promise: once a sync has failed, nothing more is acknowledged by this process. The kernel reports a failed
//! sync once and may then forget what it did not write (R13): a later sync that succeeds proves nothing about
//! what came before. A fresh start reads what is really on the disk, so the program ends and is started again.
//! A full disk is noted too, so that the reserve is given up by whoever meets it first (R14).

use std::sync::LazyLock;

use tokio::sync::watch;

/// What has been met so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// A sync failed; final.
    pub sync_failed: bool,
    /// How often there was no space; counts up.
    pub full: u64,
    /// The engine found pages that do not fit together; final, until somebody has looked.
    pub damaged: bool,
}

static TROUBLE: LazyLock<watch::Sender<Trouble>> =
    LazyLock::new(|| watch::Sender::new(Trouble::default()));

/// Whether this process must not acknowledge anything any more.
#[must_use]
pub fn sync_has_failed() -> bool {
    TROUBLE.borrow().sync_failed
}

/// Whether something in the database does not fit together (R18).
#[must_use]
pub fn is_damaged() -> bool {
    TROUBLE.borrow().damaged
}

/// Notes damage that was found by looking for it.
pub fn note_damage() {
    TROUBLE.send_if_modified(|trouble| !std::mem::replace(&mut trouble.damaged, true));
}

/// Follows what is met.
#[must_use]
pub fn follow() -> watch::Receiver<Trouble> {
    TROUBLE.subscribe()
}

/// Looks at every failure of the engine on its way out, before the connection it happened on is used again.
pub(super) fn note(error: &sqlx::Error) {
    let sqlx::Error::Database(error) = error else {
        return;
    };
    match error.code().as_deref() {
        Some(code) if is_failed_sync(code) => {
            TROUBLE.send_if_modified(|trouble| !std::mem::replace(&mut trouble.sync_failed, true));
        }
        Some(code) if is_full(code) => TROUBLE.send_modify(|trouble| trouble.full += 1),
        Some(code) if is_damage(code) => note_damage(),
        _ => {}
    }
}

/// `SQLITE_IOERR_FSYNC` and `_DIR_FSYNC`: something written may not be on the disk. PostgreSQL stops itself when a
/// sync fails, and we see a lost connection.
fn is_failed_sync(code: &str) -> bool {
    matches!(code, "1034" | "1290")
}

/// `SQLITE_FULL`; `SQLITE_IOERR_SHMSIZE`, which is what a full disk looks like to the index of the write-ahead log;
/// PostgreSQL's class 53 for a full disk.
pub(super) fn is_full(code: &str) -> bool {
    matches!(code, "13" | "4874" | "53100")
}

/// `SQLITE_CORRUPT` with its extended codes, and `SQLITE_NOTADB`; PostgreSQL's `data_corrupted` and `index_corrupted`.
pub(super) fn is_damage(code: &str) -> bool {
    match code {
        "XX001" | "XX002" => true,
        _ => {
            (code.parse::<u32>()).is_ok_and(|code| code < 10_000 && matches!(code & 0xff, 11 | 26))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // R13, R14: the codes as SQLite's own headers have them.
    #[test]
    fn codes_are_those_of_the_engine() {
        use libsqlite3_sys as sqlite;
        for failed in [sqlite::SQLITE_IOERR_FSYNC, sqlite::SQLITE_IOERR_DIR_FSYNC] {
            assert!(is_failed_sync(&failed.to_string()), "{failed}");
        }
        for full in [sqlite::SQLITE_FULL, sqlite::SQLITE_IOERR_SHMSIZE] {
            assert!(is_full(&full.to_string()), "{full}");
        }
        assert!(!is_failed_sync(&sqlite::SQLITE_IOERR_WRITE.to_string()));
    }

    // R18: the codes as SQLite's own headers have them.
    #[test]
    fn damage_is_told_from_everything_else() {
        assert!(
            ["11", "267", "523", "779", "26", "XX001"]
                .iter()
                .all(|code| is_damage(code))
        );
        assert!(
            !["5", "13", "1034", "2067", "23505", "40001"]
                .iter()
                .any(|code| is_damage(code))
        );
    }
}
