//! Making an account: keys and account secret are made where the person sits, and leave only sealed.

use protocol::api::StaffPublicKeys;
use protocol::encoding::FixedBytes;
use protocol::id::{SchoolId, StaffId};
use protocol::kdf::{StretchError, Stretching};
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

/// Makes keys and locks them under password and a fresh account secret.
pub fn make_account(
    school: SchoolId,
    staff: StaffId,
    password: &str,
    rng: &mut impl CryptoRng,
) -> Result<NewAccount, StretchError> {
    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    let account_secret = AccountSecret::make(rng);
    let keys = StaffKeys::derive(password, &account_secret, staff, &salt, Stretching::STAFF)?;
    let secret = StaffSecret::make(rng);
    Ok(NewAccount {
        salt: FixedBytes(salt),
        auth: FixedBytes(**keys.auth()),
        vault: keys.seal(&secret, staff, FIRST_EPOCH, rng),
        public_keys: secret.public(school, staff),
        account_secret: write_account(&account_secret),
        secret,
    })
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
