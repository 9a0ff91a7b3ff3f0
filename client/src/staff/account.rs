//! Making an account: keys and account secret are made where the person sits, and leave only sealed.

use protocol::api::StaffPublicKeys;
use protocol::encoding::FixedBytes;
use protocol::id::{SchoolId, StaffId};
use protocol::kdf::{StretchError, Stretching, derive_stretched};
use protocol::keys::StaffSecret;
use protocol::kit::write_account;
use protocol::vault::{AccountSecret, StaffKeys};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// Keys of a person start with this count of replacements.
const FIRST_EPOCH: u32 = 1;

/// What the server stores of an account, and what only the person gets.
pub struct NewAccount {
    pub salt: FixedBytes<16>,
    pub auth: FixedBytes<32>,
    pub vault: Vec<u8>,
    /// Of the keys in the vault. Whoever never reads does not publish them.
    pub public_keys: StaffPublicKeys,
    /// To print; shown once.
    pub account_secret: Zeroizing<String>,
    pub secret: StaffSecret,
}

/// What an account begins with, before its password is stretched.
pub struct Beginning {
    /// To stretch the password with.
    pub salt: [u8; 16],
    account_secret: AccountSecret,
}

impl Beginning {
    /// A fresh salt and a fresh account secret.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        Self {
            salt,
            account_secret: AccountSecret::make(rng),
        }
    }

    /// Makes keys and locks them under account secret and stretched password.
    pub fn finish(
        self,
        school: SchoolId,
        staff: StaffId,
        stretched: &[u8; 32],
        rng: &mut impl CryptoRng,
    ) -> NewAccount {
        let keys = StaffKeys::from_stretched(stretched, &self.account_secret, staff);
        let secret = StaffSecret::make(rng);
        NewAccount {
            salt: FixedBytes(self.salt),
            auth: FixedBytes(**keys.auth()),
            vault: keys.seal(&secret, staff, FIRST_EPOCH, rng),
            public_keys: secret.public(school, staff),
            account_secret: write_account(&self.account_secret),
            secret,
        }
    }
}

/// Makes keys and locks them under password and a fresh account secret, all at once.
pub fn make_account(
    school: SchoolId,
    staff: StaffId,
    password: &str,
    rng: &mut impl CryptoRng,
) -> Result<NewAccount, StretchError> {
    let beginning = Beginning::make(rng);
    let stretched = derive_stretched(password.as_bytes(), &beginning.salt, Stretching::STAFF)?;
    Ok(beginning.finish(school, staff, &stretched, rng))
}

/// A sign-in name: 2 to 40 of `a-z`, `0-9`, `.` and `-`.
#[must_use]
pub fn is_user(user: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
    (2..=40).contains(&user.len()) && user.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::is_user;

    #[test]
    fn names_are_plain() {
        assert!(is_user("p.kaur"));
        assert!(!is_user("P.Kaur"));
        assert!(!is_user("p"));
        assert!(!is_user("p kaur"));
        assert!(!is_user(&"a".repeat(41)));
    }
}
