//! What this server can say about itself to those who may configure it.

use axum::extract::State;
use protocol::api::{Finding, ReadinessView};

use crate::app::App;
use crate::check;
use crate::problem::{ApiError, ProblemDocument};
use crate::staff::Admin;

/// Pass, fail or unknown for everything this installation depends on, looked at now. Of schools only the admin's own.
#[utoipa::path(get, path = "/api/v1/readiness", tag = "people", security(("session" = [])),
    responses((status = 200, body = ReadinessView), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    Admin(admin): Admin,
) -> Result<axum::Json<ReadinessView>, ApiError> {
    let found = check::of_school(&app, admin.school).await?;
    let findings = found
        .into_iter()
        .map(|check::Finding(verdict, what, why)| Finding { what, verdict, why })
        .collect();
    Ok(axum::Json(ReadinessView { findings }))
}
