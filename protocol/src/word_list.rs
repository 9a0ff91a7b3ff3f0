//! The 2048 words of format v1: an index means its word for ever. Finds words from what people type, and shows
//! fingerprints as six words to compare by voice. Where words are secret, `receipt_code` keeps them so.

use alloc::vec::Vec;

const LIST: &str = include_str!("../../packs/words/en.txt");
/// Words in the list: one stands for 11 bits.
pub const COUNT: usize = 2048;
/// Letters that name a word.
pub const PREFIX: usize = 4;

/// The word with this index; higher bits than eleven are ignored.
#[must_use]
pub fn word(index: u16) -> &'static str {
    LIST.lines()
        .nth(usize::from(index) % COUNT)
        .expect("a test counts 2048 lines")
}

/// The index of a word typed in lower case: whole, or its first four letters or more.
#[must_use]
pub fn find(typed: &str) -> Option<u16> {
    let mut found = None;
    for (index, word) in (0..).zip(LIST.lines()) {
        if word == typed {
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
pub fn suggest(prefix: &str, most: usize) -> Vec<&'static str> {
    let typed = prefix.trim_ascii().to_ascii_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    LIST.lines()
        .filter(|word| word.starts_with(&typed))
        .take(most)
        .collect()
}

/// Words one or two slips away from a mistyped one, nearest first, at most three.
#[must_use]
pub fn near(typed: &str) -> Vec<&'static str> {
    let mut close: Vec<(usize, &'static str)> = LIST
        .lines()
        .filter_map(|word| {
            let slips = distance(typed.as_bytes(), word.as_bytes());
            (slips <= 2).then_some((slips, word))
        })
        .collect();
    close.sort_by_key(|(slips, _)| *slips);
    close.into_iter().take(3).map(|(_, word)| word).collect()
}

/// Six words from the first 66 bits of a hash: enough to compare aloud, not a secret.
#[must_use]
pub fn six_words(hash: &[u8; 32]) -> [&'static str; 6] {
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

    use super::{COUNT, LIST, distance, find, near, six_words, suggest, take_bits, word};

    #[test]
    fn the_list_is_what_the_format_says() {
        let words: Vec<&str> = LIST.lines().collect();
        assert_eq!(words.len(), COUNT);
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "sorted and without repeats");
            assert_ne!(pair[0][..4], pair[1][..4], "four letters name a word");
        }
        for (index, listed) in (0..).zip(&words) {
            assert!(listed.bytes().all(|letter| letter.is_ascii_lowercase()));
            assert_eq!(word(index), *listed);
            assert_eq!(find(listed), Some(index));
            assert_eq!(find(&listed[..4]), Some(index));
        }
    }

    #[test]
    fn finds_what_people_mean() {
        assert_eq!(find("abil"), Some(0));
        assert_eq!(find("abi"), None);
        assert_eq!(find("abilityx"), None);
        assert_eq!(suggest(" ABI", 5), ["ability"]);
        assert!(suggest("", 5).is_empty());
        assert!(near("abiltiy").contains(&"ability"));
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
