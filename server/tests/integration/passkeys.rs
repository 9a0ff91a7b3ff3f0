//! Passkeys as a second factor, with a device in memory.

use axum::http::header;
use protocol::api::{
    AddPasskeyRequest, AuditPage, PasskeyChallenge, PasskeyOptions, PasskeyProof, ProofRequest,
    SignInAnswer, SignInRequest, SignInView,
};
use protocol::audit::{Entry, Kind};
use protocol::encoding::{FixedBytes, to_base64url};
use server::problem::Problem;

use crate::asking::{Asking, ask, get, post};
use crate::database::Fresh;
use crate::device::{Device, HOST};
use crate::school::{Person, School};
use crate::world::World;

both!(
    a_passkey_signs_in_beside_password_and_account_secret,
    what_is_asked_at_the_door_is_the_same_for_everyone,
    a_passkey_proves_once_more_and_is_taken_away,
    a_copied_device_is_noticed,
    who_guesses_with_a_passkey_waits,
    an_answered_question_is_forgotten_when_it_is_over,
);

pub trait Here {
    fn here(self) -> Self;
}

impl Here for Asking {
    fn here(self) -> Self {
        self.header(header::HOST, HOST)
    }
}

pub async fn options(world: &World, token: &str) -> PasskeyOptions {
    post("/api/v1/me/passkeys/options")
        .session(token)
        .here()
        .of(world)
        .await
        .ok()
}

pub fn adding(token: &str, made: &AddPasskeyRequest) -> Asking {
    post("/api/v1/me/passkeys").session(token).here().json(made)
}

pub async fn add(world: &World, token: &str, device: &mut Device) {
    let made = device.make(&options(world, token).await);
    adding(token, &made).of(world).await.done();
}

/// A school whose lead has a passkey, and the lead's session.
pub async fn school_with_passkey(world: &World, device: &mut Device) -> (School, String) {
    let school = School::bring_in(world, "one", 1).await;
    let lead = school.sign_in(world, &school.lead).await;
    add(world, &lead, device).await;
    (school, lead)
}

pub async fn asked(world: &World, school: &School) -> PasskeyChallenge {
    post(school.path("/sign-in/passkey"))
        .here()
        .of(world)
        .await
        .ok()
}

pub async fn asked_again(world: &World, token: &str) -> PasskeyChallenge {
    post("/api/v1/me/proof/passkey")
        .session(token)
        .here()
        .of(world)
        .await
        .ok()
}

pub fn with(person: &Person, proof: PasskeyProof) -> SignInRequest {
    SignInRequest {
        user: person.user.clone(),
        auth: FixedBytes(person.auth),
        code: String::new(),
        passkey: Some(proof),
    }
}

pub fn sign_in(school: &School, request: &SignInRequest) -> Asking {
    post(school.path("/sign-in")).here().json(request)
}

/// Refused like any other, and without a wait that would hide the next reason.
pub async fn refused(world: &World, school: &School, request: &SignInRequest) {
    sign_in(school, request)
        .refused(world, Problem::SignInRefused)
        .await;
    world.clock.advance_seconds(61);
}

pub async fn mine(world: &World, token: &str) -> SignInView {
    get("/api/v1/me/sign-in")
        .session(token)
        .of(world)
        .await
        .ok()
}

async fn factor_changes(world: &World, token: &str) -> usize {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    let kinds = page.entries.iter();
    let kinds = kinds.map(|proven| Entry::decode(&proven.entry.0).unwrap().kind);
    kinds
        .filter(|kind| *kind == Kind::SecondFactorChanged)
        .count()
}

// XAM-11, P66: a passkey in place of the code, beside password and account secret.
async fn a_passkey_signs_in_beside_password_and_account_secret(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, lead) = school_with_passkey(&world, &mut device).await;
    let view = mine(&world, &lead).await;
    assert_eq!(view.passkeys.len(), 1);
    assert_eq!(view.passkeys[0].name, "Office laptop");
    assert_eq!(view.passkeys[0].credential.0, device.credential);
    assert_eq!(view.passkeys[0].added_day, world.now().day());
    // Every colleague is told, as of any other change of a second factor.
    let deputy = school.sign_in(&world, &school.deputy).await;
    assert_eq!(factor_changes(&world, &deputy).await, 1);

    let good = with(&school.lead, device.show(&asked(&world, &school).await));
    let wrong_secret = SignInRequest {
        auth: FixedBytes([1; 32]),
        ..good.clone()
    };
    refused(&world, &school, &wrong_secret).await;
    let answer: SignInAnswer = sign_in(&school, &good).of(&world).await.ok();
    assert_eq!(answer.staff.user, "lead");
    // Using one is no change.
    assert_eq!(factor_changes(&world, &deputy).await, 1);
    // A code does as before, and neither does.
    let neither = SignInRequest {
        passkey: None,
        ..good
    };
    refused(&world, &school, &neither).await;
    school.sign_in(&world, &school.lead).await;
}

