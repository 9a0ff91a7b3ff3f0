//! Last days, the word of a leaver, and what the server refuses to destroy.

use protocol::api::{EndStaffRequest, HandOver, LeavingRequest, PeopleView};
use protocol::encoding::FixedBytes;
use protocol::hand_over::sign_hand_over;
use protocol::id::StaffId;
use protocol::plaintext::Danger;
use server::problem::Problem;

use crate::asking::{Asking, ask, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::World;

both!(
    only_the_leavers_own_true_word_counts,
    a_destroyed_key_leaves_nothing_sealed_to_it,
    a_last_day_lies_ahead
);

fn statement(world: &World, alone: u32, log_size: u64) -> HandOver {
    HandOver {
        key: FixedBytes([0; 16]),
        cases: 3,
        handed: 1,
        alone,
        log_size,
        hour: world.now().hour(),
        signature: FixedBytes([0; 64]),
    }
}

async fn log_size(world: &World) -> u64 {
    let mut transaction = world.database.read().await.unwrap();
    crate::world::keeper(&world.server_key)
        .size(&mut transaction)
        .await
        .unwrap()
}

fn say(token: &str, said: &HandOver) -> Asking {
    ask("PUT", "/api/v1/hand-over").session(token).json(said)
}

fn destroy(token: &str, person: &Person) -> Asking {
    let request = EndStaffRequest {
        reason: "Left".to_owned(),
        key: Some(person.key()),
        destroy: true,
    };
    post(format!("/api/v1/staff/{}/end", person.staff.0))
        .session(token)
        .json(&request)
}

// P52: a certificate is the leaver's own signature over true numbers.
async fn only_the_leavers_own_true_word_counts(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    Pupil::report(&world, &mut school, Danger::Yes).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let size = log_size(&world).await;
    let by_lead = |said: HandOver| sign_hand_over(said, school.id, school.lead.secret());

    destroy(&admin, &school.lead)
        .refused(&world, Problem::NotHandedOver)
        .await;
    let good = by_lead(statement(&world, 0, size));
    // In another's name, changed after signing, for another school, from the future, of another day.
    say(&deputy, &good)
        .refused(&world, Problem::BadSignature)
        .await;
    let changed = HandOver {
        cases: 4,
        ..good.clone()
    };
    say(&lead, &changed)
        .refused(&world, Problem::BadSignature)
        .await;
    let elsewhere = protocol::id::SchoolId::make(&mut school.rng.clone());
    let foreign = sign_hand_over(statement(&world, 0, size), elsewhere, school.lead.secret());
    say(&lead, &foreign)
        .refused(&world, Problem::BadSignature)
        .await;
    let ahead = by_lead(statement(&world, 0, size + 1));
    say(&lead, &ahead).refused(&world, Problem::Invalid).await;
    let old = by_lead(HandOver {
        hour: world.now().hour() - 2,
        ..statement(&world, 0, size)
    });
    say(&lead, &old).refused(&world, Problem::WrongHour).await;
    let nonsense = by_lead(statement(&world, 4, size));
    say(&lead, &nonsense)
        .refused(&world, Problem::Invalid)
        .await;
    say(&admin, &good).refused(&world, Problem::Refused).await;

    // A colleague's word does not destroy the lead's key; nor does one that leaves a case alone.
    let colleague = sign_hand_over(
        statement(&world, 0, size),
        school.id,
        school.deputy.secret(),
    );
    say(&deputy, &colleague).of(&world).await.done();
    destroy(&admin, &school.lead)
        .refused(&world, Problem::NotHandedOver)
        .await;
    say(&lead, &by_lead(statement(&world, 1, size)))
        .of(&world)
        .await
        .done();
    destroy(&admin, &school.lead)
        .refused(&world, Problem::NotHandedOver)
        .await;
    // Nor one that a report has overtaken.
    say(&lead, &good).of(&world).await.done();
    let mut school = school;
    Pupil::report(&world, &mut school, Danger::Yes).await;
    destroy(&admin, &school.lead)
        .refused(&world, Problem::NotHandedOver)
        .await;
    let now = log_size(&world).await;
    let fresh_word = sign_hand_over(statement(&world, 0, now), school.id, school.lead.secret());
    say(&lead, &fresh_word).of(&world).await.done();
    destroy(&admin, &school.lead).of(&world).await.done();
    let people: PeopleView = get("/api/v1/staff").session(&admin).of(&world).await.ok();
    let certificate = people
        .leavers
        .iter()
        .find(|one| one.staff == school.lead.staff)
        .unwrap();
    assert_eq!(certificate.statement.as_ref(), Some(&fresh_word));
    assert_eq!(certificate.destroyed_hour, Some(world.now().hour()));
}

async fn a_destroyed_key_leaves_nothing_sealed_to_it(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    for _ in 0..3 {
        Pupil::report(&world, &mut school, Danger::Yes).await;
    }
    assert_eq!(world.rows("slot").await, 9);
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let said = statement(&world, 0, log_size(&world).await);
    let said = sign_hand_over(said, school.id, school.lead.secret());
    say(&lead, &said).of(&world).await.done();
    destroy(&admin, &school.lead).of(&world).await.done();
    assert_eq!(
        world.rows("slot").await,
        6,
        "only the leaver's part is gone"
    );
    let mut transaction = world.database.read().await.unwrap();
    let account = transaction
        .staff_by_id(school.id, school.lead.staff)
        .await
        .unwrap()
        .unwrap();
    assert!(account.vault.is_empty() && account.second_factor.is_empty());
    // Whoever reads old replies still finds who signed them.
    assert!(school.directory.entry(&school.lead.key()).is_some());
}

async fn a_last_day_lies_ahead(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let today = world.now().day();
    let leave = |token: &str, staff: StaffId, last_day: Option<u32>| {
        ask("PUT", format!("/api/v1/staff/{}/leaving", staff.0))
            .session(token)
            .json(&LeavingRequest { last_day })
    };
    let staff = school.lead.staff;
    leave(&admin, staff, Some(today - 1))
        .refused(&world, Problem::Invalid)
        .await;
    leave(&admin, staff, Some(today + 731))
        .refused(&world, Problem::Invalid)
        .await;
    leave(&lead, staff, Some(today))
        .refused(&world, Problem::Refused)
        .await;
    let nobody = StaffId::make(&mut school.rng);
    leave(&admin, nobody, Some(today))
        .refused(&world, Problem::NotFound)
        .await;
    leave(&admin, staff, Some(today)).of(&world).await.done();
    let day = |people: &PeopleView| people.leavers[0].last_day;
    let people: PeopleView = get("/api/v1/staff").session(&lead).of(&world).await.ok();
    assert_eq!(day(&people), Some(today));
    leave(&admin, staff, None).of(&world).await.done();
    let people: PeopleView = get("/api/v1/staff").session(&lead).of(&world).await.ok();
    assert_eq!(day(&people), None);
}
