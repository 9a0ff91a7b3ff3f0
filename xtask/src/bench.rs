//! `cargo xtask bench`: measures the release binary on this machine and keeps what it printed in `bench/raw`.
//!
//! A number missed is a number printed, never a failed build. The table in `bench/README.md` is written by hand from here.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::console::{say, step};
use crate::failure::{During, Failure, Outcome};
use crate::install::{chromium, node_packages};
use crate::test::postgres::{Cluster, Durability};
use crate::{release, workspace};

/// What can be measured, in the order it is.
const ALL: [&str; 12] = [
    "load",
    "postgres",
    "flood",
    "inbox",
    "inbox-postgres",
    "start",
    "timing",
    "growth",
    "pupil",
    "board",
    "hand-over",
    "directory",
];

/// Measures everything, or one thing.
pub fn bench(only: Option<&str>, built: bool) -> Outcome {
    if let Some(name) = only
        && !ALL.contains(&name)
    {
        return Err(Failure::new(format!(
            "there is no {name:?}; there are {}",
            ALL.join(", ")
        )));
    }
    if !built {
        release::release()?;
        step("Building the driver");
        Run::cargo()
            .args(["build", "--release", "--package", "bench"])
            .go()?;
    }
    for name in ALL {
        if only.is_none_or(|only| only == name) {
            step(&format!("Measuring: {name}"));
            let text = measure(name)?;
            print!("{text}");
            keep(name, &text)?;
        }
    }
    Ok(())
}

fn measure(name: &str) -> Outcome<String> {
    match name {
        "load" => driver().arg("load").capture(),
        "postgres" => {
            let cluster = Cluster::start(Durability::Full)?;
            driver()
                .args(["load", "--database", &cluster.fresh("bench")?])
                .args(["--postgres", &cluster.process().to_string()])
                .capture()
        }
        "flood" => driver().arg("flood").capture(),
        "timing" => driver().arg("timing").capture(),
        "inbox" => driver().arg("inbox").capture(),
        "inbox-postgres" => {
            let cluster = Cluster::start(Durability::Full)?;
            driver()
                .args(["inbox", "--database", &cluster.fresh("bench")?])
                .capture()
        }
        "start" => driver().arg("start").capture(),
        "directory" => driver().arg("directory").capture(),
        "growth" => driver().arg("growth").capture(),
        "pupil" => browser(0, 8, 0),
        "hand-over" => browser(1_000, 3, 1),
        _ => browser(10_000, 2, 0),
    }
}

fn driver() -> Run {
    Run::new(workspace::path("target/release/bench"))
}

/// Serves a made school to Chromium.
fn browser(cases: u32, readers: u32, later: u32) -> Outcome<String> {
    let chromium = chromium()?;
    node_packages()?;
    let data = workspace::path("target/bench-browser");
    if data.exists() {
        fs::remove_dir_all(&data).during("removing the last school")?;
    }
    driver()
        .args(["make", "--cases", &cases.to_string()])
        .args(["--readers", &readers.to_string()])
        .args(["--later", &later.to_string(), "--data"])
        .arg(&data)
        .go()?;
    let text = Run::new("node")
        .arg("bench/browser.mjs")
        .arg(&data)
        .env("SOTTO_E2E_CHROMIUM", chromium)
        .capture()?;
    fs::remove_dir_all(&data).during("removing the school")?;
    Ok(text)
}

/// Adds what was printed to `bench/raw`, under today's date, and draws the growth.
fn keep(name: &str, text: &str) -> Outcome {
    let today = Run::new("date").args(["-u", "+%Y-%m-%d"]).text();
    let today = today.ok_or_else(|| Failure::new("`date` said nothing"))?;
    let file = raw(&format!("{name}-{}.txt", today.trim()));
    fs::write(&file, text).during(format_args!("writing {}", workspace::shown(&file)))?;
    say(&format!("kept in {}", workspace::shown(&file)));
    if name == "growth" {
        driver()
            .args(["plot", "--from"])
            .arg(&file)
            .arg("--into")
            .arg(workspace::path("bench/growth.svg"))
            .go()?;
    }
    Ok(())
}

fn raw(name: &str) -> PathBuf {
    let folder: &Path = &workspace::path("bench/raw");
    folder.join(name)
}
