//! How much comes from one part of the network just now. It never blocks anyone: it only says by how many steps a
//! puzzle gets harder (protocol 7).
//!
//! Promise: 512 KiB of memory, however many addresses anyone invents; the key that turns a prefix into a place is
//! random, lives here only and is replaced with all counts every 24 hours; nothing here is ever written or printed.
//!
//! Why not `governor`: it can say that a limit was passed, but not by how much, and cannot be asked without being
//! counted; its layer refuses, which is the one thing that must not happen; and its memory grows with every
//! invented address until someone sweeps it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::clock::Moment;
use crate::randomness::Randomness;

/// Places in the table. Prefixes that fall together share their pressure, which can only make a puzzle harder.
const PLACES: usize = 1 << 16;
/// Sealed requests from one place that cost no more than usual: a whole assembly with room to spare.
const FREE: u32 = 300;
/// One request is forgotten every so many seconds, so a full allowance is back after ten minutes.
const FORGET_SECONDS: u32 = 2;
/// More counts for nothing; the hardest step is long reached.
const MOST: u32 = FREE * 64;
const KEY_SECONDS: u64 = 24 * 60 * 60;

/// One of 65,536 parts of the network. Means nothing outside this process and this day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Place(u16);

/// Counts per place.
pub struct Crowd {
    key: RwLock<Option<Key>>,
    /// Second of the last change (high half) and count (low half).
    places: Box<[AtomicU64]>,
}

struct Key {
    bytes: Zeroizing<[u8; 32]>,
    made: u64,
}

impl Default for Crowd {
    fn default() -> Self {
        Self {
            key: RwLock::new(None),
            places: (0..PLACES).map(|_| AtomicU64::new(0)).collect(),
        }
    }
}

impl Crowd {
    /// The place of a prefix; without one, the place that all unknown visitors share.
    pub fn place(&self, prefix: Option<[u8; 8]>, now: Moment, randomness: &Randomness) -> Place {
        self.renew_key(now, randomness);
        let key = self.key.read().unwrap_or_else(PoisonError::into_inner);
        let bytes = key
            .as_ref()
            .map_or([0; 32].as_slice(), |key| key.bytes.as_slice());
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(bytes).expect("any length is a key");
        mac.update(&prefix.unwrap_or_default());
        let code = mac.finalize().into_bytes();
        Place(u16::from_be_bytes([code[0], code[1]]))
    }

    /// Counts one sealed request, and says by how many steps its puzzle should have been harder than usual.
    pub fn arrive(&self, place: Place, now: Moment) -> u8 {
        let second = second(now);
        let cell = &self.places[usize::from(place.0)];
        let one_more = |packed| Some(add(packed, second));
        let before = cell
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more)
            .unwrap_or_default();
        steps(unpack(add(before, second)).1)
    }

    /// The same without counting.
    #[must_use]
    pub fn steps(&self, place: Place, now: Moment) -> u8 {
        let cell = &self.places[usize::from(place.0)];
        steps(unpack(forget(cell.load(Ordering::Relaxed), second(now))).1)
    }

    fn renew_key(&self, now: Moment, randomness: &Randomness) {
        let good = |key: &Option<Key>| {
            key.as_ref()
                .is_some_and(|key| now.seconds().abs_diff(key.made) < KEY_SECONDS)
        };
        if good(&self.key.read().unwrap_or_else(PoisonError::into_inner)) {
            return;
        }
        let mut key = self.key.write().unwrap_or_else(PoisonError::into_inner);
        if good(&key) {
            return;
        }
        *key = Some(Key {
            bytes: Zeroizing::new(randomness.bytes()),
            made: now.seconds(),
        });
        for place in &self.places {
            place.store(0, Ordering::Relaxed);
        }
    }
}

/// +1 at 300, +2 at 600, +3 at 1,200, +4 at 2,400, +5 at 4,800.
const fn steps(count: u32) -> u8 {
    match count / FREE {
        0 => 0,
        1 => 1,
        2..4 => 2,
        4..8 => 3,
        8..16 => 4,
        _ => 5,
    }
}

fn second(now: Moment) -> u32 {
    u32::try_from(now.seconds()).unwrap_or(u32::MAX)
}

const fn pack(second: u32, count: u32) -> u64 {
    (second as u64) << 32 | count as u64
}

const fn unpack(packed: u64) -> (u32, u32) {
    ((packed >> 32) as u32, packed as u32)
}

