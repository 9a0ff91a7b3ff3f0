//! The table of trials, and running them one after another.

use crate::outcome::Outcome;
use crate::school::Ground;
use crate::trials;
use crate::watch::Watch;

/// One way to hurt the server.
pub struct Trial {
    pub name: &'static str,
    /// Rows of the reliability goals it shows.
    pub goals: &'static str,
    pub what: &'static str,
    /// Part of every `cargo xtask test`.
    pub small: bool,
    pub run: fn(&Ground) -> Outcome<String>,
}

/// Every trial. A row's function gives back what it measured, in one line.
#[rustfmt::skip]
pub const TRIALS: &[Trial] = &[
    row("kill-sqlite",    "R7 R10",  "killed with -9 at random moments under load, on SQLite",     true, trials::kill::sqlite),
    row("kill-postgres",  "R10",     "killed with -9 at random moments under load, on PostgreSQL", true, trials::kill::postgres),
    row("power-cut",      "R12",     "the power goes at any moment",                               true, trials::power_cut::images),
    row("disk-full",      "R14",     "the disk fills up and is emptied again",                     true, trials::small_disk::full),
    row("read-only",      "R15",     "the disk turns read-only for a while",                       true, trials::disk::read_only),
    row("full-log",       "R15",     "the disk that the program logs to is full",                  true, trials::disk::full_log),
    row("failed-sync",    "R13",     "one sync fails",                                             true, trials::disk::failed_sync),
    row("damage",         "R18",     "a page of the database is spoiled while nobody reads it",    true, trials::disk::damage),
    row("flips",          "R18",     "one bit of one page is flipped",                             false, trials::flips::every_page),
    row("locked",         "R14",     "another program locks the database",                        false, trials::disk::locked),
    row("descriptors",    "R16",     "64 open files and a flood of connections",                   true, trials::disk::descriptors),
    row("second-process", "R20",     "a second server on the same folder",                         true, trials::disk::second_process),
    row("failover",       "R22",     "the primary is killed, its standby reads only and is then promoted", true, trials::postgres::failover),
    row("pg-restart",     "R22",     "PostgreSQL crashes and is started again",                    true, trials::postgres::restart),
    row("pg-silent",      "R22",     "connections to PostgreSQL stay open and go silent",          false, trials::postgres::silent),
    row("commit-cut",     "R25",     "the connection is cut inside COMMIT",                       true, trials::postgres::commit_cut),
    row("exhausted",      "R24",     "every connection of the pool is held up",                    false, trials::postgres::exhausted),
    row("two-nodes",      "R10 R42", "two servers on one database, killed in turn",                true, trials::two_nodes::killed_in_turn),
    row("stop",           "R9",      "told to stop under load",                                    true, trials::clients::stop),
    row("vanish",         "R30",     "clients vanish at a random byte",                            true, trials::clients::vanish),
    row("idle",           "R4 R37",  "thousands of connections that say nothing, or half",         false, trials::clients::idle),
    row("odd-requests",   "R35",     "requests no well-meaning client sends",                      true, trials::clients::odd_requests),
    row("large-bodies",   "R17",     "fifty bodies of 12 MiB at once, in 256 MB",                  true, trials::large::bodies),
    row("outside-calls",  "R46",     "everything a school does, and nobody is called",             true, trials::clients::outside_calls),
    row("trace",          "R49",     "everything that is logged at the most talkative level",      true, trials::trace::bytes),
    row("memory",         "R43",     "the server's memory is read through",                        false, trials::memory::copies),
    row("clock",          "R21",     "the clock jumps ahead and back",                             false, trials::clock::jumps),
    row("purge",          "R27",     "killed at every write and sync of a purge, of its keys and of its rows", true, trials::purge::every_call),
    row("migration",      "R29",     "killed at every write and sync of a step to a newer schema", true, trials::migration::every_call),
    row("crash-points",   "R11",     "killed at every write and sync of one act",                  true, trials::crash_points::every_call),
];

const fn row(
    name: &'static str,
    goals: &'static str,
    what: &'static str,
    small: bool,
    run: fn(&Ground) -> Outcome<String>,
) -> Trial {
    Trial {
        name,
        goals,
        what,
        small,
        run,
    }
}

/// Runs those chosen and says how each ended. The last line counts them.
pub fn run(ground: &Ground, chosen: &[&Trial]) -> bool {
    let mut failed = 0;
    println!("seed {}", ground.seed);
    for trial in chosen {
        println!("{} ({}): {}", trial.name, trial.goals, trial.what);
        let watch = Watch::start();
        let seconds = |watch: Watch| watch.elapsed().as_secs_f64();
        match (trial.run)(ground) {
            Ok(measured) => println!("    ok in {:.1} s: {measured}", seconds(watch)),
            Err(fault) => {
                failed += 1;
                println!("    FAILED after {:.1} s: {fault}", seconds(watch));
                println!(
                    "    again: cargo xtask faults --seed {} --only {}",
                    ground.seed, trial.name
                );
            }
        }
    }
    println!("{} passed, {failed} failed", chosen.len() - failed);
    failed == 0
}
