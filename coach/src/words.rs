//! A text as words: letters and digits, with apostrophes inside.

use core::ops::Range;

/// One word: where it stands, and how it is compared: small letters, no apostrophes.
pub struct Word {
    pub at: Range<usize>,
    pub plain: String,
    /// Begins with a capital letter and goes on small, as names do.
    pub capital: bool,
    /// A sentence or line begins here.
    pub first: bool,
}

fn apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`')
}

/// Every word of the text, in order.
pub fn split(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut first = true;
    let mut open: Option<Word> = None;
    for (at, letter) in text.char_indices() {
        if letter.is_alphanumeric() {
            let word = open.get_or_insert_with(|| Word {
                at: at..at,
                plain: String::new(),
                capital: letter.is_uppercase(),
                first: core::mem::take(&mut first),
            });
            if !word.plain.is_empty() && letter.is_uppercase() {
                word.capital = false;
            }
            word.plain.extend(letter.to_lowercase());
            word.at.end = at + letter.len_utf8();
        } else if !(apostrophe(letter) && open.is_some()) {
            words.extend(open.take());
            first |= matches!(letter, '.' | '!' | '?' | '\n');
        }
    }
    words.extend(open);
    words
}
