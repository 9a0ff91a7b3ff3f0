//! Sessions: one answer for every way of failing, and every way a session ends.

#![expect(
    clippy::disallowed_methods,
    reason = "how long an answer takes is part of it"
)]

use std::time::Instant;

use protocol::api::{
    EndStaffRequest, PasswordRule, PeopleView, SaltAnswer, SaltRequest, SignInAnswer, SignInRequest,
};
use protocol::encoding::{FixedBytes, to_base64url};
use server::config::Settings;
use server::even::LEAST;
use server::problem::Problem;

use crate::asking::{get, post};
use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(
    every_failure_looks_the_same,
    an_unknown_name_gets_a_lasting_answer,
    a_code_is_good_once,
    a_session_ends_when_idle_when_over_and_at_sign_out,
    a_session_of_one_school_is_nobody_in_another,
    a_door_for_procurement_forms_locks_for_a_while,
);

// R41, bad input "wrong code": name, secret and code fail alike.
async fn every_failure_looks_the_same(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let good = SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(school.lead.auth),
        code: school.lead.code(&world),
        passkey: None,
    };
    let wrong_user = SignInRequest {
        user: "nobody".to_owned(),
        ..good.clone()
    };
    let wrong_auth = SignInRequest {
        auth: FixedBytes([1; 32]),
        ..good.clone()
    };
    let wrong_code = SignInRequest {
        code: "000000".to_owned(),
        ..good.clone()
    };
    let no_code = SignInRequest {
        code: String::new(),
        ..good.clone()
    };
    let odd_code = SignInRequest {
        code: "x".repeat(1000),
        ..good.clone()
    };
    let mut bodies = Vec::new();
    for request in [wrong_user, wrong_auth, wrong_code, no_code, odd_code] {
        let asking = post(school.path("/sign-in")).json(&request);
        bodies.push(asking.refused(&world, Problem::SignInRefused).await.body);
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1);
    let answer: SignInAnswer = post(school.path("/sign-in"))
        .json(&good)
        .of(&world)
        .await
        .ok();
    assert_eq!(
        (answer.staff.user.as_str(), answer.idle_seconds),
        ("lead", 900)
    );
}

async fn an_unknown_name_gets_a_lasting_answer(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let salt = async |user: &str| -> SaltAnswer {
        let request = SaltRequest {
            user: user.to_owned(),
        };
        let began = Instant::now();
        let answer = post(school.path("/sign-in/salt"))
            .json(&request)
            .of(&world)
            .await
            .ok();
        // R41: both leave when the same time has passed, and not when they are ready.
        assert!(began.elapsed() >= LEAST);
        answer
    };
    assert_eq!(salt("lead").await.staff, school.lead.staff);
    assert_eq!(salt("nobody").await, salt("nobody").await);
    assert_ne!(salt("nobody").await, salt("no-one").await);
    // A version 4 UUID, as any account has.
    assert_eq!(salt("nobody").await.staff.0.get_version_num(), 4);
}

// XAM-10: with the rule of procurement forms browsers are told so, and the tenth wrong try locks, for ten minutes, whoever tries
// without the phone; whoever has it comes in meanwhile, so nobody can lock an adult out on purpose.
async fn a_door_for_procurement_forms_locks_for_a_while(fresh: &Fresh) {
    let settings = Settings {
        password_rule: PasswordRule::Kinds,
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let school = School::bring_in(&world, "one", 1).await;
    let salt = post(school.path("/sign-in/salt")).json(&SaltRequest {
        user: "lead".to_owned(),
    });
    let answer: SaltAnswer = salt.of(&world).await.ok();
    assert_eq!(answer.password_rule, PasswordRule::Kinds);

    let path = school.path("/sign-in");
    let guess = |code: String, auth| SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(auth),
        code,
        passkey: None,
    };
    let wrong = guess("000000".to_owned(), [1; 32]);
    for waits in [0, 0, 0, 1, 2, 4, 8, 16, 32, 0] {
        let asking = post(&path).json(&wrong);
        asking.refused(&world, Problem::SignInRefused).await;
        world.clock.advance_seconds(waits);
    }
    post(&path)
        .json(&wrong)
        .refused(&world, Problem::Wait)
        .await;
    world.clock.advance_seconds(599);
    post(&path)
        .json(&wrong)
        .refused(&world, Problem::Wait)
        .await;
    let own = guess(school.lead.code(&world), school.lead.auth);
    assert_eq!(post(&path).json(&own).of(&world).await.status, 200);
    world.clock.advance_seconds(1);
    let asking = post(&path).json(&wrong);
    asking.refused(&world, Problem::SignInRefused).await;
}

