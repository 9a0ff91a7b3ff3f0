//! The log as this session has seen it: every later answer must extend the first one.

use protocol::api::Consistency;
use protocol::checkpoint::{self, Checkpoint};
use protocol::id::VerifyingKeyBytes;
use protocol::tree::verify_consistency;

/// First and newest checkpoint of the session.
pub struct LogWatch {
    first: Checkpoint,
    last: Checkpoint,
}

/// The log does not hold: nothing it vouches for may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogBroken;

impl LogWatch {
    /// Starts from a signed checkpoint.
    pub fn begin(note: &str, key: &VerifyingKeyBytes) -> Result<Self, LogBroken> {
        let first = checkpoint::verify(note, key, None).map_err(|_| LogBroken)?;
        Ok(Self {
            last: first.clone(),
            first,
        })
    }

    /// Size of the log as last seen; requests name it, so that the answer proves nothing before it changed.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.last.size
    }

    /// A later checkpoint, proven to extend the last one. Anything else leaves this session as it was.
    pub fn advance(
        &mut self,
        note: &str,
        key: &VerifyingKeyBytes,
        consistency: &Consistency,
    ) -> Result<Checkpoint, LogBroken> {
        let checkpoint = self.read(note, key)?;
        let named = consistency.from == self.last.size && consistency.to == checkpoint.size;
        if !named || !extends(&self.last, &checkpoint, consistency) {
            return Err(LogBroken);
        }
        self.last = checkpoint.clone();
        Ok(checkpoint)
    }

    /// Reads a checkpoint of this log.
    pub fn read(&self, note: &str, key: &VerifyingKeyBytes) -> Result<Checkpoint, LogBroken> {
        checkpoint::verify(note, key, Some(&self.first.origin)).map_err(|_| LogBroken)
    }

    /// True if the checkpoint is proven to extend the first one of this session.
    #[must_use]
    pub fn extends_first(&self, checkpoint: &Checkpoint, consistency: &Consistency) -> bool {
        consistency.from == self.first.size
            && consistency.to == checkpoint.size
            && extends(&self.first, checkpoint, consistency)
    }

    /// Size of the log when the session began.
    #[must_use]
    pub const fn first_size(&self) -> u64 {
        self.first.size
    }
}

fn extends(before: &Checkpoint, now: &Checkpoint, consistency: &Consistency) -> bool {
    // An empty log is the beginning of every log (RFC 6962 has no proof for it).
    before.size == 0
        || verify_consistency(
            before.size,
            now.size,
            &consistency.proof,
            &before.root,
            &now.root,
        )
}
