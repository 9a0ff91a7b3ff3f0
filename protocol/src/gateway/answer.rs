//! The answer frame: `salt[32] | ct`, a power of two from 32 KiB to 1 MiB; inside, the padded answer in a fixed order (protocol 2.5).

use alloc::string::String;
use alloc::vec::Vec;

use chacha20poly1305::aead::{Aead, AeadInOut, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::api::ProvenEntry;
use crate::encoding::{Bytes, FixedBytes};
use crate::error::{OpenError, SealError};
use crate::id::{CaseId, Hash};
use crate::kdf::Prk;
use crate::label::Label;
use crate::own_slot::OWN_LEN;
use crate::pack::{pack, unpack};
use crate::packed;
use crate::padding::{PREFIX_LEN, pad_onto, unpad};
use crate::puzzle::Challenge;
use crate::slot::{SEALED_NOTICE_LEN, WRAP_LEN};

const SALT_LEN: usize = 32;
const TAG_LEN: usize = 16;
const SMALLEST: usize = 32 * 1024;
const LARGEST: usize = 1024 * 1024;

/// What the server answers to a sealed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GatewayAnswer {
    /// Done, or had been done by the same request before.
    Accepted {},
    /// What is in the mailbox.
    Mailbox(MailboxView),
    /// No mailbox behind this id and token.
    NoMailbox,
    /// There was one, and everything in it was destroyed.
    Gone {
        /// Day of the destruction.
        day: u32,
        /// Because the pupil took it back; otherwise its time was over.
        taken_back: bool,
    },
    /// Not done: solve this puzzle, which is harder than the one that came, and ask again.
    Work {
        /// Challenge.
        challenge: Challenge,
    },
    /// Not done.
    Refused {
        /// Why.
        problem: Problem,
    },
    /// What was left for another device is still there.
    Waiting,
    /// It was given out.
    Taken,
    /// Here it is, for the only time.
    Here {
        /// `moved::SEALED_LEN` bytes.
        sealed: Bytes,
    },
    /// Nothing is under this id: its time is over, or it never was.
    NothingLeft,
}

/// Why a sealed request was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The readers are not those of the directory in force: look again, then seal again.
    ReadersChanged,
    /// Not a request this server takes.
    Malformed,
    /// The mailbox takes nothing more.
    Closed,
    /// The server is full or closed for now.
    Busy,
    /// The school took in more than it can today. A report that says "danger" is still taken.
    Tomorrow,
    /// The school's service ends: nothing new is taken. What is in a mailbox can still be read for a while.
    Ended,
    /// The school has not gone live: nobody would read what is sent.
    NotOpen,
}

/// A mailbox as its pupil sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxView {
    /// The case.
    pub case: CaseId,
    /// Half-day of arrival (seconds since 1970 / 43,200).
    pub received_half_day: u32,
    /// Taken back.
    pub withdrawn: bool,
    /// The report, follow-ups and replies in the order they arrived; never a note.
    pub messages: Vec<MailboxMessage>,
    /// Every log entry of the case, each proven at `checkpoint`.
    pub entries: Vec<ProvenEntry>,
    /// Signed checkpoint.
    pub checkpoint: String,
}

/// One envelope in a mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxMessage {
    /// Canonical header bytes.
    pub header: Bytes,
    /// Key commitment.
    pub commitment: Hash,
    /// The pupil's own slot, for what the pupil wrote.
    pub own: Option<FixedBytes<OWN_LEN>>,
    /// Slot 0, for replies.
    pub slot: Option<MailboxSlot>,
    /// Body ciphertext.
    pub body: Bytes,
    /// Half-day it arrived.
    pub half_day: u32,
}

/// Slot 0 of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxSlot {
    /// HPKE encapsulation.
    pub enc: Bytes,
    /// Sealed notice.
    pub notice: FixedBytes<SEALED_NOTICE_LEN>,
    /// Wrapped content key.
    pub wrap: FixedBytes<WRAP_LEN>,
}

