//! Delays after wrong guesses that grow, are forgotten, and lock nobody out for long.
//!
//! Promise: 512 KiB, whatever anyone tries; nothing is written down; who is meant enters as a keyed hash. How a
//! delay is served is the caller's business: see `handlers/sign_in.rs` and `handlers/gateway.rs` for why neither can be
//! used to keep the right person away.

use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::clock::Moment;

const PLACES: usize = 1 << 16;
/// Mistakes that cost nothing.
const FREE: u32 = 3;
/// No delay is longer.
const LONGEST_SECONDS: u32 = 60;
/// Half of the mistakes is forgotten every so often.
const HALF_SECONDS: u32 = 600;
/// Where forms ask for a lockout: so many mistakes lock until half of them is forgotten.
const LOCK_AFTER: u32 = 10;

/// Counts of wrong guesses.
pub struct Patience {
    key: RandomState,
    /// Second of the last mistake (high half) and how many (low half).
    places: Box<[AtomicU64]>,
    /// How long a mistake that is the tenth or later costs.
    lock_seconds: Option<u32>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            key: RandomState::new(),
            places: (0..PLACES).map(|_| AtomicU64::new(0)).collect(),
            lock_seconds: None,
        }
    }
}

impl Patience {
    /// Delays that grow as ever, and from the tenth mistake on last ten minutes.
    #[must_use]
    pub fn locking() -> Self {
        Self {
            lock_seconds: Some(HALF_SECONDS),
            ..Self::default()
        }
    }

    /// Seconds to wait before the next guess is looked at; 0: none.
    #[must_use]
    pub fn wait(&self, who: impl Hash, now: Moment) -> u32 {
        let second = second(now);
        let (last, count) = unpack(self.cell(who).load(Ordering::Relaxed), second);
        // A clock set back must not keep anyone waiting until it is right again.
        if second < last {
            return 0;
        }
        last.saturating_add(self.delay(count))
            .saturating_sub(second)
    }

    /// A wrong guess. Gives the delay before the next one.
    pub fn mistaken(&self, who: impl Hash, now: Moment) -> u32 {
        let second = second(now);
        let add = |packed| {
            let (_, count) = unpack(packed, second);
            Some(pack(second, (count + 1).min(64)))
        };
        let before = self
            .cell(who)
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, add)
            .unwrap_or_default();
        self.delay(unpack(before, second).1 + 1)
    }

    /// A right one: all is forgiven.
    pub fn right(&self, who: impl Hash) {
        self.cell(who).store(0, Ordering::Relaxed);
    }

    fn delay(&self, count: u32) -> u32 {
        match self.lock_seconds {
            Some(seconds) if count >= LOCK_AFTER => seconds,
            _ => delay(count),
        }
    }

    fn cell(&self, who: impl Hash) -> &AtomicU64 {
        let hash = self.key.hash_one(who);
        let place = usize::try_from(hash % PLACES as u64).expect("below 65,536");
        &self.places[place]
    }
}

/// 0 for the first three, then 1, 2, 4, 8, 16, 32 and 60 seconds.
fn delay(count: u32) -> u32 {
    match count.checked_sub(FREE + 1) {
        None => 0,
        Some(over) => 1_u32
            .checked_shl(over)
            .map_or(LONGEST_SECONDS, |seconds| seconds.min(LONGEST_SECONDS)),
    }
}

fn second(now: Moment) -> u32 {
    u32::try_from(now.seconds()).unwrap_or(u32::MAX)
}

const fn pack(second: u32, count: u32) -> u64 {
    (second as u64) << 32 | count as u64
}

/// Last mistake and how many are remembered by now.
fn unpack(packed: u64, now: u32) -> (u32, u32) {
    let (last, count) = ((packed >> 32) as u32, packed as u32);
    let halvings = now.saturating_sub(last) / HALF_SECONDS;
    (last, count.checked_shr(halvings).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: u64) -> Moment {
        Moment::from_seconds(1_795_291_200 + second)
    }

    #[test]
    fn delays_grow_to_a_minute_and_are_forgotten() {
        let patience = Patience::default();
        let grown: Vec<u32> = (0..12).map(|_| patience.mistaken("lead", at(0))).collect();
        assert_eq!(grown, [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(patience.wait("lead", at(0)), 60);
        assert_eq!(patience.wait("lead", at(59)), 1);
        assert_eq!(patience.wait("lead", at(60)), 0);
        assert_eq!(patience.wait("deputy", at(0)), 0);
        assert_eq!(patience.mistaken("lead", at(600)), 8, "half is forgotten");
        for _ in 0..1_000 {
            patience.mistaken("lead", at(601));
        }
        assert!(patience.wait("lead", at(601)) <= 60);
        assert_eq!(patience.mistaken("lead", at(601 + 7 * 600)), 0);
        patience.mistaken("lead", at(0));
        patience.right("lead");
        assert_eq!(patience.wait("lead", at(0)), 0);
    }

    // XAM-10: a lockout for forms that ask for one; it ends by itself, and the next wrong try does not bring it back.
    #[test]
    fn the_tenth_mistake_locks_for_ten_minutes() {
        let patience = Patience::locking();
        let grown: Vec<u32> = (0..10).map(|_| patience.mistaken("lead", at(0))).collect();
        assert_eq!(grown, [0, 0, 0, 1, 2, 4, 8, 16, 32, 600]);
        assert_eq!(patience.wait("lead", at(0)), 600);
        assert_eq!(patience.wait("lead", at(599)), 1);
        assert_eq!(patience.wait("lead", at(600)), 0);
        assert_eq!(patience.wait("deputy", at(0)), 0);
        assert_eq!(patience.mistaken("lead", at(600)), 4);
        patience.right("lead");
        assert_eq!(patience.wait("lead", at(600)), 0);
    }

    #[test]
    fn a_clock_set_back_keeps_nobody_waiting() {
        let patience = Patience::default();
        for _ in 0..20 {
            patience.mistaken("lead", at(1_000_000));
        }
        assert_eq!(patience.wait("lead", at(0)), 0);
    }
}
