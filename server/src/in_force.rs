//! The directory in force at a school, and whether an envelope was addressed from it.
//!
//! Promise: an envelope is taken only if its key list is exactly the readers of a directory that still holds.
//! The version before is good as long as everyone on it still reads: a pupil may have loaded the page just
//! before a new reader came. Once a reader has left, the old version is refused at once.

use protocol::day::Day;
use protocol::directory::{Directory, KeyStatus};
use protocol::header::Header;
use protocol::id::{Hash, KeyId, SchoolId};
use protocol::root::RootSet;

use crate::clock::Moment;
use crate::problem::{ApiError, Problem};
use crate::store::{StoredDirectory, Transaction};

/// A stored directory, decoded.
pub struct InForce {
    /// As stored.
    pub stored: StoredDirectory,
    /// Decoded.
    pub directory: Directory,
    /// The root that speaks for the school.
    pub root: RootSet,
}

impl InForce {
    /// The newest directory of a school.
    pub async fn load(transaction: &mut Transaction, school: SchoolId) -> Result<Self, ApiError> {
        let stored = transaction.current_directory(school).await?;
        Self::decode(stored.ok_or_else(|| ApiError::internal("a school has no directory"))?)
    }

    /// A stored directory, decoded. What is stored was checked when it came in.
    pub fn decode(stored: StoredDirectory) -> Result<Self, ApiError> {
        let directory = Directory::decode(&stored.signed.directory.0);
        let root = RootSet::decode(&stored.signed.root.0);
        match (directory, root) {
            (Ok(directory), Ok(root)) => Ok(Self {
                stored,
                directory,
                root,
            }),
            _ => Err(ApiError::internal("a stored directory does not decode")),
        }
    }

    /// Whether this key may still open what it has.
    #[must_use]
    pub fn may_open(&self, key: &KeyId) -> bool {
        self.directory
            .entry(key)
            .is_some_and(|entry| entry.status != KeyStatus::Revoked)
    }

    /// Whether this key may speak for the school.
    #[must_use]
    pub fn may_answer(&self, key: &KeyId) -> bool {
        self.directory
            .entry(key)
            .is_some_and(|entry| entry.status == KeyStatus::Active)
    }

    /// Checks that an envelope was addressed to the readers there are. `front` keys stand before them.
    pub async fn check_addressed(
        &self,
        transaction: &mut Transaction,
        header: &Header,
        front: usize,
        now: Moment,
    ) -> Result<(), ApiError> {
        let place = header.place();
        if place.school != self.directory.school {
            return Err(Problem::WrongSchool.into());
        }
        let named = (place.directory.version, place.directory.hash);
        let previous;
        let directory = if named == (self.stored.version, self.stored.hash) {
            &self.directory
        } else {
            previous = self.previous(transaction, named, now).await?;
            &previous
        };
        let listed = header.keys().get(front..).unwrap_or_default();
        // R21: a clock that shows a day before the directory was signed, or long after, is wrong. That must not
        // refuse a child; the list is then asked for as of the nearest day on which it held.
        let today = now
            .day()
            .clamp(directory.issued_day.0, directory.expires_day.0);
        if days_around(today).any(|day| directory.reader_keys(day) == listed) {
            Ok(())
        } else {
            Err(ApiError::from(Problem::InvalidEnvelope)
                .with_detail("The key list is not the directory's."))
        }
    }

    async fn previous(
        &self,
        transaction: &mut Transaction,
        named: (u32, Hash),
        now: Moment,
    ) -> Result<Directory, ApiError> {
        let stale = || ApiError::from(Problem::StaleDirectory);
        if named.0.checked_add(1) != Some(self.stored.version) {
            return Err(stale());
        }
        let versions = transaction
            .directory_versions(self.directory.school)
            .await?;
        let mut found = versions
            .into_iter()
            .filter(|old| (old.version, old.hash) == named);
        let previous = Self::decode(found.next().ok_or_else(stale)?)?.directory;
        let today = Day(now.day());
        let all_still_read = previous
            .readers(today)
            .all(|old| self.may_answer(&old.key_id));
        if all_still_read && previous.expires_day >= today {
            Ok(previous)
        } else {
            Err(stale())
        }
    }
}

/// A browser's midnight is not ours: a key that begins or ends today is accepted a day either way.
fn days_around(today: u32) -> impl Iterator<Item = Day> {
    [today, today.saturating_sub(1), today.saturating_add(1)]
        .into_iter()
        .map(Day)
}
