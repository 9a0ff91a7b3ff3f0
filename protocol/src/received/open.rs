//! The checks that stand between a received envelope and its words.

use alloc::vec::Vec;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{OpenedReport, Received};
use crate::content::{ContentKey, ContentPrk};
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::header::Kind;
use crate::id::{Hash, KeyId, SignatureBytes, VerifyingKeyBytes};
use crate::kdf::derive_sha256;
use crate::keys::{KemSecret, verify};
use crate::mailbox::Mailbox;
use crate::message::{SIGNATURE_LEN, signature_label};
use crate::notice::{Notice, ReportNotice};
use crate::own_slot;
use crate::padding::unpad;
use crate::plaintext::{FollowUp, Note, Plaintext, Reply, Report};
use crate::rewrap::Rewrap;
use crate::slot::{OpenedSlot, SlotPlace};
use crate::thread::Thread;

/// How a reader comes to the content key of an envelope.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// Through their own slot.
    Slot(&'a KemSecret),
    /// Through a re-wrap, which gave them the key itself. It is still checked against the commitment.
    Key(&'a ContentKey),
}

impl<'a> From<&'a KemSecret> for Way<'a> {
    fn from(secret: &'a KemSecret) -> Self {
        Self::Slot(secret)
    }
}

impl<'a> From<&'a ContentKey> for Way<'a> {
    fn from(key: &'a ContentKey) -> Self {
        Self::Key(key)
    }
}

impl Received {
    /// Opens the notice alone. `thread` is needed for every kind but a first report.
    ///
    /// # Errors
    /// When there is no slot for this key, it is a dummy, or the thread is another.
    pub fn open_notice(
        &self,
        secret: &KemSecret,
        thread: Option<&Thread>,
    ) -> Result<Notice, OpenError> {
        let opened = self.open_slot(secret, thread)?;
        Ok(Notice::decode(
            &opened.notice,
            &self.header,
            self.is_mailbox_slot(),
        )?)
    }

    /// Opens a first report through this reader's slot.
    ///
    /// # Errors
    /// When anything does not hold.
    pub fn open_report(&self, secret: &KemSecret) -> Result<OpenedReport, OpenError> {
        self.expect(Kind::Report)?;
        let (prk, notice) = self.open_content(secret.into(), None)?;
        let opened = self.read_report(&prk)?;
        // The notice must lead to the same log entries as the content does.
        match notice {
            Some(Notice::Report(notice))
                if bool::from(notice.audit_key.ct_eq(opened.audit_key.as_ref())) =>
            {
                Ok(opened)
            }
            _ => Err(OpenError),
        }
    }

    /// Opens a first report with the content key of a re-wrap, whose notice must lead to the same log entries.
    ///
    /// # Errors
    /// When anything does not hold.
    pub fn open_rewrapped_report(
        &self,
        key: &ContentKey,
        notice: &ReportNotice,
    ) -> Result<OpenedReport, OpenError> {
        self.expect(Kind::Report)?;
        let opened = self.read_report(&self.committed(key)?)?;
        if bool::from(notice.audit_key.ct_eq(opened.audit_key.as_ref())) {
            Ok(opened)
        } else {
            Err(OpenError)
        }
    }

    /// Gives the content key itself, for a re-wrap; checked against the commitment like any other.
    ///
    /// # Errors
    /// When there is no slot for this key, it is a dummy, or the thread is another.
    pub fn open_key(
        &self,
        secret: &KemSecret,
        thread: Option<&Thread>,
    ) -> Result<ContentKey, OpenError> {
        Ok(self.open_wrapped(secret, thread)?.0)
    }

