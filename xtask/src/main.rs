//! Build, run, test and release Sotto: `cargo xtask --help`.

mod command;
mod console;
mod digest;
mod failure;
mod install;
mod lock;
mod site;
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
    /// Build the pages and their WASM into target/site.
    Site {
        /// Fast to build, heavy to download; parts that do not exist yet are left out.
        #[arg(long)]
        dev: bool,
        /// Write today's weights into frontend/budget.json, so that growth is counted from them.
        #[arg(long)]
        record_weight: bool,
        /// With --dev: build one side's modules and leave the other side's as they are.
        #[arg(long, requires = "dev", value_parser = ["reporter", "staff"])]
        only: Option<String>,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Outcome {
    match task {
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
