//! Embeds the built site: one table of files with their brotli copies, hashes, types and cache rules; and what the
//! content security policy must say so that the style sheets inside its pages, and no others, are obeyed.
//!
//! The site lies in `target/site`, or where `SOTTO_SITE_DIR` points. When it has not been built the table is
//! empty and `sotto serve` says so. The folder is made if missing, so that Cargo can watch it appear.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo sets it"));
    let site =
        env::var_os("SOTTO_SITE_DIR").map_or_else(|| root.join("../target/site"), PathBuf::from);
    println!("cargo::rerun-if-env-changed=SOTTO_SITE_DIR");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", site.display());
    fs::create_dir_all(&site).expect("target/ is writable while building");
    let site = site.canonicalize().expect("just made");

    let mut files = Vec::new();
    walk(&site, &mut files);
    files.sort();

    let mut table = String::from("&[\n");
    for file in files
        .iter()
        .filter(|file| file.extension().is_none_or(|ending| ending != "br"))
    {
        write_row(&mut table, &site, file);
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    fs::write(out.join("site_table.rs"), table).expect("OUT_DIR is writable");
    println!(
        "cargo::rustc-env=SOTTO_STYLE_SOURCES={}",
        style_sources(&files)
    );
}

/// `'self'`, and the hash of every style sheet that stands inside a page.
fn style_sources(files: &[PathBuf]) -> String {
    let mut hashes = BTreeSet::new();
    for page in files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "html"))
    {
        let page = fs::read_to_string(page).expect("our own pages are text");
        for rest in page.split("<style>").skip(1) {
            let (sheet, _) = rest
                .split_once("</style>")
                .expect("what is opened is closed");
            hashes.insert(Base64::encode_string(&Sha256::digest(sheet)));
        }
    }
    hashes
        .iter()
        .fold(String::from("'self'"), |mut sources, hash| {
            let _ = write!(sources, " 'sha256-{hash}'");
            sources
        })
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the site is readable") {
        let path = entry.expect("the site is readable").path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn write_row(table: &mut String, site: &Path, file: &Path) {
    let name = file
        .strip_prefix(site)
        .expect("found below it")
        .to_str()
        .expect("our own file names");
    let bytes = fs::read(file).expect("the site is readable");
    let hash = Sha256::digest(&bytes)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
    let compressed = PathBuf::from(format!("{}.br", file.display()));
    let brotli = if compressed.exists() {
        format!(
            "Some(include_bytes!({:?}))",
            compressed.display().to_string()
        )
    } else {
        String::from("None")
    };
    writeln!(
        table,
        "File {{ path: {:?}, bytes: include_bytes!({:?}), brotli: {brotli}, sha256: {hash:?}, kind: {:?}, immutable: {} }},",
        format!("/{name}"),
        file.display().to_string(),
        kind(name),
        name.starts_with("assets/"),
    )
    .expect("writing to a string cannot fail");
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
