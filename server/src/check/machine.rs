//! Lines about the machine: who may look into the data folder, what the disk is, whether memory could be written out.

use std::path::Path;
use std::time::UNIX_EPOCH;

use super::{Finding, fail, pass, unknown};
use crate::clock::Moment;

/// This program was not made before 2026, so a clock that says so is wrong.
const EARLIEST: Moment = Moment::from_seconds(1_767_225_600);
/// A clock may be this far off before one-time codes stop working.
const CLOCK_SECONDS: u64 = 60;

/// Kinds of file system that lie on another machine (R20).
const NETWORK: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "fuse.sshfs",
    "fuse.s3fs",
    "fuse.rclone",
    "fuse.glusterfs",
    "lustre",
    "ncpfs",
];

/// Whether others may look into the data folder. Asked before anything opens it, which would close it.
pub fn folder(mode: Option<u32>) -> Finding {
    match mode {
        None => pass("data folder", "made now, closed to others"),
        Some(mode) if mode & 0o077 == 0 => pass("data folder", "closed to others"),
        Some(mode) => fail(
            "data folder",
            &format!(
                "was open to others (mode {:o}) and is closed now: see who could read it",
                mode & 0o777
            ),
        ),
    }
}

/// Permission bits of a path.
pub fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::metadata(path).ok()?;
    Some(found.permissions().mode())
}

/// The file system that a path lies on, from the text of `/proc/self/mountinfo`.
pub fn file_system<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let mounted = mounts.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?;
        let kind = after.split(' ').next()?;
        path.starts_with(point).then_some((point.len(), kind))
    });
    // The last of the deepest is what is seen there.
    mounted
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, kind)| kind)
}

/// SQLite on a network file system loses what it acknowledged.
pub fn disk(kind: Option<&str>) -> Finding {
    match kind {
        None => unknown(
            "disk",
            "this system does not say what file system the data lies on",
        ),
        Some(kind) if NETWORK.contains(&kind) => fail(
            "disk",
            &format!(
                "the data lies on a network file system ({kind}), where SQLite can lose or spoil it: move it to a disk of this machine"
            ),
        ),
        Some(kind) => pass("disk", &format!("a disk of this machine ({kind})")),
    }
}

/// Whether a crash could write memory to a file, from the text of `/proc/self/limits` after dumps were turned off.
pub fn core_dumps(limits: &str) -> Finding {
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"));
    match line.and_then(|line| line.split_whitespace().nth(4)) {
        Some("0") => pass("core dumps", "the server turns them off for itself"),
        Some(limit) => fail(
            "core dumps",
            &format!(
                "cannot be turned off here (limit {limit}): a crash could write keys to a file"
            ),
        ),
        None => unknown("core dumps", "this system does not say"),
    }
}

/// Whether another server is on the same data.
pub fn second_server(locked: bool) -> Finding {
    if locked {
        pass(
            "one server",
            "is running on this data folder; a second one is refused",
        )
    } else {
        pass(
            "one server",
            "none is running on this data folder; the first one locks it",
        )
    }
}

/// The clock against what is known: this program's age, the newest file here, the database's own clock.
pub fn clock(now: Moment, newest_file: Option<u64>, database: Option<u64>) -> Finding {
    let off = |other: u64| now.seconds().abs_diff(other);
    if now < EARLIEST {
        return fail("clock", "shows a time before this program was made");
    }
    if newest_file.is_some_and(|file| file > now.seconds() + CLOCK_SECONDS) {
        return fail(
            "clock",
            "is behind the newest file in the data folder: it was set back",
        );
    }
    match database {
        Some(other) if off(other) > CLOCK_SECONDS => fail(
            "clock",
            &format!("differs by {} seconds from the database's", off(other)),
        ),
        Some(_) => pass("clock", "agrees with the database's"),
        None => unknown(
            "clock",
            "plausible; whether it is right cannot be seen from here: let the system keep it (NTP)",
        ),
    }
}

/// When the newest file in a folder was written, in seconds since 1970.
pub fn newest_file(folder: &Path) -> Option<u64> {
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let times = entries.filter_map(|entry| entry.metadata().ok()?.modified().ok());
    times
        .filter_map(|time| Some(time.duration_since(UNIX_EPOCH).ok()?.as_secs()))
        .max()
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Fail, Pass, Unknown};
    use super::*;

    // R48: each line in both states.
    #[test]
    fn a_folder_open_to_others_fails() {
        assert_eq!(folder(Some(0o40700)).0, Pass);
        assert_eq!(folder(None).0, Pass);
        for open in [0o40750, 0o40701, 0o40755, 0o40777] {
            assert_eq!(folder(Some(open)).0, Fail, "{open:o}");
        }
    }

    #[test]
    fn a_network_disk_is_seen() {
        // R20
        let mounts = "22 1 8:1 / / rw shared:1 - ext4 /dev/root rw\n\
                      30 22 0:44 / /srv rw - nfs4 host:/x rw\n\
                      31 30 8:2 / /srv/local rw,noatime shared:2 - xfs /dev/sdb rw\n";
        let on = |path: &str| disk(file_system(mounts, Path::new(path))).0;
        assert_eq!(on("/var/lib/sotto"), Pass);
        assert_eq!(on("/srv/sotto"), Fail);
        assert_eq!(on("/srv/local/sotto"), Pass);
        assert_eq!(disk(file_system("", Path::new("/"))).0, Unknown);
        let here = std::fs::read_to_string("/proc/self/mountinfo").unwrap();
        assert!(file_system(&here, Path::new("/proc/self")).is_some());
    }

    #[test]
    fn core_dumps_that_stay_on_fail() {
        let limits = |soft: &str| {
            format!(
                "Limit  Soft Limit  Hard Limit  Units\nMax core file size        {soft}                    unlimited            bytes\n"
            )
        };
        assert_eq!(core_dumps(&limits("0")).0, Pass);
        assert_eq!(core_dumps(&limits("unlimited")).0, Fail);
        assert_eq!(core_dumps("").0, Unknown);
    }

    #[test]
    fn a_clock_that_is_wrong_fails() {
        let now = Moment::from_seconds(1_800_000_000);
        assert_eq!(clock(Moment::from_seconds(5), None, None).0, Fail);
        assert_eq!(clock(now, Some(now.seconds() + 3600), None).0, Fail);
        assert_eq!(
            clock(now, Some(now.seconds()), Some(now.seconds() - 100)).0,
            Fail
        );
        assert_eq!(
            clock(now, Some(now.seconds()), Some(now.seconds() + 5)).0,
            Pass
        );
        assert_eq!(clock(now, Some(now.seconds()), None).0, Unknown);
    }

    #[test]
    fn a_server_that_runs_is_seen() {
        assert!(second_server(true).2.contains("is running"));
        assert!(second_server(false).2.contains("none is running"));
    }
}
