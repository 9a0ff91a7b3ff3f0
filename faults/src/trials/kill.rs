//! R10: killed at random moments under load, again and again. Everything acknowledged must be there and open, once.

use std::thread::sleep;
use std::time::Duration;

use rand_core::Rng;

use crate::http::Door;
use crate::invariants::{check_postgres, check_sqlite};
use crate::ledger::Ledger;
use crate::load::Load;
use crate::log_watch::extends;
use crate::outcome::{Outcome, ensure};
use crate::people::Pupil;
use crate::postgres::Postgres;
use crate::reader::Reader;
use crate::school::{Ground, School};

const SMALL: u32 = 12;
/// A fresh school after so many kills: its board must not outgrow the trial.
const PER_SCHOOL: u32 = 40;
const LONGEST_MILLIS: u32 = 1500;
/// R7: serving again after a kill.
const BACK: Duration = Duration::from_secs(2);

/// On the embedded database.
pub fn sqlite(ground: &Ground) -> Outcome<String> {
    rounds(ground, "kill-sqlite", |_| {
        let school = ground.sqlite()?;
        let file = school.sqlite_file();
        Ok((school, Box::new(move || check_sqlite(&file))))
    })
}

/// On a server of its own, which lives on.
pub fn postgres(ground: &Ground) -> Outcome<String> {
    let cluster = Postgres::primary(&[])?;
    rounds(ground, "kill-postgres", |number| {
        let name = format!("kill_{number}");
        cluster.query("postgres", &format!("create database {name}"))?;
        let url = cluster.url(&name);
        Ok((
            ground.postgres(&url)?,
            Box::new(move || check_postgres(&url)),
        ))
    })
}

/// Looks at the tables as the kill left them.
type Look = Box<dyn Fn() -> Outcome>;

fn rounds(
    ground: &Ground,
    name: &str,
    mut make: impl FnMut(u32) -> Outcome<(School, Look)>,
) -> Outcome<String> {
    let mut left = ground.rounds_or(SMALL);
    let mut sum = Sum::default();
    let mut number = 0;
    while left > 0 {
        let now = left.min(PER_SCHOOL);
        let (school, look) = make(number)?;
        one_school(ground, &school, &look, (name, number, now), &mut sum)?;
        left -= now;
        number += 1;
    }
    Ok(format!(
        "{} kills, {} acts acknowledged of {} tried, none lost, none doubled; back after at most {} ms",
        ground.rounds_or(SMALL),
        sum.acknowledged,
        sum.tried,
        sum.slowest.as_millis()
    ))
}

#[derive(Default)]
struct Sum {
    tried: usize,
    acknowledged: usize,
    slowest: Duration,
}

fn one_school(
    ground: &Ground,
    school: &School,
    look: &Look,
    (name, number, kills): (&str, u32, u32),
    sum: &mut Sum,
) -> Outcome {
    let mut rng = ground.rng(name, number);
    let ledger = Ledger::default();
    let door = Door::to(([127, 0, 0, 1], 9).into());
    let mut server = school.launch.start_at(&door)?;
    let mut reader = Reader::sign_in(school, &door, ground.rng("reader", number))?;
    for round in 0..kills {
        let load = Load {
            door: &door,
            file: &school.file,
            ledger: &ledger,
            pupils: 3,
            name: format!("{number}/{round}"),
        };
        let moment = Duration::from_millis(u64::from(rng.next_u32() % LONGEST_MILLIS));
        let (again, seen) = load.during(&mut rng, &mut reader, || {
            sleep(moment);
            server.kill()?;
            look().map_err(|fault| format!("kill {round} after {moment:?}: {fault}"))?;
            school.launch.start_at(&door)
        })?;
        server = again;
        sum.slowest = sum.slowest.max(server.took);
        ensure!(server.took < BACK, "serving again took {:?}", server.took);
        if let Some(seen) = seen {
            extends(server.address, &seen)?;
        }
        reader
            .check(&ledger)
            .map_err(|fault| format!("kill {round} after {moment:?}: {fault}"))?;
        come_back(ground, school, &door, &ledger, round)?;
    }
    server.kill()?;
    look()?;
    let (tried, acknowledged) = ledger.counts();
    ensure!(
        acknowledged > 0 || kills < SMALL,
        "only {acknowledged} acts were acknowledged: the load is too small to show anything"
    );
    sum.tried += tried;
    sum.acknowledged += acknowledged;
    Ok(())
}

/// The pupil of the newest report finds it by the receipt code, with the log's proofs in order.
fn come_back(
    ground: &Ground,
    school: &School,
    door: &Door,
    ledger: &Ledger,
    round: u32,
) -> Outcome {
    let Some((text, words)) = ledger.codes().pop() else {
        return Ok(());
    };
    let mut pupil = Pupil::new(door, &school.file, ground.rng("back", round))?;
    let mailbox = pupil.come_back(&words);
    let mailbox =
        mailbox.map_err(|failure| format!("the mailbox of {text:?} does not open: {failure:?}"))?;
    ensure!(mailbox.log_holds, "the log does not hold for {text:?}");
    let texts: Vec<String> = mailbox
        .messages
        .iter()
        .map(|message| message.text.clone())
        .collect();
    ledger.check_conversation(&texts)
}
