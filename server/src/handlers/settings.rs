//! What an administrator can change of a school, and everyone who signs in can read.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{SchoolSettings, SettingsChange};
use protocol::audit::Kind;

use super::own_act;
use crate::app::App;
use crate::extract::Json;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::settings;
use crate::staff::{Admin, StaffMember};
use crate::step_up::Fresh;

const CHANGED_LABEL: &[u8] = b"reports/v1/settings-changed";

/// Name, region, hours and contacts as they are. Everyone who signs in may look.
#[utoipa::path(get, path = "/api/v1/settings", tag = "people", security(("session" = [])),
    responses((status = 200, body = SchoolSettings), (status = 401, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<SchoolSettings>, ApiError> {
    let mut transaction = app.read().await?;
    let school = transaction.school_by_id(member.school).await?;
    let school = school.ok_or(Problem::NotFound)?;
    let settings = settings::load(&mut transaction, &school).await?;
    Ok(axum::Json(settings))
}

/// Changes them, all at once, unless somebody else did meanwhile. The log commits to what they say now.
#[utoipa::path(put, path = "/api/v1/settings", tag = "people", security(("session" = [])),
    request_body = SettingsChange,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn change(
    State(app): State<App>,
    Fresh(Admin(admin)): Fresh<Admin>,
    Json(request): Json<SettingsChange>,
) -> Result<StatusCode, ApiError> {
    let said = serde_json::to_vec(&request.settings).map_err(ApiError::internal)?;
    let mut transaction = app.write().await?;
    if settings::change(&mut transaction, admin.school, &request).await? {
        let staff = admin.view.staff.to_bytes();
        let what: [&[u8]; 3] = [CHANGED_LABEL, &staff, &said];
        own_act::log(&app, transaction, &admin, Kind::SettingsChanged, &what).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
