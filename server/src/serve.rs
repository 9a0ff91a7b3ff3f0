//! `sotto serve`: opens everything, listens, and stops in order.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::accept::{self, Deadlines};
use crate::app::{App, Parts};
use crate::check::Place;
use crate::clock::SystemClock;
use crate::config::{Serve, Store};
use crate::data_classes::DataClasses;
use crate::data_folder::DataFolder;
use crate::founding::{self, ConsoleLink};
use crate::jobs;
use crate::log_keeper::LogKeeper;
use crate::logs;
use crate::no_dumps;
use crate::opening;
use crate::randomness::Randomness;
use crate::reserve;
use crate::scan;
use crate::server_key::ServerKey;
use crate::shred::Shreds;
use crate::site::Site;
use crate::store::{Database, Engine, Location, trouble};

/// Why a command could not run. Its text is for the person at the terminal.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Said when the name of the log cannot stand in a checkpoint.
pub const BAD_ORIGIN: &str = "--log-origin must not be empty or hold spaces or '+'";
/// The admin listener needs no more.
const ADMIN_CONNECTIONS: usize = 64;

/// How the program ends when the disk failed: `EX_IOERR` of sysexits.h. A supervisor starts it again.
const DISK_FAILED: u8 = 74;
/// Time for answers "no" on their way out; a stop after a failed sync is promised within 5 s (R13).
const TELL_THEM: Duration = Duration::from_millis(500);

/// Data folder, key and database of an installation.
pub struct Opened {
    /// The folder; holding it holds its lock.
    pub folder: DataFolder,
    /// The server's own secret.
    pub server_key: ServerKey,
    /// The data.
    pub database: Database,
    /// Where that is.
    pub location: Location,
    /// Where the keys of its cases are.
    pub shreds: Location,
    /// Fresh randomness.
    pub randomness: Randomness,
}

/// Opens data folder, key and database.
pub async fn open(store: &Store) -> Result<Opened, Failure> {
    open_in(DataFolder::open(&store.data)?, store).await
}

/// The same, with no server beside it: the folder is taken for as long as what was opened lives (R20).
pub async fn open_alone(store: &Store) -> Result<Opened, Failure> {
    let mut folder = DataFolder::open(&store.data)?;
    folder.lock()?;
    open_in(folder, store).await
}

async fn open_in(folder: DataFolder, store: &Store) -> Result<Opened, Failure> {
    let randomness = Randomness::system();
    let server_key = ServerKey::load_or_make(&folder, &mut randomness.make_rng())?;
    let url = store.database_url()?;
    let location = Location::parse(url.as_deref(), folder.path())?;
    let url = store.shred_url()?;
    let shreds = Location::shred(url.as_deref(), &location, folder.path())?;
    let keys = Shreds::open(&shreds, Randomness::system()).await?;
    let database = Database::open(&location, keys).await?;
    Ok(Opened {
        folder,
        server_key,
        database,
        location,
        shreds,
        randomness,
    })
}

impl Opened {
    /// Refuses a database that holds something nobody said the lifetime of (IMP-1).
    pub async fn refuse_unclassified(&self) -> Result<(), Failure> {
        let mut transaction = self.database.read().await?;
        let tables = transaction.tables().await?;
        Ok(DataClasses::built_in()?.check(&tables)?)
    }

    /// The keeper of this installation's log, once the database was found to extend the last signed checkpoint.
    pub async fn log_keeper(&self, store: &Store, origin: &str) -> Result<LogKeeper, Failure> {
        let keeper = self.unvouched_log_keeper(store, origin)?;
        keeper.vouch(&self.database).await?;
        Ok(keeper)
    }

    /// The same without that check, for those who settle what it would complain about.
    pub fn unvouched_log_keeper(&self, store: &Store, origin: &str) -> Result<LogKeeper, Failure> {
        let key = self.server_key.derive_log_key();
        let keeper = LogKeeper::new(key, origin).ok_or(BAD_ORIGIN)?;
        Ok(keeper.remembering(store.checkpoint_file(self.folder.path()))?)
    }
}

