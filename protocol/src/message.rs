//! Sealing what people write. Each function here makes one kind of envelope whole: notice, content key,
//! signature, padding, slots and dummies, so that no caller can forget one. Opening is in [`crate::received`].

use alloc::string::String;
use alloc::vec::Vec;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::content::{ContentKey, ContentPrk};
use crate::encoding::{Bytes, FixedBytes};
use crate::envelope::Envelope;
use crate::error::SealError;
use crate::header::{Header, Kind, Place};
use crate::id::{Hash, KeyId};
use crate::kdf::derive_sha256;
use crate::keys::{KemPublic, SigningSecret, StaffSecret};
use crate::label::Label;
use crate::mailbox::Mailbox;
use crate::notice::{FollowUpNotice, NOTICE_LEN, Notice, PupilNotice, ReportNotice, StaffNotice};
use crate::own_slot::{self, OWN_LEN};
use crate::padding::{bucket, pad};
use crate::plaintext::{
    About, Danger, FollowUp, Note, Noted, Plaintext, Question, Reply, Report, VERSION,
};
use crate::slot::{Recipient, Slot, SlotContent, SlotPlace};
use crate::thread::Thread;

/// Bytes of a signature in front of the padded text.
pub const SIGNATURE_LEN: usize = 64;

/// What a pupil reports.
#[derive(Clone)]
pub struct ReportWords {
    /// "Is anyone in danger right now?"
    pub danger: Danger,
    /// "Who is this about?"
    pub about: About,
    /// Category codes of the pack, at most three.
    pub categories: Vec<u16>,
    /// The pupil's own words.
    pub text: String,
}

/// A sealed report and what its author must remember until it is acknowledged.
pub struct SealedReport {
    /// To send.
    pub envelope: Envelope,
    /// The thread it starts.
    pub thread: Thread,
    /// To send beside it: the server tags the case's log entries with it.
    pub audit_key: Zeroizing<[u8; 32]>,
}

/// Seals a first report (kind 1) to the readers in the directory's order.
///
/// # Errors
/// When nobody could read it or the text is too long.
pub fn seal_report(
    place: Place,
    recipients: &[Recipient<'_>],
    mailbox: &Mailbox,
    words: ReportWords,
    rng: &mut impl CryptoRng,
) -> Result<SealedReport, SealError> {
    let (danger, about, categories) = (words.danger, words.about, words.categories.clone());
    let bytes = Report {
        v: VERSION,
        danger,
        about,
        categories: words.categories,
        readers: recipients.iter().filter_map(Recipient::reader).collect(),
        text: words.text,
        mailbox_kem: Bytes(mailbox.kem().public().to_bytes()),
        mailbox_key: mailbox.signing().public(),
    }
    .to_bytes();
    let mut draft = Draft::begin(Kind::Report, place, recipients, &bytes, rng)?;
    let audit_key = draft.prk.audit_key();
    draft.notices(&Notice::Report(ReportNotice {
        danger,
        about,
        categories,
        audit_key: audit_key.clone(),
    }))?;
    let padded = pad(&bytes, draft.header.body_len() as usize)?;
    let own = own_slot::seal(
        mailbox.self_key(),
        &draft.hash,
        &draft.commitment,
        &draft.key,
    );
    let (envelope, prk) = draft.finish(recipients, None, &padded, Some(own), rng);
    let thread = Thread::derive(&prk, envelope.thread_id());
    Ok(SealedReport {
        envelope,
        thread,
        audit_key,
    })
}

/// Where a message of a running thread goes.
#[derive(Clone, Copy)]
pub struct InThread<'a> {
    /// Its place.
    pub place: Place,
    /// Every key of the directory, in its order.
    pub recipients: &'a [Recipient<'a>],
    /// The thread.
    pub thread: &'a Thread,
}

