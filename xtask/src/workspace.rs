//! Where things are. Promises absolute paths inside this checkout; creates nothing.

use std::path::{Path, PathBuf};

/// The checkout this program was built from.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies one folder below the root")
}

pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// The path as people type it: from the root of the checkout.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

/// What the build writes: the site that the server embeds.
pub fn site() -> PathBuf {
    path("target/site")
}

/// Half-made things that speed up the next build. Safe to delete.
pub fn scratch() -> PathBuf {
    path("target/xtask")
}
