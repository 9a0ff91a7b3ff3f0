//! A server in memory: a fresh database, a clock moved by hand, seeded randomness.

use std::sync::Arc;

use axum::Router;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use server::clock::{Clock, Moment, MovableClock};
use server::config::Settings;
use server::log_keeper::LogKeeper;
use server::randomness::Randomness;
use server::server_key::ServerKey;
use server::site::{File, Site};
use server::store::{Database, On, Transaction};
use server::{App, Parts};

use crate::database::Fresh;

/// Saturday 21 November 2026, 20:00 UTC.
pub const EVENING: Moment = Moment::from_seconds(1_795_291_200);
pub const ORIGIN: &str = "test.example/log";

pub const PAGE: File = File {
    path: "/index.html",
    bytes: b"<!doctype html><title>pupil</title>",
    brotli: Some(b"pretend this is brotli"),
    sha256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
    kind: "text/html; charset=utf-8",
    immutable: false,
};
pub const STAFF_PAGE: File = File {
    path: "/staff.html",
    bytes: b"<!doctype html><title>staff</title>",
    ..PAGE
};
pub const KEPT_PAGE: File = File {
    path: "/kept.html",
    bytes: b"<!doctype html><title>kept</title>",
    ..PAGE
};
pub const ASSET: File = File {
    path: "/assets/reporter.1234.js",
    bytes: b"export {}",
    brotli: None,
    kind: "text/javascript; charset=utf-8",
    immutable: true,
    ..PAGE
};

pub struct World {
    pub app: App,
    pub router: Router,
    pub clock: Arc<MovableClock>,
    pub database: Database,
    pub server_key: ServerKey,
}

impl World {
    pub fn new(fresh: &Fresh) -> Self {
        Self::with(fresh, Settings::default())
    }

    pub fn with(fresh: &Fresh, settings: Settings) -> Self {
        Self::over(fresh.database.clone(), settings)
    }

    /// A server over a database that was opened by hand.
    pub fn over(database: Database, settings: Settings) -> Self {
        let site = Site::from_files(&[PAGE, STAFF_PAGE, KEPT_PAGE, ASSET]);
        Self::serving(database, settings, site)
    }

    /// A server of this site.
    pub fn serving(database: Database, settings: Settings, site: Site) -> Self {
        let clock = Arc::new(MovableClock::at(EVENING));
        let server_key = ServerKey::from_bytes([7; 32]);
        let app = App::new(Parts {
            settings,
            clock: Arc::<MovableClock>::clone(&clock),
            randomness: Randomness::from_rng(rng(99)),
            database: database.clone(),
            server_key: server_key.clone(),
            log: keeper(&server_key),
            site,
            place: None,
        });
        Self {
            router: app.router(),
            app,
            clock,
            database,
            server_key,
        }
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    pub fn timestamp(&self) -> protocol::day::Timestamp {
        protocol::day::Timestamp(self.now().seconds())
    }

    /// Rows of every table and the newest checkpoint: what a refused request must leave as it was.
    pub async fn state(&self) -> (Vec<(String, u64)>, String) {
        let rows = self.database.row_counts().await.unwrap();
        let mut transaction = self.database.read().await.unwrap();
        let checkpoint = keeper(&self.server_key)
            .checkpoint(&mut transaction)
            .await
            .unwrap();
        (rows, checkpoint)
    }

    pub async fn rows(&self, table: &str) -> u64 {
        let rows = self.database.row_counts().await.unwrap();
        rows.iter().find(|(name, _)| name == table).unwrap().1
    }
}

pub fn keeper(server_key: &ServerKey) -> LogKeeper {
    LogKeeper::new(server_key.derive_log_key(), ORIGIN).unwrap()
}

pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// Runs a statement that the store has no word for.
pub async fn run(tx: &mut Transaction, text: String) {
    let query = sqlx::AssertSqlSafe(text.as_str());
    match &mut tx.on {
        On::Sqlite(tx) => drop(sqlx::query(query).execute(&mut **tx).await.unwrap()),
        On::Postgres(tx) => drop(sqlx::query(query).execute(&mut **tx).await.unwrap()),
    }
}
