//! PostgreSQL dies, moves, turns read-only, goes silent, loses an answer, has no connection left.

use std::net::SocketAddr;
use std::thread::sleep;
use std::time::Duration;

use client::reporter::message::Danger;
use rand_core::Rng;

use crate::invariants::check_postgres;
use crate::load::Load;
use crate::outcome::{Outcome, ensure};
use crate::postgres::Postgres;
use crate::scene::Scene;
use crate::school::{Ground, School};
use crate::switch::{Cut, Switch};
use crate::watch::until;

/// R22: writes are back this long after the address moved.
const BACK: Duration = Duration::from_secs(15);
const SETTINGS: &[&str] = &["wal_level=replica", "max_wal_senders=4", "hot_standby=on"];

fn at(postgres: &Postgres) -> SocketAddr {
    ([127, 0, 0, 1], postgres.port).into()
}

/// A school whose server reaches its database through the switch.
fn school(ground: &Ground, postgres: &Postgres, switch: &Switch) -> Outcome<School> {
    postgres.query("postgres", "create database sotto")?;
    let mut school = ground.postgres(&postgres.url("sotto"))?;
    school.launch.database = Some(format!(
        "postgres://sotto@127.0.0.1:{}/sotto",
        switch.address.port()
    ));
    Ok(school)
}

/// Tells until it works again, and says how long that took.
fn until_back(scene: &mut Scene) -> Outcome<Duration> {
    let mut broken = None;
    let took = until("taking reports in", BACK, || {
        match scene.tell(Danger::Yes) {
            Ok(told) => told.outcome.is_ok(),
            Err(fault) => {
                broken = Some(fault);
                true
            }
        }
    })?;
    broken.map_or(Ok(took), Err)
}

/// R22: the primary is killed, the address first points at a standby that still only reads, then that is promoted.
pub fn failover(ground: &Ground) -> Outcome<String> {
    let mut primary = Postgres::primary(SETTINGS)?;
    let switch = Switch::to(&[at(&primary)])?;
    let school = school(ground, &primary, &switch)?;
    let standby = primary.standby(&["hot_standby=on"])?;
    primary.query(
        "postgres",
        "alter system set synchronous_standby_names = '*'",
    )?;
    primary.query("postgres", "select pg_reload_conf()")?;
    let follows = "select count(*) from pg_stat_replication where sync_state = 'sync'";
    until("a synchronous standby", Duration::from_secs(20), || {
        primary
            .query("postgres", follows)
            .is_ok_and(|count| count == "1")
    })?;

    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    let mut rng = ground.rng("failover", 0);
    let load = Load {
        door: &scene.door,
        file: &school.file,
        ledger: &scene.ledger,
        pupils: 3,
        name: "load".into(),
    };
    load.during(&mut rng, &mut reader, || {
        sleep(Duration::from_millis(1500));
        primary.crash()?;
        switch.move_to(&[at(&standby)]);
        // For a while it can only be read there. No answer may be "yes", and no such session may stay.
        sleep(Duration::from_secs(2));
        standby.promote()?;
        Ok(())
    })?;
    let took = until_back(&mut scene)?;
    reader.check(&scene.ledger)?;
    check_postgres(&standby.url("sotto"))?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it was restarted");
    let (tried, acknowledged) = scene.ledger.counts();
    Ok(format!(
        "{acknowledged} acts acknowledged of {tried}, none lost; writes back {:.1} s after the promotion",
        took.as_secs_f64()
    ))
}

/// PostgreSQL crashes under load and is started again.
pub fn restart(ground: &Ground) -> Outcome<String> {
    let mut postgres = Postgres::primary(&[])?;
    let switch = Switch::to(&[at(&postgres)])?;
    let school = school(ground, &postgres, &switch)?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    let mut rng = ground.rng("restart", 0);
    let mut slowest = Duration::ZERO;
    for round in 0..ground.rounds_or(2).min(20) {
        let load = Load {
            door: &scene.door,
            file: &school.file,
            ledger: &scene.ledger,
            pupils: 3,
            name: format!("{round}"),
        };
        let moment = Duration::from_millis(u64::from(rng.next_u32() % 1500));
        load.during(&mut rng, &mut reader, || {
            sleep(moment);
            postgres.crash()?;
            sleep(Duration::from_millis(500));
            postgres.start_again(&[])
        })?;
        slowest = slowest.max(until_back(&mut scene)?);
        reader.check(&scene.ledger)?;
        check_postgres(&postgres.url("sotto"))?;
    }
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it was restarted");
    Ok(format!(
        "writes back {:.1} s after it answers again",
        slowest.as_secs_f64()
    ))
}

