//! The real server in this process, with a clock that is moved by hand.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use protocol::day::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use server::clock::{Moment, MovableClock};
use server::config::Settings;
use server::data_folder::DataFolder;
use server::import::{self, Bundle};
use server::log_keeper::LogKeeper;
use server::randomness::Randomness;
use server::server_key::ServerKey;
use server::shred::Shreds;
use server::site::Site;
use server::store::{Database, Location};
use server::{App, Parts};
use tokio::sync::Mutex;

use crate::fault::{During, Fault, Needed};
use crate::transport::InMemory;

/// The name `sotto serve` uses when it is not told another.
const LOG_ORIGIN: &str = "sotto.local/log";

/// A server and its clock.
pub struct World {
    app: App,
    clock: Arc<MovableClock>,
    router: Router,
    rng: Mutex<ChaCha20Rng>,
}

impl World {
    /// Opens data folder and database, making what is not there. The same seed makes the same keys.
    pub async fn open(
        data: &Path,
        database: Option<&str>,
        begins: Timestamp,
        seed: [u8; 32],
    ) -> Result<Self, Fault> {
        let mut rng = ChaCha20Rng::from_seed(seed);
        let folder = DataFolder::open(data).during("opening the data folder")?;
        let server_key =
            ServerKey::load_or_make(&folder, &mut rng).during("making the server's key")?;
        let location = Location::parse(database, folder.path()).during("reading --database")?;
        let shreds =
            Location::shred(None, &location, folder.path()).during("reading --database")?;
        let mut shred_seed = [0; 32];
        rng.fill_bytes(&mut shred_seed);
        let shreds = Shreds::open(
            &shreds,
            Randomness::from_rng(ChaCha20Rng::from_seed(shred_seed)),
        )
        .await
        .during("opening the shred store")?;
        let database = Database::open(&location, shreds)
            .await
            .during("opening the database")?;
        let log =
            LogKeeper::new(server_key.derive_log_key(), LOG_ORIGIN).needed("a name for the log")?;
        let clock = Arc::new(MovableClock::at(Moment::from_seconds(begins.0)));
        let mut server_seed = [0; 32];
        rng.fill_bytes(&mut server_seed);
        let app = App::new(Parts {
            settings: Settings::default(),
            clock: clock.clone(),
            randomness: Randomness::from_rng(ChaCha20Rng::from_seed(server_seed)),
            database,
            server_key,
            log,
            site: Site::embedded(),
            place: None,
        });
        let router = app.router();
        Ok(Self {
            app,
            clock,
            router,
            rng: Mutex::new(rng),
        })
    }

    /// The server behind the router.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// A way to the server.
    #[must_use]
    pub fn transport(&self) -> InMemory {
        InMemory(self.router.clone())
    }

    /// Randomness of its own for one person.
    pub async fn make_rng(&self) -> ChaCha20Rng {
        let mut seed = [0; 32];
        self.rng.lock().await.fill_bytes(&mut seed);
        ChaCha20Rng::from_seed(seed)
    }

    /// What the server's clock shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp(self.app.now().seconds())
    }

    /// Moves the clock.
    pub fn set(&self, now: Timestamp) {
        self.clock.set(Moment::from_seconds(now.0));
    }

    /// Brings in a school, as `sotto school import` does.
    pub async fn import(&self, bundle: &Bundle) -> Result<(), Fault> {
        let into = import::Into {
            database: &self.app.parts.database,
            server_key: &self.app.parts.server_key,
            log: &self.app.parts.log,
            now: self.app.now(),
            randomness: &self.app.parts.randomness,
        };
        import::import(bundle, &into)
            .await
            .during("importing the school")
    }

    /// Closes the database, so that everything is in its file.
    pub async fn close(self) {
        self.app.parts.database.close().await;
    }
}