// RFC 6238 section 5.2: a code is accepted once.
async fn a_code_is_good_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let request = SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(school.lead.auth),
        code: school.lead.code(&world),
        passkey: None,
    };
    let path = school.path("/sign-in");
    assert_eq!(post(&path).json(&request).of(&world).await.status, 200);
    post(&path)
        .json(&request)
        .refused(&world, Problem::SignInRefused)
        .await;
    // Nor may an earlier code follow a later one.
    let early = school.lead.code(&world);
    world.clock.advance_seconds(30);
    let later = SignInRequest {
        code: school.lead.code(&world),
        ..request.clone()
    };
    assert_eq!(post(&path).json(&later).of(&world).await.status, 200);
    let early = SignInRequest {
        code: early,
        ..request
    };
    post(&path)
        .json(&early)
        .refused(&world, Problem::SignInRefused)
        .await;
}

async fn a_session_ends_when_idle_when_over_and_at_sign_out(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let people = |token: &str| get("/api/v1/staff").session(token);

    let token = school.sign_in(&world, &school.lead).await;
    for _ in 0..3 {
        world.clock.advance_seconds(14 * 60);
        assert_eq!(people(&token).of(&world).await.status, 200, "used in time");
    }
    world.clock.advance_seconds(16 * 60);
    people(&token)
        .of(&world)
        .await
        .is_problem(Problem::SessionEnded, "idle");

    let token = school.sign_in(&world, &school.lead).await;
    for _ in 0..(10 * 60 / 14) {
        world.clock.advance_seconds(14 * 60);
        assert_eq!(people(&token).of(&world).await.status, 200);
    }
    world.clock.advance_seconds(14 * 60);
    people(&token)
        .of(&world)
        .await
        .is_problem(Problem::SessionEnded, "ten hours are over");

    let token = school.sign_in(&world, &school.lead).await;
    post("/api/v1/sign-out")
        .session(&token)
        .of(&world)
        .await
        .done();
    people(&token)
        .of(&world)
        .await
        .is_problem(Problem::SessionEnded, "signed out");

    let token = school.sign_in(&world, &school.lead).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let end = EndStaffRequest {
        reason: "Left the school".to_owned(),
        key: Some(school.lead.key()),
        destroy: false,
    };
    let path = format!("/api/v1/staff/{}/end", school.lead.staff.0);
    post(path)
        .session(&admin)
        .json(&end)
        .of(&world)
        .await
        .done();
    people(&token)
        .of(&world)
        .await
        .is_problem(Problem::SessionEnded, "access ended at once");
    world.clock.advance_seconds(30);
    let request = SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(school.lead.auth),
        code: school.lead.code(&world),
        passkey: None,
    };
    post(school.path("/sign-in"))
        .json(&request)
        .refused(&world, Problem::SignInRefused)
        .await;

    for token in ["", "x", &to_base64url(&[1; 32]), &to_base64url(&[1; 31])] {
        people(token)
            .of(&world)
            .await
            .is_problem(Problem::SessionEnded, token);
    }
}

// Bad input: another school's identity.
async fn a_session_of_one_school_is_nobody_in_another(fresh: &Fresh) {
    let world = World::new(fresh);
    let one = School::bring_in(&world, "one", 1).await;
    let two = School::bring_in(&world, "two", 2).await;
    let request = SignInRequest {
        user: "lead".to_owned(),
        auth: FixedBytes(one.lead.auth),
        code: one.lead.code(&world),
        passkey: None,
    };
    post(two.path("/sign-in"))
        .json(&request)
        .refused(&world, Problem::SignInRefused)
        .await;

    let token = one.sign_in(&world, &one.lead).await;
    let people: PeopleView = get("/api/v1/staff").session(&token).of(&world).await.ok();
    assert_eq!(people.staff.len(), 4);
    assert!(people.staff.iter().all(|person| person.school == one.id));
    let admin = one.sign_in(&world, &one.admin).await;
    let end = EndStaffRequest {
        reason: "Not mine to end".to_owned(),
        key: Some(two.lead.key()),
        destroy: false,
    };
    let path = format!("/api/v1/staff/{}/end", two.lead.staff.0);
    post(path)
        .session(&admin)
        .json(&end)
        .refused(&world, Problem::NotFound)
        .await;
}
