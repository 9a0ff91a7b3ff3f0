//! Every kind of data there is, how long it is kept, what deletes it, and who can read it: `packs/keeping/`.
//!
//! One table for four uses: the server refuses to start while a column of the live database belongs to no class, or a
//! class has no lifetime or no rule of deletion (IMP-1: a placeholder cannot ship); the public page is built from it;
//! so is its machine-readable twin; and `sotto check` compares it with the disk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::store::Table;

/// The pack inside this program.
pub const PACK: &str = include_str!("../../packs/keeping/data-classes.json");
/// Tables that exist only while a schema step carries rows over; their columns are those of the table they become.
const CARRIED_OVER: &str = "_plain";

/// All classes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataClasses {
    /// Name of the pack.
    pub pack: String,
    /// Day it was last read through, `YYYY-MM-DD`.
    pub dated: String,
    /// Days after which it counts as stale.
    pub stale_after_days: u32,
    /// The data protection officer who confirmed it, once one has.
    pub confirmed_by: Option<String>,
    /// Settings named in texts, as they are when nobody sets them.
    pub defaults: BTreeMap<String, String>,
    /// The classes.
    pub classes: Vec<DataClass>,
}

/// One class. A field that is missing is an empty text, which is refused with words rather than as bad JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DataClass {
    /// Its name, for tools.
    pub id: String,
    /// What it is, in plain words.
    pub what: String,
    /// How long it is kept.
    pub lifetime: String,
    /// What deletes it.
    pub deletion: String,
    /// Who can read it.
    pub readers: String,
    /// Why it may be kept at all.
    pub basis: String,
    /// Columns it lies in, by table.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, Vec<String>>,
    /// Files it lies in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// Streams it is written to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub streams: Vec<String>,
    /// Memory it is held in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub memory: Vec<String>,
}

/// What stands in the way of starting. Every fault is named, not only the first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the server keeps something without saying for how long, and does not start like that:\n  {}\nGive it a class with a \
     lifetime and a rule of deletion in packs/keeping/data-classes.json.",
    .0.join("\n  ")
)]
pub struct Unclassified(pub Vec<String>);

impl DataClasses {
    /// The classes inside this program.
    pub fn built_in() -> Result<Self, serde_json::Error> {
        serde_json::from_str(PACK)
    }

    /// Compares with the live schema.
    pub fn check(&self, live: &[Table]) -> Result<(), Unclassified> {
        let mut faults: Vec<String> = self.classes.iter().flat_map(faults_of).collect();
        for table in live {
            let name = table.name.trim_end_matches(CARRIED_OVER);
            for column in &table.columns {
                match self.classes_of(name, &column.name) {
                    1 => {}
                    0 => faults.push(format!("the column {name}.{} has no class", column.name)),
                    _ => faults.push(format!("the column {name}.{} has two classes", column.name)),
                }
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Unclassified(faults))
        }
    }

    /// Columns that a class names and the live schema does not have.
    #[must_use]
    pub fn missing_from(&self, live: &[Table]) -> Vec<String> {
        let has = |table: &str, column: &str| {
            live.iter()
                .filter(|one| one.name == table)
                .any(|one| one.columns.iter().any(|one| one.name == column))
        };
        let named = self.classes.iter().flat_map(|class| &class.tables);
        named
            .flat_map(|(table, columns)| columns.iter().map(move |column| (table, column)))
            .filter(|(table, column)| !has(table, column))
            .map(|(table, column)| format!("{table}.{column}"))
            .collect()
    }

    /// The classes with the settings of this server put into their texts.
    #[must_use]
    pub fn with(&self, settings: &BTreeMap<String, String>) -> Vec<DataClass> {
        let mut classes = self.classes.clone();
        for class in &mut classes {
            for (name, default) in &self.defaults {
                let value = settings.get(name).unwrap_or(default);
                class.lifetime = class.lifetime.replace(&format!("{{{name}}}"), value);
            }
        }
        classes
    }

    fn classes_of(&self, table: &str, column: &str) -> usize {
        let named = self
            .classes
            .iter()
            .filter_map(|class| class.tables.get(table));
        named
            .flatten()
            .filter(|name| name.as_str() == column)
            .count()
    }
}

fn faults_of(class: &DataClass) -> Vec<String> {
    let id = if class.id.is_empty() { "?" } else { &class.id };
    let texts = [
        ("an id", &class.id),
        ("words for what it is", &class.what),
        ("a lifetime", &class.lifetime),
        ("a rule of deletion", &class.deletion),
        ("words for who can read it", &class.readers),
        ("a basis", &class.basis),
    ];
    let mut faults: Vec<String> = texts
        .into_iter()
        .filter(|(_, text)| is_placeholder(text))
        .map(|(what, _)| format!("the class {id} lacks {what}"))
        .collect();
    if class.tables.is_empty()
        && class.files.is_empty()
        && class.streams.is_empty()
        && class.memory.is_empty()
    {
        faults.push(format!("the class {id} lies nowhere"));
    }
    faults
}

/// Empty, or something people write when they mean to come back.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.len() < 3 || ["tbd", "todo", "xxx", "n/a", "none", "???", "fixme"].contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_has_no_placeholder_and_every_class_is_somewhere() {
        // IMP-1
        DataClasses::built_in().unwrap().check(&[]).unwrap();
    }

    #[test]
    fn whatever_lacks_a_lifetime_or_a_rule_is_named() {
        // IMP-1
        let good = DataClasses::built_in().unwrap();
        for text in ["", "X", " tbd ", "???"] {
            let mut bad = good.clone();
            text.clone_into(&mut bad.classes[0].lifetime);
            text.clone_into(&mut bad.classes[1].deletion);
            let Unclassified(faults) = bad.check(&[]).unwrap_err();
            assert_eq!(faults.len(), 2, "{faults:?}");
            assert!(faults[0].contains("reports lacks a lifetime"), "{faults:?}");
            assert!(faults[1].contains("lacks a rule of deletion"), "{faults:?}");
        }
        let mut nowhere = good;
        nowhere.classes[0].tables.clear();
        assert!(
            nowhere
                .check(&[])
                .unwrap_err()
                .to_string()
                .contains("lies nowhere")
        );
    }

    #[test]
    fn settings_are_put_into_the_words() {
        let classes = DataClasses::built_in().unwrap();
        let sessions = |settings: &BTreeMap<String, String>| {
            let filled = classes.with(settings).into_iter();
            filled
                .filter(|one| one.id == "sessions")
                .map(|one| one.lifetime)
                .collect::<String>()
        };
        assert!(sessions(&BTreeMap::new()).contains("10 hours"));
        let set = BTreeMap::from([("session_hours".to_owned(), "4".to_owned())]);
        assert!(sessions(&set).contains("4 hours"));
        let left = classes
            .with(&set)
            .into_iter()
            .any(|one| one.lifetime.contains('{'));
        assert!(!left);
    }
}