/// Seals more from the pupil (kind 2), signed by the mailbox so that no adult can pose as the child.
///
/// # Errors
/// When nobody could read it or the text is too long.
pub fn seal_follow_up(
    to: InThread<'_>,
    mailbox: &Mailbox,
    words: FollowUp,
    rng: &mut impl CryptoRng,
) -> Result<Envelope, SealError> {
    let notice = FollowUpNotice {
        feel_safer: words.feel_safer,
        another_adult: words.another_adult,
    };
    let bytes = words.to_bytes();
    let mut draft = Draft::begin(Kind::FollowUp, to.place, to.recipients, &bytes, rng)?;
    draft.notices(&Notice::FollowUp(notice))?;
    let padded = draft.signed(&bytes, mailbox.signing(), to.thread)?;
    let own = own_slot::seal(
        mailbox.self_key(),
        &draft.hash,
        &draft.commitment,
        &draft.key,
    );
    Ok(draft
        .finish(to.recipients, Some(to.thread), &padded, Some(own), rng)
        .0)
}

/// An adult's words to the pupil.
#[derive(Clone)]
pub struct ReplyWords {
    /// Words the pupil reads.
    pub text: String,
    /// Whether the adult waits for an answer.
    pub question: Question,
    /// The case is closed with these words.
    pub finished: bool,
}

/// Seals a reply (kind 3): slot 0 for the mailbox, then the readers. Signed by the adult, who can be held to it.
///
/// # Errors
/// When the list of readers is impossible or the text is too long.
pub fn seal_reply(
    to: InThread<'_>,
    mailbox: &KemPublic,
    staff: &StaffSecret,
    words: ReplyWords,
    notice: StaffNotice,
    rng: &mut impl CryptoRng,
) -> Result<Envelope, SealError> {
    let pupil = PupilNotice {
        asks: words.question.waits(),
        finished: words.finished,
    };
    let bytes = Reply {
        v: VERSION,
        by: staff.kem.public().id(),
        text: words.text,
        question: words.question,
        finished: words.finished,
    }
    .to_bytes();
    let mut all = Vec::with_capacity(to.recipients.len() + 1);
    all.push(Recipient::Reader(mailbox));
    all.extend_from_slice(to.recipients);
    let mut draft = Draft::begin(Kind::Reply, to.place, &all, &bytes, rng)?;
    draft.notices(&Notice::Staff(notice))?;
    draft.notice_of(0, &Notice::Pupil(pupil))?;
    let padded = draft.signed(&bytes, &staff.signing, to.thread)?;
    Ok(draft.finish(&all, Some(to.thread), &padded, None, rng).0)
}

/// Seals a note (kind 4) for staff alone, signed by its author.
///
/// # Errors
/// When nobody could read it or the text is too long.
pub fn seal_note(
    to: InThread<'_>,
    staff: &StaffSecret,
    what: Noted,
    notice: StaffNotice,
    rng: &mut impl CryptoRng,
) -> Result<Envelope, SealError> {
    let bytes = Note {
        v: VERSION,
        by: staff.kem.public().id(),
        what,
    }
    .to_bytes();
    let mut draft = Draft::begin(Kind::Note, to.place, to.recipients, &bytes, rng)?;
    draft.notices(&Notice::Staff(notice))?;
    let padded = draft.signed(&bytes, &staff.signing, to.thread)?;
    Ok(draft
        .finish(to.recipients, Some(to.thread), &padded, None, rng)
        .0)
}

/// Seals a re-wrap: signed for the thread, but in slots that open without knowing it.
pub(crate) fn seal_signed_apart(
    to: InThread<'_>,
    staff: &StaffSecret,
    json: &[u8],
    notice: ReportNotice,
    rng: &mut impl CryptoRng,
) -> Result<Envelope, SealError> {
    let mut draft = Draft::begin(Kind::Rewrap, to.place, to.recipients, json, rng)?;
    draft.notices(&Notice::Report(notice))?;
    let padded = draft.signed(json, &staff.signing, to.thread)?;
    Ok(draft.finish(to.recipients, None, &padded, None, rng).0)
}

