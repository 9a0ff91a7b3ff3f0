//! The file of all languages: each text of the pupil's page once in English, and beside it what each language says.
//!
//! One file for all, so that nobody on the way can tell from an address or a size which of them a child reads. The static page's
//! texts are in it as they stand there, with their numbers and names: what a browser finds between two tags is looked up whole.

use std::collections::BTreeMap;

use app::reporter::helpline::Pack;
use app::text;
use serde::Serialize;

use crate::pupil;

#[derive(Serialize)]
struct File {
    /// English, packed (app/build/packed.rs).
    keys: Vec<String>,
    languages: Vec<Language>,
}

#[derive(Serialize)]
struct Language {
    tag: &'static str,
    name: &'static str,
    dir: &'static str,
    /// Says that nobody has checked these words.
    note: String,
    /// In the order of the keys; nothing where English is said.
    words: Vec<Option<String>>,
}

/// What the list of languages needs before the file is there.
#[derive(Serialize)]
struct Switch {
    tags: Vec<&'static str>,
    coming: &'static str,
    failed: &'static str,
}

/// For `frontend/extras/boot.js`; the build adds where the file is.
pub fn switch() -> Result<String, String> {
    let switch = Switch {
        tags: text::LANGUAGES.iter().map(|one| one.tag).collect(),
        coming: text::pupil::language_coming(),
        failed: text::pupil::language_failed(),
    };
    serde_json::to_string(&switch).map_err(|problem| problem.to_string())
}

/// The file's bytes.
pub fn write(packs: &[Pack]) -> Result<String, String> {
    let english = runs(&pupil::body_html(packs)?);
    let mut all = Vec::new();
    for language in text::LANGUAGES {
        text::speak(language.tag.to_owned());
        let own = runs(&pupil::body_html(packs)?);
        text::speak("en".to_owned());
        if own.len() != english.len() {
            return Err(format!("{}: the page has other parts", language.tag));
        }
        let mut words: BTreeMap<String, String> = english.iter().cloned().zip(own).collect();
        let rows = language.rows.iter();
        words.extend(rows.map(|(key, own)| ((*key).to_owned(), (*own).to_owned())));
        words.retain(|key, own| key != own);
        all.push((language, words));
    }
    let mut keys: Vec<String> = all
        .iter()
        .flat_map(|(_, words)| words.keys().cloned())
        .collect();
    keys.sort();
    keys.dedup();
    let english = Language {
        tag: "en",
        name: text::pupil::language_name(),
        dir: "ltr",
        note: String::new(),
        words: Vec::new(),
    };
    let others = all.iter().map(|(language, words)| {
        let right_to_left = matches!(language.tag, "ar" | "ur");
        let own = |key: &String| {
            let words = words.get(key)?;
            Some(if right_to_left {
                isolate_numbers(words)
            } else {
                words.clone()
            })
        };
        Language {
            tag: language.tag,
            name: language.name,
            dir: if right_to_left { "rtl" } else { "ltr" },
            note: words
                .get(text::pupil::language_note())
                .cloned()
                .unwrap_or_default(),
            words: keys.iter().map(own).collect(),
        }
    });
    let languages = core::iter::once(english).chain(others).collect();
    serde_json::to_string(&File { keys, languages }).map_err(|problem| problem.to_string())
}

/// What stands between tags and in labels, as a browser will see it.
fn runs(html: &str) -> Vec<String> {
    let mut all = Vec::new();
    for piece in html.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        if let Some((_, label)) = tag.split_once(" aria-label=\"") {
            all.push(plain(label.split('"').next().unwrap_or_default()));
        }
        if text.contains(char::is_alphabetic) {
            all.push(plain(text));
        }
    }
    all
}

fn plain(escaped: &str) -> String {
    escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// A telephone number of several groups keeps their order among words that run from right to left.
fn isolate_numbers(words: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let mut end = at;
        let mut groups = 1;
        while end < letters.len() && letters[end].is_ascii_digit() {
            end += 1;
            let next = letters.get(end + 1).is_some_and(char::is_ascii_digit);
            if next && matches!(letters[end], ' ' | '-' | '\u{a0}') {
                end += 1;
                groups += 1;
            }
        }
        // The digit behind a mark (app/build/packed.rs) is no number.
        let marked = at > 0 && matches!(letters[at - 1], '\u{1}' | '\u{2}');
        if end == at || marked {
            end = at + 1;
            groups = 1;
        }
        let run = letters[at..end].iter();
        if groups > 1 {
            out.push('\u{2066}');
            out.extend(run);
            out.push('\u{2069}');
        } else {
            out.extend(run);
        }
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    // P19: a number that is read backwards is a wrong number.
    #[test]
    fn telephone_numbers_keep_their_order() {
        assert_eq!(
            isolate_numbers("اتصل 0800 1111 أو 999"),
            "اتصل \u{2066}0800 1111\u{2069} أو 999"
        );
        assert_eq!(isolate_numbers("\u{1}0 8"), "\u{1}0 8");
        assert_eq!(
            isolate_numbers("1-800-422-4453"),
            "\u{2066}1-800-422-4453\u{2069}"
        );
    }

    // Every language says every text of the static page, or it stands in English on purpose.
    #[test]
    fn the_file_holds_every_text_once() {
        let packs = pupil::read_packs().unwrap();
        let file: serde_json::Value = serde_json::from_str(&write(&packs).unwrap()).unwrap();
        let keys = file["keys"].as_array().unwrap();
        assert!(keys.len() > 350, "{}", keys.len());
        assert!(keys.iter().any(|key| key == "Call 0800 1111"));
        let languages = file["languages"].as_array().unwrap();
        assert_eq!(languages.len(), text::LANGUAGES.len() + 1);
        for language in languages {
            let words = language["words"].as_array().unwrap();
            assert!(language["tag"] == "en" || words.len() == keys.len());
        }
    }

    #[test]
    fn texts_of_a_page_are_found_as_a_browser_finds_them() {
        let html = "<p aria-label=\"A &amp; b\">One <b>2</b> two<br></p><i></i>";
        assert_eq!(runs(html), ["A & b", "One ", " two"]);
    }
}
