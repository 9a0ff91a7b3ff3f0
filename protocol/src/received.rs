//! Opening envelopes as one party sees them. Each function checks everything its kind promises (slot, commitment,
//! body, length, padding, signature) before it gives out a word; all failures are the one [`OpenError`].

use alloc::vec::Vec;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::api::{MessageRow, ReleasedMessage};
use crate::content::{ContentKey, ContentPrk};
use crate::encoding::FixedBytes;
use crate::envelope::Envelope;
use crate::error::OpenError;
use crate::gateway::MailboxMessage;
use crate::header::{Header, Kind};
use crate::id::{CaseId, Hash, KeyId, SchoolId, SignatureBytes, VerifyingKeyBytes};
use crate::kdf::derive_sha256;
use crate::keys::{KemSecret, verify};
use crate::mailbox::Mailbox;
use crate::message::{SIGNATURE_LEN, signature_label};
use crate::notice::Notice;
use crate::own_slot::{self, OWN_LEN};
use crate::padding::unpad;
use crate::plaintext::{FollowUp, Note, Plaintext, Reply, Report};
use crate::slot::{OpenedSlot, SEALED_NOTICE_LEN, SlotPlace, WRAP_LEN};
use crate::thread::{Thread, derive_thread_id};

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

    /// Opens the notice alone. `thread` is needed for every kind but a first report.
    ///
    /// # Errors
    /// When there is no slot for this key, it is a dummy, or the thread is another.
    pub fn open_notice(&self, secret: &KemSecret, thread: Option<&Thread>) -> Result<Notice, OpenError> {
        let opened = self.open_slot(secret, thread)?;
        Ok(Notice::decode(&opened.notice, &self.header, self.is_mailbox_slot())?)
    }

    /// Opens a first report through this reader's slot.
    ///
    /// # Errors
    /// When anything does not hold.
    pub fn open_report(&self, secret: &KemSecret) -> Result<OpenedReport, OpenError> {
        self.expect(Kind::Report)?;
        let (prk, notice) = self.open_content(secret, None)?;
        let opened = self.read_report(&prk)?;
        // The notice must lead to the same log entries as the content does.
        match notice {
            Notice::Report(notice)
                if bool::from(notice.audit_key.ct_eq(opened.audit_key.as_ref())) =>
            {
                Ok(opened)
            }
            _ => Err(OpenError),
        }
    }

    /// Opens the pupil's own first report with the receipt code's keys.
    ///
    /// # Errors
    /// When anything does not hold, or the report inside names another mailbox.
    pub fn open_own_report(&self, mailbox: &Mailbox) -> Result<OpenedReport, OpenError> {
        self.expect(Kind::Report)?;
        let opened = self.read_report(&self.open_own(mailbox)?)?;
        if opened.report.mailbox_key == mailbox.signing().public() {
            Ok(opened)
        } else {
            Err(OpenError)
        }
    }

    /// Opens a follow-up through this reader's slot. `author` is `mailbox_key` of the thread's first report.
    ///
    /// # Errors
    /// When anything does not hold, above all when someone else signed it.
    pub fn open_follow_up(
        &self,
        secret: &KemSecret,
        thread: &Thread,
        author: &VerifyingKeyBytes,
    ) -> Result<FollowUp, OpenError> {
        self.expect(Kind::FollowUp)?;
        let (prk, _) = self.open_content(secret, Some(thread))?;
        self.read_signed(&prk, thread, |_| Some(*author))
    }

    /// Opens the pupil's own follow-up.
    ///
    /// # Errors
    /// When anything does not hold.
    pub fn open_own_follow_up(&self, mailbox: &Mailbox, thread: &Thread) -> Result<FollowUp, OpenError> {
        self.expect(Kind::FollowUp)?;
        let author = mailbox.signing().public();
        self.read_signed(&self.open_own(mailbox)?, thread, |_| Some(author))
    }

    /// Opens a reply, as the pupil (slot 0) or as a reader. `signer` finds an adult's signing key in the
    /// signed directory.
    ///
    /// # Errors
    /// When anything does not hold, above all when no adult of the directory signed it.
    pub fn open_reply(
        &self,
        secret: &KemSecret,
        thread: &Thread,
        signer: impl Fn(&KeyId) -> Option<VerifyingKeyBytes>,
    ) -> Result<Reply, OpenError> {
        self.expect(Kind::Reply)?;
        let (prk, _) = self.open_content(secret, Some(thread))?;
        self.read_signed(&prk, thread, |reply: &Reply| signer(&reply.by))
    }

    /// Opens a note.
    ///
    /// # Errors
    /// When anything does not hold, above all when no adult of the directory signed it.
    pub fn open_note(
        &self,
        secret: &KemSecret,
        thread: &Thread,
        signer: impl Fn(&KeyId) -> Option<VerifyingKeyBytes>,
    ) -> Result<Note, OpenError> {
        self.expect(Kind::Note)?;
        let (prk, _) = self.open_content(secret, Some(thread))?;
        self.read_signed(&prk, thread, |note: &Note| signer(&note.by))
    }

    fn expect(&self, kind: Kind) -> Result<(), OpenError> {
        if self.header.kind() == kind { Ok(()) } else { Err(OpenError) }
    }

    fn is_mailbox_slot(&self) -> bool {
        self.header.kind() == Kind::Reply && self.slot.as_ref().is_some_and(|slot| slot.index == 0)
    }

    fn open_slot(&self, secret: &KemSecret, thread: Option<&Thread>) -> Result<OpenedSlot, OpenError> {
        let slot = self.slot.as_ref().ok_or(OpenError)?;
        let key = *self.header.keys().get(usize::from(slot.index)).ok_or(OpenError)?;
        let thread = match (self.header.kind().in_thread(), thread) {
            (true, Some(thread)) => Some(thread),
            (true, None) => return Err(OpenError),
            (false, _) => None,
        };
        let place = SlotPlace {
            header_hash: self.hash,
            index: slot.index,
            key,
        };
        OpenedSlot::open(secret, place, thread, &slot.enc, &slot.notice.0)
    }

    fn open_content(
        &self,
        secret: &KemSecret,
        thread: Option<&Thread>,
    ) -> Result<(ContentPrk, Notice), OpenError> {
        let opened = self.open_slot(secret, thread)?;
        let notice = Notice::decode(&opened.notice, &self.header, self.is_mailbox_slot())?;
        let wrap = self.slot.as_ref().and_then(|slot| slot.wrap).ok_or(OpenError)?;
        let key = opened.open_wrap(&wrap.0, &self.commitment)?;
        Ok((self.committed(&key)?, notice))
    }

    fn open_own(&self, mailbox: &Mailbox) -> Result<ContentPrk, OpenError> {
        let own = self.own.as_ref().ok_or(OpenError)?;
        let key = own_slot::open(mailbox.self_key(), &self.hash, &self.commitment, own)?;
        self.committed(&key)
    }

    fn committed(&self, key: &ContentKey) -> Result<ContentPrk, OpenError> {
        key.derive_committed(&self.hash, &self.commitment)
    }

    fn open_body(&self, prk: &ContentPrk) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        prk.open_body(&self.header, self.body.as_deref().ok_or(OpenError)?)
    }

    fn read_report(&self, prk: &ContentPrk) -> Result<OpenedReport, OpenError> {
        let padded = self.open_body(prk)?;
        Ok(OpenedReport {
            report: Report::from_json(unpad(&padded)?)?,
            thread: Thread::derive(prk, self.thread_id()),
            audit_key: prk.audit_key(),
        })
    }

    fn read_signed<P: Plaintext>(
        &self,
        prk: &ContentPrk,
        thread: &Thread,
        signer: impl Fn(&P) -> Option<VerifyingKeyBytes>,
    ) -> Result<P, OpenError> {
        let label = signature_label(self.header.kind()).ok_or(OpenError)?;
        let body = self.open_body(prk)?;
        let (signature, padded) = body.split_first_chunk::<SIGNATURE_LEN>().ok_or(OpenError)?;
        let words = P::from_json(unpad(padded)?)?;
        let key = signer(&words).ok_or(OpenError)?;
        let parts: [&[u8]; 3] = [&self.hash.0, &thread.id().0, &derive_sha256(padded)];
        let signature: SignatureBytes = FixedBytes(*signature);
        verify(&key, label, &parts, &signature)?;
        Ok(words)
    }
}
