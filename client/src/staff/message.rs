//! What the staff page asks its worker, and what the worker answers. Keys never cross: only text to show.

mod audit;
mod board;
mod case;
mod destroyed;
mod ending;
mod founding;
mod people;
mod recovery;
mod review;

use protocol::api::{
    AddPasskeyRequest, CloseFlagRequest, CopiesView, EndStaffRequest, GateView, InviteRequest,
    LimitsRequest, PasskeyChallenge, PasskeyOptions, PasskeyProof, ReadinessView, SchoolSettings,
    SettingsChange, SignInView, SignOffRequest, StaffView,
};
use protocol::encoding::Bytes;
use protocol::id::{CaseId, Hash, KeyId, StaffId};
pub use protocol::plaintext::{Question, State, Urgency};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use audit::{Audit, AuditRow, Entry};
pub use board::{Adult, Board, BoardChanges, BoardRow, Lane};
pub use case::{Case, Decision, Event, Happened, Held, Moved, Noted, Spoken};
pub use destroyed::Destroyed;
pub use ending::{EndOfService, Staying, Stays};
pub use founding::{Founder, FounderKit, FounderLink, Founding, FoundingStep};
pub use people::{Draft, HandedOver, Invitation, Invited, Kit, News, People};
pub use recovery::{Asked, Asking, Drill, Holder, Recovery, Regained, Shared};
pub use review::{Flag, Review};

