//! `sotto check`: one line per thing this installation depends on: pass, fail or unknown, and why.
//!
//! Promise: never says pass about what it did not look at. Ends with 1 if anything fails.

use std::path::Path;
use std::process::ExitCode;

pub use protocol::api::Verdict;
use protocol::day::Day;
use protocol::directory::Directory;

use crate::checkpoint_file::CheckpointFile;
use crate::clock::{Clock, Moment, SystemClock};
use crate::config::{self, Stated};
use crate::copies::Copies;
use crate::look::Calendar;
use crate::no_dumps;
use crate::serve::{self, Failure, Opened};
use crate::site::Site;
use crate::store::{Database, Engine, Location, School, StoreError, Transaction};

/// A directory that ends within this many days needs a new version soon.
const SOON_DAYS: u32 = 7;
/// A case may wait this long after its day: for a clock that has to be confirmed, or a night without a server.
const PURGE_DAYS: u32 = 3;

mod apart;
mod copies;
mod encryption;
mod live;
mod machine;
mod network;
mod packs;
mod storage;

pub use live::{Place, of_school};
pub use packs::{knows_region, stale as stale_packs};

/// Verdict, what was looked at, and why.
#[derive(Debug)]
pub struct Finding(pub Verdict, pub String, pub String);

/// The command.
pub async fn run(options: &config::Check) -> Result<ExitCode, Failure> {
    let mode = machine::mode(&options.store.data);
    let findings = match serve::open(&options.store).await {
        Ok(opened) => look(&opened, options, mode).await,
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

async fn look(opened: &Opened, options: &config::Check, mode: Option<u32>) -> Vec<Finding> {
    let now = SystemClock.now();
    let mut findings = vec![
        pass("server key", "present, and closed to others"),
        machine::folder(mode),
    ];
    if opened.database.engine() == Engine::Sqlite {
        findings.push(machine::disk(machine::file_system(
            &mounts(),
            opened.folder.path(),
        )));
    }
    findings.push(machine::second_server(opened.folder.is_locked()));
    findings.push(core_dumps());
    findings.push(match opened.database.probe().await {
        Ok(()) => pass("database", "takes a write, schema is this program's"),
        Err(error) => fail("database", &error.to_string()),
    });
    let vouched = match opened.unvouched_log_keeper(&options.store, &options.log.origin) {
        Ok(log) => log.vouch(&opened.database).await,
        // The line about the file says what is wrong with it.
        Err(_) => Ok(()),
    };
    let path = options.store.checkpoint_file(opened.folder.path());
    let key = opened.server_key.derive_log_key().public();
    let file = CheckpointFile::new(path, key);
    findings.push(if Site::embedded().is_empty() {
        fail("site", "this program was built without pages")
    } else {
        pass("site", "inside this program")
    });
    match opened.database.read().await {
        Ok(mut transaction) => {
            let newest = machine::newest_file(opened.folder.path());
            let clock = transaction.database_clock().await.ok().flatten();
            findings.push(machine::clock(now, newest, clock));
            match storage::all(opened, &mut transaction, &vouched, &file).await {
                Ok(found) => findings.extend(found),
                Err(error) => findings.push(fail("database", &error.to_string())),
            }
            match kept(&mut transaction, &opened.database, now).await {
                Ok(found) => findings.extend(found),
                Err(error) => findings.push(fail("copies", &error.to_string())),
            }
            schools(&mut transaction, now, &mut findings).await;
        }
        Err(error) => findings.push(fail("schools", &error.to_string())),
    }
    findings.extend(packs::all(Day(now.day())));
    findings.extend(stated(&options.stated));
    findings.extend(encrypted(
        opened.folder.path(),
        &opened.location,
        &opened.shreds,
    ));
    findings.push(match &options.backups {
        Some(place) => encryption::Disks::here().look("backups", place),
        None => unknown(
            "disk encryption (backups)",
            "say where they lie with --backups",
        ),
    });
    findings.push(apart::stores(&opened.location, &opened.shreds));
    findings.push(network::ports(&network::tables(), None));
    findings.push(network::mail());
    findings.extend(network::from_outside());
    findings
}

/// Where reports and keys lie (IMP-C2).
fn encrypted(data: &Path, database: &Location, shreds: &Location) -> Vec<Finding> {
    let disks = encryption::Disks::here();
    let mut findings = vec![disks.look("data", data)];
    for (what, location) in [("database", database), ("keys of cases", shreds)] {
        findings.push(match location {
            Location::Sqlite(path) => disks.look(what, path),
            Location::Postgres(_) => unknown(
                &format!("disk encryption ({what})"),
                "PostgreSQL has its own disks: ask whoever runs it",
            ),
        });
    }
    findings
}

fn mounts() -> String {
    std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default()
}

/// After turning them off, as the server does for itself.
fn core_dumps() -> Finding {
    no_dumps::turn_off();
    machine::core_dumps(&std::fs::read_to_string("/proc/self/limits").unwrap_or_default())
}

async fn kept(
    transaction: &mut Transaction,
    database: &Database,
    now: Moment,
) -> Result<Vec<Finding>, StoreError> {
    let copies = Copies::load(transaction, !database.shreds().is_embedded()).await?;
    let late = now.day().saturating_sub(PURGE_DAYS);
    let mut lines = Vec::from(copies::lines(&copies, now));
    lines.push(copies::destruction(transaction.count_overdue(late).await?));
    Ok(lines)
}

/// What the public page says about this server (XAM-15).
fn stated(stated: &Stated) -> [Finding; 3] {
    let line = |what: &str, said: Option<&String>, flag: &str| match said {
        Some(words) => pass(what, words),
        None => fail(
            what,
            &format!("not stated, and the public page says so: set {flag}"),
        ),
    };
    [
        line("run by", stated.operator.as_ref(), "--operator"),
        line("stands in", stated.stands_in.as_ref(), "--stands-in"),
        line("backups in", stated.backups_in.as_ref(), "--backups-in"),
    ]
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
        findings.push(next_look(&school, now));
    }
}

fn next_look(school: &School, now: Moment) -> Finding {
    let what = format!("{}: next look", school.slug);
    match Calendar::parse(&school.calendar)
        .ok()
        .and_then(|calendar| calendar.next_look(now))
    {
        Some(look) => pass(&what, &format!("{} {}", look.date, look.time)),
        None => fail(&what, "nobody is planned, and the page says so"),
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

#[cfg(test)]
mod tests {
    use super::*;

    // R48: each line in both states.
    #[test]
    fn what_nobody_stated_fails() {
        // XAM-15
        let silent = stated(&Stated::default());
        assert!(silent.iter().all(|line| line.0 == Verdict::Fail));
        let said = Some("Leeds, England".to_owned());
        let said = Stated {
            operator: said.clone(),
            stands_in: said.clone(),
            backups_in: said,
        };
        assert!(stated(&said).iter().all(|line| line.0 == Verdict::Pass));
    }

    #[test]
    fn memory_is_never_written_to_a_file() {
        // R43
        assert_eq!(core_dumps().0, Verdict::Pass);
    }
}
