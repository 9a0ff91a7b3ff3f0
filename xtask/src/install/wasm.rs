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
    /// The toolchain that builds the server, with rustup's target.
    Rustup,
    /// Debian's own; library source and compiler must be the same version, so it cannot lend its source to rustup's.
    Debian,
}

impl WasmToolchain {
    /// `cargo build` for the target, still without a package.
    pub fn cargo_build(self) -> Run {
        match self {
            Self::Rustup => Run::cargo().args(["build", "--target", TARGET]),
            Self::Debian => Run::new("/usr/bin/cargo")
                .args(["build", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
                .env("RUSTC", "/usr/bin/rustc")
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22")
                .without_env("RUSTUP_TOOLCHAIN")
                // `cargo run` put rustup's libraries here; Debian's compiler must find its own.
                .without_env("LD_LIBRARY_PATH"),
        }
    }

    /// Name and version, for stamps and for the reader.
    pub fn describe(self) -> String {
        let (name, run) = match self {
            Self::Rustup => ("rustup", Run::new("rustc")),
            Self::Debian => (
                "debian",
                Run::new("/usr/bin/rustc").without_env("LD_LIBRARY_PATH"),
            ),
        };
        format!(
            "{name} {}",
            run.arg("--version").text().unwrap_or_default().trim()
        )
    }
}

/// Finds or installs one. `SOTTO_WASM_TOOLCHAIN=rustup|debian` asks for one of them.
pub fn wasm_toolchain() -> Outcome<WasmToolchain> {
    match std::env::var("SOTTO_WASM_TOOLCHAIN").as_deref() {
        Ok("rustup") => {
            return rustup()
                .then_some(WasmToolchain::Rustup)
                .ok_or_else(|| Failure::new("rustup cannot fetch the WASM target here"));
        }
        Ok("debian") => return debian(),
        Ok(other) => {
            return Err(Failure::new(format!(
                "SOTTO_WASM_TOOLCHAIN is `{other}`; it may be `rustup` or `debian`"
            )));
        }
        Err(_) => {}
    }
    if rustup() {
        Ok(WasmToolchain::Rustup)
    } else {
        debian()
    }
}

fn rustup() -> bool {
    if !on_path("rustup") {
        return rustc_knows_target();
    }
    if rustc_knows_target() {
        return true;
    }
    say(&format!(
        "installing rustup's target {TARGET}: the pages' code runs in the browser as WASM"
    ));
    let added = Run::new("rustup").args(["target", "add", TARGET]).output();
    let added = added.is_ok_and(|output| output.status.success()) && rustc_knows_target();
    if !added {
        say("rustup cannot fetch it from here; Debian's compiler will do it");
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
            "they build the WASM of the pages where rustup cannot fetch its target",
        )?;
    }
    Ok(WasmToolchain::Debian)
}
