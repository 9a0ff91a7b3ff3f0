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
mod tests {
    use super::super::Verdict;
    use super::super::Verdict::{Fail, Pass, Unknown};
    use super::*;
    use std::os::unix::fs::symlink;

    /// A machine made of folders: devices by number, what each stands on, and what is mounted at `/srv`.
    struct Made(tempfile::TempDir);

    impl Made {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn device(&self, number: &str, name: &str, uuid: Option<&str>, below: &[&str]) -> &Self {
            let block = self.0.path().join("class/block").join(name);
            fs::create_dir_all(block.join("slaves")).unwrap();
            if let Some(uuid) = uuid {
                fs::create_dir_all(block.join("dm")).unwrap();
                fs::write(block.join("dm/uuid"), format!("{uuid}\n")).unwrap();
                fs::write(block.join("dm/name"), format!("map-{name}\n")).unwrap();
            }
            for one in below {
                let to = self.0.path().join("class/block").join(one);
                symlink(to, block.join("slaves").join(one)).unwrap();
            }
            let numbers = self.0.path().join("dev/block");
            fs::create_dir_all(&numbers).unwrap();
            symlink(block, numbers.join(number)).unwrap();
            self
        }
    }

    // IMP-C2: each state, on machines made of folders.
    #[test]
    fn a_disk_below_dm_crypt_passes_however_deep() {
        let there = tempfile::tempdir().unwrap();
        let place = there.path().canonicalize().unwrap();
        let at = |number: &str, kind: &str| {
            format!(
                "30 20 {number} / {} rw - {kind} /dev/mapper/map-dm-0 rw",
                place.display()
            )
        };
        let verdict = |made: &Made, mount: &str, is_virtual| {
            let disks = Disks {
                mounts: format!("20 1 8:9 / / rw - ext4 /dev/sdz rw\n{mount}\n"),
                sys: made.0.path().to_owned(),
                is_virtual,
            };
            disks.look("data", &place.join("not/there/yet")).0
        };
        let luks = Made::new();
        luks.device("8:1", "sda1", None, &[]).device(
            "253:0",
            "dm-0",
            Some("CRYPT-LUKS2-abc-x"),
            &["sda1"],
        );
        assert_eq!(verdict(&luks, &at("253:0", "ext4"), false), Pass);
        // LVM on LUKS; LVM on a plain disk; LVM on one of each.
        let lvm = Made::new();
        lvm.device("8:1", "sda1", None, &[])
            .device("253:1", "dm-1", Some("CRYPT-LUKS2-abc-x"), &["sda1"])
            .device("253:0", "dm-0", Some("LVM-abc"), &["dm-1"])
            .device("253:2", "dm-2", Some("LVM-def"), &["sda1"])
            .device("253:3", "dm-3", Some("LVM-ghi"), &["dm-1", "sda1"]);
        assert_eq!(verdict(&lvm, &at("253:0", "xfs"), true), Pass);
        assert_eq!(verdict(&lvm, &at("253:2", "xfs"), false), Fail);
        assert_eq!(verdict(&lvm, &at("253:2", "xfs"), true), Unknown);
        assert_eq!(verdict(&lvm, &at("253:3", "xfs"), false), Fail);
        // A plain disk of metal, and of a provider.
        assert_eq!(verdict(&lvm, &at("8:1", "ext4"), false), Fail);
        assert_eq!(verdict(&lvm, &at("8:1", "ext4"), true), Unknown);
        // A device that is not in /sys is not called plain.
        assert_eq!(verdict(&lvm, &at("8:77", "ext4"), false), Unknown);
        for kind in ["zfs", "overlay", "tmpfs", "ecryptfs", "fuse.what", "nfs4"] {
            assert_eq!(verdict(&lvm, &at("0:44", kind), false), Unknown, "{kind}");
        }
        // btrfs over two disks, of which one is plain.
        let btrfs = Made::new();
        btrfs
            .device("8:1", "sda1", None, &[])
            .device("253:0", "dm-0", Some("CRYPT-LUKS2-abc-x"), &["sda1"])
            .device("8:2", "sdb1", None, &[]);
        let devices = btrfs.0.path().join("fs/btrfs/some-uuid/devices");
        fs::create_dir_all(devices.join("dm-0")).unwrap();
        assert_eq!(verdict(&btrfs, &at("0:31", "btrfs"), false), Pass);
        fs::create_dir_all(devices.join("sdb1")).unwrap();
        assert_eq!(verdict(&btrfs, &at("0:31", "btrfs"), false), Fail);
    }

    #[test]
    fn a_system_that_says_nothing_is_unknown() {
        // IMP-C2
        let disks = Disks {
            mounts: String::new(),
            sys: PathBuf::from("/nowhere"),
            is_virtual: false,
        };
        assert_eq!(disks.look("data", Path::new("/")).0, Unknown);
    }

    #[test]
    fn a_file_as_a_disk_is_what_it_lies_on() {
        // IMP-C2
        let made = Made::new();
        made.device("8:9", "sdz", None, &[])
            .device("7:0", "loop0", None, &[]);
        let backing = made.0.path().join("class/block/loop0/loop");
        fs::create_dir_all(&backing).unwrap();
        fs::write(backing.join("backing_file"), "/images/disk.img\n").unwrap();
        let root = |mount: &str| {
            let disks = Disks {
                mounts: format!("20 1 7:0 / / rw - ext4 /dev/loop0 rw\n{mount}\n"),
                sys: made.0.path().to_owned(),
                is_virtual: false,
            };
            disks.look("data", Path::new("/")).0
        };
        assert_eq!(root("21 20 8:9 / /images rw - ext4 /dev/sdz rw"), Fail);
        assert_eq!(root(""), Unknown, "a file on itself");
    }

    #[test]
    fn this_machine_gets_one_of_three_answers() {
        // IMP-C2
        let found = Disks::here().look("data", &std::env::temp_dir());
        assert!(found.1.contains("(data)") && !found.2.is_empty());
    }
}
