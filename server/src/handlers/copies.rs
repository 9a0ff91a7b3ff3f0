//! How old the copies of what is kept here are, and whether one was put back on trial.

use axum::extract::State;
use protocol::api::CopiesView;

use crate::app::App;
use crate::copies::{Copies, is_alone};
use crate::problem::{ApiError, ProblemDocument};
use crate::staff::StaffMember;

/// Copies and the newest restore drill, for every adult of the school. Why a drill failed is told to those who may configure.
#[utoipa::path(get, path = "/api/v1/copies", tag = "people", security(("session" = [])),
    responses((status = 200, body = CopiesView), (status = 401, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<CopiesView>, ApiError> {
    let mut transaction = app.read().await?;
    let copies = Copies::of(&app, &mut transaction).await?;
    let alone = is_alone(&mut transaction).await?;
    Ok(axum::Json(copies.view(app.now(), alone, member.view.admin)))
}
