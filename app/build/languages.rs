//! The other languages of the pupil's page, as a table that is in no page's bundle: English packed beside its translation.
//!
//! What a language lacks, or says with other variables, is not in its rows (the page then says it in English) but in its
//! problems, which a test prints.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use crate::message::{self, Message};
use crate::packed::{pack, pack_all};

/// The table: `Language { tag, name, rows, problems }`, in the order of the tags.
pub fn write(packs: &Path, english: &BTreeMap<String, Message>) -> String {
    let folder = packs.join("text");
    let helplines = helplines(&packs.join("helplines"));
    let mut tags: Vec<String> = std::fs::read_dir(&folder)
        .expect("packs/text exists")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|tag| tag != "en" && folder.join(tag).join("pupil.ftl").exists())
        .collect();
    tags.sort();
    let mut out = String::from("&[\n");
    let packed = pack_all(english).unwrap_or_else(|problem| panic!("{problem}"));
    for tag in tags {
        let path = folder.join(&tag).join("pupil.ftl");
        let own = message::parse(&super::read(&path))
            .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        let (mut rows, mut problems) = (BTreeMap::new(), Vec::new());
        for (id, message) in english {
            match own.get(id).map(|own| translate(message, own)) {
                Some(Ok(words)) => {
                    let key = packed[id].clone();
                    if rows.get(&key).is_some_and(|known| *known != words) {
                        problems.push(format!("{id}: English says this twice, {tag} differently"));
                    }
                    rows.entry(key).or_insert(words);
                }
                Some(Err(problem)) => problems.push(format!("{id}: {problem}")),
                None => problems.push(format!("{id}: missing")),
            }
        }
        // English never says these on a screen, so they are found by name and the page carries no English for them.
        for id in ["language-write", "language-words"] {
            if let Some(Ok(words)) = own.get(id).map(|message| pack(message, &[])) {
                rows.insert(id.to_owned(), words);
            }
        }
        let unknown = own.keys().filter(|id| !english.contains_key(*id));
        problems.extend(unknown.map(|id| format!("{id}: not in English")));
        let path = folder.join(&tag).join("helplines.json");
        let lines: BTreeMap<String, String> = serde_json::from_str(&super::read(&path))
            .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        for line in &helplines {
            match lines.get(line) {
                Some(words) => {
                    rows.entry(line.clone()).or_insert_with(|| words.clone());
                }
                None => problems.push(format!("helplines.json: {line}: missing")),
            }
        }
        let name = own.get("language-name").map(|name| pack(name, &[]));
        let name = name.and_then(Result::ok).unwrap_or_default();
        let rows: Vec<_> = rows.into_iter().collect();
        writeln!(out, "    Language {{ tag: {tag:?}, name: {name:?}, rows: &{rows:?}, problems: &{problems:?} }},").expect("strings grow");
    }
    out.push(']');
    out
}

fn translate(english: &Message, own: &Message) -> Result<String, String> {
    let mut order = Vec::new();
    for (name, _) in &own.arguments {
        let place = english
            .arguments
            .iter()
            .position(|(known, _)| known == name);
        order.push(place.ok_or_else(|| format!("English has no ${name}"))?);
    }
    if order.len() != english.arguments.len() {
        return Err("lacks a variable".to_owned());
    }
    pack(own, &order)
}

/// What pupils read of the helplines: what each is for, for whom, and when.
fn helplines(folder: &Path) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("packs/helplines exists") {
        let path = entry.expect("packs/helplines can be read").path();
        let pack: serde_json::Value = serde_json::from_str(&super::read(&path))
            .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        for line in pack["entries"].as_array().into_iter().flatten() {
            if line["recheck"] == true || line["kind"] == "adults" {
                continue;
            }
            let texts = ["words", "who", "hours"].map(|name| line[name].as_str());
            let texts = texts.into_iter().flatten().filter(|text| !text.is_empty());
            all.extend(texts.map(str::to_owned));
        }
    }
    all
}
