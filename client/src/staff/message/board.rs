//! The board as the page shows it: what notices say, no content.

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
#[derive(Clone, Serialize, Deserialize)]
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

/// A colleague, as the directory names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adult {
    pub key: KeyId,
    pub name: String,
    pub role: Role,
}
