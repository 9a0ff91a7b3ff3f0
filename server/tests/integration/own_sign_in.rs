//! What adults do with their own sign-in: sessions, recovery codes, and showing the second factor once more.

#![expect(
    clippy::disallowed_methods,
    reason = "how long an answer takes is part of what is checked"
)]

use std::time::Instant;

use protocol::api::{
    AuditPage, NameSessionRequest, ProofRequest, RecoveryCodesAnswer, SignInAnswer, SignInRequest,
    SignInView,
};
use protocol::audit::{Entry, Kind};
use protocol::encoding::{FixedBytes, to_base64url};
use protocol::id::Hash;
use server::problem::Problem;
use server::route_table::{Caller, ROUTES};

use crate::asking::{Answer, ask, get, post};
use crate::database::Fresh;
use crate::school::{Person, School};
use crate::world::World;

both!(
    sessions_are_their_owners_and_nobody_elses,
    signing_out_everywhere_ends_every_session_of_one_person,
    a_recovery_code_stands_in_for_the_phone_once_and_is_told,
    a_recovery_code_tells_nothing_about_who_exists,
    what_asks_for_a_fresh_second_factor,
    a_proof_is_of_one_session_and_its_code_works_once,
    guessing_at_a_proof_waits,
);

async fn mine(world: &World, token: &str) -> SignInView {
    get("/api/v1/me/sign-in")
        .session(token)
        .of(world)
        .await
        .ok()
}

async fn renew(world: &World, token: &str) -> Vec<String> {
    let answer: RecoveryCodesAnswer = post("/api/v1/me/recovery-codes")
        .session(token)
        .of(world)
        .await
        .ok();
    answer.codes
}

fn with(person: &Person, code: &str) -> SignInRequest {
    SignInRequest {
        user: person.user.clone(),
        auth: FixedBytes(person.auth),
        code: code.to_owned(),
        passkey: None,
    }
}

async fn try_it(world: &World, school: &School, request: &SignInRequest) -> Answer {
    post(school.path("/sign-in")).json(request).of(world).await
}

fn session_path(session: &Hash) -> String {
    format!("/api/v1/me/sessions/{}", to_base64url(&session.0))
}

fn proof(code: &str) -> ProofRequest {
    ProofRequest {
        code: code.to_owned(),
        passkey: None,
    }
}

/// Kinds of the newest entries as this person reads them, newest first.
async fn newest(world: &World, token: &str) -> Vec<(Kind, protocol::id::KeyId)> {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    page.entries
        .iter()
        .map(|proven| Entry::decode(&proven.entry.0).unwrap())
        .map(|entry| (entry.kind, entry.key_id))
        .collect()
}

// Issue "people and keys": a list of devices; a colleague cannot end another's session, whatever their role.
async fn sessions_are_their_owners_and_nobody_elses(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let other_school = School::bring_in(&world, "two", 2).await;
    let first = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    world.clock.advance_seconds(3_600 / 6);
    let second = school.sign_in(&world, &school.lead).await;
    let view = mine(&world, &second).await;
    assert_eq!(view.sessions.len(), 2, "the deputy's is not among them");
    let hour = world.now().hour();
    assert!(
        view.sessions
            .iter()
            .all(|one| one.began_hour == hour && one.seen_hour == hour && one.name.is_empty())
    );
    let here = |view: &SignInView| view.sessions.iter().find(|one| one.here).unwrap().session;
    let (mine_now, old) = (here(&view), here(&mine(&world, &first).await));
    assert_ne!(mine_now, old);
    // What is said of a session is what `SessionView` has and not a word more.
    let raw = get("/api/v1/me/sign-in").session(&second).of(&world).await;
    let raw: serde_json::Value = serde_json::from_slice(&raw.body).unwrap();
    let fields: Vec<&String> = raw["sessions"][0].as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        ["began_hour", "here", "name", "seen_hour", "session"]
    );

    let name = NameSessionRequest {
        name: "Office laptop".to_owned(),
    };
    let call = |token: &str| ask("PUT", session_path(&old)).session(token).json(&name);
    call(&second).of(&world).await.done();
    let named = mine(&world, &second).await;
    let named = named.sessions.iter().find(|one| one.session == old);
    assert_eq!(named.unwrap().name, "Office laptop");
    let bad = NameSessionRequest {
        name: "two\nlines".to_owned(),
    };
    ask("PUT", session_path(&old))
        .session(&second)
        .json(&bad)
        .refused(&world, Problem::Invalid)
        .await;

    // Deputy, admin and another school reach nothing, and cannot tell a session of another from none.
    let admin = school.sign_in(&world, &school.admin).await;
    let stranger = other_school.sign_in(&world, &other_school.lead).await;
    for token in [&deputy, &admin, &stranger] {
        call(token).refused(&world, Problem::NotFound).await;
        ask("DELETE", session_path(&old))
            .session(token)
            .refused(&world, Problem::NotFound)
            .await;
    }
    ask("DELETE", session_path(&old))
        .session(&second)
        .of(&world)
        .await
        .done();
    get("/api/v1/me/sign-in")
        .session(&first)
        .of(&world)
        .await
        .is_problem(Problem::SessionEnded, "ended from elsewhere");
    assert_eq!(mine(&world, &second).await.sessions.len(), 1);
}

