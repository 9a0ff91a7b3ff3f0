//! A line about whether the keys of cases and the cases lie apart, so that one copy of a disk does not keep both.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::{Finding, fail, pass, unknown};
use crate::store::Location;

/// Whether one copy of a disk would take both the cases and their keys.
pub fn stores(database: &Location, shreds: &Location) -> Finding {
    let what = "shred store apart";
    match (database, shreds) {
        (Location::Sqlite(one), Location::Sqlite(other)) => match (disk(one), disk(other)) {
            (Some(one), Some(other)) if one == other => fail(
                what,
                "the keys of cases lie on the same disk as the cases: a copy of that disk keeps what was destroyed; put --shred-database on another disk, and copy neither whole",
            ),
            (Some(_), Some(_)) => pass(what, "on another disk than the database"),
            _ => unknown(what, "the files cannot be looked at"),
        },
        (Location::Postgres(_), Location::Postgres(_)) => unknown(
            what,
            "both are PostgreSQL databases: see that no backup, replica or snapshot holds the two together",
        ),
        _ => pass(
            what,
            "the keys of cases and the cases are in different kinds of store",
        ),
    }
}

fn disk(path: &Path) -> Option<u64> {
    Some(fs::metadata(path).ok()?.dev())
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Fail, Pass, Unknown};
    use super::*;
    use std::path::PathBuf;

    // R48: each line in its states.
    #[test]
    fn keys_beside_their_cases_fail() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "").unwrap();
            Location::Sqlite(path)
        };
        assert_eq!(stores(&file("a"), &file("b")).0, Fail);
        let elsewhere = Location::Sqlite(PathBuf::from("/proc/self/stat"));
        assert_eq!(stores(&file("a"), &elsewhere).0, Pass);
        let gone = Location::Sqlite(folder.path().join("gone"));
        assert_eq!(stores(&file("a"), &gone).0, Unknown);
        let server = || Location::Postgres("postgres://x/y".to_owned());
        assert_eq!(stores(&server(), &file("a")).0, Pass);
        assert_eq!(stores(&server(), &server()).0, Unknown);
    }
}
