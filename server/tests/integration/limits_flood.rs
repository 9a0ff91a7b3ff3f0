//! A flood and honest pupils behind one address (R38, F11): the small version; `bench/` has the one with sixty.

#![expect(
    clippy::disallowed_methods,
    reason = "how long an answer takes is what is measured here"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use protocol::gateway::GatewayAnswer;
use protocol::plaintext::Danger;
use server::gate::IDLE_BITS;

use crate::database::Fresh;
use crate::limits::{SCHOOL, bits, look, post_frame, send_as};
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

both!(honest_pupils_get_through_a_flood_in_time);

const HONEST: u64 = 15;
/// Goal: under ten seconds each.
const IN_TIME: Duration = Duration::from_secs(10);

async fn honest_pupils_get_through_a_flood_in_time(fresh: &Fresh) {
    let world = Arc::new(World::new(fresh));
    let mut school = School::bring_in(&world, "one", 1).await;
    let junk = [
        b"SRG1".as_slice(),
        &school.id.to_bytes(),
        &[7; 32 * 1024 - 20],
    ]
    .concat();
    let path = school.path("/gateway");
    let over = Arc::new(AtomicBool::new(false));
    let sent = Arc::new(AtomicUsize::new(0));
    // More at once than the narrow lane has places, so that some are turned away unopened.
    let flood: Vec<_> = (0..300)
        .map(|_| {
            let (world, over, sent) = (Arc::clone(&world), Arc::clone(&over), Arc::clone(&sent));
            let (path, junk) = (path.clone(), junk.clone());
            tokio::spawn(async move {
                while !over.load(Ordering::Relaxed) {
                    let asking = crate::asking::post(path.clone()).sealed(junk.clone());
                    let answer = asking.from(SCHOOL).of(&world).await;
                    assert!([422, 428].contains(&answer.status), "{}", answer.status);
                    sent.fetch_add(1, Ordering::Relaxed);
                    // A frame that is turned away waits for nothing in the server; a socket would let others have a turn.
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    let mut slowest = Duration::ZERO;
    for number in 0..HONEST {
        // Every fifth says danger and has solved nothing.
        let danger = if number % 5 == 0 {
            Danger::Yes
        } else {
            Danger::No
        };
        let pupil = Pupil::write(&mut school, danger);
        let request = pupil.request(pupil.submit());
        let began = Instant::now();
        let answer = if danger == Danger::Yes {
            urgent(&world, &mut school, &pupil).await
        } else {
            send_as(&world, &mut school, &request, SCHOOL).await
        };
        slowest = slowest.max(began.elapsed());
        assert_eq!(answer, GatewayAnswer::Accepted {}, "{number}");
    }
    over.store(true, Ordering::Relaxed);
    for one in flood {
        one.await.unwrap();
    }
    assert!(slowest < IN_TIME, "{slowest:?}");
    assert!(sent.load(Ordering::Relaxed) > 300);
    assert!(
        bits(&look(&world, &school, SCHOOL).await.challenge) > IDLE_BITS,
        "the flood pays more"
    );
    assert_eq!(
        bits(&look(&world, &school, "192.0.2.1").await.challenge),
        IDLE_BITS,
        "others do not"
    );
    assert_eq!(world.rows("cases").await, HONEST);
}

/// Without a puzzle; when even the narrow lane is full, with the one it is given.
async fn urgent(world: &World, school: &mut School, pupil: &Pupil) -> GatewayAnswer {
    let request = pupil.request(pupil.submit());
    let (frame, key) = crate::pupil::unsolved(world, school, &request);
    let answer = post_frame(world, school, frame, SCHOOL).await;
    if answer.status == 428 {
        return send_as(world, school, &request, SCHOOL).await;
    }
    key.open(&answer.body).unwrap()
}
