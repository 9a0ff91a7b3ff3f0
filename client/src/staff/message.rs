//! What the staff page asks its worker, and what the worker answers. Keys never cross: only text to show.

use protocol::api::{
    EndStaffRequest, InviteAnswer, InviteRequest, NextLook, PeopleView, Role, StaffView,
};
use protocol::id::{CaseId, Hash, KeyId, StaffId};
pub use protocol::plaintext::{State, Urgency};
use serde::{Deserialize, Serialize};

use crate::reporter::message::{About, Danger, DirectoryFault};

/// From the page to the worker.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The school's public face, for the sign-in page.
    School {
        slug: String,
    },
    SignIn {
        slug: String,
        user: String,
        password: String,
        account_secret: String,
        code: String,
    },
    /// Tells the server to end the session. The page then ends the worker, and with it every key.
    SignOut,
    /// All cases this reader can see, from notices.
    Board,
    /// Log the reason, then open.
    Open {
        case: CaseId,
        reason: Reason,
        detail: String,
    },
    /// Words the pupil will read; `asks` puts the case to "waiting on pupil".
    Reply {
        case: CaseId,
        text: String,
        asks: bool,
    },
    /// Words only staff will read.
    Note {
        case: CaseId,
        text: String,
    },
    /// Triage: everything about the case that is decided, with why.
    Decide {
        case: CaseId,
        decision: Decision,
    },
    /// Close with an outcome, why, and a last message to the pupil.
    Close {
        case: CaseId,
        outcome: String,
        rationale: String,
        message: String,
    },
    Reopen {
        case: CaseId,
        rationale: String,
    },
    /// The log of this school, verified here.
    Audit {
        before: Option<u64>,
    },
    /// The whole log as a file for `sotto verify-audit`.
    SaveLog,
    People,
    Invite(InviteRequest),
    CancelInvite {
        invite: protocol::id::InviteId,
    },
    /// Draft the next directory from the people there are.
    Draft,
    /// Sign a draft with a root key typed from its printed kit.
    Sign {
        draft: Hash,
        root_key: String,
    },
    End {
        staff: StaffId,
        request: EndStaffRequest,
    },
    /// Invited person: look at the invitation.
    LookInvite {
        token: String,
    },
    /// Invited person: make keys here and accept.
    AcceptInvite {
        token: String,
        user: String,
        password: String,
        code: String,
    },
    /// The six digits a demo adult's phone would show. Refused unless the school is a demo.
    DemoCode {
        secret: String,
    },
}

/// From the worker to the page.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    School {
        name: String,
        demo: bool,
    },
    SignedIn(Me),
    SignedOut,
    Board(Board),
    Case(Box<Case>),
    Audit(Audit),
    /// JSON text of a `protocol::api::LogFile`.
    LogFile {
        json: String,
    },
    People(People),
    Invited(Invited),
    Invitation(Invitation),
    /// Accepted: the kit to print. Shown once.
    Kit(Kit),
    DemoCode {
        code: String,
    },
    Stage(Stage),
    Failed(Failure),
}

/// Long steps with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Stretching,
    Logging,
    Verifying,
    Sealing,
    Sending,
}

/// Who is signed in.
#[derive(Clone, Serialize, Deserialize)]
pub struct Me {
    pub staff: StaffView,
    pub school_name: String,
    pub demo: bool,
    pub idle_seconds: u32,
    /// Version of the directory in force.
    pub directory_version: u32,
    /// False until a signed directory names this person's key.
    pub can_read: bool,
}

/// Why a case is opened; the byte is in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    OnDuty,
    SecondOpinion,
    TakingOver,
    FollowUp,
    Other,
}

