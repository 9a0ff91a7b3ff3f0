//! Every language says everything, and says it in its own words.

use std::collections::BTreeSet;

use super::LANGUAGES;

/// Words that are the same in English and this language.
const SAME: [(&str, &str); 1] = [("pt", "Bullying")];

fn digits(text: &str) -> Vec<String> {
    let mut groups: Vec<String> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| group.len() > 2)
        .map(str::to_owned)
        .collect();
    groups.sort();
    groups
}

// A missing text is said in English (app/build/languages.rs), and here it is named.
#[test]
fn no_language_lacks_a_text() {
    let lacking: Vec<String> = LANGUAGES
        .iter()
        .flat_map(|one| {
            let problems = one.problems.iter();
            problems.map(move |problem| format!("{}: {problem}", one.tag))
        })
        .collect();
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn no_english_is_left_by_accident() {
    let left: Vec<String> = LANGUAGES
        .iter()
        .flat_map(|one| {
            let same = one.rows.iter().filter(|(english, own)| {
                english == own
                    && english.contains(|letter: char| letter.is_ascii_alphabetic())
                    && !SAME.contains(&(one.tag, *english))
            });
            same.map(move |(english, _)| format!("{}: {english}", one.tag))
        })
        .collect();
    assert!(left.is_empty(), "{left:#?}");
}

// A number that changed on the way is a child who reaches nobody.
#[test]
fn numbers_stay_as_they_are() {
    for one in LANGUAGES {
        for (english, own) in one.rows {
            assert_eq!(digits(english), digits(own), "{}: {own}", one.tag);
        }
    }
}

// Nobody may read a language here without being told that it was not checked.
#[test]
fn the_table_of_languages_is_the_folders() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/text/README.md");
    let table = std::fs::read_to_string(path).unwrap();
    let listed: Vec<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    let there: Vec<&str> = LANGUAGES.iter().map(|one| one.tag).collect();
    assert_eq!(listed, there);
}

#[test]
fn languages_are_named_as_browsers_name_them() {
    let known = [
        "ar", "bn", "cy", "es", "fr", "pl", "pt", "ro", "so", "tr", "uk", "ur", "zh-Hans",
    ];
    let mut names = BTreeSet::new();
    for one in LANGUAGES {
        assert!(known.contains(&one.tag), "{}", one.tag);
        assert!(
            !one.name.is_empty() && names.insert(one.name),
            "{}",
            one.tag
        );
    }
}
