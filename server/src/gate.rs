//! The gate in front of the sealed requests: what a puzzle costs now, whether one was paid, and two lanes behind it.
//!
//! Promise: nobody is turned away for where they come from. A frame with a good puzzle goes through the wide
//! lane; any other is opened one at a time, and taken if it says danger. What costs an attacker nothing costs
//! us one HMAC. Opening and checking never run on the threads that serve requests (ASVS 15.2.2).
//!
//! Several nodes over one database agree without talking: the challenge's code comes from the server key they
//! share. A seed is remembered by the node that saw its answer until it has run out; on another node the very
//! same frame opens again, changes nothing (acts are idempotent by mailbox and message in the database) and has cost
//! its sender the same puzzle; any other frame needs an answer of its own, because an answer fits one frame.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use protocol::gateway::{OpenedRequest, open_request};
use protocol::id::SchoolId;
use protocol::kdf::Stretcher;
use protocol::keys::KemSecret;
use protocol::puzzle::{
    Challenge, Price, Terms, check_challenge, derive_subject, derive_zeros, make_challenge,
    puzzle_of,
};
use tokio::sync::Semaphore;

use crate::app::App;
use crate::lane::Lane;
use crate::problem::{ApiError, Problem};
use crate::replay::Seen;

/// Memory of one try. The design says 2 MiB; checking one then costs more than opening the request (0.85 ms
/// against 0.4 ms on the machine of `bench/`), and two cores could not take in 1,700 reports a second.
pub const MEMORY_KIB: u16 = 512;
/// Bits asked for when nothing is going on: a blink on a phone.
pub const IDLE_BITS: u8 = 5;
/// Bits added for a frame without the poster's code, where posters carry one.
pub const BITS_WITHOUT_CODE: u8 = 2;
/// A puzzle that was right when it was begun counts while it is solved, unless pressure doubled twice meanwhile.
const GRACE_BITS: u8 = 1;
/// A challenge is good for ten minutes, and may be dated a minute ahead by another node's clock.
const GOOD_SECONDS: u64 = 600;
const LONGEST_SECONDS: u32 = 660;
/// Frames that may wait for the narrow lane. Each then waits less than a second.
const SLOW_QUEUE: usize = 256;

/// Answers to wrong receipt codes held back at once.
const PAUSES: usize = 64;

/// The gate.
pub struct Gate {
    /// Frames whose puzzle is being checked, or that are being opened.
    wide: Lane,
    /// Frames without a good puzzle: one at a time.
    narrow: Lane,
    waiting: AtomicUsize,
    /// Answers held back for a moment.
    pub pauses: Semaphore,
    /// Memory of the tries, used again and again.
    stretchers: Arc<Mutex<Vec<Stretcher>>>,
}

/// A frame that went through.
pub struct Passed {
    /// What it asks.
    pub opened: OpenedRequest,
    /// Leading zero bits of its answer beyond what its challenge asked for; `None`: no good puzzle.
    pub spare_bits: Option<u8>,
}

impl Default for Gate {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            wide: Lane::new(cores),
            narrow: Lane::new(1),
            waiting: AtomicUsize::new(0),
            pauses: Semaphore::new(PAUSES),
            stretchers: Arc::default(),
        }
    }
}

/// A challenge for a puzzle so many steps harder than usual.
pub fn challenge(app: &App, school: SchoolId, steps: u8) -> Challenge {
    let price = Price {
        bits: IDLE_BITS + steps,
        memory_kib: MEMORY_KIB,
    };
    let now = app.now().timestamp();
    let expires = protocol::day::Timestamp(now.0.saturating_add(GOOD_SECONDS));
    let key = app.server_key.derive_puzzle_key(school);
    make_challenge(&key, price, expires, &mut app.randomness.make_rng())
}

/// Lets a frame through one of the two lanes.
///
/// # Errors
/// When it does not open, was sent before, or even the narrow lane is full; then with a challenge.
pub async fn pass(
    app: &App,
    school: SchoolId,
    frame: Bytes,
    steps: u8,
) -> Result<Passed, ApiError> {
    let key = app.server_key.derive_gateway_key(school);
    if let Some((terms, answer)) = promised(app, school, &frame, steps)? {
        let stretchers = Arc::clone(&app.gate.stretchers);
        let (again, work) = (frame.clone(), (terms, answer));
        let done = app.gate.wide.run(move || {
            let zeros = zeros(&stretchers, &again, work.0, work.1)?;
            let spare = zeros.checked_sub(work.0.price.bits)?;
            Some((spare, open(&again, school, &key)))
        });
        if let Some((spare, opened)) = done.await? {
            return Ok(Passed {
                opened: opened?,
                spare_bits: Some(spare),
            });
        }
    }
    let Some(_waits) = Waits::join(&app.gate.waiting) else {
        let challenge = challenge(app, school, steps);
        return Err(ApiError::from(Problem::MoreWork).with_challenge(challenge));
    };
    let key = app.server_key.derive_gateway_key(school);
    let opened = app.gate.narrow.run(move || open(&frame, school, &key));
    Ok(Passed {
        opened: opened.await??,
        spare_bits: None,
    })
}

/// A challenge of ours that still holds, is hard enough, and whose seed was not seen. Costs one HMAC.
fn promised(
    app: &App,
    school: SchoolId,
    frame: &[u8],
    steps: u8,
) -> Result<Option<(Terms, u64)>, ApiError> {
    let Some((challenge, answer)) = puzzle_of(frame) else {
        return Ok(None);
    };
    let key = app.server_key.derive_puzzle_key(school);
    let now = app.now();
    let Ok(terms) = check_challenge(&key, &challenge, now.timestamp(), LONGEST_SECONDS) else {
        return Ok(None);
    };
    let least = Price {
        bits: IDLE_BITS + steps.saturating_sub(GRACE_BITS),
        memory_kib: MEMORY_KIB,
    };
    if terms.price.bits < least.bits || terms.price.memory_kib < least.memory_kib {
        return Ok(None);
    }
    Ok(match app.seeds.look(school, terms.seed, now) {
        Seen::First => Some((terms, answer)),
        Seen::Again | Seen::Full => None,
    })
}

fn zeros(
    stretchers: &Mutex<Vec<Stretcher>>,
    frame: &[u8],
    terms: Terms,
    answer: u64,
) -> Option<u8> {
    let kept = || stretchers.lock().unwrap_or_else(PoisonError::into_inner);
    let spare = kept().pop();
    let mut stretcher = match spare {
        Some(stretcher) if terms.price.memory_kib == MEMORY_KIB => stretcher,
        _ => terms.price.stretcher().ok()?,
    };
    let zeros = derive_zeros(&mut stretcher, &derive_subject(frame)?, &terms.seed, answer);
    if terms.price.memory_kib == MEMORY_KIB {
        kept().push(stretcher);
    }
    Some(zeros)
}

fn open(frame: &[u8], school: SchoolId, key: &KemSecret) -> Result<OpenedRequest, ApiError> {
    open_request(frame, school, key).map_err(|_| Problem::NotSealedToUs.into())
}

/// A place in the queue of the narrow lane, given back even when the visitor goes away.
struct Waits<'a>(&'a AtomicUsize);

impl<'a> Waits<'a> {
    fn join(waiting: &'a AtomicUsize) -> Option<Self> {
        if waiting.fetch_add(1, Ordering::Relaxed) < SLOW_QUEUE {
            return Some(Self(waiting));
        }
        waiting.fetch_sub(1, Ordering::Relaxed);
        None
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
