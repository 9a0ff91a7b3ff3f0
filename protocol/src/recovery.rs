//! Getting a reader's keys back with the help of colleagues (protocol 4.2). Nobody recovers alone.
//!
//! A reader's browser locks a copy of their keys under a random recovery key and splits that key 2-of-n by Shamir: a share
//! for each of two or three colleagues, sealed to them, and one that the printed account secret opens. So two colleagues,
//! or the paper and one colleague, give the keys back to whoever asked; one alone, the server, or an admin cannot.
//! Beside each share lies a mask with which its holder can show that it fits without showing it ([`drill`]).
//!
//! Does not stop two holders who plot together and also get hold of the copy, which an honest server gives only to
//! somebody who asked, in the open.

pub mod ask;
pub mod drill;
pub mod gift;
mod sealed;
mod set;
mod shares;

pub use set::{Kept, LEAST_HOLDERS, MOST_HOLDERS, Made, ShareSet, may_hold};
pub use shares::{KIT_PLACE, Share};

use zeroize::Zeroizing;

use crate::error::OpenError;
use crate::id::{Hash, SchoolId, SignatureBytes, StaffId, VerifyingKeyBytes};
use crate::kdf::derive_sha256;
use crate::keys::{SigningSecret, StaffSecret, verify};
use crate::label::Label;

/// Shares that must come together.
pub const THRESHOLD: usize = 2;

/// Puts keys together from any two good shares among these. Wrong ones among them do no harm.
///
/// # Errors
/// When no two of them fit the set, or the copy is another's.
pub fn recover(set: &ShareSet, copy: &[u8], given: &[Share]) -> Result<StaffSecret, OpenError> {
    for (at, first) in given.iter().enumerate() {
        for second in given.iter().skip(at + 1) {
            let Ok(key) = shares::combine(first, second) else {
                continue;
            };
            if let Ok(keys) = set.open_copy(&key, copy) {
                return Ok(keys);
            }
        }
    }
    Err(OpenError)
}

/// Signs a new sign-in secret and vault with the keys that the vault holds. `ask` is the hash of the request this answers;
/// zeros when the person was signed in.
#[must_use]
pub fn sign_new_secrets(
    keys: &SigningSecret,
    place: (SchoolId, StaffId),
    ask: &Hash,
    auth: &[u8; 32],
    vault: &[u8],
) -> SignatureBytes {
    let (place, hashes) = new_secrets(place, auth, vault);
    keys.sign(Label::NewSecrets, &[&place, &ask.0, hashes.as_ref()])
}

/// Checks [`sign_new_secrets`] with the key the directory lists for the person: only who holds the old keys can lock
/// them anew.
///
/// # Errors
/// When anything was changed or somebody else signed.
pub fn verify_new_secrets(
    key: &VerifyingKeyBytes,
    place: (SchoolId, StaffId),
    ask: &Hash,
    auth: &[u8; 32],
    vault: &[u8],
    signature: &SignatureBytes,
) -> Result<(), OpenError> {
    let (place, hashes) = new_secrets(place, auth, vault);
    let parts: [&[u8]; 3] = [&place, &ask.0, hashes.as_ref()];
    verify(key, Label::NewSecrets, &parts, signature)
}

/// school | account, and SHA-256(auth) | SHA-256(vault).
fn new_secrets(
    (school, staff): (SchoolId, StaffId),
    auth: &[u8; 32],
    vault: &[u8],
) -> ([u8; 32], Zeroizing<[u8; 64]>) {
    let mut place = [0; 32];
    place[..16].copy_from_slice(&school.to_bytes());
    place[16..].copy_from_slice(&staff.to_bytes());
    let mut hashes = Zeroizing::new([0; 64]);
    hashes[..32].copy_from_slice(&derive_sha256(auth));
    hashes[32..].copy_from_slice(&derive_sha256(vault));
    (place, hashes)
}
