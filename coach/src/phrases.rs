//! What the rules for English find: what is told, words of danger, and clues.

use crate::rules::{Means, Rules};
use crate::words::Word;
use crate::{Clue, Kind, told};

/// Beside a number, these make it a measure or an age, not a class.
const NOT_CLASS: [&str; 19] = [
    "am", "pm", "st", "nd", "rd", "th", "x", "k", "m", "cm", "km", "kg", "p", "s", "d", "g", "h",
    "hr", "yo",
];

/// Finds clues into `clues` and gives what is told.
pub fn look(rules: &Rules, text: &str, words: &[Word], clues: &mut Vec<Clue>) -> u8 {
    let mut told = if words.len() >= 8 { told::WHAT } else { 0 };
    // Which words are only a way of speaking.
    let mut calm = vec![false; words.len()];
    let mut crisis = Vec::new();
    for at in 0..words.len() {
        for (phrase, means) in rules.starting(&words[at].plain) {
            let Some(end) = fits(words, at, phrase) else {
                continue;
            };
            match means {
                Means::What => told |= told::WHAT,
                Means::Who => told |= told::WHO,
                Means::Where => told |= told::WHERE,
                Means::When => told |= told::WHEN,
                Means::Still => told |= told::STILL,
                Means::Calm => calm[at..end].fill(true),
                Means::Crisis => crisis.push((at, end)),
                _ => clues.extend(clue(rules, text, words, at, end, *means)),
            }
        }
        clues.extend(shape(rules, text, words, at));
    }
    // A way of speaking covers a phrase of danger only if nothing of that stands outside.
    if crisis
        .iter()
        .any(|(at, end)| !calm[*at..*end].iter().all(|calm| *calm))
    {
        told |= told::CRISIS;
    }
    told
}

/// Where the phrase ends if it stands at this word.
fn fits(words: &[Word], at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    for part in phrase.split(' ') {
        if words.get(end)?.plain != part {
            return None;
        }
        end += 1;
    }
    Some(end)
}

fn clue(
    rules: &Rules,
    text: &str,
    words: &[Word],
    at: usize,
    end: usize,
    means: Means,
) -> Option<Clue> {
    let next = words
        .get(end)
        .filter(|next| same_sentence(text, words, end, next));
    let named = |word: &Word| {
        let known = rules.has(&word.plain, Means::Name);
        let looks = word.capital && word.plain.chars().count() > 1;
        (known || looks) && !rules.has(&word.plain, Means::NotName)
    };
    let numbered = |word: &Word| word.plain.chars().any(char::is_numeric);
    let (kind, end) = match means {
        Means::NameAfter => next
            .filter(|word| !rules.has(&word.plain, Means::NotName))
            .map(|_| (Kind::Name, end + 1))?,
        Means::NameMaybe => next
            .filter(|word| named(word))
            .map(|_| (Kind::Name, end + 1))?,
        Means::Account => next.map(|_| (Kind::Reach, end + 1))?,
        Means::Group => (Kind::Group, end + usize::from(next.is_some_and(numbered))),
        Means::Family => (Kind::Family, end + usize::from(next.is_some_and(named))),
        Means::Rare => (Kind::Rare, end),
        Means::Month => {
            let day = |word: &Word| {
                let digits = word
                    .plain
                    .trim_end_matches(|letter: char| letter.is_ascii_lowercase());
                digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
            };
            if next.is_some_and(day) {
                (Kind::Moment, end + 1)
            } else {
                let back = usize::from(at > 0 && words[at - 1].plain == "of") + 1;
                let before = at.checked_sub(back)?;
                day(&words[before]).then_some(())?;
                return Some(over(words, Kind::Moment, before, end));
            }
        }
        _ => return None,
    };
    // A full name is taken whole.
    let mut end = end;
    if kind == Kind::Name
        && words
            .get(end)
            .is_some_and(|word| word.capital && !word.first && named(word))
    {
        end += 1;
    }
    Some(over(words, kind, at, end))
}

