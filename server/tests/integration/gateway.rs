//! The pupil's sealed door: what it takes, and everything it must not.

use protocol::envelope::Envelope;
use protocol::gateway::{GatewayAnswer, Op, Problem as Why, Request};
use protocol::header::{DirectoryRef, Place};
use protocol::plaintext::Danger;
use server::problem::Problem;
use zeroize::Zeroizing;

use crate::asking::post;
use crate::database::Fresh;
use crate::pupil::{Pupil, frame, send};
use crate::school::School;
use crate::world::World;

both!(
    broken_frames_are_refused,
    a_frame_of_another_school_is_refused,
    a_replayed_frame_is_refused_and_harmless,
    wrongly_addressed_reports_are_refused,
    a_mailbox_needs_its_token,
    everything_is_done_once,
    answers_have_one_shape,
    the_last_directory_holds_while_everyone_still_reads,
    a_withdrawn_mailbox_is_closed,
);

// Bad input: oversized body, wrong content type, truncated and changed frames (R31, R36).
async fn broken_frames_are_refused(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::write(&mut school, Danger::No);
    let (good, _) = pupil.frame(&world, &mut school, pupil.submit());
    let path = school.path("/gateway");
    let sealed = |bytes: Vec<u8>| post(path.clone()).sealed(bytes);

    sealed(Vec::new()).refused(&world, Problem::WrongSize).await;
    sealed(good[..good.len() - 1].to_vec())
        .refused(&world, Problem::WrongSize)
        .await;
    sealed(vec![0; 40 * 1024])
        .refused(&world, Problem::WrongSize)
        .await;
    sealed(vec![0; 96 * 1024 + 1])
        .refused(&world, Problem::TooLarge)
        .await;
    sealed(vec![0; 32 * 1024])
        .refused(&world, Problem::NotSealedToUs)
        .await;
    for place in [0, 3, 90, 700, 1300, 20_000, good.len() - 1] {
        let mut flipped = good.clone();
        flipped[place] ^= 1;
        sealed(flipped)
            .refused(&world, Problem::NotSealedToUs)
            .await;
    }
    let mut truncated = good.clone();
    truncated.truncate(16 * 1024);
    truncated.resize(32 * 1024, 0);
    sealed(truncated)
        .refused(&world, Problem::NotSealedToUs)
        .await;
    post(path.clone())
        .text("{}")
        .refused(&world, Problem::WrongContentType)
        .await;
    post(path.clone())
        .raw("text/plain", good.clone())
        .refused(&world, Problem::WrongContentType)
        .await;
    post("/api/v1/schools/nowhere/gateway")
        .sealed(good.clone())
        .refused(&world, Problem::NotFound)
        .await;
    // A good one still goes through after all of that.
    let (good, key) = pupil.frame(&world, &mut school, pupil.submit());
    let answer = sealed(good).of(&world).await;
    assert_eq!(key.open(&answer.body).unwrap(), GatewayAnswer::Accepted {});
}

// Bad input: another school's identity.
async fn a_frame_of_another_school_is_refused(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut one = School::bring_in(&world, "one", 1).await;
    let two = School::bring_in(&world, "two", 2).await;
    let pupil = Pupil::write(&mut one, Danger::No);
    let (good, _) = pupil.frame(&world, &mut one, pupil.submit());
    post(two.path("/gateway"))
        .sealed(good.clone())
        .refused(&world, Problem::WrongSchool)
        .await;

    // The school's name in the frame is bound to the sealing, so it cannot be rewritten.
    let mut renamed = good;
    renamed[4..20].copy_from_slice(&two.id.to_bytes());
    post(two.path("/gateway"))
        .sealed(renamed)
        .refused(&world, Problem::NotSealedToUs)
        .await;

    // Nor may an envelope inside name another school than the frame.
    let place = Place {
        school: two.id,
        ..Pupil::write(&mut one, Danger::No).place
    };
    let foreign = Pupil::write_at(&mut one, Danger::No, place);
    let (frame, _) = frame(&world, &mut one, &foreign.request(foreign.submit()));
    post(one.path("/gateway"))
        .sealed(frame)
        .refused(&world, Problem::NotSealedToUs)
        .await;
}

