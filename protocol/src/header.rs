//! HEADER of an envelope: what everyone may see, and what every key of the envelope is bound to through its hash.
//! Decoding is strict: one header has one byte form, so equal hashes mean equal headers.

use alloc::vec::Vec;

use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::{DecodeError, SealError};
use crate::id::{CaseId, Hash, KeyId, MessageId, SchoolId};
use crate::kdf::derive_hash;
use crate::keys::SUITE;
use crate::label::Label;
use crate::padding::TEXT_BUCKETS;

/// First bytes of every envelope.
pub const MAGIC: &[u8; 4] = b"SRE1";
/// Bytes before the key ids.
pub const FIXED_LEN: usize = 4 + 1 + 1 + 16 * 3 + 4 + 32 + 4 + 1;

/// What an envelope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The first report of a case.
    Report,
    /// More from the pupil.
    FollowUp,
    /// An adult's answer to the pupil.
    Reply,
    /// Words only staff read.
    Note,
    /// Content keys of a case for a reader who came later.
    Rewrap,
}

impl Kind {
    /// The byte in the header.
    #[must_use]
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Report => 1,
            Self::FollowUp => 2,
            Self::Reply => 3,
            Self::Note => 4,
            Self::Rewrap => 5,
        }
    }

    /// The kind a byte stands for.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            1 => Self::Report,
            2 => Self::FollowUp,
            3 => Self::Reply,
            4 => Self::Note,
            5 => Self::Rewrap,
            _ => return None,
        })
    }

    /// True if the pupil sealed it, and so kept a symmetric slot of their own.
    #[must_use]
    pub const fn has_own_slot(self) -> bool {
        matches!(self, Self::Report | Self::FollowUp)
    }

    /// True if its slots use the thread's pre-shared key. Follows from the kind, never from other input.
    #[must_use]
    pub const fn in_thread(self) -> bool {
        !matches!(self, Self::Report | Self::Rewrap)
    }
}

/// The open part of an envelope. Only a header that can be encoded exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    kind: Kind,
    school: SchoolId,
    case: CaseId,
    message: MessageId,
    directory_version: u32,
    directory_hash: Hash,
    body_len: u32,
    keys: Vec<KeyId>,
}

/// Which signed directory an envelope was addressed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DirectoryRef {
    /// Its version.
    pub version: u32,
    /// Its hash.
    pub hash: Hash,
}

/// Where an envelope belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The school.
    pub school: SchoolId,
    /// The case.
    pub case: CaseId,
    /// This envelope.
    pub message: MessageId,
    /// The directory its readers come from.
    pub directory: DirectoryRef,
}

impl Header {
    /// A header, if its parts are possible.
    ///
    /// # Errors
    /// When there is no key, more than 255, one twice, or the size is not a text bucket.
    pub fn new(
        kind: Kind,
        place: Place,
        body_len: u32,
        keys: Vec<KeyId>,
    ) -> Result<Self, SealError> {
        if keys.is_empty() || keys.len() > 255 || repeats(&keys) {
            return Err(SealError::Readers);
        }
        if !TEXT_BUCKETS.contains(&body_len) {
            return Err(SealError::TooLong);
        }
        Ok(Self {
            kind,
            school: place.school,
            case: place.case,
            message: place.message,
            directory_version: place.directory.version,
            directory_hash: place.directory.hash,
            body_len,
            keys,
        })
    }

    /// Canonical bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(FIXED_LEN + 16 * self.keys.len());
        bytes.extend_from_slice(MAGIC);
        bytes.push(SUITE);
        bytes.push(self.kind.to_byte());
        bytes.extend_from_slice(&self.school.to_bytes());
        bytes.extend_from_slice(&self.case.to_bytes());
        bytes.extend_from_slice(&self.message.to_bytes());
        bytes.extend_from_slice(&self.directory_version.to_be_bytes());
        bytes.extend_from_slice(&self.directory_hash.0);
        bytes.extend_from_slice(&self.body_len.to_be_bytes());
        bytes.push(u8::try_from(self.keys.len()).expect("new allows at most 255"));
        for key in &self.keys {
            bytes.extend_from_slice(&key.0);
        }
        bytes
    }

    /// Reads a header that fills `bytes` exactly.
    ///
    /// # Errors
    /// When the bytes are not one canonical header.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut cursor = Cursor::new(bytes);
        let header = Self::read(&mut cursor)?;
        cursor.end().ok_or(DecodeError::Length)?;
        Ok(header)
    }

    pub(crate) fn read(bytes: &mut Cursor<'_>) -> Result<Self, DecodeError> {
        const SHORT: DecodeError = DecodeError::Length;
        bytes.tag(MAGIC).ok_or(DecodeError::Magic)?;
        if bytes.u8().ok_or(SHORT)? != SUITE {
            return Err(DecodeError::Suite);
        }
        let kind = Kind::from_byte(bytes.u8().ok_or(SHORT)?).ok_or(DecodeError::Kind)?;
        let place = Place {
            school: SchoolId::from_bytes(bytes.array().ok_or(SHORT)?),
            case: CaseId::from_bytes(bytes.array().ok_or(SHORT)?),
            message: MessageId::from_bytes(bytes.array().ok_or(SHORT)?),
            directory: DirectoryRef {
                version: bytes.u32().ok_or(SHORT)?,
                hash: FixedBytes(bytes.array().ok_or(SHORT)?),
            },
        };
        let body_len = bytes.u32().ok_or(SHORT)?;
        let number = bytes.u8().ok_or(SHORT)?;
        let keys = (0..number)
            .map(|_| bytes.array().map(FixedBytes))
            .collect::<Option<_>>()
            .ok_or(SHORT)?;
        Self::new(kind, place, body_len, keys).map_err(|_| DecodeError::Value)
    }

    /// hh = SHA-256("reports/v1/header" | HEADER): every key of the envelope is derived under it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        FixedBytes(derive_hash(Label::Header, &[&self.encode()]))
    }

    /// What the envelope is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it belongs.
    #[must_use]
    pub const fn place(&self) -> Place {
        Place {
            school: self.school,
            case: self.case,
            message: self.message,
            directory: DirectoryRef {
                version: self.directory_version,
                hash: self.directory_hash,
            },
        }
    }

    /// The school.
    #[must_use]
    pub const fn school(&self) -> SchoolId {
        self.school
    }

    /// The case.
    #[must_use]
    pub const fn case(&self) -> CaseId {
        self.case
    }

    /// This envelope.
    #[must_use]
    pub const fn message(&self) -> MessageId {
        self.message
    }

    /// Length of the padded body in bytes: a text bucket.
    #[must_use]
    pub const fn body_len(&self) -> u32 {
        self.body_len
    }

    /// One key per slot, in the directory's order (a reply has the mailbox key in front).
    #[must_use]
    pub fn keys(&self) -> &[KeyId] {
        &self.keys
    }

    /// The slot of a key.
    #[must_use]
    pub fn slot_of(&self, key: &KeyId) -> Option<u8> {
        let place = self.keys.iter().position(|listed| listed == key)?;
        u8::try_from(place).ok()
    }
}

fn repeats(keys: &[KeyId]) -> bool {
    let mut sorted = keys.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}
