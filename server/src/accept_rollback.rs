//! `sotto accept-rollback`: the deliberate way to go on with a database that has gone back in time (R19, R26).
//!
//! A log that lost entries can never again be shown to be whole to someone who saw more of it. This command does not
//! hide that: it writes into the log of every school that an older copy was put back, with the hash of the checkpoint
//! that was lost, keeps the lost checkpoint beside the new one, and prints both sizes.

use std::process::ExitCode;

use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::FixedBytes;
use protocol::id::Hash;
use sha2::{Digest, Sha256};

use crate::checkpoint_file::CheckpointFile;
use crate::clock::{Clock, Moment, SystemClock};
use crate::config;
use crate::log_keeper::{Act, LogKeeper};
use crate::randomness::Randomness;
use crate::serve::{self, Failure};
use crate::store::{Database, StoreError, Upkeep, UpkeepKind};

/// Where a rollback is accepted.
pub struct Place<'a> {
    /// The database as it is now.
    pub database: &'a Database,
    /// A keeper that remembers in no file.
    pub log: &'a LogKeeper,
    /// The file that remembers more.
    pub file: &'a CheckpointFile,
    /// When.
    pub now: Moment,
    /// Random bytes.
    pub randomness: &'a Randomness,
}

/// What was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Entries the file knew of.
    pub lost: u64,
    /// Entries in the database, before the ones that say so.
    pub found: u64,
}

/// Writes into every school's log that entries were lost, and lets the file begin anew.
pub async fn accept(
    place: &Place<'_>,
    kind: UpkeepKind,
    remark: &str,
) -> Result<Accepted, Failure> {
    let lost = place.file.read().ok().flatten();
    let (size, what) = lost.map_or((0, FixedBytes([0; 32])), |(point, note)| {
        (point.size, hash(&note))
    });
    let mut transaction = place.database.write().await?;
    let found = place.log.size(&mut transaction).await?;
    let mut rng = place.randomness.make_rng();
    let mut newest = None;
    for school in transaction.schools().await? {
        let act = Act::School {
            kind: Kind::Restored,
            key: NO_KEY,
            hour: place.now.hour(),
            what,
        };
        let recorded = place
            .log
            .record(&mut transaction, school.id, &act, &mut rng)
            .await?;
        newest = Some(recorded);
    }
    let upkeep = Upkeep {
        kind,
        minute: place.now.minute(),
        fine: true,
        cases: transaction.count_cases().await?,
        entries: found,
        remark: remark.to_owned(),
    };
    let id = uuid::Builder::from_random_bytes(place.randomness.bytes()).into_uuid();
    transaction.insert_upkeep(id, &upkeep).await?;
    place.log.commit(transaction, newest.as_ref()).await?;
    place
        .file
        .replace(newest.as_ref().map(|newest| newest.checkpoint.as_str()))?;
    Ok(Accepted { lost: size, found })
}

fn hash(note: &str) -> Hash {
    FixedBytes(Sha256::digest(note.as_bytes()).into())
}

/// The command.
pub async fn run(options: &config::AcceptRollback) -> Result<ExitCode, Failure> {
    let mut opened = serve::open(&options.store).await?;
    // Only while no server of this folder is running.
    opened.folder.lock()?;
    let path = options.store.checkpoint_file(opened.folder.path());
    let key = opened.server_key.derive_log_key();
    let file = CheckpointFile::new(path, key.public());
    let log = LogKeeper::new(key, &options.log.origin).ok_or(serve::BAD_ORIGIN)?;
    let remembers = opened
        .unvouched_log_keeper(&options.store, &options.log.origin)
        .ok();
    if let Some(keeper) = remembers {
        match keeper.vouch(&opened.database).await {
            Ok(()) => {
                println!("Nothing to accept: the database extends the last signed checkpoint.");
                return Ok(ExitCode::SUCCESS);
            }
            Err(StoreError::RolledBack { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    let place = Place {
        database: &opened.database,
        log: &log,
        file: &file,
        now: SystemClock.now(),
        randomness: &opened.randomness,
    };
    let accepted = accept(
        &place,
        UpkeepKind::RollbackAccepted,
        "accepted by hand at the terminal",
    )
    .await?;
    opened.database.close().await;
    println!(
        "Accepted: the log had {} entries and goes on from {}. Every school's log says so. The lost checkpoint is \
         kept beside {}.",
        accepted.lost,
        accepted.found,
        file.path().display()
    );
    Ok(ExitCode::SUCCESS)
}
