//! Housekeeping, once a minute: what has passed is forgotten, and what has had its time is destroyed (`expiry`).

use std::time::Duration;

use protocol::api::limit;
use tokio::sync::watch;

use crate::app::App;
use crate::expiry::{Expiry, Waiting};
use crate::store::StoreError;

const EVERY: Duration = Duration::from_secs(60);
/// Release nonces are kept this long; a signed request is good for an hour either way.
const NONCE_HOURS: u32 = 3;
/// A session repeats a request for seconds; whoever wrote a program of their own has a day.
const ONCE_HOURS: u32 = 24;
/// What somebody signed in with is kept this long after their access ended.
const ENDED_HOURS: u32 = 30 * 24;
/// An invitation that has run out is kept this long, so that its link can say so.
const INVITE_DAYS: u32 = 30;
/// What was done to keep the data is remembered for two years, and the newest of each kind for good.
const UPKEEP_MINUTES: u32 = 2 * 366 * 24 * 60;
/// Wrong tries and what was found about flags are kept as long as the review looks back.
const REVIEW_DAYS: u32 = crate::handlers::review::LOOK_BACK_DAYS;
/// Counts of reports a day are kept this long.
const COUNT_DAYS: u32 = 35;

/// Runs until `stop` turns true.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut swept_day = None;
    let mut told = None;
    match expiry(&app).bury_revived().await {
        Ok(0) => {}
        Ok(cases) => tracing::warn!(
            cases,
            "an old copy of the database brought back cases that were destroyed"
        ),
        Err(error) => tracing::warn!(error = %error, "the shred store could not be compared"),
    }
    loop {
        // A database that went back while we ran (a failover, a copied file) is told at once, not at the next report.
        if let Err(error) = app.log.vouch(&app.database).await {
            tracing::error!(error = %error, "the audit log does not hold");
        }
        if let Err(error) = destroy(&app, &mut swept_day, &mut told).await {
            tracing::warn!(error = %error, "destruction failed half way and will be taken up again");
        }
        if let Err(error) = tidy(&app).await {
            tracing::warn!(error = %error, "housekeeping failed and will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

fn expiry(app: &App) -> Expiry<'_> {
    Expiry {
        database: &app.database,
        log: &app.log,
        randomness: &app.randomness,
        now: app.now(),
    }
}

/// One round of destruction; once a day the sweep of keys nobody took.
async fn destroy(
    app: &App,
    swept_day: &mut Option<u32>,
    told: &mut Option<Waiting>,
) -> Result<(), StoreError> {
    let expiry = expiry(app);
    let round = expiry.round(false).await?;
    if round.destroyed > 0 {
        tracing::info!(
            cases = round.destroyed,
            certificates = round.certificates,
            "destroyed what had had its time"
        );
    }
    if round.waiting != *told {
        *told = round.waiting;
        if let Some(waiting) = round.waiting {
            tracing::info!("nothing is destroyed for now: {}", waiting.words());
        }
    }
    let today = app.now().day();
    if round.waiting.is_none() && *swept_day != Some(today) {
        *swept_day = Some(today);
        expiry.sweep().await?;
    }
    Ok(())
}

/// One round of everything but destruction.
pub async fn tidy(app: &App) -> Result<(), StoreError> {
    app.moves.sweep(app.now());
    let written = write_wrong_tries(app).await;
    forget(app).await?;
    written
}

/// What cannot be written is kept in memory for the next round.
async fn write_wrong_tries(app: &App) -> Result<(), StoreError> {
    let taken = app.wrong_tries.take();
    if taken.is_empty() {
        return Ok(());
    }
    let written = async {
        let mut transaction = app.write().await?;
        for (school, tries) in &taken {
            transaction.add_wrong_tries(*school, *tries).await?;
        }
        transaction.commit().await
    };
    let written = written.await;
    if written.is_err() {
        app.wrong_tries.put_back(taken);
    }
    written
}

async fn forget(app: &App) -> Result<(), StoreError> {
    let now = app.now();
    let mut transaction = app.write().await?;
    transaction.clear_visible_minutes(now.minute()).await?;
    transaction
        .delete_sessions_over(now.minute(), app.idle_minutes())
        .await?;
    transaction.delete_tickets_over(now.minute()).await?;
    transaction
        .delete_invites_over(now.day().saturating_sub(INVITE_DAYS))
        .await?;
    transaction.forget_founding_before(now.day()).await?;
    transaction
        .forget_counts_before(now.day().saturating_sub(COUNT_DAYS))
        .await?;
    transaction
        .forget_release_nonces(now.hour().saturating_sub(NONCE_HOURS))
        .await?;
    transaction
        .forget_done_once(now.hour().saturating_sub(ONCE_HOURS))
        .await?;
    transaction
        .forget_recovery_asks(now.hour().saturating_sub(limit::RECOVERY_HOURS))
        .await?;
    transaction
        .forget_ended(now.hour().saturating_sub(ENDED_HOURS))
        .await?;
    transaction
        .forget_reviews_before(now.day().saturating_sub(REVIEW_DAYS))
        .await?;
    transaction
        .forget_upkeep(now.minute().saturating_sub(UPKEEP_MINUTES))
        .await?;
    transaction.commit().await
}