use crate::frame;
use crate::reporter::message::DirectoryFault;

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
        /// In place of a code.
        passkey: Option<Box<PasskeyProof>>,
    },
    /// What to show a passkey for: at the door of this school, or, signed in, once more.
    PasskeyChallenge {
        slug: Option<String>,
    },
    /// Tells the server to end the session. The page then ends the worker, and with it every key.
    SignOut,
    /// All cases this reader can see, from notices: `whole`, or what was not told yet.
    Board {
        whole: bool,
    },
    /// Log the reason, then open.
    Open {
        case: CaseId,
        reason: Reason,
        detail: String,
    },
    /// Words the pupil will read; a question puts the case to "waiting on pupil".
    Reply {
        case: CaseId,
        text: String,
        question: Question,
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
    /// The school's own record has what is in a closed case: where to find it there.
    Moved {
        case: CaseId,
        record: String,
    },
    /// Keep the case past its day, until a review day; the reason is sealed.
    Hold {
        case: CaseId,
        review_day: u32,
        reason: String,
    },
    /// Ask to let a held case go. Two people must.
    Lift {
        case: CaseId,
        reason: String,
    },
    /// The log of this school, verified here.
    Audit {
        before: Option<u64>,
    },
    /// The whole log as a file for `sotto verify-audit`.
    SaveLog,
    /// What was destroyed, with certificates.
    Destroyed,
    /// What another adult should look at: for the page of the log with every case, otherwise with those known so far.
    Review {
        whole: bool,
    },
    /// This adult looked at a flag.
    CloseFlag(CloseFlagRequest),
    /// What the gate still waits for.
    Gate,
    /// Sign for an item of it.
    SignOff(SignOffRequest),
    /// Open the school to its pupils.
    OpenSchool,
    /// What the server says about itself; admins only.
    Readiness,
    /// Copies of what is kept, and the newest restore drill.
    Copies,
    /// How far the end of the school's service has come. `whole`: with what is left, which may take a moment.
    EndOfService {
        whole: bool,
    },
    /// Ask for the end: 31 days to read, or none.
    AskEnd {
        days: u32,
    },
    /// Agree to what somebody else asked for.
    AgreeEnd {
        days: u32,
    },
    /// Call it back. After it was agreed to, two people must.
    CallBackEnd,
    /// Say who keeps an open case after the end. Two readers must.
    NameKeeper {
        case: CaseId,
        keeper: String,
    },
    /// What an administrator can change of the school.
    Settings,
    ChangeSettings(Box<SettingsChange>),
    People,
    Invite(InviteRequest),
    CancelInvite {
        invite: protocol::id::InviteId,
    },
    /// What a day usually brings, and which posters are up.
    SetLimits(LimitsRequest),
    /// Draft the next directory from the people there are. `at_once` lets a new key read today, for one signature more.
    Draft {
        at_once: bool,
    },
    /// Sign a draft with a root key typed from its printed kit.
    Sign {
        draft: Hash,
        root_key: String,
        /// Added keys whose six words were compared face to face: all of them, or nothing is signed.
        compared: Vec<KeyId>,
    },
    End {
        staff: StaffId,
        request: EndStaffRequest,
    },
    /// Sets an adult's last day, or takes it back.
    Leaving {
        staff: StaffId,
        last_day: Option<u32>,
    },
    /// Goes through every case this reader can open and seals each to others until two of them can.
    HandOver,
    /// Lets one more colleague read an open case.
    Give {
        case: CaseId,
        to: KeyId,
    },
    /// Gives up every key to a case.
    StepAside {
        case: CaseId,
        why: String,
    },
    /// The changes to the list of readers were shown.
    Told {
        version: u32,
    },
    /// Who could get whose keys back, and who is asking.
    Recovery,
    /// Share my keys among these colleagues.
    Share {
        to: Vec<KeyId>,
    },
    /// Show that my share of this account's keys fits.
    Drill {
        staff: StaffId,
    },
    /// Give my share to whoever asked; the six words of this request were compared.
    GiveShare {
        staff: StaffId,
        compared: Hash,
    },
    StopRecovery {
        staff: StaffId,
    },
    /// Nobody is signed in: ask for my keys back, under a new password and kit.
    AskRecovery {
        slug: String,
        user: String,
        password: String,
        code: String,
    },
    /// Nobody is signed in: look whether colleagues gave enough, with the new password and kit.
    ComeBack {
        slug: String,
        user: String,
        password: String,
        account_secret: String,
        code: String,
        /// The old kit's secret, or empty.
        old_secret: String,
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
    /// Nobody is signed in: a step of founding a school, with one of its links.
    Founding {
        token: String,
        step: Box<FoundingStep>,
    },
    /// Where this person is signed in, and how many recovery codes are left.
    OwnSignIn,
    NameSession {
        session: Hash,
        name: String,
    },
    EndSession {
        session: Hash,
    },
    /// Ends every session of this person, this one too.
    EndAllSessions,
    /// Shows the second factor once more: six digits or a recovery code.
    Prove {
        code: String,
        /// In place of a code.
        passkey: Option<Box<PasskeyProof>>,
    },
    /// What a device needs to make a passkey.
    PasskeyOptions,
    AddPasskey(Box<AddPasskeyRequest>),
    RemovePasskey {
        credential: Bytes,
    },
    /// Ten fresh recovery codes in the place of those left.
    RenewCodes,
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
    Board(BoardChanges),
    Case(Box<Case>),
    Audit(Audit),
    /// JSON text of a `protocol::api::LogFile`.
    LogFile {
        json: String,
    },
    Destroyed(Vec<Destroyed>),
    Review(Review),
    Gate(GateView),
    Readiness(ReadinessView),
    Copies(CopiesView),
    EndOfService(EndOfService),
    Settings(SchoolSettings),
    People(People),
    HandedOver(HandedOver),
    SteppedAside,
    Told,
    Recovery(Recovery),
    /// Asked: the words, and the new kit to print. Shown once.
    Asked(Asked),
    Regained(Regained),
    Invited(Invited),
    Invitation(Invitation),
    /// Accepted: the kit to print. Shown once.
    Kit(Kit),
    Founding(Box<Founding>),
    /// One for each founder. Shown once.
    FounderLinks(Vec<FounderLink>),
    /// Joined: the kit to print. Shown once.
    FounderKit(Box<FounderKit>),
    OwnSignIn(SignInView),
    Proved,
    PasskeyChallenge(PasskeyChallenge),
    PasskeyOptions(Box<PasskeyOptions>),
    /// Fresh recovery codes, to print. Shown once.
    Codes {
        codes: Vec<String>,
    },
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
    /// Cases gone through so far.
    HandingOver {
        done: u32,
        of: u32,
    },
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
    /// Changes to the list of readers this person was not told about yet, oldest first.
    pub news: Vec<News>,
    /// Their last day, if they are leaving.
    pub last_day: Option<u32>,
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
    /// To seal it to somebody else; never offered as a reason to read.
    HandingOver,
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
    /// The second factor has to be shown once more first. Nothing was done.
    ProofNeeded,
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
    /// The school's rule asks for a small letter, a capital letter and a digit.
    PlainPassword,
    NameTaken,
    /// A field is empty or too long; its name.
    Field {
        name: String,
    },
    /// Something is missing before the school can open.
    NotReady,
    /// Fewer than two people could read afterwards.
    TooFewReaders,
    /// Their cases are not handed over, or a report came since.
    NotHandedOver,
    /// No colleague holds a share, or nobody asks at the moment.
    NoShares,
    /// Something the server keeps is not as it was written.
    Damaged,
    /// The school's service is ending: nothing new begins.
    ServiceEnding,
    NotFound,
    Conflict,
    Broken,
}

/// JSON: these messages are many, and an adult's page has the room.
macro_rules! json_messages {
    ($($message:ty),+) => {
        $(impl frame::Message for $message {
            fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
                Zeroizing::new(serde_json::to_vec(self).expect("plain data always has a JSON form"))
            }

            fn from_bytes(bytes: &[u8]) -> Option<Self> {
                serde_json::from_slice(bytes).ok()
            }
        })+
    };
}
json_messages!(Ask, Answer);
