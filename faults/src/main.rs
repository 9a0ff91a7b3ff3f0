//! `faults`: kills, fills, cuts and starves the release binary while real sessions use it, and checks that nothing
//! acknowledged was lost.
//!
//! Traffic goes to loopback only. Everything a trial starts ends with it. All randomness follows from the seed.

mod http;
mod invariants;
mod ledger;
mod load;
mod log_watch;
mod outcome;
mod people;
mod postgres;
mod power_cut;
mod reader;
mod recording;
mod scene;
mod school;
mod server;
mod switch;
mod tracer;
mod trial;
mod trials;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use school::Ground;
use trial::{TRIALS, Trial};

/// Hurts the server and checks that nothing acknowledged was lost.
#[derive(Parser)]
struct Arguments {
    /// The program under trial.
    #[arg(long, default_value = "target/release/sotto")]
    program: PathBuf,
    /// Everything random follows from it; without it, from the time. It is printed.
    #[arg(long)]
    seed: Option<u64>,
    /// How often a trial that repeats does so.
    #[arg(long)]
    rounds: Option<u32>,
    /// Only these trials.
    #[arg(long)]
    only: Vec<String>,
    /// The short version: trials that are part of every test run, with few rounds.
    #[arg(long)]
    small: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let wanted = |trial: &&Trial| {
        (arguments.only.is_empty() || arguments.only.iter().any(|name| name == trial.name))
            && (trial.small || !arguments.small || !arguments.only.is_empty())
    };
    let chosen: Vec<&Trial> = TRIALS.iter().filter(wanted).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = TRIALS.iter().map(|trial| trial.name).collect();
        eprintln!("there is no such trial; there are: {}", names.join(", "));
        return ExitCode::FAILURE;
    }
    let seed = arguments.seed.unwrap_or_else(|| watch::now().0);
    match Ground::new(arguments.program, seed, arguments.rounds) {
        Ok(ground) if trial::run(&ground, &chosen) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
