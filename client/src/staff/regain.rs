//! Getting one's own keys back without being signed in: ask with fresh keys, come back, lock what colleagues gave.
//!
//! The new password and the new kit are chosen at asking, so that the fresh keys can wait, sealed, for as long as
//! colleagues need. Nothing is kept in the browser.

use protocol::api::{
    RecoveryAskAnswer, RecoveryAskRequest, RecoveryFinishRequest, RecoveryLookAnswer,
    RecoveryLookRequest, SaltAnswer, SaltRequest,
};
use protocol::day::Timestamp;
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use protocol::id::KeyId;
use protocol::keys::StaffSecret;
use protocol::kit::{read_account, write_account};
use protocol::recovery::ask::Ask;
use protocol::recovery::gift::Gift;
use protocol::recovery::{MOST_HOLDERS, Share, ShareSet, recover, sign_new_secrets};
use protocol::vault::{AccountSecret, StaffKeys};
use rand_core::CryptoRng;

use super::message::{Asked, Failure, Kit, Regained, Stage};
use super::recovery::{able, make_set, verified, words_of};
use super::session::Session;
use super::sign_in::stretch;
use super::weak::check_password;
use crate::call;
use crate::school::KnownSchool;
use crate::transport::{Method, Transport};

/// Keys locked anew start this count of replacements again: it names the lock, not the keys.
const EPOCH: u32 = 1;

