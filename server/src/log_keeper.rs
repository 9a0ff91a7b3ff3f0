//! Keeps the audit log: every act of record becomes a leaf, its opening and a new signed checkpoint, in the
//! transaction of the act itself (protocol 6.2 step 3). If one is not written, none is.
//!
//! Appending reads the head and writes a handful of rows, whatever the size of the log; proofs read a few rows
//! per level of sixteen. Promises that places have no gaps, that a damaged head is not signed over, and that nothing
//! is signed which does not extend the last checkpoint this node signed or saw (R19; `last_signed.rs`).
//! Does not yet ask witnesses: `record_all` is the place for that.

mod edge;
mod last_signed;
mod proof;
mod whole;

use std::io;
use std::path::PathBuf;

use protocol::api::{AuditPage, Consistency, LeavesPage, ProvenEntry, limit};
use protocol::audit::{Entry, Kind, Reason, SCHOOL_TAG, derive_case_tag, derive_leaf};
use protocol::checkpoint::{self, Checkpoint};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{CaseId, Hash, KeyId, SchoolId, VerifyingKeyBytes};
use protocol::keys::SigningSecret;
use protocol::tree::empty_root;
use rand_core::CryptoRng;

use crate::checkpoint_file::CheckpointFile;
use crate::store::{Database, Head, NewLeaf, StoreError, StoredOpening, Transaction};
use last_signed::LastSigned;
use proof::Nodes;
pub use whole::complaint;

/// What happened, as the log will say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Something about a case. Its entry carries the next tag of that case.
    Case {
        /// Which case.
        case: CaseId,
        /// What happened.
        kind: Kind,
        /// The reader's key, or `audit::NO_KEY` for a pupil's act.
        key: KeyId,
        /// Exactly for `Kind::Released`.
        reason: Option<Reason>,
        /// Hour; for a pupil's act `Moment::half_day_hour`.
        hour: u32,
        /// SHA-256 of the envelope, or zeros.
        envelope: Hash,
    },
    /// Something about the school itself.
    School {
        /// What happened.
        kind: Kind,
        /// The key of whom it concerns, or `audit::NO_KEY`.
        key: KeyId,
        /// Hour.
        hour: u32,
        /// Directory hash, or SHA-256 of what was done.
        what: Hash,
    },
}

/// A written entry. Commit the transaction it was written in with [`LogKeeper::commit`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the log.
    pub index: u64,
    /// The checkpoint that covers it.
    pub checkpoint: String,
    /// Root of the tree at that checkpoint.
    root: Hash,
}

/// Signs the log. Holds the log's private key.
pub struct LogKeeper {
    key: SigningSecret,
    origin: String,
    last: LastSigned,
}

impl LogKeeper {
    /// A keeper for the log called `origin`, such as `reports.example.school/log`. `None` if that is no name for a
    /// log: empty, or with white space or a plus sign.
    #[must_use]
    pub fn new(key: SigningSecret, origin: &str) -> Option<Self> {
        let keeper = Self {
            key,
            origin: origin.to_owned(),
            last: LastSigned::default(),
        };
        keeper.sign(0, empty_root()).is_some().then_some(keeper)
    }

    /// The same keeper, remembering the last signed checkpoint in a file outside the database.
    pub fn remembering(self, file: PathBuf) -> io::Result<Self> {
        let file = CheckpointFile::new(file, self.verifying_key());
        Ok(Self {
            last: LastSigned::in_file(file)?,
            ..self
        })
    }

    /// Compares the database with the last signed checkpoint: before the first visitor, and every minute after.
    /// An error says what is wrong and what to do, and nothing is signed until it is gone.
    pub async fn vouch(&self, database: &Database) -> Result<(), StoreError> {
        let seen = self.last.seen();
        let mut tx = database.read().await?;
        let head = tx.log_head().await?;
        edge::check(&head)?;
        if head.size > 0 && checkpoint::verify(&head.checkpoint, &self.key.public(), None).is_err()
        {
            return Err(StoreError::OtherServersLog);
        }
        self.last.vouch(&mut tx, seen, &head).await
    }

