//! Passwords nobody should choose. Looked at in the browser that is going to use them; the server never sees one.
//!
//! Promise: unless the school's server says so, no rule about which kinds of characters, and nothing but length counts for a
//! password that is not a common one in disguise: digits and signs around it, letters swapped for signs, repeated, two side by
//! side, a row of keys, or the person's own sign-in name. The account secret carries the strength; this stops the careless.
//! `PasswordRule::Kinds` only adds to that, so a server that lies about it weakens nothing.

use protocol::api::PasswordRule;

use super::message::Failure;

/// Letters a password must have, at least.
const PASSWORD_LEN: usize = 12;
/// Sorted, in small letters (`packs/passwords/README.md`).
const COMMON: &str = include_str!("../../../packs/passwords/common.txt");
/// Rows of keys and orders everybody knows, forwards; backwards is looked at too.
const ROWS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];
/// A word this short is part of too many others to count.
const SHORTEST_WORD: usize = 4;

/// Refuses a password that nobody should choose, or that the school's rule does not take.
pub fn check_password(password: &str, user: &str, rule: PasswordRule) -> Result<(), Failure> {
    if is_weak(password, user) {
        return Err(Failure::WeakPassword);
    }
    match rule {
        PasswordRule::Kinds if !has_all_kinds(password) => Err(Failure::PlainPassword),
        PasswordRule::Length | PasswordRule::Kinds => Ok(()),
    }
}

/// A small letter, a capital letter and a digit, of any script that has them.
fn has_all_kinds(password: &str) -> bool {
    let has = |kind: fn(char) -> bool| password.chars().any(kind);
    has(char::is_lowercase) && has(char::is_uppercase) && has(char::is_numeric)
}

/// True for a password nobody should choose.
fn is_weak(password: &str, user: &str) -> bool {
    let lower = password.to_lowercase();
    password.chars().count() < PASSWORD_LEN || lower.contains(user) || is_common(&lower)
}

/// True for a common password in some disguise. `lower` is in small letters.
fn is_common(lower: &str) -> bool {
    let plain: String = lower.chars().map(unswapped).collect();
    [lower, &plain].into_iter().any(|text| {
        let core = text.trim_matches(|letter: char| !letter.is_alphabetic());
        let letters: String = text
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .collect();
        [text, core, &letters]
            .into_iter()
            .any(|part| is_listed(part) || is_two_listed(part) || is_listed_twice(part))
            || is_repeated(text)
            || is_row(text)
            || (letters.is_empty() && is_digits_of_a_habit(text))
    })
}

fn is_listed(part: &str) -> bool {
    part.len() >= SHORTEST_WORD && listed(part)
}

/// Two common passwords side by side.
fn is_two_listed(part: &str) -> bool {
    let places = SHORTEST_WORD..part.len().saturating_sub(SHORTEST_WORD - 1);
    places
        .filter_map(|place| part.split_at_checked(place))
        .any(|(first, second)| listed(first) && listed(second))
}

/// The same common password around something between.
fn is_listed_twice(part: &str) -> bool {
    let half = part.len() / 2;
    (SHORTEST_WORD..=half).any(|len| {
        let ends = part.get(..len).zip(part.get(part.len() - len..));
        ends.is_some_and(|(first, last)| first == last && listed(first))
    })
}

/// The same few characters again and again: at most a third of it is its own.
fn is_repeated(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (1..=letters.len() / 3).any(|unit| {
        letters
            .iter()
            .zip(letters.iter().skip(unit))
            .all(|(one, next)| one == next)
    })
}

/// Rows of keys, in at most three pieces.
fn is_row(text: &str) -> bool {
    let mut rest = text;
    for _ in 0..3 {
        rest = &rest[longest_row(rest)..];
        if rest.is_empty() {
            return true;
        }
    }
    false
}

/// Bytes at the beginning that lie in one row, at least four.
fn longest_row(text: &str) -> usize {
    let lies = |part: &str| {
        let back: String = part.chars().rev().collect();
        ROWS.iter()
            .any(|row| row.contains(part) || row.contains(&back))
    };
    let ends = text
        .char_indices()
        .map(|(place, letter)| place + letter.len_utf8());
    let found = ends.take_while(|end| lies(&text[..*end])).last();
    found.filter(|end| *end >= SHORTEST_WORD).unwrap_or(0)
}

/// Digits and signs alone: a date or a telephone number, which is what people choose of them.
fn is_digits_of_a_habit(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() <= 16
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || "-/. +".contains(letter))
}

