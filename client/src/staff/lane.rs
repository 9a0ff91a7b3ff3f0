//! Which lane of the board a case belongs to, from what is known of it in this browser.
//!
//! The order of the rules is the promise: danger first, then a pupil who waits, then everything else.

use protocol::day::{Day, Timestamp};

use super::message::{Lane, State, Urgency};

/// A pupil's message unanswered for this long needs eyes now, whatever the urgency.
const PATIENCE_HOURS: u32 = 24;
/// Cases that may be destroyed within this many days are shown as expiring.
const EXPIRING_DAYS: u32 = 30;

/// What is known of a case before it is opened.
#[derive(Clone, Copy, Default)]
pub struct Facts {
    /// The server's bit: someone is in danger and nobody has opened it.
    pub danger: bool,
    /// Anyone opened it.
    pub opened: bool,
    /// As the newest staff notice says.
    pub state: Option<State>,
    /// As the newest staff notice says.
    pub urgency: Option<Urgency>,
    /// Hour of the oldest message of the pupil that no adult has answered.
    pub waiting_since: Option<u32>,
    pub destroy_after_day: u32,
    pub hold: bool,
    /// A held case needs somebody: its review day has come, or one of two people asked to let it go.
    pub hold_waits: bool,
    pub withdrawn: bool,
}

/// The lane.
#[must_use]
pub fn lane(facts: Facts, now: Timestamp) -> Lane {
    if facts.withdrawn {
        return if expiring(facts, now) {
            Lane::Expiring
        } else {
            Lane::Closed
        };
    }
    if facts.danger && !facts.opened {
        return Lane::NeedsEyesNow;
    }
    if !facts.opened {
        return if expiring(facts, now) {
            Lane::Expiring
        } else {
            Lane::New
        };
    }
    if let Some(hour) = facts.waiting_since {
        let urgent = facts.urgency == Some(Urgency::Now);
        let waited = now.hour().saturating_sub(hour);
        let too_long = urgent || waited >= PATIENCE_HOURS;
        // Whatever staff set before, the pupil has spoken since: it is theirs to answer.
        return if too_long {
            Lane::NeedsEyesNow
        } else {
            Lane::Open
        };
    }
    match facts.state.unwrap_or(State::Open) {
        State::Closed if expiring(facts, now) => Lane::Expiring,
        State::Closed => Lane::Closed,
        _ if facts.urgency == Some(Urgency::Now) => Lane::NeedsEyesNow,
        State::DueToClose => Lane::DueToClose,
        State::WaitingOnPupil => Lane::WaitingOnPupil,
        State::WaitingOnAgency => Lane::WaitingOnAgency,
        State::Open | State::Monitoring | State::Reopened if expiring(facts, now) => Lane::Expiring,
        State::Open | State::Monitoring | State::Reopened => Lane::Open,
    }
}

fn expiring(facts: Facts, now: Timestamp) -> bool {
    if facts.hold {
        return facts.hold_waits;
    }
    Day(facts.destroy_after_day).days_since(now.day()) <= EXPIRING_DAYS
}

#[cfg(test)]
mod tests {
    use super::{Facts, lane};
    use crate::staff::message::{Lane, State, Urgency};
    use protocol::day::Timestamp;

    const NOW: Timestamp = Timestamp(20_000 * 86_400 + 36_000);

    fn opened(state: State) -> Facts {
        Facts {
            opened: true,
            state: Some(state),
            destroy_after_day: 20_365,
            ..Facts::default()
        }
    }

    #[test]
    fn danger_comes_first_until_someone_opens() {
        let danger = Facts {
            danger: true,
            destroy_after_day: 20_090,
            ..Facts::default()
        };
        assert_eq!(lane(danger, NOW), Lane::NeedsEyesNow);
        let seen = Facts {
            opened: true,
            ..danger
        };
        assert_eq!(lane(seen, NOW), Lane::Open);
    }

    #[test]
    fn a_state_has_its_lane() {
        assert_eq!(
            lane(
                Facts {
                    destroy_after_day: 20_090,
                    ..Facts::default()
                },
                NOW
            ),
            Lane::New
        );
        assert_eq!(
            lane(opened(State::WaitingOnPupil), NOW),
            Lane::WaitingOnPupil
        );
        assert_eq!(
            lane(opened(State::WaitingOnAgency), NOW),
            Lane::WaitingOnAgency
        );
        assert_eq!(lane(opened(State::Monitoring), NOW), Lane::Open);
        assert_eq!(lane(opened(State::DueToClose), NOW), Lane::DueToClose);
        assert_eq!(lane(opened(State::Closed), NOW), Lane::Closed);
        let urgent = Facts {
            urgency: Some(Urgency::Now),
            ..opened(State::WaitingOnAgency)
        };
        assert_eq!(lane(urgent, NOW), Lane::NeedsEyesNow);
    }

    #[test]
    fn a_pupil_who_waits_overrules_the_state() {
        let asked = Facts {
            waiting_since: Some(NOW.hour() - 3),
            ..opened(State::Closed)
        };
        assert_eq!(lane(asked, NOW), Lane::Open);
        let long = Facts {
            waiting_since: Some(NOW.hour() - 24),
            ..asked
        };
        assert_eq!(lane(long, NOW), Lane::NeedsEyesNow);
        let urgent = Facts {
            urgency: Some(Urgency::Now),
            ..asked
        };
        assert_eq!(lane(urgent, NOW), Lane::NeedsEyesNow);
    }

    #[test]
    fn expiring_means_thirty_days_and_no_hold() {
        let closed = Facts {
            destroy_after_day: 20_030,
            ..opened(State::Closed)
        };
        assert_eq!(lane(closed, NOW), Lane::Expiring);
        assert_eq!(
            lane(
                Facts {
                    destroy_after_day: 20_031,
                    ..closed
                },
                NOW
            ),
            Lane::Closed
        );
        assert_eq!(
            lane(
                Facts {
                    hold: true,
                    ..closed
                },
                NOW
            ),
            Lane::Closed
        );
        let waits = Facts {
            hold: true,
            hold_waits: true,
            ..closed
        };
        assert_eq!(lane(waits, NOW), Lane::Expiring);
        assert_eq!(
            lane(
                Facts {
                    withdrawn: true,
                    ..closed
                },
                NOW
            ),
            Lane::Expiring
        );
    }
}
