//! The rules by which a client believes a directory (protocol 5). All of them, in one function.

use alloc::vec::Vec;

use super::Directory;
use super::encode::directory_hash;
use crate::api::{RootSignature, SignedDirectory};
use crate::day::Day;
use crate::id::{Hash, VerifyingKeyBytes};
use crate::keys;
use crate::label::Label;
use crate::root::{MAX_ROOT_KEYS, RootSet};

/// What a client knows before it looks at a directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The poster's fingerprint. Without it the client trusts on first use and must say so.
    pub fingerprint: Option<Hash>,
    /// The poster's least version.
    pub least_version: u32,
    /// Version and hash seen earlier in this session.
    pub last_seen: Option<(u32, Hash)>,
}

/// A directory that kept every rule on the day it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedDirectory {
    directory: Directory,
    hash: Hash,
    root: RootSet,
    signers: Vec<VerifyingKeyBytes>,
    pinned: bool,
}

/// Why a directory is not believed. Nothing may be sealed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryFault {
    /// Root set or directory are not in their formats.
    #[error("the directory is malformed")]
    Malformed,
    /// The root set is not the poster's.
    #[error("the root keys are not those of the poster")]
    Fingerprint,
    /// It is another school's directory.
    #[error("the directory is for another school than its root keys")]
    OtherSchool,
    /// Fewer distinct root keys signed than must.
    #[error("too few root keys signed the directory")]
    Signatures,
    /// Past its last day.
    #[error("the directory has expired")]
    Expired,
    /// Older than the poster or than one seen before.
    #[error("the directory is older than one already known")]
    RolledBack,
    /// Same version as one seen before, but not the same bytes.
    #[error("two different directories carry the same version")]
    Forked,
}

/// Checks everything a client must check before it seals to a directory's keys.
///
/// # Errors
/// Names the first rule that was broken.
pub fn verify(
    signed: &SignedDirectory,
    known: &Known,
    today: Day,
) -> Result<VerifiedDirectory, DirectoryFault> {
    let root = RootSet::decode(&signed.root.0).map_err(|_| DirectoryFault::Malformed)?;
    let fingerprint = root.fingerprint();
    if known
        .fingerprint
        .is_some_and(|pinned| pinned != fingerprint)
    {
        return Err(DirectoryFault::Fingerprint);
    }
    let directory =
        Directory::decode(&signed.directory.0).map_err(|_| DirectoryFault::Malformed)?;
    if directory.school != root.school() {
        return Err(DirectoryFault::OtherSchool);
    }
    let hash = directory_hash(&signed.directory.0);
    let signers = valid_signers(&root, &hash, &signed.signatures);
    if signers.len() < usize::from(root.threshold()) {
        return Err(DirectoryFault::Signatures);
    }
    if directory.expires_day < today {
        return Err(DirectoryFault::Expired);
    }
    if directory.version < known.least_version {
        return Err(DirectoryFault::RolledBack);
    }
    if let Some((version, seen)) = known.last_seen {
        if directory.version < version {
            return Err(DirectoryFault::RolledBack);
        }
        if directory.version == version && hash != seen {
            return Err(DirectoryFault::Forked);
        }
    }
    Ok(VerifiedDirectory {
        directory,
        hash,
        root,
        signers,
        pinned: known.fingerprint.is_some(),
    })
}

/// The distinct root keys with a valid signature, in the order of the root set: nobody counts twice.
pub(super) fn valid_signers(
    root: &RootSet,
    hash: &Hash,
    signatures: &[RootSignature],
) -> Vec<VerifyingKeyBytes> {
    // Honest signers send one each; a stranger's pile of them is not worth checking.
    if signatures.len() > MAX_ROOT_KEYS {
        return Vec::new();
    }
    let signed = |key: &&VerifyingKeyBytes| {
        let mut offered = signatures.iter().filter(|one| one.root_key == **key);
        offered
            .any(|one| keys::verify(key, Label::DirectorySig, &[&hash.0], &one.signature).is_ok())
    };
    root.keys().iter().filter(signed).copied().collect()
}

impl VerifiedDirectory {
    /// The directory.
    #[must_use]
    pub const fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Its hash, as envelope headers carry it.
    #[must_use]
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The root set that speaks for the school.
    #[must_use]
    pub const fn root(&self) -> &RootSet {
        &self.root
    }

    /// The root keys that signed.
    #[must_use]
    pub fn signers(&self) -> &[VerifyingKeyBytes] {
        &self.signers
    }

    /// False when the fingerprint was not known beforehand: the page must say so.
    #[must_use]
    pub const fn is_pinned(&self) -> bool {
        self.pinned
    }

    /// Version and hash, for [`Known::last_seen`].
    #[must_use]
    pub const fn seen(&self) -> (u32, Hash) {
        (self.directory.version, self.hash)
    }
}
