//! The gateway says "accepted" only after the commit that an act shared with others.

use std::cell::Cell;
use std::time::Duration;

use protocol::plaintext::Danger;
use server::store::On;
use tokio::time::sleep;

use crate::database::Fresh;
use crate::pupil::{Pupil, send};
use crate::school::School;
use crate::world::World;

// R10, R25: the same report twice in one group, and the group is lost.
#[tokio::test]
async fn a_report_and_its_repetition_are_accepted_together_or_not_at_all() {
    let fresh = Fresh::sqlite().await;
    let world = World::new(&fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::write(&mut school, Danger::No);
    let (first, _) = pupil.frame(&world, &mut school, pupil.submit());
    let (again, _) = pupil.frame(&world, &mut school, pupil.submit());
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

    let answer = pupil.ask(&world, &mut school, pupil.submit()).await;
    assert_eq!(answer, protocol::gateway::GatewayAnswer::Accepted {});
    fresh.finish().await;
}
