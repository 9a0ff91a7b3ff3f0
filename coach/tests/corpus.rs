//! What the coach finds in short texts in the voice of pupils, and what must hold for any text.

use coach::{Found, Kind, look, told};
use proptest::prelude::*;

const CORPUS: &str = include_str!("corpus.txt");

fn named(found: &Found) -> String {
    let mut names: Vec<&str> = found
        .clues
        .iter()
        .map(|clue| match clue.kind {
            Kind::Name => "name",
            Kind::Reach => "reach",
            Kind::Group => "group",
            Kind::Family => "family",
            Kind::Moment => "moment",
            Kind::Rare => "rare",
            Kind::Place => "place",
        })
        .collect();
    if found.told & told::CRISIS != 0 {
        names.push("crisis");
    }
    if names.is_empty() {
        names.push("-");
    }
    names.join(" ")
}

// S1.8, S7: clues, words of danger, and what looks like them and is none.
#[test]
fn finds_what_it_should_and_not_more() {
    let lines = CORPUS.lines().filter(|line| !line.starts_with('#'));
    let mut seen = 0;
    let mut wrong = Vec::new();
    for line in lines {
        let (text, expected) = line.rsplit_once(" | ").expect("text | found");
        seen += 1;
        let found = named(&look(text, true));
        if found != expected {
            wrong.push(format!("{text:?}: {found}, not {expected}"));
        }
    }
    assert!(seen >= 120, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// S1.7: what is told is not asked for again.
#[test]
fn hears_what_is_told() {
    let bits = |text: &str| look(text, true).told;
    assert_eq!(bits("hi"), 0);
    assert_eq!(bits("they hit me"), told::WHO | told::WHAT);
    assert_eq!(bits("by the bike shed"), told::WHERE);
    assert_eq!(bits("every day"), told::WHEN | told::STILL);
    assert_eq!(bits("last wensday"), told::WHEN);
    assert_eq!(
        bits("he keeps kicking me in the toilets after lunch"),
        told::WHO | told::WHAT | told::WHERE | told::WHEN | told::STILL
    );
    assert_eq!(look("they hit me", false).told, 0);
}

#[test]
fn ranges_are_the_words_themselves() {
    let text = "hey im sam carter, ring 07700 900123 ok";
    let found = look(text, true);
    let pieces: Vec<&str> = found
        .clues
        .iter()
        .map(|clue| &text[clue.start..clue.end])
        .collect();
    assert_eq!(pieces, ["im sam", "07700 900123"]);
    let text = "I'm Sam Carter.";
    let found = look(text, true);
    assert_eq!(
        &text[found.clues[0].start..found.clues[0].end],
        "I'm Sam Carter"
    );
}

#[test]
fn other_languages_are_looked_at_for_what_works_everywhere_only() {
    assert_eq!(named(&look("jestem Sam, i want to die, 9B", false)), "-");
    assert_eq!(
        named(&look(
            "mój numer 600 700 800, ja@example.com, @ja_99",
            false
        )),
        "reach reach reach"
    );
}

#[test]
fn packs_as_the_page_reads_it() {
    let found = look("im sam", true);
    assert_eq!(found.pack(), [0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
}

/// Texts of children, cut up and put together again, and any characters at all.
fn texts() -> impl Strategy<Value = String> {
    let pieces: Vec<&'static str> = CORPUS.split([' ', '\n']).collect();
    let piece = prop_oneof![
        3 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => prop::sample::select(vec!["@", ".", "/", "\u{301}", "İ", "ß", "１２", "٠١٢٣٤٥٦٧٨٩", "’", "\u{200d}", "+44"])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text_gives_ranges_of_its_own_in_order(text in texts(), english: bool) {
        let found = look(&text, english);
        let mut before = 0;
        for clue in &found.clues {
            prop_assert!(clue.start >= before && clue.start < clue.end);
            prop_assert!(text.get(clue.start..clue.end).is_some());
            before = clue.end;
        }
        prop_assert_eq!(found.pack().len(), 1 + 9 * found.clues.len());
    }
}
