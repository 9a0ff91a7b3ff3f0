//! An opened case as the page shows it.

use protocol::id::{CaseId, KeyId};
use protocol::plaintext::{About, Danger, State, Urgency};
use serde::{Deserialize, Serialize};

use super::{Adult, Reason};

/// Everything about an opened case.
#[derive(Clone, Serialize, Deserialize)]
pub struct Case {
    pub case: CaseId,
    pub title: String,
    pub state: State,
    pub urgency: Option<Urgency>,
    pub categories: Vec<String>,
    pub owner: Option<Adult>,
    pub due_day: Option<u32>,
    pub destroy_after_day: u32,
    /// Nothing but time, warnings and a hold stands in the way of its destruction.
    pub may_expire: bool,
    pub hold: bool,
    pub held: Option<Held>,
    pub withdrawn: bool,
    pub danger: Danger,
    pub about: About,
    /// Adults who read the case: those the report was sealed to, those it was given to later, without who stepped aside.
    pub readers: Vec<Adult>,
    /// Colleagues it could be given to: never anyone the pupil left out.
    pub can_be_given: Vec<Adult>,
    /// What pupil and staff said to each other, oldest first.
    pub conversation: Vec<Spoken>,
    /// What only staff see, oldest first.
    pub notes: Vec<Noted>,
    pub outcome: Option<String>,
    /// Since when the school's own record is the record.
    pub moved: Option<Moved>,
    /// Everything that happened, oldest first.
    pub chronology: Vec<Happened>,
    /// True when every opening in the chronology was proven by the log.
    pub log_holds: bool,
    /// A message that was sealed to this reader does not open: more was said than is shown.
    pub unreadable: bool,
    pub log_size: u64,
}

/// What the case was moved to, as somebody confirmed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Moved {
    pub day: u32,
    pub record: String,
}

/// A hold on the case.
#[derive(Clone, Serialize, Deserialize)]
pub struct Held {
    pub review_day: u32,
    pub set_hour: u32,
    pub set_by: Option<Adult>,
    /// The first of the two who must ask to lift it.
    pub lift_asked_by: Option<Adult>,
}

/// Said in the conversation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Spoken {
    /// `None`: the pupil.
    pub by: Option<Adult>,
    pub hour: u32,
    pub text: String,
    pub feel_safer: bool,
    pub another_adult: bool,
    /// Answers the pupil was given to choose from.
    pub answers: Vec<String>,
}

/// Written for staff.
#[derive(Clone, Serialize, Deserialize)]
pub struct Noted {
    pub by: Option<Adult>,
    pub hour: u32,
    pub text: String,
}

/// One line of the chronology.
#[derive(Clone, Serialize, Deserialize)]
pub struct Happened {
    pub hour: u32,
    /// `None`: the pupil or the system.
    pub by: Option<Adult>,
    pub what: Event,
    /// The pupil sees it too.
    pub pupil_sees: bool,
}

/// What can happen to a case.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Received,
    Opened {
        reason: Reason,
    },
    PupilWrote,
    Replied,
    NoteAdded,
    Decided(Decision),
    Closed {
        outcome: String,
        rationale: String,
    },
    Reopened {
        rationale: String,
    },
    SteppedAside {
        why: String,
    },
    /// The school's own record has it now.
    Moved {
        record: String,
    },
    Withdrawn,
    /// Why, where this reader can see it.
    HoldSet {
        reason: String,
    },
    HoldLifted {
        reason: String,
    },
    /// Two readers named who keeps the case after the school's end; the second one's words.
    KeeperNamed {
        reason: String,
    },
    Expired,
    Rewrapped,
}

/// A triage decision; `None` leaves a field as it was.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Decision {
    pub title: Option<String>,
    pub state: Option<State>,
    pub urgency: Option<Urgency>,
    pub categories: Option<Vec<String>>,
    pub owner: Option<KeyId>,
    pub due_day: Option<u32>,
    /// Never empty: a decision needs its reason.
    pub rationale: String,
}
