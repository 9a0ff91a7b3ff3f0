//! The stories of `e2e/`, played in Chromium against the release binary.

use std::fs;

use serde::Deserialize;

use super::postgres::{Cluster, Durability};
use super::tally::Tally;
use crate::command::Run;
use crate::failure::{During, Outcome};
use crate::install::{chromium, firefox, node_packages};
use crate::workspace::path;

/// What Playwright's JSON report says at its end.
#[derive(Deserialize)]
struct Report {
    stats: Stats,
}

#[derive(Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
    skipped: u64,
}

/// Plays all of them on one database. A test that passed only on its second try counts as failed.
pub fn play(database: &str, filter: &[String]) -> Outcome<Tally> {
    let chromium = chromium()?;
    let firefox = firefox()?;
    node_packages()?;
    Run::cargo()
        .args([
            "build",
            "--release",
            "--package",
            "server",
            "--package",
            "demo",
        ])
        .go()?;
    let report = path("e2e/results").join(format!("report-{database}.json"));
    if report.exists() {
        fs::remove_file(&report).during("removing the last report")?;
    }
    let cluster = if database == "postgres" {
        Some(Cluster::start(Durability::None)?)
    } else {
        None
    };
    let run = Run::new("npx")
        .args(["--no-install", "playwright", "test"])
        .args(filter)
        .folder(&path("e2e"))
        .env("SOTTO_E2E_DATABASE", database)
        .env(
            "SOTTO_E2E_POSTGRES",
            cluster
                .as_ref()
                .map_or_else(String::new, |cluster| cluster.url("postgres")),
        )
        .env("SOTTO_E2E_CHROMIUM", chromium)
        .env("SOTTO_E2E_FIREFOX", firefox)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
    let ended = run.go();
    let Ok(text) = fs::read_to_string(&report) else {
        return ended.map(|()| Tally::default());
    };
    let stats = serde_json::from_str::<Report>(&text)
        .during("reading Playwright's report")?
        .stats;
    let mut tally = Tally {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
    };
    if ended.is_err() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}
