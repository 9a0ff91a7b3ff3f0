//! What a malicious party can build with its own code: slots from the specification alone (a second
//! implementation, so it checks the first), and envelopes with parts exchanged.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use protocol::envelope::Envelope;
use protocol::slot::SLOT_LEN;
use rand_core::CryptoRng;

const ENC: usize = 1120;
const BASE_INFO: &[u8] = b"reports/v1/slot";
const NOTICE_AAD: &[u8] = b"reports/v1/notice";
const WRAP_AAD: &[u8] = b"reports/v1/wrap";

fn info(envelope: &Envelope, index: u8) -> Vec<u8> {
    let key = envelope.header().keys()[usize::from(index)];
    [BASE_INFO, &envelope.header().hash().0, &[index], &key.0].concat()
}

/// The notice and content key in a base-mode slot, given the reader's seed.
pub fn open_slot(
    envelope: &Envelope,
    index: u8,
    public: &[u8],
    seed: &[u8; 32],
) -> (Vec<u8>, [u8; 32]) {
    let secret = <XWing as Kem>::PrivateKey::from_bytes(seed).unwrap();
    assert_eq!(XWing::sk_to_pk(&secret).to_bytes().as_slice(), public);
    let slot = &envelope.slots()[usize::from(index)];
    let enc = <XWing as Kem>::EncappedKey::from_bytes(slot.enc.as_ref()).unwrap();
    let mut context = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        &secret,
        &enc,
        &info(envelope, index),
    )
    .unwrap();
    let notice = context.open(&slot.notice.0, NOTICE_AAD).unwrap();
    let aad = [WRAP_AAD, &envelope.commitment().0].concat();
    let key = context.open(&slot.wrap.0, &aad).unwrap();
    (notice, key.try_into().unwrap())
}

/// A base-mode slot with any content, as bytes.
pub fn seal_slot(
    envelope: &Envelope,
    index: u8,
    public: &[u8],
    notice: &[u8],
    key: &[u8; 32],
    rng: &mut impl CryptoRng,
) -> Vec<u8> {
    let public = <XWing as Kem>::PublicKey::from_bytes(public).unwrap();
    let (enc, mut context) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &public,
        &info(envelope, index),
        rng,
    )
    .unwrap();
    let aad = [WRAP_AAD, &envelope.commitment().0].concat();
    let notice = context.seal(notice, NOTICE_AAD).unwrap();
    let wrap = context.seal(key, &aad).unwrap();
    [enc.to_bytes().as_slice(), &notice, &wrap].concat()
}

/// Where the parts of an envelope lie in its bytes.
pub struct Parts {
    pub commitment: usize,
    pub own: Option<usize>,
    pub slots: usize,
    pub body: usize,
}

impl Parts {
    pub fn of(envelope: &Envelope) -> Self {
        let commitment = envelope.header().encode().len();
        let own = envelope.own().map(|_| commitment + 32);
        let slots = commitment + 32 + own.map_or(0, |_| 48);
        let body = slots + SLOT_LEN * envelope.slots().len();
        Self {
            commitment,
            own,
            slots,
            body,
        }
    }

    pub fn slot(&self, index: usize) -> usize {
        self.slots + SLOT_LEN * index
    }
}

/// The envelope with some bytes exchanged.
pub fn splice(envelope: &Envelope, at: usize, bytes: &[u8]) -> Envelope {
    let mut all = envelope.encode();
    all[at..at + bytes.len()].copy_from_slice(bytes);
    Envelope::decode(&all).expect("lengths are unchanged")
}

/// Bytes before the encapsulation's end, for telling parts of a slot apart.
pub const WRAP_AT: usize = ENC + 80;

/// One message to a key in base mode, as enc | ciphertext.
pub fn seal(
    public: &[u8],
    info: &[u8],
    aad: &[u8],
    message: &[u8],
    rng: &mut impl CryptoRng,
) -> Vec<u8> {
    let public = <XWing as Kem>::PublicKey::from_bytes(public).unwrap();
    let (enc, mut context) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &public,
        info,
        rng,
    )
    .unwrap();
    let ciphertext = context.seal(message, aad).unwrap();
    [enc.to_bytes().as_slice(), &ciphertext].concat()
}