/// The cell as it stands now: what passed is forgotten, a started step is kept. A clock set back forgets nothing.
const fn forget(packed: u64, now: u32) -> u64 {
    let (then, count) = unpack(packed);
    let steps = now.saturating_sub(then) / FORGET_SECONDS;
    if steps >= count {
        return pack(now, 0);
    }
    pack(then + steps * FORGET_SECONDS, count - steps)
}

/// One more.
const fn add(packed: u64, now: u32) -> u64 {
    let (then, count) = unpack(forget(packed, now));
    pack(then, if count < MOST { count + 1 } else { MOST })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: u64) -> Moment {
        Moment::from_seconds(1_795_291_200 + second)
    }

    fn here(crowd: &Crowd, randomness: &Randomness) -> Place {
        crowd.place(Some([4, 192, 0, 2, 0, 0, 0, 0]), at(0), randomness)
    }

    // R3: 1,200 pupils from one address in a minute, each sending and looking once.
    #[test]
    fn a_year_group_never_pays_more_than_three_steps() {
        let (crowd, randomness) = (Crowd::default(), Randomness::system());
        let place = here(&crowd, &randomness);
        let most = (0..2_400)
            .map(|one| crowd.arrive(place, at(one / 40)))
            .max();
        assert_eq!(most, Some(3));
    }

    // F11: an assembly pays what everyone pays.
    #[test]
    fn sixty_in_five_minutes_are_nothing() {
        let (crowd, randomness) = (Crowd::default(), Randomness::system());
        let place = here(&crowd, &randomness);
        assert!((0..60).all(|one| crowd.arrive(place, at(one * 5)) == 0));
        assert!((0..180).all(|_| crowd.arrive(place, at(300)) == 0));
    }

    #[test]
    fn a_flood_pays_more_and_more_and_is_forgotten() {
        let (crowd, randomness) = (Crowd::default(), Randomness::system());
        let place = here(&crowd, &randomness);
        let steps: Vec<u8> = (0..6_000).map(|_| crowd.arrive(place, at(0))).collect();
        assert!(steps.is_sorted());
        assert_eq!(
            (steps[298], steps[299], steps[599], steps[1_199]),
            (0, 1, 2, 3)
        );
        assert_eq!((steps[2_399], steps[4_799], steps[5_999]), (4, 5, 5));
        let other = crowd.place(Some([4, 198, 51, 100, 0, 0, 0, 0]), at(0), &randomness);
        assert_eq!(
            crowd.steps(other, at(0)),
            0,
            "one in 65,536 times this fails"
        );
        assert_eq!(
            crowd.steps(place, at(2 * 1_300)),
            4,
            "asking does not count"
        );
        assert_eq!(crowd.steps(place, at(2 * 6_000)), 0);
        // One a second is more than is forgotten, one in two seconds is not.
        let slow = crowd.place(Some([6; 8]), at(0), &randomness);
        assert!((0..2_000).all(|one| crowd.arrive(slow, at(one * 2)) == 0));
        assert!((0..2_000).any(|one| crowd.arrive(slow, at(4_000 + one)) > 0));
    }

    #[test]
    fn after_a_day_the_key_and_the_counts_are_gone() {
        let (crowd, randomness) = (Crowd::default(), Randomness::system());
        let prefixes: Vec<[u8; 8]> = (0..64).map(|one| [4, 10, 0, one, 0, 0, 0, 0]).collect();
        let places = |second| -> Vec<u16> {
            let place = |prefix: &[u8; 8]| crowd.place(Some(*prefix), at(second), &randomness).0;
            prefixes.iter().map(place).collect()
        };
        let first = places(0);
        assert_eq!(first, places(86_399));
        for _ in 0..900 {
            crowd.arrive(Place(first[0]), at(86_399));
        }
        assert_ne!(first, places(86_400));
        assert_eq!(crowd.steps(Place(first[0]), at(86_400)), 0);
    }

    // R38: a million invented addresses fit into what was there before the first one.
    #[test]
    fn a_million_invented_addresses_take_no_memory() {
        let (crowd, randomness) = (Crowd::default(), Randomness::system());
        let before = crowd.places.len() * size_of::<AtomicU64>();
        for one in 0..1_000_000_u32 {
            let [a, b, c, d] = one.to_be_bytes();
            let place = crowd.place(Some([6, a, b, c, d, 0, 0, 0]), at(0), &randomness);
            crowd.arrive(place, at(0));
        }
        assert_eq!(crowd.places.len() * size_of::<AtomicU64>(), before);
        assert_eq!(before, 512 * 1024);
        // And nobody else pays for it: about fifteen fell on each place.
        assert_eq!(crowd.steps(here(&crowd, &randomness), at(0)), 0);
    }
}
