//! The directory as bytes: one encoding per directory, one directory per encoding.
//!
//! ```text
//! "SRD1" | school 16 | version u32 | prev_hash 32 | issued_day u32 | expires_day u32
//! | gateway_key_hash 32 | log_key 32 | quorum u8 | w u8 | witness 32 × w
//! | profile: (KiB u32 | passes u32) × 3 (mailbox, staff, puzzle) | puzzle_bits u8 | padding u8
//! | n u8 | entry × n
//! entry = key_id 16 | suite u8 | kem_hash 32 | signing 32 | role u8 | inbox u8 | status u8
//!       | from u32 | to u32 | len u8 | name | len u8 | place
//! ```

use alloc::string::String;
use alloc::vec::Vec;

use super::{
    Directory, Entry, Inbox, KeyStatus, MAX_ENTRIES, MAX_LIFE_DAYS, MAX_READERS, MAX_WITNESSES,
    Profile,
};
use crate::api::Role;
use crate::cursor::Cursor;
use crate::day::Day;
use crate::encoding::FixedBytes;
use crate::error::DecodeError;
use crate::id::{Hash, SchoolId};
use crate::kdf::{Stretching, derive_hash};
use crate::keys::SUITE;
use crate::label::Label;

const MAGIC: &[u8] = b"SRD1";
/// Bytes of a name or a place, at most.
pub const MAX_NAME: usize = 64;

impl Directory {
    /// Canonical bytes. `None` if the directory breaks a rule that [`Directory::decode`] would refuse.
    #[must_use]
    pub fn encode(&self) -> Option<Vec<u8>> {
        self.is_sound().then(|| self.write())
    }

    /// SHA-256("reports/v1/directory" | canonical bytes): names this version, and is what root keys sign.
    #[must_use]
    pub fn hash(&self) -> Hash {
        directory_hash(&self.write())
    }

    /// Reads canonical bytes.
    ///
    /// # Errors
    /// When they are anything else, or break a rule that every directory keeps.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let directory = Self::read(bytes).ok_or(DecodeError::Length)?;
        directory
            .is_sound()
            .then_some(directory)
            .ok_or(DecodeError::Value)
    }

    fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(256 + 160 * self.entries.len());
        bytes.extend(MAGIC);
        bytes.extend(self.school.to_bytes());
        bytes.extend(self.version.to_be_bytes());
        bytes.extend(self.prev_hash.0);
        bytes.extend(self.issued_day.0.to_be_bytes());
        bytes.extend(self.expires_day.0.to_be_bytes());
        bytes.extend(self.gateway_key_hash.0);
        bytes.extend(self.log_key.0);
        bytes.push(self.quorum);
        bytes.push(count(self.witnesses.len()));
        for witness in &self.witnesses {
            bytes.extend(witness.0);
        }
        let profile = &self.profile;
        for cost in [profile.mailbox, profile.staff, profile.puzzle] {
            bytes.extend(cost.memory_kib.to_be_bytes());
            bytes.extend(cost.passes.to_be_bytes());
        }
        bytes.extend([profile.puzzle_bits, profile.padding]);
        bytes.push(count(self.entries.len()));
        for entry in &self.entries {
            entry.write(&mut bytes);
        }
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Cursor::new(bytes);
        bytes.tag(MAGIC)?;
        let school = SchoolId::from_bytes(bytes.array()?);
        let version = bytes.u32()?;
        let prev_hash = FixedBytes(bytes.array()?);
        let issued_day = Day(bytes.u32()?);
        let expires_day = Day(bytes.u32()?);
        let gateway_key_hash = FixedBytes(bytes.array()?);
        let log_key = FixedBytes(bytes.array()?);
        let quorum = bytes.u8()?;
        let witnesses = (0..bytes.u8()?)
            .map(|_| bytes.array().map(FixedBytes))
            .collect::<Option<_>>()?;
        let mut cost = || {
            Some(Stretching {
                memory_kib: bytes.u32()?,
                passes: bytes.u32()?,
            })
        };
        let (mailbox, staff, puzzle) = (cost()?, cost()?, cost()?);
        let (puzzle_bits, padding) = (bytes.u8()?, bytes.u8()?);
        let profile = Profile {
            mailbox,
            staff,
            puzzle,
            puzzle_bits,
            padding,
        };
        let entries = (0..bytes.u8()?)
            .map(|_| Entry::read(&mut bytes))
            .collect::<Option<_>>()?;
        bytes.end()?;
        Some(Self {
            school,
            version,
            prev_hash,
            issued_day,
            expires_day,
            gateway_key_hash,
            log_key,
            quorum,
            witnesses,
            profile,
            entries,
        })
    }

    /// The rules every version keeps by itself, without regard to signatures or to other versions.
    fn is_sound(&self) -> bool {
        let distinct_witnesses = all_distinct(self.witnesses.iter().map(|key| key.0));
        let distinct_keys = all_distinct(self.entries.iter().map(|entry| entry.key_id.0));
        let active = self
            .entries
            .iter()
            .filter(|entry| entry.status == KeyStatus::Active)
            .count();
        (self.version > 1 || (self.version == 1 && self.prev_hash.0 == [0; 32]))
            && self.issued_day < self.expires_day
            && self.expires_day.days_since(self.issued_day) <= MAX_LIFE_DAYS
            && self.witnesses.len() <= MAX_WITNESSES
            && usize::from(self.quorum) <= self.witnesses.len()
            && distinct_witnesses
            && self.profile == Profile::V1
            && self.entries.len() <= MAX_ENTRIES
            && active <= MAX_READERS
            && distinct_keys
            && self.entries.iter().all(Entry::is_sound)
    }
}

