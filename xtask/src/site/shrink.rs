//! Makes a module smaller with Binaryen's optimiser.

use std::fs;

use crate::command::{Run, on_path};
use crate::failure::{During, Outcome};
use crate::install::packages;
use crate::workspace;

/// Flags of the optimiser: size first, and every feature that rustc uses for this target.
const FLAGS: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
];

/// Changes with every change of the recipe, so that stale results are not reused.
pub const RECIPE: &str = "wasm-opt -Oz 1";

pub fn shrink(wasm: &[u8]) -> Outcome<Vec<u8>> {
    if !on_path("wasm-opt") {
        packages(
            &["binaryen"],
            "its wasm-opt makes what a pupil downloads smaller",
        )?;
    }
    let folder = workspace::scratch().join("site");
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    fs::write(&before, wasm).during("writing a module for wasm-opt")?;
    Run::new("wasm-opt")
        .args(FLAGS)
        .arg(&before)
        .arg("--output")
        .arg(&after)
        .go()?;
    fs::read(&after).during("reading what wasm-opt made")
}
