//! Any flipped bit fails: for every party that the changed byte concerns, and for nobody silently.

use crate::support::{TEXT, World, refused};
use protocol::envelope::Envelope;
use protocol::id::CaseId;
use protocol::keys::StaffSecret;
use protocol::message::{ReportWords, seal_report};
use protocol::plaintext::{About, Danger};
use protocol::received::Received;
use protocol::slot::{Recipient, SLOT_LEN};

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

// R34, every bit of a report to four readers. Two halves, for two threads.
#[test]
#[ignore = "110,000 changed reports: minutes, in a release build; the sampled test runs always"]
fn every_even_bit_of_a_report_matters() {
    flip_all([0, 2, 4, 6]);
}

// R34
#[test]
#[ignore = "as above"]
fn every_odd_bit_of_a_report_matters() {
    flip_all([1, 3, 5, 7]);
}

/// Changes these bits of each byte, one at a time, and opens as everyone whose opening reads that byte.
fn flip_all(bits: [u8; 4]) {
    let mut world = World::new(13);
    let four = [
        StaffSecret::make(&mut world.rng),
        StaffSecret::make(&mut world.rng),
        StaffSecret::make(&mut world.rng),
        StaffSecret::make(&mut world.rng),
    ];
    let keys = four.each_ref().map(|reader| reader.kem.public());
    let case = CaseId::make(&mut world.rng);
    let place = world.place(case);
    let words = ReportWords {
        danger: Danger::NotSure,
        about: About::Me,
        categories: vec![1, 7],
        text: TEXT.into(),
    };
    let to = keys.each_ref().map(Recipient::Reader);
    let sealed = seal_report(place, &to, &world.mailbox, words, &mut world.rng).expect("it seals");
    let bytes = sealed.envelope.encode();
    let own = sealed.envelope.header().encode().len() + 32;
    let slots = own + 48;
    let body = slots + 4 * SLOT_LEN;
    let open = |changed: &[u8], at: usize| {
        let Ok(envelope) = Envelope::decode(changed) else {
            return;
        };
        let for_all = at < own || at >= body;
        for (index, reader) in (0_u8..).zip(&four) {
            let slot = slots + usize::from(index) * SLOT_LEN;
            if for_all || (slot..slot + SLOT_LEN).contains(&at) {
                let result =
                    Received::from_envelope(&envelope, Some(index)).open_report(&reader.kem);
                assert!(refused(result), "byte {at}, reader {index}");
            }
        }
        if for_all || at < slots {
            let result = Received::from_envelope(&envelope, None).open_own_report(&world.mailbox);
            assert!(refused(result), "byte {at}, the author");
        }
    };
    let mut changed = bytes.clone();
    for at in 0..bytes.len() {
        for bit in bits {
            changed[at] ^= 1 << bit;
            open(&changed, at);
            changed[at] ^= 1 << bit;
        }
    }
    println!("{} changed reports, none opened", 4 * bytes.len());
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
