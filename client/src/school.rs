//! A school as a session knows it: its signed directory, checked, and the public keys the directory names.
//!
//! Nothing is sealed to a key that did not come through here. Promises that every reader's key and the gateway's
//! key have the hashes inside the signed bytes; a missing key is an error, never a shorter list of readers.

use protocol::api::{NextLook, SchoolView};
use protocol::day::{Day, Timestamp};
use protocol::directory::{self, Directory, DirectoryFault, Entry, Known, VerifiedDirectory};
use protocol::header::DirectoryRef;
use protocol::id::{Hash, KeyId};
use protocol::keys::KemPublic;
use protocol::puzzle::{Challenge, Price};

use crate::call::{self, CallError};
use crate::transport::Transport;

/// Why there is no school to speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolError {
    /// The server gave none.
    Call(CallError),
    /// It gave one whose directory is not believed.
    Directory(DirectoryFault),
}

impl From<CallError> for SchoolError {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<DirectoryFault> for SchoolError {
    fn from(fault: DirectoryFault) -> Self {
        Self::Directory(fault)
    }
}

/// A school's short name in addresses, or `-`: nothing that could turn into another path.
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    (1..=40).contains(&slug.len()) && slug.bytes().all(plain)
}

/// A checked school.
pub struct KnownSchool {
    pub slug: String,
    pub name: String,
    pub demo: bool,
    pub region: String,
    pub next_look: Option<NextLook>,
    pub publication_delay_minutes: u32,
    /// For the next sealed request; good once.
    pub challenge: Challenge,
    /// Bits to add to it without the poster's code.
    pub bits_without_code: u8,
    /// It takes nothing new: what is there can be read before this day.
    pub ends_day: Option<u32>,
    /// False until it went through its gate.
    pub open: bool,
    verified: VerifiedDirectory,
    /// Keys of the entries that receive today, in the order of slots.
    keys: Vec<KemPublic>,
    gateway: KemPublic,
    withdrawn: Vec<KeyId>,
    today: Day,
}

/// Fetches the school and believes nothing in it that the root keys did not sign.
pub async fn fetch<T: Transport>(
    transport: &T,
    slug: &str,
    known: &Known,
    now: Timestamp,
) -> Result<KnownSchool, SchoolError> {
    let path = ["/api/v1/schools/", slug, "/packed"].concat();
    let view: SchoolView = call::get_packed(transport, path).await?;
    Ok(KnownSchool::check(view, known, now)?)
}

impl KnownSchool {
    /// Checks what the server says against the root keys' signatures and what is known already.
    pub fn check(view: SchoolView, known: &Known, now: Timestamp) -> Result<Self, DirectoryFault> {
        let verified = directory::verify(&view.directory, known, now.day())?;
        let directory = verified.directory();
        // A device whose clock stands before the directory was made is wrong about today; its keys are in use.
        let today = now.day().max(directory.issued_day);
        if directory.school != view.school {
            return Err(DirectoryFault::OtherSchool);
        }
        let keys = directory
            .readers(today)
            .map(|entry| entry.find_key(&view.public_keys))
            .collect::<Option<Vec<_>>>()
            .ok_or(DirectoryFault::Malformed)?;
        let gateway = directory
            .find_gateway_key(&view.public_keys)
            .ok_or(DirectoryFault::Malformed)?;
        Ok(Self {
            slug: view.slug,
            name: view.name,
            demo: view.demo,
            region: view.region,
            next_look: view.next_look,
            publication_delay_minutes: view.publication_delay_minutes,
            challenge: view.challenge,
            bits_without_code: view.bits_without_code,
            ends_day: view.ends_day,
            open: view.open,
            verified,
            keys,
            gateway,
            withdrawn: view.withdrawn,
            today,
        })
    }

    /// The directory.
    #[must_use]
    pub const fn directory(&self) -> &Directory {
        self.verified.directory()
    }

    /// The directory with what was checked about it.
    #[must_use]
    pub const fn verified(&self) -> &VerifiedDirectory {
        &self.verified
    }

    /// The directory as an envelope's header names it.
    #[must_use]
    pub const fn directory_ref(&self) -> DirectoryRef {
        DirectoryRef {
            version: self.verified.directory().version,
            hash: self.verified.hash(),
        }
    }

    /// Version and hash, so that a later answer cannot be older or different.
    #[must_use]
    pub const fn seen(&self) -> (u32, Hash) {
        self.verified.seen()
    }

    /// Everyone with a slot today, in the order of slots, with their public key.
    pub fn slots(&self) -> impl Iterator<Item = (&Entry, &KemPublic)> {
        self.verified
            .directory()
            .readers(self.today)
            .zip(&self.keys)
    }

    /// Everyone a pupil may choose: those with a slot whose key was not taken out of use since.
    pub fn readers(&self) -> impl Iterator<Item = &Entry> {
        self.slots()
            .map(|(entry, _)| entry)
            .filter(|entry| !self.is_withdrawn(entry.key_id))
    }

    /// True if the key was taken out of use since the directory was signed.
    #[must_use]
    pub fn is_withdrawn(&self, key: KeyId) -> bool {
        self.withdrawn.contains(&key)
    }

    /// The most work this side does for one request: what the signed directory says, and eight bits more for a crowd.
    #[must_use]
    pub fn dearest(&self) -> Price {
        let profile = &self.directory().profile;
        Price {
            bits: profile.puzzle_bits.saturating_add(8),
            memory_kib: u16::try_from(profile.puzzle.memory_kib).unwrap_or(u16::MAX),
        }
    }

    /// The gateway's key.
    #[must_use]
    pub const fn gateway(&self) -> &KemPublic {
        &self.gateway
    }

    /// True if the other answer names the same directory and the same withdrawn keys.
    #[must_use]
    pub fn same_readers(&self, other: &Self) -> bool {
        self.seen() == other.seen()
            && self.withdrawn == other.withdrawn
            && self
                .slots()
                .map(|(entry, _)| entry.key_id)
                .eq(other.slots().map(|(entry, _)| entry.key_id))
    }
}
