//! Whether the process lives, and whether it is safe to rely on.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;

/// `GET /healthz`: the process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database takes a real write, the schema is this program's, the log extends the
/// last signed checkpoint, and the site is inside.
pub async fn ready(State(app): State<App>) -> Response {
    if let Err(error) = app.database.probe().await {
        tracing::error!(error = %error, "not ready: the database does not take a write");
        return (StatusCode::SERVICE_UNAVAILABLE, "database: fail\n").into_response();
    }
    if let Some(complaint) = app.log.complaint() {
        let text = format!("database: ok\nlog: fail: {complaint}\n");
        return (StatusCode::SERVICE_UNAVAILABLE, text).into_response();
    }
    let site = if app.site.is_empty() { "missing" } else { "ok" };
    (
        StatusCode::OK,
        format!("database: ok\nlog: ok\nsite: {site}\n"),
    )
        .into_response()
}
