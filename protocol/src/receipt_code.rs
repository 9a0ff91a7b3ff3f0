//! The receipt code: seven words that are the only way back into a mailbox (protocol 3.1). 70 random bits and
//! 7 check bits; reading is forgiving about how words are typed, never about which words. It has no `Debug`,
//! and nothing here sends or stores it.

use alloc::string::String;
use alloc::vec::Vec;

use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use crate::kdf::derive_hash;
use crate::label::Label;
use crate::word_list::{self, Word};

/// Words in a receipt code.
pub const WORDS: usize = 7;
const ENTROPY_LEN: usize = 9;
/// The two lowest bits of the last byte carry nothing: 72 - 2 = 70 random bits.
const LAST_BYTE_MASK: u8 = 0b1111_1100;

/// A well-formed receipt code.
#[derive(Clone)]
pub struct ReceiptCode(Zeroizing<[u8; ENTROPY_LEN]>);

/// Why typed words are not a receipt code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Fewer or more than seven.
    #[error("{found} words instead of seven")]
    Count {
        /// How many there are.
        found: usize,
    },
    /// A word that is not on the list.
    #[error("word {index} is not on the list")]
    Unknown {
        /// Its place, from 0.
        index: usize,
        /// As typed, in lower case.
        word: String,
        /// Words it may have been meant to be.
        near: Vec<Word>,
    },
    /// Every word is on the list but together they are not a code: one is wrong or two are swapped.
    #[error("these words are not a code together")]
    Mistaken,
}

impl ReceiptCode {
    /// A fresh code.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut entropy = Zeroizing::new([0; ENTROPY_LEN]);
        rng.fill_bytes(entropy.as_mut());
        entropy[ENTROPY_LEN - 1] &= LAST_BYTE_MASK;
        Self(entropy)
    }

    /// Reads typed words: any case, any spaces, commas, hyphens, numbers or line breaks between them, and four
    /// letters are enough for a word. Answers before any request is made.
    ///
    /// # Errors
    /// When it is not seven words of the list that check out.
    pub fn parse(typed: &str) -> Result<Self, WordsError> {
        let lower = Zeroizing::new(typed.to_ascii_lowercase());
        let words: Vec<&str> = lower
            .split(is_between)
            .filter(|word| !word.is_empty())
            .collect();
        let mut indices = Zeroizing::new([0; WORDS]);
        // A wrong word is more helpful to name than a wrong count.
        for (index, word) in words.iter().enumerate() {
            let found = word_list::find(word).ok_or_else(|| WordsError::Unknown {
                index,
                word: String::from(*word),
                near: word_list::near(word),
            })?;
            if let Some(place) = indices.get_mut(index) {
                *place = found;
            }
        }
        if words.len() != WORDS {
            return Err(WordsError::Count { found: words.len() });
        }
        Self::from_indices(&indices).ok_or(WordsError::Mistaken)
    }

    fn from_indices(indices: &[u16; WORDS]) -> Option<Self> {
        let mut bits = Zeroizing::new([0_u8; 10]);
        for (place, index) in indices.iter().enumerate() {
            for bit in 0..11 {
                let at = 11 * place + bit;
                let set = u8::try_from(index >> (10 - bit) & 1).expect("one bit");
                bits[at / 8] |= set << (7 - at % 8);
            }
        }
        let mut entropy = Zeroizing::new([0; ENTROPY_LEN]);
        entropy.copy_from_slice(&bits[..ENTROPY_LEN]);
        entropy[ENTROPY_LEN - 1] &= LAST_BYTE_MASK;
        let code = Self(entropy);
        (*code.bits() == *bits).then_some(code)
    }

    /// 70 random bits | 7 check bits | 3 zeros.
    fn bits(&self) -> Zeroizing<[u8; 10]> {
        let mut check = derive_hash(Label::Phrase, &[self.0.as_ref()]);
        let seven = check[0] >> 1;
        check.zeroize();
        let mut bits = Zeroizing::new([0; 10]);
        bits[..ENTROPY_LEN].copy_from_slice(self.0.as_ref());
        bits[8] |= seven >> 5;
        bits[9] = seven << 3;
        bits
    }

    /// The seven words, to show once.
    #[must_use]
    pub fn words(&self) -> [Word; WORDS] {
        let bits = self.bits();
        core::array::from_fn(|place| word_list::word(word_list::take_bits(bits.as_ref(), place)))
    }

    /// The words in lower case joined by one space: what Argon2id stretches.
    #[must_use]
    pub fn phrase(&self) -> Zeroizing<String> {
        Zeroizing::new(self.words().join(" "))
    }
}

