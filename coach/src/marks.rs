//! What shows a person in every language: e-mail, handle, link, phone number.

use crate::{Clue, Kind};

/// The ends of addresses that are written without `www.`.
const ENDINGS: [&str; 9] = [
    ".com", ".co.uk", ".org", ".net", ".gg", ".me", ".tv", ".io", ".sch.uk",
];

/// Digits of a phone number; fewer are a room, a year or a helpline.
const DIGITS: core::ops::RangeInclusive<usize> = 9..=15;

/// Finds them, in the order of the text.
pub fn look(text: &str) -> Vec<Clue> {
    let mut clues = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_whitespace() || matches!(letter, ',' | '(' | ')' | '<' | '>' | '"') {
            if let Some(from) = start.take() {
                chunk(text, from, at, &mut clues);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    numbers(text, &mut clues);
    clues
}

/// One piece without a space in it.
fn chunk(text: &str, start: usize, end: usize, clues: &mut Vec<Clue>) {
    let inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '@' | '_' | '/');
    let whole = &text[start..end];
    let trimmed = whole.trim_end_matches(|letter| !inside(letter));
    let end = start + trimmed.len();
    let kept = trimmed.trim_start_matches(|letter| !inside(letter));
    let start = end - kept.len();
    let mail = kept.split_once('@').is_some_and(|(_, host)| {
        host.chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
            >= 2
    });
    let small = kept.to_ascii_lowercase();
    let link = small.contains("://")
        || small.starts_with("www.")
        || ENDINGS.iter().any(|ending| {
            small.find(ending).is_some_and(|at| {
                at > 0 && matches!(small[at + ending.len()..].chars().next(), None | Some('/'))
            })
        });
    if mail || link {
        clues.push(Clue {
            kind: Kind::Reach,
            start,
            end,
        });
    }
}

fn numbers(text: &str, clues: &mut Vec<Clue>) {
    // From where to where, how many digits, and how many signs since the last of them.
    let mut run: Option<(usize, usize, usize, usize)> = None;
    for (at, letter) in text.char_indices().chain([(text.len(), '\n')]) {
        let end = at + letter.len_utf8();
        match (&mut run, letter) {
            (Some((_, last, count, gap)), letter) if letter.is_numeric() => {
                (*last, *count, *gap) = (end, *count + 1, 0);
            }
            (None, letter) if letter.is_numeric() => run = Some((at, end, 1, 0)),
            (Some((.., gap)), ' ' | '-' | '(' | ')' | '\u{a0}') if *gap < 2 => *gap += 1,
            _ => {
                if let Some((start, end, ..)) = run.take().filter(|run| DIGITS.contains(&run.2)) {
                    let start = if text[..start].ends_with('+') {
                        start - 1
                    } else {
                        start
                    };
                    clues.push(Clue {
                        kind: Kind::Reach,
                        start,
                        end,
                    });
                }
            }
        }
    }
}
