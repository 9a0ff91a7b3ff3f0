//! The two numbers of each region that go on paper: emergency, and somebody to talk to.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
struct Pack {
    region: String,
    strip: Strip,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Strip {
    emergency: Option<String>,
    talk: String,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    name: String,
    phone: Option<String>,
    recheck: bool,
}

impl Pack {
    /// Name and number, if somebody checked them.
    fn find(&self, id: &str) -> Option<(&str, &str)> {
        let entry = self.entries.iter().find(|entry| entry.id == id)?;
        let phone = entry.phone.as_deref().filter(|_| !entry.recheck)?;
        Some((&entry.name, phone))
    }
}

/// A table of all regions in the folder.
pub fn write(folder: &Path) -> String {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("packs/helplines exists")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let mut out = String::from("pub const STRIPS: &[Strip] = &[\n");
    for path in paths {
        let text = super::read(&path);
        let pack: Pack = serde_json::from_str(&text)
            .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        let emergency = pack.strip.emergency.as_deref().and_then(|id| pack.find(id));
        let emergency = emergency.map(|(_, phone)| phone);
        let talk = pack.find(&pack.strip.talk);
        let region = &pack.region;
        writeln!(
            out,
            "    Strip {{ region: {region:?}, emergency: {emergency:?}, talk: {talk:?} }},"
        )
        .expect("text takes text");
    }
    out.push_str("];\n");
    out
}
