//! Two servers on one database behind one address, while one of them is killed and started again (R10, R42).

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use client::staff::message::{Answer, Ask, Failure};
use protocol::api::Role;
use rand_core::Rng;

use crate::http::Door;
use crate::invariants::check_postgres;
use crate::ledger::Ledger;
use crate::load::Load;
use crate::log_watch::extends;
use crate::outcome::{Outcome, ensure};
use crate::people::Adult;
use crate::postgres::Postgres;
use crate::reader::Reader;
use crate::school::Ground;
use crate::switch::Switch;

const SMALL: u32 = 6;

/// Every request may meet the other node; every kill may meet either.
pub fn killed_in_turn(ground: &Ground) -> Outcome<String> {
    let postgres = Postgres::primary(&[])?;
    postgres.query("postgres", "create database sotto")?;
    let school = ground.postgres(&postgres.url("sotto"))?;
    let mut other = school.launch.clone();
    other.data = school.folder.path().join("other");
    fs::create_dir(&other.data)?;
    fs::copy(
        school.launch.data.join("server.key"),
        other.data.join("server.key"),
    )?;
    // Keys of cases lie apart from the database; servers on one database share that store too.
    let keys = school.launch.data.join("sotto.shred.sqlite");
    other.flags = vec![
        "--shred-database".into(),
        format!("sqlite:{}", keys.display()),
    ];
    let launches = [school.launch.clone(), other];
    let mut nodes = vec![launches[0].start()?, launches[1].start()?];
    let switch = Switch::to(&[nodes[0].address, nodes[1].address])?;
    let door = Door::to(switch.address);
    let ledger = Ledger::default();
    let mut reader = Reader::sign_in(&school, &door, ground.rng("reader", 0))?;
    let mut rng = ground.rng("two-nodes", 0);
    let rounds = ground.rounds_or(SMALL);
    for round in 0..rounds {
        let load = Load {
            door: &door,
            file: &school.file,
            ledger: &ledger,
            pupils: 3,
            name: format!("{round}"),
        };
        let (moment, which) = (rng.next_u32() % 800, usize::from(round % 2 == 1));
        let ((), seen) = load.during(&mut rng, &mut reader, || {
            sleep(Duration::from_millis(u64::from(moment)));
            nodes.remove(which).kill()?;
            sleep(Duration::from_millis(300));
            nodes.insert(which, launches[which].start()?);
            switch.retarget(&[nodes[0].address, nodes[1].address]);
            Ok(())
        })?;
        for node in &nodes {
            if let Some(seen) = &seen {
                extends(node.address, seen)?;
            }
        }
        reader.check(&ledger)?;
        check_postgres(&postgres.url("sotto"))?;
    }
    signed_out_everywhere(ground, &school.file, &nodes[0].address, &nodes[1].address)?;
    let (tried, acknowledged) = ledger.counts();
    Ok(format!(
        "{rounds} kills, {acknowledged} acts acknowledged of {tried}, none lost, none doubled; a session ends on both"
    ))
}

/// R42: whoever signs out at one node is signed out at the other.
fn signed_out_everywhere(
    ground: &Ground,
    file: &demo::file::DemoFile,
    here: &std::net::SocketAddr,
    there: &std::net::SocketAddr,
) -> Outcome {
    let door = Door::to(*here);
    let mut deputy = Adult::new(&door, file, Role::Deputy, ground.rng("deputy", 0))?;
    let signed_in = deputy.sign_in();
    signed_in.map_err(|failure| format!("the deputy cannot sign in: {failure:?}"))?;
    door.moved(*there);
    ensure!(deputy.board().is_ok(), "a session holds at one node only");
    let token = deputy.token();
    ensure!(
        matches!(deputy.ask(Ask::SignOut), Answer::SignedOut),
        "signing out failed"
    );
    door.moved(*here);
    let line = format!(
        "Authorization: Bearer {}\r\n",
        token.ok_or("no session was seen")?
    );
    let reply = crate::http::ask(*here, "GET", "/api/v1/staff", &line, &[])?;
    ensure!(
        reply.status == 401,
        "signed out at one node, the other still answers {}",
        reply.status
    );
    ensure!(
        matches!(deputy.board(), Err(Failure::SessionEnded | Failure::Broken)),
        "a signed-out adult sees a board"
    );
    Ok(())
}
