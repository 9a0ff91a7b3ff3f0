//! Whose word counts for a school's end: said once, by who is still there, and with a key that is still in force.

use protocol::api::{EndStaffRequest, Ending, KeeperAnswer, Role};
use protocol::directory::KeyStatus;
use protocol::plaintext::Danger;
use server::problem::Problem;

use crate::asking::post;
use crate::database::Fresh;
use crate::expiry::{DEPUTY, HEAD, LEAD, note};
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::wind_down::{
    agree, ask, call_back, end, ending, later, lead_token, name_keeper, read, take_out,
};
use crate::world::World;

both!(
    what_was_agreed_is_not_asked_for_or_agreed_to_again,
    whoever_is_gone_asked_for_nothing,
    a_key_taken_out_of_use_has_no_word,
    two_admins_do_not_call_it_back_without_a_reader,
    what_was_settled_for_an_end_called_back_is_settled_anew,
);

/// A school with a second account that configures and reads nothing.
async fn two_admins(world: &World) -> (School, Person) {
    let mut school = School::make(world, "one", 1);
    let second = Person::make("second", Role::Admin, &mut school.rng);
    let mut bundle = school.bundle();
    bundle.staff.push(second.bundled(school.id));
    school.import(world, &bundle).await.unwrap();
    school.open(world).await;
    (school, second)
}

async fn end_access(world: &World, by: &str, whom: &Person) {
    let request = EndStaffRequest {
        reason: "Left the school".to_owned(),
        key: whom.secret.as_ref().map(|_| whom.key()),
        destroy: false,
    };
    let path = format!("/api/v1/staff/{}/end", whom.staff.0);
    let ended = post(path).session(by).json(&request);
    ended.of(world).await.done();
}

/// Takes the head's key out of use; their account goes on.
async fn without_head(world: &World, school: &mut School) {
    let mut next = school.directory.clone();
    next.version += 1;
    next.prev_hash = school.directory.hash();
    let head = school.head.key();
    let entry = next.entries.iter_mut().find(|entry| entry.key_id == head);
    entry.unwrap().status = KeyStatus::Revoked;
    school.put_in_force(world, next).await;
}

// XAM-22
async fn what_was_agreed_is_not_asked_for_or_agreed_to_again(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    end(&world, &school, 31).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let head = school.sign_in(&world, &school.head).await;
    let before = world.state().await;
    ask(&admin, 31).refused(&world, Problem::Conflict).await;
    agree(&head, 31).refused(&world, Problem::Conflict).await;
    assert_eq!(world.state().await, before);
}

// XAM-22: an admin who is gone asked for nothing; a word to call it back goes with whoever gave it.
async fn whoever_is_gone_asked_for_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let (school, second) = two_admins(&world).await;
    let token = school.sign_in(&world, &second).await;
    ask(&token, 31).of(&world).await.done();
    let admin = school.sign_in(&world, &school.admin).await;
    end_access(&world, &admin, &second).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    agree(&deputy, 31).refused(&world, Problem::Conflict).await;
    call_back(&deputy).of(&world).await.done();

    end(&world, &school, 31).await;
    let head = school.sign_in(&world, &school.head).await;
    call_back(&head).of(&world).await.done();
    let admin = school.sign_in(&world, &school.admin).await;
    end_access(&world, &admin, &school.head).await;
    call_back(&admin).of(&world).await.done();
    let Ending { stop_asked, .. } = ending(&world, &admin).await.unwrap();
    assert_eq!(stop_asked.unwrap().staff, school.admin.staff, "anew");
    let lead = lead_token(&world, &school).await;
    call_back(&lead).of(&world).await.done();
    assert_eq!(ending(&world, &admin).await, None);
}

// XAM-22, P41: an account whose key the root holders took out of use neither ends a school nor keeps it.
async fn a_key_taken_out_of_use_has_no_word(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    without_head(&world, &mut school).await;
    let admin = school.sign_in(&world, &school.admin).await;
    ask(&admin, 31).of(&world).await.done();
    let head = school.sign_in(&world, &school.head).await;
    let before = world.state().await;
    agree(&head, 31).refused(&world, Problem::Refused).await;
    call_back(&head).refused(&world, Problem::Refused).await;
    assert_eq!(world.state().await, before);
}

// XAM-22: a second account that an admin made for themselves is no second person.
async fn two_admins_do_not_call_it_back_without_a_reader(fresh: &Fresh) {
    let world = World::new(fresh);
    let (school, second) = two_admins(&world).await;
    end(&world, &school, 31).await;
    let admin = school.sign_in(&world, &school.admin).await;
    call_back(&admin).of(&world).await.done();
    let other = school.sign_in(&world, &second).await;
    call_back(&other).of(&world).await.done();
    let Ending { stop_asked, .. } = ending(&world, &admin).await.unwrap();
    assert_eq!(stop_asked.unwrap().staff, second.staff);
    let deputy = school.sign_in(&world, &school.deputy).await;
    call_back(&deputy).of(&world).await.done();
    assert_eq!(ending(&world, &admin).await, None);
}

// XAM-22: keepers and take-outs of an end that was called back count for no later one; a third word for a keeper says
// nothing new and leaves no note.
async fn what_was_settled_for_an_end_called_back_is_settled_anew(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    read(&world, &school, &pupil).await;
    end(&world, &school, 31).await;
    let case = pupil.place.case;
    let lead = lead_token(&world, &school).await;
    let first = note(&mut school, &pupil, case, LEAD);
    let said: KeeperAnswer = name_keeper(&lead, case, &first).of(&world).await.ok();
    assert!(!said.agreed);
    let deputy = school.sign_in(&world, &school.deputy).await;
    let second = note(&mut school, &pupil, case, DEPUTY);
    let said: KeeperAnswer = name_keeper(&deputy, case, &second).of(&world).await.ok();
    assert!(said.agreed);
    let head = school.sign_in(&world, &school.head).await;
    let third = note(&mut school, &pupil, case, HEAD);
    let before = world.state().await;
    let more = name_keeper(&head, case, &third);
    more.refused(&world, Problem::Conflict).await;
    assert_eq!(world.state().await, before);
    let place = tempfile::tempdir().unwrap();
    assert_eq!(take_out(&world, &school, place.path()).await.cases, 1);
    assert_eq!(
        (world.rows("keeper").await, world.rows("taken_out").await),
        (1, 1)
    );

    let deputy = school.sign_in(&world, &school.deputy).await;
    call_back(&deputy).of(&world).await.done();
    let lead = lead_token(&world, &school).await;
    call_back(&lead).of(&world).await.done();
    assert_eq!(
        (world.rows("keeper").await, world.rows("taken_out").await),
        (0, 0)
    );
    later(&world, 1);
    end(&world, &school, 31).await;
    let lead = lead_token(&world, &school).await;
    let first = note(&mut school, &pupil, case, LEAD);
    let said: KeeperAnswer = name_keeper(&lead, case, &first).of(&world).await.ok();
    assert!(!said.agreed, "one word is one word again");
}
