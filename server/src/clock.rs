//! The time, as a parameter: the only place of the server that reads a clock.
//!
//! A [`Moment`] is given out in whole minutes, hours, half-days and days, because those are the only instants
//! that may be kept (XAM-21, schools.md 2g). Seconds exist for one-time codes and time-outs and reach no table.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use protocol::day::Timestamp;

/// A point in time, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(Timestamp);

impl Moment {
    /// From seconds since 1970.
    #[must_use]
    pub const fn from_seconds(seconds: u64) -> Self {
        Self(Timestamp(seconds))
    }

    /// Seconds since 1970. For one-time codes and time-outs; never for a table.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0.0
    }

    /// As the protocol takes it.
    #[must_use]
    pub const fn timestamp(self) -> Timestamp {
        self.0
    }

    /// Whole minutes since 1970.
    #[must_use]
    pub fn minute(self) -> u32 {
        self.0.minute()
    }

    /// Whole hours since 1970.
    #[must_use]
    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    /// Whole half-days since 1970: as finely as a pupil's act is remembered.
    #[must_use]
    pub fn half_day(self) -> u32 {
        self.0.half_day()
    }

    /// First hour of the half-day: the hour written beside a pupil's act.
    #[must_use]
    pub fn half_day_hour(self) -> u32 {
        self.0.half_day_hour()
    }

    /// Whole days since 1970.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day().0
    }
}

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Moment::from_seconds(since.map_or(0, |duration| duration.as_secs()))
    }
}

/// A clock that is moved by hand: tests, and the demo whose cases lie on past days.
#[derive(Debug)]
pub struct MovableClock(AtomicU64);

impl MovableClock {
    /// A clock that shows `moment` until it is moved.
    #[must_use]
    pub const fn at(moment: Moment) -> Self {
        Self(AtomicU64::new(moment.seconds()))
    }

    /// Shows another moment from now on, earlier or later.
    pub fn set(&self, moment: Moment) {
        self.0.store(moment.seconds(), Ordering::Relaxed);
    }

    /// Moves forward.
    pub fn advance_seconds(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Moment {
        Moment::from_seconds(self.0.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21 13:05:59 UTC.
    const AFTERNOON: Moment = Moment::from_seconds(1_795_266_359);

    #[test]
    fn a_pupil_s_hour_is_the_first_of_the_half_day() {
        // XAM-21
        assert_eq!(AFTERNOON.half_day_hour() % 12, 0);
        assert_eq!(AFTERNOON.hour() - AFTERNOON.half_day_hour(), 1);
        assert_eq!(AFTERNOON.half_day(), AFTERNOON.day() * 2 + 1);
    }

    #[test]
    fn a_movable_clock_moves_only_when_told() {
        let clock = MovableClock::at(AFTERNOON);
        assert_eq!(clock.now(), AFTERNOON);
        clock.advance_seconds(86_400);
        assert_eq!(clock.now().day(), AFTERNOON.day() + 1);
        clock.set(AFTERNOON);
        assert_eq!(clock.now(), AFTERNOON);
    }

    #[test]
    fn the_far_future_does_not_wrap() {
        assert_eq!(Moment::from_seconds(u64::MAX).minute(), u32::MAX);
    }
}
