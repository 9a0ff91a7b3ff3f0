//! What this node last signed or saw signed, so that nothing is ever signed that does not extend it (R19).
//!
//! Three facts are kept: `seen`, the newest committed head that this process knows; `ahead`, heads it has signed in
//! transactions that are not known to have committed, each the child of the one before; and the checkpoint file.
//! A head found in a transaction is either one of these, which costs a comparison, or a stranger (another node's, or
//! after a start), which must prove that it extends `seen` by a consistency proof of RFC 6962.
//!
//! When is the file written? After the commit of the act and before its answer leaves: whoever holds a checkpoint
//! can then be sure that the file knows it. The write is shared: while one is on its way to the disk, all acts that
//! commit meanwhile wait for the next one, which carries the newest of them. So the cost is one sync per group and
//! not per report, and it overlaps with the commit of the following group. Written before the commit instead, it
//! would name a checkpoint that a crash could take back, and the next start would refuse a healthy database.
//!
//! If the file cannot be written the act stands (it is committed, and a child waits for the answer); an error is
//! logged, readiness fails, and the next act tries again. Memory goes on being exact in the meantime.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use protocol::id::Hash;
use protocol::tree::verify_consistency;

use super::proof::Nodes;
use crate::checkpoint_file::{CheckpointFile, Point, Written};
use crate::store::{Head, StoreError, Transaction};

/// Ancestors remembered, so that a file written by a command beside the server is recognised without a proof.
const PAST: usize = 64;

/// See the module.
#[derive(Default)]
pub struct LastSigned {
    chain: Mutex<Chain>,
    file: Option<CheckpointFile>,
    /// Size that is on disk. Held while writing: whoever waits for it finds a newer one there.
    on_disk: tokio::sync::Mutex<u64>,
    file_fails: AtomicBool,
    rolled_back: AtomicBool,
}

#[derive(Default)]
struct Chain {
    seen: Option<Point>,
    /// The signed text of `seen`; empty at the start, when the file has it.
    note: String,
    past: VecDeque<Point>,
    ahead: Vec<Point>,
    /// What a command beside this server put into the file: the next head must extend it too.
    foreign: Option<Point>,
}

impl LastSigned {
    /// Remembers in a file too, and begins with what the file says.
    pub fn in_file(file: CheckpointFile) -> io::Result<Self> {
        let found = file.read()?;
        let seen = found.map(|(checkpoint, _)| (checkpoint.size, checkpoint.root));
        let chain = Chain {
            seen,
            ..Chain::default()
        };
        Ok(Self {
            chain: Mutex::new(chain),
            file: Some(file),
            on_disk: tokio::sync::Mutex::new(seen.map_or(0, |(size, _)| size)),
            ..Self::default()
        })
    }

    /// The newest committed head this process knows.
    pub fn seen(&self) -> Option<Point> {
        self.chain().seen
    }

    /// Whether the file could be written when it last had to be.
    pub fn file_is_fine(&self) -> bool {
        !self.file_fails.load(Ordering::Relaxed)
    }

    /// Whether the database was found to have gone back.
    pub fn is_rolled_back(&self) -> bool {
        self.rolled_back.load(Ordering::Relaxed)
    }

    /// Refuses a head that does not extend what was seen. `tx` holds the head, so what it shows is committed or was
    /// signed by this process inside the same transaction or group.
    pub async fn check(&self, tx: &mut Transaction, head: &Head) -> Result<(), StoreError> {
        let found = (head.size, head.root);
        let foreign = self.chain().foreign;
        if let Some(foreign) = foreign {
            self.prove(tx, foreign, found).await?;
            self.chain().knows_foreign(foreign);
        }
        let seen = {
            let mut chain = self.chain();
            if chain.knows_ahead(&found) {
                return Ok(());
            }
            match chain.seen {
                None => {
                    chain.saw(found, &head.checkpoint);
                    return Ok(());
                }
                Some(seen) => seen,
            }
        };
        self.prove(tx, seen, found).await?;
        self.chain().saw(found, &head.checkpoint);
        Ok(())
    }

