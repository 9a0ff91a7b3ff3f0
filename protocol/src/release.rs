//! The signed request to open a case (protocol 6.2). The signature means that the server cannot claim an opening
//! that did not happen; the server logs it before it gives anything out.

use rand_core::CryptoRng;

use crate::api::ReleaseRequest;
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::id::{Hash, VerifyingKeyBytes};
use crate::keys::{StaffSecret, verify};
use crate::label::Label;

/// What a reader asks for and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Thread id of the case's first report.
    pub thread: Hash,
    /// Reason code of the audit log.
    pub reason: u8,
    /// The reader's hour.
    pub hour: u32,
    /// Size of the log the reader last saw.
    pub log_size: u64,
}

/// Signs a request to open a case.
pub fn sign_release(
    asked: Asked,
    reader: &StaffSecret,
    rng: &mut impl CryptoRng,
) -> ReleaseRequest {
    let mut nonce = [0; 16];
    rng.fill_bytes(&mut nonce);
    let mut request = ReleaseRequest {
        thread: asked.thread,
        key: reader.kem.public().id(),
        reason: asked.reason,
        hour: asked.hour,
        log_size: asked.log_size,
        nonce: FixedBytes(nonce),
        signature: FixedBytes([0; 64]),
    };
    request.signature = reader
        .signing
        .sign(Label::ReleaseRequest, &[&signed_bytes(&request)]);
    request
}

/// Checks a request with the signing key the directory lists for `request.key`.
///
/// # Errors
/// When anything in it was changed or someone else signed it.
pub fn verify_release(request: &ReleaseRequest, key: &VerifyingKeyBytes) -> Result<(), OpenError> {
    verify(
        key,
        Label::ReleaseRequest,
        &[&signed_bytes(request)],
        &request.signature,
    )
}

/// thread 32 | key 16 | reason u8 | hour u32 | log size u64 | nonce 16.
#[must_use]
pub fn signed_bytes(request: &ReleaseRequest) -> [u8; 77] {
    let mut bytes = [0; 77];
    bytes[..32].copy_from_slice(&request.thread.0);
    bytes[32..48].copy_from_slice(&request.key.0);
    bytes[48] = request.reason;
    bytes[49..53].copy_from_slice(&request.hour.to_be_bytes());
    bytes[53..61].copy_from_slice(&request.log_size.to_be_bytes());
    bytes[61..].copy_from_slice(&request.nonce.0);
    bytes
}
