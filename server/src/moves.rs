//! What pupils move from one device to another (protocol 3.6): sealed bytes under a random id, for ten minutes, in memory only.
//!
//! Promises: each is given out once; afterwards, and after ten minutes, the bytes are gone, and until then it is known that
//! they were taken; nobody writes over what waits; at most 28 MiB in all and a quarter of it for one school. Knows neither what
//! is inside nor from whom. It is the memory of this process: another node, and this one after a restart, has nothing of it.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use protocol::encoding::Bytes;
use protocol::gateway::{GatewayAnswer, Problem as Why};
use protocol::id::{MailboxId, SchoolId};

use crate::clock::Moment;

/// How long something waits.
pub const KEPT_SECONDS: u64 = 600;
/// Most things at once, taken ones included until their time is over.
const MOST: usize = 1_024;
/// Most of them of one school, so that one school's flood leaves room for the others.
pub const MOST_OF_ONE: usize = MOST / 4;

/// The memory.
#[derive(Default)]
pub struct Moves(Mutex<HashMap<(SchoolId, MailboxId), Left>>);

struct Left {
    /// Second since 1970 after which nothing of it is known.
    ends: u64,
    /// None once it was given out.
    sealed: Option<Bytes>,
}

impl Moves {
    /// Keeps something. Sent again it is the same thing, whatever became of it.
    pub fn leave(
        &self,
        school: SchoolId,
        id: MailboxId,
        sealed: &Bytes,
        now: Moment,
    ) -> GatewayAnswer {
        let mut all = self.now(now);
        if all.contains_key(&(school, id)) {
            return GatewayAnswer::Accepted {};
        }
        let of_this = all.keys().filter(|(of, _)| *of == school).count();
        if all.len() >= MOST || of_this >= MOST_OF_ONE {
            return GatewayAnswer::Refused { problem: Why::Busy };
        }
        let left = Left {
            ends: now.seconds() + KEPT_SECONDS,
            sealed: Some(sealed.clone()),
        };
        all.insert((school, id), left);
        GatewayAnswer::Accepted {}
    }

    /// Gives it out, for the only time.
    pub fn take(&self, school: SchoolId, id: MailboxId, now: Moment) -> GatewayAnswer {
        match self.now(now).get_mut(&(school, id)) {
            None => GatewayAnswer::NothingLeft,
            Some(left) => match left.sealed.take() {
                Some(sealed) => GatewayAnswer::Here { sealed },
                None => GatewayAnswer::Taken,
            },
        }
    }

    /// What became of it.
    pub fn look(&self, school: SchoolId, id: MailboxId, now: Moment) -> GatewayAnswer {
        match self.now(now).get(&(school, id)) {
            None => GatewayAnswer::NothingLeft,
            Some(left) if left.sealed.is_some() => GatewayAnswer::Waiting,
            Some(_) => GatewayAnswer::Taken,
        }
    }

    /// Forgets what has had its time. Housekeeping asks for it too, so that nothing waits for the next visitor.
    pub fn sweep(&self, now: Moment) {
        drop(self.now(now));
    }

    /// What there is now. A clock that was set back ends everything that seems to last longer than it may.
    fn now(&self, now: Moment) -> MutexGuard<'_, HashMap<(SchoolId, MailboxId), Left>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let second = now.seconds();
        all.retain(|_, left| second < left.ends && left.ends - second <= KEPT_SECONDS);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::encoding::FixedBytes;

    fn id(number: usize) -> MailboxId {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        FixedBytes(bytes)
    }

    fn school(number: u8) -> SchoolId {
        SchoolId::from_bytes([number; 16])
    }

    fn at(second: u64) -> Moment {
        Moment::from_seconds(1_000_000 + second)
    }

    // M8
    #[test]
    fn one_school_leaves_room_for_the_others_and_all_of_them_for_the_machine() {
        let moves = Moves::default();
        let sealed = Bytes(vec![1]);
        let busy = GatewayAnswer::Refused { problem: Why::Busy };
        for of in 1..=4 {
            for number in 0..MOST_OF_ONE {
                let answer = moves.leave(school(of), id(number), &sealed, at(0));
                assert_eq!(answer, GatewayAnswer::Accepted {});
            }
            assert_eq!(moves.leave(school(of), id(MOST), &sealed, at(0)), busy);
        }
        assert_eq!(moves.leave(school(5), id(0), &sealed, at(0)), busy);
        // What was taken still counts, or a flood would only have to take its own.
        assert!(matches!(
            moves.take(school(1), id(0), at(1)),
            GatewayAnswer::Here { .. }
        ));
        assert_eq!(moves.leave(school(5), id(0), &sealed, at(1)), busy);
        let after = at(KEPT_SECONDS);
        assert_eq!(
            moves.leave(school(5), id(0), &sealed, after),
            GatewayAnswer::Accepted {}
        );
        assert_eq!(moves.0.lock().unwrap().len(), 1);
    }

    // M8
    #[test]
    fn nothing_outlives_its_time_by_a_clock_that_goes_back() {
        let moves = Moves::default();
        moves.leave(school(1), id(1), &Bytes(vec![1]), at(5_000));
        moves.sweep(at(4_999));
        assert!(moves.0.lock().unwrap().is_empty());
        moves.leave(school(1), id(1), &Bytes(vec![1]), at(0));
        moves.sweep(at(KEPT_SECONDS - 1));
        assert_eq!(moves.0.lock().unwrap().len(), 1);
        moves.sweep(at(KEPT_SECONDS));
        assert!(moves.0.lock().unwrap().is_empty());
    }
}
