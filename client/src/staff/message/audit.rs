//! The log as the page shows it.

use protocol::id::{CaseId, Hash};
use serde::{Deserialize, Serialize};

use super::{Adult, Event};

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
    DirectoryVersion {
        version: Option<u32>,
    },
    StaffEnded,
    Invited,
    /// A case was destroyed: which one is no longer known, only the certificate.
    Destroyed {
        certificate: Hash,
    },
    /// The database was put back to an earlier state; entries were lost.
    Restored,
    SharesMade,
    RecoveryAsked,
    ShareGiven,
    Recovered,
    RecoveryStopped,
    ShareDrilled,
    /// An admin asked to end the school's service.
    WindDownAsked,
    /// Somebody else agreed.
    WindDownAgreed,
    /// One of two people asked to call it back.
    WindDownStopAsked,
    WindDownStopped,
    /// Everything was written into a sealed take-out.
    TakenOut,
    /// No case is left.
    WoundDown {
        certificate: Hash,
    },
    /// Somebody used a printed recovery code in place of their phone.
    RecoveryCodeUsed,
    /// Somebody changed what they sign in with.
    SecondFactorChanged,
    /// Somebody saved the log as a file.
    Exported,
    /// Somebody looked at something unusual.
    Reviewed,
    /// Somebody signed for an item of the gate.
    SignedOff,
    /// The school opened to its pupils.
    SchoolOpened,
    /// Somebody changed the school's settings.
    SettingsChanged,
    Other {
        kind: u8,
    },
}
