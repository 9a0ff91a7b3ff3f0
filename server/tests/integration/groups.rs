//! The gateway says "accepted" only after the commit that an act shared with others.

use std::cell::Cell;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use protocol::gateway::{GatewayAnswer, Op};
use protocol::plaintext::Danger;
use server::store::On;
use tokio::time::sleep;
use tower::ServiceExt;

use crate::database::Fresh;
use crate::pupil::{Pupil, send};
use crate::school::School;
use crate::world::{World, keeper};

// R10, R25: the same message twice in one group, and the group is lost.
#[tokio::test]
async fn a_message_and_its_repetition_are_accepted_together_or_not_at_all() {
    let fresh = Fresh::sqlite().await;
    let world = World::new(&fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let follow_up = pupil.follow_up(&mut school);
    let more = || Op::Say {
        envelope: Box::new(follow_up.clone()),
    };
    let (first, _) = pupil.frame(&world, &mut school, more());
    let (again, _) = pupil.frame(&world, &mut school, more());
    let before = world.state().await;

    let answered = Cell::new(0);
    let held = world.database.write().await.unwrap();
    let ask = async |frame: Vec<u8>, after: u64| {
        sleep(Duration::from_millis(after)).await;
        let answer = send(&world, &school, frame).await;
        answered.set(answered.get() + 1);
        answer.status
    };
    let spoil = async {
        sleep(Duration::from_millis(400)).await;
        let turn = world.database.write();
        drop(held);
        let mut turn = turn.await.unwrap();
        sleep(Duration::from_millis(100)).await;
        assert_eq!(answered.get(), 0, "answered before COMMIT");
        let On::Sqlite(inner) = &mut turn.on else {
            panic!("this is SQLite");
        };
        // As the engine does by itself when the disk is full.
        sqlx::query("rollback").execute(&mut **inner).await.unwrap();
    };
    let (first, again, ()) = tokio::join!(ask(first, 0), ask(again, 200), spoil);
    assert_eq!((first, again), (503, 503));
    assert_eq!(world.state().await, before);

    let answer = pupil.ask(&world, &mut school, more()).await;
    assert_eq!(answer, GatewayAnswer::Accepted {});
    fresh.finish().await;
}

both!(reports_that_come_together_are_each_answered_for_themselves);

// R1, R3, R24, R25: thirty at once, some twice, one to readers there are not, one under another's mailbox.
async fn reports_that_come_together_are_each_answered_for_themselves(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let before = world.rows("log_leaf").await;
    let mut frames = Vec::new();
    for number in 0..30 {
        let pupil = Pupil::write(&mut school, Danger::No);
        frames.push((pupil.frame(&world, &mut school, pupil.submit()), true));
        if number % 5 == 0 {
            frames.push((pupil.frame(&world, &mut school, pupil.submit()), true));
        }
        if number == 7 {
            // In already, so that it is plain whose mailbox it is.
            pupil.ask(&world, &mut school, pupil.submit()).await;
            let thief = Pupil {
                mailbox: pupil.mailbox,
                ..Pupil::write(&mut school, Danger::No)
            };
            frames.push((thief.frame(&world, &mut school, thief.submit()), false));
        }
    }
    let wrong = Pupil::write_to_fewer(&mut school);
    frames.push((wrong.frame(&world, &mut school, wrong.submit()), false));

    // Held, so that they meet in front of it.
    let held = world.database.write().await.unwrap();
    let mut asked = tokio::task::JoinSet::new();
    for ((frame, key), good) in frames {
        let router = world.router.clone();
        let path = school.path("/gateway");
        asked.spawn(async move { (send_to(router, path, frame).await, key, good) });
    }
    sleep(Duration::from_millis(300)).await;
    drop(held);
    while let Some(answered) = asked.join_next().await {
        let (body, key, good) = answered.unwrap();
        let expected = if good {
            GatewayAnswer::Accepted {}
        } else {
            GatewayAnswer::Refused {
                problem: protocol::gateway::Problem::Malformed,
            }
        };
        assert_eq!(key.open(&body).unwrap(), expected);
    }
    assert_eq!(world.rows("cases").await, 30);
    assert_eq!(world.rows("log_leaf").await, before + 30);
    let mut reading = world.database.read().await.unwrap();
    keeper(&world.server_key)
        .consistency(&mut reading, before, None)
        .await
        .unwrap()
        .unwrap();
}

async fn send_to(router: Router, path: String, frame: Vec<u8>) -> Vec<u8> {
    let request = Request::post(path)
        .header("content-type", "application/octet-stream")
        .body(Body::from(frame))
        .unwrap();
    let answer = router.oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 200);
    let body = axum::body::to_bytes(answer.into_body(), 2_000_000).await;
    body.unwrap().to_vec()
}
