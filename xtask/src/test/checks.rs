//! Checks that read the source and run none of it: format, lints, licences, purity.

use crate::command::{Run, on_path};
use crate::console::say;
use crate::failure::{Failure, Outcome};
use crate::install::{WasmToolchain, cargo_deny, wasm_toolchain};

/// Crates that only make sense in a browser. The others are checked and tested together.
pub const BROWSER: [&str; 6] = [
    "frontend-extras",
    "frontend-reporter",
    "frontend-reporter-worker",
    "frontend-staff",
    "frontend-staff-worker",
    "frontend-worker",
];

/// Crates of the pages that also run on this machine; here Leptos does without a browser.
pub const PAGES: [&str; 2] = ["app", "frontend-prerender"];

pub fn format() -> Outcome {
    Run::cargo().args(["fmt", "--all", "--check"]).go()
}

/// Every target of every crate, with the features it is used with. A warning is a failure.
pub fn lint() -> Outcome {
    let clippy = || Run::cargo().args(["clippy", "--locked"]);
    let deny = ["--", "--deny", "warnings"];
    let mut host = clippy().args(["--workspace", "--all-targets"]);
    for package in BROWSER.iter().chain(&PAGES) {
        host = host.args(["--exclude", package]);
    }
    host.args(deny).go()?;
    clippy()
        .args(packages(&PAGES))
        .arg("--all-targets")
        .args(deny)
        .go()?;
    let browser = match wasm_toolchain()? {
        WasmToolchain::Rustup | WasmToolchain::RustupSource => clippy().args([
            "--target",
            "wasm32-unknown-unknown",
            "--target-dir",
            "target/wasm",
        ]),
        // Debian's compiler has no clippy of its own beside it; the same source is linted for this machine instead.
        WasmToolchain::Debian => clippy(),
    };
    browser
        .args(packages(&BROWSER))
        .args(["--package", "app", "--features", "app/csr"])
        .args(deny)
        .go()
}

fn packages(names: &[&str]) -> Vec<String> {
    names
        .iter()
        .flat_map(|name| ["--package".to_owned(), (*name).to_owned()])
        .collect()
}

/// Licences, bans and sources always; advisories where their database can be fetched.
pub fn deny() -> Outcome {
    let tool = cargo_deny()?;
    let check = |what: &[&str]| {
        Run::new(&tool)
            .args(["--locked", "--all-features", "check"])
            .args(what)
    };
    check(&["bans", "licenses", "sources"]).go()?;
    if !on_path("git") {
        say("advisories were NOT checked: their database is fetched with git, which is not here");
        return Ok(());
    }
    let fetched = Run::new(&tool).args(["fetch", "db"]).output()?;
    if !fetched.status.success() {
        say("advisories were NOT checked: their database cannot be fetched from this machine");
        return Ok(());
    }
    check(&["advisories"]).go()
}

/// The protocol gets its randomness and its time as parameters, so nothing in its tree may ask the system for them.
pub fn purity() -> Outcome {
    let tree = Run::cargo().args([
        "tree",
        "--package",
        "protocol",
        "--edges",
        "normal",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let tree = tree.capture()?;
    for foreign in ["getrandom", "rand", "js-sys", "wasm-bindgen", "tokio"] {
        if let Some(found) = tree
            .lines()
            .find(|line| line.split(' ').next() == Some(foreign))
        {
            return Err(Failure::new(format!(
                "the protocol depends on {found}; see it with: cargo tree --package protocol --edges normal --target all --invert {foreign}"
            )));
        }
    }
    say(&format!(
        "{} crates in the protocol's tree, none of them brings entropy",
        tree.lines().count()
    ));
    let build = wasm_toolchain()?.cargo_build();
    build
        .args([
            "--package",
            "protocol",
            "--profile",
            "wasm-dev",
            "--target-dir",
            "target/wasm",
        ])
        .go()
}
