//! What was typed and not sent. Lives in this page's memory only and survives locking, an ended session and a failed send.
//!
//! It belongs to one adult: when somebody else signs in, it is gone.

use std::collections::HashMap;

use client::staff::message::Decision;
use protocol::id::{CaseId, StaffId};

/// Unsent words about one case.
#[derive(Clone, Default)]
pub struct Draft {
    pub reply: String,
    /// The reply asks the pupil something.
    pub asks: bool,
    /// Answers to tap, one a line.
    pub answers: String,
    pub note: String,
    pub decision: Decision,
    pub outcome: String,
    pub closing_rationale: String,
    pub closing_message: String,
    pub reopen_rationale: String,
    /// Why the case is to be held, or let go.
    pub hold_reason: String,
    /// Where the school's own record has it.
    pub record: String,
    /// Who keeps it after the school's end.
    pub keeper: String,
}

impl Draft {
    /// True when leaving the page would lose words.
    #[must_use]
    pub fn has_words(&self) -> bool {
        [
            &self.reply,
            &self.answers,
            &self.note,
            &self.decision.rationale,
            &self.closing_rationale,
            &self.closing_message,
            &self.reopen_rationale,
            &self.hold_reason,
            &self.record,
            &self.keeper,
        ]
        .iter()
        .any(|text| !text.trim().is_empty())
    }
}

/// All unsent words of one adult.
#[derive(Clone, Default)]
pub struct Drafts {
    of: Option<StaffId>,
    cases: HashMap<CaseId, Draft>,
}

impl Drafts {
    /// Somebody signed in. Words of anybody else are dropped; true when there were some of theirs to keep.
    pub fn belong_to(&mut self, staff: StaffId) -> bool {
        if self.of != Some(staff) {
            self.cases.clear();
            self.of = Some(staff);
        }
        self.any()
    }

    /// The words about a case, empty when there are none.
    #[must_use]
    pub fn get(&self, case: CaseId) -> Draft {
        self.cases.get(&case).cloned().unwrap_or_default()
    }

    /// Changes the words about a case.
    pub fn change(&mut self, case: CaseId, change: impl FnOnce(&mut Draft)) {
        change(self.cases.entry(case).or_default());
    }

    /// Drops the words about a case.
    pub fn forget(&mut self, case: CaseId) {
        self.cases.remove(&case);
    }

    /// True when anything is unsent.
    #[must_use]
    pub fn any(&self) -> bool {
        self.cases.values().any(Draft::has_words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> CaseId {
        CaseId::from_bytes([1; 16])
    }
    fn staff(byte: u8) -> StaffId {
        StaffId::from_bytes([byte; 16])
    }

    // Libraries 4, row 12: the session locks itself, work stays.
    #[test]
    fn words_survive_the_same_adult_signing_in_again() {
        let mut drafts = Drafts::default();
        assert!(!drafts.belong_to(staff(1)));
        drafts.change(case(), |draft| draft.reply = "Thank you for".into());
        assert!(drafts.belong_to(staff(1)));
        assert_eq!(drafts.get(case()).reply, "Thank you for");
    }

    // 2c.6: what one adult typed is never shown to another.
    #[test]
    fn words_are_gone_for_anybody_else() {
        let mut drafts = Drafts::default();
        drafts.belong_to(staff(1));
        drafts.change(case(), |draft| draft.note = "Spoke to the head".into());
        assert!(!drafts.belong_to(staff(2)));
        assert!(!drafts.belong_to(staff(1)));
        assert_eq!(drafts.get(case()).note, "");
    }

    // 2c: whoever stepped aside from a case has nothing left to say in it.
    #[test]
    fn words_about_one_case_can_be_dropped() {
        let mut drafts = Drafts::default();
        drafts.belong_to(staff(1));
        drafts.change(case(), |draft| draft.reply = "I will ask my sister".into());
        drafts.forget(case());
        assert!(!drafts.any());
    }

    #[test]
    fn spaces_are_not_words() {
        let mut drafts = Drafts::default();
        drafts.belong_to(staff(1));
        drafts.change(case(), |draft| draft.note = "  \n".into());
        assert!(!drafts.any());
        drafts.change(case(), |draft| draft.decision.rationale = "Seen".into());
        assert!(drafts.any());
    }
}
