//! `sotto restore`: a backup in the place of a lost database, and the drill that shows it could be (R26, XAM-16).
//!
//! Order: the backup is verified from end to end; rows go into an empty database at the backup's own schema, which is
//! then brought up to date; row counts, references and the log's head are compared; only then is it put in place.
//! A restored log is usually shorter than what was signed, so the loss is written into every school's log and the
//! checkpoint file begins anew. Nothing that exists is overwritten: a database that is there must be moved first.

mod drill;
mod load;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use protocol::id::VerifyingKeyBytes;

pub use drill::{Drilled, drill};

use crate::accept_rollback::{Place, accept};
use crate::backup::{self, Manifest};
use crate::checkpoint_file::CheckpointFile;
use crate::clock::{Clock, SystemClock};
use crate::config;
use crate::data_folder::{self, DataFolder};
use crate::log_keeper::LogKeeper;
use crate::randomness::Randomness;
use crate::serve::{BAD_ORIGIN, Failure};
use crate::server_key::ServerKey;
use crate::shred::Shreds;
use crate::store::{Database, Location, UpkeepKind};

/// Puts a backup into a database that is not there yet (SQLite) or empty (PostgreSQL), and opens it. `shreds` is the
/// shred store that the database always had.
pub async fn put_in_place(
    source: &Path,
    location: &Location,
    shreds: &Location,
    key: &VerifyingKeyBytes,
) -> Result<(Database, Manifest), Failure> {
    let manifest = backup::verify(source, key)?;
    let Location::Sqlite(path) = location else {
        let database = load::load(source, &manifest, location, shreds).await?;
        return Ok((database, manifest));
    };
    if path.exists() {
        let words = format!(
            "{} is there already. Move it away first, with the files beside it whose names begin the same; nothing was \
             changed",
            path.display()
        );
        return Err(words.into());
    }
    let unfinished = beside(path, ".restoring");
    remove_database(&unfinished)?;
    let made = load::load(
        source,
        &manifest,
        &Location::Sqlite(unfinished.clone()),
        shreds,
    )
    .await;
    match made {
        // Closing moves everything into the one file.
        Ok(database) => database.close().await,
        Err(failure) => {
            remove_database(&unfinished)?;
            return Err(failure);
        }
    }
    std::fs::rename(&unfinished, path)?;
    remove_database(&unfinished)?;
    if let Some(folder) = path.parent() {
        data_folder::sync(folder)?;
    }
    let keys = Shreds::open(shreds, Randomness::system()).await?;
    Ok((Database::open(location, keys).await?, manifest))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes what an interrupted restore left.
fn remove_database(path: &Path) -> io::Result<()> {
    for file in [path.to_owned(), beside(path, "-wal"), beside(path, "-shm")] {
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The command.
pub async fn run(options: &config::Restore) -> Result<ExitCode, Failure> {
    if options.drill {
        return drill::run(options).await;
    }
    let mut folder = DataFolder::open(&options.store.data)?;
    folder.lock()?;
    let randomness = Randomness::system();
    // A key made now could not have signed the backup, so none is made.
    let server_key = ServerKey::load(&folder).map_err(|error| {
        format!(
            "{error}: put the `server.key` that belongs to the backup into the data folder first"
        )
    })?;
    let key = server_key.derive_log_key();
    let url = options.store.database_url()?;
    let location = Location::parse(url.as_deref(), folder.path())?;
    let url = options.store.shred_url()?;
    let shreds = Location::shred(url.as_deref(), &location, folder.path())?;
    let (database, manifest) =
        put_in_place(&options.source, &location, &shreds, &key.public()).await?;
    println!(
        "Restored {} cases and {} log entries.",
        manifest.cases, manifest.entries
    );
    let file = CheckpointFile::new(options.store.checkpoint_file(folder.path()), key.public());
    let log = LogKeeper::new(key, &options.log.origin).ok_or(BAD_ORIGIN)?;
    let place = Place {
        database: &database,
        log: &log,
        file: &file,
        now: SystemClock.now(),
        randomness: &randomness,
    };
    let remark = format!("backup of hour {}", manifest.made_hour);
    let accepted = accept(&place, UpkeepKind::Restore, &remark).await?;
    if accepted.lost > accepted.found {
        println!(
            "{} entries of the log came after this backup and are lost. Every school's log says so.",
            accepted.lost - accepted.found
        );
    }
    database.close().await;
    println!("Start the server, then look at `sotto check`.");
    Ok(ExitCode::SUCCESS)
}