async fn signing_out_everywhere_ends_every_session_of_one_person(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let first = school.sign_in(&world, &school.lead).await;
    let second = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    // No fresh proof is asked for: the phone may be what was lost.
    world.clock.advance_seconds(10 * 60);
    ask("DELETE", "/api/v1/me/sessions")
        .session(&second)
        .of(&world)
        .await
        .done();
    for token in [&first, &second] {
        get("/api/v1/staff")
            .session(token)
            .of(&world)
            .await
            .is_problem(Problem::SessionEnded, "everywhere");
    }
    assert_eq!(mine(&world, &deputy).await.sessions.len(), 1);
}

// XAM-11: printed recovery codes; F7 "every use is told to all readers".
async fn a_recovery_code_stands_in_for_the_phone_once_and_is_told(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    assert_eq!(mine(&world, &lead).await.recovery_codes, 0);
    let codes = renew(&world, &lead).await;
    assert_eq!(codes.len(), 10);
    assert_eq!(mine(&world, &lead).await.recovery_codes, 10);

    // Wrong secret: refused like any other, and the code is still good.
    let wrong = SignInRequest {
        auth: FixedBytes([1; 32]),
        ..with(&school.lead, &codes[0])
    };
    let path = school.path("/sign-in");
    post(&path)
        .json(&wrong)
        .refused(&world, Problem::SignInRefused)
        .await;
    // A colleague's code is no code of mine.
    post(&path)
        .json(&with(&school.deputy, &codes[0]))
        .refused(&world, Problem::SignInRefused)
        .await;
    let typed = codes[0].to_lowercase().replace('-', " ");
    let answer: SignInAnswer = try_it(&world, &school, &with(&school.lead, &typed))
        .await
        .ok();
    let by_code = to_base64url(&answer.session.0);
    assert_eq!(mine(&world, &by_code).await.recovery_codes, 9);
    post(&path)
        .json(&with(&school.lead, &codes[0]))
        .refused(&world, Problem::SignInRefused)
        .await;
    // The deputy reads of it in the log.
    let deputy = school.sign_in(&world, &school.deputy).await;
    let told = newest(&world, &deputy).await;
    assert_eq!(
        told[..2],
        [
            (Kind::RecoveryCodeUsed, school.lead.key()),
            (Kind::SecondFactorChanged, school.lead.key()),
        ]
    );
    // It also counts where a second factor is asked for again.
    world.clock.advance_seconds(6 * 60);
    post("/api/v1/me/recovery-codes")
        .session(&by_code)
        .refused(&world, Problem::ProofNeeded)
        .await;
    post("/api/v1/me/proof")
        .session(&by_code)
        .json(&proof(&codes[1]))
        .of(&world)
        .await
        .done();
    assert_eq!(mine(&world, &by_code).await.recovery_codes, 8);
    assert_eq!(newest(&world, &deputy).await[0].0, Kind::RecoveryCodeUsed);
    // Fresh codes take the place of those left.
    let fresh_codes = renew(&world, &by_code).await;
    post(&path)
        .json(&with(&school.lead, &codes[2]))
        .refused(&world, Problem::SignInRefused)
        .await;
    let _: SignInAnswer = try_it(&world, &school, &with(&school.lead, &fresh_codes[2]))
        .await
        .ok();
}

// R41: to the byte, and in time: interleaved pairs and a sign test.
async fn a_recovery_code_tells_nothing_about_who_exists(fresh: &Fresh) {
    const PAIRS: u32 = 80;
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    renew(&world, &lead).await;
    let guess = |user: &str| SignInRequest {
        user: user.to_owned(),
        auth: FixedBytes([1; 32]),
        code: "K7QD-4M2X-9TRW".to_owned(),
        passkey: None,
    };
    let mut slower = 0_i32;
    for number in 0..PAIRS {
        // Every mistake is long forgotten, so that nobody waits.
        world.clock.advance_seconds(86_400);
        let mut answers = Vec::new();
        let mut took = [0.0; 2];
        for turn in 0..2 {
            let which = usize::from((turn + number) % 2 == 0);
            let request = guess(["lead", "nobody"][which]);
            let began = Instant::now();
            let answer = try_it(&world, &school, &request).await;
            took[which] = began.elapsed().as_secs_f64();
            answer.is_problem(Problem::SignInRefused, "a guess");
            answers.push((answer.status, answer.headers, answer.body));
        }
        assert_eq!(answers[0], answers[1]);
        slower += if took[0] > took[1] { 1 } else { -1 };
    }
    // Two-sided sign test: beyond 3.5 standard deviations chance is out.
    let limit = 3.5 * f64::from(PAIRS).sqrt();
    assert!(f64::from(slower.abs()) < limit, "{slower} of {PAIRS}");
}

