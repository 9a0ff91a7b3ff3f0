//! Rules for names of people, places and accounts, and for sealed keys as they come in.

use protocol::directory::MAX_NAME;
use protocol::vault::SEALED_LEN;

use crate::problem::{ApiError, Problem};

/// Which rule a name breaks, in words for whoever chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadName(&'static str);

impl From<BadName> for ApiError {
    fn from(bad: BadName) -> Self {
        Self::from(Problem::Invalid).with_detail(bad.0)
    }
}

/// A name as pupils will see it: one line, nothing hidden, 1 to 64 bytes.
pub fn check_person(name: &str) -> Result<(), BadName> {
    if name.is_empty() {
        invalid("A name must not be empty.")
    } else {
        check_place(name)
    }
}

/// Where someone is found; may be empty.
pub fn check_place(place: &str) -> Result<(), BadName> {
    if place.len() > MAX_NAME {
        invalid("Names and places have at most 64 bytes.")
    } else if place.trim() != place || place.chars().any(is_misleading) {
        invalid("Names and places are one line of plain text without spaces around it.")
    } else {
        Ok(())
    }
}

/// A line that everyone can read, such as who answers for the data: one line, nothing hidden, 2 to 200 bytes.
pub fn check_line(line: &str) -> Result<(), BadName> {
    let plain = line.trim() == line && !line.chars().any(is_misleading);
    if plain && (2..=200).contains(&line.len()) {
        Ok(())
    } else {
        invalid(
            "Controller, data protection officer and complaints need a line of plain text of 2 to 200 bytes each.",
        )
    }
}

/// A sign-in name: `[a-z0-9.-]{2,40}`.
pub fn check_user(user: &str) -> Result<(), BadName> {
    let plain = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.' || byte == b'-'
    };
    if (2..=40).contains(&user.len()) && user.bytes().all(plain) {
        Ok(())
    } else {
        invalid("A sign-in name has 2 to 40 of: a-z, 0-9, dot, dash.")
    }
}

/// A school's slug: `[a-z0-9-]{1,40}`, and not `-`, which means "the school of this host".
pub fn check_slug(slug: &str) -> Result<(), BadName> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if (1..=40).contains(&slug.len()) && slug.bytes().all(plain) && slug != "-" {
        Ok(())
    } else {
        invalid("A slug has 1 to 40 of: a-z, 0-9, dash; and is not a dash alone.")
    }
}

/// Sealed keys have one size.
pub fn check_vault(vault: &[u8]) -> Result<(), BadName> {
    if vault.len() == SEALED_LEN {
        Ok(())
    } else {
        invalid("A vault has one fixed size.")
    }
}

/// The same characters the signed directory refuses: they turn text around or hide.
fn is_misleading(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn invalid(why: &'static str) -> Result<(), BadName> {
    Err(BadName(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_they_look_like() {
        assert!(check_person("Ms Priya Kaur").is_ok());
        assert!(check_person("Zoë Ní Bhriain").is_ok());
        for bad in ["", " Kaur", "Kaur\n", "Kaur\u{202e}", &"x".repeat(65)] {
            assert!(check_person(bad).is_err(), "{bad:?}");
        }
        assert!(check_line("Ada Data, dpo@school.example").is_ok());
        for bad in [
            "",
            "A",
            " Ada",
            "two\nlines",
            "Ada\u{202e}",
            &"x".repeat(201),
        ] {
            assert!(check_line(bad).is_err(), "{bad:?}");
        }
        assert!(check_place("").is_ok());
        for bad in ["k", "Kaur", "k aur", "kaur@x", &"k".repeat(41)] {
            assert!(check_user(bad).is_err(), "{bad:?}");
        }
        assert!(check_user("p.kaur-2").is_ok());
        assert!(check_slug("-").is_err() && check_slug("thornmere").is_ok());
    }
}
