//! `cargo xtask faults`: hurts the release binary in every way there is a trial for, and keeps what it printed.

use std::fs;

use crate::command::Run;
use crate::console::{say, step};
use crate::failure::{During, Failure, Outcome};
use crate::install::{postgres_programs, strace};
use crate::workspace::path;

/// What was asked for.
pub struct Options {
    pub rounds: Option<u32>,
    pub seed: Option<u64>,
    pub only: Vec<String>,
}

/// The long version. Its output is kept under `bench/raw`.
pub fn faults(options: &Options) -> Outcome {
    step("Building the release binary and the trials");
    Run::cargo()
        .args(["build", "--release", "--package", "server"])
        .go()?;
    let mut run = trials()?;
    if let Some(rounds) = options.rounds {
        run = run.args(["--rounds", &rounds.to_string()]);
    }
    if let Some(seed) = options.seed {
        run = run.args(["--seed", &seed.to_string()]);
    }
    for name in &options.only {
        run = run.args(["--only", name]);
    }
    let (passed, output) = run.tee()?;
    let kept = path("bench/raw/faults-latest.txt");
    fs::write(&kept, output).during(format_args!("writing {}", kept.display()))?;
    say(&format!("kept in {}", kept.display()));
    if passed {
        Ok(())
    } else {
        Err(Failure::new("a trial failed; its seed is above"))
    }
}

/// The trials' program with what it needs beside it, at the root of the checkout.
pub fn trials() -> Outcome<Run> {
    postgres_programs()?;
    strace()?;
    Ok(Run::cargo().args(["run", "--quiet", "--locked", "--package", "faults", "--"]))
}
