//! The 2048 words of format v1: an index means its word for ever. Finds words from what people type, and shows
//! fingerprints as six words to compare by voice. Where words are secret, `receipt_code` keeps them so.

use alloc::vec::Vec;
use core::borrow::Borrow;
use core::ops::Deref;

/// Words in the list: one stands for 11 bits.
pub const COUNT: usize = 2048;
/// Letters that name a word.
pub const PREFIX: usize = 4;
/// Letters of the longest word.
const LONGEST: usize = 9;

const LIST: &[u8] = include_bytes!("../../packs/words/en.txt");
/// The list as pupils download it: for each word a digit that says how many letters it shares with the word before,
/// then its other letters. Written by the compiler from the file.
static SHORT: [u8; SHORT_LEN] = shorten::<SHORT_LEN>().0;
const SHORT_LEN: usize = shorten::<{ LIST.len() }>().1;

const fn shorten<const N: usize>() -> ([u8; N], usize) {
    let mut short = [0; N];
    let (mut length, mut before, mut start) = (0, 0, 0);
    while start < LIST.len() {
        let mut shared = 0;
        while start > 0 && LIST[before + shared] == LIST[start + shared] {
            shared += 1;
        }
        short[length] = b"0123456789"[shared];
        length += 1;
        let mut at = start + shared;
        while LIST[at] != b'\n' {
            short[length] = LIST[at];
            length += 1;
            at += 1;
        }
        before = start;
        start = at + 1;
    }
    (short, length)
}

/// A word of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    letters: [u8; LONGEST],
    length: usize,
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        core::str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}

impl Borrow<str> for Word {
    fn borrow(&self) -> &str {
        self
    }
}

/// Every word, in the order of the list.
fn words() -> impl Iterator<Item = Word> {
    let mut rest = SHORT.iter().peekable();
    let mut word = Word {
        letters: [0; LONGEST],
        length: 0,
    };
    core::iter::from_fn(move || {
        word.length = usize::from(rest.next()? - b'0');
        while let Some(letter) = rest.next_if(|byte| byte.is_ascii_lowercase()) {
            word.letters[word.length] = *letter;
            word.length += 1;
        }
        Some(word)
    })
}

/// The word with this index; higher bits than eleven are ignored.
#[must_use]
pub fn word(index: u16) -> Word {
    words()
        .nth(usize::from(index) % COUNT)
        .expect("a test counts 2048 words")
}

/// The index of a word typed in lower case: whole, or its first four letters or more.
#[must_use]
pub fn find(typed: &str) -> Option<u16> {
    let mut found = None;
    for (index, word) in (0..).zip(words()) {
        if *word == *typed {
            return Some(index);
        }
        if typed.len() >= PREFIX && word.starts_with(typed) {
            found = Some(index);
        }
    }
    found
}

/// Words that begin with what was typed, at most `most`, in the order of the list.
#[must_use]
pub fn suggest(prefix: &str, most: usize) -> Vec<Word> {
    let typed = prefix.trim_ascii().to_ascii_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    words()
        .filter(|word| word.starts_with(&typed))
        .take(most)
        .collect()
}

/// Words one or two slips away from a mistyped one, nearest first, at most three.
#[must_use]
pub fn near(typed: &str) -> Vec<Word> {
    let slips = |most| move |word: &Word| distance(typed.as_bytes(), word.as_bytes()) == most;
    words()
        .filter(slips(0))
        .chain(words().filter(slips(1)))
        .chain(words().filter(slips(2)))
        .take(3)
        .collect()
}

/// Six words from the first 66 bits of a hash: enough to compare aloud, not a secret.
#[must_use]
pub fn six_words(hash: &[u8; 32]) -> [Word; 6] {
    core::array::from_fn(|place| word(take_bits(hash, place)))
}

/// The eleven bits at `11 * place`, first bit highest. Bits beyond the end are zero.
pub(crate) fn take_bits(bytes: &[u8], place: usize) -> u16 {
    (0..11).fold(0, |value, bit| {
        let at = 11 * place + bit;
        let byte = bytes.get(at / 8).copied().unwrap_or(0);
        value << 1 | u16::from(byte >> (7 - at % 8) & 1)
    })
}

/// Slips between two words: a letter added, dropped, changed, or two neighbours swapped.
fn distance(a: &[u8], b: &[u8]) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let width = b.len() + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..width).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(width);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(x != y))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && b[j - 1] == *x {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = core::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{
        COUNT, LIST, LONGEST, distance, find, near, six_words, suggest, take_bits, word, words,
    };

    #[test]
    fn the_list_is_what_the_format_says() {
        let listed = core::str::from_utf8(LIST).expect("plain letters");
        let listed: Vec<&str> = listed.lines().collect();
        assert_eq!(listed.len(), COUNT);
        assert_eq!(listed.iter().map(|word| word.len()).max(), Some(LONGEST));
        assert!(
            words()
                .map(|word| word.len())
                .eq(listed.iter().map(|word| word.len()))
        );
        for pair in listed.windows(2) {
            assert!(pair[0] < pair[1], "sorted and without repeats");
            assert_ne!(pair[0][..4], pair[1][..4], "four letters name a word");
        }
        for (index, listed) in (0..).zip(&listed) {
            assert!(listed.bytes().all(|letter| letter.is_ascii_lowercase()));
            assert_eq!(*word(index), **listed);
            assert_eq!(find(listed), Some(index));
            assert_eq!(find(&listed[..4]), Some(index));
        }
    }

    #[test]
    fn finds_what_people_mean() {
        assert_eq!(find("abil"), Some(0));
        assert_eq!(find("abi"), None);
        assert_eq!(find("abilityx"), None);
        assert_eq!(suggest(" ABI", 5), [word(0)]);
        assert!(suggest("", 5).is_empty());
        assert_eq!(near("abiltiy")[0], word(0));
        assert_eq!(near("ability")[0], word(0));
        assert!(near("zzzzzzzzz").is_empty());
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(distance(b"able", b"able"), 0);
        assert_eq!(distance(b"able", b"albe"), 1);
        assert_eq!(distance(b"able", b"ale"), 1);
        assert_eq!(distance(b"", b"ab"), 2);
        assert_eq!(distance(b"", b"abc"), usize::MAX);
    }

    #[test]
    fn bits_are_taken_from_the_front() {
        let mut hash = [0; 32];
        hash[0] = 0xff;
        hash[1] = 0xe0;
        assert_eq!(take_bits(&hash, 0), 2047);
        assert_eq!(take_bits(&hash, 1), 0);
        assert_eq!(six_words(&hash)[0], word(2047));
        assert_eq!(six_words(&hash)[5], word(0));
    }
}
