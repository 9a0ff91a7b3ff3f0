//! When an unattended screen locks. Arithmetic only: the page asks with its own clock, in milliseconds.
//!
//! Promises that a laptop which slept past the limit is locked at the first look, because time is compared and never counted.

/// How long before locking the page starts to say so, in seconds.
pub const WARN_SECONDS: u32 = 60;

/// What the idle clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Somebody is here; whole minutes left, rounded up so that it never says 0.
    Awake { minutes: u32 },
    /// About to lock; seconds left.
    Soon { seconds: u32 },
    /// Locked.
    Over,
}

/// Where the clock stands: `last` is the last sign of a person, `now` the present, both in milliseconds.
#[must_use]
pub fn look(now: f64, last: f64, limit_seconds: u32) -> Idle {
    let limit = f64::from(limit_seconds.max(1)) * 1000.0;
    // A clock that was set back must not keep a screen open for longer than a full limit.
    let spent = (now - last).max(0.0);
    let left = limit - spent;
    if left <= 0.0 {
        return Idle::Over;
    }
    let seconds = whole(left / 1000.0);
    if seconds <= WARN_SECONDS && limit_seconds > WARN_SECONDS {
        Idle::Soon { seconds }
    } else {
        Idle::Awake {
            minutes: seconds.div_ceil(60),
        }
    }
}

/// Rounds up to whole seconds. `left` is positive and at most the limit, so it fits.
fn whole(left: f64) -> u32 {
    let down = left as u32;
    if f64::from(down) < left {
        down + 1
    } else {
        down
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUARTER: u32 = 900;

    // XAM-10: a session that nobody attends ends.
    #[test]
    fn counts_down_in_minutes_then_seconds_then_locks() {
        assert_eq!(look(0.0, 0.0, QUARTER), Idle::Awake { minutes: 15 });
        assert_eq!(look(60_000.0, 0.0, QUARTER), Idle::Awake { minutes: 14 });
        assert_eq!(look(60_001.0, 0.0, QUARTER), Idle::Awake { minutes: 14 });
        assert_eq!(look(838_999.0, 0.0, QUARTER), Idle::Awake { minutes: 2 });
        assert_eq!(look(840_000.0, 0.0, QUARTER), Idle::Soon { seconds: 60 });
        assert_eq!(look(899_500.0, 0.0, QUARTER), Idle::Soon { seconds: 1 });
        assert_eq!(look(900_000.0, 0.0, QUARTER), Idle::Over);
    }

    #[test]
    fn a_laptop_that_slept_is_locked_at_the_first_look() {
        assert_eq!(look(86_400_000.0, 1_000.0, QUARTER), Idle::Over);
    }

    #[test]
    fn a_clock_set_back_gives_no_more_than_one_limit() {
        assert_eq!(look(0.0, 5_000_000.0, QUARTER), Idle::Awake { minutes: 15 });
    }

    #[test]
    fn a_limit_shorter_than_the_warning_still_shows_minutes() {
        assert_eq!(look(0.0, 0.0, 30), Idle::Awake { minutes: 1 });
        assert_eq!(look(30_000.0, 0.0, 30), Idle::Over);
    }
}
