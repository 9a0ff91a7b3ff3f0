//! Small housekeeping, once a minute: what has passed is forgotten. Destruction of cases is not here.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::store::StoreError;

const EVERY: Duration = Duration::from_secs(60);
/// Release nonces are kept this long; a signed request is good for an hour either way.
const NONCE_HOURS: u32 = 3;
/// An invitation that has run out is kept this long, so that its link can say so.
const INVITE_DAYS: u32 = 30;
/// What was done to keep the data is remembered for two years, and the newest of each kind for good.
const UPKEEP_MINUTES: u32 = 2 * 366 * 24 * 60;

/// Runs until `stop` turns true.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        // A database that went back while we ran (a failover, a copied file) is told at once, not at the next report.
        if let Err(error) = app.log.vouch(&app.database).await {
            tracing::error!(error = %error, "the audit log does not hold");
        }
        if let Err(error) = once(&app).await {
            tracing::warn!(error = %error, "housekeeping failed and will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn once(app: &App) -> Result<(), StoreError> {
    let now = app.now();
    let mut transaction = app.write().await?;
    transaction.clear_visible_minutes(now.minute()).await?;
    transaction
        .delete_sessions_over(now.minute(), app.idle_minutes())
        .await?;
    transaction
        .delete_invites_over(now.day().saturating_sub(INVITE_DAYS))
        .await?;
    transaction
        .forget_release_nonces(now.hour().saturating_sub(NONCE_HOURS))
        .await?;
    transaction
        .forget_upkeep(now.minute().saturating_sub(UPKEEP_MINUTES))
        .await?;
    transaction.commit().await
}
