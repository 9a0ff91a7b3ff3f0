//! Bringing a school in: everything checked, all or nothing.

use protocol::api::Role;
use protocol::day::Day;
use protocol::directory::Directory;
use protocol::encoding::{Bytes, FixedBytes};
use server::import::Bundle;
use server::look::Look;

use crate::database::Fresh;
use crate::school::School;
use crate::world::World;

both!(a_wrong_bundle_leaves_nothing);

async fn a_wrong_bundle_leaves_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::make(&world, "one", 1);
    let other = School::make(&world, "two", 2);
    let resigned = |change: &dyn Fn(&mut Directory)| {
        let mut directory = school.directory.clone();
        change(&mut directory);
        Bundle {
            directory: school.signed(&directory, &[0, 1]),
            ..school.bundle()
        }
    };
    let changed = |change: &dyn Fn(&mut Bundle)| {
        let mut bundle = school.bundle();
        change(&mut bundle);
        bundle
    };
    let today = Day(world.now().day());
    let wrong = [
        resigned(&|directory| directory.gateway_key_hash = FixedBytes([1; 32])),
        resigned(&|directory| directory.log_key = FixedBytes([1; 32])),
        resigned(&|directory| (directory.version, directory.prev_hash) = (2, FixedBytes([1; 32]))),
        resigned(&|directory| {
            directory.issued_day = Day(today.0 - 40);
            directory.expires_day = Day(today.0 - 1);
        }),
        changed(&|bundle| bundle.directory.signatures.truncate(1)),
        changed(&|bundle| bundle.directory.signatures[1] = bundle.directory.signatures[0].clone()),
        changed(&|bundle| bundle.directory = other.bundle().directory),
        changed(&|bundle| bundle.school.id = other.id),
        changed(&|bundle| drop(bundle.public_keys.pop())),
        changed(&|bundle| "-".clone_into(&mut bundle.school.slug)),
        changed(&|bundle| "Mars/Base".clone_into(&mut bundle.school.calendar.time_zone)),
        changed(&|bundle| {
            let look = Look {
                weekday: 9,
                from: "08:00".to_owned(),
                to: "09:00".to_owned(),
            };
            bundle.school.calendar.looks.push(look);
        }),
        changed(&|bundle| "No Spaces".clone_into(&mut bundle.staff[0].user)),
        changed(&|bundle| bundle.staff[1].user = bundle.staff[0].user.clone()),
        changed(&|bundle| bundle.staff[0].public_keys = None),
        changed(&|bundle| bundle.staff[3].role = Role::Head),
        changed(&|bundle| bundle.staff[0].public_keys = bundle.staff[1].public_keys.clone()),
        changed(&|bundle| bundle.staff[0].vault = Bytes(Vec::new())),
    ];
    let before = world.state().await;
    for (number, bundle) in wrong.iter().enumerate() {
        let answer = school.import(&world, bundle).await;
        assert!(answer.is_err(), "wrong bundle {number} was taken");
        assert_eq!(
            world.state().await,
            before,
            "wrong bundle {number} left something"
        );
    }
    school.import(&world, &school.bundle()).await.unwrap();
    let before = world.state().await;
    assert!(
        school.import(&world, &school.bundle()).await.is_err(),
        "a school comes once"
    );
    assert_eq!(world.state().await, before);
}
