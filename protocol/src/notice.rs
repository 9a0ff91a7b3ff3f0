//! The notice of a slot: 64 bytes a reader may see before asking for the content, enough to sort an inbox.
//! Canonical: unknown values and stray bytes are errors.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::cursor::Cursor;
use crate::error::DecodeError;
use crate::header::{Header, Kind};
use crate::id::KeyId;
use crate::plaintext::{About, Danger, State, Urgency};

/// Bytes of a notice.
pub const NOTICE_LEN: usize = 64;
/// UTF-8 bytes of a case's nickname that fit.
pub const TITLE_LEN: usize = 48;
/// Categories that fit.
pub const CATEGORIES: usize = 3;
const VERSION: u8 = 1;
const NOBODY: u8 = 255;
const AUDIT_KEY_AT: usize = 32;

/// What a notice says; which one it is follows from the kind of the envelope and the slot.
#[derive(Clone)]
pub enum Notice {
    /// Of a first report, and of a re-wrap, which repeats it.
    Report(ReportNotice),
    /// Of a pupil's follow-up.
    FollowUp(FollowUpNotice),
    /// Of a reply or note, as staff see it.
    Staff(StaffNotice),
    /// Of a reply, as the pupil sees it: nothing internal.
    Pupil(PupilNotice),
}

/// Notice of a first report.
#[derive(Clone)]
pub struct ReportNotice {
    /// "Is anyone in danger right now?"
    pub danger: Danger,
    /// "Who is this about?"
    pub about: About,
    /// Category codes of the pack, at most [`CATEGORIES`].
    pub categories: Vec<u16>,
    /// Finds the case's entries in the audit log.
    pub audit_key: Zeroizing<[u8; 32]>,
}

/// Notice of a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUpNotice {
    /// "I feel safer now."
    pub feel_safer: bool,
    /// "I would like another adult."
    pub another_adult: bool,
}

/// The case as the author of a reply or note left it. The board is the last one, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffNotice {
    /// Where the case stands.
    pub state: State,
    /// How soon, if decided.
    pub urgency: Option<Urgency>,
    /// Key of the adult who owns the case. An owner without a slot in the envelope is not written.
    pub owner: Option<KeyId>,
    /// Day on which something is next due.
    pub due_day: Option<u32>,
    /// Nickname of the case, at most [`TITLE_LEN`] bytes; empty if none.
    pub title: String,
    /// Category codes staff decided, at most [`CATEGORIES`].
    pub categories: Vec<u16>,
}

/// What a reply tells the pupil before its words are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PupilNotice {
    /// The adult asks something.
    pub asks: bool,
    /// The case is closed with this reply.
    pub finished: bool,
}

impl Notice {
    /// The 64 bytes, for an envelope with this key list.
    ///
    /// # Errors
    /// When there are too many categories or the title is too long.
    pub fn encode(&self, keys: &[KeyId]) -> Result<Zeroizing<[u8; NOTICE_LEN]>, DecodeError> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(NOTICE_LEN));
        bytes.push(VERSION);
        match self {
            Self::Report(notice) => {
                bytes.push(notice.danger.to_byte());
                bytes.push(notice.about.to_byte());
                put_categories(&mut bytes, &notice.categories)?;
                bytes.resize(AUDIT_KEY_AT, 0);
                bytes.extend_from_slice(notice.audit_key.as_ref());
            }
            Self::FollowUp(notice) => bytes.push(flags(notice.feel_safer, notice.another_adult)),
            Self::Staff(notice) => put_staff(&mut bytes, notice, keys)?,
            Self::Pupil(notice) => bytes.push(flags(notice.asks, notice.finished)),
        }
        bytes.resize(NOTICE_LEN, 0);
        let mut out = Zeroizing::new([0; NOTICE_LEN]);
        out.copy_from_slice(&bytes);
        Ok(out)
    }

    /// Reads a notice. A pupil reads slot 0 of a reply; everyone else is staff.
    ///
    /// # Errors
    /// When the bytes are not canonical for this kind of envelope.
    pub fn decode(
        bytes: &[u8; NOTICE_LEN],
        header: &Header,
        for_pupil: bool,
    ) -> Result<Self, DecodeError> {
        let mut cursor = Cursor::new(bytes);
        let notice = Self::read(&mut cursor, header, for_pupil).ok_or(DecodeError::Value)?;
        if cursor.rest().iter().all(|byte| *byte == 0) {
            Ok(notice)
        } else {
            Err(DecodeError::Value)
        }
    }

    fn read(bytes: &mut Cursor<'_>, header: &Header, for_pupil: bool) -> Option<Self> {
        bytes.tag(&[VERSION])?;
        Some(match (header.kind(), for_pupil) {
            (Kind::Report | Kind::Rewrap, false) => {
                let danger = Danger::from_byte(bytes.u8()?)?;
                let about = About::from_byte(bytes.u8()?)?;
                let categories = read_categories(bytes)?;
                bytes.tag(&[0; AUDIT_KEY_AT - 10])?;
                Self::Report(ReportNotice {
                    danger,
                    about,
                    categories,
                    audit_key: Zeroizing::new(bytes.array()?),
                })
            }
            (Kind::FollowUp, false) => {
                let (feel_safer, another_adult) = read_flags(bytes.u8()?)?;
                Self::FollowUp(FollowUpNotice {
                    feel_safer,
                    another_adult,
                })
            }
            (Kind::Reply | Kind::Note, false) => Self::Staff(read_staff(bytes, header.keys())?),
            (Kind::Reply, true) => {
                let (asks, finished) = read_flags(bytes.u8()?)?;
                Self::Pupil(PupilNotice { asks, finished })
            }
            _ => return None,
        })
    }
}

