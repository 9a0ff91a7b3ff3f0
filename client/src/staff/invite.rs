//! The invited person's first steps: look at the invitation, make keys here, accept, get the kit to print.

use protocol::api::{InviteAcceptRequest, InviteLookAnswer, InviteLookRequest};
use protocol::day::Timestamp;
use protocol::encoding::{Bytes, FixedBytes, from_base64url, to_base64url};
use rand_core::CryptoRng;

use super::account::{Beginning, is_user};
use super::adult::key_words;
use super::fault::field;
use super::message::{Failure, Invitation, Kit, Stage};
use super::session::Session;
use super::sign_in::stretch;
use super::weak::check_password;
use crate::call::{self, Once};
use crate::transport::{Method, Transport};

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// What the invitation is for.
    pub(super) async fn look_invite(
        &mut self,
        token: &str,
        now: Timestamp,
    ) -> Result<Invitation, Failure> {
        let request = InviteLookRequest {
            token: parse_token(token)?,
        };
        let path = "/api/v1/invites/look".into();
        let answer: InviteLookAnswer =
            call::send(&self.transport, Method::Post, None, path, &request).await?;
        self.enter_school(answer.slug.clone(), now).await?;
        let school = self.school()?;
        // An invitation to one school must not make keys for another.
        if school.directory().school != answer.school {
            return Err(Failure::Broken);
        }
        let invitation = Invitation {
            school_name: school.name.clone(),
            name: answer.name.clone(),
            role: answer.role,
            otpauth: answer.otpauth.clone(),
            password_rule: answer.password_rule,
        };
        self.invitation = Some(answer);
        Ok(invitation)
    }

    /// Makes the account. The kit is the only copy of the account secret.
    pub(super) async fn accept_invite(
        &mut self,
        token: &str,
        user: &str,
        password: &str,
        code: String,
        now: Timestamp,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Kit, Failure> {
        let user = user.trim().to_lowercase();
        if !is_user(&user) {
            return Err(field("user"));
        }
        if self.invitation.is_none() {
            self.look_invite(token, now).await?;
        }
        let invited = self.invitation.as_ref().ok_or(Failure::InviteExpired)?;
        check_password(password, &user, invited.password_rule)?;
        stage(Stage::Stretching);
        let beginning = Beginning::make(&mut self.rng);
        let stretched = stretch(&self.transport, password, &beginning.salt).await?;
        let (school, staff) = (invited.school, invited.staff);
        let account = beginning.finish(school, staff, &stretched, &mut self.rng);
        let reads = invited.role.reads();
        let request = InviteAcceptRequest {
            token: parse_token(token)?,
            user: user.clone(),
            salt: account.salt,
            auth: account.auth,
            vault: Bytes(account.vault),
            public_keys: reads.then_some(account.public_keys),
            code: code.chars().filter(char::is_ascii_digit).collect(),
        };
        stage(Stage::Sending);
        let path = "/api/v1/invites/accept".into();
        let once = Once::make(&mut self.rng);
        call::tell_once(&self.transport, None, path, &request, once).await?;
        let key = reads.then(|| account.secret.kem.public().id());
        let fingerprint = self.school()?.verified().root().fingerprint();
        let kit = Kit {
            name: invited.name.clone(),
            link: [
                "/s/",
                &invited.slug,
                "/staff#kit=",
                &account.account_secret,
                "&user=",
                &user,
            ]
            .concat(),
            user,
            account_secret: account.account_secret.to_string(),
            key,
            key_words: key
                .map(|key| key_words(&key, &account.secret.signing.public()))
                .unwrap_or_default(),
            fingerprint: to_base64url(&fingerprint.0),
        };
        self.invitation = None;
        Ok(kit)
    }
}

/// The token of a one-time link.
pub(super) fn parse_token(text: &str) -> Result<FixedBytes<32>, Failure> {
    let bytes = from_base64url(text.trim()).ok_or(Failure::InviteExpired)?;
    bytes
        .try_into()
        .map(FixedBytes)
        .map_err(|_| Failure::InviteExpired)
}
