//! Signing in: password and account secret become a sign-in secret for the server and a key that only opens here.

use protocol::api::{SaltAnswer, SaltRequest, SignInAnswer, SignInRequest};
use protocol::directory::KeyStatus;
use protocol::encoding::{FixedBytes, to_base64url};
use protocol::kdf::Stretching;
use protocol::kit::read_account;
use protocol::vault::StaffKeys;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::board::Told;
use super::log::LogWatch;
use super::message::{Answer, Failure, Me, Stage};
use super::own_sign_in::{SecondFactor, second_factor};
use super::session::{Desk, Session};
use crate::call::{self, Once};
use crate::transport::{Method, Transport};

/// Stretches an adult's password, wherever the transport has the memory for it.
pub(super) async fn stretch<T: Transport>(
    transport: &T,
    password: &str,
    salt: &[u8; 16],
) -> Result<Zeroizing<[u8; 32]>, Failure> {
    let work = Stretching::STAFF;
    let stretched = transport.stretch(password.as_bytes(), salt, work).await;
    stretched.map_err(|_| Failure::Broken)
}

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// Proves who this is and unlocks their keys. Which of name, password, kit or code was wrong is never said.
    pub(super) async fn sign_in(
        &mut self,
        user: &str,
        password: &str,
        account_secret: &str,
        factor: SecondFactor<'_>,
        stage: &mut dyn FnMut(Stage),
    ) -> Result<Me, Failure> {
        self.set_desk(None);
        let kit = read_account(account_secret).map_err(|_| Failure::BadSecret)?;
        let user = user.trim().to_lowercase();
        let base = ["/api/v1/schools/", &self.school()?.slug, "/sign-in"].concat();
        let salt: SaltAnswer = call::send(
            &self.transport,
            Method::Post,
            None,
            [&base, "/salt"].concat(),
            &SaltRequest { user: user.clone() },
        )
        .await?;

        stage(Stage::Stretching);
        let stretched = stretch(&self.transport, password, &salt.salt.0).await?;
        let keys = StaffKeys::from_stretched(&stretched, &kit, salt.staff);
        let request = SignInRequest {
            user,
            auth: FixedBytes(**keys.auth()),
            code: second_factor(factor.code),
            passkey: factor.passkey,
        };
        stage(Stage::Sending);
        // A code is good once: a lost answer must not cost it.
        let once = Once::make(&mut self.rng);
        let answer: SignInAnswer =
            call::send_once(&self.transport, None, base, &request, once).await?;
        let secret = keys
            .open(&answer.vault.0, salt.staff)
            .map_err(|_| Failure::SignInRefused)?;

        stage(Stage::Verifying);
        let note = call::get_text(&self.transport, "/api/v1/log/checkpoint".into()).await?;
        let token = Zeroizing::new(to_base64url(&answer.session.0));
        let news = self.news(&token, answer.told_version).await?;
        let school = self.school()?;
        let log = LogWatch::begin(&note, &school.directory().log_key)
            .map_err(|_| Failure::LogBroken { first: None })?;
        let key = secret.kem.public().id();
        let can_read = school
            .directory()
            .entry(&key)
            .is_some_and(|entry| entry.status != KeyStatus::Revoked && !school.is_withdrawn(key));
        let me = Me {
            staff: answer.staff.clone(),
            school_name: school.name.clone(),
            demo: school.demo,
            idle_seconds: answer.idle_seconds,
            directory_version: school.directory().version,
            can_read,
            news,
            last_day: answer.last_day,
        };
        self.set_desk(Some(Desk {
            token,
            me: answer.staff,
            secret,
            kit,
            log,
            cases: Vec::new(),
            walk: None,
            told: Told::default(),
        }));
        if me.news.is_empty() && answer.told_version < me.directory_version {
            // A first sign-in, or a version that only renews: there is nothing to show.
            self.told(me.directory_version).await?;
        }
        Ok(me)
    }

    /// Ends the session here whatever the server says to it.
    pub(super) async fn sign_out(&mut self) -> Answer {
        if let Ok(desk) = self.desk() {
            let token = desk.token.clone();
            let told = call::tell::<T, ()>(
                &self.transport,
                Method::Post,
                Some(&token),
                "/api/v1/sign-out".into(),
                None,
            );
            // Unreachable is no reason to keep keys: the server ends an idle session by itself.
            let _: Result<(), call::CallError> = told.await;
        }
        self.set_desk(None);
        Answer::SignedOut
    }
}
