//! Secrets as people print and type them: Crockford base32 in groups of four with a checksum, read forgivingly.
//! An account secret cannot be taken for a root key: lengths and checksums differ.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::{Zeroize, Zeroizing};

use crate::kdf::derive_hash;
use crate::label::Label;
use crate::vault::AccountSecret;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 16 bytes and 4 of checksum: 32 characters exactly.
const ACCOUNT_CHECK: usize = 4;
/// 32 bytes and 3 of checksum: 56 characters exactly.
const ROOT_CHECK: usize = 3;

/// Why typed text is not a printed secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KitError {
    /// Too few or too many characters.
    #[error("{found} characters instead of {expected}")]
    Length {
        /// How many there are, separators aside.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// A character that is never printed.
    #[error("character {index} is not one we print")]
    Character {
        /// Its place among the characters, from 0, separators aside.
        index: usize,
    },
    /// The characters do not check out: one is wrong or two are swapped.
    #[error("a character is wrong")]
    Checksum,
}

/// An account secret for paper.
#[must_use]
pub fn write_account(secret: &AccountSecret) -> Zeroizing<String> {
    write::<ACCOUNT_CHECK>(Label::KitAccount, secret.as_bytes().as_ref())
}

/// Reads an account secret from what was typed.
///
/// # Errors
/// When it is not one.
pub fn read_account(typed: &str) -> Result<AccountSecret, KitError> {
    Ok(AccountSecret::from_bytes(read::<16, ACCOUNT_CHECK>(
        Label::KitAccount,
        typed,
    )?))
}

/// The seed of a root key for paper.
#[must_use]
pub fn write_root(seed: &[u8; 32]) -> Zeroizing<String> {
    write::<ROOT_CHECK>(Label::KitRoot, seed)
}

/// Reads the seed of a root key from what was typed.
///
/// # Errors
/// When it is not one.
pub fn read_root(typed: &str) -> Result<Zeroizing<[u8; 32]>, KitError> {
    read::<32, ROOT_CHECK>(Label::KitRoot, typed)
}

fn write<const CHECK: usize>(label: Label, secret: &[u8]) -> Zeroizing<String> {
    let check = derive_hash(label, &[secret]);
    let mut bytes = Zeroizing::new(Vec::with_capacity(secret.len() + CHECK));
    bytes.extend_from_slice(secret);
    bytes.extend_from_slice(&check[..CHECK]);
    let characters = bytes.len() * 8 / 5;
    let mut text = Zeroizing::new(String::with_capacity(characters + characters / 4));
    for place in 0..characters {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        let value = (0..5).fold(0, |value, bit| {
            let at = 5 * place + bit;
            value << 1 | usize::from(bytes[at / 8] >> (7 - at % 8) & 1)
        });
        text.push(char::from(ALPHABET[value]));
    }
    text
}

fn read<const N: usize, const CHECK: usize>(
    label: Label,
    typed: &str,
) -> Result<Zeroizing<[u8; N]>, KitError> {
    let expected = (N + CHECK) * 8 / 5;
    let mut bytes = Zeroizing::new(Vec::from_iter(core::iter::repeat_n(0_u8, N + CHECK)));
    let mut found = 0;
    for character in typed.chars().filter(|c| !is_between(*c)) {
        let value = value_of(character).ok_or(KitError::Character { index: found })?;
        for bit in 0..5 {
            let at = 5 * found + bit;
            if let Some(byte) = bytes.get_mut(at / 8) {
                *byte |= (value >> (4 - bit) & 1) << (7 - at % 8);
            }
        }
        found += 1;
    }
    if found != expected {
        return Err(KitError::Length { found, expected });
    }
    let (secret, check) = bytes.split_at(N);
    let mut right = derive_hash(label, &[secret]);
    let holds = right[..CHECK] == *check;
    right.zeroize();
    if !holds {
        return Err(KitError::Checksum);
    }
    let mut out = Zeroizing::new([0; N]);
    out.copy_from_slice(secret);
    Ok(out)
}

/// Spaces, dashes and other ASCII punctuation between groups. Anything else is a wrong character.
const fn is_between(character: char) -> bool {
    character.is_ascii() && !character.is_ascii_alphanumeric()
        || matches!(character, '\u{a0}' | '\u{2000}'..='\u{206f}')
}

/// Lower case is fine; O is zero, I and L are one; U is never printed.
fn value_of(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET
        .iter()
        .position(|printed| char::from(*printed) == upper)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::{KitError, read_account, read_root, write_account, write_root};
    use crate::vault::AccountSecret;
    use zeroize::Zeroizing;

    #[test]
    fn survives_handwriting() {
        let secret = AccountSecret::from_bytes(Zeroizing::new([0x01; 16]));
        let text = write_account(&secret);
        assert_eq!(text.len(), 32 + 7);
        for typed in [
            text.to_lowercase(),
            text.replace('-', " "),
            text.replace('0', "O").replace('1', "l"),
            alloc::format!(" {} \n", text.replace('-', "")),
        ] {
            assert!(read_account(&typed).is_ok_and(|read| read.as_bytes() == secret.as_bytes()));
        }
        let root = write_root(&[7; 32]);
        assert_eq!(root.len(), 56 + 13);
        assert!(read_root(&root).is_ok_and(|seed| *seed == [7; 32]));
    }

    #[test]
    fn layout() {
        let secret = AccountSecret::from_bytes(Zeroizing::new(core::array::from_fn(|i| i as u8)));
        assert_eq!(
            *write_account(&secret),
            "000G-40R4-0M30-E209-185G-R38E-1ZRJ-6ZWZ"
        );
        assert_eq!(
            *write_root(&core::array::from_fn(|i| i as u8)),
            "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-2GAH-C5RR-34D1-P70X-3RFP-N3ZY"
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let text = write_root(&[7; 32]);
        let error = |typed: &str| read_root(typed).err();
        assert_eq!(
            error(&text[..20]),
            Some(KitError::Length {
                found: 16,
                expected: 56
            })
        );
        assert_eq!(
            error(&text.replacen(|_| true, "U", 1)),
            Some(KitError::Character { index: 0 })
        );
        let wrong = if text.starts_with('2') { "3" } else { "2" };
        assert_eq!(
            error(&text.replacen(|_| true, wrong, 1)),
            Some(KitError::Checksum)
        );
        let account = write_account(&AccountSecret::from_bytes(Zeroizing::new([7; 16])));
        assert_eq!(
            error(&account),
            Some(KitError::Length {
                found: 32,
                expected: 56
            })
        );
    }

    #[test]
    fn every_swap_of_neighbours_is_caught() {
        let text: Vec<char> = write_root(&core::array::from_fn(|i| (i * 37 % 251) as u8))
            .chars()
            .filter(|c| *c != '-')
            .collect();
        for place in 0..text.len() - 1 {
            let mut swapped = text.clone();
            swapped.swap(place, place + 1);
            let same = swapped == text;
            let typed: String = swapped.into_iter().collect();
            assert_eq!(read_root(&typed).is_ok(), same);
        }
    }
}
