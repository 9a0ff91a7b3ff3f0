//! What adults are told of a school's end: what is left, to whom it may be told, and what can still be done meanwhile.

use protocol::api::{
    EndingCases, EndingLeft, KeeperAnswer, LimitsRequest, MessagesAnswer, MessagesRequest,
    WindDownView,
};
use protocol::encoding::Bytes;
use protocol::gateway::{GatewayAnswer, Op};
use protocol::id::CaseId;
use protocol::plaintext::Danger;
use server::problem::Problem;

use crate::asking::{ask, get, post};
use crate::database::Fresh;
use crate::expiry::{DEPUTY, LEAD, note};
use crate::messages::reply;
use crate::pupil::Pupil;
use crate::school::School;
use crate::wind_down::{end, finish, later, name_keeper, read, take_out};
use crate::world::World;

both!(
    readers_see_what_is_theirs_and_admins_see_numbers,
    nothing_new_begins_and_a_child_still_gets_an_answer,
);

const fn left(cases: u32, not_taken_out: u32, without_keeper: u32) -> EndingLeft {
    EndingLeft {
        cases,
        not_taken_out,
        without_keeper,
    }
}

async fn counted(world: &World, token: &str) -> Option<EndingLeft> {
    let view: WindDownView = get("/api/v1/wind-down").session(token).of(world).await.ok();
    view.left
}

async fn listed(world: &World, token: &str) -> EndingCases {
    let path = "/api/v1/wind-down/cases";
    get(path).session(token).of(world).await.ok()
}

// XAM-22, P41: who keeps what and what is in the take-out, for whoever is in the case; only those who read nothing are
// given numbers of all.
async fn readers_see_what_is_theirs_and_admins_see_numbers(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let done = Pupil::report(&world, &mut school, Danger::No).await;
    let kept = Pupil::report_without_head(&world, &mut school).await;
    let unread = Pupil::report(&world, &mut school, Danger::No).await;
    finish(&world, &school, &done).await;
    read(&world, &school, &kept).await;
    // What waits for its random minute shows in no list yet, and counts for whoever ends the school.
    later(&world, 1);
    let admin = school.sign_in(&world, &school.admin).await;
    assert_eq!(counted(&world, &admin).await, None);
    end(&world, &school, 31).await;

    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let head = school.sign_in(&world, &school.head).await;
    assert_eq!(counted(&world, &admin).await, Some(left(3, 3, 2)));
    for token in [&lead, &head] {
        assert_eq!(counted(&world, token).await, None);
    }
    let of = |page: &EndingCases, case: CaseId| {
        let found = page.cases.iter().find(|one| one.case == case).cloned();
        found.map(|one| {
            let name = |said: Option<protocol::api::SaidBy>| said.map(|said| said.name);
            (one.taken_out, name(one.named), name(one.agreed))
        })
    };
    let kept_case = kept.place.case;
    assert_eq!(listed(&world, &lead).await.cases.len(), 3);
    // The server cannot tell whom a pupil left out: the head's browser, to which no notice of it opens, leaves it out.
    assert_eq!(listed(&world, &head).await.cases.len(), 3);
    get("/api/v1/wind-down/cases")
        .session(&admin)
        .refused(&world, Problem::Refused)
        .await;

    let place = tempfile::tempdir().unwrap();
    take_out(&world, &school, place.path()).await;
    assert_eq!(counted(&world, &admin).await, Some(left(3, 0, 2)));
    let names = (school.lead.name.clone(), school.deputy.name.clone());
    let first = note(&mut school, &kept, kept_case, LEAD);
    let said: KeeperAnswer = name_keeper(&lead, kept_case, &first).of(&world).await.ok();
    assert!(!said.agreed);
    // The note came after the take-out: it is not in it.
    let seen = listed(&world, &deputy).await;
    let waits = Some((false, Some(names.0.clone()), None));
    assert_eq!(of(&seen, kept_case), waits);
    assert_eq!(
        of(&seen, unread.place.case),
        Some((true, None, None)),
        "another case"
    );
    assert_eq!(counted(&world, &admin).await, Some(left(3, 1, 2)));
    let second = note(&mut school, &kept, kept_case, DEPUTY);
    let said: KeeperAnswer = name_keeper(&deputy, kept_case, &second)
        .of(&world)
        .await
        .ok();
    assert!(said.agreed);
    let settled = Some((false, Some(names.0), Some(names.1)));
    assert_eq!(of(&listed(&world, &lead).await, kept_case), settled);
    assert_eq!(counted(&world, &admin).await, Some(left(3, 1, 1)));
}

// XAM-22: while the service ends nothing new begins, and says so; a child in the middle of it is not left in silence.
async fn nothing_new_begins_and_a_child_still_gets_an_answer(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let limits = LimitsRequest {
        daily_budget: 400,
        term: 0,
    };
    let set = || ask("PUT", "/api/v1/limits").session(&admin).json(&limits);
    set().of(&world).await.done();
    end(&world, &school, 31).await;
    let before = world.state().await;
    set().refused(&world, Problem::ServiceEnding).await;
    assert_eq!(before, world.state().await);

    later(&world, 30);
    let lead = school.sign_in(&world, &school.lead).await;
    let answer = reply(&mut school, &pupil);
    let request = MessagesRequest {
        envelopes: vec![Bytes(answer.encode())],
        destroy_after_day: None,
        may_expire: None,
        due_day: None,
    };
    let taken: MessagesAnswer = post(format!("/api/v1/cases/{}/messages", pupil.place.case.0))
        .session(&lead)
        .json(&request)
        .of(&world)
        .await
        .ok();
    assert_eq!(taken.messages, [answer.header().message()]);
    let opened = pupil.ask(&world, &mut school, Op::Check).await;
    let GatewayAnswer::Mailbox(mailbox) = opened else {
        panic!("the mailbox is open until the last day: {opened:?}");
    };
    assert_eq!(mailbox.messages.len(), 2, "what they wrote, and the answer");
}