/// What somebody types who comes back for their keys.
pub struct ComingBack<'a> {
    pub user: &'a str,
    /// The new one.
    pub password: &'a str,
    /// The new kit's.
    pub account_secret: &'a str,
    pub code: &'a str,
    /// The old kit's, if it is at hand: it counts as one share.
    pub old_secret: &'a str,
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Asks for one's keys back, under a new password and a new kit.
    pub(super) async fn ask_recovery(
        &mut self,
        user: &str,
        password: &str,
        code: &str,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Asked, Failure> {
        let user = user.trim().to_lowercase();
        let account = self.account_salt(&user).await?;
        check_password(password, &user, account.password_rule)?;
        stage(Stage::Stretching);
        let secret = AccountSecret::make(&mut self.rng);
        let staff = account.staff;
        let stretched = stretch(&self.transport, password, &account.salt.0).await?;
        let keys = StaffKeys::from_stretched(&stretched, &secret, staff);
        let fresh = StaffSecret::make(&mut self.rng);
        let school = self.school()?;
        let place = (school.directory().school, staff);
        let ask = Ask::make(place, &fresh, now.hour());
        let account_secret = write_account(&secret);
        let kit = Kit {
            name: user.clone(),
            link: [
                "/s/",
                &school.slug,
                "/staff#kit=",
                &account_secret,
                "&user=",
                &user,
            ]
            .concat(),
            user: user.clone(),
            account_secret: account_secret.to_string(),
            key: None,
            key_words: Vec::new(),
            fingerprint: to_base64url(&school.verified().root().fingerprint().0),
        };
        let path = self.regain_path("");
        let request = RecoveryAskRequest {
            user,
            code: digits(code),
            ask: Bytes(ask.encode()),
            auth: FixedBytes(**keys.auth()),
            vault: Bytes(keys.seal(&fresh, staff, EPOCH, &mut self.rng)),
        };
        stage(Stage::Sending);
        let answer: RecoveryAskAnswer =
            call::send(&self.transport, Method::Post, None, path?, &request).await?;
        Ok(Asked {
            words: words_of(&ask),
            ends_hour: answer.ends_hour,
            kit,
        })
    }

    /// Looks what colleagues gave, and if it is enough locks the keys under the new password and kit.
    pub(super) async fn come_back(
        &mut self,
        typed: ComingBack<'_>,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Regained, Failure> {
        let user = typed.user.trim().to_lowercase();
        let secret = read_account(typed.account_secret).map_err(|_| Failure::BadSecret)?;
        let old = match typed.old_secret.trim() {
            "" => None,
            old => Some(read_account(old).map_err(|_| Failure::BadSecret)?),
        };
        let account = self.account_salt(&user).await?;
        stage(Stage::Stretching);
        let staff = account.staff;
        let stretched = stretch(&self.transport, typed.password, &account.salt.0).await?;
        let keys = StaffKeys::from_stretched(&stretched, &secret, staff);
        let auth = FixedBytes(**keys.auth());
        let request = RecoveryLookRequest {
            user: user.clone(),
            code: digits(typed.code),
            auth,
        };
        stage(Stage::Sending);
        let path = self.regain_path("/look")?;
        let answer: RecoveryLookAnswer =
            call::send(&self.transport, Method::Post, None, path, &request).await?;

        stage(Stage::Verifying);
        let fresh = keys
            .open(&answer.vault.0, staff)
            .map_err(|_| Failure::SignInRefused)?;
        let ask = Ask::decode(&answer.ask.0).map_err(|_| Failure::Broken)?;
        let school = self.school()?;
        // Shares are those that the owner of the account signed, or they are nobody's.
        let set = verified(school, &answer.set.0)
            .filter(|set| set.staff() == staff)
            .ok_or(Failure::Broken)?;
        let given: Vec<Share> = answer
            .gifts
            .iter()
            .filter_map(|bytes| {
                Gift::decode(&bytes.0)
                    .ok()?
                    .open(&set, &ask, &fresh.kem)
                    .ok()
            })
            .collect();
        let count = u32::try_from(given.len()).unwrap_or(u32::MAX);
        let kit_share = old.and_then(|old| set.open_kit_share(&old).ok());
        let shares: Vec<Share> = given.into_iter().chain(kit_share).collect();
        let copy = answer.copy.map_or_else(Vec::new, |copy| copy.0);
        let Ok(own) = recover(&set, &copy, &shares) else {
            return Ok(Regained::Waiting {
                given: count,
                words: words_of(&ask),
                ends_hour: answer.ends_hour,
            });
        };

        stage(Stage::Sealing);
        let place = (school.directory().school, staff);
        let vault = keys.seal(&own, staff, EPOCH, &mut self.rng);
        let signature = sign_new_secrets(&own.signing, place, &ask.id(), &auth.0, &vault);
        // The old shares know the old kit: new ones go with the new kit.
        let school = self.school()?;
        let to = same_or_others(school, &set)?;
        let rng = &mut self.rng;
        let school = self.school.as_ref().ok_or(Failure::Broken)?;
        let shares = make_set(school, place, &own, &to, &secret, now, rng)?;
        let request = RecoveryFinishRequest {
            user,
            auth,
            vault: Bytes(vault),
            signature,
            shares,
        };
        stage(Stage::Sending);
        let path = self.regain_path("/finish")?;
        call::tell(&self.transport, Method::Post, None, path, Some(&request)).await?;
        Ok(Regained::Done)
    }

    async fn account_salt(&self, user: &str) -> Result<SaltAnswer, Failure> {
        let path = ["/api/v1/schools/", &self.school()?.slug, "/sign-in/salt"].concat();
        let request = SaltRequest { user: user.into() };
        Ok(call::send(&self.transport, Method::Post, None, path, &request).await?)
    }

    fn regain_path(&self, end: &str) -> Result<String, Failure> {
        Ok(["/api/v1/schools/", &self.school()?.slug, "/recovery", end].concat())
    }
}

/// Those who held the old shares and still may; filled up with others when they are too few.
fn same_or_others(school: &KnownSchool, set: &ShareSet) -> Result<Vec<KeyId>, Failure> {
    let mut able: Vec<KeyId> = able(school, &set.key())?
        .iter()
        .map(protocol::keys::KemPublic::id)
        .collect();
    // `false` sorts first: who held one before comes first.
    able.sort_by_key(|key| !set.holders().contains(key));
    let wanted = set.holders().len().min(MOST_HOLDERS);
    able.truncate(wanted);
    Ok(able)
}

fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}