/// Spaces, digits and punctuation, also those a phone puts in by itself. Foreign letters belong to a word, so that
/// the word is named as wrong. (Unicode's own tables would cost a pupil several kilobytes of download.)
fn is_between(character: char) -> bool {
    match character {
        '\u{a0}' | '\u{b7}' | '\u{2000}'..='\u{206f}' | '\u{3000}' => true,
        _ => character.is_ascii() && !character.is_ascii_alphabetic(),
    }
}

/// Words of the list that begin with what was typed, at most five.
#[must_use]
pub fn suggest(prefix: &str) -> Vec<Word> {
    word_list::suggest(prefix, 5)
}

#[cfg(test)]
mod tests {
    use super::{ReceiptCode, WordsError, word_list};
    use alloc::string::String;
    use alloc::vec::Vec;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    fn code(seed: u64) -> ReceiptCode {
        ReceiptCode::make(&mut ChaCha20Rng::seed_from_u64(seed))
    }

    #[test]
    fn survives_the_ways_people_type() {
        let code = code(1);
        let words = code.words();
        let short: Vec<&str> = words.iter().map(|word| &word[..4]).collect();
        let numbered: Vec<String> = (1..)
            .zip(words)
            .map(|(n, w)| alloc::format!("{n}. {}", &*w))
            .collect();
        for typed in [
            words.join(" "),
            words.join("-"),
            words.join(", "),
            words.join("\u{a0}\u{2013} "),
            words.join("\n").to_uppercase(),
            short.join("  "),
            numbered.join("\n"),
        ] {
            let parsed = ReceiptCode::parse(&typed);
            assert!(
                parsed.is_ok_and(|parsed| parsed.words() == words),
                "{typed}"
            );
        }
    }

    #[test]
    fn layout() {
        // 70 zero bits, then 1101101: the first seven bits of SHA-256("reports/v1/phrase" | nine zeros).
        let code = ReceiptCode::parse("ability ability ability ability ability ability assist");
        let code = code.unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(*code.0, [0; 9]);
        assert_eq!(code.bits()[8..], [0b11, 0b0110_1000]);
        assert_eq!(
            *code.phrase(),
            "ability ability ability ability ability ability assist"
        );
    }

    // P4
    #[test]
    fn names_the_wrong_word() {
        let right = code(2).words();
        let mut words: Vec<&str> = right.iter().map(|word| &**word).collect();
        words[3] = "abiltiy";
        assert_eq!(
            ReceiptCode::parse(&words.join(" ")).err(),
            Some(WordsError::Unknown {
                index: 3,
                word: "abiltiy".into(),
                near: alloc::vec![word_list::word(0)],
            })
        );
        assert_eq!(
            ReceiptCode::parse("ability able").err(),
            Some(WordsError::Count { found: 2 })
        );
        assert_eq!(
            ReceiptCode::parse("").err(),
            Some(WordsError::Count { found: 0 })
        );
    }

    #[test]
    fn check_bits_catch_a_wrong_or_swapped_word() {
        let mut caught = 0;
        let mut tried = 0;
        for seed in 0..40 {
            let words = code(seed).words();
            for place in 0..6 {
                let mut swapped = words;
                swapped.swap(place, place + 1);
                if swapped == words {
                    continue;
                }
                tried += 1;
                match ReceiptCode::parse(&swapped.join(" ")) {
                    Err(WordsError::Mistaken) => caught += 1,
                    Ok(other) => assert!(other.words() == swapped),
                    Err(other) => panic!("{other}"),
                }
            }
        }
        // 127 of 128 on average (protocol 3.1).
        assert!(caught * 100 >= tried * 95, "{caught} of {tried}");
    }
}
