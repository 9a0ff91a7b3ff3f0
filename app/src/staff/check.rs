//! What a form must hold before it is sent. Answers name the box and say what to do.

use super::outcome;

/// Fewest letters of a password (XAM-10).
pub const PASSWORD_LETTERS: usize = 12;

/// What is wrong with a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Empty,
    /// Not `[a-z0-9.-]{2,40}`.
    Name,
    /// Fewer than twelve letters.
    Short,
    /// The two passwords differ.
    Differ,
    /// Not six digits.
    Code,
    /// Nothing chosen.
    Choose,
}

type Found = Vec<(&'static str, Wrong)>;

fn empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// Six digits, spaces allowed.
#[must_use]
pub fn code(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Six digits or a printed recovery code.
#[must_use]
pub fn second_factor(text: &str) -> Option<String> {
    code(text).or_else(|| protocol::recovery_code::read(text).map(|_| text.trim().to_owned()))
}

/// A sign-in name as the server takes it.
#[must_use]
pub fn user(text: &str) -> Option<String> {
    let name = text.trim().to_lowercase();
    let fits = (2..=40).contains(&name.len())
        && name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
        });
    fits.then_some(name)
}

/// The sign-in form. `demo`: the code comes by itself.
#[must_use]
pub fn sign_in(name: &str, password: &str, secret: &str, six: &str, demo: bool) -> Found {
    let mut found = Found::new();
    if empty(name) {
        found.push(("user", Wrong::Empty));
    }
    if password.is_empty() {
        found.push(("password", Wrong::Empty));
    }
    if empty(secret) {
        found.push(("secret", Wrong::Empty));
    }
    if !demo && second_factor(six).is_none() {
        found.push(("code", Wrong::Code));
    }
    found
}

/// The form of an invited person.
#[must_use]
pub fn accept(name: &str, password: &str, again: &str, six: &str) -> Found {
    let mut found = Found::new();
    if user(name).is_none() {
        found.push(("user", Wrong::Name));
    }
    if password.chars().count() < PASSWORD_LETTERS {
        found.push(("password", Wrong::Short));
    } else if password != again {
        found.push(("again", Wrong::Differ));
    }
    if code(six).is_none() {
        found.push(("code", Wrong::Code));
    }
    found
}

/// Closing a case: outcome, why, and what the pupil is told.
#[must_use]
pub fn close(chosen: &str, rationale: &str, message: &str) -> Found {
    let mut found = Found::new();
    if !outcome::known(chosen) {
        found.push(("outcome", Wrong::Choose));
    }
    if empty(rationale) {
        found.push(("closing-why", Wrong::Empty));
    }
    if empty(message) {
        found.push(("closing-message", Wrong::Empty));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    // XAM-10: twelve letters, no rules about which ones.
    #[test]
    fn passwords_are_long_and_nothing_else() {
        assert_eq!(
            accept("p.kaur", "aaaaaaaaaaaa", "aaaaaaaaaaaa", "123 456"),
            []
        );
        assert_eq!(
            accept("p.kaur", "Aa1!", "Aa1!", "123456"),
            [("password", Wrong::Short)]
        );
        assert_eq!(
            accept("p.kaur", "öööööööööööö", "oooooooooooo", "123456"),
            [("again", Wrong::Differ)]
        );
    }

    #[test]
    fn names_are_lowered_and_checked() {
        assert_eq!(user(" P.Kaur "), Some("p.kaur".into()));
        assert_eq!(user("p"), None);
        assert_eq!(user("p kaur"), None);
        assert_eq!(user(&"a".repeat(41)), None);
    }

    #[test]
    fn codes_are_six_digits_in_any_grouping() {
        assert_eq!(code(" 123 456 "), Some("123456".into()));
        assert_eq!(code("12345"), None);
        assert_eq!(code("12345a"), None);
        assert_eq!(code("١٢٣٤٥٦"), None);
    }

    // XAM-11: one box takes the phone's code and a printed one.
    #[test]
    fn a_recovery_code_is_a_second_factor() {
        assert_eq!(second_factor("123 456"), Some("123456".into()));
        assert_eq!(
            second_factor(" k7qd-4m2x-9trw"),
            Some("k7qd-4m2x-9trw".into())
        );
        assert_eq!(second_factor("k7qd-4m2x"), None);
        assert_eq!(sign_in("a", "b", "c", "K7QD 4M2X 9TRW", false), []);
    }

    // XAM-11: every sign-in has a second factor; the demo's comes by itself.
    #[test]
    fn sign_in_names_every_empty_box() {
        let boxes: Vec<&str> = sign_in("", "", " ", "", false)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        assert_eq!(boxes, ["user", "password", "secret", "code"]);
        assert_eq!(sign_in("a", "b", "c", "", true), []);
    }

    // D12: closing needs an outcome, a rationale and a message to the pupil.
    #[test]
    fn closing_needs_outcome_rationale_and_message() {
        let boxes: Vec<&str> = close("", "", "").into_iter().map(|(id, _)| id).collect();
        assert_eq!(boxes, ["outcome", "closing-why", "closing-message"]);
        assert_eq!(close("pastoral", "Settled", "Thank you"), []);
        assert_eq!(
            close("made-up", "Settled", "Thank you"),
            [("outcome", Wrong::Choose)]
        );
    }
}
