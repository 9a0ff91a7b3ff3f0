//! Installs what is missing, saying what and why first. Promises to touch nothing that is already there.

mod debian;
mod tools;
mod wasm;

pub use debian::packages;
pub use tools::{
    cargo_deny, chromium, firefox, fonts, node, node_packages, postgres_programs, strace,
};
pub use wasm::{SMALL_HASHES, WasmToolchain, small_wasm_toolchain, wasm_toolchain};

use crate::command::on_path;
use crate::failure::Outcome;

/// What the server's own build needs beyond Rust.
pub fn c_compiler() -> Outcome {
    if on_path("cc") {
        Ok(())
    } else {
        packages(
            &["gcc", "libc6-dev"],
            "SQLite is compiled from its C source into the server",
        )
    }
}

/// Everything the whole test run needs, so that it does not stop half-way.
pub fn everything() -> Outcome {
    c_compiler()?;
    wasm_toolchain()?;
    small_wasm_toolchain()?;
    postgres_programs()?;
    strace()?;
    chromium()?;
    firefox()?;
    fonts();
    node_packages()
}