    /// Whether the log can be relied on: not rolled back, and its file can be written.
    pub fn complaint(&self) -> Option<&'static str> {
        if self.last.is_rolled_back() {
            Some("the database has gone back in time; nothing is signed")
        } else if self.last.file_is_fine() {
            None
        } else {
            Some("the checkpoint file cannot be written")
        }
    }

    /// Commits a transaction; `recorded` is the last entry that was recorded in it, if any was. When this returns,
    /// the checkpoint file knows it too.
    pub async fn commit<'a>(
        &self,
        tx: Transaction,
        recorded: impl Into<Option<&'a Recorded>> + Send,
    ) -> Result<(), StoreError> {
        tx.commit().await?;
        if let Some(recorded) = recorded.into() {
            let point = (recorded.index + 1, recorded.root);
            self.last.committed(point, &recorded.checkpoint).await;
        }
        Ok(())
    }

    /// The public key, as the signed directory names it.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKeyBytes {
        self.key.public()
    }

    /// Name of the log.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Appends what happened. Do it last in the transaction (see `store`).
    pub async fn record(
        &self,
        tx: &mut Transaction,
        school: SchoolId,
        act: &Act,
        rng: &mut (impl CryptoRng + Send),
    ) -> Result<Recorded, StoreError> {
        let recorded = self.record_all(tx, &[(school, act.clone())], rng).await?;
        recorded.ok_or(StoreError::Log("nothing was recorded"))
    }

    /// Appends everything that happened, in this order, under one checkpoint; says where the last of it is.
    pub async fn record_all(
        &self,
        tx: &mut Transaction,
        acts: &[(SchoolId, Act)],
        rng: &mut (impl CryptoRng + Send),
    ) -> Result<Option<Recorded>, StoreError> {
        let mut written = Vec::with_capacity(acts.len());
        for (school, act) in acts {
            let mut salt = [0; 32];
            rng.fill_bytes(&mut salt);
            let (case, entry) = entry_of(tx, *school, act).await?;
            written.push((*school, case, entry.encode(), FixedBytes(salt)));
        }
        if written.is_empty() {
            return Ok(None);
        }
        let mut head = tx.lock_log_head().await?;
        edge::check(&head)?;
        self.last.check(tx, &head).await?;
        let mut leaves = Vec::with_capacity(written.len());
        let mut nodes = Vec::new();
        for (school, case, entry, salt) in &written {
            let leaf = derive_leaf(salt, entry);
            leaves.push(NewLeaf {
                school: *school,
                case: *case,
                index: head.size,
                leaf,
                entry,
                salt: *salt,
            });
            nodes.extend(edge::append(&mut head, &leaf));
        }
        head.checkpoint = self
            .sign(head.size, head.root)
            .ok_or(StoreError::Log("its name cannot be signed"))?;
        tx.append_to_log(&leaves, &nodes, &head).await?;
        self.last.signed(&head);
        Ok(Some(Recorded {
            index: head.size - 1,
            root: head.root,
            checkpoint: head.checkpoint,
        }))
    }

    /// The newest signed checkpoint.
    pub async fn checkpoint(&self, tx: &mut Transaction) -> Result<String, StoreError> {
        let head = tx.log_head().await?;
        self.checkpoint_of(&head)
    }

    /// Number of entries.
    pub async fn size(&self, tx: &mut Transaction) -> Result<u64, StoreError> {
        Ok(tx.log_head().await?.size)
    }

    /// Every entry of a case, oldest first, each proven at the checkpoint that comes with them.
    pub async fn case_entries(
        &self,
        tx: &mut Transaction,
        school: SchoolId,
        case: CaseId,
    ) -> Result<(Vec<ProvenEntry>, String), StoreError> {
        let head = tx.log_head().await?;
        let openings = tx.case_openings(school, case).await?;
        let entries = prove(tx, openings, head.size).await?;
        Ok((entries, self.checkpoint_of(&head)?))
    }

    /// Entries of a school before a place, newest first.
    pub async fn audit_page(
        &self,
        tx: &mut Transaction,
        school: SchoolId,
        before: Option<u64>,
    ) -> Result<AuditPage, StoreError> {
        let head = tx.log_head().await?;
        let (openings, next) = tx
            .school_openings(school, before.unwrap_or(u64::MAX), limit::OPENINGS_PAGE)
            .await?;
        Ok(AuditPage {
            entries: prove(tx, openings, head.size).await?,
            checkpoint: self.checkpoint_of(&head)?,
            next,
        })
    }

    /// Proof that the log of size `to` (the newest, if not named) begins with the log of size `from`. `None` when
    /// the log never had these sizes, such as when a client has seen more of it than there is.
    pub async fn consistency(
        &self,
        tx: &mut Transaction,
        from: u64,
        to: Option<u64>,
    ) -> Result<Option<Consistency>, StoreError> {
        let size = tx.log_head().await?.size;
        let to = to.unwrap_or(size);
        if from > to || to > size {
            return Ok(None);
        }
        let proof = Nodes::new(tx).consistency(from, to).await?;
        Ok(Some(Consistency { from, to, proof }))
    }

    /// Leaf data from a place on, for anyone who rebuilds the tree.
    pub async fn leaves(&self, tx: &mut Transaction, from: u64) -> Result<LeavesPage, StoreError> {
        let from = from.min(i64::MAX.unsigned_abs());
        Ok(LeavesPage {
            from,
            leaves: tx.leaves(from, limit::LEAVES_PAGE).await?,
        })
    }

    fn checkpoint_of(&self, head: &Head) -> Result<String, StoreError> {
        if head.size > 0 {
            return Ok(head.checkpoint.clone());
        }
        self.sign(0, empty_root())
            .ok_or(StoreError::Log("its name cannot be signed"))
    }

    fn sign(&self, size: u64, root: Hash) -> Option<String> {
        let checkpoint = Checkpoint {
            origin: self.origin.clone(),
            size,
            root,
        };
        checkpoint::sign(&checkpoint, &self.key)
    }
}

