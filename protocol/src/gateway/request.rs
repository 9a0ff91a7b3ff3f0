//! The request frame: `"SRG1" | school[16] | puzzle[64] | enc[1120] | ct`, exactly 32 or 96 KiB.
//!
//! The additional data of the ciphertext is the magic and the school. The puzzle is not in it, because it is solved
//! over the sealed bytes; it is tied to them by its own subject instead (`crate::puzzle`).

use alloc::boxed::Box;
use alloc::vec::Vec;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::AnswerKey;
use crate::api::limit::GATEWAY as SIZES;
use crate::cursor::Cursor;
use crate::encoding::{Bytes, FixedBytes};
use crate::envelope::{Envelope, envelope_len};
use crate::error::{DecodeError, OpenError, SealError};
use crate::header::Kind;
use crate::id::{MailboxId, SchoolId};
use crate::keys::{KEM_ENC_LEN, KEM_PUBLIC_LEN, KemPublic, KemSecret};
use crate::label::Label;
use crate::moved;
use crate::padding::{PREFIX_LEN, TEXT_BUCKETS};
use crate::plaintext::Danger;
use crate::puzzle::PUZZLE_LEN;
use crate::term_code::{TERM_CODE_LEN, TermCode};

const MAGIC: &[u8; 4] = b"SRG1";
/// Magic and school: the additional data of the ciphertext.
const AAD_LEN: usize = 4 + 16;
/// Bytes before the encapsulation.
pub const FRAME_HEAD_LEN: usize = AAD_LEN + PUZZLE_LEN;
/// op u8 | mailbox 16 | token 32 | nonce 16 | term code 12 | u32 length.
const PLAIN_HEAD_LEN: usize = 1 + 16 + 32 + 16 + TERM_CODE_LEN + 4;
const TAG_LEN: usize = 16;
/// danger u8 | audit key 32, before the envelope of a submission.
const SUBMIT_HEAD_LEN: usize = 1 + 32;

/// What a pupil's browser asks for.
#[derive(Clone)]
pub enum Op {
    /// Take in a first report.
    Submit {
        /// Decides whether staff see it at once; the one thing the server learns about the content.
        danger: Danger,
        /// The server tags the case's log entries with it.
        audit_key: Zeroizing<[u8; 32]>,
        /// Envelope of kind 1.
        envelope: Box<Envelope>,
    },
    /// What is in the mailbox?
    Check,
    /// Take in a follow-up.
    Say {
        /// Envelope of kind 2.
        envelope: Box<Envelope>,
    },
    /// Take the report back.
    Withdraw,
    /// Keep this for another device, under the id in the mailbox's place (protocol 3.6).
    Leave {
        /// `moved::SEALED_LEN` bytes.
        sealed: Bytes,
    },
    /// Give out what was left under this id, and forget it.
    Take,
    /// Is what was left under this id still there?
    Look,
}

/// A request before it is sealed, or after it is opened.
#[derive(Clone)]
pub struct Request {
    /// The mailbox it is about, or the id of what is moved.
    pub mailbox: MailboxId,
    /// Proof that one may: its hash is what the server keeps. Zeros where an id is enough: `Leave`, `Take`, `Look`.
    pub token: Zeroizing<[u8; 32]>,
    /// From the poster, if it carried one.
    pub term_code: TermCode,
    /// What is asked.
    pub op: Op,
}

/// A request as the server opened it.
pub struct OpenedRequest {
    /// What is asked.
    pub request: Request,
    /// Remembered for a while against replays.
    pub nonce: [u8; 16],
    /// Seals the answer.
    pub answer: AnswerKey,
}

