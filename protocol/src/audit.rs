//! Audit entries: what the log says about a case, and how it says it without saying which case (protocol 6.1).
//!
//! A leaf commits to an entry under a random salt, so that details can be erased later without breaking the tree.
//! A case's entries carry tags that only holders of its audit key can recognise; a gap in them is visible.
//! Promises that an entry means one thing; says nothing about whether the server logged what it should have.

mod verify;

use alloc::vec::Vec;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub use verify::{
    EntryFault, FirstBroken, Kept, Summary, Why, decode_log_file, verify_case, verify_log,
    verify_proven,
};

use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::DecodeError;
use crate::id::{Hash, KeyId};
use crate::kdf::derive_hash;
use crate::label::Label;

const MAGIC: &[u8] = b"SRL1";
/// Bytes of an entry.
pub const ENTRY_LEN: usize = 90;
/// Tag of entries that belong to the school, not to a case.
pub const SCHOOL_TAG: Hash = FixedBytes([0; 32]);
/// Key id of entries in which no reader's key takes part.
pub const NO_KEY: KeyId = FixedBytes([0; 16]);

/// What happened. The byte is in the log for ever: values are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// A first report came in.
    Received = 1,
    /// A reader was given the content of a case, for a reason.
    Released = 2,
    /// A reader sealed a case to another key.
    Rewrapped = 3,
    /// A key was given access to a case it had no slot in.
    ReaderAdded = 4,
    /// A directory version took effect; `envelope` is its hash.
    DirectoryVersion = 5,
    /// A hold keeps the case past its date.
    HoldSet = 6,
    /// The hold was lifted.
    HoldLifted = 7,
    /// The case was destroyed on its date.
    Expired = 8,
    /// The pupil took the report back.
    Withdrawn = 9,
    /// A follow-up, reply or note was added.
    MessageAdded = 10,
    /// An adult's access ended; `envelope` is the SHA-256 of what was done.
    StaffEnded = 11,
    /// An adult was invited; `envelope` is the SHA-256 of what was done.
    Invited = 12,
    /// The database was put back to an earlier state on purpose: entries of this log were lost; `envelope` is the
    /// SHA-256 of the last checkpoint signed before.
    Restored = 16,
    /// A reader gave colleagues shares of their keys; `envelope` is the SHA-256 of the set.
    SharesMade = 24,
    /// Somebody asked for their keys back; `key_id` is the key they ask for, `envelope` the SHA-256 of the request.
    RecoveryAsked = 25,
    /// A colleague gave their share on; `key_id` is theirs, `envelope` the SHA-256 of what they gave.
    ShareGiven = 26,
    /// Keys were recovered and locked anew; `envelope` is the SHA-256 of the request.
    Recovered = 27,
    /// A request for keys was stopped; `key_id` is who stopped it, `envelope` the SHA-256 of the request.
    RecoveryStopped = 28,
    /// A colleague showed that their share fits; `key_id` is theirs, `envelope` the SHA-256 of what they showed.
    ShareDrilled = 29,
    /// An admin asked to end the school's service; `envelope` is the SHA-256 of what was done.
    WindDownAsked = 30,
    /// A reader agreed: nothing new comes in; `envelope` is the SHA-256 of what was done.
    WindDownAgreed = 31,
    /// One of two people asked to call it back; `envelope` is the SHA-256 of what was done.
    WindDownStopAsked = 32,
    /// It was called back, or never agreed to; `envelope` is the SHA-256 of what was done.
    WindDownStopped = 33,
    /// Two readers named who keeps the case after the school's end; `envelope` is the second one's note.
    KeeperNamed = 34,
    /// Everything of the school was written into a sealed take-out; `envelope` is the SHA-256 of its list of files.
    TakenOut = 35,
    /// Nothing of the school's cases is left; `envelope` is the SHA-256 of the certificate.
    WoundDown = 36,
    /// An adult signed in, or proved who they are, with a printed recovery code; `envelope` is the SHA-256 of what was
    /// done.
    RecoveryCodeUsed = 20,
    /// What an adult signs in with changed; `envelope` is the SHA-256 of what was done.
    SecondFactorChanged = 21,
    /// An adult took a copy of records out of the system; `envelope` is the SHA-256 of what was done.
    Exported = 22,
    /// An adult looked at something the server had flagged; `key_id` is theirs, `envelope` the SHA-256 of flag and finding.
    Reviewed = 23,
    /// Somebody signed for an item of the gate; `envelope` is the SHA-256 of what was signed.
    SignedOff = 37,
    /// The school opened to its pupils; `envelope` is the SHA-256 of how.
    SchoolOpened = 38,
    /// An administrator changed the school's settings; `envelope` is the SHA-256 of what was done.
    SettingsChanged = 39,
}