    /// The same for a head that is only read. `seen` was taken before the transaction began: what was signed since
    /// is not in its view, and need not be.
    pub async fn vouch(
        &self,
        tx: &mut Transaction,
        seen: Option<Point>,
        head: &Head,
    ) -> Result<(), StoreError> {
        let found = (head.size, head.root);
        if let Some(seen) = seen {
            self.prove(tx, seen, found).await?;
        } else if self.file.is_some() && head.size > 0 {
            tracing::warn!(
                "there was no checkpoint file: from now on the log is remembered from where the database is"
            );
        }
        self.rolled_back.store(false, Ordering::Relaxed);
        let size = {
            let mut chain = self.chain();
            // An act on its way has a newer head in hand and will note it itself.
            if chain.seen == seen && chain.ahead.is_empty() && seen != Some(found) {
                chain.saw(found, &head.checkpoint);
            }
            chain.seen.map_or(0, |(size, _)| size)
        };
        self.flush(size).await;
        Ok(())
    }

    /// Notes a head that was signed and may or may not be committed.
    pub fn signed(&self, head: &Head) {
        self.chain().ahead.push((head.size, head.root));
    }

    /// Notes that a head is committed and returns when the file says so too, or has failed.
    pub async fn committed(&self, point: Point, note: &str) {
        self.chain().committed(point, note);
        self.flush(point.0).await;
    }

    /// Brings the file to at least this size. Acts that committed while another was writing find their turn with
    /// the newest of them: the first writes for all, the rest see that it is done.
    async fn flush(&self, size: u64) {
        let Some(file) = &self.file else { return };
        let mut on_disk = self.on_disk.lock().await;
        if *on_disk >= size {
            return;
        }
        let (newest, note, known) = {
            let chain = self.chain();
            let Some(newest) = chain.seen.filter(|_| !chain.note.is_empty()) else {
                return;
            };
            (newest, chain.note.clone(), chain.known())
        };
        let file = file.clone();
        let written =
            tokio::task::spawn_blocking(move || file.put(&note, |there| known.contains(there)));
        let failed = match written.await {
            Ok(Ok(Written::Yes)) => {
                *on_disk = newest.0;
                false
            }
            Ok(Ok(Written::Moved(there))) => {
                self.chain().foreign = Some(there);
                false
            }
            Ok(Err(error)) => {
                tracing::error!(error = %error, "the checkpoint file cannot be written");
                true
            }
            Err(_) => true,
        };
        self.file_fails.store(failed, Ordering::Relaxed);
    }

    async fn prove(
        &self,
        tx: &mut Transaction,
        (old, old_root): Point,
        (new, new_root): Point,
    ) -> Result<(), StoreError> {
        let extends = new >= old && {
            let proof = Nodes::new(tx).consistency(old, new).await?;
            extends((old, old_root), (new, new_root), &proof)
        };
        if extends {
            return Ok(());
        }
        self.rolled_back.store(true, Ordering::Relaxed);
        Err(StoreError::RolledBack {
            signed: old,
            found: new,
        })
    }

    fn chain(&self) -> MutexGuard<'_, Chain> {
        // Every change below is complete before anything can panic.
        self.chain.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn extends((old, old_root): Point, (new, new_root): Point, proof: &[Hash]) -> bool {
    old == 0 || verify_consistency(old, new, proof, &old_root, &new_root)
}

impl Chain {
    /// Whether this is the seen head or one signed on top of it. Those above it were taken back.
    fn knows_ahead(&mut self, found: &Point) -> bool {
        let above = match self.ahead.iter().position(|point| point == found) {
            Some(place) => place + 1,
            None if self.seen == Some(*found) => 0,
            None => return false,
        };
        self.ahead.truncate(above);
        true
    }

    fn saw(&mut self, found: Point, note: &str) {
        self.past.extend(self.seen.replace(found));
        note.clone_into(&mut self.note);
        self.ahead.clear();
        self.forget();
    }

    fn committed(&mut self, point: Point, note: &str) {
        let Some(place) = self.ahead.iter().position(|ahead| *ahead == point) else {
            return;
        };
        let passed: Vec<Point> = self.ahead.drain(..=place).collect();
        self.past.extend(self.seen);
        self.past.extend(&passed[..place]);
        self.seen = Some(point);
        note.clone_into(&mut self.note);
        self.forget();
    }

    fn knows_foreign(&mut self, foreign: Point) {
        if self.foreign == Some(foreign) {
            self.foreign = None;
            self.past.push_back(foreign);
            self.forget();
        }
    }

    fn known(&self) -> Vec<Point> {
        self.past.iter().chain(&self.seen).copied().collect()
    }

    fn forget(&mut self) {
        while self.past.len() > PAST {
            self.past.pop_front();
        }
    }
}
