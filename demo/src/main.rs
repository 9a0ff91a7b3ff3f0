//! `sotto-demo`: makes a demo school in a data folder. Everyone in it is made up.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use demo::make::{Options, Size, make};
use protocol::day::Timestamp;
use server::clock::{Clock, SystemClock};
use server::randomness::Randomness;

/// Makes demo schools for Sotto. Their secrets are in a file: never use one for real reports.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes Thornmere School with its people, and demo.json that says how to be each of them.
    Make {
        /// Data folder to make it in.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Database to make it in; the folder's own file if absent.
        #[arg(long, value_name = "URL")]
        database: Option<String>,
        /// How much of it.
        #[arg(long, value_enum, default_value_t = Size::Full)]
        scene: Size,
        /// The same number makes the same keys, words and ids. Without it they are random.
        #[arg(long, value_name = "NUMBER")]
        seed: Option<u64>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let Command::Make {
        data,
        database,
        scene,
        seed,
    } = Cli::parse().command;
    let seed = match seed {
        None => Randomness::system().bytes(),
        Some(number) => {
            let mut seed = [0; 32];
            seed[..8].copy_from_slice(&number.to_be_bytes());
            seed
        }
    };
    let options = Options {
        data: &data,
        database: database.as_deref(),
        size: scene,
        now: Timestamp(SystemClock.now().seconds()),
        seed,
    };
    match make(&options).await {
        Ok(file) => {
            println!("{} is in {}", file.school_name, data.display());
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("sotto-demo: {fault}");
            ExitCode::FAILURE
        }
    }
}
