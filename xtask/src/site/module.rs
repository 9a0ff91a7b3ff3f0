//! The four WASM modules: two for pupils, two for staff, so that a pupil never downloads staff code.

use std::fs;
use std::path::PathBuf;

use wasm_bindgen_cli_support::Bindgen;

use super::{Options, shrink};
use crate::console::{Stopwatch, duration, say};
use crate::digest::{Inputs, Stamp, write};
use crate::failure::{During, Failure, Outcome};
use crate::install::WasmToolchain;
use crate::workspace;

/// One module and the hand-written script that starts it.
pub struct Module {
    pub name: &'static str,
    /// Its crate lies in `frontend/` under its own name.
    package: &'static str,
    pub script: &'static str,
    folder: &'static str,
    /// Crates it is made of, beside its own.
    sources: &'static [&'static str],
}

const PAGE: &[&str] = &[
    "protocol/src",
    "client/src",
    "app/src",
    "app/build.rs",
    "app/Cargo.toml",
    "packs",
];
const WORKER: &[&str] = &["protocol/src", "client/src", "frontend/worker", "packs"];

pub const MODULES: [Module; 4] = [
    Module {
        name: "reporter",
        package: "frontend-reporter",
        script: "frontend/reporter/boot.js",
        folder: "frontend/reporter",
        sources: PAGE,
    },
    Module {
        name: "reporter-worker",
        package: "frontend-reporter-worker",
        script: "frontend/reporter-worker/worker.js",
        folder: "frontend/reporter-worker",
        sources: WORKER,
    },
    Module {
        name: "staff",
        package: "frontend-staff",
        script: "frontend/staff/boot.js",
        folder: "frontend/staff",
        sources: PAGE,
    },
    Module {
        name: "staff-worker",
        package: "frontend-staff-worker",
        script: "frontend/staff-worker/worker.js",
        folder: "frontend/staff-worker",
        sources: WORKER,
    },
];

/// A module as the browser will get it, and the JavaScript that wasm-bindgen wrote for it.
pub struct Built {
    pub wasm: Vec<u8>,
    pub glue: String,
}

impl Module {
    /// Compiles, binds and shrinks it, or takes what an earlier run made of the same sources.
    pub fn build(&self, toolchain: WasmToolchain, options: &Options) -> Outcome<Built> {
        let inputs = Inputs::default()
            .word(options.profile())
            .word(&toolchain.describe())
            .word(shrink::RECIPE)
            .paths(&[
                "Cargo.toml",
                "Cargo.lock",
                "protocol/Cargo.toml",
                "client/Cargo.toml",
                "xtask/src/site/module.rs",
                self.folder,
            ])?
            .paths(self.sources)?;
        let stamp = Stamp::new(self.name, inputs);
        let made = workspace::scratch().join("site").join(options.profile());
        let (wasm, glue) = (
            made.join(format!("{}.wasm", self.name)),
            made.join(format!("{}.js", self.name)),
        );
        if options.leaves_out(self.name) {
            // Whatever an earlier build left, or nothing: only the other side was asked for.
            return Ok(Built {
                wasm: fs::read(&wasm).unwrap_or_default(),
                glue: fs::read_to_string(&glue).unwrap_or_default(),
            });
        }
        if !(stamp.is_current() && wasm.is_file() && glue.is_file()) {
            let watch = Stopwatch::start();
            let built = self.bind(&self.compile(toolchain, options)?)?;
            write(
                &wasm,
                &if options.dev {
                    built.wasm
                } else {
                    shrink::shrink(&built.wasm)?
                },
            )?;
            write(&glue, built.glue.as_bytes())?;
            stamp.set()?;
            say(&format!("{} ({})", self.name, duration(watch.elapsed())));
        }
        Ok(Built {
            wasm: fs::read(&wasm).during("reading a built module")?,
            glue: fs::read_to_string(&glue).during("reading a built module's glue")?,
        })
    }

    /// One package per cargo call, so that features of one module are not forced upon another.
    fn compile(&self, toolchain: WasmToolchain, options: &Options) -> Outcome<PathBuf> {
        let target = workspace::path("target/wasm");
        toolchain
            .cargo_build()
            .args([
                "--lib",
                "--profile",
                options.profile(),
                "--package",
                self.package,
                "--target-dir",
            ])
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags().join("\u{1f}"))
            .go()?;
        let file = format!(
            "wasm32-unknown-unknown/{}/{}.wasm",
            options.profile(),
            self.package.replace('-', "_")
        );
        Ok(target.join(file))
    }

    fn bind(&self, wasm: &PathBuf) -> Outcome<Built> {
        let mut output = Bindgen::new()
            .input_path(wasm)
            .web(true)
            .and_then(|bindgen| {
                bindgen
                    .out_name(self.name)
                    .typescript(false)
                    .omit_default_module_path(true)
                    .remove_name_section(true)
                    .remove_producers_section(true)
                    .keep_debug(false)
                    .generate_output()
            })
            .map_err(|error| Failure::new(format!("wasm-bindgen on {}: {error:#}", self.name)))?;
        // The script's integrity hash does not cover files it imports, so there must be none.
        if !output.snippets().is_empty() || !output.local_modules().is_empty() {
            return Err(Failure::new(format!(
                "{} brings JavaScript files of its own; its script must be one file",
                self.name
            )));
        }
        Ok(Built {
            wasm: output.wasm_mut().emit_wasm(),
            glue: output.js().to_owned(),
        })
    }
}

/// Panic messages name files by their place in the project, not on this machine: shorter, and the same everywhere.
fn rust_flags() -> Vec<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo_home = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let mut flags = vec![
        remap(&workspace::root().display().to_string(), "."),
        remap("/usr/lib/rustlib/src/rust", "rust"),
    ];
    let registries = fs::read_dir(format!("{cargo_home}/registry/src"))
        .into_iter()
        .flatten()
        .flatten();
    flags.extend(registries.map(|registry| remap(&registry.path().display().to_string(), "deps")));
    flags
}

fn remap(from: &str, to: &str) -> String {
    format!("--remap-path-prefix={from}={to}")
}