fn put_staff(bytes: &mut Vec<u8>, notice: &StaffNotice, keys: &[KeyId]) -> Result<(), DecodeError> {
    if notice.title.len() > TITLE_LEN || notice.due_day == Some(0) {
        return Err(DecodeError::Value);
    }
    bytes.push(notice.state.to_byte());
    bytes.push(notice.urgency.map_or(0, Urgency::to_byte));
    let owner = keys.iter().position(|key| Some(*key) == notice.owner);
    bytes.push(
        owner
            .and_then(|slot| u8::try_from(slot).ok())
            .unwrap_or(NOBODY),
    );
    bytes.extend_from_slice(&notice.due_day.unwrap_or(0).to_be_bytes());
    bytes.push(u8::try_from(notice.title.len()).expect("at most 48 bytes"));
    let title_at = bytes.len();
    bytes.extend_from_slice(notice.title.as_bytes());
    bytes.resize(title_at + TITLE_LEN, 0);
    put_categories(bytes, &notice.categories)
}

fn read_staff(bytes: &mut Cursor<'_>, keys: &[KeyId]) -> Option<StaffNotice> {
    let state = State::from_byte(bytes.u8()?)?;
    let urgency = match bytes.u8()? {
        0 => None,
        byte => Some(Urgency::from_byte(byte)?),
    };
    let owner = match bytes.u8()? {
        NOBODY => None,
        slot => Some(*keys.get(usize::from(slot))?),
    };
    let due_day = Some(bytes.u32()?).filter(|day| *day != 0);
    let length = usize::from(bytes.u8()?);
    let (title, zeros) = bytes.slice(TITLE_LEN)?.split_at_checked(length)?;
    if zeros.iter().any(|byte| *byte != 0) {
        return None;
    }
    Some(StaffNotice {
        state,
        urgency,
        owner,
        due_day,
        title: String::from(core::str::from_utf8(title).ok()?),
        categories: read_categories(bytes)?,
    })
}

fn put_categories(bytes: &mut Vec<u8>, categories: &[u16]) -> Result<(), DecodeError> {
    if categories.len() > CATEGORIES {
        return Err(DecodeError::Value);
    }
    bytes.push(u8::try_from(categories.len()).expect("at most three"));
    for place in 0..CATEGORIES {
        bytes.extend_from_slice(&categories.get(place).copied().unwrap_or(0).to_be_bytes());
    }
    Ok(())
}

fn read_categories(bytes: &mut Cursor<'_>) -> Option<Vec<u16>> {
    let number = usize::from(bytes.u8()?);
    let mut all = Vec::with_capacity(CATEGORIES);
    for _ in 0..CATEGORIES {
        all.push(bytes.u16()?);
    }
    let unused = all.get(number..)?;
    if unused.iter().any(|code| *code != 0) {
        return None;
    }
    all.truncate(number);
    Some(all)
}

fn flags(first: bool, second: bool) -> u8 {
    u8::from(first) | u8::from(second) << 1
}

fn read_flags(byte: u8) -> Option<(bool, bool)> {
    (byte <= 3).then_some((byte & 1 != 0, byte & 2 != 0))
}

/// Cuts a nickname to what fits, at a character boundary.
#[must_use]
pub fn fit_title(title: &str) -> String {
    let mut fitted = String::with_capacity(TITLE_LEN);
    for character in title.trim().chars().filter(|c| !c.is_control()) {
        if fitted.len() + character.len_utf8() > TITLE_LEN {
            break;
        }
        fitted.push(character);
    }
    fitted
}
