//! How long something took, and waiting until something holds. The only place here that reads a clock.

use std::thread::sleep;
use std::time::{Duration, Instant};

use protocol::day::Timestamp;
use server::clock::{Clock, SystemClock};

use crate::outcome::Outcome;

/// Runs from the moment it is made.
#[derive(Clone, Copy)]
pub struct Watch(Instant);

impl Watch {
    #[expect(
        clippy::disallowed_methods,
        reason = "trials measure real programs in real time"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The time as people's devices have it.
pub fn now() -> Timestamp {
    Timestamp(SystemClock.now().seconds())
}

/// The moment since 1970, to compare with what a tracer wrote down.
#[expect(
    clippy::disallowed_methods,
    reason = "trials measure real programs in real time"
)]
pub fn moment() -> Duration {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default()
}

/// Asks again and again until the answer is yes, and says how long that took.
pub fn until(what: &str, patience: Duration, mut holds: impl FnMut() -> bool) -> Outcome<Duration> {
    let watch = Watch::start();
    while !holds() {
        if watch.elapsed() > patience {
            return Err(format!("after {patience:?}: still not {what}").into());
        }
        sleep(Duration::from_millis(20));
    }
    Ok(watch.elapsed())
}