/// Why a case was opened. Detail goes into a sealed note, never into the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Reason {
    /// It was their turn.
    OnDuty = 1,
    /// A colleague asked them to look.
    SecondOpinion = 2,
    /// The case is theirs from now on.
    TakingOver = 3,
    /// They came back to it.
    FollowUp = 4,
    /// Something else.
    Other = 5,
    /// To seal it to another reader. Does not count as having read it: danger stays marked.
    HandingOver = 6,
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub kind: Kind,
    /// [`derive_case_tag`], or [`SCHOOL_TAG`].
    pub case_tag: Hash,
    /// The reader's key, or [`NO_KEY`].
    pub key_id: KeyId,
    /// Present exactly in entries of kind [`Kind::Released`].
    pub reason: Option<Reason>,
    /// Hours since 1970; for what a pupil did, the first hour of the half-day.
    pub hour: u32,
    /// SHA-256 of the envelope, or of what the kind says.
    pub envelope: Hash,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 33] = [
        Self::Received,
        Self::Released,
        Self::Rewrapped,
        Self::ReaderAdded,
        Self::DirectoryVersion,
        Self::HoldSet,
        Self::HoldLifted,
        Self::Expired,
        Self::Withdrawn,
        Self::MessageAdded,
        Self::StaffEnded,
        Self::Invited,
        Self::Restored,
        Self::SharesMade,
        Self::RecoveryAsked,
        Self::ShareGiven,
        Self::Recovered,
        Self::RecoveryStopped,
        Self::ShareDrilled,
        Self::WindDownAsked,
        Self::WindDownAgreed,
        Self::WindDownStopAsked,
        Self::WindDownStopped,
        Self::KeeperNamed,
        Self::TakenOut,
        Self::WoundDown,
        Self::RecoveryCodeUsed,
        Self::SecondFactorChanged,
        Self::Exported,
        Self::Reviewed,
        Self::SignedOff,
        Self::SchoolOpened,
        Self::SettingsChanged,
    ];

    /// The byte in the log.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        self as u8
    }

    /// The kind a byte stands for.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.to_byte() == byte)
    }

    /// True for entries of the school itself, which carry [`SCHOOL_TAG`].
    #[must_use]
    pub const fn is_school_level(self) -> bool {
        matches!(
            self,
            Self::DirectoryVersion
                | Self::StaffEnded
                | Self::Invited
                | Self::Restored
                | Self::SharesMade
                | Self::RecoveryAsked
                | Self::ShareGiven
                | Self::Recovered
                | Self::RecoveryStopped
                | Self::ShareDrilled
                | Self::WindDownAsked
                | Self::WindDownAgreed
                | Self::WindDownStopAsked
                | Self::WindDownStopped
                | Self::TakenOut
                | Self::WoundDown
                | Self::RecoveryCodeUsed
                | Self::SecondFactorChanged
                | Self::Exported
                | Self::Reviewed
                | Self::SignedOff
                | Self::SchoolOpened
                | Self::SettingsChanged
        )
    }
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 6] = [
        Self::OnDuty,
        Self::SecondOpinion,
        Self::TakingOver,
        Self::FollowUp,
        Self::Other,
        Self::HandingOver,
    ];

    /// The byte in the log and in release requests.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        self as u8
    }

    /// The reason a byte stands for.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|reason| reason.to_byte() == byte)
    }
}

impl Entry {
    /// Canonical bytes: "SRL1" | kind u8 | case_tag 32 | key_id 16 | reason u8 (0 for none) | hour u32 | envelope 32.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(ENTRY_LEN);
        bytes.extend(MAGIC);
        bytes.push(self.kind.to_byte());
        bytes.extend(self.case_tag.0);
        bytes.extend(self.key_id.0);
        bytes.push(self.reason.map_or(0, Reason::to_byte));
        bytes.extend(self.hour.to_be_bytes());
        bytes.extend(self.envelope.0);
        bytes
    }

    /// Reads canonical bytes.
    ///
    /// # Errors
    /// When they are anything else, when a release has no reason, something else has one, or a tag does not fit.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let entry = Self::read(bytes).ok_or(DecodeError::Length)??;
        let reason_fits = entry.reason.is_some() == (entry.kind == Kind::Released);
        let tag_fits = (entry.case_tag == SCHOOL_TAG) == entry.kind.is_school_level();
        (reason_fits && tag_fits)
            .then_some(entry)
            .ok_or(DecodeError::Value)
    }

    fn read(bytes: &[u8]) -> Option<Result<Self, DecodeError>> {
        let mut bytes = Cursor::new(bytes);
        let magic = bytes.slice(MAGIC.len())?;
        let kind = bytes.u8()?;
        let case_tag = FixedBytes(bytes.array()?);
        let key_id = FixedBytes(bytes.array()?);
        let reason = bytes.u8()?;
        let hour = bytes.u32()?;
        let envelope = FixedBytes(bytes.array()?);
        bytes.end()?;
        if magic != MAGIC {
            return Some(Err(DecodeError::Magic));
        }
        let Some(kind) = Kind::from_byte(kind) else {
            return Some(Err(DecodeError::Kind));
        };
        let reason = match reason {
            0 => None,
            byte => match Reason::from_byte(byte) {
                None => return Some(Err(DecodeError::Value)),
                known => known,
            },
        };
        Some(Ok(Self {
            kind,
            case_tag,
            key_id,
            reason,
            hour,
            envelope,
        }))
    }
}

/// Leaf data: SHA-256("reports/v1/leaf" | salt | canonical entry). The tree hashes it once more as a leaf.
#[must_use]
pub fn derive_leaf(salt: &Hash, entry: &[u8]) -> Hash {
    FixedBytes(derive_hash(Label::Leaf, &[&salt.0, entry]))
}

/// Tag of a case's entry number `counter`, counted from 0: HMAC-SHA256(audit key, counter as u64).
#[must_use]
pub fn derive_case_tag(audit_key: &[u8; 32], counter: u64) -> Hash {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(audit_key)
        .expect("HMAC takes keys of any length (RFC 2104)");
    mac.update(&counter.to_be_bytes());
    FixedBytes(mac.finalize().into_bytes().into())
}
