//! R21: the clock of the machine jumps. The binary runs on a shifted clock through libfaketime, where that is installed.

use std::path::PathBuf;

use client::reporter::message::Danger;

use crate::invariants::check_sqlite;
use crate::log_watch::{extends, newest};
use crate::outcome::{Outcome, ensure};
use crate::scene::Scene;
use crate::school::Ground;

/// Far ahead, far back, an hour back: reports are kept whatever the clock says, the log only grows, nothing that was
/// there is destroyed.
pub fn jumps(ground: &Ground) -> Outcome<String> {
    let library = ["x86_64-linux-gnu", "aarch64-linux-gnu"]
        .map(|machine| PathBuf::from(format!("/usr/lib/{machine}/faketime/libfaketime.so.1")))
        .into_iter()
        .find(|library| library.exists());
    let Some(library) = library else {
        return Ok(
            "LEFT OUT: libfaketime is not installed (Debian: apt-get install libfaketime)".into(),
        );
    };
    let school = ground.sqlite()?;
    let mut launch = school.launch.clone();
    let (mut scene, server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let mut seen = newest(server.address)?;
    server.kill()?;
    for shift in ["+400d", "-3650d", "-1h", "+0"] {
        launch.variables = vec![
            ("LD_PRELOAD".into(), library.display().to_string()),
            ("FAKETIME".into(), shift.into()),
            ("FAKETIME_DONT_FAKE_MONOTONIC".into(), "1".into()),
        ];
        let server = launch.start_at(&scene.door)?;
        // Sealed requests carry no time; only a signed directory that ran out stands in a pupil's way, in the browser.
        let told = scene.tell(Danger::Yes)?;
        ensure!(
            told.outcome.is_ok(),
            "with the clock at {shift}: {:?} {:?}",
            told.outcome.err(),
            told.refused
        );
        scene.come_back()?;
        extends(server.address, &seen)?;
        seen = newest(server.address)?;
        server.kill()?;
        check_sqlite(&school.sqlite_file())?;
    }
    launch.variables.clear();
    let _server = launch.start_at(&scene.door)?;
    // Sessions may have run out in the leap, which is the safe side; the lead signs in again by the next code.
    reader.sign_in_again()?;
    reader.check(&scene.ledger)?;
    Ok("400 days ahead, 10 years back, an hour back: everything is there".into())
}
