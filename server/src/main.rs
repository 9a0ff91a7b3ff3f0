//! `sotto`: one program, its commands in `config.rs`.

use std::alloc::System;
use std::process::ExitCode;

use clap::Parser;
use server::config::{Cli, Command, School, Site};
use server::serve::Failure;
use server::{
    accept_rollback, backup, check, expiry, import, openapi, restore, serve, site, take_out,
    verify_audit,
};
use zeroizing_alloc::ZeroAlloc;

/// Memory that is given back is overwritten first, so that no request, nor what was opened of it, stays behind (R43).
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("sotto: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<ExitCode, Failure> {
    match cli.command {
        Command::Serve(options) => serve::run(*options).await,
        Command::School(School::Import(options)) => import::run(&options).await,
        Command::School(School::Keys(options)) => import::print_keys(&options),
        Command::Purge(options) => expiry::run(&options).await,
        Command::VerifyAudit(options) => verify_audit::run(&options).await,
        Command::Check(options) => check::run(&options).await,
        Command::Backup(options) => backup::run(&options).await,
        Command::Restore(options) => restore::run(&options).await,
        Command::AcceptRollback(options) => accept_rollback::run(&options).await,
        Command::TakeOut(command) => take_out::run(&command).await,
        Command::Openapi => {
            print!("{}", openapi::text());
            Ok(ExitCode::SUCCESS)
        }
        Command::Site(Site::Manifest) => {
            print!("{}", site::Site::embedded().manifest());
            Ok(ExitCode::SUCCESS)
        }
    }
}
