//! Words for the pupil wait ten seconds before they leave this page, so that they can be taken back.
//!
//! Nothing held here has been sent. Once taken for sending it cannot be taken back, and the page says so.

use protocol::id::CaseId;

/// How long words wait, in milliseconds.
pub const HOLD_MILLIS: f64 = 10_000.0;

/// Something that will be sent when its time comes.
#[derive(Clone)]
pub struct Held<T> {
    /// Distinguishes two sends about one case.
    pub number: u32,
    /// The case it belongs to.
    pub case: CaseId,
    /// What will be sent, with the words as they were typed.
    pub what: T,
    /// When it goes, in the page's milliseconds.
    pub due: f64,
}

/// Everything that waits, oldest first.
#[derive(Clone)]
pub struct Undo<T> {
    held: Vec<Held<T>>,
    next: u32,
}

impl<T> Default for Undo<T> {
    fn default() -> Self {
        Self {
            held: Vec::new(),
            next: 0,
        }
    }
}

impl<T> Undo<T> {
    /// Starts the ten seconds.
    pub fn hold(&mut self, case: CaseId, what: T, now: f64) -> u32 {
        let number = self.next;
        self.next = self.next.wrapping_add(1);
        self.held.push(Held {
            number,
            case,
            what,
            due: now + HOLD_MILLIS,
        });
        number
    }

    /// Takes words back before they are sent; `None` when they have already gone.
    pub fn take_back(&mut self, number: u32) -> Option<Held<T>> {
        let at = self.held.iter().position(|held| held.number == number)?;
        Some(self.held.remove(at))
    }

    /// Everything whose time has come, oldest first.
    pub fn due(&mut self, now: f64) -> Vec<Held<T>> {
        let (due, wait) = self.held.drain(..).partition(|held| held.due <= now);
        self.held = wait;
        due
    }

    /// Everything, at once: signing out sends what was promised to be sent.
    pub fn flush(&mut self) -> Vec<Held<T>> {
        core::mem::take(&mut self.held)
    }

    /// What waits.
    #[must_use]
    pub fn waiting(&self) -> &[Held<T>] {
        &self.held
    }

    /// True when something about this case waits.
    #[must_use]
    pub fn waits_for(&self, case: CaseId) -> bool {
        self.held.iter().any(|held| held.case == case)
    }
}

impl<T> Held<T> {
    /// Whole seconds until it goes, rounded up.
    #[must_use]
    pub fn seconds(&self, now: f64) -> u32 {
        let left = (self.due - now).clamp(0.0, HOLD_MILLIS);
        (left as u32).div_ceil(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(byte: u8) -> CaseId {
        CaseId::from_bytes([byte; 16])
    }

    // D3: a reply waits ten seconds and can be taken back whole.
    #[test]
    fn words_wait_ten_seconds() {
        let mut undo = Undo::default();
        undo.hold(case(1), "We will be there.", 1_000.0);
        assert!(undo.due(10_999.0).is_empty());
        assert!(undo.waits_for(case(1)));
        let due = undo.due(11_000.0);
        assert_eq!(due.len(), 1);
        assert_eq!(due[0].what, "We will be there.");
        assert!(undo.waiting().is_empty());
    }

    #[test]
    fn words_taken_back_are_never_due() {
        let mut undo = Undo::default();
        let number = undo.hold(case(1), "Wrong case.", 0.0);
        let other = undo.hold(case(2), "Right case.", 0.0);
        assert_eq!(
            undo.take_back(number).map(|held| held.what),
            Some("Wrong case.")
        );
        let due = undo.due(20_000.0);
        assert_eq!(due.len(), 1);
        assert_eq!(due[0].number, other);
        assert!(undo.take_back(other).is_none(), "already gone");
    }

    #[test]
    fn order_is_kept_and_flush_sends_all() {
        let mut undo = Undo::default();
        undo.hold(case(1), 1, 0.0);
        undo.hold(case(1), 2, 5_000.0);
        let all: Vec<i32> = undo.flush().into_iter().map(|held| held.what).collect();
        assert_eq!(all, [1, 2]);
        assert!(!undo.waits_for(case(1)));
    }

    #[test]
    fn seconds_count_down_to_zero_and_no_further() {
        let mut undo = Undo::default();
        undo.hold(case(1), (), 0.0);
        let held = undo.waiting()[0].clone();
        assert_eq!(held.seconds(0.0), 10);
        assert_eq!(held.seconds(1.0), 10);
        assert_eq!(held.seconds(9_500.0), 1);
        assert_eq!(held.seconds(99_000.0), 0);
    }
}
