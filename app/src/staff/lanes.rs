//! The board's lanes: in which order they stand, which rows belong to a view, and what search finds.
//!
//! Rows come sorted by the worker; this keeps their order.

use client::reporter::message::Danger;
use client::staff::message::{BoardRow, Lane};
use protocol::id::KeyId;

/// Lanes in the order they stand on the board, most urgent first.
pub const ORDER: [Lane; 8] = [
    Lane::NeedsEyesNow,
    Lane::New,
    Lane::WaitingOnPupil,
    Lane::Open,
    Lane::WaitingOnAgency,
    Lane::DueToClose,
    Lane::Expiring,
    Lane::Closed,
];

/// What of the board is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Only danger and pupils who wait too long.
    Eyes,
    #[default]
    All,
    /// Cases this reader owns.
    Mine,
}

impl Show {
    /// Whether a row belongs to this view for the reader with this key.
    #[must_use]
    pub fn takes(self, row: &BoardRow, me: Option<KeyId>) -> bool {
        match self {
            Self::Eyes => row.lane == Lane::NeedsEyesNow,
            Self::All => true,
            Self::Mine => me.is_some() && row.owner.as_ref().map(|owner| owner.key) == me,
        }
    }

    /// How many cases the rail shows beside this view. Closed ones do not count.
    #[must_use]
    pub fn count(self, rows: &[BoardRow], me: Option<KeyId>) -> usize {
        rows.iter()
            .filter(|row| row.lane != Lane::Closed && self.takes(row, me))
            .count()
    }
}

/// Rows of one lane in the order they came, but danger that nobody has opened stands first.
#[must_use]
pub fn lane(rows: &[BoardRow], lane: Lane) -> Vec<&BoardRow> {
    let mut here: Vec<&BoardRow> = rows.iter().filter(|row| row.lane == lane).collect();
    here.sort_by_key(|row| row.opened_day.is_some() || row.danger != Some(Danger::Yes));
    here
}

/// What is drawn of a lane: how many it has, and the first of them.
#[derive(Clone, PartialEq)]
pub struct Group {
    pub lane: Lane,
    pub count: usize,
    pub rows: Vec<BoardRow>,
}

/// The lanes of a view with the rows that search keeps; of each at most so many rows. `words` are the row's own words
/// as shown.
#[must_use]
pub fn groups(
    rows: &[BoardRow],
    show: Show,
    me: Option<KeyId>,
    find: &str,
    words: impl Fn(&BoardRow) -> String,
    most: impl Fn(Lane) -> usize,
) -> Vec<Group> {
    let find = find.trim().to_lowercase();
    let found = |row: &BoardRow| {
        find.is_empty() || {
            let words = words(row).to_lowercase();
            find.split_whitespace().all(|part| words.contains(part))
        }
    };
    let group = |place| {
        let mut kept = lane(rows, place);
        kept.retain(|row| show.takes(row, me) && found(row));
        Group {
            lane: place,
            count: kept.len(),
            rows: kept.into_iter().take(most(place)).cloned().collect(),
        }
    };
    ORDER.into_iter().map(group).collect()
}

