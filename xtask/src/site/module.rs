//! The WASM modules: one per side, so that a pupil never downloads staff code, and the extras, which come after a pupil's first visit.
//!
//! No wasm-opt: it made the modules a sixth smaller on disk and 5 % larger once compressed, which is what a pupil downloads.
//!
//! Page and worker of a side are the same module in two memories: it is downloaded once, and what both need is in it once.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use wasm_bindgen_cli_support::Bindgen;

use super::{Options, names};
use crate::console::{Stopwatch, duration, say};
use crate::digest::{Inputs, Stamp, write};
use crate::failure::{During, Failure, Outcome};
use crate::install::{SMALL_HASHES, WasmToolchain};
use crate::workspace;

/// One module and the hand-written scripts that start it: in the page, and in the worker that holds the keys, if it has one.
pub struct Module {
    pub name: &'static str,
    package: &'static str,
    pub page_script: &'static str,
    pub worker_script: Option<&'static str>,
    /// What it is made of.
    sources: &'static [&'static str],
}

pub const MODULES: [Module; 3] = [
    Module {
        name: "extras",
        package: "frontend-extras",
        page_script: "frontend/extras/boot.js",
        worker_script: None,
        sources: &["frontend/extras", "coach/Cargo.toml", "coach/src"],
    },
    Module {
        name: "reporter",
        package: "frontend-reporter",
        page_script: "frontend/reporter/boot.js",
        worker_script: Some("frontend/reporter-worker/worker.js"),
        sources: &["frontend/reporter", "frontend/reporter-worker"],
    },
    Module {
        name: "staff",
        package: "frontend-staff",
        page_script: "frontend/staff/boot.js",
        worker_script: Some("frontend/staff-worker/worker.js"),
        sources: &["frontend/staff", "frontend/staff-worker"],
    },
];

/// What both are made of.
const SHARED: [&str; 12] = [
    "Cargo.toml",
    "Cargo.lock",
    "app",
    "client/Cargo.toml",
    "client/src",
    "frontend/worker",
    "packs",
    "protocol/Cargo.toml",
    "protocol/src",
    "style",
    "xtask/src/site/module.rs",
    "xtask/src/site/names.rs",
];

/// A module as the browser will get it, and the JavaScript that wasm-bindgen wrote for it.
pub struct Built {
    pub wasm: Vec<u8>,
    pub glue: String,
}

impl Module {
    /// Compiles and binds it, or takes what an earlier run made of the same sources.
    pub fn build(&self, toolchain: WasmToolchain, options: &Options) -> Outcome<Built> {
        let inputs = Inputs::default()
            .word(options.profile())
            .word(&toolchain.describe())
            .paths(&SHARED)?
            .paths(self.sources)?;
        let stamp = Stamp::new(self.name, inputs);
        let made = workspace::scratch().join("site").join(options.profile());
        let (wasm, glue) = (
            made.join(format!("{}.wasm", self.name)),
            made.join(format!("{}.js", self.name)),
        );
        if !(stamp.is_current() && wasm.is_file() && glue.is_file()) {
            let watch = Stopwatch::start();
            let built = self.bind(&self.compile(toolchain, options)?)?;
            write(&wasm, &built.wasm)?;
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
            .env(
                "CARGO_ENCODED_RUSTFLAGS",
                rust_flags(toolchain).join("\u{1f}"),
            )
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
        if output.snippets().values().any(|inline| !inline.is_empty())
            || !output.local_modules().is_empty()
        {
            return Err(Failure::new(format!(
                "{} brings JavaScript files of its own ({:?}, {:?}); its script must be one file",
                self.name,
                output.snippets().keys(),
                output.local_modules().keys()
            )));
        }
        let mut names = BTreeMap::new();
        for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
            let long = std::mem::replace(&mut import.name, names::short(number));
            names.insert(long, import.name.clone());
        }
        for (number, export) in output.wasm_mut().exports.iter_mut().enumerate() {
            if names::is_long(&export.name) {
                let long = std::mem::replace(&mut export.name, names::short_export(number));
                names.insert(long, export.name.clone());
            }
        }
        let glue = names::replace(output.js(), &names);
        Ok(Built {
            wasm: output.wasm_mut().emit_wasm(),
            glue,
        })
    }
}

/// Panic messages name files by their place in the project, not on this machine: shorter, and the same everywhere.
fn rust_flags(toolchain: WasmToolchain) -> Vec<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo_home = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let mut flags = vec![
        remap(&workspace::root().display().to_string(), "."),
        remap("/usr/lib/rustlib/src/rust", "rust"),
        SMALL_HASHES.to_owned(),
    ];
    let registries = fs::read_dir(format!("{cargo_home}/registry/src"))
        .into_iter()
        .flatten()
        .flatten();
    flags.extend(registries.map(|registry| remap(&registry.path().display().to_string(), "deps")));
    flags.extend(toolchain.rust_flags().iter().map(|flag| (*flag).to_owned()));
    flags
}

fn remap(from: &str, to: &str) -> String {
    format!("--remap-path-prefix={from}={to}")
}
