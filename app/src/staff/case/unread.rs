//! Whether the board knows of words of the pupil that the opened case does not show yet.

use client::staff::message::{BoardRow, Case};

/// How many messages of the pupil came since the case was opened.
#[must_use]
pub fn unread(row: &BoardRow, case: &Case) -> u32 {
    // The report itself is no answer that waits: the board counts what came after it.
    let later = case.conversation.iter().skip(1);
    let shown = later.rev().take_while(|spoken| spoken.by.is_none()).count();
    row.unanswered
        .saturating_sub(u32::try_from(shown).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use client::reporter::message::{About, Danger};
    use client::staff::message::{Lane, Spoken, State};
    use protocol::id::CaseId;

    fn case(pupil: usize) -> Case {
        let spoken = |text: &str| Spoken {
            by: None,
            hour: 0,
            text: text.into(),
            feel_safer: false,
            another_adult: false,
            answers: Vec::new(),
        };
        Case {
            case: CaseId::from_bytes([1; 16]),
            title: String::new(),
            state: State::Open,
            urgency: None,
            categories: Vec::new(),
            owner: None,
            due_day: None,
            destroy_after_day: 0,
            hold: false,
            may_expire: false,
            held: None,
            withdrawn: false,
            danger: Danger::No,
            about: About::Me,
            can_be_given: Vec::new(),
            readers: Vec::new(),
            conversation: (0..pupil).map(|_| spoken("words")).collect(),
            notes: Vec::new(),
            outcome: None,
            moved: None,
            chronology: Vec::new(),
            log_holds: true,
            unreadable: false,
            log_size: 1,
        }
    }

    fn row(unanswered: u32) -> BoardRow {
        BoardRow {
            case: CaseId::from_bytes([1; 16]),
            lane: Lane::Open,
            title: None,
            received_half_day: 0,
            urgent_minute: None,
            danger: None,
            about: None,
            categories: Vec::new(),
            urgency: None,
            owner: None,
            opened_day: Some(1),
            unanswered,
            due_day: None,
            destroy_after_day: 0,
            hold: false,
            may_expire: false,
            lift_asked: false,
            withdrawn: false,
            mine: true,
        }
    }

    // D3: words that came while the case is open are announced, never shown without a logged opening.
    #[test]
    fn only_words_not_on_screen_are_new() {
        assert_eq!(unread(&row(0), &case(1)), 0);
        assert_eq!(unread(&row(1), &case(1)), 1, "the first after the report");
        assert_eq!(unread(&row(1), &case(2)), 0);
        assert_eq!(unread(&row(3), &case(2)), 2);
        assert_eq!(
            unread(&row(0), &case(3)),
            0,
            "answered by a colleague meanwhile"
        );
    }
}
