//! Build, run, test and release Sotto: `cargo xtask --help`.

mod bench;
mod command;
mod console;
mod digest;
mod failure;
mod faults;
mod fuzz;
mod install;
mod lock;
mod release;
mod run;
mod site;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Outcome;

/// Everything a newcomer and a machine need: build, run, test, release.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, make a demo school and serve it.
    Run {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: String,
        /// Make a new demo school in place of the one that is there.
        #[arg(long)]
        fresh: bool,
        /// Build the pages fast and heavy.
        #[arg(long)]
        dev: bool,
    },
    /// Check and test everything, or one step.
    Test {
        /// The step to run: install, fmt, purity, site, clippy, deny, rust, pages, doc, vectors, release, faults, e2e (or e2e-sqlite, e2e-postgres).
        #[arg(long)]
        only: Option<String>,
        /// Handed to the test runner of the step: names of tests, files of stories.
        #[arg(last = true)]
        filter: Vec<String>,
    },
    /// Measure the release binary on this machine and keep what was printed in bench/raw.
    Bench {
        /// What: load, postgres, inbox, inbox-postgres, start, growth, pupil, board. Without it, everything.
        what: Option<String>,
        /// Take the binaries as they are.
        #[arg(long)]
        built: bool,
    },
    /// Build one binary with everything inside, and its manifest of hashes.
    Release,
    /// Kill, fill, cut and starve the release binary while people use it; a short version is part of `test`.
    Faults {
        /// How often a trial that repeats does so: 1000 kills take about an hour.
        #[arg(long)]
        rounds: Option<u32>,
        /// Everything random follows from it; a failed trial prints it.
        #[arg(long)]
        seed: Option<u64>,
        /// Only this trial; may be given again.
        #[arg(long)]
        only: Vec<String>,
    },
    /// Throw foreign bytes at every decoder of the protocol, guided by coverage.
    Fuzz {
        /// For each decoder.
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=1440))]
        minutes: u32,
        /// Only this decoder; may be given again.
        #[arg(long)]
        only: Vec<String>,
    },
    /// Build the pages and their WASM into target/site.
    Site {
        /// Fast to build, heavy to download; parts that do not exist yet are left out.
        #[arg(long)]
        dev: bool,
        /// Write today's weights into frontend/budget.json, so that growth is counted from them.
        #[arg(long)]
        record_weight: bool,
        /// Build one side's module and leave the other side's as it is.
        #[arg(long, value_parser = ["reporter", "staff"])]
        only: Option<String>,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_silent() {
                eprintln!("\nxtask: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Outcome {
    match task {
        Task::Run { listen, fresh, dev } => run::run(&run::Options { listen, fresh, dev }),
        Task::Test { only, filter } => test::test(only.as_deref(), &filter),
        Task::Bench { what, built } => bench::bench(what.as_deref(), built),
        Task::Release => release::release(),
        Task::Faults { rounds, seed, only } => {
            faults::faults(&faults::Options { rounds, seed, only })
        }
        Task::Fuzz { minutes, only } => fuzz::fuzz(&fuzz::Options { minutes, only }),
        Task::Site {
            dev,
            record_weight,
            only,
        } => site::build(&site::Options {
            dev,
            record_weight,
            only,
        }),
    }
}
