//! Recovery codes as people print and type them: twelve characters of Crockford base32, sixty random bits, read
//! forgivingly. Promises one text per code; says nothing about whether a code still works.

use alloc::string::String;

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code.
pub const CODE_LEN: usize = 12;

/// A code for paper, from random bytes: `K7QD-4M2X-9TRW`.
#[must_use]
pub fn write(random: &[u8; CODE_LEN]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(CODE_LEN + 2));
    for (place, byte) in random.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(byte & 31)]));
    }
    text
}

/// The twelve characters of what was typed, without groups, or `None` if it is no code.
#[must_use]
pub fn read(typed: &str) -> Option<Zeroizing<[u8; CODE_LEN]>> {
    let mut code = Zeroizing::new([0; CODE_LEN]);
    let mut places = code.iter_mut();
    for letter in typed.chars() {
        if letter.is_whitespace() || letter == '-' {
            continue;
        }
        let upper = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let byte = u8::try_from(upper).ok()?;
        *places.next()? = ALPHABET.contains(&byte).then_some(byte)?;
    }
    places.next().is_none().then_some(code)
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    // XAM-11: a printed code can be typed as people type.
    #[test]
    fn a_code_is_read_as_it_was_meant() {
        let code = write(&[0, 1, 31, 63, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(code.as_str(), "01ZZ-5678-9ABC");
        let plain = read(&code).unwrap();
        assert_eq!(plain.as_ref(), b"01ZZ56789ABC");
        assert_eq!(read(" o1zz 5678 9abc ").unwrap(), plain);
        assert_eq!(read("0Lzz56789abc").unwrap(), plain);
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in [
            "",
            "123456",
            "01ZZ-5678-9AB",
            "01ZZ-5678-9ABCD",
            "01ZZ-5678-9AB!",
            "０１ZZ-5678-9ABC",
            "U1ZZ-5678-9ABC",
        ] {
            assert!(read(typed).is_none(), "{typed}");
        }
    }
}
