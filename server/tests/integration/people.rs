//! Ending access: by an admin, with a reason, never one's own.

use protocol::api::{EndStaffRequest, PeopleView, StaffState};
use protocol::id::StaffId;
use server::problem::Problem;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::school::{Person, School};
use crate::world::World;

both!(
    ending_needs_the_right_and_a_reason,
    what_an_adult_signed_in_with_goes_thirty_days_after
);

fn end(token: &str, staff: StaffId, reason: &str, key: Option<&Person>) -> Asking {
    let request = EndStaffRequest {
        reason: reason.to_owned(),
        key: key.map(Person::key),
        destroy: false,
    };
    post(format!("/api/v1/staff/{}/end", staff.0))
        .session(token)
        .json(&request)
}

async fn ending_needs_the_right_and_a_reason(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.deputy.staff;

    end(&lead, deputy, "No right to", Some(&school.deputy))
        .refused(&world, Problem::Refused)
        .await;
    end(&admin, deputy, "  ", Some(&school.deputy))
        .refused(&world, Problem::Invalid)
        .await;
    end(&admin, deputy, &"x".repeat(501), Some(&school.deputy))
        .refused(&world, Problem::Invalid)
        .await;
    end(&admin, deputy, "Left", Some(&school.lead))
        .refused(&world, Problem::Conflict)
        .await;
    end(&admin, school.admin.staff, "Tired", None)
        .refused(&world, Problem::Refused)
        .await;
    let nobody = StaffId::make(&mut school.rng);
    end(&admin, nobody, "Left", None)
        .refused(&world, Problem::NotFound)
        .await;

    end(&admin, deputy, "Left", Some(&school.deputy))
        .of(&world)
        .await
        .done();
    end(&admin, deputy, "Left", Some(&school.deputy))
        .refused(&world, Problem::Conflict)
        .await;
    let people: PeopleView = get("/api/v1/staff").session(&lead).of(&world).await.ok();
    let ended = people
        .staff
        .iter()
        .find(|person| person.staff == deputy)
        .unwrap();
    assert_eq!(ended.state, StaffState::Ended);
}

// IMP-1: the round that tidies does it, on its day and no sooner.
async fn what_an_adult_signed_in_with_goes_thirty_days_after(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    end(&admin, school.deputy.staff, "Left", Some(&school.deputy))
        .of(&world)
        .await
        .done();
    let is_kept = async || {
        server::jobs::tidy(&world.app).await.unwrap();
        let mut transaction = world.app.read().await.unwrap();
        let found = transaction.staff_by_id(school.id, school.deputy.staff);
        let found = found.await.unwrap().unwrap();
        !found.vault.is_empty()
    };
    world.clock.advance_seconds(30 * 86_400);
    assert!(is_kept().await, "the thirtieth day is not over");
    world.clock.advance_seconds(3_600);
    assert!(!is_kept().await);
}
