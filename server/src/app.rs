//! The application: everything a handler may reach, and the two routers made from it.
//!
//! Promise: time and randomness come from outside, so a test or the demo can run a year in a second and twice
//! the same. The only way to data is a `Transaction` of the database held here.

use std::sync::Arc;

use axum::Router;
use protocol::api::PasswordRule;
use protocol::id::{Hash, SchoolId};

use crate::argon::SlowHash;
use crate::budget::Budgets;
use crate::check::Place;
use crate::clock::{Clock, Moment};
use crate::config::Settings;
use crate::crowd::Crowd;
use crate::gate::Gate;
use crate::intake::Intake;
use crate::log_keeper::{Act, LogKeeper};
use crate::moves::Moves;
use crate::opening::OpenSchools;
use crate::patience::Patience;
use crate::problem::{ApiError, Problem};
use crate::randomness::Randomness;
use crate::register::Register;
use crate::replay::ReplayGuard;
use crate::reserve::Reserve;
use crate::router;
use crate::server_key::ServerKey;
use crate::site::Site;
use crate::store::{Database, StoreError, Transaction, trouble};
use crate::wrong_tries::Unwritten;

/// What an application is made of.
pub struct Parts {
    /// Limits and switches.
    pub settings: Settings,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub randomness: Randomness,
    /// Data.
    pub database: Database,
    /// The server's own secret: gateway keys, second factors at rest, decoys.
    pub server_key: ServerKey,
    /// Appends to the audit log and signs its checkpoints.
    pub log: LogKeeper,
    /// The static site.
    pub site: Site,
    /// Where it stands, when it is a program of its own.
    pub place: Option<Place>,
}

/// Handed to every handler; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts, and what lives in memory only.
pub struct Inner {
    /// What it was made of.
    pub parts: Parts,
    /// How much comes from where.
    pub crowd: Crowd,
    /// Puzzles and lanes in front of sealed requests.
    pub gate: Gate,
    /// What each school's day has brought.
    pub budgets: Budgets,
    /// Schools that were asked for a moment ago.
    pub register: Register,
    /// Nonces of sealed requests.
    pub replays: ReplayGuard,
    /// What pupils move to another device.
    pub moves: Moves,
    /// Seeds of puzzles that were answered.
    pub seeds: ReplayGuard,
    /// Wrong guesses at receipt codes.
    pub patience: Patience,
    /// Wrong tries of adults, at the door and inside.
    pub door: Patience,
    /// Wrong tries at adults' accounts that are not written down yet.
    pub wrong_tries: Unwritten,
    /// The slow hash of sign-in secrets, a few at a time.
    pub slow_hash: SlowHash,
    /// Space on the disk for what is urgent.
    pub reserve: Reserve,
    /// First reports on their way in.
    pub intake: Intake,
    /// Schools known to be open.
    pub open_schools: OpenSchools,
}

impl App {
    /// An application from its parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let door = match parts.settings.password_rule {
            PasswordRule::Length => Patience::default(),
            PasswordRule::Kinds => Patience::locking(),
        };
        Self(Arc::new(Inner {
            parts,
            door,
            crowd: Crowd::default(),
            gate: Gate::default(),
            budgets: Budgets::default(),
            register: Register::default(),
            replays: ReplayGuard::default(),
            moves: Moves::default(),
            seeds: ReplayGuard::default(),
            patience: Patience::default(),
            wrong_tries: Unwritten::default(),
            slow_hash: SlowHash::default(),
            reserve: Reserve::default(),
            intake: Intake::default(),
            open_schools: OpenSchools::default(),
        }))
    }

    /// What visitors reach.
    pub fn router(&self) -> Router {
        router::public(self)
    }

    /// What the people who run the machine reach.
    pub fn admin_router(&self) -> Router {
        router::admin(self)
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.parts.clock.now()
    }

    /// A transaction that reads.
    pub async fn read(&self) -> Result<Transaction, StoreError> {
        self.parts.database.read().await
    }

    /// A transaction that writes.
    pub async fn write(&self) -> Result<Transaction, StoreError> {
        self.parts.database.write().await
    }

    /// Records the one act of a transaction in a school's log, and commits both.
    pub async fn commit_act(
        &self,
        mut transaction: Transaction,
        school: SchoolId,
        act: &Act,
    ) -> Result<(), ApiError> {
        let mut rng = self.randomness.make_rng();
        let recorded = self
            .log
            .record(&mut transaction, school, act, &mut rng)
            .await?;
        Ok(self.log.commit(transaction, &recorded).await?)
    }

    /// A transaction for what can wait: refused while only the reserve is left on the disk (R14).
    pub async fn write_if_room(&self) -> Result<Transaction, ApiError> {
        self.refuse_without_room()?;
        Ok(self.write().await?)
    }

    /// Refuses what can wait while only the reserve is left on the disk (R14).
    pub fn refuse_without_room(&self) -> Result<(), ApiError> {
        if self.reserve.is_spent() {
            return Err(Problem::StorageFull.into());
        }
        Ok(())
    }

    /// What a session token is stored as.
    #[must_use]
    pub fn token_hash(label: &[u8], token: &[u8; 32]) -> Hash {
        use sha2::{Digest, Sha256};
        let hash = Sha256::new()
            .chain_update(label)
            .chain_update(token)
            .finalize();
        protocol::encoding::FixedBytes(hash.into())
    }

    /// Idle limit in whole minutes, as sessions are kept.
    #[must_use]
    pub fn idle_minutes(&self) -> u32 {
        self.parts.settings.session_idle_seconds.div_ceil(60)
    }
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::ops::Deref for Inner {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        if error.is_full() {
            tracing::error!("the disk is full: nothing is taken in but what is urgent");
            return ApiError::from(Problem::StorageFull);
        }
        if error.is_unavailable() {
            tracing::error!(error = %error, "the database cannot be reached or does not take a write");
            return ApiError::from(Problem::StorageUnavailable);
        }
        if error.is_busy() {
            tracing::warn!("the database is busy");
            return Problem::Busy.into();
        }
        if matches!(error, StoreError::KeyGone) {
            tracing::warn!("a case was asked for whose key is gone");
            return Problem::NotFound.into();
        }
        if error.is_damage() {
            tracing::error!(error = %error, "a request met damage");
            trouble::note_damage();
            return Problem::Damaged.into();
        }
        ApiError::internal(error)
    }
}
