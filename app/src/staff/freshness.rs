//! How old the board may be: asked again by the clock, when somebody comes back to the page, and when they go to it.
//!
//! Promise: what a colleague did is on the board within a minute wherever the page is looked at, and within seconds
//! for whoever goes to the board. Time is compared and never counted: browsers let the timers of a page in the
//! background sleep.

use client::staff::message::{Answer, Ask, Board};
use leptos::prelude::*;

use super::calendar;
use super::desk::{Desk, Door};

/// Milliseconds until the board is asked again by itself.
const STALE: f64 = 60_000.0;
/// Milliseconds until somebody who goes to the board is shown a new one.
const JUST_ASKED: f64 = 5_000.0;

impl Desk {
    /// Asks for the board, or for what has changed on it.
    pub fn refresh_board(self) {
        if self
            .me
            .with_untracked(|me| me.as_ref().is_none_or(|me| !me.can_read))
        {
            return;
        }
        self.board_asked.set(calendar::now());
        let whole = self.board.with_untracked(Option::is_none);
        self.ask(&Ask::Board { whole }, move |answer| {
            if let Ok(Answer::Board(changes)) = answer {
                let more = changes.more;
                self.board.update(|board| {
                    if whole {
                        *board = None;
                    }
                    board.get_or_insert(Board::empty()).change(changes);
                });
                if more {
                    self.refresh_board();
                }
            }
        });
    }

    /// One look at the clock.
    pub fn keep_board_fresh(self) {
        self.refresh_board_after(STALE);
    }

    /// Somebody goes to the board.
    pub fn visit_board(self) {
        self.refresh_board_after(JUST_ASKED);
    }

    fn refresh_board_after(self, most: f64) {
        let age = calendar::now() - self.board_asked.get_untracked();
        if self.door.get_untracked() == Door::Inside && is_due(age, most) {
            self.board_asked.set(calendar::now());
            // Whoever has been signed in all along is told as well that the school's service ends.
            super::service::look(self, false);
            self.refresh_board();
        }
    }
}

/// A clock that was set back makes it due as well.
fn is_due(age: f64, most: f64) -> bool {
    !(0.0..most).contains(&age)
}

#[cfg(test)]
mod tests {
    use super::*;

    // D1: compared, so a page that slept for an hour asks at its first look, and one that was just asked does not.
    #[test]
    fn the_board_is_due_by_the_clock() {
        assert!(!is_due(0.0, STALE));
        assert!(!is_due(59_999.0, STALE));
        assert!(is_due(60_000.0, STALE));
        assert!(is_due(3_600_000.0, STALE));
        assert!(is_due(-1.0, STALE), "the clock was set back");
        assert!(is_due(f64::NAN, STALE));
    }
}
