//! Getting keys back with colleagues, as the page shows it.

use protocol::api::Role;
use protocol::id::{Hash, KeyId, StaffId};
use serde::{Deserialize, Serialize};

use super::{Adult, Kit};

/// Who could get whose keys back, who is asking, and when it was done.
#[derive(Clone, Serialize, Deserialize)]
pub struct Recovery {
    /// Everyone who reads, in the directory's order.
    pub readers: Vec<Shared>,
    pub asks: Vec<Asking>,
    /// Name and hour, newest first.
    pub uses: Vec<(String, u32)>,
    /// Colleagues who may hold a share of my keys. Empty for somebody without a key.
    pub candidates: Vec<Adult>,
    /// The person signed in, if they have a key.
    pub me: Option<KeyId>,
}

/// One reader's shares.
#[derive(Clone, Serialize, Deserialize)]
pub struct Shared {
    pub adult: Adult,
    /// The account the shares were made for; `None` while there are none.
    pub staff: Option<StaffId>,
    pub made_hour: u32,
    pub holders: Vec<Holder>,
    pub drill: Drill,
    /// Enough of the holders still read.
    pub enough: bool,
    /// The person signed in holds one.
    pub mine: bool,
}

/// A colleague who holds a share.
#[derive(Clone, Serialize, Deserialize)]
pub struct Holder {
    pub name: String,
    pub role: Role,
    /// When they last showed that it fits.
    pub shown_hour: Option<u32>,
    /// They still read at this school.
    pub reads: bool,
}

/// How a drill stands, worked out in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drill {
    Waiting,
    Fits {
        hour: u32,
    },
    /// Shares that were shown do not fit together.
    Broken,
}

/// Somebody asks for their keys back.
#[derive(Clone, Serialize, Deserialize)]
pub struct Asking {
    pub staff: StaffId,
    pub ask: Hash,
    pub adult: Adult,
    /// To compare with whoever asks, face to face.
    pub words: Vec<String>,
    pub asked_hour: u32,
    pub ends_hour: u32,
    /// Who gave their share already.
    pub given: Vec<String>,
    /// The person signed in holds a share and has not given it.
    pub can_give: bool,
}

/// A request was made: the words to read out, and the new kit.
#[derive(Clone, Serialize, Deserialize)]
pub struct Asked {
    pub words: Vec<String>,
    pub ends_hour: u32,
    pub kit: Kit,
}

/// Where a request stands.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regained {
    /// Not enough shares yet.
    Waiting {
        given: u32,
        words: Vec<String>,
        ends_hour: u32,
    },
    /// The keys are back, locked by the new password and kit.
    Done,
}
