//! Checkpoints of the log: C2SP tlog-checkpoint inside C2SP signed-note, signed with Ed25519.
//!
//! ```text
//! <origin>\n<size>\n<root in base64>\n
//! \n
//! — <key name> <base64 of key hash 4 | signature 64>\n
//! ```
//!
//! Promises that a text has one reading: numbers and base64 are refused unless they are exactly what would be
//! written. Further signature lines (witnesses) are allowed and ignored; extension lines are not used and refused.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use base64ct::{Base64, Encoding};

use crate::encoding::FixedBytes;
use crate::id::{Hash, SignatureBytes, VerifyingKeyBytes};
use crate::kdf::derive_sha256;
use crate::keys::{SigningSecret, verify_note};

/// Byte that says "Ed25519" in key hashes and verifier keys (C2SP signed-note).
const ED25519: u8 = 1;
/// What a signature line begins with.
const DASH: &str = "\u{2014} ";
/// A checkpoint with a dozen witnesses stays well below this.
pub const MAX_NOTE: usize = 16 * 1024;

/// A size of the log and the root of its tree at that size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Name of the log, such as `reports.example.school/log`; also the name of its key.
    pub origin: String,
    /// Number of leaves.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
}

/// Why a checkpoint is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointFault {
    /// The text is not a checkpoint, or not written the one way.
    #[error("the checkpoint is malformed")]
    Malformed,
    /// It is another log's.
    #[error("the checkpoint is for another log")]
    OtherLog,
    /// No valid signature by the log's key.
    #[error("the checkpoint is not signed by the log's key")]
    Signature,
}

impl Checkpoint {
    /// The three lines that are signed.
    #[must_use]
    pub fn text(&self) -> String {
        let root = Base64::encode_string(&self.root.0);
        [
            &self.origin,
            "\n",
            &write_number(self.size),
            "\n",
            &root,
            "\n",
        ]
        .concat()
    }

    /// Reads exactly those three lines.
    ///
    /// # Errors
    /// When they are anything else.
    pub fn parse(text: &str) -> Result<Self, CheckpointFault> {
        Self::read(text).ok_or(CheckpointFault::Malformed)
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let checkpoint = Self {
            origin: String::from(origin),
            size: read_number(size)?,
            root: FixedBytes(Base64::decode_vec(root).ok()?.try_into().ok()?),
        };
        // Writing it again refuses "+7", "007" and base64 with stray bits.
        (is_name(origin) && lines.next().is_none() && checkpoint.text() == text)
            .then_some(checkpoint)
    }
}

/// Signs a checkpoint. `None` if its origin cannot be the name of a key.
#[must_use]
pub fn sign(checkpoint: &Checkpoint, key: &SigningSecret) -> Option<String> {
    if !is_name(&checkpoint.origin) {
        return None;
    }
    let text = checkpoint.text();
    let mut signed = Vec::from(key_hash(&checkpoint.origin, &key.public()));
    signed.extend(key.sign_note(text.as_bytes()).0);
    let line = Base64::encode_string(&signed);
    Some(format!("{text}\n{DASH}{} {line}\n", checkpoint.origin))
}

/// Reads a signed checkpoint and checks the log's signature. Names the origin it must have, if known.
///
/// # Errors
/// When it is malformed, another log's, or not signed by this key.
pub fn verify(
    note: &str,
    log_key: &VerifyingKeyBytes,
    origin: Option<&str>,
) -> Result<Checkpoint, CheckpointFault> {
    let (text, signatures) = split_note(note).ok_or(CheckpointFault::Malformed)?;
    let checkpoint = Checkpoint::parse(text)?;
    if origin.is_some_and(|expected| expected != checkpoint.origin) {
        return Err(CheckpointFault::OtherLog);
    }
    let hash = key_hash(&checkpoint.origin, log_key);
    let signed = signatures
        .iter()
        .filter(|one| one.name == checkpoint.origin && one.key_hash == hash)
        .filter_map(|one| <[u8; 64]>::try_from(one.signature.as_slice()).ok())
        .any(|signature| {
            let signature: SignatureBytes = FixedBytes(signature);
            verify_note(log_key, text.as_bytes(), &signature).is_ok()
        });
    signed
        .then_some(checkpoint)
        .ok_or(CheckpointFault::Signature)
}

/// First 4 bytes of SHA-256(name | 0x0A | 0x01 | public key) (C2SP signed-note).
#[must_use]
pub fn key_hash(name: &str, key: &VerifyingKeyBytes) -> [u8; 4] {
    let message = [name.as_bytes(), b"\n", &[ED25519], &key.0].concat();
    *derive_sha256(&message)
        .first_chunk()
        .expect("4 of 32 bytes")
}

/// The key as other tools take it: `<name>+<key hash in hex>+<base64 of 0x01 | public key>`.
#[must_use]
pub fn verifier_key(name: &str, key: &VerifyingKeyBytes) -> String {
    let hash = u32::from_be_bytes(key_hash(name, key));
    let encoded = Base64::encode_string(&[&[ED25519], key.0.as_slice()].concat());
    format!("{name}+{hash:08x}+{encoded}")
}

/// One signature line of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// Name of the key.
    pub name: String,
    /// Which key of that name.
    pub key_hash: [u8; 4],
    /// What follows; 64 bytes for Ed25519.
    pub signature: Vec<u8>,
}

/// Splits a note into its signed text and its signature lines; at least one.
#[must_use]
pub fn split_note(note: &str) -> Option<(&str, Vec<NoteSignature>)> {
    let controls = |byte: u8| byte < 0x20 && byte != b'\n';
    if note.len() > MAX_NOTE || note.bytes().any(controls) {
        return None;
    }
    // The text ends with a newline of its own; the last blank line divides (C2SP signed-note).
    let divide = note
        .as_bytes()
        .windows(2)
        .rposition(|pair| pair == b"\n\n")?
        + 1;
    let (text, rest) = note.split_at_checked(divide)?;
    let lines = rest.strip_prefix('\n')?.strip_suffix('\n')?;
    let signatures = lines
        .split('\n')
        .map(read_signature)
        .collect::<Option<Vec<_>>>()?;
    Some((text, signatures))
}

fn read_signature(line: &str) -> Option<NoteSignature> {
    let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
    // base64ct refuses stray bits and missing padding by itself; a test holds it to that.
    let bytes = Base64::decode_vec(encoded).ok()?;
    let (key_hash, signature) = bytes.split_first_chunk()?;
    (is_name(name) && !signature.is_empty()).then(|| NoteSignature {
        name: String::from(name),
        key_hash: *key_hash,
        signature: signature.to_vec(),
    })
}

/// A number in decimal, without the machinery of formatting: pupils download this.
fn write_number(number: u64) -> String {
    let mut digits = Vec::new();
    let mut left = number;
    loop {
        digits.push(char::from(
            b"0123456789"[usize::try_from(left % 10).unwrap_or_default()],
        ));
        left /= 10;
        if left == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Digits as a number; whoever asks compares with what would be written.
fn read_number(digits: &str) -> Option<u64> {
    digits.bytes().try_fold(0_u64, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(u64::from(digit))
    })
}

/// A key name: not empty, no white space, no plus sign (C2SP signed-note).
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '+')
}
