//! Opening a case: only signed, only logged, only once, only by someone with a slot.

use protocol::api::{CasePage, Release, ReleaseRequest};
use protocol::audit::{Kind, verify_case};
use protocol::checkpoint;
use protocol::gateway::Op;
use protocol::id::CaseId;
use protocol::plaintext::Danger;
use protocol::received::Received;
use protocol::release::{Asked, sign_release};
use server::config::Settings;
use server::problem::Problem;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::{ORIGIN, World};

both!(
    a_release_is_logged_and_proven,
    broken_requests_release_nothing,
    a_case_waits_until_its_hidden_moment,
    another_school_opens_nothing,
);

fn path(case: CaseId) -> String {
    format!("/api/v1/cases/{}/release", case.0)
}

fn request(world: &World, pupil: &Pupil, person: &Person, seed: u64) -> ReleaseRequest {
    let asked = Asked {
        thread: pupil.sealed.thread.id(),
        reason: 1,
        hour: world.now().hour(),
        log_size: 1,
    };
    sign_release(asked, person.secret(), &mut crate::world::rng(seed))
}

fn release(token: &str, case: CaseId, request: &ReleaseRequest) -> Asking {
    post(path(case)).session(token).json(request)
}

// M1, protocol 6.2: entry, leaf and checkpoint first, content after; proofs come along.
async fn a_release_is_logged_and_proven(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let token = school.sign_in(&world, &school.lead).await;
    let page: CasePage = get("/api/v1/cases").session(&token).of(&world).await.ok();
    let row = &page.cases[0];
    assert!(row.danger && row.urgent_minute.is_some() && row.opened_day.is_none());

    let signed = request(&world, &pupil, &school.lead, 1);
    let answer: Release = release(&token, pupil.place.case, &signed)
        .of(&world)
        .await
        .ok();
    let log_key = school.directory.log_key;
    let checkpoint = checkpoint::verify(&answer.checkpoint, &log_key, Some(ORIGIN)).unwrap();
    let entries = verify_case(&pupil.sealed.audit_key, &answer.entries, &checkpoint).unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry.kind).collect::<Vec<_>>(),
        [Kind::Received, Kind::Released]
    );
    assert_eq!(entries[1].key_id, school.lead.key());
    assert_eq!(
        (answer.consistency.from, answer.consistency.to),
        (1, checkpoint.size)
    );
    let received =
        Received::from_released(&answer.messages[0], school.id, pupil.place.case).unwrap();
    let opened = received.open_report(&school.lead.secret().kem).unwrap();
    assert!(opened.report.text.contains("CANARY"));

    // The danger bit and the minute are dropped with the first opening.
    let page: CasePage = get("/api/v1/cases").session(&token).of(&world).await.ok();
    let row = &page.cases[0];
    assert!(!row.danger && row.urgent_minute.is_none());
    assert_eq!(row.opened_day, Some(world.now().day()));
}

