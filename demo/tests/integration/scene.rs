//! The demo school itself: something in every lane, and a file that lets its reader be everyone.

use client::staff::message::{Answer, Ask, Lane};
use demo::make::{Options, Size, make};
use demo::people::SLUG;
use demo::staff::Desk;
use demo::world::World;
use protocol::api::Role;

use crate::fixture::NOW;

#[tokio::test]
async fn no_screen_of_the_demo_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        data: folder.path(),
        database: None,
        size: Size::Full,
        now: NOW,
        seed: [3; 32],
    };
    let file = make(&options).await.unwrap();
    assert!(folder.path().join("demo.json").is_file());
    let world = World::open(folder.path(), None, NOW, [4; 32])
        .await
        .unwrap();
    let mut lanes = Vec::new();
    let mut rows = Vec::new();
    for role in [
        Role::Lead,
        Role::Deputy,
        Role::Head,
        Role::Chair,
        Role::Reader,
    ] {
        let person = file
            .people
            .iter()
            .find(|person| person.role == role)
            .unwrap();
        assert!(person.link.starts_with(&format!("/s/{SLUG}/staff#demo=")));
        let mut desk = Desk::new(&world, person.clone()).await;
        desk.sign_in(&world).await.unwrap();
        let board = desk.board(&world).await.unwrap();
        rows.push(board.rows.len());
        if role == Role::Lead {
            lanes = board.rows.iter().map(|row| row.lane).collect();
            let Answer::Audit(audit) = desk.ask(&world, Ask::Audit { before: None }).await else {
                panic!("no audit")
            };
            assert!(audit.consistent && audit.broken.is_none());
            assert!(audit.rows.len() > 50);
        }
    }
    for lane in [
        Lane::NeedsEyesNow,
        Lane::New,
        Lane::WaitingOnPupil,
        Lane::Open,
        Lane::WaitingOnAgency,
        Lane::DueToClose,
        Lane::Expiring,
        Lane::Closed,
    ] {
        assert!(lanes.contains(&lane), "{lane:?} in {lanes:?}");
    }
    // Who was left out of a case has it on no board; the chair has none at all.
    assert_eq!(rows[0], 13);
    assert_eq!(rows[2], 1);
    assert_eq!(rows[3], 0);
}
