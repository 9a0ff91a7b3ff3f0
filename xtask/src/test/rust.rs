//! Tests written in Rust, counted.

use super::checks::{BROWSER, PAGES};
use super::postgres::{Cluster, Durability};
use super::tally::Tally;
use crate::command::{Run, on_path};
use crate::console::say;
use crate::failure::{Failure, Outcome};
use crate::faults::trials;
use crate::install::{SMALL_HASHES, node, wasm_toolchain};
use crate::workspace::path;

/// Everything but browser and pages, with a PostgreSQL server of its own beside SQLite.
pub fn workspace(filter: &[String]) -> Outcome<Tally> {
    let cluster = Cluster::start(Durability::None)?;
    let mut run = runner().args(["--workspace", "--locked"]);
    for package in BROWSER.iter().chain(&PAGES) {
        run = run.args(["--exclude", package]);
    }
    counted(
        run.env("SOTTO_TEST_POSTGRES", cluster.url("postgres"))
            .args(filter),
    )
}

/// The pages, as far as they run on this machine.
pub fn pages(filter: &[String]) -> Outcome<Tally> {
    let run = PAGES.iter().fold(runner().arg("--locked"), |run, package| {
        run.args(["--package", package])
    });
    counted(run.args(no_tests_pass()).args(filter))
}

pub fn documentation(_: &[String]) -> Outcome<Tally> {
    let packages = ["protocol", "client", "server"];
    let run = packages.iter().fold(
        Run::cargo().args(["test", "--doc", "--locked"]),
        |run, package| run.args(["--package", package]),
    );
    counted(run)
}

/// The short version of the trials of faults, with a fresh seed that it prints.
pub fn faults(more: &[String]) -> Outcome<Tally> {
    counted(trials()?.arg("--small").args(more))
}

/// The protocol's vectors again, inside a WASM module that Node.js runs: the same compiler and target as in the browser.
pub fn wasm_vectors() -> Outcome<Tally> {
    let folder = path("protocol/wasm-vectors");
    if !folder.join("Cargo.toml").is_file() {
        return Err(Failure::new("protocol/wasm-vectors is missing"));
    }
    node()?;
    let target = path("target/wasm");
    let build = wasm_toolchain()?
        .cargo_build()
        .args(["--profile", "wasm-dev", "--target-dir"])
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", SMALL_HASHES);
    build
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .go()?;
    counted(
        Run::new("node")
            .arg(folder.join("run.mjs"))
            .arg(target.join("wasm32-unknown-unknown/wasm-dev/wasm_vectors.wasm")),
    )
}

/// nextest where it is installed: one process per test, so a crash is one failure. Else cargo's own runner.
fn runner() -> Run {
    if on_path("cargo-nextest") {
        return Run::cargo().args([
            "nextest",
            "run",
            "--no-fail-fast",
            "--status-level",
            "fail",
            "--final-status-level",
            "slow",
        ]);
    }
    say("cargo-nextest is not installed; using cargo test");
    Run::cargo().args(["test", "--no-fail-fast"])
}

fn no_tests_pass() -> &'static [&'static str] {
    if on_path("cargo-nextest") {
        &["--no-tests", "pass"]
    } else {
        &[]
    }
}

/// Runs it and reads how many tests ran. A runner that fails without a failed test (it did not compile) counts as one.
fn counted(run: Run) -> Outcome<Tally> {
    let (succeeded, output) = run.tee()?;
    let mut tally = Tally::read(&output);
    if !succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}
