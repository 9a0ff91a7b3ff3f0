//! What the server notices in its log, who is told of it, and who may say that they looked (XAM-12, XAM-10).

use protocol::api::{
    CloseFlagRequest, FlagOutcome, FlagRule, FlagView, ProofRequest, ReviewView, SignInRequest,
};
use protocol::audit::{Entry, Kind};
use protocol::encoding::FixedBytes;
use protocol::plaintext::Danger;
use protocol::release::{Asked, sign_release};
use server::problem::Problem;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::{World, run};

both!(
    an_opening_at_night_waits_for_a_colleague,
    wrong_sign_ins_are_told_to_the_others,
    what_could_not_be_written_is_not_forgotten,
    what_happens_after_a_look_opens_the_flag_again,
    who_reads_nothing_sees_counts_and_no_case,
    a_flag_of_another_school_cannot_be_closed,
);

async fn open(world: &World, school: &School, by: &Person, pupil: &Pupil, seed: u64) {
    let token = school.sign_in(world, by).await;
    let asked = Asked {
        thread: pupil.sealed.thread.id(),
        reason: 1,
        hour: world.now().hour(),
        log_size: 1,
    };
    let request = sign_release(asked, by.secret(), &mut crate::world::rng(seed));
    post(format!("/api/v1/cases/{}/release", pupil.place.case.0))
        .session(&token)
        .json(&request)
        .of(world)
        .await
        .ok::<serde_json::Value>();
}

async fn look(world: &World, token: &str) -> ReviewView {
    get("/api/v1/review").session(token).of(world).await.ok()
}

fn close(token: &str, flag: &FlagView) -> Asking {
    let request = CloseFlagRequest {
        flag: flag.flag,
        outcome: FlagOutcome::Explained,
    };
    post("/api/v1/review/close").session(token).json(&request)
}

async fn try_wrong(world: &World, school: &School, user: &str, times: u32) {
    for _ in 0..times {
        world.clock.advance_seconds(61);
        let request = SignInRequest {
            user: user.to_owned(),
            auth: FixedBytes([1; 32]),
            code: "000000".to_owned(),
            passkey: None,
        };
        post(school.path("/sign-in"))
            .json(&request)
            .of(world)
            .await
            .is_problem(Problem::SignInRefused, "wrong");
    }
}

// XAM-10: an alert is not lost because the database could not take it at the time.
async fn what_could_not_be_written_is_not_forgotten(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    try_wrong(&world, &school, "lead", 5).await;
    rename(&world, "wrong_try", "away").await;
    server::jobs::tidy(&world.app).await.unwrap_err();
    rename(&world, "away", "wrong_try").await;
    assert_eq!(look(&world, &deputy).await.flags[0].count, 2);
    server::jobs::tidy(&world.app).await.unwrap();
    assert_eq!(world.rows("wrong_try").await, 1);
    assert_eq!(look(&world, &deputy).await.flags[0].count, 2);
}

async fn rename(world: &World, from: &str, to: &str) {
    let mut transaction = world.database.write().await.unwrap();
    run(
        &mut transaction,
        format!("alter table {from} rename to {to}"),
    )
    .await;
    transaction.commit().await.unwrap();
}

// XAM-12: flagged, named, closed by somebody else than the one it is about, once, and the log says so.
async fn an_opening_at_night_waits_for_a_colleague(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    assert_eq!(look(&world, &deputy).await.flags, [], "nothing happened");
    open(&world, &school, &school.lead, &pupil, 1).await;

    let found = look(&world, &deputy).await;
    assert_eq!(found.flags.len(), 1);
    let flag = &found.flags[0];
    assert_eq!(flag.rule, FlagRule::OutOfHours);
    assert_eq!(flag.key, Some(school.lead.key()));
    assert_eq!(flag.cases, [pupil.place.case]);
    assert_eq!((flag.count, &flag.closed), (1, &None));
    assert_eq!(
        found.months,
        [],
        "a pupil may have left the deputy out of some"
    );

    close(&lead, flag).refused(&world, Problem::Refused).await;
    let unknown = FlagView {
        flag: FixedBytes([7; 32]),
        ..flag.clone()
    };
    close(&deputy, &unknown)
        .refused(&world, Problem::NotFound)
        .await;
    close(&deputy, flag).of(&world).await.done();
    close(&deputy, flag)
        .refused(&world, Problem::Conflict)
        .await;

    let found = look(&world, &lead).await;
    let closed = found.flags[0].closed.as_ref().unwrap();
    assert_eq!(closed.name, school.deputy.name);
    assert_eq!(closed.outcome, FlagOutcome::Explained);
    let page: protocol::api::AuditPage = get("/api/v1/audit").session(&lead).of(&world).await.ok();
    let entry = Entry::decode(&page.entries[0].entry.0).unwrap();
    assert_eq!(
        (entry.kind, entry.key_id),
        (Kind::Reviewed, school.deputy.key())
    );
}

