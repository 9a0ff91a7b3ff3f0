//! Two-of-n shares of 32 bytes (Shamir over GF(2^8) with the field of AES, byte by byte). The arithmetic is `vsss-rs`;
//! nothing of it is written here. A share alone says nothing at all about the secret.

use alloc::vec::Vec;

use rand_core::CryptoRng;
use vsss_rs::Gf256;
use zeroize::{Zeroize, Zeroizing};

use super::THRESHOLD;
use crate::error::OpenError;

/// Shares that are made of every secret: three for colleagues at most, and the kit's.
pub const MADE: usize = 4;
/// The share that the printed account secret opens.
pub const KIT_PLACE: u8 = 4;

/// One share: where its line was evaluated, from 1, and the value there.
#[derive(Clone)]
pub struct Share {
    place: u8,
    value: Zeroizing<[u8; 32]>,
}

impl Share {
    pub(super) const fn new(place: u8, value: Zeroizing<[u8; 32]>) -> Self {
        Self { place, value }
    }

    /// Its place, from 1.
    #[must_use]
    pub const fn place(&self) -> u8 {
        self.place
    }

    pub(super) fn value(&self) -> &[u8; 32] {
        &self.value
    }

    /// Sum of two shares of one place: a share of the sum of their secrets.
    pub(super) fn plus(&self, other: &Self) -> [u8; 32] {
        core::array::from_fn(|at| self.value[at] ^ other.value[at])
    }
}

/// Splits a secret.
pub(super) fn split(secret: &[u8; 32], rng: &mut impl CryptoRng) -> [Share; MADE] {
    let mut made = Gf256::split_bytes(THRESHOLD, MADE, secret, rng)
        .expect("two of four over 32 bytes is within every bound");
    let shares = core::array::from_fn(|at| {
        let (place, bytes) = made[at].split_first().expect("a place and 32 bytes");
        let mut value = Zeroizing::new([0; 32]);
        value.copy_from_slice(bytes);
        Share::new(*place, value)
    });
    made.iter_mut().for_each(Zeroize::zeroize);
    shares
}

/// Puts two shares of different places together. What comes out is right only if both were: the caller compares.
pub(super) fn combine(first: &Share, second: &Share) -> Result<Zeroizing<[u8; 32]>, OpenError> {
    let mut both: [Vec<u8>; 2] = [first, second].map(|share| {
        let mut bytes = Vec::with_capacity(33);
        bytes.push(share.place);
        bytes.extend_from_slice(share.value());
        bytes
    });
    let combined = Gf256::combine_bytes(&both).map(Zeroizing::new);
    both.iter_mut().for_each(Zeroize::zeroize);
    let combined = combined.map_err(|_| OpenError)?;
    let mut secret = Zeroizing::new([0; 32]);
    if combined.len() != secret.len() {
        return Err(OpenError);
    }
    secret.copy_from_slice(&combined);
    Ok(secret)
}

#[cfg(test)]
mod tests {
    use super::{MADE, Share, combine, split};
    use hex_literal::hex;
    use proptest::prelude::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;
    use zeroize::Zeroizing;

    /// The field of AES by the book, one bit at a time: independent of `vsss-rs`.
    fn times(mut a: u8, b: u8) -> u8 {
        (0..8).fold(0, |sum, bit| {
            let part = if b >> bit & 1 == 1 { a } else { 0 };
            a = (a << 1) ^ if a & 0x80 == 0 { 0 } else { 0x1b };
            sum ^ part
        })
    }

    fn share(place: u8, value: [u8; 32]) -> Share {
        Share::new(place, Zeroizing::new(value))
    }

    /// Computed apart: secret 00 … 1f, second coefficient 80, 87, 8e, …, field polynomial 0x11b.
    #[test]
    fn committed_shares_come_together() {
        let one = share(
            1,
            hex!("80868c9698a6acb6b0b6ccc6d8d6ece6e0e6ec1618060c3630362c2658564c46"),
        );
        let three = share(
            3,
            hex!("9b938ba7bbfbe3cfdbd35b476b7b332f1b130b1c002038746068405cd0c0e8f4"),
        );
        let kit = share(
            4,
            hex!("362b0c6142bf98f5dec33f12714cab86fde0c70724597e93b8a5c2ef172a4d60"),
        );
        let secret: [u8; 32] = core::array::from_fn(|at| at as u8);
        for (a, b) in [(&one, &three), (&three, &kit), (&kit, &one)] {
            assert!(combine(a, b).is_ok_and(|both| *both == secret));
        }
        assert!(combine(&one, &one.clone()).is_err(), "one place twice");
        assert!(combine(&share(0, secret), &one).is_err(), "no such place");
    }

    proptest! {
        // P40
        #[test]
        fn every_two_shares_give_the_secret_back(secret in any::<[u8; 32]>(), seed in any::<u64>()) {
            let shares = split(&secret, &mut ChaCha20Rng::seed_from_u64(seed));
            for (at, first) in shares.iter().enumerate() {
                prop_assert_eq!(usize::from(first.place()), at + 1);
                for second in shares.iter().skip(at + 1) {
                    prop_assert!(combine(first, second).is_ok_and(|both| *both == secret));
                    prop_assert!(combine(second, first).is_ok_and(|both| *both == secret));
                }
            }
            // The oracle: all places lie on the line that the first one and the secret span.
            for (byte, hidden) in secret.iter().enumerate() {
                let slope = shares[0].value()[byte] ^ hidden;
                for share in &shares {
                    prop_assert_eq!(share.value()[byte], hidden ^ times(slope, share.place()));
                }
            }
            prop_assert_eq!(shares.len(), MADE);
        }
    }

    /// The mistake of other crates: coefficients that are never zero, or always odd, give the secret away over time.
    #[test]
    fn a_share_is_uniform_whatever_the_secret() {
        let mut rng = ChaCha20Rng::seed_from_u64(3);
        let mut seen = [0_u32; 256];
        for _ in 0..2_000 {
            for value in split(&[0x41; 32], &mut rng)[0].value() {
                seen[usize::from(*value)] += 1;
            }
        }
        // 250 each on average; 6 standard deviations are 95.
        assert!(
            seen.iter().all(|count| (155..=345).contains(count)),
            "{seen:?}"
        );
    }
}
