//! Texts before they are sealed, and hashes as words people can compare.

use protocol::word_list;

/// UTF-8 bytes of a staff text, at most. Fits the largest padded body with room to spare.
pub const STAFF_LIMIT: usize = 24_000;

/// The text as it is sealed: line breaks and tabs stay, other control characters go, nothing at the ends.
#[must_use]
pub fn clean(text: &str) -> String {
    let kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    String::from(text.chars().filter(kept).collect::<String>().trim())
}

/// Six words that stand for a hash, to compare with a poster or face to face.
#[must_use]
pub fn six_words(hash: &[u8; 32]) -> Vec<String> {
    word_list::six_words(hash)
        .iter()
        .map(|word| String::from(&**word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn control_characters_go_and_lines_stay() {
        assert_eq!(clean("  one\r\n\ttwo\u{0}\u{1b}[31m  "), "one\n\ttwo[31m");
        assert_eq!(clean(" \n "), "");
    }
}
