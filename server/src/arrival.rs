//! An envelope taken apart for its rows.

use protocol::envelope::Envelope;

use crate::store::{NewEnvelope, NewSlot};

/// The rows of an envelope that arrived in this hour.
#[must_use]
pub fn new_envelope(envelope: &Envelope, hour: u32) -> NewEnvelope {
    let header = envelope.header();
    let slots = header
        .keys()
        .iter()
        .zip(envelope.slots())
        .map(|(key, slot)| NewSlot {
            key: *key,
            enc: slot.enc.to_vec(),
            notice: slot.notice.0,
            wrap: slot.wrap.0,
        });
    NewEnvelope {
        message: header.message(),
        kind: header.kind().to_byte(),
        header: header.encode(),
        commitment: envelope.commitment(),
        body_hash: envelope.body_hash(),
        own: envelope.own().map(|own| own.0),
        slots: slots.collect(),
        body: envelope.body().to_vec(),
        hour,
    }
}
