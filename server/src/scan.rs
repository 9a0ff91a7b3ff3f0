//! Looks the database over while the server runs, so that damage is told before somebody needs what it took (R18).
//!
//! Promise: whatever the engine can see of a damaged page of either store, and leaves of the log that do not add up, raise an
//! alarm, at once when a request meets it and otherwise
//! with the next look: within a minute, or once a hundred times as long has passed as a look takes. A look is not a repair,
//! and nothing is refused because of it: what people write from then on is in the backup's hands and theirs. On
//! PostgreSQL the pages are another program's (`data_checksums`), and only what it reports is told.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::app::App;
use crate::log_keeper;
use crate::store::{Database, StoreError, Transaction, trouble};

/// A start is not slowed by it.
const FIRST: Duration = Duration::from_secs(10);
const EVERY: Duration = Duration::from_secs(50);
/// Looking takes at most this part of the time, however large the database is.
const SHARE: u32 = 100;

/// Runs until `stop` turns true.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut met = trouble::follow();
    let mut wait = FIRST;
    loop {
        tokio::select! {
            () = sleep(wait) => {}
            _ = met.wait_for(|trouble| trouble.damaged) => break,
            _ = stop.wait_for(|stop| *stop) => return,
        }
        let began = Instant::now();
        match look(&app).await {
            Ok(complaints) if complaints.is_empty() => {}
            // What the engine says names tables and pages, no content.
            Ok(complaints) => {
                tracing::error!(first = %complaints[0], found = complaints.len(), "the database is damaged");
                trouble::note_damage();
            }
            Err(error) if error.is_damage() => {
                tracing::error!(error = %error, "the database is damaged");
                trouble::note_damage();
            }
            Err(error) => tracing::warn!(error = %error, "the database could not be looked over"),
        }
        wait = EVERY.max(began.elapsed() * SHARE);
    }
    tracing::error!(
        "ALARM: the database is damaged. Reports are still taken in. Stop the server soon, keep a copy of its files, look at \
         the disk, and `sotto restore` the newest backup; `sotto check` says what is found"
    );
}

async fn look(app: &App) -> Result<Vec<String>, StoreError> {
    complaints(&app.database, &mut app.read().await?).await
}

/// Whatever can be found by looking, in words that name tables and no content.
pub async fn complaints(
    database: &Database,
    transaction: &mut Transaction,
) -> Result<Vec<String>, StoreError> {
    transaction.take_your_time().await?;
    let mut found = transaction.engine_complaints().await?;
    found.extend(database.shreds().engine_complaints().await?);
    found.extend(log_keeper::complaint(transaction).await?.map(String::from));
    Ok(found)
}
