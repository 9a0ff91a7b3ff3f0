//! How soon a new key may receive (protocol 5): every reader must have had 48 hours to object, unless one more root
//! holder than usual signs.

use super::{Directory, Entry, KeyStatus};
use crate::day::Day;

/// Dates between proposing a key and its first use: at three, never less than 48 hours have passed.
pub const ACTIVATION_DAYS: u32 = 3;
/// Readers that must be left after any change, so that no case is ever alone with one person (P61, F7).
pub const LEAST_READERS: usize = 2;

impl Directory {
    /// Keys that `next` lets receive before everyone had time to object, when it was proposed on `proposed`.
    pub fn hurried<'a>(&'a self, next: &'a Self, proposed: Day) -> impl Iterator<Item = &'a Entry> {
        let earliest = proposed.plus_days(ACTIVATION_DAYS);
        next.entries.iter().filter(move |entry| {
            let before = self.entry(&entry.key_id);
            let known = before.is_some_and(|old| {
                old.status == KeyStatus::Active
                    && old.from <= entry.from
                    && old.signing == entry.signing
            });
            entry.status == KeyStatus::Active && !known && entry.from < earliest
        })
    }

    /// Root keys that must sign `next`: the threshold, and one more when it hurries a key.
    #[must_use]
    pub fn signatures_needed(&self, next: &Self, threshold: u8, proposed: Day) -> u8 {
        let hurried = self.hurried(next, proposed).next().is_some();
        threshold.saturating_add(u8::from(hurried))
    }
}
