//! Turns `packs/` into Rust: one function per message of the Fluent files, one row per category
//! and per region.
//!
//! Parsing happens here so that no parser travels to a browser, and a missing message or a wrong argument is a
//! compile error. Pupil and staff texts become separate modules: what a page does not call is not in its bundle.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/category.rs"]
mod category;
#[path = "build/message.rs"]
mod message;
#[path = "build/module.rs"]
mod module;
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
        let locales = read_locales(&packs.join("text"), bundle);
        save(&out.join(format!("{bundle}.rs")), &module::write(&locales));
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

/// Every language that has this bundle, English first: it fills what another language lacks.
fn read_locales(folder: &Path, bundle: &str) -> Vec<module::Locale> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("packs/text exists")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| folder.join(name).join(format!("{bundle}.ftl")).exists())
        .collect();
    names.sort_by_key(|name| (name != "en", name.clone()));
    names
        .into_iter()
        .map(|name| {
            let path = folder.join(&name).join(format!("{bundle}.ftl"));
            let messages = message::parse(&read(&path))
                .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
            module::Locale { name, messages }
        })
        .collect()
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
