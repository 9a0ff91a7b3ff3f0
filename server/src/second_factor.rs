//! One-time codes of the second factor (RFC 6238): six digits, thirty seconds, one step of tolerance.
//!
//! Promise: a code is compared in constant time and tells which step it belongs to, so that the caller can
//! refuse a step a second time. Only the sealed secret is ever stored.

use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::clock::Moment;

/// Bytes of a fresh secret (RFC 4226 recommends 160 bits).
pub const SECRET_LEN: usize = 20;

/// The step a code belongs to, if it is good now.
#[must_use]
pub fn check(secret: &[u8], code: &str, now: Moment) -> Option<u64> {
    let six_digits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    // The work is done for a malformed code as well.
    let step = generator(secret).check(if six_digits { code } else { "000000" }, now.seconds());
    step.filter(|_| six_digits)
}

/// `otpauth://` address of a secret, for a QR code.
#[must_use]
pub fn otpauth(secret: &[u8], name: &str, school: &str) -> String {
    let secret = Secret::from(secret).to_base32();
    let (name, issuer) = (escape(name), escape(&format!("Sotto {school}")));
    format!("otpauth://totp/{issuer}:{name}?secret={secret}&issuer={issuer}")
}

/// SHA-1 because authenticator apps silently fall back to it; its collisions do not matter to HMAC.
fn generator(secret: &[u8]) -> Totp {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(secret)
        .build_noncompliant()
}

/// Percent-encoding of everything but RFC 3986 unreserved characters.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238 appendix B, the last six of eight digits.
    #[test]
    fn vectors_of_the_rfc() {
        let secret = b"12345678901234567890";
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(
                check(secret, code, Moment::from_seconds(second)),
                Some(second / 30)
            );
            assert_eq!(check(secret, code, Moment::from_seconds(second + 90)), None);
        }
    }

    #[test]
    fn only_six_digits_are_a_code() {
        let now = Moment::from_seconds(59);
        for code in ["", "28708", "2870820", "28708a", "２８７０８２", "287 82"] {
            assert_eq!(check(b"12345678901234567890", code, now), None);
        }
    }

    #[test]
    fn the_address_survives_odd_names() {
        let address = otpauth(&[0; 20], "Ms Kaur & Co", "St John's");
        assert!(
            address.starts_with(
                "otpauth://totp/Sotto%20St%20John%27s:Ms%20Kaur%20%26%20Co?secret=AAAA"
            )
        );
    }
}
