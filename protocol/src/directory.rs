//! The directory: who can read, with which keys, until when; and how the log and the gateway are known (protocol 5).
//!
//! A [`Directory`] is a proposal. Only [`verify`] turns signed bytes into a [`VerifiedDirectory`], which is what
//! every sealing function should be fed from. Names and places stand inside the signed bytes, so that a server
//! cannot put one adult's name beside another's key. Promises nothing about the people behind the keys.

mod activation;
mod difference;
mod encode;
mod verify;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use activation::{ACTIVATION_DAYS, LEAST_READERS};
pub use difference::{Change, difference};
pub use encode::MAX_NAME;
pub use verify::{DirectoryFault, Known, VerifiedDirectory, verify};

use crate::api::Role;
use crate::day::Day;
use crate::encoding::Bytes;
use crate::id::{Hash, KeyId, SchoolId, VerifyingKeyBytes};
use crate::kdf::{Stretching, derive_sha256};
use crate::keys::KemPublic;

/// Readers that get a slot in every envelope, at most. Keeps the largest report within the gateway's frame.
pub const MAX_READERS: usize = 16;
/// Entries of any status, at most.
pub const MAX_ENTRIES: usize = 64;
/// Outside witnesses, at most.
pub const MAX_WITNESSES: usize = 8;
/// Days a directory usually lives: a frozen old one dies.
pub const USUAL_LIFE_DAYS: u32 = 30;
/// Days a directory lives at most; covers the longest school holiday.
pub const MAX_LIFE_DAYS: u32 = 100;

/// One version of the list of readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// The school it is for.
    pub school: SchoolId,
    /// 1, 2, 3, …
    pub version: u32,
    /// Hash of the version before; zeros in version 1.
    pub prev_hash: Hash,
    /// Day it was made.
    pub issued_day: Day,
    /// Last day it is good.
    pub expires_day: Day,
    /// SHA-256 of the gateway's X-Wing public key.
    pub gateway_key_hash: Hash,
    /// Ed25519 key of the audit log.
    pub log_key: VerifyingKeyBytes,
    /// Witnesses that must have cosigned a checkpoint; 0 while the school has none.
    pub quorum: u8,
    /// Ed25519 keys of the witnesses.
    pub witnesses: Vec<VerifyingKeyBytes>,
    /// Costs and sizes everyone uses.
    pub profile: Profile,
    /// The readers. Their order is the order of slots, so it says nothing about a report.
    pub entries: Vec<Entry>,
}

/// One reader's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Names the encryption key: [`crate::keys::derive_key_id`].
    pub key_id: KeyId,
    /// Cryptographic suite of the key; [`crate::keys::SUITE`].
    pub suite: u8,
    /// SHA-256 of the 1216-byte public key, which travels separately.
    pub kem_hash: Hash,
    /// Ed25519 key that signs replies and release requests.
    pub signing: VerifyingKeyBytes,
    /// What the person is to the school.
    pub role: Role,
    /// Which inbox the person looks after.
    pub inbox: Inbox,
    /// What the key is good for.
    pub status: KeyStatus,
    /// First day the key receives.
    pub from: Day,
    /// Last day the key receives.
    pub to: Day,
    /// Name as pupils see it, 1 to 64 bytes.
    pub name: String,
    /// Where pupils find the person; may be empty, at most 64 bytes.
    pub place: String,
}

/// What a key is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// Receives and opens.
    Active,
    /// Opens what it has; receives nothing new.
    DecryptOnly,
    /// Out of use; its wraps are gone.
    Revoked,
}

/// Which inbox a reader looks after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inbox {
    /// The usual one.
    Safeguarding,
    /// Concerns about the safeguarding team itself.
    Head,
    /// Concerns about the head.
    Chair,
}

/// Costs and sizes. Version 1 knows exactly [`Profile::V1`]: receipt codes stop working when the cost of
/// stretching them changes, so another profile is another version of the software.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Argon2id for receipt codes.
    pub mailbox: Stretching,
    /// Argon2id for staff passwords.
    pub staff: Stretching,
    /// Argon2id for the puzzle that prices bulk.
    pub puzzle: Stretching,
    /// Leading zero bits the puzzle asks for when idle.
    pub puzzle_bits: u8,
    /// Padding: 1 is powers of two from 8 to 64 KiB for text, quarter octaves for attachments.
    pub padding: u8,
}

