//! STREAM over ChaCha20-Poly1305 (`StreamBE32`): a body in chunks of 64 KiB that cannot be truncated, reordered,
//! repeated or extended. Key and nonce prefix must be single-use; `content` derives them so.

use alloc::vec::Vec;

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use zeroize::Zeroizing;

use crate::error::OpenError;

/// Plaintext bytes in every chunk but the last.
pub const CHUNK_LEN: usize = 64 * 1024;
/// Bytes the authentication tag adds to each chunk.
pub const TAG_LEN: usize = 16;

/// Length of the ciphertext of `len` plaintext bytes. An empty body is still one chunk.
#[must_use]
pub const fn sealed_len(len: usize) -> usize {
    let chunks = len.div_ceil(CHUNK_LEN);
    len + TAG_LEN * if chunks == 0 { 1 } else { chunks }
}

/// Seals a whole body.
#[must_use]
pub fn seal(key: &[u8; 32], prefix: &[u8; 7], plaintext: &[u8]) -> Vec<u8> {
    const INVARIANT: &str = "a chunk is far below the limit of ChaCha20-Poly1305";
    let mut stream = EncryptorBE32::<ChaCha20Poly1305>::from_aead(
        ChaCha20Poly1305::new(key.into()),
        prefix.into(),
    );
    let mut sealed = Vec::with_capacity(sealed_len(plaintext.len()));
    let mut rest = plaintext;
    while let Some((chunk, after)) = rest.split_at_checked(CHUNK_LEN)
        && !after.is_empty()
    {
        sealed.extend(stream.encrypt_next(chunk).expect(INVARIANT));
        rest = after;
    }
    sealed.extend(stream.encrypt_last(rest).expect(INVARIANT));
    sealed
}

/// Opens a whole body; nothing is given out unless the last chunk is verified too.
///
/// # Errors
/// When any chunk is changed, missing, moved, repeated or added.
pub fn open(
    key: &[u8; 32],
    prefix: &[u8; 7],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let mut stream = DecryptorBE32::<ChaCha20Poly1305>::from_aead(
        ChaCha20Poly1305::new(key.into()),
        prefix.into(),
    );
    let mut plaintext = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let mut rest = sealed;
    while let Some((chunk, after)) = rest.split_at_checked(CHUNK_LEN + TAG_LEN)
        && !after.is_empty()
    {
        let opened = Zeroizing::new(stream.decrypt_next(chunk).map_err(|_| OpenError)?);
        plaintext.extend_from_slice(&opened);
        rest = after;
    }
    let opened = Zeroizing::new(stream.decrypt_last(rest).map_err(|_| OpenError)?);
    plaintext.extend_from_slice(&opened);
    Ok(plaintext)
}