packed!(enum GatewayAnswer {
    1 => Accepted {},
    2 => Mailbox(view),
    3 => NoMailbox,
    4 => Refused { problem },
    5 => Gone { day, taken_back },
    6 => Work { challenge },
    7 => Waiting,
    8 => Taken,
    9 => Here { sealed },
    10 => NothingLeft,
});
packed!(enum Problem {
    1 => ReadersChanged,
    2 => Malformed,
    3 => Closed,
    4 => Busy,
    5 => Tomorrow,
    6 => Ended,
    7 => NotOpen,
});
packed!(struct MailboxView { case, received_half_day, withdrawn, messages, entries, checkpoint });
packed!(struct MailboxMessage { header, commitment, own, slot, body, half_day });
packed!(struct MailboxSlot { enc, notice, wrap });

/// Seals and opens the answer to one request. Both sides have it; neither sends it.
pub struct AnswerKey(Zeroizing<[u8; 32]>);

impl AnswerKey {
    pub(super) const fn new(exported: Zeroizing<[u8; 32]>) -> Self {
        Self(exported)
    }

    /// Seals an answer.
    ///
    /// # Errors
    /// When it is longer than 1 MiB.
    pub fn seal(
        &self,
        answer: &GatewayAnswer,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, SealError> {
        let plain = pack(answer);
        let used = SALT_LEN + PREFIX_LEN + plain.len() + TAG_LEN;
        let size = used.next_power_of_two().max(SMALLEST);
        if size > LARGEST {
            return Err(SealError::TooLong);
        }
        let mut salt = [0; SALT_LEN];
        rng.fill_bytes(&mut salt);
        let (cipher, nonce) = self.cipher(&salt);
        // In place, and in one allocation: an answer is at least 32 KiB to fill, to copy and to wipe.
        let mut frame = Zeroizing::new(Vec::with_capacity(size));
        frame.extend_from_slice(&salt);
        pad_onto(&mut frame, &plain, size - SALT_LEN - TAG_LEN)?;
        let tag = cipher
            .encrypt_inout_detached(
                &nonce.into(),
                Label::GatewayResponse.bytes(),
                frame[SALT_LEN..].as_mut().into(),
            )
            .map_err(|_| SealError::TooLong)?;
        frame.extend_from_slice(&tag);
        Ok(core::mem::take(&mut *frame))
    }

    /// Opens an answer.
    ///
    /// # Errors
    /// When it was changed, answers another request, or is not an answer of this version.
    pub fn open(&self, bytes: &[u8]) -> Result<GatewayAnswer, OpenError> {
        if !bytes.len().is_power_of_two() || bytes.len() < SMALLEST || bytes.len() > LARGEST {
            return Err(OpenError);
        }
        let (salt, sealed) = bytes.split_first_chunk::<SALT_LEN>().ok_or(OpenError)?;
        let (cipher, nonce) = self.cipher(salt);
        let payload = Payload {
            msg: sealed,
            aad: Label::GatewayResponse.bytes(),
        };
        let padded = cipher
            .decrypt(&nonce.into(), payload)
            .map_err(|_| OpenError)?;
        let padded = Zeroizing::new(padded);
        unpack(unpad(&padded)?).ok_or(OpenError)
    }

    /// As in RFC 9458 section 4.4: extract with the salt, expand to key and nonce.
    fn cipher(&self, salt: &[u8; SALT_LEN]) -> (ChaCha20Poly1305, [u8; 12]) {
        let prk = Prk::derive(salt, self.0.as_ref());
        let key: Zeroizing<[u8; 32]> = prk.expand(Label::GatewayAnswerKey, &[]);
        let nonce = prk.expand(Label::GatewayAnswerNonce, &[]);
        (ChaCha20Poly1305::new((&*key).into()), *nonce)
    }
}
