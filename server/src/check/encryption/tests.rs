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
