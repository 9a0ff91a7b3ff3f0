//! Logs: what happened to the machine, never what a person did.
//!
//! Promise: no addresses, paths, names, ids, bodies or agents at any level (R49). Libraries are held to warnings
//! whatever level is asked for, because they would log connections and statements.

use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

use crate::config::LogFormat;

/// Our own crate at the level asked for, everything else at warnings, the database's statements never.
#[must_use]
pub fn filter(level: Level) -> Targets {
    let others = LevelFilter::WARN.min(LevelFilter::from_level(level));
    Targets::new()
        .with_default(others)
        .with_target("server", level)
        .with_target("sotto", level)
        .with_target("sqlx::query", LevelFilter::OFF)
        .with_target("hyper", LevelFilter::OFF)
        // What it cannot read it prints.
        .with_target("webauthn_rs", LevelFilter::OFF)
        .with_target("tower_http", LevelFilter::OFF)
}

/// Writes lines to standard error from now on.
pub fn start(format: LogFormat, level: Level) {
    let lines = fmt::layer()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_file(false);
    let lines = match format {
        LogFormat::Text => lines.with_ansi(false).boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    let subscriber = Registry::default().with(lines.with_filter(filter(level)));
    // A panic's own words may hold anything; where it happened is enough to find it.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    // Only a test that runs two servers in one process can have set one before.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
