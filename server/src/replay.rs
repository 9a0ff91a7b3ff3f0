//! Nonces of sealed requests, remembered for ten minutes (protocol 3.5).
//!
//! Promise: the same sealed request is taken once within that time. After a restart the memory is empty; every
//! act is also idempotent in the database by mailbox and message, so nothing is done twice even then.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

use protocol::id::SchoolId;

use crate::clock::Moment;

const REMEMBERED_SECONDS: u64 = 600;

/// At most this many at once, about 10 MB. A fuller memory refuses instead of forgetting.
const MOST: usize = 100_000;

type Nonce = (SchoolId, [u8; 16]);

/// What became of a nonce.
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
pub struct ReplayGuard(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    nonces: HashSet<Nonce>,
    in_order: VecDeque<(u64, Nonce)>,
}

impl ReplayGuard {
    /// Looks at a nonce once, and remembers it.
    pub fn look(&self, school: SchoolId, nonce: [u8; 16], now: Moment) -> Seen {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        memory.forget_before(now.seconds().saturating_sub(REMEMBERED_SECONDS));
        if memory.nonces.contains(&(school, nonce)) {
            return Seen::Again;
        }
        if memory.nonces.len() >= MOST {
            return Seen::Full;
        }
        memory.nonces.insert((school, nonce));
        memory.in_order.push_back((now.seconds(), (school, nonce)));
        Seen::First
    }
}

impl Remembered {
    fn forget_before(&mut self, second: u64) {
        while let Some((at, nonce)) = self.in_order.front() {
            // A clock set back makes later entries older; they are forgotten late, never early.
            if *at >= second {
                break;
            }
            self.nonces.remove(nonce);
            self.in_order.pop_front();
        }
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
        assert_eq!(guard.look(other, [7; 16], at(600)), Seen::First);
        assert_eq!(guard.look(school, [7; 16], at(601)), Seen::First);
    }
}
