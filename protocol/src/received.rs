//! Opening envelopes as one party sees them. Each function checks everything its kind promises (slot, commitment,
//! body, length, padding, signature) before it gives out a word; all failures are the one [`OpenError`].

mod open;

use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::api::{MessageRow, ReleasedMessage};
use crate::encoding::FixedBytes;
use crate::envelope::Envelope;
use crate::error::OpenError;
use crate::gateway::MailboxMessage;
use crate::header::Header;
use crate::id::{CaseId, Hash, SchoolId};
use crate::kdf::derive_sha256;
use crate::own_slot::OWN_LEN;
use crate::plaintext::Report;
use crate::slot::{SEALED_NOTICE_LEN, WRAP_LEN};
use crate::thread::{Thread, derive_thread_id};

pub use open::Way;

/// One envelope as one party received it: perhaps only the notice, perhaps everything.
#[derive(Clone)]
pub struct Received {
    header: Header,
    hash: Hash,
    commitment: Hash,
    body_hash: Hash,
    own: Option<FixedBytes<OWN_LEN>>,
    slot: Option<ReceivedSlot>,
    body: Option<Vec<u8>>,
}

#[derive(Clone)]
struct ReceivedSlot {
    index: u8,
    enc: Vec<u8>,
    notice: FixedBytes<SEALED_NOTICE_LEN>,
    wrap: Option<FixedBytes<WRAP_LEN>>,
}

/// A first report with what follows from having opened it.
#[derive(Clone)]
pub struct OpenedReport {
    /// What the pupil wrote.
    pub report: Report,
    /// The thread it starts.
    pub thread: Thread,
    /// Finds the case's entries in the audit log.
    pub audit_key: Zeroizing<[u8; 32]>,
}

impl Received {
    /// An envelope as listed for a reader: its notice can be opened, its content not.
    ///
    /// # Errors
    /// When the row is malformed or belongs to another school or case.
    pub fn from_row(row: &MessageRow, school: SchoolId, case: CaseId) -> Result<Self, OpenError> {
        let header = Header::decode(&row.header.0)?;
        if header.school() != school || header.case() != case {
            return Err(OpenError);
        }
        Ok(Self {
            hash: header.hash(),
            header,
            commitment: row.commitment,
            body_hash: row.body_hash,
            own: None,
            slot: row.slot.as_ref().map(|slot| ReceivedSlot {
                index: slot.index,
                enc: slot.enc.0.clone(),
                notice: slot.notice,
                wrap: None,
            }),
            body: None,
        })
    }

    /// An envelope released to a reader.
    ///
    /// # Errors
    /// When it is malformed, belongs elsewhere, or its body is not the one that was listed.
    pub fn from_released(
        message: &ReleasedMessage,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Self, OpenError> {
        let mut received = Self::from_row(&message.row, school, case)?;
        if let Some(slot) = &mut received.slot {
            slot.wrap = message.wrap;
        }
        received.with_body(&message.body.0)
    }

    /// An envelope from the pupil's mailbox.
    ///
    /// # Errors
    /// When it is malformed or belongs to another school or case.
    pub fn from_mailbox(
        message: &MailboxMessage,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Self, OpenError> {
        let row = MessageRow {
            header: message.header.clone(),
            commitment: message.commitment,
            body_hash: FixedBytes(derive_sha256(&message.body.0)),
            slot: None,
            hour: 0,
        };
        let mut received = Self::from_row(&row, school, case)?;
        received.own = message.own;
        received.slot = message.slot.as_ref().map(|slot| ReceivedSlot {
            index: 0,
            enc: slot.enc.0.clone(),
            notice: slot.notice,
            wrap: Some(slot.wrap),
        });
        received.with_body(&message.body.0)
    }

    /// A whole envelope through one of its slots, or through none.
    #[must_use]
    pub fn from_envelope(envelope: &Envelope, index: Option<u8>) -> Self {
        let slot = index.and_then(|index| {
            let slot = envelope.slots.get(usize::from(index))?;
            Some(ReceivedSlot {
                index,
                enc: slot.enc.to_vec(),
                notice: slot.notice,
                wrap: Some(slot.wrap),
            })
        });
        Self {
            hash: envelope.header.hash(),
            header: envelope.header.clone(),
            commitment: envelope.commitment,
            body_hash: envelope.body_hash(),
            own: envelope.own,
            slot,
            body: Some(envelope.body.clone()),
        }
    }

    fn with_body(mut self, body: &[u8]) -> Result<Self, OpenError> {
        if derive_sha256(body) != self.body_hash.0 {
            return Err(OpenError);
        }
        self.body = Some(body.to_vec());
        Ok(self)
    }

    /// The open part.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The thread this envelope would start; meaningful for a first report.
    #[must_use]
    pub fn thread_id(&self) -> Hash {
        derive_thread_id(&self.hash, &self.commitment, &self.body_hash)
    }
}
