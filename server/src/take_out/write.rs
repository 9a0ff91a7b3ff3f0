//! Writing a take-out: one transaction, so that what it holds is what is noted as taken out.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use protocol::api::{LogFile, Opening};
use protocol::audit::{Kept as KnownLog, Kind, NO_KEY, verify_log};
use protocol::day::Day;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::envelope::Envelope;
use protocol::id::{CaseId, SchoolId};

use super::files::{
    self, ABOUT, Account, CASES, FORMAT, Kept, KeptCase, KeptMessage, LOG, SCHOOL, SUMS,
};
use crate::backup::{hex, make_closed, write_synced};
use crate::clock::Moment;
use crate::data_folder;
use crate::log_keeper::{Act, LogKeeper};
use crate::randomness::Randomness;
use crate::serve::Failure;
use crate::store::{Database, School, Transaction};

/// Leaves and openings read at once.
const PAGE: u32 = 1_000;

/// What is taken out of.
pub struct Source<'a> {
    /// The data.
    pub database: &'a Database,
    /// Writes that it was done.
    pub log: &'a LogKeeper,
    /// For the entry's salt.
    pub randomness: &'a Randomness,
    /// When.
    pub now: Moment,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub folder: PathBuf,
    /// Cases in it.
    pub cases: u64,
    /// Messages in them.
    pub messages: u64,
    /// Entries of the log in it.
    pub entries: u64,
    /// SHA-256 of its list of files, in hex.
    pub hash: String,
}

/// Writes a new folder below `place`, reads it again, and only then notes that every case was taken out.
pub async fn write(source: &Source<'_>, slug: &str, place: &Path) -> Result<Written, Failure> {
    let mut transaction = source.database.write().await?;
    let school = transaction
        .school_by_slug(slug)
        .await?
        .ok_or_else(|| format!("there is no school called {slug}"))?;
    make_closed(place)?;
    let folder = place.join(format!("take-out-{slug}-{}", Day(source.now.day())));
    if folder.exists() {
        return Err(format!("{} is there already: name another place", folder.display()).into());
    }
    let partial = place.join(format!(".partial-take-out-{slug}"));
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    make_closed(&partial)?;
    let (cases, messages, entries) = fill(source, &mut transaction, &school, &partial).await?;
    let hash = files::check(&partial)?;
    data_folder::sync(&partial)?;
    fs::rename(&partial, &folder)?;
    data_folder::sync(place)?;
    transaction
        .note_take_out(school.id, source.now.day())
        .await?;
    let act = Act::School {
        kind: Kind::TakenOut,
        key: NO_KEY,
        hour: source.now.hour(),
        what: FixedBytes(hash),
    };
    let mut rng = source.randomness.make_rng();
    let recorded = source
        .log
        .record(&mut transaction, school.id, &act, &mut rng)
        .await?;
    source.log.commit(transaction, &recorded).await?;
    Ok(Written {
        folder,
        cases,
        messages,
        entries,
        hash: hex(&hash),
    })
}

async fn fill(
    source: &Source<'_>,
    transaction: &mut Transaction,
    school: &School,
    folder: &Path,
) -> Result<(u64, u64, u64), Failure> {
    let kept = describe(transaction, school, source.now.day()).await?;
    write_synced(&folder.join(SCHOOL), &serde_json::to_vec_pretty(&kept)?)?;
    let log = log_file(source.log, transaction, school.id).await?;
    let known = KnownLog {
        log_key: Some(log.log_key),
        checkpoint: None,
    };
    // A log that does not hold is said now, and not to a court in ten years.
    let entries = verify_log(&log, &known)?.openings;
    write_synced(&folder.join(LOG), &serde_json::to_vec(&log)?)?;
    drop(log);
    transaction.forget_taken_out(school.id).await?;
    let (cases, messages) = write_cases(transaction, school.id, folder).await?;
    write_synced(&folder.join(ABOUT), about(&kept).as_bytes())?;
    let mut sums = String::new();
    for name in [SCHOOL, CASES, LOG, ABOUT] {
        sums.push_str(&format!("{}  {name}\n", files::sum(&folder.join(name))?));
    }
    write_synced(&folder.join(SUMS), sums.as_bytes())?;
    Ok((cases, messages, entries))
}

