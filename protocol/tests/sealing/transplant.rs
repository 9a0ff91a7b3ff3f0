//! Parts moved from one envelope to another open nowhere.

use crate::forge::{Parts, WRAP_AT, open_slot, splice};
use crate::support::{World, refused};
use protocol::content::ContentKey;
use protocol::envelope::Envelope;
use protocol::message::SealedReport;
use protocol::padding::{pad, unpad};
use protocol::plaintext::{Plaintext, Report};
use protocol::received::Received;
use protocol::slot::SLOT_LEN;
use zeroize::Zeroizing;

/// What a reader with the content key can do to the body, keeping header, commitment and slots.
pub fn swap_body(
    world: &World,
    sealed: &SealedReport,
    change: impl FnOnce(&mut Report),
) -> Envelope {
    let envelope = &sealed.envelope;
    let public = world.lead.kem.public().to_bytes();
    let (_, key) = open_slot(envelope, 0, &public, world.lead_seed());
    let content = ContentKey::from_bytes(Zeroizing::new(key)).derive(&envelope.header().hash());
    assert_eq!(content.commitment(), envelope.commitment());
    let padded = content
        .open_body(envelope.header(), envelope.body())
        .unwrap();
    let mut report =
        Report::from_bytes(unpad(&padded).unwrap()).unwrap_or_else(|_| panic!("a report"));
    change(&mut report);
    let padded = pad(&report.to_bytes(), envelope.header().body_len() as usize).unwrap();
    splice(
        envelope,
        Parts::of(envelope).body,
        &content.seal_body(&padded),
    )
}

fn all_refuse(world: &World, envelope: &Envelope) -> bool {
    let lead = Received::from_envelope(envelope, Some(0)).open_report(&world.lead.kem);
    let deputy = Received::from_envelope(envelope, Some(1)).open_report(&world.deputy.kem);
    let author = Received::from_envelope(envelope, None).open_own_report(&world.mailbox);
    refused(lead) && refused(deputy) && refused(author)
}

#[test]
fn body_and_commitment_do_not_move() {
    let mut world = World::new(30);
    let (one, two) = (world.report().envelope, world.report().envelope);
    let parts = Parts::of(&one);
    assert!(all_refuse(&world, &splice(&one, parts.body, two.body())));
    assert!(all_refuse(
        &world,
        &splice(&one, parts.commitment, &two.commitment().0)
    ));
    let both = splice(&one, parts.commitment, &two.commitment().0);
    assert!(all_refuse(&world, &splice(&both, parts.body, two.body())));
}

#[test]
fn slots_do_not_move_between_envelopes() {
    let mut world = World::new(31);
    let (one, two) = (world.report().envelope, world.report().envelope);
    let parts = Parts::of(&one);
    let bytes = two.encode();
    let whole = splice(&one, parts.slot(0), &bytes[parts.slot(0)..][..SLOT_LEN]);
    assert!(refused(
        Received::from_envelope(&whole, Some(0)).open_report(&world.lead.kem)
    ));
    let wrap = parts.slot(0) + WRAP_AT;
    let only_wrap = splice(&one, wrap, &bytes[wrap..][..48]);
    let received = Received::from_envelope(&only_wrap, Some(0));
    assert!(received.open_notice(&world.lead.kem, None).is_ok());
    assert!(refused(received.open_report(&world.lead.kem)));
    let own = parts.own.unwrap();
    let own = splice(&one, own, &bytes[own..][..48]);
    assert!(refused(
        Received::from_envelope(&own, None).open_own_report(&world.mailbox)
    ));
}

#[test]
fn slots_do_not_move_within_an_envelope() {
    let mut world = World::new(32);
    let envelope = world.report().envelope;
    let parts = Parts::of(&envelope);
    let bytes = envelope.encode();
    let first = &bytes[parts.slot(0)..][..SLOT_LEN];
    let second = &bytes[parts.slot(1)..][..SLOT_LEN];
    let swapped = splice(
        &splice(&envelope, parts.slot(0), second),
        parts.slot(1),
        first,
    );
    for (index, reader) in [
        (0, &world.lead),
        (1, &world.lead),
        (0, &world.deputy),
        (1, &world.deputy),
    ] {
        let received = Received::from_envelope(&swapped, Some(index));
        assert!(refused(received.open_notice(&reader.kem, None)));
    }
}

#[test]
fn a_whole_envelope_does_not_move_to_another_case() {
    let mut world = World::new(33);
    let (one, two) = (world.report().envelope, world.report().envelope);
    // Case id of two inside one: bytes 22..38 of the header.
    let moved = splice(&one, 22, &two.header().case().to_bytes());
    assert!(all_refuse(&world, &moved));
    // Another school, another directory version.
    assert!(all_refuse(&world, &splice(&one, 6, &[9; 16])));
    assert!(all_refuse(&world, &splice(&one, 54, &[0, 0, 0, 9])));
}