// M1: without an entry that the reader signed for, no wrapped key is given out.
async fn broken_requests_release_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let other = Pupil::report(&world, &mut school, Danger::Yes).await;
    let token = school.sign_in(&world, &school.lead).await;
    let case = pupil.place.case;
    let good = request(&world, &pupil, &school.lead, 1);

    let mut forged = good.clone();
    forged.signature.0[0] ^= 1;
    release(&token, case, &forged)
        .refused(&world, Problem::BadSignature)
        .await;
    let changed = ReleaseRequest {
        reason: 2,
        ..good.clone()
    };
    release(&token, case, &changed)
        .refused(&world, Problem::BadSignature)
        .await;
    let unknown = ReleaseRequest {
        reason: 7,
        ..good.clone()
    };
    release(&token, case, &unknown)
        .refused(&world, Problem::Invalid)
        .await;
    // Signed for one case, shown for another.
    release(&token, other.place.case, &good)
        .refused(&world, Problem::BadSignature)
        .await;
    // The deputy's signature in the lead's session, and the lead's under the deputy's.
    let deputys = request(&world, &pupil, &school.deputy, 2);
    release(&token, case, &deputys)
        .refused(&world, Problem::BadSignature)
        .await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    release(&deputy, case, &good)
        .refused(&world, Problem::BadSignature)
        .await;
    let nowhere = CaseId::make(&mut school.rng);
    release(&token, nowhere, &good)
        .refused(&world, Problem::NotFound)
        .await;
    post("/api/v1/cases/not-a-case/release")
        .session(&token)
        .json(&good)
        .refused(&world, Problem::NotFound)
        .await;
    // A log longer than ours: someone was shown another one.
    let asked = Asked {
        thread: pupil.sealed.thread.id(),
        reason: 1,
        hour: world.now().hour(),
        log_size: 99,
    };
    let ahead = sign_release(asked, school.lead.secret(), &mut school.rng);
    release(&token, case, &ahead)
        .refused(&world, Problem::Conflict)
        .await;
    for hour in [world.now().hour() - 2, world.now().hour() + 2] {
        let asked = Asked {
            thread: pupil.sealed.thread.id(),
            reason: 1,
            hour,
            log_size: 1,
        };
        let late = sign_release(asked, school.lead.secret(), &mut school.rng);
        release(&token, case, &late)
            .refused(&world, Problem::WrongHour)
            .await;
    }
    assert_eq!(release(&token, case, &good).of(&world).await.status, 200);
    // R25: the answer was lost, the same request comes again: the same answer, one entry.
    let rows = world.database.row_counts().await.unwrap();
    let again: Release = release(&token, case, &good).of(&world).await.ok();
    assert_eq!(world.database.row_counts().await.unwrap(), rows);
    assert_eq!(again.entries.len(), 2);
    // Bad input: replayed after something else happened to the case.
    let more = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    pupil.ask(&world, &mut school, more).await;
    release(&token, case, &good)
        .refused(&world, Problem::Replayed)
        .await;
}

// Schools.md 2g: a report "not in danger" appears after a random wait, so nobody can tell who was on a phone.
async fn a_case_waits_until_its_hidden_moment(fresh: &Fresh) {
    let settings = Settings {
        publication_delay_minutes: Some(30),
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let mut school = School::bring_in(&world, "one", 1).await;
    let mut waiting = Vec::new();
    for _ in 0..8 {
        waiting.push(Pupil::report(&world, &mut school, Danger::No).await);
    }
    Pupil::report(&world, &mut school, Danger::NotSure).await;
    let token = school.sign_in(&world, &school.lead).await;
    let page: CasePage = get("/api/v1/cases").session(&token).of(&world).await.ok();
    assert!(
        page.cases.iter().any(|row| row.danger),
        "danger never waits"
    );
    assert!(
        page.cases.len() < 9,
        "eight random waits of 0 to 30 minutes are not all zero"
    );
    let hidden = waiting
        .iter()
        .find(|pupil| page.cases.iter().all(|row| row.case != pupil.place.case))
        .unwrap();
    let signed = request(&world, hidden, &school.lead, 5);
    release(&token, hidden.place.case, &signed)
        .refused(&world, Problem::NotFound)
        .await;
    for _ in 0..3 {
        world.clock.advance_seconds(10 * 60);
        let page: CasePage = get("/api/v1/cases").session(&token).of(&world).await.ok();
        assert!(page.cases.len() <= 9);
    }
    let page: CasePage = get("/api/v1/cases").session(&token).of(&world).await.ok();
    assert_eq!(page.cases.len(), 9);
    assert!(
        page.cases
            .iter()
            .all(|row| row.urgent_minute.is_some() == row.danger)
    );
}

// Bad input: another school's identity.
async fn another_school_opens_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut one = School::bring_in(&world, "one", 1).await;
    let two = School::bring_in(&world, "two", 2).await;
    let pupil = Pupil::report(&world, &mut one, Danger::Yes).await;
    let token = two.sign_in(&world, &two.lead).await;
    let page: CasePage = get("/api/v1/cases").session(&token).of(&world).await.ok();
    assert!(page.cases.is_empty());
    let signed = request(&world, &pupil, &two.lead, 1);
    release(&token, pupil.place.case, &signed)
        .refused(&world, Problem::NotFound)
        .await;
}
