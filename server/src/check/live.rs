//! What a running server can say about itself to the admins of one school: the lines of `sotto check` that it can look
//! at without stopping anything, and of schools only their own.
//!
//! Promise: each line is looked at when it is asked for. What only a browser outside can see is left to the page.

use std::net::SocketAddr;
use std::path::PathBuf;

use protocol::day::Day;
use protocol::id::SchoolId;

use super::{
    Finding, apart, core_dumps, directory, encrypted, fail, kept, machine, mounts, network,
    next_look, packs, pass, stated, storage, unknown,
};
use crate::app::App;
use crate::checkpoint_file::CheckpointFile;
use crate::store::{Engine, Location, StoreError};

/// Where a running server stands. A server made by a test or the demo has none.
pub struct Place {
    /// The data folder.
    pub data: PathBuf,
    /// What remembers the last signed checkpoint.
    pub checkpoint_file: PathBuf,
    /// The database.
    pub database: Location,
    /// The keys of its cases.
    pub shreds: Location,
    /// For visitors, and for operators.
    pub listens: (SocketAddr, SocketAddr),
}

/// Every line for the admins of a school.
pub async fn of_school(app: &App, school: SchoolId) -> Result<Vec<Finding>, StoreError> {
    let now = app.now();
    let mut findings = Vec::new();
    if let Some(place) = &app.place {
        findings.extend(around(app, place));
    }
    findings.push(match app.database.probe().await {
        Ok(()) => pass("database", "takes a write, schema is this program's"),
        Err(error) => fail("database", &error.to_string()),
    });
    let mut transaction = app.read().await?;
    let newest = app.place.as_ref();
    let newest = newest.and_then(|place| machine::newest_file(&place.data));
    let clock = transaction.database_clock().await?;
    findings.push(machine::clock(now, newest, clock));
    if let Some(found) = transaction.standby().await? {
        findings.push(storage::standby(&found));
    }
    if let Some(place) = &app.place {
        let key = app.server_key.derive_log_key().public();
        let file = CheckpointFile::new(place.checkpoint_file.clone(), key);
        let entries = transaction.log_head().await?.size;
        findings.push(storage::checkpoint_file(&file, entries));
    }
    findings.extend(kept(&mut transaction, &app.database, now).await?);
    if let Some(school) = transaction.school_by_id(school).await? {
        findings.push(directory(&mut transaction, &school, now).await);
        findings.push(next_look(&school, now));
        findings.push(packs::region(&school.region));
    }
    findings.extend(packs::all(Day(now.day())));
    findings.extend(stated(&app.settings.stated));
    findings.push(network::mail());
    Ok(findings)
}

/// Lines about the machine.
fn around(app: &App, place: &Place) -> Vec<Finding> {
    let mut lines = vec![machine::folder(machine::mode(&place.data))];
    if app.database.engine() == Engine::Sqlite {
        let mounts = mounts();
        let folder = place.data.canonicalize();
        let folder = folder.as_deref().unwrap_or(&place.data);
        lines.push(machine::disk(machine::file_system(&mounts, folder)));
    }
    lines.extend([
        core_dumps(),
        apart::stores(&place.database, &place.shreds),
        network::ports(&network::tables(), Some(place.listens)),
    ]);
    lines.extend(encrypted(&place.data, &place.database, &place.shreds));
    lines.push(unknown(
        "disk encryption (backups)",
        "this page does not know where they lie: `sotto check --backups PLACE` looks",
    ));
    lines
}
