//! Measures the release binary of Sotto on this machine: `cargo xtask bench`.
//!
//! Every figure is printed beside what the machine itself can do, measured in the same run, and beside how much of it other
//! programs took meanwhile. Nothing here asserts a time: a busy machine makes a slow figure, never a failed build.

#![expect(
    clippy::disallowed_methods,
    reason = "measuring time is what this program is for"
)]

mod directory;
mod flood;
mod ground;
mod growth;
mod http;
mod inbox;
mod latency;
mod load;
mod machine;
mod plot;
mod seed;
mod serving;
mod sheet;
mod stages;
mod start;
mod submissions;
mod timing;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Why a measurement could not be made.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Parser)]
#[command(name = "bench")]
struct Arguments {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    on: On,
}

/// What is measured.
#[derive(Args, Clone)]
pub struct On {
    /// The server's program.
    #[arg(long, global = true, default_value = "target/release/sotto")]
    server: PathBuf,
    /// An empty PostgreSQL database to use in place of SQLite.
    #[arg(long, global = true)]
    database: Option<String>,
    /// Folder for the data; removed afterwards. It should lie on a real disk.
    #[arg(long, global = true, default_value = "target")]
    scratch: PathBuf,
}

#[derive(Subcommand)]
enum What {
    /// Reports a second, accepted durably, with the share of each stage.
    Load(load::Options),
    /// What each stage of taking in a report costs alone.
    Stages {
        /// Readers of each report.
        #[arg(long, default_value_t = 8)]
        readers: usize,
    },
    /// Checking a school's signed directory.
    Directory,
    /// A flood and honest pupils behind one address.
    Flood(flood::Options),
    /// Server time of each page of the inbox.
    Inbox {
        /// Cases in the database.
        #[arg(long, default_value_t = 10_000)]
        cases: usize,
    },
    /// From starting the program to its first answer, and memory at rest.
    Start {
        /// Cases in the database.
        #[arg(long, default_value_t = 100_000)]
        cases: usize,
        /// How often.
        #[arg(long, default_value_t = 20)]
        times: usize,
        /// What `make` made, in place of a fresh school with so many cases: filling takes minutes.
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Whether waiting times tell an account or a mailbox that is there from one that is not.
    Timing(timing::Options),
    /// How each cost grows with cases, readers, schools and clients.
    Growth {
        /// Reports of each run under load.
        #[arg(long, default_value_t = 3000)]
        reports: usize,
    },
    /// Makes a school with so many cases in a folder and leaves it there, for a browser to look at.
    Make {
        /// The folder.
        #[arg(long)]
        data: PathBuf,
        /// Cases in the database.
        #[arg(long, default_value_t = 10_000)]
        cases: usize,
        /// Readers of each.
        #[arg(long, default_value_t = 2)]
        readers: usize,
        /// So many of the readers came later: no case is sealed to them, and the lead is leaving.
        #[arg(long, default_value_t = 0)]
        later: usize,
    },
    /// Draws what `growth` printed.
    Plot {
        /// Its output.
        #[arg(long)]
        from: PathBuf,
        /// The picture, SVG.
        #[arg(long)]
        into: PathBuf,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // One thread: what the driver takes is taken from the server.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let done = runtime
        .map_err(Failure::from)
        .and_then(|runtime| runtime.block_on(measure(arguments)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(arguments: Arguments) -> Result<(), Failure> {
    let on = &arguments.on;
    match arguments.what {
        What::Load(options) => load::run(on, &options).await,
        What::Stages { readers } => stages::run(on, readers).await,
        What::Directory => directory::run(on).await,
        What::Flood(options) => flood::run(on, &options).await,
        What::Inbox { cases } => inbox::run(on, cases).await,
        What::Start { cases, times, data } => start::run(on, cases, times, data.as_deref()).await,
        What::Timing(options) => timing::run(on, &options).await,
        What::Growth { reports } => growth::run(on, reports).await,
        What::Make {
            data,
            cases,
            readers,
            later,
        } => seed::make(&data, cases, readers, later).await,
        What::Plot { from, into } => plot::draw(&from, &into),
    }
}
