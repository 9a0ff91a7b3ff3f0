//! Any flipped bit fails: for every party that the changed byte concerns, and for nobody silently.

use crate::support::{World, refused};
use protocol::envelope::Envelope;
use protocol::received::Received;
use protocol::slot::SLOT_LEN;

/// Which opening a changed byte must spoil.
#[derive(Clone, Copy, PartialEq)]
enum Spoils {
    Everyone,
    Author,
    Slot(u8),
}

// R34, one bit in each byte
#[test]
fn every_byte_of_a_report_matters() {
    assert!(flip(10, |byte| 1 << (byte % 8), 61) > 2_500);
}

// R34, every bit
#[test]
#[ignore = "100,000 changed reports take a minute or two; the sampled test runs always"]
fn every_bit_of_a_report_matters() {
    for bit in 0..8 {
        flip(13, |_| 1 << bit, 1);
    }
}

/// Opens a report as everyone, once per changed byte; in the body every `step`th. Gives the number of changes.
fn flip(seed: u64, mask: impl Fn(usize) -> u8, step: usize) -> u32 {
    let mut world = World::new(seed);
    let sealed = world.report();
    let bytes = sealed.envelope.encode();
    let header = sealed.envelope.header().encode().len();
    let own = header + 32;
    let slots = own + 48;
    let body = slots + 3 * SLOT_LEN;
    let mut tried = 0;
    // The dummy in slot 2 concerns nobody.
    let places = (0..slots + 2 * SLOT_LEN).chain((body..bytes.len()).step_by(step));
    for at in places {
        let spoils = match at {
            _ if at < own => Spoils::Everyone,
            _ if at < slots => Spoils::Author,
            _ if at < slots + SLOT_LEN => Spoils::Slot(0),
            _ if at < slots + 2 * SLOT_LEN => Spoils::Slot(1),
            _ => Spoils::Everyone,
        };
        let mut changed = bytes.clone();
        changed[at] ^= mask(at);
        tried += 1;
        let Ok(envelope) = Envelope::decode(&changed) else {
            continue;
        };
        if matches!(spoils, Spoils::Everyone | Spoils::Slot(0)) {
            let result = Received::from_envelope(&envelope, Some(0)).open_report(&world.lead.kem);
            assert!(refused(result), "byte {at}, the lead");
        }
        if matches!(spoils, Spoils::Everyone | Spoils::Slot(1)) {
            let result = Received::from_envelope(&envelope, Some(1)).open_report(&world.deputy.kem);
            assert!(refused(result), "byte {at}, the deputy");
        }
        if matches!(spoils, Spoils::Everyone | Spoils::Author) {
            let result = Received::from_envelope(&envelope, None).open_own_report(&world.mailbox);
            assert!(refused(result), "byte {at}, the author");
        }
    }
    tried
}

#[test]
fn every_bit_of_header_and_commitment_matters() {
    let mut world = World::new(11);
    let sealed = world.report();
    let bytes = sealed.envelope.encode();
    let end = sealed.envelope.header().encode().len() + 32;
    for bit in 0..8 * end {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        if let Ok(envelope) = Envelope::decode(&changed) {
            let result = Received::from_envelope(&envelope, None).open_own_report(&world.mailbox);
            assert!(refused(result), "bit {bit}");
        }
    }
}

#[test]
fn every_byte_of_a_reply_matters() {
    let mut world = World::new(12);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let bytes = world.reply(case, &sealed.thread).encode();
    let directory = world.directory();
    let slots = bytes.len() - 8208 - 4 * SLOT_LEN;
    let body = bytes.len() - 8208;
    for at in (0..slots + SLOT_LEN).chain((body..bytes.len()).step_by(61)) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        if let Ok(envelope) = Envelope::decode(&changed) {
            let received = Received::from_envelope(&envelope, Some(0));
            let result = received.open_reply(world.mailbox.kem(), &sealed.thread, &directory);
            assert!(refused(result), "byte {at}");
        }
    }
}