/// The letter a sign stands for.
const fn unswapped(letter: char) -> char {
    match letter {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '5' | '$' => 's',
        '7' | '+' => 't',
        other => other,
    }
}

/// Looks a word up by halves.
fn listed(word: &str) -> bool {
    let (mut from, mut to) = (0, COMMON.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let start = COMMON[..middle].rfind('\n').map_or(0, |line| line + 1);
        let end = COMMON[start..]
            .find('\n')
            .map_or(COMMON.len(), |line| start + line);
        match COMMON[start..end].cmp(word) {
            core::cmp::Ordering::Equal => return true,
            core::cmp::Ordering::Less => from = end + 1,
            core::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{COMMON, Failure, PasswordRule, check_password, is_weak, listed};

    fn weak(password: &str) -> bool {
        is_weak(password, "p.kaur")
    }

    // XAM-10: a list of common passwords, looked up as written.
    #[test]
    fn the_list_is_long_sorted_and_every_line_is_found() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() >= 10_000, "{}", lines.len());
        assert!(lines.is_sorted_by(|one, next| one < next));
        assert!(lines.iter().all(|line| listed(line)));
        assert!(lines.iter().all(|line| line.len() >= 4));
        for word in ["", "a", "zzzzzzzzzzzzzz", "!!!!", "passwore"] {
            assert!(!listed(word), "{word}");
        }
    }

    #[test]
    fn common_passwords_are_refused_in_every_disguise() {
        for password in [
            "short",
            "aaaaaaaaaaaaaaaa",
            "P.Kaur-is-my-name",
            "1q2w3e4r5t6y",
            "Password2026!",
            "P@ssw0rd2026",
            "passwordpassword",
            "password-password",
            "password and password",
            "Liverpool1989!!",
            "!!!football12345",
            "footballchelsea",
            "qwertyuiop12",
            "qwertyuiopasdfgh",
            "123456789012",
            "abcabcabcabc",
            "abcdefghijkl",
            "zyxwvutsrqpo",
            "abcd1234efgh",
            "12/11/1984 12/11",
            "07700 900123",
        ] {
            assert!(weak(password), "{password}");
        }
    }

    // XAM-10: no rules about which characters.
    #[test]
    fn three_unrelated_words_are_good_however_written() {
        for password in [
            "seven green bottles",
            "three quiet paper lanterns",
            "SEVEN GREEN BOTTLES",
            "sevengreenbottles",
            "el perro come queso",
            "Straßenbahnhaltestelle",
            "тихий бумажный фонарь",
            "纸灯笼很安静地挂在三棵树上",
            "x9#kQ2!vLm4z",
        ] {
            assert!(!weak(password), "{password}");
        }
    }

    // XAM-10: what forms of procurement ask for, beside the default and never instead of it.
    #[test]
    fn a_rule_about_kinds_only_adds() {
        let said = |password, rule| check_password(password, "p.kaur", rule);
        for good in [
            "Seven Green Bottles 7",
            "7seven gReen bottles",
            "Straßenbahn 12 Öl",
        ] {
            assert_eq!(said(good, PasswordRule::Kinds), Ok(()), "{good}");
        }
        for plain in [
            "seven green bottles 7",
            "SEVEN GREEN BOTTLES 7",
            "Seven Green Bottles",
            "7 纸灯笼很安静地挂在三棵树上",
        ] {
            assert_eq!(
                said(plain, PasswordRule::Kinds),
                Err(Failure::PlainPassword),
                "{plain}"
            );
            assert_eq!(said(plain, PasswordRule::Length), Ok(()), "{plain}");
        }
        // Eight of the right kinds would fill in a form, and are easy to guess.
        for weak in [
            "Pa55word",
            "Aq7Bw8Cz",
            "Password2026!",
            "P.Kaur-is-my-name-1",
        ] {
            for rule in [PasswordRule::Length, PasswordRule::Kinds] {
                assert_eq!(said(weak, rule), Err(Failure::WeakPassword), "{weak}");
            }
        }
    }

    #[test]
    fn length_is_counted_in_letters() {
        assert!(weak("纸灯笼很安静地挂在三棵"), "eleven");
        assert!(weak("tyq-mvd-kbz"), "eleven");
        assert!(!weak("tyq-mvd-kbzw"), "twelve");
    }

    #[test]
    fn odd_text_is_looked_at_without_a_panic() {
        for password in [
            "\u{301}\u{301}\u{301}",
            "é".repeat(13).as_str(),
            "a\u{0}bé🦉🦉🦉🦉x",
            "🦉",
        ] {
            weak(password);
        }
    }
}
