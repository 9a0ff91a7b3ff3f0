//! Answers that leave when a fixed time has passed, so that how long they took does not tell what was found (R41).
//!
//! A row that is there takes some microseconds longer to read than one that is not, and over enough tries that can be
//! measured through a network. Promise: on a machine that keeps up, the time until such an answer does not depend on what
//! was looked up. Does not help while the machine is so busy that the work itself takes longer; then its noise has to.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Several times what looking something up takes, and too short for a person to notice.
pub const LEAST: Duration = Duration::from_millis(5);

/// When a request came.
#[derive(Clone, Copy)]
pub struct Came(Instant);

impl Came {
    /// Just now. Say so before anything is looked up.
    #[must_use]
    pub fn now() -> Self {
        Self(Instant::now())
    }

    /// Waits until an answer may leave.
    pub async fn even(self) {
        sleep_until(self.0 + LEAST).await;
    }
}
