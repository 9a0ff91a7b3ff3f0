//! Guessing: delays that grow and are forgotten, that lock nobody out, and that tell nothing (R41).

#![expect(
    clippy::disallowed_methods,
    reason = "how long an answer takes is what is measured here"
)]

use std::time::Instant;

use axum::http::header;
use protocol::api::{RecoveryLookRequest, SignInAnswer, SignInRequest};
use protocol::encoding::FixedBytes;
use protocol::gateway::{GatewayAnswer, Op, Request};
use protocol::plaintext::Danger;
use server::even::LEAST;
use server::problem::Problem;
use zeroize::Zeroizing;

use crate::asking::{Answer, post};
use crate::database::Fresh;
use crate::pupil::{Pupil, frame, send};
use crate::school::School;
use crate::world::World;

both!(
    guessing_waits_and_locks_nobody_out,
    an_unknown_name_waits_like_a_known_one,
    the_way_back_tells_nothing_about_who_exists,
    a_missing_mailbox_takes_as_long_as_a_wrong_token,
);

fn guess(user: &str, code: &str) -> SignInRequest {
    SignInRequest {
        user: user.to_owned(),
        auth: FixedBytes([1; 32]),
        code: code.to_owned(),
        passkey: None,
    }
}

fn right(school: &School, code: &str) -> SignInRequest {
    SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(school.lead.auth),
        code: code.to_owned(),
        passkey: None,
    }
}

async fn try_it(world: &World, school: &School, request: &SignInRequest) -> Answer {
    post(school.path("/sign-in")).json(request).of(world).await
}

fn wait_of(answer: &Answer) -> u32 {
    answer.is_problem(Problem::Wait, "too many tries");
    let seconds = answer.headers[header::RETRY_AFTER]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    let document: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(
        document["retry_after"], seconds,
        "the worker reads the body only"
    );
    seconds
}

// "No pupil can lock a lead out": the pupil is in the same building, behind the same address.
async fn guessing_waits_and_locks_nobody_out(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let wrong = guess("lead", "000000");
    for _ in 0..4 {
        let answer = try_it(&world, &school, &wrong).await;
        answer.is_problem(Problem::SignInRefused, "a mistake");
    }
    let mut waits = Vec::new();
    for _ in 0..8 {
        let wait = wait_of(&try_it(&world, &school, &wrong).await);
        waits.push(wait);
        world.clock.advance_seconds(wait.into());
        try_it(&world, &school, &wrong)
            .await
            .is_problem(Problem::SignInRefused, "its turn");
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
    // In the middle of it the lead signs in, at once.
    let code = school.lead.code(&world);
    let _: SignInAnswer = try_it(&world, &school, &right(&school, &code)).await.ok();
    // The guesser's delay is not forgiven by that.
    assert!(wait_of(&try_it(&world, &school, &wrong).await) > 0);
    // A try with a good code and a wrong secret is counted apart, and is slowed as well.
    world.clock.advance_seconds(30);
    let code = school.lead.code(&world);
    for _ in 0..4 {
        let answer = try_it(&world, &school, &guess("lead", &code)).await;
        answer.is_problem(Problem::SignInRefused, "a mistake");
    }
    assert_eq!(
        wait_of(&try_it(&world, &school, &guess("lead", &code)).await),
        1
    );
    world.clock.advance_seconds(2 * 3_600);
    try_it(&world, &school, &wrong)
        .await
        .is_problem(Problem::SignInRefused, "forgotten");
}

// R41: the same answers in the same order, to the byte.
async fn an_unknown_name_waits_like_a_known_one(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    for _ in 0..9 {
        let known = try_it(&world, &school, &guess("deputy", "123456")).await;
        let unknown = try_it(&world, &school, &guess("nobody", "123456")).await;
        assert_eq!(known.status, unknown.status);
        assert_eq!(known.body, unknown.body);
        assert_eq!(known.headers, unknown.headers);
    }
}

// R41: no slow hash hides here what is looked up; the answer leaves at its time.
async fn the_way_back_tells_nothing_about_who_exists(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    for _ in 0..5 {
        let mut answers = Vec::new();
        for user in ["deputy", "nobody"] {
            let request = RecoveryLookRequest {
                user: user.to_owned(),
                code: "123456".to_owned(),
                auth: FixedBytes([1; 32]),
            };
            let began = Instant::now();
            let asking = post(school.path("/recovery/look")).json(&request);
            let answer = asking.of(&world).await;
            assert!(began.elapsed() >= LEAST, "it left when it was ready");
            answers.push((answer.status, answer.headers, answer.body));
        }
        assert_eq!(answers[0], answers[1]);
    }
}

// R41: interleaved pairs and a sign test. The large version runs in `bench/`.
async fn a_missing_mailbox_takes_as_long_as_a_wrong_token(fresh: &Fresh) {
    const PAIRS: u32 = 200;
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let mut slower = 0_i32;
    for number in 0..PAIRS {
        // Every mistake is long forgotten, so that neither side pauses.
        world.clock.advance_seconds(86_400);
        let there = Request {
            token: Zeroizing::new([9; 32]),
            ..pupil.request(Op::Check)
        };
        let mut id = [0x5a; 16];
        id[..4].copy_from_slice(&number.to_be_bytes());
        let absent = Request {
            mailbox: FixedBytes(id),
            ..there.clone()
        };
        let mut took = [0.0; 2];
        for turn in 0..2 {
            let which = usize::from((turn + number) % 2 == 0);
            let (frame, key) = frame(&world, &mut school, [&there, &absent][which]);
            let began = Instant::now();
            let answer = send(&world, &school, frame).await;
            took[which] = began.elapsed().as_secs_f64();
            assert!(began.elapsed() >= LEAST, "it left when it was ready");
            assert_eq!((answer.status, answer.body.len()), (200, 32 * 1024));
            assert_eq!(key.open(&answer.body).unwrap(), GatewayAnswer::NoMailbox);
        }
        slower += if took[0] > took[1] { 1 } else { -1 };
    }
    let z = f64::from(slower) / f64::from(PAIRS).sqrt();
    assert!(z.abs() < 3.3, "z = {z}");

    // The pause grows for both, and the right token never pauses.
    world.clock.advance_seconds(86_400);
    for id in [pupil.mailbox.id(), FixedBytes([0x77; 16])] {
        let wrong = Request {
            mailbox: id,
            token: Zeroizing::new([9; 32]),
            ..pupil.request(Op::Check)
        };
        let mut pauses = Vec::new();
        for _ in 0..5 {
            let (frame, _) = frame(&world, &mut school, &wrong);
            let began = Instant::now();
            send(&world, &school, frame).await;
            pauses.push(began.elapsed().as_secs());
        }
        assert_eq!(pauses[..3], [0, 0, 0], "{pauses:?}");
        assert!(pauses[3] >= 1 && pauses[4] >= 2, "{pauses:?}");
    }
    let began = Instant::now();
    let answer = pupil.ask(&world, &mut school, Op::Check).await;
    assert!(matches!(answer, GatewayAnswer::Mailbox(_)));
    assert!(began.elapsed().as_secs() < 1);
}
