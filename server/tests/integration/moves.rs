//! Moving to another device (M8, protocol 3.6): once, for ten minutes, for one school, so many at once, and in no table.

use protocol::encoding::Bytes;
use protocol::gateway::{AnswerKey, GatewayAnswer, Op, Problem as Why, Request};
use protocol::moved::{MoveSecret, SEALED_LEN};
use protocol::plaintext::Danger;
use protocol::term_code::NO_TERM_CODE;
use server::jobs;
use server::moves::{KEPT_SECONDS, MOST_OF_ONE};
use server::problem::Problem;
use zeroize::Zeroizing;

use crate::asking::post;
use crate::database::Fresh;
use crate::pupil::{Pupil, frame, send, unsolved};
use crate::school::School;
use crate::world::World;

both!(
    it_is_given_out_once,
    it_waits_ten_minutes,
    another_school_has_none_of_it,
    a_school_has_so_many_at_once,
    without_a_puzzle_nothing_is_kept,
    a_frame_that_is_too_long_is_not_read,
);

fn request(secret: &MoveSecret, op: Op) -> Request {
    Request {
        mailbox: secret.id(),
        token: Zeroizing::default(),
        term_code: NO_TERM_CODE,
        op,
    }
}

async fn ask(world: &World, school: &mut School, secret: &MoveSecret, op: Op) -> GatewayAnswer {
    let (frame, key) = frame(world, school, &request(secret, op));
    key.open(&send(world, school, frame).await.body).unwrap()
}

/// A secret, and something sealed under it.
fn sealed(school: &mut School) -> (MoveSecret, Bytes) {
    let secret = MoveSecret::make(&mut school.rng);
    let sealed = secret.seal(school.id, b"CANARY they wait for me").unwrap();
    (secret, Bytes(sealed))
}

async fn left(world: &World, school: &mut School) -> (MoveSecret, Bytes) {
    let (secret, sealed) = sealed(school);
    let op = Op::Leave {
        sealed: sealed.clone(),
    };
    let answer = ask(world, school, &secret, op).await;
    assert_eq!(answer, GatewayAnswer::Accepted {});
    (secret, sealed)
}

// M8
async fn it_is_given_out_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let before = world.state().await;
    let (secret, sealed) = left(&world, &mut school).await;
    let look = ask(&world, &mut school, &secret, Op::Look).await;
    assert_eq!(look, GatewayAnswer::Waiting);
    // An answer that was lost is asked for again; nobody writes over what waits.
    for bytes in [sealed.clone(), Bytes(vec![9; SEALED_LEN])] {
        let again = ask(&world, &mut school, &secret, Op::Leave { sealed: bytes }).await;
        assert_eq!(again, GatewayAnswer::Accepted {});
    }
    let here = ask(&world, &mut school, &secret, Op::Take).await;
    let GatewayAnswer::Here { sealed: came } = here else {
        panic!("{here:?}");
    };
    assert_eq!(came, sealed);
    let opened = secret.open(school.id, &came.0).unwrap();
    assert_eq!(**opened, *b"CANARY they wait for me");
    for op in [Op::Take, Op::Look, Op::Leave { sealed }, Op::Take] {
        let is_leave = matches!(op, Op::Leave { .. });
        let answer = ask(&world, &mut school, &secret, op).await;
        let wanted = if is_leave {
            GatewayAnswer::Accepted {}
        } else {
            GatewayAnswer::Taken
        };
        assert_eq!(answer, wanted);
    }
    assert_eq!(world.state().await, before, "not a row of it anywhere");
}

// M8: ten minutes by a clock that moves, whether or not the minute job came by.
async fn it_waits_ten_minutes(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let (early, _) = left(&world, &mut school).await;
    let (late, _) = left(&world, &mut school).await;
    let (taken, _) = left(&world, &mut school).await;
    ask(&world, &mut school, &taken, Op::Take).await;
    world.clock.advance_seconds(KEPT_SECONDS - 1);
    jobs::tidy(&world.app).await.unwrap();
    let answer = ask(&world, &mut school, &early, Op::Take).await;
    assert!(matches!(answer, GatewayAnswer::Here { .. }), "{answer:?}");
    let answer = ask(&world, &mut school, &taken, Op::Look).await;
    assert_eq!(answer, GatewayAnswer::Taken);
    world.clock.advance_seconds(1);
    for secret in [&late, &taken, &early] {
        for op in [Op::Look, Op::Take] {
            let answer = ask(&world, &mut school, secret, op).await;
            assert_eq!(answer, GatewayAnswer::NothingLeft);
        }
    }
}

// M8: the id alone is not enough, and another school's secret is nothing here.
async fn another_school_has_none_of_it(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut one = School::bring_in(&world, "one", 1).await;
    let mut two = School::bring_in(&world, "two", 2).await;
    let (secret, _) = left(&world, &mut one).await;
    for op in [Op::Look, Op::Take] {
        let answer = ask(&world, &mut two, &secret, op).await;
        assert_eq!(answer, GatewayAnswer::NothingLeft);
    }
    // A mailbox is not something left, and the other way round.
    let pupil = Pupil::report(&world, &mut one, Danger::No).await;
    assert_eq!(
        pupil.ask(&world, &mut one, Op::Take).await,
        GatewayAnswer::NothingLeft
    );
    assert_eq!(
        ask(&world, &mut one, &secret, Op::Check).await,
        GatewayAnswer::NoMailbox
    );
    let answer = ask(&world, &mut one, &secret, Op::Take).await;
    assert!(matches!(answer, GatewayAnswer::Here { .. }), "{answer:?}");
}

// M8: bounded in number for each school, and another school is not kept waiting for it.
async fn a_school_has_so_many_at_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let mut other = School::bring_in(&world, "two", 2).await;
    for _ in 0..MOST_OF_ONE {
        let (secret, sealed) = sealed(&mut school);
        world
            .app
            .moves
            .leave(school.id, secret.id(), &sealed, world.now());
    }
    let (secret, sealed) = sealed(&mut school);
    let answer = ask(&world, &mut school, &secret, Op::Leave { sealed }).await;
    assert_eq!(answer, GatewayAnswer::Refused { problem: Why::Busy });
    left(&world, &mut other).await;
}

// Floods: moving costs what everything else costs.
async fn without_a_puzzle_nothing_is_kept(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let (secret, sealed) = sealed(&mut school);
    let (frame, key): (Vec<u8>, AnswerKey) =
        unsolved(&world, &mut school, &request(&secret, Op::Leave { sealed }));
    let answer = key.open(&send(&world, &school, frame).await.body).unwrap();
    assert!(matches!(answer, GatewayAnswer::Work { .. }), "{answer:?}");
    let look = ask(&world, &mut school, &secret, Op::Look).await;
    assert_eq!(look, GatewayAnswer::NothingLeft);
}

async fn a_frame_that_is_too_long_is_not_read(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    post(school.path("/gateway"))
        .sealed(vec![0; 96 * 1024 + SEALED_LEN])
        .refused(&world, Problem::TooLarge)
        .await;
}
