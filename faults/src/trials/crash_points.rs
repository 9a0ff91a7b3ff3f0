//! R11: killed at every single write, sync, truncate, rename and unlink of one act. Afterwards it is wholly done or
//! wholly not, and done if it was acknowledged.

use client::reporter::message::{Danger, Failure};

use crate::http::Door;
use crate::invariants::check_sqlite;
use crate::ledger::Ledger;
use crate::outcome::{Outcome, ensure};
use crate::people::Pupil;
use crate::reader::Reader;
use crate::school::Ground;
use crate::tracer::{CHANGES, Tracer};

/// No act makes so many; a trial that never gets past its last point would not end.
const MOST: u32 = 400;

/// One kind of act, begun by a person who may see it fail.
#[derive(Clone, Copy, Debug)]
enum Act {
    Report,
    FollowUp,
    Withdraw,
    OpenAndReply,
}

/// Every point of each act, or every few of them in the small version.
pub fn every_call(ground: &Ground) -> Outcome<String> {
    let mut sum = Vec::new();
    for act in [Act::Report, Act::FollowUp, Act::Withdraw, Act::OpenAndReply] {
        sum.push(format!("{act:?} {}", points(ground, act)?));
    }
    Ok(format!("points: {}", sum.join(", ")))
}

fn points(ground: &Ground, act: Act) -> Outcome<u32> {
    let school = ground.sqlite()?;
    let door = Door::to(([127, 0, 0, 1], 9).into());
    let ledger = Ledger::default();
    let mut server = school.launch.start_at(&door)?;
    let mut reader = Reader::sign_in(&school, &door, ground.rng("reader", 0))?;
    let step = if ground.rounds.is_some() { 1 } else { 6 };
    let mut tried = 0;
    for point in (1..MOST).step_by(step) {
        let name = format!("{act:?} {point}");
        let mut pupil = Pupil::new(&door, &school.file, ground.rng("points", point))?;
        let text = format!("before {name}");
        ledger.tries(&text, &text);
        let told = pupil.report(&text, Danger::Yes);
        let words = told.map_err(|failure| format!("{name}: nothing to work on: {failure:?}"))?;
        ledger.code(&text, &words);
        let opened = pupil.come_back(&words);
        opened.map_err(|failure| format!("{name}: nothing to work on: {failure:?}"))?;

        let tracer = Tracer::inject(&server, &format!("{CHANGES}:signal=KILL:when={point}"))?;
        let mut gone = false;
        match act {
            Act::Report => {
                let text = format!("killed {name}");
                ledger.tries(&text, &text);
                if let Ok(words) = pupil.report(&text, Danger::Yes) {
                    ledger.code(&text, &words);
                }
            }
            Act::FollowUp => {
                let more = format!("killed {name}");
                ledger.tries(&more, &text);
                if pupil.say(&more).is_ok() {
                    ledger.acknowledged(&more);
                }
            }
            Act::Withdraw => gone = pupil.withdraw().is_ok(),
            Act::OpenAndReply => drop(reader.work(&ledger, &name)),
        }
        let killed = server
            .ended(std::time::Duration::from_millis(50))?
            .is_some();
        drop(tracer);
        server.kill()?;
        check_sqlite(&school.sqlite_file()).map_err(|fault| format!("{name}: {fault}"))?;
        server = school.launch.start_at(&door)?;
        if matches!(act, Act::Withdraw) {
            let withdrawn = match pupil.come_back(&words) {
                Ok(mailbox) => mailbox.messages.is_empty(),
                Err(Failure::Gone { taken_back, .. }) => taken_back,
                Err(failure) => return Err(format!("{name}: {failure:?}").into()),
            };
            ensure!(
                withdrawn || !gone,
                "{name}: taken back, acknowledged, and still there"
            );
            if withdrawn {
                ledger.withdrawn(&text);
                reader.forget();
            }
        }
        reader
            .check(&ledger)
            .map_err(|fault| format!("{name}: {fault}"))?;
        tried += 1;
        if !killed {
            break;
        }
    }
    ensure!(tried > 2, "{act:?}: nothing was killed");
    Ok(tried)
}
