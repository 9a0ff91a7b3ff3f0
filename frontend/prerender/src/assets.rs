//! Where the built files are and what they must hash to, as `cargo xtask site` says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// One built file.
#[derive(Deserialize)]
pub struct Asset {
    pub path: String,
    pub integrity: String,
}

/// Every built file by its plain name.
pub struct Assets(BTreeMap<String, Asset>);

/// Reads the list.
pub fn read(path: &Path) -> Result<Assets, String> {
    let text =
        fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    serde_json::from_str(&text)
        .map(Assets)
        .map_err(|problem| format!("{}: {problem}", path.display()))
}

impl Assets {
    /// The file with this plain name.
    pub fn get(&self, name: &str) -> Result<&Asset, String> {
        self.0
            .get(name)
            .ok_or_else(|| format!("assets.json names no {name}"))
    }
}
