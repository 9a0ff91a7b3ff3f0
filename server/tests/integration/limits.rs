//! What an honest crowd must never feel, and what nobody can get around (F11, R3, R38).

use axum::http::HeaderName;
use protocol::api::{Alarm, LimitsRequest, PeopleView, SchoolView};
use protocol::gateway::{GatewayAnswer, Op, Problem as Why, Request};
use protocol::plaintext::Danger;
use protocol::puzzle::{Challenge, read_challenge};
use server::config::Settings;
use server::gate::IDLE_BITS;
use server::problem::Problem;
use server::store::Limits;

use crate::asking::{ask, get, post};
use crate::database::Fresh;
use crate::pupil::{Pupil, solve, unsolved};
use crate::school::School;
use crate::world::World;

both!(
    three_hundred_loads_and_sixty_sends_from_one_address,
    a_forged_header_gives_nothing,
    a_named_proxy_is_believed,
    danger_is_taken_whatever_happens,
    puzzles_are_good_once_in_time_and_hard_enough,
    a_budget_is_counted_told_and_set,
    posters_with_a_code_have_the_wide_lane,
    two_nodes_agree,
);

pub const SCHOOL: &str = "203.0.113.7";

pub async fn look(world: &World, school: &School, address: &str) -> SchoolView {
    let asking = get(school.path("")).from(address);
    asking.of(world).await.ok()
}

pub fn bits(challenge: &Challenge) -> u8 {
    read_challenge(challenge).unwrap().price.bits
}

/// As a browser sends: look, seal, solve, post; again with what it is asked for.
pub async fn send_as(
    world: &World,
    school: &mut School,
    request: &Request,
    address: &str,
) -> GatewayAnswer {
    let mut challenge = look(world, school, address).await.challenge;
    loop {
        let (mut frame, key) = unsolved(world, school, request);
        solve(&mut frame, &challenge, 0);
        let answer = post_frame(world, school, frame, address).await;
        match key.open(&answer.body).unwrap() {
            GatewayAnswer::Work { challenge: harder } => challenge = harder,
            answer => return answer,
        }
    }
}

pub async fn post_frame(
    world: &World,
    school: &School,
    frame: Vec<u8>,
    address: &str,
) -> crate::asking::Answer {
    let asking = post(school.path("/gateway")).sealed(frame).from(address);
    asking.of(world).await
}

/// Frames that open for nobody, until puzzles from this address are as hard as they get.
pub async fn flood(world: &World, school: &School, address: &str) {
    let mut junk = b"SRG1".to_vec();
    junk.extend(school.id.to_bytes());
    junk.resize(32 * 1024, 7);
    for _ in 0..4_900 {
        post_frame(world, school, junk.clone(), address).await;
    }
}

// F11: 300 page loads and 60 sends from one address within five minutes all succeed, at the usual price.
async fn three_hundred_loads_and_sixty_sends_from_one_address(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    for number in 0..60 {
        world.clock.advance_seconds(5);
        for _ in 0..5 {
            assert_eq!(get("/").from(SCHOOL).of(&world).await.status, 200);
            let view = look(&world, &school, SCHOOL).await;
            assert_eq!(bits(&view.challenge), IDLE_BITS);
        }
        let pupil = Pupil::write(&mut school, Danger::No);
        let request = pupil.request(pupil.submit());
        let answer = send_as(&world, &mut school, &request, SCHOOL).await;
        assert_eq!(answer, GatewayAnswer::Accepted {}, "{number}");
    }
    assert_eq!(world.rows("cases").await, 60);
}

// R38, ASVS 4.1.3: an invented header neither hides a flood nor blames another for it.
async fn a_forged_header_gives_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in(&world, "one", 1).await;
    let forwarded = HeaderName::from_static("x-forwarded-for");
    for number in 0..700 {
        let (a, b) = (number / 250, number % 250);
        let junk = [
            b"SRG1".as_slice(),
            &school.id.to_bytes(),
            &[7; 32 * 1024 - 20],
        ]
        .concat();
        let forged = format!("198.51.{a}.{b}, 192.0.2.1");
        let asking = post(school.path("/gateway")).sealed(junk).from(SCHOOL);
        let answer = asking.header(forwarded.clone(), forged).of(&world).await;
        assert_eq!(answer.status, 422);
    }
    assert_eq!(
        bits(&look(&world, &school, SCHOOL).await.challenge),
        IDLE_BITS + 2
    );
    assert_eq!(
        bits(&look(&world, &school, "192.0.2.1").await.challenge),
        IDLE_BITS
    );
    assert_eq!(
        bits(&look(&world, &school, "198.51.1.1").await.challenge),
        IDLE_BITS
    );
}

