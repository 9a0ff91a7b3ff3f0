//! The end of a founding: the school, its accounts, its first list and the log's word on it, in one transaction.

use protocol::api::{Role, SchoolSettings, SignedDirectory, StaffState, StaffView};
use protocol::day::Day;
use protocol::directory::{Known, verify};
use protocol::encoding::Bytes;
use protocol::id::StaffId;
use protocol::keys::KemPublic;
use zeroize::Zeroizing;

use super::Founding;
use super::people::{Founder, Joined};
use crate::app::App;
use crate::import::{self, Into as Ground, Parts};
use crate::log_keeper::Recorded;
use crate::problem::{ApiError, Problem};
use crate::settings;
use crate::store::{NewStaff, School, Transaction};

/// Longest random wait of a report that is not urgent, as every school starts.
const DELAY_MINUTES: u32 = 30;

/// What a founding was about, taken out of it.
pub struct Whole {
    school: School,
    settings: SchoolSettings,
    signed: SignedDirectory,
    accounts: Vec<NewStaff>,
    public_keys: Vec<Bytes>,
    /// Time steps of the codes that were shown when joining.
    steps: Vec<(StaffId, u64)>,
}

impl Founding {
    /// Takes everything out of it but that it is done.
    pub fn close(&mut self, app: &App) -> Result<Whole, ApiError> {
        let settings = self.settings.take().ok_or(Problem::Conflict)?;
        let signed = self.proposed.take().ok_or(Problem::Conflict)?;
        let mut whole = Whole {
            school: School {
                id: self.school,
                slug: self.slug.clone(),
                name: settings.name.clone(),
                demo: false,
                region: settings.region.clone(),
                host: None,
                calendar: settings::check(&settings)?,
                publication_delay_minutes: DELAY_MINUTES,
            },
            settings,
            signed,
            accounts: Vec::new(),
            public_keys: Vec::new(),
            steps: Vec::new(),
        };
        for founder in &mut self.founders {
            let joined = founder.joined.take().ok_or(Problem::Conflict)?;
            whole.steps.push((founder.staff, joined.step));
            let account = whole.account(app, founder, joined);
            let keys = account.view.public_keys.as_ref();
            whole.public_keys.extend(keys.map(|keys| keys.kem.clone()));
            whole.accounts.push(account);
            founder.secret = Bytes(Vec::new());
        }
        self.founded = true;
        Ok(whole)
    }
}

impl Whole {
    fn account(&self, app: &App, founder: &Founder, joined: Joined) -> NewStaff {
        let public = joined.keys.public_keys;
        let key = public
            .as_ref()
            .and_then(|keys| KemPublic::from_bytes(&keys.kem.0).ok());
        let second_factor = app.server_key.seal_second_factor(
            self.school.id,
            founder.staff,
            &founder.secret.0,
            &mut app.randomness.make_rng(),
        );
        NewStaff {
            view: StaffView {
                staff: founder.staff,
                school: self.school.id,
                name: founder.name.clone(),
                place: founder.place.clone(),
                user: joined.user,
                role: founder.role,
                admin: founder.role == Role::Admin,
                key: key.as_ref().map(KemPublic::id),
                public_keys: public,
                state: StaffState::Active,
            },
            salt: joined.salt.0,
            verifier: Zeroizing::new(joined.verifier),
            vault: joined.vault.0,
            second_factor,
        }
    }

    /// Keeps it. Nothing is there before this transaction commits.
    pub async fn keep(
        &self,
        app: &App,
        transaction: &mut Transaction,
    ) -> Result<Recorded, ApiError> {
        let now = app.now();
        let verified = verify(&self.signed, &Known::default(), Day(now.day()))
            .map_err(|_| Problem::BadSignature)?;
        let ground = Ground {
            database: &app.database,
            server_key: &app.server_key,
            log: &app.log,
            now,
            randomness: &app.randomness,
        };
        let parts = Parts {
            school: &self.school,
            directory: &self.signed,
            public_keys: &self.public_keys,
            accounts: &self.accounts,
            contacts: Some(&self.settings.contacts),
        };
        let recorded = import::keep(transaction, &parts, &verified, &ground)
            .await
            .map_err(|error| ApiError::from(Problem::Conflict).with_detail(error.to_string()))?;
        for (staff, step) in &self.steps {
            // As with an invitation: the code shown when joining is good for one first sign-in.
            transaction
                .use_code_step(self.school.id, *staff, step.saturating_sub(1))
                .await?;
        }
        Ok(recorded)
    }
}
