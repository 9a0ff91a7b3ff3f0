//! Whether what lies on this machine's disks lies there encrypted (IMP-C2): pass, fail or unknown, per place.
//!
//! Promise: pass only when every disk below the place goes through dm-crypt. It says fail where a machine of metal
//! writes to a plain disk, and unknown, with what to ask, where the layer that could encrypt is not ours to see: a
//! provider's disk under a virtual machine, a container, ZFS, a directory encrypted by fscrypt, a disk that encrypts itself.
//! It cannot know who has the key, nor whether the machine opens the disk by itself at start.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Finding, fail, pass, unknown};

/// Devices under devices under devices, at most.
const DEEPEST: usize = 8;

/// What the system says of itself.
pub struct Disks {
    /// Text of `/proc/self/mountinfo`.
    pub mounts: String,
    /// `/sys`.
    pub sys: PathBuf,
    /// Runs under a hypervisor, whose disks may be encrypted below.
    pub is_virtual: bool,
}

/// How a device keeps what is written to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Encrypted,
    Plain,
    Unseen,
}

impl Disks {
    /// Of this machine.
    pub fn here() -> Self {
        let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        Self {
            mounts: fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(),
            sys: PathBuf::from("/sys"),
            is_virtual: cpu.split_whitespace().any(|word| word == "hypervisor"),
        }
    }

    /// The line about one place, whether it is there already or not.
    pub fn look(&self, what: &str, place: &Path) -> Finding {
        let what = format!("disk encryption ({what})");
        let Some(mount) = self.mount(&real(place)) else {
            return unknown(
                &what,
                "this system does not say what it lies on: ask whoever runs it",
            );
        };
        match mount.kind {
            "zfs" => {
                return unknown(
                    &what,
                    "ZFS encrypts by data set: look at `zfs get encryption,keystatus`",
                );
            }
            "ecryptfs" => {
                return unknown(
                    &what,
                    "eCryptfs: files are encrypted, but it is no longer maintained; move to an encrypted disk (LUKS)",
                );
            }
            "tmpfs" | "ramfs" => {
                return unknown(
                    &what,
                    "in memory, and gone with it; see that swap is off or encrypted",
                );
            }
            "overlay" | "aufs" => {
                return unknown(
                    &what,
                    "inside a container: run `sotto check` where its disks can be seen, and keep data in a volume",
                );
            }
            _ => {}
        }
        match self.kept(&mount, 0) {
            Kept::Encrypted => pass(&what, "every disk below it goes through dm-crypt (LUKS)"),
            Kept::Plain if self.is_virtual => unknown(
                &what,
                "nothing on this virtual machine encrypts it: ask whoever runs it whether the disk below is encrypted, and who \
                 has the key",
            ),
            Kept::Plain => fail(
                &what,
                "nothing on this machine encrypts it: move it to an encrypted disk (LUKS). Only if the disk encrypts itself, or \
                 the directory does (fscrypt), is it well; nobody can see that from here",
            ),
            Kept::Unseen => unknown(
                &what,
                &format!(
                    "lies on {}, which cannot be looked into: ask whoever runs it",
                    mount.kind
                ),
            ),
        }
    }

    fn mount(&self, path: &Path) -> Option<Mount<'_>> {
        let mounts = self.mounts.lines().filter_map(Mount::parse);
        // The last of the deepest is what is seen there.
        mounts
            .filter(|mount| path.starts_with(&mount.point))
            .max_by_key(|mount| mount.point.as_os_str().len())
    }

    fn kept(&self, mount: &Mount<'_>, depth: usize) -> Kept {
        if mount.kind == "btrfs" {
            return self.of_all(self.btrfs(mount.source), depth);
        }
        if mount.number.starts_with("0:") {
            return Kept::Unseen;
        }
        self.device(&self.sys.join("dev/block").join(mount.number), depth)
    }

    /// A device and everything below it. `folder` is its place in `/sys`.
    fn device(&self, folder: &Path, depth: usize) -> Kept {
        if depth > DEEPEST || !folder.is_dir() {
            return Kept::Unseen;
        }
        let uuid = fs::read_to_string(folder.join("dm/uuid")).unwrap_or_default();
        if uuid.starts_with("CRYPT-") {
            return Kept::Encrypted;
        }
        if let Ok(file) = fs::read_to_string(folder.join("loop/backing_file")) {
            return match self.mount(Path::new(file.trim_end())) {
                Some(mount) => self.kept(&mount, depth + 1),
                None => Kept::Unseen,
            };
        }
        let below = entries(&folder.join("slaves"));
        if !below.is_empty() {
            return self.of_all(below, depth);
        }
        // A partition of a device that is made of others: of a RAID, or of an encrypted disk.
        let disk = fs::canonicalize(folder)
            .ok()
            .filter(|real| real.join("partition").is_file());
        match disk.as_deref().and_then(Path::parent) {
            Some(disk) if disk.join("slaves").is_dir() => self.device(disk, depth + 1),
            _ => Kept::Plain,
        }
    }

    /// One plain disk among encrypted ones is a plain place.
    fn of_all(&self, folders: Vec<PathBuf>, depth: usize) -> Kept {
        let found: Vec<Kept> = folders
            .iter()
            .map(|folder| self.device(folder, depth + 1))
            .collect();
        if found.contains(&Kept::Plain) {
            Kept::Plain
        } else if found.is_empty() || found.contains(&Kept::Unseen) {
            Kept::Unseen
        } else {
            Kept::Encrypted
        }
    }

    /// All disks of the btrfs that this device belongs to.
    fn btrfs(&self, source: &str) -> Vec<PathBuf> {
        let name = Path::new(source).file_name().unwrap_or_default();
        let block = self.sys.join("class/block");
        // `/dev/mapper/NAME` is called `dm-N` in `/sys`.
        let called = entries(&block).into_iter().find(|folder| {
            let mapped = fs::read_to_string(folder.join("dm/name")).unwrap_or_default();
            folder.file_name() == Some(name) || Path::new(mapped.trim_end()) == Path::new(name)
        });
        let called = called.and_then(|folder| Some(folder.file_name()?.to_owned()));
        let mut sets = entries(&self.sys.join("fs/btrfs")).into_iter();
        sets.find_map(|set| {
            let devices = entries(&set.join("devices"));
            let has = devices
                .iter()
                .any(|one| one.file_name() == called.as_deref());
            has.then(|| {
                let names = devices.iter().filter_map(|one| one.file_name());
                names.map(|name| block.join(name)).collect()
            })
        })
        .unwrap_or_default()
    }
}

/// A line of `/proc/self/mountinfo`.
struct Mount<'a> {
    number: &'a str,
    point: PathBuf,
    kind: &'a str,
    source: &'a str,
}

impl<'a> Mount<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (before, after) = line.split_once(" - ")?;
        let mut before = before.split(' ');
        let mut after = after.split(' ');
        let number = before.nth(2)?;
        Some(Self {
            number,
            // The one character that paths often have and the file writes otherwise.
            point: before.nth(1)?.replace("\\040", " ").into(),
            kind: after.next()?,
            source: after.next()?,
        })
    }
}

/// The path without links; of what is not there yet, the nearest folder that is.
fn real(place: &Path) -> PathBuf {
    let there = place.ancestors().find_map(|path| {
        let path = if path.as_os_str().is_empty() {
            Path::new(".")
        } else {
            path
        };
        fs::canonicalize(path).ok()
    });
    there.unwrap_or_else(|| place.to_owned())
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else {
        return Vec::new();
    };
    found.flatten().map(|entry| entry.path()).collect()
}

#[cfg(test)]
mod tests;
