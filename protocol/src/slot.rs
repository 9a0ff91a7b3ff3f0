//! One reader's slot: a single HPKE context (RFC 9180) with two messages, the notice at sequence 0 and the wrapped
//! content key at sequence 1. The mode is base or psk and follows from the kind of the envelope; the modes with
//! sender authentication are never used. A dummy is the same thing for a key that nobody has.

use alloc::boxed::Box;
use alloc::vec::Vec;

use hpke::aead::{AeadCtxR, ChaCha20Poly1305};
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, PskBundle, Serializable};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::content::ContentKey;
use crate::cursor::Cursor;
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::id::{Hash, KeyId};
use crate::keys::{KEM_ENC_LEN, KemPublic, KemSecret};
use crate::label::Label;
use crate::notice::NOTICE_LEN;
use crate::thread::Thread;

/// Bytes of a sealed notice.
pub const SEALED_NOTICE_LEN: usize = NOTICE_LEN + 16;
/// Bytes of a wrapped content key.
pub const WRAP_LEN: usize = 32 + 16;
/// Bytes of a slot.
pub const SLOT_LEN: usize = KEM_ENC_LEN + SEALED_NOTICE_LEN + WRAP_LEN;

/// Someone an envelope is addressed to.
#[derive(Clone, Copy)]
pub enum Recipient<'a> {
    /// Can read it.
    Reader(&'a KemPublic),
    /// Stands in the directory but was left out, or is taken out of use: gets a dummy.
    LeftOut(KeyId),
}

impl Recipient<'_> {
    /// The key, if it can really read.
    #[must_use]
    pub const fn reader(&self) -> Option<KeyId> {
        match self {
            Self::Reader(public) => Some(public.id()),
            Self::LeftOut(_) => None,
        }
    }

    /// The key that names the slot.
    #[must_use]
    pub const fn key(&self) -> KeyId {
        match self {
            Self::Reader(public) => public.id(),
            Self::LeftOut(key) => *key,
        }
    }
}

/// A slot as sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// HPKE encapsulation.
    pub enc: Box<[u8; KEM_ENC_LEN]>,
    /// Sealed notice, given out freely.
    pub notice: FixedBytes<SEALED_NOTICE_LEN>,
    /// Wrapped content key, given out against a logged release.
    pub wrap: FixedBytes<WRAP_LEN>,
}

/// The place a slot is bound to.
#[derive(Clone, Copy)]
pub(crate) struct SlotPlace {
    pub header_hash: Hash,
    pub index: u8,
    pub key: KeyId,
}

impl SlotPlace {
    /// HPKE info = "reports/v1/slot" | hh | u8 index | key id.
    fn info(&self) -> Vec<u8> {
        let mut info = Vec::with_capacity(15 + 32 + 1 + 16);
        info.extend_from_slice(Label::Slot.bytes());
        info.extend_from_slice(&self.header_hash.0);
        info.push(self.index);
        info.extend_from_slice(&self.key.0);
        info
    }
}

fn psk_bundle(thread: &Thread) -> PskBundle<'_> {
    PskBundle::new(thread.psk(), &thread.id_ref().0).expect("neither key nor id is empty")
}

fn wrap_aad(commitment: &Hash) -> Vec<u8> {
    [Label::Wrap.bytes(), &commitment.0].concat()
}

/// What goes into a slot.
pub(crate) struct SlotContent<'a> {
    pub notice: &'a [u8; NOTICE_LEN],
    pub key: &'a ContentKey,
    pub commitment: &'a Hash,
}

