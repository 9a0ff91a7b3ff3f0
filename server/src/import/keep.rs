//! What a school begins with, kept with the log entry of its first directory: by an import, or by a founding.

use protocol::api::{Contacts, SignedDirectory};
use protocol::audit::{Kind, NO_KEY};
use protocol::directory::VerifiedDirectory;
use protocol::encoding::Bytes;
use protocol::id::{Hash, SchoolId};

use super::{ImportError, Into, wrong};
use crate::log_keeper::{Act, Recorded};
use crate::store::{NewStaff, School, Transaction};

/// What a school begins with, everything checked.
pub struct Parts<'a> {
    /// The school.
    pub school: &'a School,
    /// Version 1 of its directory.
    pub directory: &'a SignedDirectory,
    /// The X-Wing public key of every reader it names.
    pub public_keys: &'a [Bytes],
    /// Accounts.
    pub accounts: &'a [NewStaff],
    /// Who answers for its data.
    pub contacts: Option<&'a Contacts>,
}

/// Keeps a school that was imported or founded, with the log entry of its first directory. The caller commits.
pub async fn keep(
    transaction: &mut Transaction,
    parts: &Parts<'_>,
    verified: &VerifiedDirectory,
    into: &Into<'_>,
) -> Result<Recorded, ImportError> {
    let school = parts.school.id;
    if !transaction.insert_school(parts.school).await? {
        return Err(wrong("a school with this id, slug or host is here already"));
    }
    let recorded = keep_directory(transaction, parts, verified, into).await?;
    for account in parts.accounts {
        if !transaction.insert_staff(account).await? {
            return Err(wrong(&format!(
                "the sign-in name {:?} appears twice",
                account.view.user
            )));
        }
        let version = verified.directory().version;
        transaction
            .set_told_version(school, account.view.staff, version)
            .await?;
    }
    if let Some(contacts) = parts.contacts {
        transaction.set_contacts(school, contacts).await?;
    }
    Ok(recorded)
}

async fn keep_directory(
    transaction: &mut Transaction,
    parts: &Parts<'_>,
    verified: &VerifiedDirectory,
    into: &Into<'_>,
) -> Result<Recorded, ImportError> {
    let school = parts.school.id;
    for entry in &verified.directory().entries {
        if let Some(key) = entry.find_key(parts.public_keys) {
            transaction
                .put_public_key(school, &entry.key_id, &key.to_bytes())
                .await?;
        }
    }
    let hash = verified.hash();
    let recorded = record(transaction, school, Kind::DirectoryVersion, hash, into).await?;
    let index = recorded.index;
    let signed = parts.directory;
    let kept = transaction
        .insert_directory(school, 1, &hash, &signed.root.0, &signed.directory.0, index)
        .await?;
    if !kept {
        return Err(wrong("this school has a directory already"));
    }
    for signature in signed
        .signatures
        .iter()
        .filter(|one| verified.signers().contains(&one.root_key))
    {
        transaction
            .add_directory_signature(school, &hash, signature)
            .await?;
    }
    Ok(recorded)
}

/// What the server itself did to a school goes into its log, under nobody's key.
pub(super) async fn record(
    transaction: &mut Transaction,
    school: SchoolId,
    kind: Kind,
    what: Hash,
    into: &Into<'_>,
) -> Result<Recorded, ImportError> {
    let act = Act::School {
        kind,
        key: NO_KEY,
        hour: into.now.hour(),
        what,
    };
    let mut rng = into.randomness.make_rng();
    Ok(into.log.record(transaction, school, &act, &mut rng).await?)
}
