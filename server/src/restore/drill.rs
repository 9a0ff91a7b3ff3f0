//! `sotto restore --drill`: restores a backup into a temporary place, looks at it, throws it away, and notes the
//! result where `sotto check` and the public page find it (XAM-16).
//!
//! It looks at: signature and hashes of the backup, row counts, references, the log's whole tree and signed
//! checkpoint, and a random sample of cases, each message of which must parse and be what its hash says.
//! It cannot look at: the words. Nobody but the readers can, so a reader's drill is to open a case of their own.

use std::path::Path;
use std::process::ExitCode;

use protocol::header::Header;
use protocol::id::VerifyingKeyBytes;
use rand_core::Rng;
use sha2::{Digest, Sha256};

use crate::backup::{self, Manifest, Source};
use crate::clock::{Clock, SystemClock};
use crate::config;
use crate::log_keeper::LogKeeper;
use crate::serve::{self, BAD_ORIGIN, Failure};
use crate::store::{Database, Location, StoredMessage, UpkeepKind};

/// Cases whose messages are looked at.
const SAMPLE: usize = 200;

/// What a drill found, when all is well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drilled {
    /// What the backup said of itself.
    pub manifest: Manifest,
    /// Cases looked at.
    pub cases: usize,
    /// Messages in them.
    pub messages: usize,
}

/// Restores into `scratch`, looks, and leaves nothing there.
pub async fn drill(
    source: &Path,
    key: &VerifyingKeyBytes,
    log: &LogKeeper,
    scratch: &Path,
    shreds: &Location,
    rng: &mut (impl Rng + Send),
) -> Result<Drilled, Failure> {
    let location = Location::Sqlite(scratch.join("drill.sqlite"));
    let (database, manifest) = super::put_in_place(source, &location, shreds, key).await?;
    let looked = look(&database, log, manifest, rng).await;
    database.close().await;
    looked
}

async fn look(
    database: &Database,
    log: &LogKeeper,
    manifest: Manifest,
    rng: &mut (impl Rng + Send),
) -> Result<Drilled, Failure> {
    log.vouch(database).await?;
    let mut transaction = database.read().await?;
    if log.size(&mut transaction).await? != manifest.entries
        || transaction.count_cases().await? != manifest.cases
    {
        return Err("the restored database is not as long as the backup says".into());
    }
    let mut cases = transaction.all_cases().await?;
    // The first so many of a shuffled list are a fair sample.
    let most = cases.len().min(SAMPLE);
    for place in 0..most {
        let left = u64::try_from(cases.len() - place).unwrap_or(1);
        let other = place + usize::try_from(rng.next_u64() % left).unwrap_or(0);
        cases.swap(place, other);
    }
    let mut messages = 0;
    for (school, case) in &cases[..most] {
        // Destroyed since the backup was made: it must not open, and does not.
        let stored = transaction.case_messages(*school, *case).await?;
        for message in stored.unwrap_or_default() {
            parses(&message)?;
            messages += 1;
        }
    }
    Ok(Drilled {
        manifest,
        cases: most,
        messages,
    })
}

fn parses(message: &StoredMessage) -> Result<(), Failure> {
    let header = Header::decode(&message.header)
        .map_err(|_| "a message in the backup has a header that does not parse")?;
    let slots = header.keys().len();
    let body = Sha256::digest(&message.body);
    if body.as_slice() != message.body_hash.0.as_slice() || message.slots != slots {
        return Err("a message in the backup is not what its hash says".into());
    }
    Ok(())
}

pub(super) async fn run(options: &config::Restore) -> Result<ExitCode, Failure> {
    let opened = serve::open(&options.store).await?;
    let key = opened.server_key.derive_log_key();
    let source = Source {
        database: &opened.database,
        key: &key,
        now: SystemClock.now(),
        randomness: &opened.randomness,
    };
    let scratch = opened.folder.path().join("drill");
    clear(&scratch)?;
    std::fs::create_dir(&scratch)?;
    let log = LogKeeper::new(opened.server_key.derive_log_key(), &options.log.origin)
        .ok_or(BAD_ORIGIN)?;
    let mut rng = opened.randomness.make_rng();
    let shreds = opened.shreds.clone();
    let newest = backup::newest(&options.source);
    let drilled = drill(&newest, &key.public(), &log, &scratch, &shreds, &mut rng).await;
    clear(&scratch)?;
    let code = match drilled {
        Ok(drilled) => {
            let words = format!(
                "{} messages of {} cases parse, the log leads to its checkpoint",
                drilled.messages, drilled.cases
            );
            let kind = UpkeepKind::Drill;
            backup::note(&source, &drilled.manifest, kind, true, &words).await?;
            println!(
                "The drill went well: {} cases and {} log entries came back; {words}.",
                drilled.manifest.cases, drilled.manifest.entries
            );
            ExitCode::SUCCESS
        }
        Err(failure) => {
            // A drill that fails is the one worth remembering.
            let nothing = Manifest::begin(0, source.now.hour());
            let words = failure.to_string();
            backup::note(&source, &nothing, UpkeepKind::Drill, false, &words).await?;
            eprintln!("sotto: the drill failed, and that is noted: {words}");
            ExitCode::FAILURE
        }
    };
    opened.database.close().await;
    Ok(code)
}

fn clear(scratch: &Path) -> std::io::Result<()> {
    match std::fs::remove_dir_all(scratch) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
