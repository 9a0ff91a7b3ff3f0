//! A disk whose power may go at any moment: what was synced is there, of everything else any part.
//!
//! The cruellest disk that keeps its word: each write, cut and name that no sync covers is kept or lost by itself, in
//! any combination, and a write may be torn at its sectors. A real one is kinder.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

use crate::outcome::Outcome;
use crate::recording::Happened;

/// What happened to a file since its last sync.
enum Change {
    Written { place: usize, bytes: Vec<u8> },
    Cut(usize),
}

#[derive(Default)]
struct Content {
    synced: Vec<u8>,
    since: Vec<Change>,
}

enum Naming {
    Given(String, usize),
    Taken(String),
}

/// Every file that was ever in the folder, and which names lead to which.
#[derive(Default)]
pub struct Disk {
    contents: Vec<Content>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    since: Vec<Naming>,
}

/// What happens to what was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// All of it is lost.
    Everything,
    /// Each change by the toss of a coin.
    Coins,
    /// The same for each sector of a write.
    Sectors(usize),
}

impl Loss {
    pub fn of(rng: &mut ChaCha20Rng) -> Self {
        match rng.next_u32() % 4 {
            0 => Self::Everything,
            1 => Self::Coins,
            2 => Self::Sectors(512),
            _ => Self::Sectors(4096),
        }
    }
}

impl Disk {
    /// A folder at rest: all of it is on the disk.
    pub fn of(folder: &Path) -> Outcome<Self> {
        let mut disk = Self::default();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !entry.file_type()?.is_file() {
                continue;
            }
            let name = entry
                .file_name()
                .into_string()
                .map_err(|_| "a name that is no text")?;
            disk.names.insert(name, disk.contents.len());
            disk.contents.push(Content {
                synced: fs::read(entry.path())?,
                since: Vec::new(),
            });
        }
        disk.synced_names = disk.names.clone();
        Ok(disk)
    }

    pub fn take(&mut self, happened: &Happened) -> Outcome {
        match happened {
            Happened::Made { name, emptied } => {
                if !self.names.contains_key(name) {
                    let place = self.contents.len();
                    self.contents.push(Content::default());
                    self.names.insert(name.clone(), place);
                    self.since.push(Naming::Given(name.clone(), place));
                } else if *emptied {
                    self.content(name)?.since.push(Change::Cut(0));
                }
            }
            Happened::Written { name, place, bytes } => {
                let (place, bytes) = (*place, bytes.clone());
                self.content(name)?
                    .since
                    .push(Change::Written { place, bytes });
            }
            Happened::Cut { name, length } => {
                self.content(name)?.since.push(Change::Cut(*length));
            }
            Happened::Synced { name } => {
                let content = self.content(name)?;
                for change in std::mem::take(&mut content.since) {
                    apply(&mut content.synced, &change, |_| true);
                }
            }
            Happened::FolderSynced => {
                self.since.clear();
                self.synced_names = self.names.clone();
            }
            Happened::Removed { name } => {
                self.names.remove(name);
                self.since.push(Naming::Taken(name.clone()));
            }
            Happened::Renamed { from, to } => {
                let place = self
                    .names
                    .remove(from)
                    .ok_or("a file nobody made was renamed")?;
                self.names.insert(to.clone(), place);
                self.since.push(Naming::Given(to.clone(), place));
                self.since.push(Naming::Taken(from.clone()));
            }
        }
        Ok(())
    }

    fn content(&mut self, name: &str) -> Outcome<&mut Content> {
        let place = *self
            .names
            .get(name)
            .ok_or_else(|| format!("nobody made {name}"))?;
        Ok(&mut self.contents[place])
    }

    /// Changes that a cut at this moment may take.
    pub fn at_stake(&self) -> usize {
        let named = self
            .names
            .values()
            .map(|place| self.contents[*place].since.len());
        named.sum::<usize>() + self.since.len()
    }

    /// Writes the folder as the disk might hold it after a cut.
    pub fn write(&self, to: &Path, loss: Loss, rng: &mut ChaCha20Rng) -> Outcome {
        let mut keeps = |loss: Loss| loss != Loss::Everything && rng.next_u32().is_multiple_of(2);
        let mut names = self.synced_names.clone();
        for naming in &self.since {
            if !keeps(loss) {
                continue;
            }
            match naming {
                Naming::Given(name, place) => names.insert(name.clone(), *place),
                Naming::Taken(name) => names.remove(name),
            };
        }
        for (name, place) in names {
            let content = &self.contents[place];
            let mut bytes = content.synced.clone();
            for change in &content.since {
                match (loss, change) {
                    (Loss::Sectors(size), Change::Written { .. }) => {
                        let mut last = (usize::MAX, false);
                        apply(&mut bytes, change, |place| {
                            if last.0 != place / size {
                                last = (place / size, keeps(loss));
                            }
                            last.1
                        });
                    }
                    _ if keeps(loss) => apply(&mut bytes, change, |_| true),
                    _ => {}
                }
            }
            let file = to.join(name);
            fs::write(&file, bytes)?;
            // Keys are refused when others may read them.
            fs::set_permissions(file, fs::Permissions::from_mode(0o600))?;
        }
        Ok(())
    }
}

/// Applies a change, of a write only the bytes at places that are kept.
fn apply(to: &mut Vec<u8>, change: &Change, mut keeps: impl FnMut(usize) -> bool) {
    match change {
        Change::Cut(length) => to.resize(*length, 0),
        Change::Written { place, bytes } => {
            for (at, byte) in (*place..).zip(bytes) {
                if keeps(at) {
                    if to.len() <= at {
                        to.resize(at + 1, 0);
                    }
                    to[at] = *byte;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_core::SeedableRng;
    use std::collections::BTreeSet;

    // R12: what was synced is always there, what was not may be, and a name too.
    #[test]
    fn a_cut_takes_any_part_of_what_was_not_synced_and_nothing_else() {
        let name = || "a".to_owned();
        let mut disk = Disk::default();
        let written = |place, byte| Happened::Written {
            name: name(),
            place,
            bytes: vec![byte; 512],
        };
        for happened in [
            Happened::Made {
                name: name(),
                emptied: false,
            },
            Happened::FolderSynced,
            written(0, 1),
            Happened::Synced { name: name() },
            written(512, 2),
            written(1024, 3),
            Happened::Removed { name: name() },
        ] {
            disk.take(&happened).unwrap();
        }
        let mut rng = ChaCha20Rng::seed_from_u64(12);
        let mut seen = BTreeSet::new();
        for _ in 0..200 {
            let folder = tempfile::tempdir().unwrap();
            disk.write(folder.path(), Loss::Coins, &mut rng).unwrap();
            let found = fs::read(folder.path().join("a")).ok();
            seen.insert(found.map(|bytes| {
                assert_eq!(bytes[0], 1);
                (bytes.get(512).copied(), bytes.get(1024).copied())
            }));
        }
        let all = [
            None,
            Some((None, None)),
            Some((Some(0), Some(3))),
            Some((Some(2), None)),
            Some((Some(2), Some(3))),
        ];
        assert_eq!(seen, all.into_iter().collect());
    }
}
