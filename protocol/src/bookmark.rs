//! A reader's own sealed note of a case they have opened: enough to open later notices after a new sign-in,
//! not enough to open content, which still needs a logged release. Constant size, bound to reader and case.

use alloc::vec::Vec;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::id::CaseId;
use crate::kdf::Prk;
use crate::keys::StaffSecret;
use crate::label::Label;
use crate::thread::Thread;

const MAGIC: &[u8; 4] = b"SRB1";
/// Bytes of a sealed bookmark.
pub const SEALED_LEN: usize = 4 + 32 + 96 + 16;

/// What a reader remembers of a case.
#[derive(Clone)]
pub struct Bookmark {
    /// Id and pre-shared key of the thread.
    pub thread: Thread,
    /// Finds the case's entries in the audit log.
    pub audit_key: Zeroizing<[u8; 32]>,
}

impl Bookmark {
    /// Seals to its reader alone.
    pub fn seal(&self, reader: &StaffSecret, case: CaseId, rng: &mut impl CryptoRng) -> Vec<u8> {
        let mut salt = [0; 32];
        rng.fill_bytes(&mut salt);
        let mut plain = Zeroizing::new([0; 96]);
        plain[..32].copy_from_slice(&self.thread.id().0);
        plain[32..64].copy_from_slice(self.thread.psk());
        plain[64..].copy_from_slice(self.audit_key.as_ref());
        let context = case.to_bytes();
        let payload = Payload {
            msg: plain.as_ref(),
            aad: &context,
        };
        let sealed = cipher(reader, &salt, &context)
            .encrypt(&Nonce::default(), payload)
            .expect("96 bytes are far below the limit of ChaCha20-Poly1305");
        let mut bytes = Vec::with_capacity(SEALED_LEN);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&salt);
        bytes.extend_from_slice(&sealed);
        bytes
    }

    /// Opens a bookmark.
    ///
    /// # Errors
    /// When it is another reader's or case's, or was changed.
    pub fn open(bytes: &[u8], reader: &StaffSecret, case: CaseId) -> Result<Self, OpenError> {
        let mut cursor = Cursor::new(bytes);
        cursor.tag(MAGIC).ok_or(OpenError)?;
        let salt = cursor.array().ok_or(OpenError)?;
        let context = case.to_bytes();
        let payload = Payload {
            msg: cursor.rest(),
            aad: &context,
        };
        let plain = cipher(reader, &salt, &context)
            .decrypt(&Nonce::default(), payload)
            .map_err(|_| OpenError)?;
        let plain = Zeroizing::new(plain);
        let mut fields = Cursor::new(&plain);
        let id = FixedBytes(fields.array().ok_or(OpenError)?);
        let psk = Zeroizing::new(fields.array().ok_or(OpenError)?);
        let audit_key = Zeroizing::new(fields.array().ok_or(OpenError)?);
        fields.end().ok_or(OpenError)?;
        Ok(Self {
            thread: Thread::from_parts(id, psk),
            audit_key,
        })
    }
}

/// Single-use by its random salt, so the nonce is zero.
fn cipher(reader: &StaffSecret, salt: &[u8; 32], context: &[u8; 16]) -> ChaCha20Poly1305 {
    let own: Zeroizing<[u8; 32]> = reader.self_prk().expand(Label::Bookmark, &[]);
    let key: Zeroizing<[u8; 32]> = Prk::derive(salt, own.as_ref()).expand(Label::Bookmark, context);
    ChaCha20Poly1305::new((&*key).into())
}
