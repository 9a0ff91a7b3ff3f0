//! The word of a reader that their cases were handed over: what the certificate of a leaver says (protocol 6.4).
//!
//! The server cannot know who was left out of a case, so only a reader's browser can count who opens it. The signature
//! makes that count theirs: it can be shown later, and nobody else can give it.

use crate::api::HandOver;
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::id::{SchoolId, VerifyingKeyBytes};
use crate::keys::{StaffSecret, verify};
use crate::label::Label;

/// Signs the statement; `statement.key` becomes the signer's key.
#[must_use]
pub fn sign_hand_over(mut statement: HandOver, school: SchoolId, reader: &StaffSecret) -> HandOver {
    statement.key = reader.kem.public().id();
    statement.signature = FixedBytes([0; 64]);
    let bytes = signed_bytes(&statement);
    statement.signature = reader
        .signing
        .sign(Label::HandOver, &[&school.to_bytes(), &bytes]);
    statement
}

/// Checks a statement with the signing key the directory lists for `statement.key`.
///
/// # Errors
/// When anything in it was changed, or someone else or another school's reader signed it.
pub fn verify_hand_over(
    statement: &HandOver,
    school: SchoolId,
    key: &VerifyingKeyBytes,
) -> Result<(), OpenError> {
    let bytes = signed_bytes(statement);
    verify(
        key,
        Label::HandOver,
        &[&school.to_bytes(), &bytes],
        &statement.signature,
    )
}

/// key 16 | cases u32 | handed u32 | alone u32 | log size u64 | hour u32.
#[must_use]
pub fn signed_bytes(statement: &HandOver) -> [u8; 40] {
    let mut bytes = [0; 40];
    bytes[..16].copy_from_slice(&statement.key.0);
    bytes[16..20].copy_from_slice(&statement.cases.to_be_bytes());
    bytes[20..24].copy_from_slice(&statement.handed.to_be_bytes());
    bytes[24..28].copy_from_slice(&statement.alone.to_be_bytes());
    bytes[28..36].copy_from_slice(&statement.log_size.to_be_bytes());
    bytes[36..].copy_from_slice(&statement.hour.to_be_bytes());
    bytes
}
