//! Which backup below a place is the newest, for a drill that is one command.

use std::fs;
use std::path::{Path, PathBuf};

use super::{PREFIX, manifest};

/// Letters of a name, such as `sotto-2026-11-22-1805`.
const NAME_LEN: usize = 21;

/// The newest backup below a place, or the folder itself if it is one. By name: one whose manifest was damaged is tried, and
/// fails, rather than passed over for an older one.
pub fn newest(place: &Path) -> PathBuf {
    let mut names = Vec::new();
    if !place.join(manifest::FILE).exists() {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(PREFIX) {
                // The second of a minute ends in "-2": longer is later.
                let minute: String = name.chars().take(NAME_LEN).collect();
                names.push((minute, name.len(), name));
            }
        }
    }
    // A place without any says itself that it is no backup.
    let newest = names.into_iter().max();
    newest.map_or_else(|| place.to_owned(), |(.., name)| place.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    // XAM-16: what is tried is the newest by its name, whatever it holds; a backup named as such is that one.
    #[test]
    fn the_newest_is_tried_even_if_it_is_no_backup() {
        let place = tempfile::tempdir().unwrap();
        let place = place.path();
        assert_eq!(newest(place), place, "there is none, and it says so");
        assert_eq!(newest(&place.join("nowhere")), place.join("nowhere"));
        for (name, expected) in [
            ("sotto-2026-11-21-0100", "sotto-2026-11-21-0100"),
            ("sotto-2026-11-22-0100", "sotto-2026-11-22-0100"),
            ("sotto-2026-11-22-0100-2", "sotto-2026-11-22-0100-2"),
            ("sotto-2026-11-22-0100-10", "sotto-2026-11-22-0100-10"),
            (".partial-sotto-2026-11-23-0100", "sotto-2026-11-22-0100-10"),
            ("lost+found", "sotto-2026-11-22-0100-10"),
            ("sotto-2026-11-22-0101", "sotto-2026-11-22-0101"),
            ("sotto-2025-12-31-2359", "sotto-2026-11-22-0101"),
        ] {
            fs::create_dir(place.join(name)).unwrap();
            assert_eq!(newest(place), place.join(expected), "{name}");
        }
        let older = place.join("sotto-2026-11-21-0100");
        fs::write(older.join(manifest::FILE), "{}").unwrap();
        assert_eq!(newest(&older), older);
    }
}
