//! The three founders: named by whoever has the console's link, joined by themselves.

use protocol::api::{FounderKeys, FounderView, Role};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::founding;
use protocol::id::{Hash, StaffId, VerifyingKeyBytes};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::Founding;
use crate::problem::{ApiError, Problem};
use crate::second_factor;

/// One of the three, as kept while they come together.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Founder {
    pub staff: StaffId,
    pub token: Hash,
    pub name: String,
    pub place: String,
    pub role: Role,
    /// Of the code generator.
    pub secret: Bytes,
    pub joined: Option<Joined>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Joined {
    pub user: String,
    pub salt: FixedBytes<16>,
    pub verifier: String,
    pub vault: Bytes,
    pub keys: FounderKeys,
    pub step: u64,
}

/// A founder as named.
pub struct Named {
    /// The account to be.
    pub staff: StaffId,
    /// Hash of their link's token.
    pub token: Hash,
    /// Name as pupils will see it.
    pub name: String,
    /// Where pupils find them.
    pub place: String,
    /// Of the code generator.
    pub secret: Bytes,
}

/// A founder's account, checked, before it is kept.
pub struct Account {
    /// Sign-in name.
    pub user: String,
    /// Argon2id salt of the password.
    pub salt: FixedBytes<16>,
    /// Argon2id of the sign-in secret, PHC text.
    pub verifier: Zeroizing<String>,
    /// Sealed keys.
    pub vault: Bytes,
    /// Public halves.
    pub keys: FounderKeys,
    /// Time step of the code that was shown.
    pub step: u64,
}

impl Founder {
    pub fn new(named: Named, role: Role) -> Self {
        Self {
            staff: named.staff,
            token: named.token,
            name: named.name,
            place: named.place,
            role,
            secret: named.secret,
            joined: None,
        }
    }

    pub fn root_key(&self) -> Option<VerifyingKeyBytes> {
        self.joined.as_ref().map(|joined| joined.keys.root_key)
    }

    /// The address of the second factor, for whoever has no account yet.
    pub fn otpauth(&self, school: &str) -> Option<String> {
        let waits = self.joined.is_none();
        waits.then(|| second_factor::otpauth(&self.secret.0, &self.name, school))
    }

    pub fn view(&self) -> FounderView {
        FounderView {
            staff: self.staff,
            name: self.name.clone(),
            place: self.place.clone(),
            role: self.role,
            keys: self.joined.as_ref().map(|joined| joined.keys.clone()),
        }
    }
}

impl Drop for Founder {
    fn drop(&mut self) {
        self.secret.0.zeroize();
    }
}

impl Founding {
    /// The secret of a founder's code generator.
    pub fn secret(&self, place: usize) -> Result<Zeroizing<Vec<u8>>, ApiError> {
        let founder = self.founders.get(place).ok_or(Problem::Refused)?;
        Ok(Zeroizing::new(founder.secret.0.clone()))
    }

    /// Whether this founder joined with these very keys: the answer got lost, and nothing is left to do.
    #[must_use]
    pub fn has_joined_with(&self, place: usize, user: &str, keys: &FounderKeys) -> bool {
        let founder = self.founders.get(place);
        let joined = founder.and_then(|one| one.joined.as_ref());
        joined.is_some_and(|joined| joined.user == user && joined.keys == *keys)
    }

    /// Takes a founder's account. Once: keys that colleagues may have compared do not change under them.
    pub fn join(&mut self, place: usize, account: &Account) -> Result<(), ApiError> {
        let founder = self.founders.get(place).ok_or(Problem::Refused)?;
        if self.founded || founder.joined.is_some() {
            return Err(ApiError::from(Problem::Conflict)
                .with_detail("Keys were made with this link before. They do not change."));
        }
        let who = (self.school, founder.staff, founder.role);
        founding::check(who, &account.keys).map_err(|_| Problem::BadSignature)?;
        let mut others = self.founders.iter().filter_map(|one| one.joined.as_ref());
        if others.clone().any(|other| other.user == account.user) {
            return Err(Problem::NameTaken.into());
        }
        // Two founders with one key would be one signature for both.
        if others.any(|other| other.keys.root_key == account.keys.root_key) {
            return Err(Problem::BadSignature.into());
        }
        let founder = self.founders.get_mut(place).ok_or(Problem::Refused)?;
        founder.joined = Some(Joined {
            user: account.user.clone(),
            salt: account.salt,
            verifier: account.verifier.to_string(),
            vault: account.vault.clone(),
            keys: account.keys.clone(),
            step: account.step,
        });
        Ok(())
    }
}