async fn a_named_proxy_is_believed(fresh: &Fresh) {
    let settings = Settings {
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let school = School::bring_in(&world, "one", 1).await;
    let forwarded = HeaderName::from_static("x-forwarded-for");
    let seen = async |client: &str| {
        let asking = get(school.path("")).from("10.0.0.2");
        let view: SchoolView = asking
            .header(forwarded.clone(), client)
            .of(&world)
            .await
            .ok();
        bits(&view.challenge)
    };
    let junk = [
        b"SRG1".as_slice(),
        &school.id.to_bytes(),
        &[7; 32 * 1024 - 20],
    ]
    .concat();
    for _ in 0..310 {
        let asking = post(school.path("/gateway"))
            .sealed(junk.clone())
            .from("10.0.0.2");
        asking
            .header(forwarded.clone(), "6.6.6.6, 203.0.113.7")
            .of(&world)
            .await;
    }
    assert_eq!(seen("203.0.113.9").await, IDLE_BITS + 1, "the same /24");
    assert_eq!(seen("203.0.114.9").await, IDLE_BITS);
    assert_eq!(seen("6.6.6.6").await, IDLE_BITS);
}

// R38: quota used up ten times, pressure at its highest, no puzzle, no poster: danger is taken.
async fn danger_is_taken_whatever_happens(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let limits = Limits {
        daily_budget: 10,
        term: 1,
    };
    let mut transaction = world.database.write().await.unwrap();
    transaction.set_limits(school.id, &limits).await.unwrap();
    let day = world.now().day();
    transaction
        .count_reports(school.id, day, 100)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    world.clock.advance_seconds(1);
    flood(&world, &school, SCHOOL).await;
    assert_eq!(
        bits(&look(&world, &school, SCHOOL).await.challenge),
        IDLE_BITS + 5
    );

    for danger in [Danger::Yes, Danger::NotSure] {
        let pupil = Pupil::write(&mut school, danger);
        let (frame, key) = unsolved(&world, &mut school, &pupil.request(pupil.submit()));
        let answer = post_frame(&world, &school, frame, SCHOOL).await;
        assert_eq!(key.open(&answer.body).unwrap(), GatewayAnswer::Accepted {});
    }
    // Any other is asked for work, in an answer that looks the same from outside, and nothing is kept of it.
    let before = world.state().await;
    let pupil = Pupil::write(&mut school, Danger::No);
    for op in [pupil.submit(), Op::Check, Op::Withdraw] {
        let (frame, key) = unsolved(&world, &mut school, &pupil.request(op));
        let answer = post_frame(&world, &school, frame, SCHOOL).await;
        assert_eq!((answer.status, answer.body.len()), (200, 32 * 1024));
        let GatewayAnswer::Work { challenge } = key.open(&answer.body).unwrap() else {
            panic!("not taken without a puzzle");
        };
        assert_eq!(bits(&challenge), IDLE_BITS + 5);
    }
    // With the hardest puzzle solved it is told to come tomorrow; that is the one wall there is.
    let (mut frame, key) = unsolved(&world, &mut school, &pupil.request(pupil.submit()));
    solve(
        &mut frame,
        &look(&world, &school, SCHOOL).await.challenge,
        2,
    );
    let answer = post_frame(&world, &school, frame, SCHOOL).await;
    let refused = GatewayAnswer::Refused {
        problem: Why::Tomorrow,
    };
    assert_eq!(key.open(&answer.body).unwrap(), refused);
    assert_eq!(world.state().await, before);
    // The mailbox of a report that is here is open all the same.
    world.clock.advance_seconds(86_400);
    let request = pupil.request(pupil.submit());
    let answer = send_with_code_bits(&world, &mut school, &request).await;
    assert_eq!(answer, GatewayAnswer::Accepted {});
}

async fn send_with_code_bits(
    world: &World,
    school: &mut School,
    request: &Request,
) -> GatewayAnswer {
    let view = look(world, school, SCHOOL).await;
    let (mut frame, key) = unsolved(world, school, request);
    solve(&mut frame, &view.challenge, view.bits_without_code);
    let answer = post_frame(world, school, frame, SCHOOL).await;
    key.open(&answer.body).unwrap()
}

// ASVS 9.1: challenges are typed, dated, bound to the school and to one sealed body, and count once.
async fn puzzles_are_good_once_in_time_and_hard_enough(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let other = School::bring_in(&world, "two", 2).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let request = pupil.request(Op::Check);
    let asks_for_work = async |world: &World, school: &mut School, challenge: &Challenge| {
        let (mut frame, key) = unsolved(world, school, &request);
        solve(&mut frame, challenge, 0);
        let answer = post_frame(world, school, frame, SCHOOL).await;
        matches!(key.open(&answer.body).unwrap(), GatewayAnswer::Work { .. })
    };
    let fresh_one = look(&world, &school, SCHOOL).await.challenge;
    assert!(!asks_for_work(&world, &mut school, &fresh_one).await);
    assert!(
        asks_for_work(&world, &mut school, &fresh_one).await,
        "a seed counts once"
    );
    let foreign = look(&world, &other, SCHOOL).await.challenge;
    assert!(
        asks_for_work(&world, &mut school, &foreign).await,
        "another school's"
    );
    let mut easier = look(&world, &school, SCHOOL).await.challenge;
    easier.0[1] = 1;
    assert!(
        asks_for_work(&world, &mut school, &easier).await,
        "made easier"
    );
    let old = look(&world, &school, SCHOOL).await.challenge;
    world.clock.advance_seconds(601);
    assert!(asks_for_work(&world, &mut school, &old).await, "too old");

    // An answer for another frame.
    let view = look(&world, &school, SCHOOL).await;
    let (mut solved, _) = unsolved(&world, &mut school, &request);
    solve(&mut solved, &view.challenge, 8);
    let (mut frame, key) = unsolved(&world, &mut school, &request);
    frame[20..84].copy_from_slice(&solved[20..84]);
    let answer = post_frame(&world, &school, frame, SCHOOL).await;
    let answer = key.open(&answer.body).unwrap();
    assert!(
        matches!(answer, GatewayAnswer::Work { .. }),
        "one in 32 times this is luck"
    );

    // What was hoarded while it was cheap does not count once the price has gone up by more than one step.
    let cheap = look(&world, &school, SCHOOL).await.challenge;
    flood(&world, &school, SCHOOL).await;
    assert!(asks_for_work(&world, &mut school, &cheap).await);
    let now = look(&world, &school, SCHOOL).await.challenge;
    assert_eq!(bits(&now), IDLE_BITS + 5);
    assert!(!asks_for_work(&world, &mut school, &now).await);
}

async fn a_budget_is_counted_told_and_set(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let today = async |world: &World| {
        let view: PeopleView = get("/api/v1/staff").session(&lead).of(world).await.ok();
        view.today
    };
    let before = today(&world).await;
    assert_eq!((before.reports, before.daily_budget), (0, 500));
    assert_eq!((before.alarm, before.term_code), (Alarm::None, None));
    let limits = |daily_budget, term| LimitsRequest { daily_budget, term };
    let set = |limits: LimitsRequest| ask("PUT", "/api/v1/limits").session(&admin).json(&limits);
    for (wrong, problem) in [
        (limits(9, 0), Problem::Invalid),
        (limits(1_000_001, 0), Problem::Invalid),
        (limits(500, 2), Problem::Conflict),
    ] {
        set(wrong).refused(&world, problem).await;
    }
    set(limits(10, 0)).of(&world).await.done();
    let ready = async |world: &World| {
        let answer = get("/readyz").to(&world.app.admin_router()).await;
        String::from_utf8(answer.body).unwrap()
    };
    assert!(ready(&world).await.contains("floods: none"));
    for number in 1..=10 {
        let pupil = Pupil::report(&world, &mut school, Danger::No).await;
        // Sent again it is not counted again.
        pupil.ask(&world, &mut school, pupil.submit()).await;
        world.clock.advance_seconds(1);
        let alarm = match number {
            0..5 => Alarm::None,
            5..10 => Alarm::Half,
            _ => Alarm::Full,
        };
        let view = today(&world).await;
        assert_eq!((view.reports, view.alarm), (number, alarm));
    }
    assert!(ready(&world).await.contains("floods: a day's budget"));
    assert_eq!(
        bits(&look(&world, &school, "192.0.2.1").await.challenge),
        IDLE_BITS + 2
    );
    world.clock.advance_seconds(86_400);
    assert_eq!(
        bits(&look(&world, &school, "192.0.2.1").await.challenge),
        IDLE_BITS
    );
}

// L3: one code per school and term; without it the slow way, never no way.
async fn posters_with_a_code_have_the_wide_lane(fresh: &Fresh) {
    let settings = Settings {
        publication_delay_minutes: Some(0),
        ..Settings::default()
    };
    let world = World::with(fresh, settings);
    let mut school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let set = |term| {
        let limits = LimitsRequest {
            daily_budget: 500,
            term,
        };
        ask("PUT", "/api/v1/limits").session(&admin).json(&limits)
    };
    set(1).of(&world).await.done();
    let view: PeopleView = get("/api/v1/staff").session(&admin).of(&world).await.ok();
    let code = view.today.term_code.unwrap();
    let shown = look(&world, &school, SCHOOL).await;
    assert_eq!(
        (bits(&shown.challenge), shown.bits_without_code),
        (IDLE_BITS, 2)
    );

    let with_code = async |world: &World, school: &mut School, code| {
        let pupil = Pupil::write(school, Danger::No);
        let request = Request {
            term_code: code,
            ..pupil.request(pupil.submit())
        };
        let challenge = look(world, school, SCHOOL).await.challenge;
        let (mut frame, key) = unsolved(world, school, &request);
        solve(&mut frame, &challenge, 0);
        let answer = post_frame(world, school, frame, SCHOOL).await;
        key.open(&answer.body).unwrap()
    };
    let accepted = with_code(&world, &mut school, code).await;
    assert_eq!(accepted, GatewayAnswer::Accepted {});
    // Without it, or with last term's, five bits are not enough: seven are (one in four gets them by luck).
    set(2).of(&world).await.done();
    let mut refused = 0;
    for _ in 0..12 {
        let answer = with_code(&world, &mut school, code).await;
        refused += usize::from(matches!(answer, GatewayAnswer::Work { .. }));
    }
    assert!(refused >= 3, "{refused} of 12");
    let pupil = Pupil::write(&mut school, Danger::No);
    let request = pupil.request(pupil.submit());
    let answer = send_with_code_bits(&world, &mut school, &request).await;
    assert_eq!(answer, GatewayAnswer::Accepted {});
    set(0).of(&world).await.done();
    set(2).refused(&world, Problem::Conflict).await;
}

// XAM-16: two nodes over one database know each other's puzzles and count together.
async fn two_nodes_agree(fresh: &Fresh) {
    let (one, two) = (World::new(fresh), World::new(fresh));
    let mut school = School::bring_in(&one, "one", 1).await;
    let challenge = look(&one, &school, SCHOOL).await.challenge;
    let pupil = Pupil::write(&mut school, Danger::No);
    let (mut frame, key) = unsolved(&two, &mut school, &pupil.request(pupil.submit()));
    solve(&mut frame, &challenge, 0);
    let answer = post_frame(&two, &school, frame.clone(), SCHOOL).await;
    assert_eq!(key.open(&answer.body).unwrap(), GatewayAnswer::Accepted {});
    // The very same frame on the other node: done before, nothing done twice, nothing counted twice.
    let before = one.state().await;
    let again = post_frame(&one, &school, frame, SCHOOL).await;
    assert_eq!(key.open(&again.body).unwrap(), GatewayAnswer::Accepted {});
    assert_eq!(one.state().await, before);
    for world in [&one, &two] {
        let mut transaction = world.database.read().await.unwrap();
        let count = transaction
            .reports_on(school.id, world.now().day())
            .await
            .unwrap();
        assert_eq!(count, 1);
    }
    // A report on each node fills one budget.
    for world in [&one, &two] {
        Pupil::report(world, &mut school, Danger::No).await;
    }
    let mut transaction = one.database.read().await.unwrap();
    assert_eq!(
        transaction
            .reports_on(school.id, one.now().day())
            .await
            .unwrap(),
        3
    );
}