/// Seals a request to a school's gateway. The size depends on the length of the payload only.
///
/// # Errors
/// When an envelope is too long for the largest frame.
pub fn seal_request(
    school: SchoolId,
    gateway: &KemPublic,
    request: &Request,
    rng: &mut impl CryptoRng,
) -> Result<(Vec<u8>, AnswerKey), SealError> {
    let (op, payload) = write_op(&request.op);
    let used = FRAME_HEAD_LEN + KEM_ENC_LEN + PLAIN_HEAD_LEN + payload.len() + TAG_LEN;
    let size = SIZES
        .into_iter()
        .find(|size| *size >= used)
        .ok_or(SealError::TooLong)?;
    let mut nonce = [0; 16];
    rng.fill_bytes(&mut nonce);
    let plain_len = size - FRAME_HEAD_LEN - KEM_ENC_LEN - TAG_LEN;
    let mut plain = Zeroizing::new(Vec::with_capacity(plain_len));
    plain.push(op);
    plain.extend_from_slice(&request.mailbox.0);
    plain.extend_from_slice(request.token.as_ref());
    plain.extend_from_slice(&nonce);
    plain.extend_from_slice(&request.term_code.0);
    let length = u32::try_from(payload.len()).map_err(|_| SealError::TooLong)?;
    plain.extend_from_slice(&length.to_be_bytes());
    plain.extend_from_slice(&payload);
    plain.resize(plain_len, 0);

    let mut frame = Vec::with_capacity(size);
    frame.extend_from_slice(MAGIC);
    frame.extend_from_slice(&school.to_bytes());
    let (enc, mut context) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        gateway.hpke(),
        &info(school),
        rng,
    )
    .map_err(|_| SealError::Key)?;
    let sealed = context
        .seal(&plain, &frame)
        .map_err(|_| SealError::TooLong)?;
    // The place of the puzzle stays empty until one is solved.
    frame.resize(FRAME_HEAD_LEN, 0);
    frame.extend_from_slice(&enc.to_bytes());
    frame.extend_from_slice(&sealed);
    let mut exported = Zeroizing::new([0; 32]);
    context
        .export(Label::GatewayResponse.bytes(), exported.as_mut())
        .map_err(|_| SealError::Key)?;
    Ok((frame, AnswerKey::new(exported)))
}

/// Which school a frame is for, before it is opened.
///
/// # Errors
/// When it is not a frame of one of the two sizes.
pub fn school_of(frame: &[u8]) -> Result<SchoolId, DecodeError> {
    if !SIZES.contains(&frame.len()) {
        return Err(DecodeError::Length);
    }
    let mut cursor = Cursor::new(frame);
    cursor.tag(MAGIC).ok_or(DecodeError::Magic)?;
    Ok(SchoolId::from_bytes(
        cursor.array().ok_or(DecodeError::Length)?,
    ))
}

/// Opens a request with the school's gateway key. The envelope inside is checked for shape, school and kind.
///
/// # Errors
/// When it is not a frame for this school, does not open, or asks nothing known.
pub fn open_request(
    frame: &[u8],
    school: SchoolId,
    gateway: &KemSecret,
) -> Result<OpenedRequest, OpenError> {
    if school_of(frame)? != school {
        return Err(OpenError);
    }
    let (head, rest) = frame.split_at_checked(FRAME_HEAD_LEN).ok_or(OpenError)?;
    let (aad, _) = head.split_at_checked(AAD_LEN).ok_or(OpenError)?;
    let (enc, sealed) = rest.split_at_checked(KEM_ENC_LEN).ok_or(OpenError)?;
    let enc = <XWing as Kem>::EncappedKey::from_bytes(enc).map_err(|_| OpenError)?;
    let mut context = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        gateway.hpke(),
        &enc,
        &info(school),
    )
    .map_err(|_| OpenError)?;
    let plain = Zeroizing::new(context.open(sealed, aad).map_err(|_| OpenError)?);
    let mut exported = Zeroizing::new([0; 32]);
    context
        .export(Label::GatewayResponse.bytes(), exported.as_mut())
        .map_err(|_| OpenError)?;
    let (request, nonce) = read_plain(&plain, school).ok_or(OpenError)?;
    Ok(OpenedRequest {
        request,
        nonce,
        answer: AnswerKey::new(exported),
    })
}