/// Cases by state. Rows come in the order to show.
#[derive(Clone, Serialize, Deserialize)]
pub struct Board {
    pub rows: Vec<BoardRow>,
    /// The hour the board was made, UTC.
    pub hour: u32,
    /// When an adult next looks, as pupils are told.
    pub next_look: Option<NextLook>,
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
    pub hold: bool,
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
    pub hold: bool,
    pub withdrawn: bool,
    pub danger: Danger,
    pub about: About,
    /// Adults the report was sealed to.
    pub readers: Vec<Adult>,
    /// What pupil and staff said to each other, oldest first.
    pub conversation: Vec<Spoken>,
    /// What only staff see, oldest first.
    pub notes: Vec<Noted>,
    pub outcome: Option<String>,
    /// Everything that happened, oldest first.
    pub chronology: Vec<Happened>,
    /// True when every opening in the chronology was proven by the log.
    pub log_holds: bool,
    pub log_size: u64,
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
    Opened { reason: Reason },
    PupilWrote,
    Replied,
    NoteAdded,
    Decided(Decision),
    Closed { outcome: String, rationale: String },
    Reopened { rationale: String },
    Withdrawn,
    HoldSet,
    HoldLifted,
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

/// The log as a person can read it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Audit {
    pub rows: Vec<AuditRow>,
    pub size: u64,
    /// Hour of the newest entry shown.
    pub hour: Option<u32>,
    /// `None`: everything holds. Otherwise the first broken entry.
    pub broken: Option<u64>,
    /// True when this log extends the one this session saw first.
    pub consistent: bool,
    pub next: Option<u64>,
}

/// One line of the log.
#[derive(Clone, Serialize, Deserialize)]
pub struct AuditRow {
    pub index: u64,
    pub hour: u32,
    pub by: Option<Adult>,
    pub what: Entry,
    /// Nickname or day of the case, when this reader can see it.
    pub case: Option<(CaseId, String)>,
}

/// What a log entry says.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    Case(Event),
    Message,
    DirectoryVersion { version: Option<u32> },
    StaffEnded,
    Invited,
    Other { kind: u8 },
}

/// Adults page.
#[derive(Clone, Serialize, Deserialize)]
pub struct People {
    pub list: PeopleView,
    pub version: u32,
    pub expires_day: u32,
    pub threshold: u8,
    pub root_keys: u8,
    pub fingerprint: String,
    pub fingerprint_words: Vec<String>,
    /// The poster's address after the origin, with the fingerprint.
    pub poster_path: String,
    pub readers: Vec<Adult>,
    /// Six words of each key in the signed directory or on an account, to compare face to face.
    pub key_words: Vec<(KeyId, Vec<String>)>,
    pub drafts: Vec<Draft>,
    /// True when the people there are and the signed directory differ.
    pub needs_draft: bool,
}

/// A proposed directory in words.
#[derive(Clone, Serialize, Deserialize)]
pub struct Draft {
    pub hash: Hash,
    pub version: u32,
    pub added: Vec<Adult>,
    pub removed: Vec<Adult>,
    /// Six words of each added key, to compare face to face.
    pub words: Vec<(KeyId, Vec<String>)>,
    pub signatures: u8,
    pub drafted_by: String,
    pub drafted_hour: u32,
}

/// A fresh invitation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Invited {
    pub answer: InviteAnswer,
    /// Path and fragment of the one-time link.
    pub link: String,
}

/// What an invited person sees.
#[derive(Clone, Serialize, Deserialize)]
pub struct Invitation {
    pub school_name: String,
    pub name: String,
    pub role: Role,
    pub otpauth: String,
}

/// The printed page for the school safe.
#[derive(Clone, Serialize, Deserialize)]
pub struct Kit {
    pub name: String,
    pub user: String,
    pub account_secret: String,
    /// Path and fragment that fills the account secret in.
    pub link: String,
    pub key: Option<KeyId>,
    pub key_words: Vec<String>,
    pub fingerprint: String,
}

/// Why something did not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    Unreachable,
    /// Name, password, kit or code do not fit together; which one is not said.
    SignInRefused,
    /// Too many tries; seconds to wait.
    Wait {
        seconds: u32,
    },
    /// The session ended; sign in again. What was typed stays.
    SessionEnded,
    /// This person may not do this.
    Refused,
    Directory(DirectoryFault),
    /// The log does not extend what was seen before, or a proof failed. Nothing was decrypted.
    LogBroken {
        first: Option<u64>,
    },
    /// The kit's secret is malformed.
    BadSecret,
    /// Root key is malformed or not one of the root set.
    BadRootKey,
    InviteExpired,
    WeakPassword,
    NameTaken,
    /// A field is empty or too long; its name.
    Field {
        name: String,
    },
    NotFound,
    Conflict,
    Broken,
}