/// The next or previous place in a list of `len` rows; stays at the ends.
#[must_use]
pub fn step(at: Option<usize>, len: usize, forward: bool) -> Option<usize> {
    if len == 0 {
        return None;
    }
    Some(match (at, forward) {
        (None, true) => 0,
        (None, false) => len - 1,
        (Some(at), true) => (at + 1).min(len - 1),
        (Some(at), false) => at.saturating_sub(1).min(len - 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use client::staff::message::Adult;
    use protocol::api::Role;
    use protocol::encoding::FixedBytes;
    use protocol::id::CaseId;

    fn row(byte: u8, lane: Lane, title: &str, owner: Option<u8>) -> BoardRow {
        BoardRow {
            case: CaseId::from_bytes([byte; 16]),
            lane,
            title: Some(title.into()),
            received_half_day: 0,
            urgent_minute: None,
            danger: None,
            about: None,
            categories: Vec::new(),
            urgency: None,
            owner: owner.map(|key| Adult {
                key: FixedBytes([key; 16]),
                name: "Ms Kaur".into(),
                role: Role::Lead,
            }),
            opened_day: None,
            unanswered: 0,
            due_day: None,
            destroy_after_day: 0,
            hold: false,
            may_expire: false,
            lift_asked: false,
            withdrawn: false,
            mine: true,
        }
    }

    fn rows() -> Vec<BoardRow> {
        vec![
            row(1, Lane::Closed, "Locker note", Some(7)),
            row(2, Lane::New, "Sealed report", None),
            row(3, Lane::NeedsEyesNow, "Group chat, Year 9", Some(7)),
            row(4, Lane::New, "Bus stop", Some(8)),
        ]
    }

    fn ids(groups: &[Group]) -> Vec<u8> {
        groups
            .iter()
            .flat_map(|group| &group.rows)
            .map(|row| row.case.to_bytes()[0])
            .collect()
    }

    fn shown(
        rows: &[BoardRow],
        show: Show,
        me: Option<KeyId>,
        find: &str,
        words: impl Fn(&BoardRow) -> String,
    ) -> Vec<Group> {
        groups(rows, show, me, find, words, |_| 50)
    }

    // A lane of thousands is drawn a part at a time, and still counted whole.
    #[test]
    fn a_lane_shows_its_first_rows_and_counts_all() {
        let groups = groups(&rows(), Show::All, None, "", |_| String::new(), |_| 1);
        assert_eq!(ids(&groups), [3, 2, 1]);
        let new = groups.iter().find(|group| group.lane == Lane::New).unwrap();
        assert_eq!((new.count, new.rows.len()), (2, 1));
    }

    // D1: the urgent lane stands first, closed cases last, the order inside a lane is kept.
    #[test]
    fn lanes_stand_in_order_of_urgency() {
        let shown = shown(&rows(), Show::All, None, "", |_| String::new());
        assert_eq!(ids(&shown), [3, 2, 4, 1]);
    }

    // D1: a report in danger that nobody opened stands above everything else.
    #[test]
    fn unopened_danger_stands_first() {
        let mut rows = vec![
            row(1, Lane::NeedsEyesNow, "Waits for an answer", None),
            row(2, Lane::NeedsEyesNow, "Sealed report", None),
        ];
        rows[0].opened_day = Some(3);
        rows[1].danger = Some(Danger::Yes);
        let here: Vec<u8> = lane(&rows, Lane::NeedsEyesNow)
            .iter()
            .map(|row| row.case.to_bytes()[0])
            .collect();
        assert_eq!(here, [2, 1]);
    }

    #[test]
    fn mine_needs_a_key_and_an_owner() {
        let me = Some(FixedBytes([7; 16]));
        assert_eq!(
            ids(&shown(&rows(), Show::Mine, me, "", |_| String::new())),
            [3, 1]
        );
        assert!(ids(&shown(&rows(), Show::Mine, None, "", |_| String::new())).is_empty());
        assert_eq!(
            Show::Mine.count(&rows(), me),
            1,
            "a closed case is not counted"
        );
        assert_eq!(Show::Eyes.count(&rows(), me), 1);
        assert_eq!(Show::All.count(&rows(), me), 3);
    }

    #[test]
    fn search_needs_every_word_in_any_order_and_case() {
        let words = |row: &BoardRow| row.title.clone().unwrap_or_default();
        assert_eq!(ids(&shown(&rows(), Show::All, None, "9 GROUP", words)), [3]);
        assert!(ids(&shown(&rows(), Show::All, None, "group bus", words)).is_empty());
    }

    // D1: moving by key stops at the ends and starts somewhere useful.
    #[test]
    fn keys_move_and_stop_at_the_ends() {
        assert_eq!(step(None, 0, true), None);
        assert_eq!(step(None, 3, true), Some(0));
        assert_eq!(step(None, 3, false), Some(2));
        assert_eq!(step(Some(2), 3, true), Some(2));
        assert_eq!(step(Some(0), 3, false), Some(0));
        assert_eq!(step(Some(9), 3, false), Some(2), "rows went away");
    }
}
