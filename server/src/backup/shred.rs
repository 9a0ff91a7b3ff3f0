//! `sotto backup --shred`: the keys of cases, apart from the backups that they open, and for seven days only.
//!
//! The promise "gone seven days after destruction" is this horizon: a copy older than that is deleted by the next one.
//! A place that holds backups of the database is refused, for the two together are what destruction must prevent.
//! The copy is not sealed: keep it on an encrypted disk that the ordinary backups do not reach.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use protocol::day::Day;

use super::PREFIX;
use crate::clock::Moment;
use crate::data_folder;
use crate::serve::Failure;
use crate::shred::Shreds;

/// Days a copy is kept.
pub const SHRED_DAYS: u32 = 7;
const NAME: &str = "shred-";
const ENDING: &str = ".sqlite";

/// Writes a copy into `place` and deletes those past their horizon.
pub async fn write(shreds: &Shreds, place: &Path, now: Moment) -> Result<PathBuf, Failure> {
    super::make_closed(place)?;
    if names(place)?.iter().any(|name| name.starts_with(PREFIX)) {
        return Err(
            "this folder holds backups of the database. Keys and database together can open what was destroyed: choose \
             another place, best on another machine; nothing was written"
                .into(),
        );
    }
    let (day, hour, minute) = (Day(now.day()), now.hour() % 24, now.minute() % 60);
    let path = place.join(format!("{NAME}{day}-{hour:02}{minute:02}{ENDING}"));
    let partial = place.join(".partial-shred");
    match fs::remove_file(&partial) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let text = partial
        .to_str()
        .ok_or("the name of the folder is no text")?;
    if let Some(first) = shreds.engine_complaints().await?.first() {
        let words = format!(
            "the shred store is damaged and was not copied ({first}). Keep the copies there are; put the newest back"
        );
        return Err(words.into());
    }
    if !shreds.copy_to(text).await? {
        return Err(
            "the shred store is on PostgreSQL: copy it with its own `pg_dump`, to a place apart, and delete copies older \
             than 7 days"
                .into(),
        );
    }
    close(&partial)?;
    File::open(&partial)?.sync_all()?;
    fs::rename(&partial, &path)?;
    data_folder::sync(place)?;
    for name in names(place)? {
        if day_of(&name).is_some_and(|made| made.plus_days(SHRED_DAYS) < day) {
            fs::remove_file(place.join(name))?;
            data_folder::sync(place)?;
        }
    }
    Ok(path)
}

/// The day in the name of a copy; `None` for files that are none.
fn day_of(name: &str) -> Option<Day> {
    let middle = name.strip_prefix(NAME)?.strip_suffix(ENDING)?;
    Day::parse(middle.get(..10)?)
}

fn names(place: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(place)?;
    entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

fn close(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::randomness::Randomness;
    use crate::store::Location;

    #[tokio::test]
    async fn copies_hold_the_keys_and_are_gone_after_seven_days() {
        // P63, R26
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Sqlite(folder.path().join("shred.sqlite"));
        let shreds = Shreds::open(&location, Randomness::system()).await.unwrap();
        let taken = shreds.take(20_000).await.unwrap();
        let key = taken.key().id();
        taken.keep();
        let place = folder.path().join("copies");
        let at = |day: u64| Moment::from_seconds((20_000 + day) * 86_400);
        let first = write(&shreds, &place, at(0)).await.unwrap();
        let copy = Location::Sqlite(first.clone());
        let copied = Shreds::open(&copy, Randomness::system()).await.unwrap();
        assert!(copied.key(key).await.unwrap().is_some());
        copied.close().await;
        fs::write(place.join("mine.txt"), "x").unwrap();
        write(&shreds, &place, at(7)).await.unwrap();
        assert!(first.exists(), "the seventh day still counts");
        write(&shreds, &place, at(8)).await.unwrap();
        assert!(!first.exists() && place.join("mine.txt").exists());
        assert_eq!(names(&place).unwrap().len(), 3);

        fs::create_dir(place.join("sotto-2026-11-21-2343")).unwrap();
        let refused = write(&shreds, &place, at(9)).await.unwrap_err().to_string();
        assert!(refused.contains("choose another place"), "{refused}");
        shreds.close().await;
    }
}
