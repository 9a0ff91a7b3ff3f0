//! Passkeys that lie: replayed, late, from another page, for another purpose, of another person, by an unasked device.

use axum::http::header;
use protocol::api::{AddPasskeyRequest, PasskeyChallenge, ProofRequest, SignInAnswer};
use protocol::encoding::Bytes;
use server::problem::Problem;

use crate::asking::post;
use crate::database::Fresh;
use crate::device::{Device, HOST, VERIFIED};
use crate::passkeys::{
    Here, add, adding, asked, asked_again, mine, options, refused, school_with_passkey, sign_in,
    with,
};
use crate::school::School;
use crate::world::World;

both!(
    an_answer_counts_once_here_and_now,
    only_whose_device_looked_at_them_gets_in,
    a_passkey_is_one_persons_in_one_school,
    only_what_was_made_here_and_now_is_kept,
);

// R41: replayed, late, for another page, for another purpose, by another key: one answer.
async fn an_answer_counts_once_here_and_now(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, lead) = school_with_passkey(&world, &mut device).await;
    let good = with(&school.lead, device.show(&asked(&world, &school).await));
    let _: SignInAnswer = sign_in(&school, &good).of(&world).await.ok();
    refused(&world, &school, &good).await;

    let challenge = asked(&world, &school).await;
    let stranger = Device {
        credential: device.credential.clone(),
        holder: device.holder,
        ..Device::new(2)
    };
    refused(
        &world,
        &school,
        &with(&school.lead, stranger.show(&challenge)),
    )
    .await;

    // A ticket with another challenge in it, and a challenge of another ticket.
    let (one, two) = (asked(&world, &school).await, asked(&world, &school).await);
    let crossed = PasskeyChallenge {
        challenge: two.challenge,
        ..one.clone()
    };
    refused(&world, &school, &with(&school.lead, device.show(&crossed))).await;
    let mut forged = one;
    *forged.ticket.0.last_mut().unwrap() ^= 1;
    refused(&world, &school, &with(&school.lead, device.show(&forged))).await;

    // Questions asked for something else.
    let to_prove = asked_again(&world, &lead).await;
    refused(&world, &school, &with(&school.lead, device.show(&to_prove))).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let to_add = options(&world, &lead).await;
    let to_add = PasskeyChallenge {
        ticket: to_add.ticket,
        challenge: to_add.challenge,
        host: to_add.host,
    };
    refused(&world, &school, &with(&school.lead, device.show(&to_add))).await;

    let late = with(&school.lead, device.show(&asked(&world, &school).await));
    world.clock.advance_seconds(5 * 60);
    refused(&world, &school, &late).await;
}

// R41, XAM-11: a page that imitates ours, and a device that did not ask for a PIN, a finger or a face.
async fn only_whose_device_looked_at_them_gets_in(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, _) = school_with_passkey(&world, &mut device).await;
    let origin = device.origin.clone();
    for wrong in [
        "https://evil.example",
        "http://one.example.school",
        "https://one.example.school.evil.example",
        "https://x.one.example.school",
        "https://example.school",
    ] {
        wrong.clone_into(&mut device.origin);
        let shown = device.show(&asked(&world, &school).await);
        refused(&world, &school, &with(&school.lead, shown)).await;
    }
    device.origin = origin;
    device.host = "evil.example";
    let shown = device.show(&asked(&world, &school).await);
    refused(&world, &school, &with(&school.lead, shown)).await;
    device.host = HOST;
    for flags in [0, 1, VERIFIED] {
        let kept = std::mem::replace(&mut device.flags, flags);
        let shown = device.show(&asked(&world, &school).await);
        refused(&world, &school, &with(&school.lead, shown)).await;
        device.flags = kept;
    }
    let shown = device.show(&asked(&world, &school).await);
    let _: SignInAnswer = sign_in(&school, &with(&school.lead, shown))
        .of(&world)
        .await
        .ok();
}