/// Runs until a signal.
pub async fn run(options: Serve) -> Result<ExitCode, Failure> {
    logs::start(options.log_format, options.log_level);
    no_dumps::turn_off();
    // The lock first: a second server must not even look at the database (R20).
    let mut folder = DataFolder::open(&options.store.data)?;
    folder.lock()?;
    let url = options.store.database_url()?;
    let _database_lock = match Location::parse(url.as_deref(), folder.path())? {
        Location::Sqlite(path) => Some(DataFolder::lock_database(&path)?),
        Location::Postgres(_) => None,
    };
    let opened = open_in(folder, &options.store).await?;
    let site = Site::embedded();
    if site.is_empty() {
        tracing::warn!(
            "this program was built without a site: pages answer 404; build it with `cargo xtask site`"
        );
    }
    opened.refuse_unclassified().await?;
    let log = opened
        .log_keeper(&options.store, &options.log.origin)
        .await?;
    let database = opened.database.clone();
    let public = TcpListener::bind(options.listen).await?;
    let admin = TcpListener::bind(options.admin_listen).await?;
    let place = Place {
        data: opened.folder.path().to_owned(),
        checkpoint_file: options.store.checkpoint_file(opened.folder.path()),
        database: opened.location,
        shreds: opened.shreds,
        listens: (public.local_addr()?, admin.local_addr()?),
    };
    let app = App::new(Parts {
        settings: options.settings(),
        clock: Arc::new(SystemClock),
        randomness: opened.randomness,
        log,
        server_key: opened.server_key,
        database: opened.database,
        site,
        place: Some(place),
    });
    if app.database.engine() == Engine::Sqlite {
        app.reserve
            .keep(opened.folder.path(), options.reserve_megabytes)?;
    }
    opening::log_earlier(&app)
        .await
        .map_err(|_| "the log could not be told which schools are open")?;
    let founding = founding_link(&app).await;
    // Before anyone is told that we listen: a signal must never meet the default of dying at once.
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    println!("listening on http://{}", public.local_addr()?);
    println!("admin on http://{}", admin.local_addr()?);
    if let Some(link) = &founding {
        tell_how_to_found(link, public.local_addr()?);
    }

    let (stop, stopped) = watch::channel(false);
    let connections = usize::try_from(options.connections)?;
    let deadlines = Deadlines::default();
    let public = tokio::spawn(accept::serve(
        public,
        app.router(),
        deadlines,
        connections,
        stopped.clone(),
    ));
    let admin = tokio::spawn(accept::serve(
        admin,
        app.admin_router(),
        deadlines,
        ADMIN_CONNECTIONS,
        stopped.clone(),
    ));
    let reserve = tokio::spawn(reserve::run(app.clone(), stopped.clone()));
    let scan = tokio::spawn(scan::run(app.clone(), stopped.clone()));
    let jobs = tokio::spawn(jobs::run(app, stopped));
    tell_systemd(&[sd_notify::NotifyState::Ready]);

    let mut trouble = trouble::follow();
    let mut ends_well = true;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
        _ = trouble.wait_for(|trouble| trouble.sync_failed) => ends_well = false,
    }
    if !ends_well {
        tracing::error!(
            "ALARM: the disk failed to keep what was written. Nothing more is acknowledged. Stopping; look at the \
             disk, then start again: everything acknowledged before is read back from it"
        );
        // Whoever is being answered is being told no. There is nothing to wait for, and nothing here to trust.
        stop.send_replace(true);
        tokio::time::sleep(TELL_THEM).await;
        return Ok(ExitCode::from(DISK_FAILED));
    }
    tracing::info!("stopping: answering what is in flight");
    tell_systemd(&[sd_notify::NotifyState::Stopping]);
    stop.send_replace(true);
    tokio::select! {
        _ = async { tokio::join!(public, admin, jobs, reserve, scan) } => {}
        _ = terminate.recv() => return Ok(ExitCode::from(130)),
        _ = interrupt.recv() => return Ok(ExitCode::from(130)),
    }
    database.close().await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// For a server without a school. All that is written is written before anyone is told that we listen.
async fn founding_link(app: &App) -> Option<ConsoleLink> {
    let made = founding::invite(app).await;
    if made.is_err() {
        tracing::warn!(
            "no link to found a school could be made; everything else runs. Start again to try once more"
        );
    }
    made.ok().flatten()
}

/// On standard output only, good for one founding.
fn tell_how_to_found(link: &ConsoleLink, address: SocketAddr) {
    // Where nobody reads standard output, nobody can open the link; the next start makes another.
    let _ = writeln!(
        io::stdout(),
        "There is no school here yet. To found one, open this link by {}. It is shown here only. The next start makes \
         another, and this one is dead:\nhttp://{address}/staff#found={}",
        link.last_day,
        link.token.as_str()
    );
}

/// Without systemd this does nothing.
fn tell_systemd(state: &[sd_notify::NotifyState<'_>]) {
    if sd_notify::notify(state).is_err() {
        tracing::warn!("systemd could not be told");
    }
}
