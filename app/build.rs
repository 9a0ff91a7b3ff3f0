//! Turns `packs/` into Rust: one function per English message of the Fluent files, one row per category
//! and per region, and a table of the other languages for whoever writes their file.
//!
//! Parsing happens here so that no parser travels to a browser, and a missing message or a wrong argument is a
//! compile error. Pupil and staff texts become separate modules: what a page does not call is not in its bundle.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/category.rs"]
mod category;
#[path = "build/languages.rs"]
mod languages;
#[path = "build/message.rs"]
mod message;
#[path = "build/module.rs"]
mod module;
#[path = "build/packed.rs"]
mod packed;
#[path = "build/strip.rs"]
mod strip;

fn main() {
    let packs =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"))
            .join("../packs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", packs.display());

    for bundle in ["pupil", "staff", "poster"] {
        let path = packs.join(format!("text/en/{bundle}.ftl"));
        let messages = message::parse(&read(&path)).and_then(|messages| {
            if bundle == "pupil" {
                save(
                    &out.join("languages.rs"),
                    &languages::write(&packs, &messages),
                );
            }
            module::write(&messages)
        });
        let text = messages.unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        save(&out.join(format!("{bundle}.rs")), &text);
    }
    let pack = read(&packs.join("categories/england-2026.json"));
    save(
        &out.join("category_pupil.rs"),
        &category::write_pupil(&pack),
    );
    save(
        &out.join("category_staff.rs"),
        &category::write_staff(&pack),
    );
    save(
        &out.join("strip.rs"),
        &strip::write(&packs.join("helplines")),
    );
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

/// Writes only on change, so that a touched pack does not rebuild what depends on another.
fn save(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
}
