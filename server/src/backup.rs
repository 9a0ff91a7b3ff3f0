//! `sotto backup`: an online, consistent copy of everything the database holds, which is ciphertext, dates and hashes.
//!
//! One format for both engines, so a backup is also the way from SQLite to PostgreSQL and back. It is taken inside
//! one read transaction while the server works; each table's rows are a file with a hash, and the manifest is signed.
//! Before it counts it is read again from the disk: hashes, row counts, and the log's whole tree against its
//! checkpoint. A database whose engine finds damage in it is not copied over good backups (R18).
//!
//! Not in it: `server.key` (keep one copy apart; without it a backup cannot be restored), the checkpoint file (it
//! must not go back together with the database), and the shred store, without whose keys no case opens.

mod manifest;
mod newest;
mod rows;
mod shred;
mod tree;

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use protocol::checkpoint;
use protocol::day::Day;
use protocol::id::VerifyingKeyBytes;
use protocol::keys::SigningSecret;

pub use manifest::{Manifest, TableFile};
pub use newest::newest;

use crate::clock::{Clock, Moment, SystemClock};
use crate::config;
use crate::data_folder;
use crate::randomness::Randomness;
use crate::serve::{self, Failure};
use crate::shred::Shreds;
use crate::store::{Database, Upkeep, UpkeepKind};
pub(crate) use rows::hex;
use rows::{Hashing, read_row, write_row};
use tree::Rebuilt;

/// The horizon that the public page names: older backups are deleted by the next one (schools.md 3e).
pub const KEPT_DAYS: u32 = 35;
/// How a backup's folder is called.
const PREFIX: &str = "sotto-";
const PARTIAL: &str = ".partial-";

/// What is copied, and with which key it is vouched for.
pub struct Source<'a> {
    /// The database.
    pub database: &'a Database,
    /// The log's key.
    pub key: &'a SigningSecret,
    /// When.
    pub now: Moment,
    /// Random bytes.
    pub randomness: &'a Randomness,
}

/// Writes a backup into a new folder below `place`, verifies it, notes it, and deletes those past their horizon.
pub async fn write(source: &Source<'_>, place: &Path) -> Result<(PathBuf, Manifest), Failure> {
    make_closed(place)?;
    let name = free_name(place, source.now);
    let partial = place.join(format!("{PARTIAL}{name}"));
    make_closed(&partial)?;
    let written = copy(source, &partial).await;
    let manifest = match written {
        Ok(manifest) => manifest,
        Err(failure) => {
            // Half a backup is none; what is left of it would only take space.
            fs::remove_dir_all(&partial)?;
            return Err(failure);
        }
    };
    verify(&partial, &source.key.public())?;
    let folder = place.join(name);
    data_folder::sync(&partial)?;
    fs::rename(&partial, &folder)?;
    data_folder::sync(place)?;
    note(
        source,
        &manifest,
        UpkeepKind::Backup,
        true,
        &engine_words(source.database),
    )
    .await?;
    for old in past_horizon(place, &source.key.public(), source.now, KEPT_DAYS)? {
        fs::remove_dir_all(&old)?;
        data_folder::sync(place)?;
    }
    Ok((folder, manifest))
}

async fn copy(source: &Source<'_>, folder: &Path) -> Result<Manifest, Failure> {
    let mut transaction = source.database.read().await?;
    transaction.take_your_time().await?;
    let complaints = transaction.engine_complaints().await?;
    if let Some(first) = complaints.first() {
        let words = format!(
            "the database is damaged and was not copied ({first}). Keep the backups there are; `sotto restore` the newest"
        );
        return Err(words.into());
    }
    let schema = transaction.schema_number().await?;
    let mut manifest = Manifest::begin(schema, source.now.hour());
    manifest.cases = transaction.count_cases().await?;
    let head = transaction.log_head().await?;
    manifest.entries = head.size;
    manifest.checkpoint = head.checkpoint;
    for table in transaction.tables().await? {
        let table = manifest::in_order(&table);
        let mut file = TableFile {
            name: table.name.clone(),
            columns: table.columns.iter().map(|one| one.name.clone()).collect(),
            rows: 0,
            bytes: 0,
            sha256: String::new(),
        };
        let mut out = Hashing::new(BufWriter::new(File::create_new(file.path(folder))?));
        file.rows = transaction
            .each_row(&table, |row| write_row(&mut out, &row))
            .await?;
        out.flush()?;
        let (bytes, sha256, written) = out.finish();
        written
            .into_inner()
            .map_err(|error| error.into_error())?
            .sync_all()?;
        (file.bytes, file.sha256) = (bytes, sha256);
        manifest.tables.push(file);
    }
    manifest.save(folder, source.key)?;
    Ok(manifest)
}