/// The canonical entry; counts up the tags of a case, which also locks it.
async fn entry_of(
    tx: &mut Transaction,
    school: SchoolId,
    act: &Act,
) -> Result<(Option<CaseId>, Entry), StoreError> {
    let (case, entry) = match *act {
        Act::Case {
            case,
            kind,
            key,
            reason,
            hour,
            envelope,
        } => {
            let (audit_key, counter) = tx
                .next_audit_number(school, case)
                .await?
                .ok_or(StoreError::Log("an entry for a case that is not there"))?;
            let entry = Entry {
                kind,
                case_tag: derive_case_tag(&audit_key, counter),
                key_id: key,
                reason,
                hour,
                envelope,
            };
            (Some(case), entry)
        }
        Act::School {
            kind,
            key,
            hour,
            what,
        } => {
            let entry = Entry {
                kind,
                case_tag: SCHOOL_TAG,
                key_id: key,
                reason: None,
                hour,
                envelope: what,
            };
            (None, entry)
        }
    };
    // What the log can never take back must at least be readable by everyone who checks it.
    if Entry::decode(&entry.encode()).as_ref() != Ok(&entry) {
        return Err(StoreError::Log("an entry that no reader would accept"));
    }
    Ok((case, entry))
}

async fn prove(
    tx: &mut Transaction,
    openings: Vec<StoredOpening>,
    size: u64,
) -> Result<Vec<ProvenEntry>, StoreError> {
    let mut nodes = Nodes::new(tx);
    let mut entries = Vec::with_capacity(openings.len());
    for opening in openings {
        entries.push(ProvenEntry {
            index: opening.index,
            entry: Bytes(opening.entry),
            salt: opening.salt,
            proof: nodes.inclusion(opening.index, size).await?,
        });
    }
    Ok(entries)
}
