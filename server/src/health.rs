//! Whether the process lives, and whether it is safe to rely on.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use protocol::api::Alarm;

use crate::app::App;
use crate::budget::Today;
use crate::store::{Limits, StoreError, trouble};

/// `GET /healthz`: the process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database takes a real write, no damage was met, the schema is this program's, the log extends the
/// last signed checkpoint, and the site is inside; and whether a school takes in more than usual, which someone
/// should look into.
pub async fn ready(State(app): State<App>) -> Response {
    if let Err(error) = app.database.probe().await {
        tracing::error!(error = %error, "not ready: the database does not take a write");
        return (StatusCode::SERVICE_UNAVAILABLE, "database: fail\n").into_response();
    }
    if trouble::is_damaged() {
        return (StatusCode::SERVICE_UNAVAILABLE, "database: fail: damaged\n").into_response();
    }
    if let Some(complaint) = app.log.complaint() {
        let text = format!("database: ok\nlog: fail: {complaint}\n");
        return (StatusCode::SERVICE_UNAVAILABLE, text).into_response();
    }
    let site = if app.site.is_empty() { "missing" } else { "ok" };
    let floods = floods(&app).await.unwrap_or("unknown");
    let text = format!("database: ok\nlog: ok\nsite: {site}\nfloods: {floods}\n");
    (StatusCode::OK, text).into_response()
}

/// The fullest day among all schools: `none`, or how much of its budget is used. Not a reason to be unready.
async fn floods(app: &App) -> Result<&'static str, StoreError> {
    let days = app.read().await?.busy_days(app.now().day()).await?;
    let alarms = days.into_iter().map(|(reports, daily_budget)| {
        let limits = Limits {
            daily_budget,
            term: 0,
        };
        let today = Today {
            limits,
            reports,
            ends_day: None,
        };
        match today.alarm() {
            Alarm::None => (0, "none"),
            Alarm::Half => (1, "half a day's budget"),
            Alarm::Full => (2, "a day's budget"),
            Alarm::Stopped => (3, "ten days' budget"),
        }
    });
    Ok(alarms.max().map_or("none", |(_, text)| text))
}
