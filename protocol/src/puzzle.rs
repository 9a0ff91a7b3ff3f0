//! The puzzle that prices bulk (protocol 7): `challenge[56] | answer u64`, in the 64 bytes of a gateway frame.
//!
//! `challenge = 1 | bits u8 | memory KiB u16 | expires u32 | seed[16] | code[32]`. A server makes challenges without
//! keeping them: the code is keyed by its secret, so each of its nodes knows its own. An answer holds for one sealed
//! frame only, so it can neither be made ahead nor used again for another. It promises nothing more than a
//! price: whoever has many machines pays it many times.

mod solve;

use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

pub use solve::Solver;

use crate::cursor::Cursor;
use crate::day::Timestamp;
use crate::encoding::FixedBytes;
use crate::gateway::FRAME_HEAD_LEN;
use crate::id::SchoolId;
use crate::kdf::{Prk, StretchError, Stretcher, Stretching, derive_hash};
use crate::label::Label;

/// Bytes of a challenge.
pub const CHALLENGE_LEN: usize = 56;
/// Bytes of a challenge with its answer.
pub const PUZZLE_LEN: usize = CHALLENGE_LEN + 8;
/// Challenge bytes before the code, which covers them.
const TERMS_LEN: usize = 24;
const VERSION: u8 = 1;
/// Where the puzzle stands in a frame.
const PLACE: core::ops::Range<usize> = FRAME_HEAD_LEN - PUZZLE_LEN..FRAME_HEAD_LEN;
/// More bits than this no server of ours asks for; a phone would work for an hour.
const MOST_BITS: u8 = 20;

/// A challenge as it travels.
pub type Challenge = FixedBytes<CHALLENGE_LEN>;

/// What a challenge asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Leading zero bits of the result; each one doubles the work.
    pub bits: u8,
    /// Memory of one try.
    pub memory_kib: u16,
}

/// A challenge, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What it asks for.
    pub price: Price,
    /// Good until then, by the server's clock.
    pub expires: u32,
    /// Makes it unlike any other; the salt of every try.
    pub seed: [u8; 16],
}

/// Why a challenge does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChallengeFault {
    /// Not a challenge of this version.
    #[error("not a challenge")]
    Malformed,
    /// Not made by this server for this school.
    #[error("not our challenge")]
    Foreign,
    /// Made too long ago, or dated further ahead than any is.
    #[error("the challenge ran out")]
    Expired,
}

/// Makes and recognises the challenges of one school. Has no `Debug`.
pub struct PuzzleKey(Zeroizing<[u8; 32]>);

/// A school's challenge key, from the server's secret.
#[must_use]
pub fn derive_puzzle_key(server: &[u8; 32], school: SchoolId) -> PuzzleKey {
    let prk = Prk::derive(Label::PuzzleKey.bytes(), server);
    PuzzleKey(prk.expand(Label::PuzzleKey, &school.to_bytes()))
}

/// A fresh challenge that is good until `expires`.
#[must_use]
pub fn make_challenge(
    key: &PuzzleKey,
    price: Price,
    expires: Timestamp,
    rng: &mut impl CryptoRng,
) -> Challenge {
    let mut seed = [0; 16];
    rng.fill_bytes(&mut seed);
    let terms = Terms {
        price,
        // The format ends in 2106.
        expires: u32::try_from(expires.0).unwrap_or(u32::MAX),
        seed,
    };
    let mut bytes = [0; CHALLENGE_LEN];
    let (head, code) = bytes.split_at_mut(TERMS_LEN);
    head.copy_from_slice(&terms.encode());
    code.copy_from_slice(&mac(key, head).finalize().into_bytes());
    FixedBytes(bytes)
}

/// Reads a challenge without asking who made it: what the solver needs.
///
/// # Errors
/// When it is not one of this version, or asks for work no server of ours asks for.
pub fn read_challenge(challenge: &Challenge) -> Result<Terms, ChallengeFault> {
    Terms::decode(&challenge.0).ok_or(ChallengeFault::Malformed)
}