// R41
async fn what_is_asked_at_the_door_is_the_same_for_everyone(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, _) = school_with_passkey(&world, &mut device).await;
    // The question names nobody, so it cannot say who exists; and an answer for an unknown name fails like any other.
    let before = world.state().await;
    let challenge = asked(&world, &school).await;
    assert_eq!(challenge.challenge.0.len(), 32);
    assert_eq!(challenge.host, HOST);
    // Asking fills no table.
    assert_eq!(world.state().await, before);
    let raw = post(school.path("/sign-in/passkey"))
        .here()
        .of(&world)
        .await;
    let raw: serde_json::Value = serde_json::from_slice(&raw.body).unwrap();
    let members: Vec<&String> = raw.as_object().unwrap().keys().collect();
    assert_eq!(members, ["challenge", "host", "ticket"]);
    let mut answers = Vec::new();
    for user in ["deputy", "nobody"] {
        let request = SignInRequest {
            user: user.to_owned(),
            ..with(&school.lead, device.show(&challenge))
        };
        let answer = sign_in(&school, &request)
            .refused(&world, Problem::SignInRefused)
            .await;
        answers.push((answer.headers, answer.body));
    }
    assert_eq!(answers[0], answers[1]);
}

// XAM-11: adding and taking away asks for a fresh second factor, which a passkey can be.
async fn a_passkey_proves_once_more_and_is_taken_away(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, lead) = school_with_passkey(&world, &mut device).await;
    world.clock.advance_seconds(5 * 60);
    let remove = || {
        let credential = to_base64url(&device.credential);
        ask("DELETE", format!("/api/v1/me/passkeys/{credential}"))
    };
    let stale = [
        post("/api/v1/me/passkeys/options").session(&lead).here(),
        remove().session(&lead),
    ];
    for asking in stale {
        asking.refused(&world, Problem::ProofNeeded).await;
    }
    let proof = ProofRequest {
        code: String::new(),
        passkey: Some(device.show(&asked_again(&world, &lead).await)),
    };
    let prove = || post("/api/v1/me/proof").session(&lead).here().json(&proof);
    prove().of(&world).await.done();
    prove().refused(&world, Problem::WrongCode).await;
    // A colleague takes nothing away.
    let deputy = school.sign_in(&world, &school.deputy).await;
    remove()
        .session(&deputy)
        .refused(&world, Problem::NotFound)
        .await;
    remove().session(&lead).of(&world).await.done();
    assert_eq!(factor_changes(&world, &deputy).await, 2);
    let gone = with(&school.lead, device.show(&asked(&world, &school).await));
    refused(&world, &school, &gone).await;
}

// R41: a count that does not go on is a copy's. Devices that do not count say 0 for ever.
async fn a_copied_device_is_noticed(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, _) = school_with_passkey(&world, &mut device).await;
    let counts = [
        (0, true),
        (0, true),
        (5, true),
        (5, false),
        (4, false),
        (0, false),
        (6, true),
    ];
    for (counter, good) in counts {
        device.counter = counter;
        let request = with(&school.lead, device.show(&asked(&world, &school).await));
        let answer = sign_in(&school, &request).of(&world).await;
        assert_eq!(answer.status == 200, good, "{counter}");
        world.clock.advance_seconds(61);
    }
}

// XAM-10: after mistakes the next try waits, and whoever has the real thing does not.
async fn who_guesses_with_a_passkey_waits(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    let (school, _) = school_with_passkey(&world, &mut device).await;
    let guess = Device {
        credential: device.credential.clone(),
        holder: device.holder,
        ..Device::new(2)
    };
    let guess = with(&school.lead, guess.show(&asked(&world, &school).await));
    let mut waits = 0;
    for _ in 0..6 {
        let answer = sign_in(&school, &guess).of(&world).await;
        assert!(answer.status == 401 || answer.status == 429);
        waits += u32::from(answer.status == 429);
    }
    assert!(waits > 0, "guessing never waited");
    let good = with(&school.lead, device.show(&asked(&world, &school).await));
    let _: SignInAnswer = sign_in(&school, &good).of(&world).await.ok();
}

// R41: what was answered is remembered for as long as it could be answered again, and no longer.
async fn an_answered_question_is_forgotten_when_it_is_over(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut device = Device::new(1);
    school_with_passkey(&world, &mut device).await;
    assert_eq!(world.rows("passkey_answered").await, 1);
    for (minutes, left) in [(4, 1), (5, 0)] {
        let mut transaction = world.database.write().await.unwrap();
        let minute = world.now().minute() + minutes;
        transaction.delete_tickets_over(minute).await.unwrap();
        transaction.commit().await.unwrap();
        assert_eq!(world.rows("passkey_answered").await, left);
    }
}