/// Reads a whole backup: signature, hashes, row counts, and the log's tree against its signed checkpoint.
pub fn verify(folder: &Path, key: &VerifyingKeyBytes) -> io::Result<Manifest> {
    let manifest = Manifest::load(folder, key)?;
    let mut rebuilt = Rebuilt::default();
    for table in &manifest.tables {
        let mut from = BufReader::new(Hashing::new(File::open(table.path(folder))?));
        let mut rows = 0;
        while let Some(row) = read_row(&mut from, table.columns.len())? {
            rebuilt.take(table, &row);
            rows += 1;
        }
        let (bytes, sha256, _) = from.into_inner().finish();
        if (rows, bytes, &sha256) != (table.rows, table.bytes, &table.sha256) {
            return Err(manifest::invalid(&format!(
                "the backup is damaged: {}.rows is not what its manifest says",
                table.name
            )));
        }
    }
    if manifest.entries > 0 {
        let signed = checkpoint::verify(&manifest.checkpoint, key, None)
            .map_err(|fault| manifest::invalid(&format!("the backup is damaged: {fault}")))?;
        if (signed.size, Some(signed.root)) != (manifest.entries, rebuilt.root()) {
            return Err(manifest::invalid(
                "the backup is damaged: its log does not lead to its signed checkpoint",
            ));
        }
    }
    if let Some(wrong) = rebuilt.complaint() {
        return Err(manifest::invalid(&format!(
            "the backup is damaged: {wrong}"
        )));
    }
    Ok(manifest)
}

/// The rows of one table, one after the other.
pub(crate) fn each_row(
    folder: &Path,
    table: &TableFile,
) -> io::Result<impl Iterator<Item = io::Result<Vec<crate::store::Value>>>> {
    let mut from = BufReader::new(File::open(table.path(folder))?);
    let columns = table.columns.len();
    Ok(std::iter::from_fn(move || {
        read_row(&mut from, columns).transpose()
    }))
}

/// Remembers in the live database what was done.
pub(crate) async fn note(
    source: &Source<'_>,
    manifest: &Manifest,
    kind: UpkeepKind,
    fine: bool,
    remark: &str,
) -> Result<(), Failure> {
    let upkeep = Upkeep {
        kind,
        minute: source.now.minute(),
        fine,
        cases: manifest.cases,
        entries: manifest.entries,
        remark: remark.to_owned(),
    };
    let id = uuid::Builder::from_random_bytes(source.randomness.bytes()).into_uuid();
    let mut transaction = source.database.write().await?;
    transaction.insert_upkeep(id, &upkeep).await?;
    Ok(transaction.commit().await?)
}

fn engine_words(database: &Database) -> String {
    format!("from {:?}", database.engine()).to_lowercase()
}

/// Backups of this server in a folder that are older than so many days. What this server did not sign is not touched.
fn past_horizon(
    place: &Path,
    key: &VerifyingKeyBytes,
    now: Moment,
    days: u32,
) -> io::Result<Vec<PathBuf>> {
    let mut old = Vec::new();
    for entry in fs::read_dir(place)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        let too_old = |manifest: Manifest| {
            manifest.made_hour.saturating_add(days.saturating_mul(24)) < now.hour()
        };
        if Manifest::load(&entry.path(), key).is_ok_and(too_old) {
            old.push(entry.path());
        }
    }
    Ok(old)
}

fn free_name(place: &Path, now: Moment) -> String {
    let (day, hour, minute) = (Day(now.day()), now.hour() % 24, now.minute() % 60);
    let name = format!("{PREFIX}{day}-{hour:02}{minute:02}");
    (1_u32..)
        .map(|number| match number {
            1 => name.clone(),
            more => format!("{name}-{more}"),
        })
        .find(|name| !place.join(name).exists() && !place.join(format!("{PARTIAL}{name}")).exists())
        .unwrap_or(name)
}

/// A folder that only this user can look into.
pub(crate) fn make_closed(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

pub(crate) fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

async fn copy_shreds(options: &config::Backup) -> Result<ExitCode, Failure> {
    let opened = serve::open(&options.store).await?;
    let shreds = Shreds::open(&opened.shreds, Randomness::system()).await?;
    let path = shred::write(&shreds, &options.place, SystemClock.now()).await?;
    let source = Source {
        database: &opened.database,
        key: &opened.server_key.derive_log_key(),
        now: SystemClock.now(),
        randomness: &opened.randomness,
    };
    let nothing = Manifest::begin(0, source.now.hour());
    note(
        &source,
        &nothing,
        UpkeepKind::ShredBackup,
        true,
        "the keys of cases",
    )
    .await?;
    shreds.close().await;
    opened.database.close().await;
    println!(
        "{}: the keys of cases. Gone after {} days, with the first copy made then. Keep it apart from backups.",
        path.display(),
        shred::SHRED_DAYS
    );
    Ok(ExitCode::SUCCESS)
}

/// The command.
pub async fn run(options: &config::Backup) -> Result<ExitCode, Failure> {
    if options.shred {
        return copy_shreds(options).await;
    }
    let opened = serve::open(&options.store).await?;
    let source = Source {
        database: &opened.database,
        key: &opened.server_key.derive_log_key(),
        now: SystemClock.now(),
        randomness: &opened.randomness,
    };
    let (folder, manifest) = write(&source, &options.place).await?;
    opened.database.close().await;
    println!(
        "{}: {} cases, {} log entries, verified. Gone after {KEPT_DAYS} days, with the first backup made then.",
        folder.display(),
        manifest.cases,
        manifest.entries
    );
    println!("`server.key` is not in it: keep one copy of that file apart from the backups.");
    Ok(ExitCode::SUCCESS)
}