async fn write_cases(
    transaction: &mut Transaction,
    school: SchoolId,
    folder: &Path,
) -> Result<(u64, u64), Failure> {
    let mut out = BufWriter::new(File::create_new(folder.join(CASES))?);
    let (mut after, mut cases, mut messages) = (CaseId(uuid::Uuid::nil()), 0, 0);
    loop {
        let found = transaction.live_cases(school, after, PAGE).await?;
        let Some(last) = found.last() else { break };
        after = *last;
        for case in found {
            let state = transaction
                .case_state(school, case)
                .await?
                .ok_or("a case went while it was written")?;
            let mut kept = KeptCase {
                case,
                received_half_day: state.received_half_day,
                withdrawn: state.withdrawn,
                messages: Vec::new(),
            };
            for (hour, envelope) in transaction.whole_envelopes(school, case).await? {
                Envelope::decode(&envelope)?;
                let envelope = Bytes(envelope);
                kept.messages.push(KeptMessage { hour, envelope });
                messages += 1;
            }
            let count = u32::try_from(kept.messages.len())?;
            transaction.put_taken_out(school, case, count).await?;
            serde_json::to_writer(&mut out, &kept)?;
            out.write_all(b"\n")?;
            cases += 1;
        }
    }
    let file = out.into_inner().map_err(|error| error.into_error())?;
    file.sync_all()?;
    Ok((cases, messages))
}

async fn describe(
    transaction: &mut Transaction,
    school: &School,
    today: u32,
) -> Result<Kept, Failure> {
    let directories = transaction.directory_versions(school.id).await?;
    let mut accounts = Vec::new();
    for person in transaction.staff_list(school.id).await? {
        let found = transaction.staff_by_id(school.id, person.staff).await?;
        if let Some(found) = found.filter(|found| found.view.key.is_some()) {
            accounts.push(Account {
                staff: found.view.staff,
                user: found.view.user,
                name: found.view.name,
                salt: FixedBytes(found.salt),
                vault: Bytes(found.vault),
            });
        }
    }
    let certificates = transaction.certificates(school.id, u32::MAX).await?;
    Ok(Kept {
        format: FORMAT,
        school: school.id,
        slug: school.slug.clone(),
        name: school.name.clone(),
        region: school.region.clone(),
        made_day: today,
        directories: directories.into_iter().map(|one| one.signed).collect(),
        accounts,
        certificates: certificates.into_iter().map(|one| one.statement).collect(),
    })
}

/// The log as the audit page saves it, with everything of this school that is still readable.
async fn log_file(
    log: &LogKeeper,
    transaction: &mut Transaction,
    school: SchoolId,
) -> Result<LogFile, Failure> {
    let (mut leaves, mut openings) = (Vec::new(), Vec::new());
    loop {
        let from = u64::try_from(leaves.len())?;
        let page = transaction.leaves(from, PAGE.into()).await?;
        if page.is_empty() {
            break;
        }
        leaves.extend(page);
    }
    let mut before = u64::MAX;
    loop {
        let (page, next) = transaction.school_openings(school, before, PAGE).await?;
        openings.extend(page.into_iter().map(|one| Opening {
            index: one.index,
            entry: Bytes(one.entry),
            salt: one.salt,
        }));
        match next {
            Some(next) => before = next,
            None => break,
        }
    }
    openings.reverse();
    Ok(LogFile {
        checkpoint: log.checkpoint(transaction).await?,
        log_key: log.verifying_key(),
        leaves,
        openings,
    })
}

fn about(kept: &Kept) -> String {
    format!(
        "Take-out of the reports of {name}, made on {day} by Sotto.\n\
         \n\
         Everything about pupils in here is sealed. It opens with the sign-in name, the password and the account secret\n\
         (from the printed kit) of a reader, for the reports this reader was allowed to read, and with nothing else.\n\
         No server and no network is needed, only the program `sotto`:\n\
         \n\
         \x20   sotto take-out read FOLDER --user NAME      shows the reports as text\n\
         \x20   sotto verify-audit FOLDER/{LOG}             checks the log: who opened what, when and why\n\
         \x20   sha256sum -c {SUMS}                         checks that no file was changed (in FOLDER)\n\
         \n\
         Should the program be lost: the sealing is described byte for byte in protocol/README.md of its source.\n\
         {SCHOOL}: the signed lists of readers, their locked keys, certificates. {CASES}: one sealed report a line.\n\
         \n\
         Keep this folder as you would keep the reports themselves. Once the school's service has ended it may be the only copy.\n",
        name = kept.name,
        day = Day(kept.made_day),
    )
}
