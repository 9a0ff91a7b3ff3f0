//! The six digits a demo adult's phone would show. Only in a school where everything is made up.

use protocol::day::Timestamp;
use rand_core::CryptoRng;
use totp_rs::{Builder, Secret};

use super::message::{Answer, Failure};
use super::session::Session;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// RFC 6238 with its usual values, as the server checks them.
    pub(super) fn demo_code(&self, secret: &str, now: Timestamp) -> Result<Answer, Failure> {
        if !self.school()?.demo {
            return Err(Failure::Refused);
        }
        let code = code(secret, now).ok_or(Failure::BadSecret)?;
        Ok(Answer::DemoCode { code })
    }
}

/// The code of a second factor at a moment. `None` if the secret is not base32.
#[must_use]
pub fn code(secret: &str, now: Timestamp) -> Option<String> {
    let secret = Secret::try_from_base32(secret).ok()?;
    let totp = Builder::new().with_secret(secret).build().ok()?;
    Some(totp.generate(now.0).to_string())
}

#[cfg(test)]
mod tests {
    use super::code;
    use protocol::day::Timestamp;

    // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert_eq!(code(secret, Timestamp(59)).as_deref(), Some("287082"));
        assert_eq!(
            code(secret, Timestamp(1_111_111_109)).as_deref(),
            Some("081804")
        );
        assert_eq!(code("not base32!", Timestamp(59)), None);
    }
}
