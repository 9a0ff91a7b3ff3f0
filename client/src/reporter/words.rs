//! Checking typed receipt codes on the device, before any request is made.

use protocol::receipt_code::{self, ReceiptCode, WordsError};
use protocol::word_list::Word;

use super::message::WordsCheck;

/// Whether typed words can be a receipt code.
#[must_use]
pub fn check(typed: &str) -> WordsCheck {
    match ReceiptCode::parse(typed) {
        Ok(_) => WordsCheck::Good,
        Err(WordsError::Count { found }) => WordsCheck::Count {
            found: number(found),
        },
        Err(WordsError::Unknown { index, word, near }) => WordsCheck::Unknown {
            index: number(index),
            word,
            near: owned(&near),
        },
        Err(WordsError::Mistaken) => WordsCheck::Mistaken,
    }
}

/// Words of the list that begin with what was typed, at most five.
#[must_use]
pub fn suggest(prefix: &str) -> Vec<String> {
    owned(&receipt_code::suggest(prefix))
}

/// The words of a code as the page shows them.
#[must_use]
pub fn owned(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| String::from(&**word)).collect()
}

/// People type few words; more than fit the number are as wrong as the most that fit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
