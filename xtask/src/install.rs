//! Installs what is missing, saying what and why first. Promises to touch nothing that is already there.

mod debian;
mod wasm;

pub use debian::packages;
pub use wasm::{WasmToolchain, wasm_toolchain};
