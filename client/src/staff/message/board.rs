//! The board as the page shows it: what notices say, no content.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use protocol::api::{NextLook, Role};
use protocol::id::{CaseId, KeyId};
use protocol::plaintext::{About, Danger, Urgency};
use serde::{Deserialize, Serialize};

/// Cases by state. Rows come in the order to show.
#[derive(Clone, Serialize, Deserialize)]
pub struct Board {
    pub rows: Vec<BoardRow>,
    /// The hour the board was made, UTC.
    pub hour: u32,
    /// When an adult next looks, as pupils are told.
    pub next_look: Option<NextLook>,
    /// There are more cases than these; ask again.
    pub more: bool,
}

/// What of the board was not told before: all of it, or what is different.
#[derive(Clone, Serialize, Deserialize)]
pub struct BoardChanges {
    /// Rows that are new or not what they were.
    pub rows: Vec<BoardRow>,
    /// Cases that are on the board no more.
    pub gone: Vec<CaseId>,
    /// As in `Board`.
    pub hour: u32,
    /// As in `Board`.
    pub next_look: Option<NextLook>,
    /// As in `Board`.
    pub more: bool,
}

impl Board {
    /// An empty board, to which everything is new.
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            rows: Vec::new(),
            hour: 0,
            next_look: None,
            more: false,
        }
    }

    /// Becomes what the board is now. Rows that are equally urgent keep the order in which they were told.
    pub fn change(&mut self, changes: BoardChanges) {
        let told: HashSet<CaseId> = changes.rows.iter().map(|row| row.case).collect();
        let gone: HashSet<CaseId> = changes.gone.into_iter().collect();
        if !(told.is_empty() && gone.is_empty()) {
            let stays = |case: &CaseId| !told.contains(case) && !gone.contains(case);
            self.rows.retain(|row| stays(&row.case));
            self.rows.extend(changes.rows);
            self.rows.sort_by_key(BoardRow::order);
        }
        self.hour = changes.hour;
        self.next_look = changes.next_look;
        self.more = changes.more;
    }
}

/// Where a case stands, as computed in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    NeedsEyesNow,
    New,
    WaitingOnPupil,
    Open,
    WaitingOnAgency,
    DueToClose,
    Expiring,
    Closed,
}

/// One case on the board.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BoardRow {
    pub case: CaseId,
    pub lane: Lane,
    /// Nickname given by staff; `None` while this reader has not opened it.
    pub title: Option<String>,
    pub received_half_day: u32,
    pub urgent_minute: Option<u32>,
    pub danger: Option<Danger>,
    pub about: Option<About>,
    pub categories: Vec<String>,
    pub urgency: Option<Urgency>,
    pub owner: Option<Adult>,
    /// Someone opened it, perhaps not this reader.
    pub opened_day: Option<u32>,
    /// Messages from the pupil that no adult's message follows.
    pub unanswered: u32,
    pub due_day: Option<u32>,
    pub destroy_after_day: u32,
    /// Nothing but time, warnings and a hold stands in the way of its destruction. Otherwise it stays past its day.
    pub may_expire: bool,
    pub hold: bool,
    /// Somebody asked to lift the hold; a second person must.
    pub lift_asked: bool,
    pub withdrawn: bool,
    /// This reader opened it before.
    pub mine: bool,
}

impl BoardRow {
    /// Two rows of a case that have the same are the same row, as far as anybody can tell.
    #[must_use]
    pub fn print(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }

    /// Most urgent lane first; inside a lane the most urgent, then what is due first, then the oldest.
    #[must_use]
    pub fn order(&self) -> (u8, Urgency, u32, u32) {
        let urgency = self.urgency.unwrap_or(Urgency::ThisWeek);
        (
            self.lane as u8,
            urgency,
            self.due_day.unwrap_or(u32::MAX),
            self.received_half_day,
        )
    }
}

/// A colleague, as the directory names them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Adult {
    pub key: KeyId,
    pub name: String,
    pub role: Role,
}
