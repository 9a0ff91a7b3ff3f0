//! Whether the clock may be believed (R21). A clock that is wrong by a year must not destroy a year's cases.
//!
//! After a jump, forwards by more than a day or backwards by more than an hour, nothing is destroyed by time until
//! the clock has gone on steadily for a day, **and** somebody has signed in meanwhile: a six-digit code is only good
//! when the server's clock and a person's phone agree to the minute, so a sign-in is a second clock's word.
//! A server that was off for the holidays waits a day in the same way.

use crate::store::ClockWatch;

/// Forwards by more than this is a jump.
const GAP_HOURS: u32 = 24;
/// Backwards by more than this is one; less is a clock being set right across the hour.
const BACK_HOURS: u32 = 1;
/// How long it must go on steadily after one.
const STEADY_HOURS: u32 = 24;

/// Why nothing is destroyed by time at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The clock jumped less than a day ago.
    Steady,
    /// Nobody has signed in since this server, or its clock, started anew.
    SignIn,
}

impl Waiting {
    /// For the person at the terminal.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Steady => {
                "the clock jumped, or the server was off for more than a day: cases are destroyed again once it has \
                 gone on steadily for a day"
            }
            Self::SignIn => {
                "nobody has signed in since the clock was first looked at: a sign-in shows that it is right"
            }
        }
    }
}

/// The clock as seen so far.
#[derive(Clone, Copy, Debug)]
pub struct Clock(pub ClockWatch);

impl Clock {
    /// Looks at the clock: what is known of it now, and what to wait for.
    #[must_use]
    pub fn look(self, hour: u32, is_right: bool) -> (ClockWatch, Option<Waiting>) {
        let mut watch = self.0;
        let jumped = watch.seen_hour.is_some_and(|seen| {
            hour > seen.saturating_add(GAP_HOURS) || hour.saturating_add(BACK_HOURS) < seen
        });
        if jumped {
            watch.since_hour = Some(hour);
            watch.jumped = true;
        }
        watch.seen_hour = Some(hour);
        let since = *watch.since_hour.get_or_insert(hour);
        if is_right {
            watch.jumped = false;
            return (watch, None);
        }
        // Signed in by this clock, and not by one that was ahead of it.
        let agreed = watch
            .agreed_hour
            .is_some_and(|agreed| (since..=hour).contains(&agreed));
        if watch.jumped && hour < since.saturating_add(STEADY_HOURS) {
            return (watch, Some(Waiting::Steady));
        }
        if !agreed {
            return (watch, Some(Waiting::SignIn));
        }
        watch.jumped = false;
        (watch, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: ClockWatch = ClockWatch {
        seen_hour: None,
        since_hour: None,
        jumped: false,
        agreed_hour: None,
    };

    fn signed_in(watch: ClockWatch, hour: u32) -> ClockWatch {
        ClockWatch {
            agreed_hour: Some(hour),
            ..watch
        }
    }

    // R21: forwards by 400 days, back by 10 years, back by an hour, off for the holidays.
    #[test]
    fn a_jump_is_waited_out_and_a_sign_in_waited_for() {
        let (watch, waiting) = Clock(NEW).look(500_000, false);
        assert_eq!(waiting, Some(Waiting::SignIn));
        let watch = signed_in(watch, 500_001);
        let (watch, waiting) = Clock(watch).look(500_002, false);
        assert_eq!(waiting, None);
        let (watch, waiting) = Clock(watch).look(500_026, false);
        assert_eq!(waiting, None, "a day between two looks is no jump");
        let (watch, waiting) = Clock(watch).look(500_025, false);
        assert_eq!(waiting, None, "back by an hour is no jump");

        let later = 500_025 + 400 * 24;
        let (mut jumped, waiting) = Clock(watch).look(later, false);
        assert_eq!(waiting, Some(Waiting::Steady));
        for hour in 1..24 {
            let waiting;
            (jumped, waiting) = Clock(jumped).look(later + hour, false);
            assert_eq!(waiting, Some(Waiting::Steady));
        }
        let (jumped, waiting) = Clock(jumped).look(later + 24, false);
        assert_eq!(waiting, Some(Waiting::SignIn), "the old sign-in is no word");
        let (_, waiting) = Clock(signed_in(jumped, later + 25)).look(later + 25, false);
        assert_eq!(waiting, None);

        let (back, waiting) = Clock(jumped).look(later - 10 * 8_766, false);
        assert_eq!(waiting, Some(Waiting::Steady));
        let ahead = signed_in(back, later);
        let mut hour = later - 10 * 8_766;
        let (mut watch, mut waiting) = (ahead, Some(Waiting::Steady));
        for _ in 0..30 {
            hour += 1;
            (watch, waiting) = Clock(watch).look(hour, false);
        }
        assert_eq!(
            waiting,
            Some(Waiting::SignIn),
            "signed in by the wrong clock"
        );
        let (_, waiting) = Clock(watch).look(hour + 1, true);
        assert_eq!(waiting, None, "a person at the machine vouches for it");
    }
}