/// Reads a challenge that this server made for this school and that still holds. Costs one HMAC.
///
/// # Errors
/// When it is another's, or ran out, or is dated more than `longest` seconds ahead.
pub fn check_challenge(
    key: &PuzzleKey,
    challenge: &Challenge,
    now: Timestamp,
    longest: u32,
) -> Result<Terms, ChallengeFault> {
    let terms = read_challenge(challenge)?;
    let (head, code) = challenge.0.split_at(TERMS_LEN);
    let expected = mac(key, head).finalize().into_bytes();
    if !bool::from(expected.as_slice().ct_eq(code)) {
        return Err(ChallengeFault::Foreign);
    }
    let left = u64::from(terms.expires).checked_sub(now.0);
    match left {
        Some(left) if left <= u64::from(longest) => Ok(terms),
        _ => Err(ChallengeFault::Expired),
    }
}

/// What a puzzle is tied to: SHA-256 over label and sealed bytes. `None` for bytes too short to be a frame.
#[must_use]
pub fn derive_subject(frame: &[u8]) -> Option<[u8; 32]> {
    let sealed = frame.get(FRAME_HEAD_LEN..)?;
    Some(derive_hash(Label::PuzzleSubject, &[sealed]))
}

/// Leading zero bits of an answer: one try of Argon2id.
#[must_use]
pub fn derive_zeros(
    stretcher: &mut Stretcher,
    subject: &[u8; 32],
    seed: &[u8; 16],
    answer: u64,
) -> u8 {
    let mut input = [0; 40];
    input[..32].copy_from_slice(subject);
    input[32..].copy_from_slice(&answer.to_be_bytes());
    let out = stretcher.derive(&input, seed);
    let front = u64::from_be_bytes(*out.first_chunk().expect("8 of 32 bytes"));
    u8::try_from(front.leading_zeros()).expect("at most 64")
}

/// The challenge and the answer in a frame; `None` when its place is empty or the frame too short.
#[must_use]
pub fn puzzle_of(frame: &[u8]) -> Option<(Challenge, u64)> {
    let place: &[u8; PUZZLE_LEN] = frame.get(PLACE)?.try_into().ok()?;
    let (challenge, answer) = place.split_first_chunk()?;
    let answer = u64::from_be_bytes(answer.try_into().ok()?);
    place
        .iter()
        .any(|byte| *byte != 0)
        .then_some((FixedBytes(*challenge), answer))
}

/// Writes a solved puzzle into its place. False for bytes too short to be a frame.
pub fn put_puzzle(frame: &mut [u8], challenge: &Challenge, answer: u64) -> bool {
    let Some(place) = frame.get_mut(PLACE) else {
        return false;
    };
    let (head, tail) = place.split_at_mut(CHALLENGE_LEN);
    head.copy_from_slice(&challenge.0);
    tail.copy_from_slice(&answer.to_be_bytes());
    true
}

impl Price {
    /// Memory for the tries of this price.
    ///
    /// # Errors
    /// When it is out of bounds.
    pub fn stretcher(self) -> Result<Stretcher, StretchError> {
        Stretcher::new(Stretching {
            memory_kib: u32::from(self.memory_kib),
            passes: 1,
        })
    }
}

impl Terms {
    fn encode(&self) -> [u8; TERMS_LEN] {
        let mut bytes = [0; TERMS_LEN];
        bytes[0] = VERSION;
        bytes[1] = self.price.bits;
        bytes[2..4].copy_from_slice(&self.price.memory_kib.to_be_bytes());
        bytes[4..8].copy_from_slice(&self.expires.to_be_bytes());
        bytes[8..].copy_from_slice(&self.seed);
        bytes
    }

    fn decode(challenge: &[u8; CHALLENGE_LEN]) -> Option<Self> {
        let mut cursor = Cursor::new(challenge);
        cursor.tag(&[VERSION])?;
        let price = Price {
            bits: cursor.u8()?,
            memory_kib: cursor.u16()?,
        };
        let sane = price.bits <= MOST_BITS && (8..=16 * 1024).contains(&price.memory_kib);
        let terms = Self {
            price,
            expires: cursor.u32()?,
            seed: cursor.array()?,
        };
        sane.then_some(terms)
    }
}

fn mac(key: &PuzzleKey, terms: &[u8]) -> Hmac<Sha256> {
    let mut mac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(key.0.as_ref()).expect("any length is a key");
    mac.update(Label::PuzzleCode.bytes());
    mac.update(terms);
    mac
}