// XAM-11: step-up before export, recipient change, recovery and security settings.
async fn what_asks_for_a_fresh_second_factor(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let asking: Vec<_> = ROUTES
        .iter()
        .filter(|route| route.asks_afresh())
        .map(|route| (route.method, route.path))
        .collect();
    assert_eq!(
        asking,
        [
            ("POST", "/api/v1/me/recovery-codes"),
            ("POST", "/api/v1/me/passkeys/options"),
            ("POST", "/api/v1/me/passkeys"),
            ("DELETE", "/api/v1/me/passkeys/{credential}"),
            ("POST", "/api/v1/audit/export"),
            ("POST", "/api/v1/directory/drafts/{hash}/signatures"),
            ("POST", "/api/v1/cases/{case}/keeper"),
            ("PUT", "/api/v1/recovery/set"),
            ("PUT", "/api/v1/recovery/gift"),
            ("POST", "/api/v1/wind-down/agree"),
            ("POST", "/api/v1/wind-down/call-back"),
            ("POST", "/api/v1/wind-down"),
            ("POST", "/api/v1/gate/open"),
            ("PUT", "/api/v1/settings"),
            ("POST", "/api/v1/directory/drafts"),
            ("POST", "/api/v1/staff/{staff}/end"),
        ]
    );
    let lead = school.sign_in(&world, &school.lead).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let call = |route: &server::route_table::Route, token: &str| {
        let path = route.path.replace("{hash}", "AA").replace(['{', '}'], "");
        ask(route.method, path).session(token)
    };
    let stale = async |token: &str, route| {
        let answer = call(route, token).of(&world).await;
        let document: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        document["type"] == Problem::ProofNeeded.uri()
    };
    let routes = || ROUTES.iter().filter(|route| route.asks_afresh());
    for route in routes() {
        let token = if route.caller == Caller::Admin {
            &admin
        } else {
            &lead
        };
        assert!(!stale(token, route).await, "{} just signed in", route.path);
    }
    world.clock.advance_seconds(5 * 60);
    for route in routes() {
        let token = if route.caller == Caller::Admin {
            &admin
        } else {
            &lead
        };
        call(route, token)
            .refused(&world, Problem::ProofNeeded)
            .await;
        if route.caller == Caller::Admin {
            // Who may not do it at all is not asked to prove anything.
            call(route, &lead).refused(&world, Problem::Refused).await;
        }
    }
    post("/api/v1/me/proof")
        .session(&lead)
        .json(&proof(&school.lead.code(&world)))
        .of(&world)
        .await
        .done();
    post("/api/v1/audit/export")
        .session(&lead)
        .of(&world)
        .await
        .done();
    assert_eq!(
        newest(&world, &lead).await[0],
        (Kind::Exported, school.lead.key())
    );
    world.clock.advance_seconds(5 * 60);
    post("/api/v1/audit/export")
        .session(&lead)
        .refused(&world, Problem::ProofNeeded)
        .await;
}

async fn a_proof_is_of_one_session_and_its_code_works_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let one = school.sign_in(&world, &school.lead).await;
    let used = school.lead.code(&world);
    post("/api/v1/me/proof")
        .session(&one)
        .json(&proof(&used))
        .refused(&world, Problem::WrongCode)
        .await;
    let two = school.sign_in(&world, &school.lead).await;
    world.clock.advance_seconds(6 * 60);
    let code = school.lead.code(&world);
    post("/api/v1/me/proof")
        .session(&one)
        .json(&proof(&code))
        .of(&world)
        .await
        .done();
    post("/api/v1/me/recovery-codes")
        .session(&two)
        .refused(&world, Problem::ProofNeeded)
        .await;
    // Neither here nor at the door.
    post("/api/v1/me/proof")
        .session(&two)
        .json(&proof(&code))
        .refused(&world, Problem::WrongCode)
        .await;
    post(school.path("/sign-in"))
        .json(&with(&school.lead, &code))
        .refused(&world, Problem::SignInRefused)
        .await;
    // A colleague's good code is none of mine.
    let theirs = school.deputy.code(&world);
    post("/api/v1/me/proof")
        .session(&two)
        .json(&proof(&theirs))
        .refused(&world, Problem::WrongCode)
        .await;
}

async fn guessing_at_a_proof_waits(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    for _ in 0..4 {
        post("/api/v1/me/proof")
            .session(&lead)
            .json(&proof("000000"))
            .refused(&world, Problem::WrongCode)
            .await;
    }
    post("/api/v1/me/proof")
        .session(&lead)
        .json(&proof("000000"))
        .refused(&world, Problem::Wait)
        .await;
    // It is the guesser of this account who waits, and signing in does not.
    school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    world.clock.advance_seconds(30);
    post("/api/v1/me/proof")
        .session(&deputy)
        .json(&proof(&school.deputy.code(&world)))
        .of(&world)
        .await
        .done();
}