fn info(school: SchoolId) -> Vec<u8> {
    [Label::Gateway.bytes(), &school.to_bytes()].concat()
}

fn write_op(op: &Op) -> (u8, Zeroizing<Vec<u8>>) {
    let mut payload = Zeroizing::new(Vec::new());
    let byte = match op {
        Op::Submit {
            danger,
            audit_key,
            envelope,
        } => {
            payload.push(danger.to_byte());
            payload.extend_from_slice(audit_key.as_ref());
            payload.extend_from_slice(&envelope.encode());
            1
        }
        Op::Check => 2,
        Op::Say { envelope } => {
            payload.extend_from_slice(&envelope.encode());
            3
        }
        Op::Withdraw => 4,
        Op::Leave { sealed } => {
            payload.extend_from_slice(&sealed.0);
            5
        }
        Op::Take => 6,
        Op::Look => 7,
    };
    (byte, payload)
}

fn read_plain(plain: &[u8], school: SchoolId) -> Option<(Request, [u8; 16])> {
    let mut cursor = Cursor::new(plain);
    let op = cursor.u8()?;
    let mailbox = FixedBytes(cursor.array()?);
    let token = Zeroizing::new(cursor.array()?);
    let nonce = cursor.array()?;
    let term_code = FixedBytes(cursor.array()?);
    let length = usize::try_from(cursor.u32()?).ok()?;
    let payload = cursor.slice(length)?;
    if cursor.rest().iter().any(|byte| *byte != 0) {
        return None;
    }
    let op = match op {
        1 => {
            let mut payload = Cursor::new(payload);
            let danger = Danger::from_byte(payload.u8()?)?;
            let audit_key = Zeroizing::new(payload.array()?);
            let envelope = read_envelope(payload.rest(), school, Kind::Report)?;
            Op::Submit {
                danger,
                audit_key,
                envelope,
            }
        }
        2 if payload.is_empty() => Op::Check,
        3 => Op::Say {
            envelope: read_envelope(payload, school, Kind::FollowUp)?,
        },
        4 if payload.is_empty() => Op::Withdraw,
        5 if payload.len() == moved::SEALED_LEN => Op::Leave {
            sealed: Bytes(payload.to_vec()),
        },
        6 if payload.is_empty() => Op::Take,
        7 if payload.is_empty() => Op::Look,
        _ => return None,
    };
    let request = Request {
        mailbox,
        token,
        term_code,
        op,
    };
    Some((request, nonce))
}

fn read_envelope(bytes: &[u8], school: SchoolId, kind: Kind) -> Option<Box<Envelope>> {
    let envelope = Envelope::decode(bytes).ok()?;
    (envelope.header().school() == school && envelope.header().kind() == kind)
        .then(|| Box::new(envelope))
}

/// UTF-8 bytes of text that fit into a report with this many readers.
#[must_use]
pub fn text_limit(readers: usize) -> u32 {
    /// Around the words of a report: version, danger, about; how many categories, three of them; how many readers;
    /// lengths of the words and of the mailbox's public key; that key, and the one that checks signatures.
    const AROUND: usize = 3 + 4 + 3 * 2 + 4 + 4 + 4 + KEM_PUBLIC_LEN + 32;
    /// A reader's key.
    const PER_READER: usize = 16;
    let around = PREFIX_LEN + AROUND + PER_READER * readers;
    let overhead = FRAME_HEAD_LEN + KEM_ENC_LEN + PLAIN_HEAD_LEN + TAG_LEN + SUBMIT_HEAD_LEN;
    TEXT_BUCKETS
        .into_iter()
        .rev()
        .find(|bucket| overhead + envelope_len(true, readers, *bucket as usize) <= SIZES[1])
        .map_or(0, |bucket| (bucket as usize).saturating_sub(around))
        .try_into()
        .expect("below 64 KiB")
}