// Bad input: replayed request (protocol 3.5; reliability 0.8).
async fn a_replayed_frame_is_refused_and_harmless(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::write(&mut school, Danger::Yes);
    let (captured, key) = pupil.frame(&world, &mut school, pupil.submit());
    let first = send(&world, &school, captured.clone()).await;
    assert_eq!(key.open(&first.body).unwrap(), GatewayAnswer::Accepted {});
    post(school.path("/gateway"))
        .sealed(captured.clone())
        .refused(&world, Problem::Replayed)
        .await;

    // Once the nonce is forgotten the database still knows: nothing is done twice.
    world.clock.advance_seconds(661);
    let before = world.state().await;
    let again = send(&world, &school, captured).await;
    assert_eq!(key.open(&again.body).unwrap(), GatewayAnswer::Accepted {});
    assert_eq!(world.state().await, before);
}

// Bad input: stale, rolled-back and forked directory; a key list that is not the directory's.
async fn wrongly_addressed_reports_are_refused(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let now = school.directory_ref();
    let mut forked = now;
    forked.hash.0[0] ^= 1;
    let later = DirectoryRef { version: 2, ..now };
    let earlier = DirectoryRef { version: 0, ..now };
    for directory in [forked, later, earlier] {
        let place = Pupil::write(&mut school, Danger::No).place;
        let pupil = Pupil::write_at(&mut school, Danger::No, Place { directory, ..place });
        refused_inside(&world, &mut school, &pupil, Why::ReadersChanged).await;
    }
    // A slot left out altogether would show who was left out.
    let pupil = Pupil::write_to_fewer(&mut school);
    refused_inside(&world, &mut school, &pupil, Why::Malformed).await;
}

async fn refused_inside(world: &World, school: &mut School, pupil: &Pupil, why: Why) {
    let before = world.state().await;
    let answer = pupil.ask(world, school, pupil.submit()).await;
    assert_eq!(answer, GatewayAnswer::Refused { problem: why });
    assert_eq!(world.state().await, before);
}

// Wrong token, unknown mailbox, someone else's mailbox: one answer.
async fn a_mailbox_needs_its_token(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let other = Pupil::report(&world, &mut school, Danger::No).await;
    let stranger = Pupil::write(&mut school, Danger::No);
    let before = world.state().await;

    let wrong = Request {
        token: Zeroizing::new([9; 32]),
        ..pupil.request(Op::Check)
    };
    let crossed = Request {
        mailbox: other.mailbox.id(),
        ..pupil.request(Op::Withdraw)
    };
    let said = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    let unknown = stranger.request(said);
    for request in [
        wrong,
        crossed,
        unknown,
        stranger.request(Op::Check),
        stranger.request(Op::Withdraw),
    ] {
        let (frame, key) = frame(&world, &mut school, &request);
        let answer = send(&world, &school, frame).await;
        assert_eq!(key.open(&answer.body).unwrap(), GatewayAnswer::NoMailbox);
    }
    // A follow-up to another case through one's own mailbox.
    let said = Op::Say {
        envelope: Box::new(other.follow_up(&mut school)),
    };
    let answer = pupil.ask(&world, &mut school, said).await;
    assert_eq!(
        answer,
        GatewayAnswer::Refused {
            problem: Why::Malformed
        }
    );
    // A second report under a case or a mailbox that is taken.
    let taken = Op::Submit {
        danger: Danger::No,
        audit_key: other.sealed.audit_key.clone(),
        envelope: Box::new(other.sealed.envelope.clone()),
    };
    let answer = stranger.ask(&world, &mut school, taken).await;
    assert_eq!(
        answer,
        GatewayAnswer::Refused {
            problem: Why::Malformed
        }
    );
    assert_eq!(world.state().await, before);
}

