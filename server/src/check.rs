//! `sotto check`: one line per thing this installation depends on: pass, fail or unknown, and why.
//!
//! Promise: never says pass about what it did not look at. Ends with 1 if anything fails.

use std::process::ExitCode;

use protocol::directory::Directory;

use crate::clock::{Clock, Moment, SystemClock};
use crate::config::Store;
use crate::look::Calendar;
use crate::serve::{self, Failure, Opened};
use crate::site::Site;
use crate::store::{Engine, School, Transaction};

/// A directory that ends within this many days needs a new version soon.
const SOON_DAYS: u32 = 7;
/// This program was not made before 2026, so a clock that says so is wrong.
const EARLIEST: Moment = Moment::from_seconds(1_767_225_600);

enum Verdict {
    Pass,
    Fail,
    Unknown,
}

struct Finding(Verdict, String, String);

/// The command.
pub async fn run(options: &Store) -> Result<ExitCode, Failure> {
    let findings = match serve::open(options).await {
        Ok(opened) => look(&opened).await,
        Err(failure) => vec![fail("data", &failure.to_string())],
    };
    let mut code = ExitCode::SUCCESS;
    for Finding(verdict, what, why) in findings {
        let word = match verdict {
            Verdict::Pass => "pass   ",
            Verdict::Unknown => "unknown",
            Verdict::Fail => {
                code = ExitCode::FAILURE;
                "FAIL   "
            }
        };
        println!("{word} {what}: {why}");
    }
    Ok(code)
}

async fn look(opened: &Opened) -> Vec<Finding> {
    let now = SystemClock.now();
    let mut findings = vec![pass("server key", "present, and closed to others")];
    findings.push(match opened.database.probe().await {
        Ok(()) => pass("database", "takes a write, schema is this program's"),
        Err(error) => fail("database", &error.to_string()),
    });
    findings.push(match opened.database.engine() {
        Engine::Sqlite => pass("engine", "SQLite 3.51.3 or newer, synchronous=FULL"),
        Engine::Postgres => unknown(
            "engine",
            "PostgreSQL: see that a synchronous standby is configured",
        ),
    });
    findings.push(if Site::embedded().is_empty() {
        fail("site", "this program was built without pages")
    } else {
        pass("site", "inside this program")
    });
    findings.push(if now < EARLIEST {
        fail("clock", "shows a time before this program was made")
    } else {
        unknown(
            "clock",
            "plausible; whether it is right cannot be seen from here",
        )
    });
    match opened.database.read().await {
        Ok(mut transaction) => schools(&mut transaction, now, &mut findings).await,
        Err(error) => findings.push(fail("schools", &error.to_string())),
    }
    for (what, how) in [
        ("tls", "look at the site's address from a school computer"),
        ("disk encryption", "ask whoever runs this machine"),
        ("backup", "nothing here makes or watches backups"),
    ] {
        findings.push(unknown(what, how));
    }
    findings
}

async fn schools(transaction: &mut Transaction, now: Moment, findings: &mut Vec<Finding>) {
    let schools = match transaction.schools().await {
        Ok(schools) => schools,
        Err(error) => return findings.push(fail("schools", &error.to_string())),
    };
    if schools.is_empty() {
        findings.push(fail(
            "schools",
            "there is none; see `sotto school import --help`",
        ));
    }
    for school in schools {
        findings.push(directory(transaction, &school, now).await);
        let what = format!("{}: next look", school.slug);
        findings.push(
            match Calendar::parse(&school.calendar)
                .ok()
                .and_then(|calendar| calendar.next_look(now))
            {
                Some(look) => pass(&what, &format!("{} {}", look.date, look.time)),
                None => fail(&what, "nobody is planned, and the page says so"),
            },
        );
    }
}

async fn directory(transaction: &mut Transaction, school: &School, now: Moment) -> Finding {
    let what = format!("{}: directory", school.slug);
    let stored = match transaction.current_directory(school.id).await {
        Ok(stored) => stored,
        Err(error) => return fail(&what, &error.to_string()),
    };
    let Some(Ok(directory)) = stored.map(|stored| Directory::decode(&stored.signed.directory.0))
    else {
        return fail(&what, "there is none");
    };
    let last = directory.expires_day;
    if last.0 < now.day() {
        fail(
            &what,
            &format!("expired after {last}: pupils can send nothing"),
        )
    } else if last.0 < now.day().saturating_add(SOON_DAYS) {
        fail(&what, &format!("ends on {last}: sign the next version now"))
    } else {
        pass(
            &what,
            &format!("version {}, good until {last}", directory.version),
        )
    }
}

fn pass(what: &str, why: &str) -> Finding {
    Finding(Verdict::Pass, what.to_owned(), why.to_owned())
}

fn fail(what: &str, why: &str) -> Finding {
    Finding(Verdict::Fail, what.to_owned(), why.to_owned())
}

fn unknown(what: &str, why: &str) -> Finding {
    Finding(Verdict::Unknown, what.to_owned(), why.to_owned())
}
