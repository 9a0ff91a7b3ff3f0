//! Pupil words stay readable at nine: short sentences, plain words, and none that frighten or promise too much.
//!
//! Covers `pupil.ftl`, `poster.ftl` and the words of the helpline packs (schools section 4). The grade is an estimate: it counts
//! vowel groups as syllables, so it is applied to texts of six words and more.

use std::fs;

/// Never in front of a pupil (schools section 4).
const BANNED: [&str; 17] = [
    "submit",
    "required",
    "allegation",
    "perpetrator",
    "abuser",
    "suspect",
    "disclosure",
    "confidential",
    "anonymous",
    "100 %",
    "100%",
    "punish",
    "hoax",
    "serious matters",
    "promptly",
    "case is closed",
    "completely",
];

/// Every text a pupil may meet: its id and its words, with variables as short words.
fn texts() -> Vec<(String, String)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs");
    let mut all = Vec::new();
    let [page, paper] = ["pupil", "poster"].map(|bundle| {
        fs::read_to_string(format!("{root}/text/en/{bundle}.ftl"))
            .expect("the pupil's texts are there")
    });
    let source = page + &paper;
    let mut id = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, text)) = line
            .split_once(" = ")
            .filter(|(name, _)| !name.starts_with(' '))
        {
            id = name.to_owned();
            all.push((id.clone(), plain(text)));
        } else if let Some((_, text)) = line.split_once("] ") {
            all.push((id.clone(), plain(text)));
        }
    }
    for region in ["gb-eng", "gb-wls", "gb-sct", "gb-nir", "us", "int"] {
        let pack = fs::read_to_string(format!("{root}/helplines/{region}.json"))
            .expect("the pack is there");
        let pack: serde_json::Value = serde_json::from_str(&pack).expect("the pack is JSON");
        for entry in pack["entries"].as_array().expect("entries are a list") {
            if entry["kind"] != "adults" {
                all.push((
                    entry["id"].to_string(),
                    entry["words"].as_str().expect("words are text").to_owned(),
                ));
            }
        }
    }
    assert!(
        all.len() > 250,
        "the reader above missed texts: {}",
        all.len()
    );
    all
}

/// Variables become a short word; a selector's opening disappears.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        out.push_str(&rest[..start]);
        match rest[start..].find('}') {
            Some(end) => {
                out.push_str("six");
                rest = &rest[start + end + 1..];
            }
            None => return out,
        }
    }
    out + rest
}

fn sentences(text: &str) -> Vec<Vec<String>> {
    text.split(['.', '?', '!', ':'])
        .map(|sentence| {
            sentence
                .split_whitespace()
                .map(|word| {
                    word.trim_matches(|letter: char| !letter.is_alphanumeric())
                        .to_lowercase()
                })
                .filter(|word| !word.is_empty())
                .collect()
        })
        .filter(|words: &Vec<String>| !words.is_empty())
        .collect()
}

fn syllables(word: &str) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for letter in word.chars() {
        let vowel = "aeiouy".contains(letter);
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    let past =
        word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && groups > 1;
    (groups - usize::from(silent || past)).max(1)
}

/// Flesch-Kincaid grade.
#[expect(clippy::cast_precision_loss, reason = "a few dozen words")]
fn grade(text: &str) -> Option<f64> {
    let sentences = sentences(text);
    let words: Vec<&String> = sentences.iter().flatten().collect();
    if words.len() < 6 {
        return None;
    }
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    Some(
        0.39 * words.len() as f64 / sentences.len() as f64
            + 11.8 * syllables as f64 / words.len() as f64
            - 15.59,
    )
}

// schools section 4: any sentence over 15 words fails.
#[test]
fn sentences_are_short() {
    let long: Vec<String> = texts()
        .iter()
        .flat_map(|(id, text)| {
            sentences(text)
                .into_iter()
                .filter(|words| words.len() > 15)
                .map(move |words| format!("{id}: {} words", words.len()))
        })
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

// schools section 4: any banned word fails.
#[test]
fn banned_words_stay_out() {
    let found: Vec<String> = texts()
        .iter()
        .flat_map(|(id, text)| {
            let text = text.to_lowercase();
            BANNED
                .iter()
                .filter(|word| text.contains(**word))
                .map(|word| format!("{id}: {word}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

// schools section 4: any string above grade 5 fails.
#[test]
fn words_are_plain() {
    let hard: Vec<String> = texts()
        .iter()
        .filter_map(|(id, text)| {
            grade(text)
                .filter(|grade| *grade > 5.0)
                .map(|grade| format!("{id}: {grade:.1}: {text}"))
        })
        .collect();
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn the_estimate_tells_hard_from_easy() {
    assert!(grade("You can tell us here. We will read it soon.").expect("long enough") < 3.0);
    assert!(
        grade("Allegations regarding professional misconduct necessitate immediate notification.")
            .expect("long enough")
            > 10.0
    );
    assert!(grade("Tell us").is_none());
}