// R10: the same act sent again with a fresh frame is answered alike and done once.
async fn everything_is_done_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let before = world.state().await;
    let again = pupil.ask(&world, &mut school, pupil.submit()).await;
    assert_eq!(again, GatewayAnswer::Accepted {});
    assert_eq!(world.state().await, before);

    let said: Envelope = pupil.follow_up(&mut school);
    for _ in 0..2 {
        let op = Op::Say {
            envelope: Box::new(said.clone()),
        };
        assert_eq!(
            pupil.ask(&world, &mut school, op).await,
            GatewayAnswer::Accepted {}
        );
    }
    let GatewayAnswer::Mailbox(view) = pupil.ask(&world, &mut school, Op::Check).await else {
        panic!("the mailbox is there");
    };
    assert_eq!((view.messages.len(), view.entries.len()), (2, 2));
    assert_eq!(view.case, pupil.place.case);
    assert!(
        view.messages
            .iter()
            .all(|message| message.own.is_some() && message.slot.is_none())
    );
    // A pupil's acts are dated to the half-day.
    assert!(
        view.messages
            .iter()
            .all(|message| message.half_day == world.now().half_day())
    );
}

// The size of an answer does not tell an accepted report from a refused one or from a missing mailbox.
async fn answers_have_one_shape(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::write(&mut school, Danger::No);
    for op in [Op::Check, pupil.submit(), Op::Withdraw, Op::Check] {
        let (frame, _) = pupil.frame(&world, &mut school, op);
        let answer = send(&world, &school, frame).await;
        assert_eq!((answer.status, answer.body.len()), (200, 32 * 1024));
        assert_eq!(answer.headers["content-type"], "application/octet-stream");
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
}

// A pupil who loaded the page before a new reader came can still send; once a reader left, not.
async fn the_last_directory_holds_while_everyone_still_reads(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let early = Pupil::write(&mut school, Danger::No);
    let late = Pupil::write(&mut school, Danger::No);
    let mut next = school.directory.successor(school.directory.issued_day);
    next.entries[1].place = "Room 9".to_owned();
    school.put_in_force(&world, next).await;
    let answer = early.ask(&world, &mut school, early.submit()).await;
    assert_eq!(answer, GatewayAnswer::Accepted {});

    let mut next = school.directory.successor(school.directory.issued_day);
    next.entries.remove(1);
    school.put_in_force(&world, next).await;
    refused_inside(&world, &mut school, &late, Why::ReadersChanged).await;
    // What was taken in before is still answered as done.
    let again = early.ask(&world, &mut school, early.submit()).await;
    assert_eq!(again, GatewayAnswer::Accepted {});
}

async fn a_withdrawn_mailbox_is_closed(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    for _ in 0..2 {
        let answer = pupil.ask(&world, &mut school, Op::Withdraw).await;
        assert_eq!(answer, GatewayAnswer::Accepted {});
    }
    assert_eq!(world.rows("envelope").await, 0);
    let before = world.state().await;
    let said = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    let answer = pupil.ask(&world, &mut school, said).await;
    assert_eq!(
        answer,
        GatewayAnswer::Refused {
            problem: Why::Closed
        }
    );
    let again = pupil.ask(&world, &mut school, pupil.submit()).await;
    assert_eq!(
        again,
        GatewayAnswer::Accepted {},
        "a repeated report does not come back to life"
    );
    assert_eq!(world.state().await, before);
    let GatewayAnswer::Mailbox(view) = pupil.ask(&world, &mut school, Op::Check).await else {
        panic!("the mailbox still says that it was taken back");
    };
    assert!(view.withdrawn && view.messages.is_empty());
    assert_eq!(view.entries.len(), 2);
}
