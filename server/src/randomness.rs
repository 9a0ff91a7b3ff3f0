//! Randomness as a parameter: the system's in production, a seeded generator in tests and the demo.

use std::sync::{Mutex, PoisonError};

use getrandom::SysRng;
use rand_chacha::ChaCha20Rng;
use rand_core::{CryptoRng, SeedableRng, UnwrapErr};

/// The server's one source of random bytes.
pub struct Randomness(Mutex<Box<dyn CryptoRng + Send>>);

impl Randomness {
    /// The operating system's entropy. Panics when the system has none, as nothing safe could follow.
    #[must_use]
    pub fn system() -> Self {
        Self::from_rng(UnwrapErr(SysRng))
    }

    /// Any generator; a seeded one makes runs repeat.
    #[must_use]
    pub fn from_rng(rng: impl CryptoRng + Send + 'static) -> Self {
        Self(Mutex::new(Box::new(rng)))
    }

    /// Lends the generator. Never hold it across an await.
    pub fn with<T>(&self, act: impl FnOnce(&mut dyn CryptoRng) -> T) -> T {
        let mut rng = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        act(&mut **rng)
    }

    /// A generator of its own for one request, which may live across awaits.
    pub fn make_rng(&self) -> ChaCha20Rng {
        ChaCha20Rng::from_seed(self.bytes())
    }

    /// `N` fresh bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        self.with(|rng| {
            let mut bytes = [0; N];
            rng.fill_bytes(&mut bytes);
            bytes
        })
    }

    /// A number from 0 to `most`, both included, without bias.
    pub fn up_to(&self, most: u32) -> u32 {
        let range = u64::from(most) + 1;
        let fair = u64::MAX - u64::MAX % range;
        self.with(|rng| {
            loop {
                let drawn = rng.next_u64();
                if drawn < fair {
                    return u32::try_from(drawn % range).expect("at most `most`");
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_stay_in_range_and_reach_both_ends() {
        let randomness = Randomness::system();
        let drawn: Vec<_> = (0..200).map(|_| randomness.up_to(3)).collect();
        assert!(drawn.iter().all(|value| *value <= 3));
        assert!(drawn.contains(&0) && drawn.contains(&3));
    }
}
