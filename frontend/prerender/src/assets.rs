//! Where the built files are and what they must hash to, as `cargo xtask site` says, and the pupil's style sheet itself.

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

/// Every built file by its plain name, and what stands inside the pupil's pages instead of in a file.
pub struct Assets {
    files: BTreeMap<String, Asset>,
    pupil_sheet: String,
}

/// Reads the list and the sheet.
pub fn read(list: &Path, pupil_sheet: &Path) -> Result<Assets, String> {
    let files = serde_json::from_str(&text_of(list)?)
        .map_err(|problem| format!("{}: {problem}", list.display()))?;
    let sheet = text_of(pupil_sheet)?;
    // Nothing in it may end the element; `<` has no other use in a style sheet.
    if sheet.contains('<') {
        return Err(format!("{}: holds a `<`", pupil_sheet.display()));
    }
    Ok(Assets {
        files,
        pupil_sheet: sheet,
    })
}

fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))
}

impl Assets {
    /// The pupil's style sheet as an element of the page: a first visit then waits for one answer less before it can be
    /// painted. The policy of every answer names the hash of exactly this text.
    pub fn pupil_style(&self) -> String {
        format!("<style>{}</style>", self.pupil_sheet)
    }

    /// A link to a style sheet in a file.
    pub fn sheet_link(&self, name: &str) -> Result<String, String> {
        let Asset { path, integrity } = self.get(name)?;
        Ok(format!(
            r#"<link rel="stylesheet" href="{path}" integrity="{integrity}">"#
        ))
    }

    /// The file with this plain name.
    pub fn get(&self, name: &str) -> Result<&Asset, String> {
        self.files
            .get(name)
            .ok_or_else(|| format!("assets.json names no {name}"))
    }
}
