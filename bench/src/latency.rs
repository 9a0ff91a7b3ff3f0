//! Waiting times, sorted.

use std::time::Duration;

/// Waiting times of one run.
#[derive(Default)]
pub struct Latencies(Vec<Duration>);

impl Latencies {
    /// Adds one.
    pub fn add(&mut self, one: Duration) {
        self.0.push(one);
    }

    /// Adds all of another run.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Milliseconds below which this share of them lies; 1.0 is the longest.
    pub fn quantile(&mut self, share: f64) -> f64 {
        self.0.sort_unstable();
        let last = self.0.len().saturating_sub(1);
        // Counts here are far below 2^52, and a share is between 0 and 1.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a list"
        )]
        let place = (last as f64 * share).round() as usize;
        self.0
            .get(place)
            .map_or(f64::NAN, |found| found.as_secs_f64() * 1000.0)
    }
}