/// The label under which a kind is signed; a first report is not (it stays deniable).
pub(crate) const fn signature_label(kind: Kind) -> Option<Label> {
    match kind {
        Kind::Report => None,
        Kind::FollowUp => Some(Label::FollowUpSig),
        Kind::Reply => Some(Label::ReplySig),
        Kind::Note => Some(Label::NoteSig),
        Kind::Rewrap => Some(Label::RewrapSig),
    }
}

/// An envelope on its way: header fixed, key chosen, notices and body to come.
struct Draft {
    header: Header,
    hash: Hash,
    key: ContentKey,
    prk: ContentPrk,
    commitment: Hash,
    notices: Vec<Zeroizing<[u8; NOTICE_LEN]>>,
}

impl Draft {
    fn begin(
        kind: Kind,
        place: Place,
        recipients: &[Recipient<'_>],
        json: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, SealError> {
        if !recipients
            .iter()
            .any(|to| matches!(to, Recipient::Reader(_)))
        {
            return Err(SealError::Readers);
        }
        let signature = if signature_label(kind).is_some() {
            SIGNATURE_LEN
        } else {
            0
        };
        let body_len = bucket(json.len() + signature).ok_or(SealError::TooLong)?;
        let keys: Vec<KeyId> = recipients.iter().map(Recipient::key).collect();
        let header = Header::new(kind, place, body_len, keys)?;
        let hash = header.hash();
        let key = ContentKey::make(rng);
        let prk = key.derive(&hash);
        let commitment = prk.commitment();
        Ok(Self {
            header,
            hash,
            key,
            prk,
            commitment,
            notices: Vec::new(),
        })
    }

    /// The same notice for everyone.
    fn notices(&mut self, notice: &Notice) -> Result<(), SealError> {
        let bytes = notice
            .encode(self.header.keys())
            .map_err(|_| SealError::TooLong)?;
        self.notices = self.header.keys().iter().map(|_| bytes.clone()).collect();
        Ok(())
    }

    /// Another notice for one slot.
    fn notice_of(&mut self, slot: usize, notice: &Notice) -> Result<(), SealError> {
        let bytes = notice
            .encode(self.header.keys())
            .map_err(|_| SealError::TooLong)?;
        *self.notices.get_mut(slot).ok_or(SealError::Readers)? = bytes;
        Ok(())
    }

    /// signature | padded text, where the signature covers hh | thread id | SHA-256(padded text).
    fn signed(
        &self,
        json: &[u8],
        secret: &SigningSecret,
        thread: &Thread,
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let label = signature_label(self.header.kind()).ok_or(SealError::Key)?;
        let size = self.header.body_len() as usize;
        let padded = pad(json, size - SIGNATURE_LEN)?;
        let parts: [&[u8]; 3] = [&self.hash.0, &thread.id().0, &derive_sha256(&padded)];
        let signature = secret.sign(label, &parts);
        let mut body = Zeroizing::new(Vec::with_capacity(size));
        body.extend_from_slice(&signature.0);
        body.extend_from_slice(&padded);
        Ok(body)
    }

    fn finish(
        self,
        recipients: &[Recipient<'_>],
        thread: Option<&Thread>,
        padded: &[u8],
        own: Option<FixedBytes<OWN_LEN>>,
        rng: &mut impl CryptoRng,
    ) -> (Envelope, ContentPrk) {
        let slots = recipients
            .iter()
            .zip(&self.notices)
            .zip(0..=u8::MAX)
            .map(|((to, notice), index)| {
                let place = SlotPlace {
                    header_hash: self.hash,
                    index,
                    key: to.key(),
                };
                match to {
                    Recipient::Reader(public) => {
                        let content = SlotContent {
                            notice,
                            key: &self.key,
                            commitment: &self.commitment,
                        };
                        Slot::seal(public, place, thread, &content, rng)
                    }
                    Recipient::LeftOut(_) => Slot::seal_dummy(place, thread, &self.commitment, rng),
                }
            })
            .collect();
        let body = self.prk.seal_body(padded);
        let envelope = Envelope {
            header: self.header,
            commitment: self.commitment,
            own,
            slots,
            body,
        };
        (envelope, self.prk)
    }
}