impl Entry {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.key_id.0);
        bytes.push(self.suite);
        bytes.extend(self.kem_hash.0);
        bytes.extend(self.signing.0);
        bytes.push(self.role.to_byte());
        bytes.push(self.inbox.to_byte());
        bytes.push(self.status.to_byte());
        bytes.extend(self.from.0.to_be_bytes());
        bytes.extend(self.to.0.to_be_bytes());
        for text in [&self.name, &self.place] {
            bytes.push(count(text.len()));
            bytes.extend(text.as_bytes());
        }
    }

    fn read(bytes: &mut Cursor<'_>) -> Option<Self> {
        Some(Self {
            key_id: FixedBytes(bytes.array()?),
            suite: bytes.u8()?,
            kem_hash: FixedBytes(bytes.array()?),
            signing: FixedBytes(bytes.array()?),
            role: Role::from_byte(bytes.u8()?)?,
            inbox: Inbox::from_byte(bytes.u8()?)?,
            status: KeyStatus::from_byte(bytes.u8()?)?,
            from: Day(bytes.u32()?),
            to: Day(bytes.u32()?),
            name: String::from(bytes.text()?),
            place: String::from(bytes.text()?),
        })
    }

    fn is_sound(&self) -> bool {
        self.suite == SUITE
            && self.role.reads()
            && self.from <= self.to
            && !self.name.is_empty()
            && is_plain(&self.name)
            && is_plain(&self.place)
    }
}

/// SHA-256("reports/v1/directory" | canonical bytes).
pub(super) fn directory_hash(bytes: &[u8]) -> Hash {
    FixedBytes(derive_hash(Label::Directory, &[bytes]))
}

/// A count that [`Directory::is_sound`] keeps within a byte. Out of bounds it is 255 and the hash is of no use.
fn count(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// One line that looks like what it is: no control characters, nothing that turns the writing direction or hides.
fn is_plain(text: &str) -> bool {
    let misleading = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.len() <= MAX_NAME && text.trim() == text && !text.chars().any(misleading)
}

fn all_distinct<const N: usize>(values: impl Iterator<Item = [u8; N]>) -> bool {
    let mut sorted: Vec<_> = values.collect();
    sorted.sort_unstable();
    sorted.windows(2).all(|pair| pair.first() != pair.last())
}