    /// Opens a re-wrap. `thread` is the thread id of the case's first report, as listed.
    ///
    /// # Errors
    /// When anything does not hold, above all when no adult of the directory signed it for this thread.
    pub fn open_rewrap(
        &self,
        secret: &KemSecret,
        thread: &Hash,
        signer: impl Fn(&KeyId) -> Option<VerifyingKeyBytes>,
    ) -> Result<Rewrap, OpenError> {
        self.expect(Kind::Rewrap)?;
        let (prk, _) = self.open_content(secret.into(), None)?;
        let rewrap = self.read_signed(&prk, thread, |rewrap: &Rewrap| signer(&rewrap.by))?;
        if rewrap.is_whole() {
            Ok(rewrap)
        } else {
            Err(OpenError)
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
    pub fn open_follow_up<'a>(
        &self,
        way: impl Into<Way<'a>>,
        thread: &Thread,
        author: &VerifyingKeyBytes,
    ) -> Result<FollowUp, OpenError> {
        self.expect(Kind::FollowUp)?;
        let (prk, _) = self.open_content(way.into(), Some(thread))?;
        self.read_signed(&prk, &thread.id(), |_| Some(*author))
    }

    /// Opens the pupil's own follow-up.
    ///
    /// # Errors
    /// When anything does not hold.
    pub fn open_own_follow_up(
        &self,
        mailbox: &Mailbox,
        thread: &Thread,
    ) -> Result<FollowUp, OpenError> {
        self.expect(Kind::FollowUp)?;
        let author = mailbox.signing().public();
        self.read_signed(&self.open_own(mailbox)?, &thread.id(), |_| Some(author))
    }

    /// Opens a reply, as the pupil (slot 0) or as a reader. `signer` finds an adult's signing key in the
    /// signed directory.
    ///
    /// # Errors
    /// When anything does not hold, above all when no adult of the directory signed it.
    pub fn open_reply<'a>(
        &self,
        way: impl Into<Way<'a>>,
        thread: &Thread,
        signer: impl Fn(&KeyId) -> Option<VerifyingKeyBytes>,
    ) -> Result<Reply, OpenError> {
        self.expect(Kind::Reply)?;
        let (prk, _) = self.open_content(way.into(), Some(thread))?;
        self.read_signed(&prk, &thread.id(), |reply: &Reply| signer(&reply.by))
    }

    /// Opens a note.
    ///
    /// # Errors
    /// When anything does not hold, above all when no adult of the directory signed it.
    pub fn open_note<'a>(
        &self,
        way: impl Into<Way<'a>>,
        thread: &Thread,
        signer: impl Fn(&KeyId) -> Option<VerifyingKeyBytes>,
    ) -> Result<Note, OpenError> {
        self.expect(Kind::Note)?;
        let (prk, _) = self.open_content(way.into(), Some(thread))?;
        self.read_signed(&prk, &thread.id(), |note: &Note| signer(&note.by))
    }

    fn expect(&self, kind: Kind) -> Result<(), OpenError> {
        if self.header.kind() == kind {
            Ok(())
        } else {
            Err(OpenError)
        }
    }

    fn is_mailbox_slot(&self) -> bool {
        self.header.kind() == Kind::Reply && self.slot.as_ref().is_some_and(|slot| slot.index == 0)
    }

    fn open_slot(
        &self,
        secret: &KemSecret,
        thread: Option<&Thread>,
    ) -> Result<OpenedSlot, OpenError> {
        let slot = self.slot.as_ref().ok_or(OpenError)?;
        let key = *self
            .header
            .keys()
            .get(usize::from(slot.index))
            .ok_or(OpenError)?;
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
        way: Way<'_>,
        thread: Option<&Thread>,
    ) -> Result<(ContentPrk, Option<Notice>), OpenError> {
        match way {
            Way::Slot(secret) => {
                let (key, notice) = self.open_wrapped(secret, thread)?;
                Ok((self.committed(&key)?, Some(notice)))
            }
            Way::Key(key) => Ok((self.committed(key)?, None)),
        }
    }

    fn open_wrapped(
        &self,
        secret: &KemSecret,
        thread: Option<&Thread>,
    ) -> Result<(ContentKey, Notice), OpenError> {
        let opened = self.open_slot(secret, thread)?;
        let notice = Notice::decode(&opened.notice, &self.header, self.is_mailbox_slot())?;
        let wrap = self
            .slot
            .as_ref()
            .and_then(|slot| slot.wrap)
            .ok_or(OpenError)?;
        let key = opened.open_wrap(&wrap.0, &self.commitment)?;
        self.committed(&key)?;
        Ok((key, notice))
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
            report: Report::from_bytes(unpad(&padded)?)?,
            thread: Thread::derive(prk, self.thread_id()),
            audit_key: prk.audit_key(),
        })
    }

    fn read_signed<P: Plaintext>(
        &self,
        prk: &ContentPrk,
        thread: &Hash,
        signer: impl Fn(&P) -> Option<VerifyingKeyBytes>,
    ) -> Result<P, OpenError> {
        let label = signature_label(self.header.kind()).ok_or(OpenError)?;
        let body = self.open_body(prk)?;
        let (signature, padded) = body.split_first_chunk::<SIGNATURE_LEN>().ok_or(OpenError)?;
        let words = P::from_bytes(unpad(padded)?)?;
        let key = signer(&words).ok_or(OpenError)?;
        let parts: [&[u8]; 3] = [&self.hash.0, &thread.0, &derive_sha256(padded)];
        let signature: SignatureBytes = FixedBytes(*signature);
        verify(&key, label, &parts, &signature)?;
        Ok(words)
    }
}
