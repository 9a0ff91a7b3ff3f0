//! Builds everything a browser downloads into `target/site`, which the server embeds.
//!
//! Promises: the same sources and compiler give the same bytes; files keep their names while their bytes stay; a pupil's
//! first visit stays inside `frontend/budget.json`. A `--dev` site promises none of this, only speed.

mod assets;
mod glue;
mod module;
mod names;
mod pages;
mod publish;
mod style;
mod weight;

use crate::console::{Stopwatch, duration, say, step};
use crate::digest::{Inputs, Stamp};
use crate::failure::{During, Outcome};
use crate::install::{small_wasm_toolchain, wasm_toolchain};
use crate::lock::Lock;
use crate::workspace;

use assets::Assets;
use module::MODULES;

/// How to build it.
#[derive(Default)]
pub struct Options {
    /// Fast and heavy, and forgiving about parts that do not exist yet.
    pub dev: bool,
    /// Writes today's weights into the budget file, after a change that is worth its bytes.
    pub record_weight: bool,
    /// The side whose module is built. The other side's stays as it stands in `target/site`.
    pub only: Option<String>,
}

impl Options {
    fn leaves_out(&self, module: &str) -> bool {
        self.only
            .as_ref()
            .is_some_and(|side| !module.starts_with(side.as_str()))
    }

    fn profile(&self) -> &'static str {
        if self.dev { "wasm-dev" } else { "wasm" }
    }
}

/// Builds what changed. Does nothing at all when nothing did.
pub fn build(options: &Options) -> Outcome {
    let _lock = Lock::take("site.lock")?;
    let watch = Stopwatch::start();
    let stamp = Stamp::new(
        "site",
        everything()?
            .word(options.profile())
            .word(options.only.as_deref().unwrap_or("all")),
    );
    if stamp.is_current()
        && workspace::site().join("manifest.json").is_file()
        && !options.record_weight
    {
        say("the site is up to date");
        return Ok(());
    }
    let toolchain = if options.dev {
        wasm_toolchain()?
    } else {
        small_wasm_toolchain()?
    };
    step(&format!(
        "Building the site ({}, {})",
        options.profile(),
        toolchain.describe()
    ));

    let mut assets = Assets::default();
    // The pupil's stands inside the pages.
    let pupil_sheet = style::sheet("pupil", options.dev)?;
    assets.add(
        "staff",
        "css",
        style::sheet("staff", options.dev)?.into_bytes(),
    );
    let kept = workspace::path("frontend/kept/kept.js");
    let kept = std::fs::read(kept).during("reading frontend/kept/kept.js")?;
    assets.add("kept", "js", kept);
    let languages = pages::languages(&mut assets, options.dev)?;
    for module in &MODULES {
        let script = if options.leaves_out(module.name) {
            publish::stands(module.name, &mut assets)?
        } else {
            let built = module.build(toolchain, options)?;
            let wasm = assets.add(module.name, "wasm", built.wasm);
            let script = glue::script(module, &built.glue, &wasm, options.dev)?;
            let script = script.replace("__LANGUAGES__", &languages);
            assets.add(module.name, "js", script.into_bytes())
        };
        // Pages name the worker's file by itself, as if it were another one.
        if module.worker_script.is_some() {
            assets.alias(&format!("{}-worker.js", module.name), script);
        }
    }
    let pages = pages::render(&assets, &pupil_sheet, options.dev)?;
    let files = publish::write(&assets, pages, options.dev)?;
    weight::check(&files, options)?;
    stamp.set()?;
    say(&format!(
        "the site is in target/site ({})",
        duration(watch.elapsed())
    ));
    Ok(())
}

/// All that can change a byte of the site, this program included.
fn everything() -> Outcome<Inputs> {
    let mut folders = vec![
        "Cargo.toml",
        "Cargo.lock",
        "packs",
        "style",
        "frontend",
        "xtask/src",
        "xtask/Cargo.toml",
    ];
    folders.extend([
        "protocol/Cargo.toml",
        "protocol/src",
        "client/Cargo.toml",
        "client/src",
    ]);
    folders.extend(["coach/Cargo.toml", "coach/src"]);
    folders.extend(["app/Cargo.toml", "app/build.rs", "app/markup", "app/src"]);
    Inputs::default().paths(&folders)
}
