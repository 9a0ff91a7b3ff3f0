//! A compiler for WebAssembly: rustup's where it can fetch the target, else Debian's with the standard library built from source.

use std::path::Path;

use super::packages;
use crate::command::{Run, on_path};
use crate::console::say;
use crate::failure::{Failure, Outcome};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, its cargo, and the standard library's source of the same version, with a linker for WASM.
const DEBIAN: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Which compiler builds the site.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WasmToolchain {
    /// The toolchain that builds the server, with rustup's ready-made standard library.
    Rustup,
    /// The same, with the standard library built from rustup's copy of its source.
    RustupSource,
    /// Debian's own; library source and compiler must be the same version, so it cannot lend its source to rustup's.
    Debian,
}

/// Builds the standard library for size. `-Z` is meant for nightly compilers; these options are stable enough for us to
/// measure each release by its weight, and they take a fifth off the pupil's download.
const SMALL_STD: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// A panic stops the module at once, without words about where: nobody reads them in a pupil's browser.
const SMALL_CODE: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    "--cfg=erase_components",
];

/// SHA-2 as loops instead of sixteen kilobytes of unrolled rounds. Vectors are run in the same form.
pub const SMALL_HASHES: &str = "--cfg=sha2_backend_soft=\"compact\"";

impl WasmToolchain {
    /// `cargo build` for the target, still without a package.
    pub fn cargo_build(self) -> Run {
        match self {
            Self::Rustup => Run::cargo().args(["build", "--target", TARGET]),
            Self::RustupSource => Run::cargo()
                .args(["build", "--target", TARGET])
                .args(SMALL_STD)
                .env("RUSTC_BOOTSTRAP", "1"),
            Self::Debian => Run::new("/usr/bin/cargo")
                .args(["build", "--target", TARGET])
                .args(SMALL_STD)
                .env("RUSTC", "/usr/bin/rustc")
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22")
                .without_env("RUSTUP_TOOLCHAIN")
                // `cargo run` put rustup's libraries here; Debian's compiler must find its own.
                .without_env("LD_LIBRARY_PATH"),
        }
    }

    /// Compiler flags that go with it.
    pub fn rust_flags(self) -> &'static [&'static str] {
        if self == Self::Rustup {
            &[]
        } else {
            &SMALL_CODE
        }
    }

    /// Name and version, for stamps and for the reader.
    pub fn describe(self) -> String {
        let (name, run) = match self {
            Self::Rustup => ("rustup", Run::new("rustc")),
            Self::RustupSource => ("rustup with source", Run::new("rustc")),
            Self::Debian => (
                "Debian",
                Run::new("/usr/bin/rustc").without_env("LD_LIBRARY_PATH"),
            ),
        };
        format!(
            "{name} {}",
            run.arg("--version").text().unwrap_or_default().trim()
        )
    }
}

/// The quickest one that compiles for the target: for checks, tests and `--dev`.
pub fn wasm_toolchain() -> Outcome<WasmToolchain> {
    if rustup_target() {
        Ok(WasmToolchain::Rustup)
    } else {
        debian()
    }
}

/// One that builds the standard library small: for what pupils download. `SOTTO_WASM_TOOLCHAIN=rustup|debian` asks for one.
pub fn small_wasm_toolchain() -> Outcome<WasmToolchain> {
    match std::env::var("SOTTO_WASM_TOOLCHAIN").as_deref() {
        Ok("rustup") if rustup_target() => Ok(WasmToolchain::Rustup),
        Ok("debian") => debian(),
        Ok(other) => Err(Failure::new(format!(
            "SOTTO_WASM_TOOLCHAIN is `{other}`; it may be `rustup`, where that has the target, or `debian`"
        ))),
        Err(_) if rustup_source() => Ok(WasmToolchain::RustupSource),
        Err(_) => debian(),
    }
}

/// rustup's own library for the target: there, or fetched now.
fn rustup_target() -> bool {
    rustc_knows_target()
        || rustup_adds(
            "target",
            TARGET,
            "the pages' code runs in the browser as WASM",
        ) && rustc_knows_target()
}

/// rustup's copy of the library's source: there, or fetched now.
fn rustup_source() -> bool {
    let sysroot = || Run::new("rustc").args(["--print", "sysroot"]).text();
    let present = || {
        sysroot().is_some_and(|root| {
            Path::new(root.trim())
                .join("lib/rustlib/src/rust/library/std")
                .is_dir()
        })
    };
    present()
        || rustup_adds(
            "component",
            "rust-src",
            "the WASM of the pages is smaller with a standard library built for size",
        ) && present()
}

fn rustup_adds(kind: &str, name: &str, why: &str) -> bool {
    if !on_path("rustup") {
        return false;
    }
    say(&format!("installing {name} by rustup: {why}"));
    let added = Run::new("rustup").args([kind, "add", name]).output();
    let added = added.is_ok_and(|output| output.status.success());
    if !added {
        say("rustup cannot fetch it from here; Debian's compiler will do");
    }
    added
}

/// Whether the everyday compiler has the target's standard library, installed by whatever means.
fn rustc_knows_target() -> bool {
    let folder = Run::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .text();
    folder.is_some_and(|folder| {
        std::fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some())
    })
}

fn debian() -> Outcome<WasmToolchain> {
    let present = [
        "/usr/bin/rustc",
        "/usr/bin/cargo",
        "/usr/lib/rustlib/src/rust",
        "/usr/bin/wasm-ld-22",
    ];
    if !present.iter().all(|path| Path::new(path).exists()) {
        packages(
            &DEBIAN,
            "they build the WASM of the pages where rustup cannot fetch what that takes",
        )?;
    }
    Ok(WasmToolchain::Debian)
}
