//! Solving a puzzle a few tries at a time, so that a browser can show progress and be told to stop.

use super::{Challenge, Price, Terms, derive_zeros, read_challenge};
use crate::kdf::{StretchError, Stretcher};

/// A search for an answer. Holds no secret.
pub struct Solver {
    stretcher: Stretcher,
    subject: [u8; 32],
    seed: [u8; 16],
    bits: u8,
    tried: u64,
}

impl Solver {
    /// Begins to solve a challenge for one sealed frame. `extra` bits are added to what the challenge asks for.
    /// `dearest` is the most this side will do, whatever it is asked.
    ///
    /// # Errors
    /// When the challenge is not one, or asks for more than `dearest`.
    pub fn new(
        challenge: &Challenge,
        subject: [u8; 32],
        extra: u8,
        dearest: Price,
    ) -> Result<Self, StretchError> {
        let Terms { price, seed, .. } = read_challenge(challenge).map_err(|_| StretchError)?;
        let bits = price.bits.saturating_add(extra);
        if bits > dearest.bits || price.memory_kib > dearest.memory_kib {
            return Err(StretchError);
        }
        Ok(Self {
            stretcher: price.stretcher()?,
            subject,
            seed,
            bits,
            tried: 0,
        })
    }

    /// Tries so many answers, and stops at one that is good.
    #[must_use]
    pub fn try_some(&mut self, tries: u32) -> Option<u64> {
        for _ in 0..tries {
            let answer = self.tried;
            self.tried += 1;
            let zeros = derive_zeros(&mut self.stretcher, &self.subject, &self.seed, answer);
            if zeros >= self.bits {
                return Some(answer);
            }
        }
        None
    }

    /// How far along, of 100: half when the usual number of tries is done, and never full, as nobody can know.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let usual = 1_u64 << self.bits;
        let percent = self.tried.saturating_mul(100) / (self.tried + usual);
        u8::try_from(percent).unwrap_or(99)
    }
}