/// R22: a cable is pulled: connections stay open and silent. The address leads to a healthy server.
pub fn silent(ground: &Ground) -> Outcome<String> {
    let postgres = Postgres::primary(&[])?;
    let switch = Switch::to(&[at(&postgres)])?;
    let school = school(ground, &postgres, &switch)?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    let mut rng = ground.rng("silent", 0);
    let load = Load {
        door: &scene.door,
        file: &school.file,
        ledger: &scene.ledger,
        pupils: 3,
        name: "load".into(),
    };
    load.during(&mut rng, &mut reader, || {
        sleep(Duration::from_secs(1));
        switch.silence();
        sleep(Duration::from_secs(1));
        Ok(())
    })?;
    let took = until_back(&mut scene)?;
    reader.check(&scene.ledger)?;
    check_postgres(&postgres.url("sotto"))?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it was restarted");
    Ok(format!(
        "writes back after {:.1} s more",
        took.as_secs_f64()
    ))
}

/// R25: the connection is cut inside COMMIT, before or after it reached the server, or anywhere else. The session
/// tries again with the same report; it is there once.
pub fn commit_cut(ground: &Ground) -> Outcome<String> {
    let postgres = Postgres::primary(&[])?;
    let switch = Switch::to(&[at(&postgres)])?;
    let school = school(ground, &postgres, &switch)?;
    let (mut scene, _server, mut reader) = Scene::begin(ground, &school)?;
    let mut rng = ground.rng("commit-cut", 0);
    let cuts = ground.rounds_or(24);
    let mut refused = 0;
    for number in 0..cuts {
        let cut = match number % 3 {
            0 => Cut::BeforeCommit,
            1 => Cut::AfterCommit,
            _ => Cut::AfterBytes(usize::try_from(rng.next_u32() % 40_000)?),
        };
        switch.cut(cut);
        let told = scene.tell(Danger::Yes)?;
        refused += told.refused.len();
        ensure!(
            told.outcome.is_ok(),
            "{cut:?}: the session gave up: {:?} {:?}",
            told.outcome.err(),
            told.refused
        );
        ensure!(
            switch.has_cut() || matches!(cut, Cut::AfterBytes(_)),
            "{cut:?} was never made"
        );
    }
    switch.mend();
    reader.check(&scene.ledger)?;
    check_postgres(&postgres.url("sotto"))?;
    let reports = postgres.query("sotto", "select count(*) from cases")?;
    ensure!(
        reports == cuts.to_string(),
        "{cuts} reports were acknowledged and {reports} are there"
    );
    Ok(format!(
        "{cuts} cuts, {refused} answers lost, each report there once"
    ))
}

/// A lock that holds every writer until the pool has no connection left.
pub fn exhausted(ground: &Ground) -> Outcome<String> {
    let postgres = Postgres::primary(&[])?;
    let switch = Switch::to(&[at(&postgres)])?;
    let school = school(ground, &postgres, &switch)?;
    let (mut scene, mut server, mut reader) = Scene::begin(ground, &school)?;
    scene.tell_well("before")?;
    let mut rng = ground.rng("exhausted", 0);
    let load = Load {
        door: &scene.door,
        file: &school.file,
        ledger: &scene.ledger,
        pupils: 16,
        name: "load".into(),
    };
    load.during(&mut rng, &mut reader, || {
        let lock =
            "begin; lock table audit_head in access exclusive mode; select pg_sleep(9); commit";
        postgres.query("sotto", lock).map(drop)
    })?;
    let took = until_back(&mut scene)?;
    reader.check(&scene.ledger)?;
    check_postgres(&postgres.url("sotto"))?;
    ensure!(server.ended(Duration::ZERO)?.is_none(), "it was restarted");
    Ok(format!(
        "taking reports in {:.1} s after the lock went",
        took.as_secs_f64()
    ))
}
