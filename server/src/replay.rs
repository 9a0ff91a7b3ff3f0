//! What was seen lately: nonces of sealed requests and seeds of puzzles, for ten minutes (protocol 3.5 and 7).
//!
//! Promise: each is taken once within that time, on this node. After a restart, and on another node, the memory is
//! empty; every act is also idempotent in the database by mailbox and message, so nothing is done twice even then.
//! Kept as keyed 64-bit hashes, a set for each minute: about 18 bytes each, so a million in 18 MB.

use std::collections::{HashSet, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use protocol::id::SchoolId;

use crate::clock::Moment;

const REMEMBERED_SECONDS: u64 = 600;
const MINUTE: u64 = 60;

/// At most this many at once. A fuller memory refuses instead of forgetting.
const MOST: usize = 2_000_000;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Not seen in the last ten minutes; remembered now.
    First,
    /// Seen before.
    Again,
    /// No room to remember it.
    Full,
}

/// The memory.
#[derive(Default)]
pub struct ReplayGuard {
    key: RandomState,
    minutes: Mutex<VecDeque<Minute>>,
}

struct Minute {
    ends: u64,
    seen: HashSet<u64>,
}

impl ReplayGuard {
    /// Looks at one once, and remembers it.
    pub fn look(&self, school: SchoolId, what: [u8; 16], now: Moment) -> Seen {
        let hash = self.key.hash_one((school, what));
        let mut minutes = self.minutes.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock set back makes later minutes older; they are forgotten late, never early.
        while minutes
            .front()
            .is_some_and(|minute| minute.ends + REMEMBERED_SECONDS < now.seconds())
        {
            minutes.pop_front();
        }
        if minutes.iter().any(|minute| minute.seen.contains(&hash)) {
            return Seen::Again;
        }
        if minutes
            .iter()
            .map(|minute| minute.seen.len())
            .sum::<usize>()
            >= MOST
        {
            return Seen::Full;
        }
        let open = minutes
            .back()
            .is_some_and(|minute| minute.ends > now.seconds());
        if !open {
            minutes.push_back(Minute {
                ends: now.seconds() + MINUTE,
                seen: HashSet::new(),
            });
        }
        let minute = minutes.back_mut().expect("one was pushed");
        minute.seen.insert(hash);
        Seen::First
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_good_once_in_ten_minutes_and_per_school() {
        let guard = ReplayGuard::default();
        let (school, other) = (SchoolId::from_bytes([1; 16]), SchoolId::from_bytes([2; 16]));
        let at = |second: u64| Moment::from_seconds(1_000_000 + second);
        assert_eq!(guard.look(school, [7; 16], at(0)), Seen::First);
        assert_eq!(guard.look(school, [7; 16], at(600)), Seen::Again);
        assert_eq!(guard.look(school, [7; 16], at(660)), Seen::Again);
        assert_eq!(guard.look(other, [7; 16], at(600)), Seen::First);
        assert_eq!(guard.look(school, [7; 16], at(661)), Seen::First);
        // The clock goes back: nothing that was seen is good again.
        assert_eq!(guard.look(school, [7; 16], at(1)), Seen::Again);
        assert_eq!(guard.look(other, [7; 16], at(1)), Seen::Again);
    }
}
