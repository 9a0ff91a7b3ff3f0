//! Programs that tests need: a browser, Node.js with its packages, PostgreSQL's server, cargo-deny.

use std::path::{Path, PathBuf};

use super::packages;
use crate::command::{Run, on_path};
use crate::console::say;
use crate::digest::{Inputs, Stamp};
use crate::failure::{Failure, Outcome};
use crate::workspace;

const CARGO_DENY: &str = "0.20.2";

/// The browser that plays the stories. `SOTTO_E2E_CHROMIUM` names another one.
pub fn chromium() -> Outcome<PathBuf> {
    if let Some(own) = std::env::var_os("SOTTO_E2E_CHROMIUM") {
        return Ok(own.into());
    }
    let path = PathBuf::from("/usr/bin/chromium");
    if !path.exists() {
        packages(&["chromium"], "the browser tests drive it")?;
    }
    Ok(path)
}

/// The other browser that a report is written in. `SOTTO_E2E_FIREFOX` names another one.
pub fn firefox() -> Outcome<PathBuf> {
    if let Some(own) = std::env::var_os("SOTTO_E2E_FIREFOX") {
        return Ok(own.into());
    }
    let path = PathBuf::from("/usr/bin/firefox-esr");
    if !path.exists() {
        packages(&["firefox-esr"], "a report is written in Firefox too")?;
    }
    Ok(path)
}

/// Letters of languages that a bare machine cannot draw, for the pictures of the pages. No test needs them.
pub fn fonts() {
    let there = |path: &str| Path::new("/usr/share/fonts/truetype").join(path).exists();
    if ["lohit-bengali", "droid", "fonts-nafees"]
        .iter()
        .all(|font| there(font))
    {
        return;
    }
    let names = [
        "fonts-lohit-beng-bengali",
        "fonts-droid-fallback",
        "fonts-nafees",
    ];
    if packages(&names, "pictures of the pages in Bengali, Chinese and Urdu").is_err() {
        say("pictures of the pages in Bengali, Chinese and Urdu will show boxes for letters");
    }
}

pub fn node() -> Outcome {
    if !(on_path("node") && on_path("npm")) {
        packages(
            &["nodejs", "npm"],
            "Playwright, which drives the browser, and the WASM vectors run on it",
        )?;
    }
    Ok(())
}

/// `npm ci` in `e2e/`, unless the same lock file was installed before.
pub fn node_packages() -> Outcome {
    node()?;
    let folder = workspace::path("e2e");
    let stamp = Stamp::new(
        "node_modules",
        Inputs::default().paths(&["e2e/package.json", "e2e/package-lock.json"])?,
    );
    if stamp.is_current() && folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    say(
        "installing Playwright, axe and two old Chromiums into e2e/node_modules: they play the stories and check accessibility",
    );
    Run::new("npm")
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .folder(&folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .go()?;
    stamp.set()
}

/// What stops or fails the server at one system call of many.
pub fn strace() -> Outcome {
    if !on_path("strace") {
        packages(
            &["strace"],
            "the trials of faults stop the server at every write and sync",
        )?;
    }
    Ok(())
}

/// The folder with `initdb` and `postgres`, version 15 or later.
pub fn postgres_programs() -> Outcome<PathBuf> {
    if let Some(found) = newest_postgres() {
        return Ok(found);
    }
    packages(
        &["postgresql"],
        "every store test runs on PostgreSQL too, in a cluster of its own",
    )?;
    newest_postgres().ok_or_else(|| Failure::new("PostgreSQL was installed but no server of version 15 or later is in /usr/lib/postgresql"))
}

fn newest_postgres() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let numbers = versions.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let mut fit: Vec<u32> = numbers
        .filter(|version| *version >= 15 && programs(*version).join("initdb").is_file())
        .collect();
    fit.sort_unstable();
    fit.last().map(|version| programs(*version))
}

fn programs(version: u32) -> PathBuf {
    Path::new("/usr/lib/postgresql")
        .join(version.to_string())
        .join("bin")
}

/// cargo-deny from the path, or built once from its source.
pub fn cargo_deny() -> Outcome<PathBuf> {
    if on_path("cargo-deny") {
        return Ok(PathBuf::from("cargo-deny"));
    }
    let root = workspace::path("target/tools");
    let program = root.join("bin/cargo-deny");
    if !program.is_file() {
        say(&format!(
            "installing cargo-deny {CARGO_DENY} into target/tools: it checks licences, sources and bans of dependencies"
        ));
        Run::cargo()
            .args([
                "install",
                "cargo-deny",
                "--locked",
                "--debug",
                "--version",
                CARGO_DENY,
                "--root",
            ])
            .arg(&root)
            .go()?;
    }
    Ok(program)
}