// R41: not a colleague's passkey, though their secret is right, and not the same person's at another school.
async fn a_passkey_is_one_persons_in_one_school(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, lead) = school_with_passkey(&world, &mut device).await;
    let shown = device.show(&asked(&world, &school).await);
    refused(&world, &school, &with(&school.deputy, shown)).await;

    // A colleague's device under one's own name, even when its key is one's own too.
    let mut other_device = Device::new(2);
    let deputy = school.sign_in(&world, &school.deputy).await;
    add(&world, &deputy, &mut other_device).await;
    let shown = other_device.show(&asked(&world, &school).await);
    refused(&world, &school, &with(&school.lead, shown)).await;
    let as_lead = Device {
        holder: device.holder,
        ..other_device
    };
    let shown = as_lead.show(&asked(&world, &school).await);
    refused(&world, &school, &with(&school.deputy, shown)).await;

    // What was asked to one person proves nothing for another.
    let proof = ProofRequest {
        code: String::new(),
        passkey: Some(as_lead.show(&asked_again(&world, &lead).await)),
    };
    post("/api/v1/me/proof")
        .session(&deputy)
        .here()
        .json(&proof)
        .refused(&world, Problem::WrongCode)
        .await;

    let other = School::bring_in(&world, "two", 2).await;
    world.clock.advance_seconds(61);
    let shown = device.show(&asked(&world, &other).await);
    refused(&world, &school, &with(&school.lead, shown)).await;
    let shown = device.show(&asked(&world, &school).await);
    refused(&world, &other, &with(&other.lead, shown)).await;
    let shown = device.show(&asked(&world, &other).await);
    refused(&world, &other, &with(&other.lead, shown)).await;
}

// R41, R42: what a device says of itself is looked at before it is kept.
async fn only_what_was_made_here_and_now_is_kept(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, lead) = school_with_passkey(&world, &mut device).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let invalid = |made: AddPasskeyRequest| adding(&lead, &made).refused(&world, Problem::Invalid);

    let mut fresh_one = Device::new(2);
    let mut lies: Vec<Device> = (0..3).map(|_| Device::new(2)).collect();
    "https://evil.example".clone_into(&mut lies[0].origin);
    lies[1].host = "evil.example";
    lies[2].flags &= !VERIFIED;
    for mut lie in lies {
        invalid(lie.make(&options(&world, &lead).await)).await;
    }
    // Asked to a colleague; for signing in; under another name than the device signed.
    invalid(fresh_one.make(&options(&world, &deputy).await)).await;
    let door = asked(&world, &school).await;
    let mut wrong = options(&world, &lead).await;
    (wrong.ticket, wrong.challenge) = (door.ticket, door.challenge);
    invalid(fresh_one.make(&wrong)).await;
    let mut renamed = fresh_one.make(&options(&world, &lead).await);
    renamed.credential = Bytes(vec![9; 32]);
    invalid(renamed).await;
    let mut garbage = fresh_one.make(&options(&world, &lead).await);
    garbage.attestation.0.truncate(40);
    invalid(garbage).await;
    let mut unnamed = fresh_one.make(&options(&world, &lead).await);
    unnamed.name = "a\nb".to_owned();
    invalid(unnamed).await;
    // The same device makes no second passkey, and one answer no two.
    let again = device.make(&options(&world, &lead).await);
    adding(&lead, &again)
        .refused(&world, Problem::Conflict)
        .await;
    let made = fresh_one.make(&options(&world, &lead).await);
    adding(&lead, &made).of(&world).await.done();
    adding(&lead, &made)
        .refused(&world, Problem::Conflict)
        .await;
    // A page without a name has no passkeys.
    post("/api/v1/me/passkeys/options")
        .session(&lead)
        .header(header::HOST, "127.0.0.1:8443")
        .refused(&world, Problem::Invalid)
        .await;
    // Ten are enough for anyone.
    for number in 3..=10 {
        add(&world, &lead, &mut Device::new(number)).await;
    }
    invalid(Device::new(11).make(&options(&world, &lead).await)).await;
    assert_eq!(mine(&world, &lead).await.passkeys.len(), 10);
    assert_eq!(mine(&world, &deputy).await.passkeys.len(), 0);
}
