//! The rules for English, which are data: `packs/coach/en.txt`.

use std::sync::OnceLock;

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    What,
    Who,
    Where,
    When,
    Still,
    Crisis,
    /// Looks like danger and is a way of speaking.
    Calm,
    /// A name follows, whatever it looks like.
    NameAfter,
    /// A name follows if it looks like one.
    NameMaybe,
    Group,
    Family,
    Rare,
    /// A name of a month; a clue only beside a number.
    Month,
    /// A way to say "find me there", followed by the name.
    Account,
    /// A first name as children have them.
    Name,
    /// Looks like a name after "I'm" and is none.
    NotName,
}

/// Sections of the file.
const SECTIONS: [(&str, Means); 16] = [
    ("[what]", Means::What),
    ("[who]", Means::Who),
    ("[where]", Means::Where),
    ("[when]", Means::When),
    ("[still]", Means::Still),
    ("[crisis]", Means::Crisis),
    ("[calm]", Means::Calm),
    ("[name after]", Means::NameAfter),
    ("[name maybe]", Means::NameMaybe),
    ("[group]", Means::Group),
    ("[family]", Means::Family),
    ("[rare]", Means::Rare),
    ("[month]", Means::Month),
    ("[account]", Means::Account),
    ("[name]", Means::Name),
    ("[not a name]", Means::NotName),
];

/// Phrases in the order of their words, so that those beginning with a word stand together.
pub struct Rules(Vec<(&'static str, Means)>);

impl Rules {
    /// The rules for English, read once.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Rules> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::read(include_str!("../../packs/coach/en.txt")))
    }

    fn read(source: &'static str) -> Self {
        let mut means = None;
        let mut phrases = Vec::new();
        for line in source.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with('[') {
                means = SECTIONS
                    .iter()
                    .find(|(name, _)| *name == line)
                    .map(|(_, means)| *means);
            } else if let Some(means) = means {
                phrases.extend(line.split(',').map(|phrase| (phrase.trim(), means)));
            }
        }
        phrases.sort_unstable();
        Self(phrases)
    }

    /// All phrases whose first word is this one.
    pub fn starting(&self, word: &str) -> impl Iterator<Item = &(&'static str, Means)> {
        let first = |phrase: &'static str| phrase.split(' ').next().unwrap_or(phrase);
        let from = self.0.partition_point(|(phrase, _)| *phrase < word);
        self.0[from..]
            .iter()
            .take_while(move |(phrase, _)| phrase.starts_with(word))
            .filter(move |(phrase, _)| first(phrase) == word)
    }

    /// True if this one word stands in that section.
    pub fn has(&self, word: &str, means: Means) -> bool {
        self.0.binary_search(&(word, means)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_as_words_are_compared_and_every_section_is_known_and_used() {
        let source = include_str!("../../packs/coach/en.txt");
        assert!(source.contains("Checked: 20"), "rules carry their date");
        for line in source.lines().filter(|line| line.starts_with('[')) {
            assert!(SECTIONS.iter().any(|(name, _)| *name == line), "{line}");
        }
        for (phrase, means) in &Rules::english().0 {
            let plain = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == ' '
            };
            assert!(phrase.chars().all(plain), "{phrase:?} {means:?}");
            assert!(!phrase.is_empty() && !phrase.contains("  "), "{means:?}");
        }
        for (name, means) in SECTIONS {
            assert!(
                Rules::english().0.iter().any(|(_, m)| *m == means),
                "{name}"
            );
        }
    }
}
