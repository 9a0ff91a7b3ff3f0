//! Adults by their keys, as the signed directory names them; never as the server does.

use protocol::audit::NO_KEY;
use protocol::directory::Entry;
use protocol::id::{KeyId, VerifyingKeyBytes};
use protocol::keys::derive_key_words;

use super::message::Adult;
use crate::school::KnownSchool;
use crate::text;

/// The adult behind a key; `None` for the pupil, the system, and keys no directory names.
#[must_use]
pub fn adult(school: &KnownSchool, key: &KeyId) -> Option<Adult> {
    if *key == NO_KEY {
        return None;
    }
    school.directory().entry(key).map(named)
}

/// The adult of a directory entry.
#[must_use]
pub fn named(entry: &Entry) -> Adult {
    Adult {
        key: entry.key_id,
        name: entry.name.clone(),
        role: entry.role,
    }
}

/// The key a message must be signed with, if its author is an adult of this school.
#[must_use]
pub fn signing_key(school: &KnownSchool, key: &KeyId) -> Option<VerifyingKeyBytes> {
    school.directory().entry(key).map(|entry| entry.signing)
}

/// Six words of both public keys of an adult, to compare face to face.
#[must_use]
pub fn key_words(key: &KeyId, signing: &VerifyingKeyBytes) -> Vec<String> {
    text::six_words(&derive_key_words(key, signing).0)
}