// XAM-10: the others hear of it, an admin too; names that do not exist leave nothing; it outlives the minute.
async fn wrong_sign_ins_are_told_to_the_others(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    try_wrong(&world, &school, "nobody", 6).await;
    try_wrong(&world, &school, "lead", 3).await;
    assert_eq!(
        look(&world, &deputy).await.flags,
        [],
        "mistakes anybody makes"
    );
    try_wrong(&world, &school, "lead", 2).await;
    let flags = look(&world, &deputy).await.flags;
    assert_eq!(flags.len(), 1);
    assert_eq!((flags[0].rule, flags[0].count), (FlagRule::WrongSignIn, 2));
    assert_eq!(flags[0].name.as_deref(), Some(school.lead.name.as_str()));
    assert_eq!(
        world.rows("wrong_try").await,
        0,
        "a refused sign-in writes nothing"
    );
    server::jobs::tidy(&world.app).await.unwrap();
    assert_eq!(world.rows("wrong_try").await, 1);
    try_wrong(&world, &school, "lead", 1).await;
    assert_eq!(look(&world, &deputy).await.flags[0].count, 3, "both counts");

    let lead = school.sign_in(&world, &school.lead).await;
    let flag = look(&world, &lead).await.flags.remove(0);
    close(&lead, &flag).refused(&world, Problem::Refused).await;
    let admin = school.sign_in(&world, &school.admin).await;
    close(&admin, &flag).of(&world).await.done();

    // Somebody at a desk that was left open.
    for _ in 0..4 {
        world.clock.advance_seconds(61);
        let request = ProofRequest {
            code: "000000".to_owned(),
            passkey: None,
        };
        let asking = post("/api/v1/me/proof").session(&admin).json(&request);
        asking
            .of(&world)
            .await
            .is_problem(Problem::WrongCode, "wrong");
    }
    let flags = look(&world, &lead).await.flags;
    assert_eq!(flags[0].rule, FlagRule::WrongProof);
    assert_eq!(flags[0].name.as_deref(), Some(school.admin.name.as_str()));
}

// XAM-12: a look is at what had happened, not at what comes.
async fn what_happens_after_a_look_opens_the_flag_again(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    world.clock.advance_seconds(3_600);
    let deputy = school.sign_in(&world, &school.deputy).await;
    open(&world, &school, &school.lead, &pupil, 1).await;
    let flag = look(&world, &deputy).await.flags.remove(0);
    close(&deputy, &flag).of(&world).await.done();
    open(&world, &school, &school.lead, &pupil, 2).await;
    let again = look(&world, &deputy).await.flags.remove(0);
    assert_eq!((again.flag, again.count), (flag.flag, 2));
    assert_eq!(again.closed, None);
    close(&deputy, &again).of(&world).await.done();
    assert!(look(&world, &deputy).await.flags[0].closed.is_some());
    // After a year and more nothing of it is kept.
    world.clock.advance_seconds(402 * 86_400);
    server::jobs::tidy(&world.app).await.unwrap();
    assert_eq!(world.rows("reviewed").await, 0);
}

// XAM-12, P41: governors and admins see how many, readers see which.
async fn who_reads_nothing_sees_counts_and_no_case(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    open(&world, &school, &school.lead, &pupil, 1).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let flag = look(&world, &deputy).await.flags.remove(0);
    let admin = school.sign_in(&world, &school.admin).await;
    let seen = look(&world, &admin).await;
    assert_eq!(seen.flags, []);
    assert_eq!(seen.months.len(), 1);
    let month = &seen.months[0];
    assert_eq!(month.month, "2026-11");
    assert_eq!((month.openings, month.flags, month.open), (1, 1, 1));
    close(&admin, &flag)
        .refused(&world, Problem::NotFound)
        .await;
    close(&deputy, &flag).of(&world).await.done();
    assert_eq!(look(&world, &admin).await.months[0].open, 0);
}

// P41: nothing of another school can be named.
async fn a_flag_of_another_school_cannot_be_closed(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let other = School::bring_in(&world, "two", 2).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    open(&world, &school, &school.lead, &pupil, 1).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let flag = look(&world, &deputy).await.flags.remove(0);
    let stranger = other.sign_in(&world, &other.deputy).await;
    assert_eq!(look(&world, &stranger).await.flags, []);
    close(&stranger, &flag)
        .refused(&world, Problem::NotFound)
        .await;
}