impl Profile {
    /// Protocol 3.2, 4, 7 and 2.3.
    pub const V1: Self = Self {
        mailbox: Stretching::MAILBOX,
        staff: Stretching::STAFF,
        puzzle: Stretching {
            memory_kib: 2_048,
            passes: 1,
        },
        puzzle_bits: 5,
        padding: 1,
    };
}

impl Entry {
    /// True if this key gets a slot in an envelope sealed on that day.
    #[must_use]
    pub fn receives(&self, day: Day) -> bool {
        self.status == KeyStatus::Active && self.from <= day && day <= self.to
    }

    /// The entry's public key among those the server sent, if it is there: checked against both hashes.
    #[must_use]
    pub fn find_key(&self, keys: &[Bytes]) -> Option<KemPublic> {
        find_by_hash(keys, &self.kem_hash).filter(|key| key.id() == self.key_id)
    }
}

fn find_by_hash(keys: &[Bytes], hash: &Hash) -> Option<KemPublic> {
    let bytes = keys.iter().find(|key| derive_sha256(&key.0) == hash.0)?;
    KemPublic::from_bytes(&bytes.0).ok()
}

impl Directory {
    /// The keys that get a slot on that day, in the order of slots.
    pub fn readers(&self, day: Day) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.receives(day))
    }

    /// Ids of [`Directory::readers`], as an envelope's header lists them.
    #[must_use]
    pub fn reader_keys(&self, day: Day) -> Vec<KeyId> {
        self.readers(day).map(|entry| entry.key_id).collect()
    }

    /// The entry of a key, whatever its status.
    #[must_use]
    pub fn entry(&self, key: &KeyId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key_id == *key)
    }

    /// The gateway's public key among those the server sent, if it is there.
    #[must_use]
    pub fn find_gateway_key(&self, keys: &[Bytes]) -> Option<KemPublic> {
        find_by_hash(keys, &self.gateway_key_hash)
    }

    /// A draft of the next version: one higher, chained to this one, living the usual time.
    #[must_use]
    pub fn successor(&self, issued_day: Day) -> Self {
        Self {
            version: self.version.saturating_add(1),
            prev_hash: self.hash(),
            issued_day,
            expires_day: issued_day.plus_days(USUAL_LIFE_DAYS),
            ..self.clone()
        }
    }

    /// Whether `next` may follow this version: same school, one higher, chained, not made earlier.
    ///
    /// # Errors
    /// Says why not.
    pub fn allows_successor(&self, next: &Self) -> Result<(), SuccessorFault> {
        if next.school != self.school {
            Err(SuccessorFault::OtherSchool)
        } else if Some(next.version) != self.version.checked_add(1) {
            Err(SuccessorFault::Version)
        } else if next.prev_hash != self.hash() {
            Err(SuccessorFault::PrevHash)
        } else if next.issued_day < self.issued_day {
            Err(SuccessorFault::Issued)
        } else {
            Ok(())
        }
    }
}

/// Why a directory may not follow another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SuccessorFault {
    /// It is another school's.
    #[error("the directory is for another school")]
    OtherSchool,
    /// It is not the next version.
    #[error("the version must be one higher")]
    Version,
    /// It does not name its predecessor.
    #[error("the directory is not chained to the current one")]
    PrevHash,
    /// It claims to be older than its predecessor.
    #[error("the directory is dated before the current one")]
    Issued,
}

impl Inbox {
    /// The byte inside the signed directory.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Safeguarding => 0,
            Self::Head => 1,
            Self::Chair => 2,
        }
    }

    /// The inbox a byte stands for.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            0 => Self::Safeguarding,
            1 => Self::Head,
            2 => Self::Chair,
            _ => return None,
        })
    }
}

impl KeyStatus {
    /// The byte inside the signed directory.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Active => 1,
            Self::DecryptOnly => 2,
            Self::Revoked => 3,
        }
    }

    /// The status a byte stands for.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            1 => Self::Active,
            2 => Self::DecryptOnly,
            3 => Self::Revoked,
            _ => return None,
        })
    }
}
