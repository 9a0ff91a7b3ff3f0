use super::*;
use protocol::encoding::FixedBytes;
use protocol::keys::SigningSecret;
use zeroize::Zeroizing;

fn key(seed: u8) -> SigningSecret {
    SigningSecret::from_seed(Zeroizing::new([seed; 32]))
}

fn note(size: u64) -> String {
    signed(size, &key(1))
}

fn signed(size: u64, key: &SigningSecret) -> String {
    let checkpoint = Checkpoint {
        origin: "test.example/log".to_owned(),
        size,
        root: FixedBytes([u8::try_from(size % 251).unwrap(); 32]),
    };
    checkpoint::sign(&checkpoint, key).unwrap()
}

fn point(size: u64) -> Point {
    (size, FixedBytes([u8::try_from(size % 251).unwrap(); 32]))
}

fn fresh() -> (tempfile::TempDir, CheckpointFile) {
    let folder = tempfile::tempdir().unwrap();
    let file = CheckpointFile::new(folder.path().join("checkpoint"), key(1).public());
    (folder, file)
}

#[test]
fn it_holds_the_newest_and_only_what_the_writer_knows_is_replaced() {
    // R19
    let (_folder, file) = fresh();
    assert!(file.read().unwrap().is_none());
    assert_eq!(file.put(&note(1), |_| false).unwrap(), Written::Yes);
    for size in 2..9 {
        let knows = |there: &Point| *there == point(size - 1);
        assert_eq!(file.put(&note(size), knows).unwrap(), Written::Yes);
        assert_eq!(file.read().unwrap().unwrap().0.size, size);
    }
    // Smaller, equal in size but different, or over something unknown: left as it is.
    let moved = Written::Moved(point(8));
    assert_eq!(file.put(&note(7), |_| true).unwrap(), moved);
    assert_eq!(file.put(&note(9), |_| false).unwrap(), moved);
    assert_eq!(file.read().unwrap().unwrap().1, note(8));
    // Putting what is there already is no change.
    assert_eq!(file.put(&note(8), |_| false).unwrap(), Written::Yes);
}

#[test]
fn a_torn_write_leaves_the_checkpoint_before_it() {
    // R19, R12: whichever byte of the slot being written is the last to arrive.
    let (_folder, file) = fresh();
    file.put(&note(1), |_| true).unwrap();
    file.put(&note(2), |_| true).unwrap();
    let before = std::fs::read(file.path()).unwrap();
    file.put(&note(3), |_| true).unwrap();
    let after = std::fs::read(file.path()).unwrap();
    let changed = (0..before.len()).filter(|at| before[*at] != after[*at]);
    let changed: Vec<usize> = changed.collect();
    for cut in &changed[..changed.len() - 1] {
        let mut torn = before.clone();
        torn[..=*cut].copy_from_slice(&after[..=*cut]);
        std::fs::write(file.path(), &torn).unwrap();
        assert_eq!(file.read().unwrap().unwrap().0.size, 2, "cut at {cut}");
    }
}

#[test]
fn another_servers_file_is_refused_with_words() {
    let (_folder, file) = fresh();
    let mut block = signed(5, &key(2)).into_bytes();
    block.resize(SLOT * SLOTS, b'\n');
    std::fs::write(file.path(), block).unwrap();
    let refusal = file.read().unwrap_err().to_string();
    assert!(refusal.contains("another server"), "{refusal}");
    assert!(file.put(&note(6), |_| true).is_err());
    assert!(file.put(&signed(6, &key(2)), |_| true).is_err());
}

#[test]
fn accepting_a_rollback_keeps_what_was_lost() {
    // R26
    let (_folder, file) = fresh();
    assert_eq!(file.replace(Some(&note(3))).unwrap(), None);
    for _ in 0..2 {
        file.replace(Some(&note(9))).unwrap();
        let aside = file.replace(Some(&note(4))).unwrap().unwrap();
        let lost = CheckpointFile::new(aside, key(1).public());
        assert_eq!(lost.read().unwrap().unwrap().0.size, 9);
        assert_eq!(file.read().unwrap().unwrap().0.size, 4);
    }
}

#[test]
fn only_the_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, file) = fresh();
    file.put(&note(1), |_| true).unwrap();
    let mode = std::fs::metadata(file.path()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