fn over(words: &[Word], kind: Kind, from: usize, to: usize) -> Clue {
    Clue {
        kind,
        start: words[from].at.start,
        end: words[to - 1].at.end,
    }
}

/// No full stop or new line stands before this word.
fn same_sentence(text: &str, words: &[Word], at: usize, word: &Word) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    before.is_some_and(|before| {
        !text[before.at.end..word.at.start].contains(['.', '!', '?', '\n', ';', ','])
    })
}

/// What is known by its shape: a class, a postcode, a time, a date in numbers, a name under the text.
fn shape(rules: &Rules, text: &str, words: &[Word], at: usize) -> Option<Clue> {
    let word = &words[at];
    let digits = word.plain.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.plain.split_at(digits);
    if (1..=2).contains(&digits) {
        let number: u8 = number.parse().unwrap_or(0);
        if matches!(rest, "am" | "pm") && (1..=12).contains(&number) {
            return Some(over(words, Kind::Moment, at, at + 1));
        }
        let class =
            (1..=2).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_lowercase());
        if class && (1..=13).contains(&number) && !NOT_CLASS.contains(&rest) {
            return Some(over(words, Kind::Group, at, at + 1));
        }
        if let Some(clue) = clocked(text, words, at) {
            return Some(clue);
        }
    }
    if let Some(end) = postcode(words, at) {
        return Some(over(words, Kind::Place, at, end));
    }
    let last = at + 1 == words.len() && at > 3;
    let alone = last
        && (word.first
            || text[words[at - 1].at.end..word.at.start].contains(['\n', '-', '–', '—']));
    let signed = last
        && matches!(
            words[at - 1].plain.as_str(),
            "from" | "love" | "thanks" | "regards" | "xx"
        );
    let known = rules.has(&word.plain, Means::Name);
    let capital = word.capital
        && !rules.has(&word.plain, Means::NotName)
        && !rules.has(&word.plain, Means::When);
    ((alone && known) || (signed && (known || capital)))
        .then(|| over(words, Kind::Name, at, at + 1))
}

/// `10:15`, `10.15`, `3/11/2026`: two or three numbers with one sign between.
fn clocked(text: &str, words: &[Word], at: usize) -> Option<Clue> {
    let next = words.get(at + 1)?;
    let sign = &text[words[at].at.end..next.at.start];
    let two = next.plain.len() >= 2 && next.plain.bytes().take(2).all(|byte| byte.is_ascii_digit());
    match sign {
        ":" | "." if two && next.plain.len() <= 4 && words[at].plain.len() <= 2 => {
            Some(over(words, Kind::Moment, at, at + 2))
        }
        "/" | "-" | "." => {
            let year = words.get(at + 2)?;
            let same = &text[next.at.end..year.at.start] == sign;
            let numbers = [next, year]
                .iter()
                .all(|word| word.plain.bytes().all(|byte| byte.is_ascii_digit()));
            (same && numbers && year.plain.len() >= 2)
                .then(|| over(words, Kind::Moment, at, at + 3))
        }
        _ => None,
    }
}

/// A British postcode, in one word or two; gives where it ends.
fn postcode(words: &[Word], at: usize) -> Option<usize> {
    let outward = |word: &str| {
        let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
        let rest = &word.as_bytes()[letters..];
        (1..=2).contains(&letters)
            && (1..=2).contains(&rest.len())
            && rest[0].is_ascii_digit()
            && rest.iter().all(u8::is_ascii_alphanumeric)
    };
    let inward = |word: &str| {
        let bytes = word.as_bytes();
        bytes.len() == 3
            && bytes[0].is_ascii_digit()
            && bytes[1..].iter().all(u8::is_ascii_lowercase)
    };
    let word = words[at].plain.as_str();
    if word.is_ascii() && (5..=7).contains(&word.len()) {
        let (out, inn) = word.split_at(word.len() - 3);
        if outward(out) && inward(inn) {
            return Some(at + 1);
        }
    }
    let next = words.get(at + 1)?;
    (outward(word) && inward(&next.plain)).then_some(at + 2)
}
