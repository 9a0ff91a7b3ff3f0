//! `cargo xtask release`: one binary with site, migrations, packs and word lists inside, and the hashes to check it by.

use std::collections::BTreeMap;
use std::fs;

use serde::Serialize;

use crate::command::Run;
use crate::console::{bytes, say, step};
use crate::failure::{During, Outcome};
use crate::{digest, site, workspace};

/// `target/release/sotto.manifest.json`.
#[derive(Serialize)]
struct Manifest {
    /// SHA-256 of the binary.
    sotto: String,
    /// SHA-256 of every file the binary serves.
    site: BTreeMap<String, String>,
}

pub fn release() -> Outcome {
    site::build(&site::Options::default())?;
    step("Building the release binary");
    Run::cargo()
        .args(["build", "--release", "--package", "server"])
        .go()?;
    let binary =
        fs::read(workspace::path("target/release/sotto")).during("reading target/release/sotto")?;
    let site = fs::read_to_string(workspace::site().join("manifest.json"))
        .during("reading the site's manifest")?;
    let site = serde_json::from_str(&site).during("reading the site's manifest")?;
    let manifest = Manifest {
        sotto: digest::hex(&binary),
        site,
    };
    let text = serde_json::to_string_pretty(&manifest).during("writing the manifest")? + "\n";
    digest::write(
        &workspace::path("target/release/sotto.manifest.json"),
        text.as_bytes(),
    )?;
    say(&format!(
        "target/release/sotto, {} bytes, SHA-256 {}",
        bytes(binary.len()),
        manifest.sotto
    ));
    say("target/release/sotto.manifest.json lists it and every file it serves");
    Ok(())
}