impl Slot {
    /// Seals to a reader.
    pub(crate) fn seal(
        public: &KemPublic,
        place: SlotPlace,
        thread: Option<&Thread>,
        content: &SlotContent<'_>,
        rng: &mut impl CryptoRng,
    ) -> Self {
        const INVARIANT: &str = "a checked key encapsulates and two short messages fit";
        let mode = match thread {
            Some(thread) => OpModeS::<XWing>::Psk(psk_bundle(thread)),
            None => OpModeS::Base,
        };
        let (enc, mut context) =
            hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &mode,
                public.hpke(),
                &place.info(),
                rng,
            )
            .expect(INVARIANT);
        let notice = context
            .seal(content.notice, Label::Notice.bytes())
            .expect(INVARIANT);
        let wrap = context
            .seal(content.key.0.as_ref(), &wrap_aad(content.commitment))
            .expect(INVARIANT);
        Self {
            enc: Box::new(enc.to_bytes().into()),
            notice: FixedBytes(notice.try_into().expect("64 bytes and a tag")),
            wrap: FixedBytes(wrap.try_into().expect("32 bytes and a tag")),
        }
    }

    /// A slot nobody can open: random content, sealed to a fresh key that is thrown away. Random bytes instead
    /// would be told apart from ML-KEM ciphertexts (protocol 2.3).
    pub(crate) fn seal_dummy(
        place: SlotPlace,
        thread: Option<&Thread>,
        commitment: &Hash,
        rng: &mut impl CryptoRng,
    ) -> Self {
        let nobody = KemSecret::make(rng).public();
        let mut notice = Zeroizing::new([0; NOTICE_LEN]);
        rng.fill_bytes(notice.as_mut());
        let content = SlotContent {
            notice: &notice,
            key: &ContentKey::make(rng),
            commitment,
        };
        Self::seal(&nobody, place, thread, &content, rng)
    }

    /// enc | notice | wrap.
    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.enc.as_ref());
        bytes.extend_from_slice(&self.notice.0);
        bytes.extend_from_slice(&self.wrap.0);
    }

    pub(crate) fn read(bytes: &mut Cursor<'_>) -> Option<Self> {
        Some(Self {
            enc: Box::new(bytes.array()?),
            notice: FixedBytes(bytes.array()?),
            wrap: FixedBytes(bytes.array()?),
        })
    }
}

/// An opened notice, and the context that can open the wrap after it.
pub(crate) struct OpenedSlot {
    pub notice: Zeroizing<[u8; NOTICE_LEN]>,
    context: AeadCtxR<ChaCha20Poly1305, HkdfSha256, XWing>,
}

impl OpenedSlot {
    /// Opens the notice of a slot.
    pub(crate) fn open(
        secret: &KemSecret,
        place: SlotPlace,
        thread: Option<&Thread>,
        enc: &[u8],
        notice: &[u8; SEALED_NOTICE_LEN],
    ) -> Result<Self, OpenError> {
        let enc = <XWing as Kem>::EncappedKey::from_bytes(enc).map_err(|_| OpenError)?;
        let mode = match thread {
            Some(thread) => OpModeR::<XWing>::Psk(psk_bundle(thread)),
            None => OpModeR::Base,
        };
        let mut context = hpke::setup_receiver(&mode, secret.hpke(), &enc, &place.info())
            .map_err(|_| OpenError)?;
        let opened = Zeroizing::new(
            context
                .open(notice, Label::Notice.bytes())
                .map_err(|_| OpenError)?,
        );
        let mut notice = Zeroizing::new([0; NOTICE_LEN]);
        notice.copy_from_slice(opened.get(..NOTICE_LEN).ok_or(OpenError)?);
        Ok(Self { notice, context })
    }

    /// Opens the wrapped content key. The caller checks it against the commitment.
    pub(crate) fn open_wrap(
        mut self,
        wrap: &[u8; WRAP_LEN],
        commitment: &Hash,
    ) -> Result<ContentKey, OpenError> {
        let opened = Zeroizing::new(
            self.context
                .open(wrap, &wrap_aad(commitment))
                .map_err(|_| OpenError)?,
        );
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(opened.get(..32).ok_or(OpenError)?);
        Ok(ContentKey(key))
    }
}
