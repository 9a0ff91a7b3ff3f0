//! Wrong tries at adults' accounts, counted in memory and written down once a minute: what a refused sign-in costs must not
//! tell whether there is such an account, so none of them writes (XAM-10).
//!
//! Promise: only tries that had to wait are counted, only for accounts that exist, and by day: no hour, no address.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use protocol::api::FlagRule;
use protocol::id::{SchoolId, StaffId};

use crate::review::WrongTries;

type Account = (SchoolId, StaffId, u32, u8);

/// Tries not written down yet. As many places as there are accounts, days and kinds since the last minute.
#[derive(Default)]
pub struct Unwritten(Mutex<HashMap<Account, WrongTries>>);

impl Unwritten {
    /// One more wrong try. `waits`: seconds before the next; those that cost nothing are mistakes anybody makes.
    pub fn add(&self, school: SchoolId, staff: StaffId, day: u32, rule: FlagRule, waits: u32) {
        if waits == 0 {
            return;
        }
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = tries
            .entry((school, staff, day, rule as u8))
            .or_insert(WrongTries {
                staff,
                day,
                rule,
                tries: 0,
            });
        counted.tries = counted.tries.saturating_add(1);
    }

    /// Everything counted so far.
    pub fn counted(&self) -> Vec<(SchoolId, WrongTries)> {
        let tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = tries.iter().map(|((school, ..), tries)| (*school, *tries));
        counted.collect()
    }

    /// Everything counted so far; the counts begin anew.
    pub fn take(&self) -> Vec<(SchoolId, WrongTries)> {
        let taken = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let tries = taken
            .into_iter()
            .map(|((school, ..), tries)| (school, tries));
        tries.collect()
    }

    /// Puts back what could not be written.
    pub fn put_back(&self, taken: Vec<(SchoolId, WrongTries)>) {
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (school, more) in taken {
            let place = (school, more.staff, more.day, more.rule as u8);
            let counted = tries
                .entry(place)
                .or_insert(WrongTries { tries: 0, ..more });
            counted.tries = counted.tries.saturating_add(more.tries);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // XAM-10: mistakes anybody makes are nobody's business; the fourth and later ones are counted, and none is lost.
    #[test]
    fn tries_that_waited_are_counted_once() {
        let unwritten = Unwritten::default();
        let (school, staff) = (SchoolId::from_bytes([1; 16]), StaffId::from_bytes([2; 16]));
        for waits in [0, 0, 0, 1, 2] {
            unwritten.add(school, staff, 9, FlagRule::WrongSignIn, waits);
        }
        let taken = unwritten.take();
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].1.tries, 2);
        assert_eq!(unwritten.take(), []);
        unwritten.put_back(taken);
        unwritten.add(school, staff, 9, FlagRule::WrongSignIn, 4);
        assert_eq!(unwritten.take()[0].1.tries, 3);
    }
}
