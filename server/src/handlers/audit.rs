//! The audit log as anyone may check it, and its openings as a school's adults may read them.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use protocol::api::{AuditPage, Consistency, LeavesPage};
use protocol::audit::Kind;
use serde::Deserialize;

use super::own_act;
use crate::app::App;
use crate::extract::Query;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::StaffMember;
use crate::step_up::Fresh;

const EXPORTED_LABEL: &[u8] = b"reports/v1/log-exported";

/// Where a page of leaves begins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeavesQuery {
    from: u64,
}

/// Between which sizes consistency is to be proven.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsistencyQuery {
    from: u64,
    to: Option<u64>,
}

/// Where a page of openings ends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    before: Option<u64>,
}

/// The newest signed checkpoint, a C2SP note as it is.
#[utoipa::path(get, path = "/api/v1/log/checkpoint", tag = "log",
    responses((status = 200, body = String, content_type = "text/plain")))]
pub async fn checkpoint(State(app): State<App>) -> Result<impl IntoResponse, ApiError> {
    let mut transaction = app.read().await?;
    let note = app.log.checkpoint(&mut transaction).await?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note))
}

/// Leaf data values, for whoever rebuilds the tree.
#[utoipa::path(get, path = "/api/v1/log/leaves", tag = "log",
    params(("from" = u64, Query, description = "index of the first leaf")),
    responses((status = 200, body = LeavesPage), (status = 400, body = ProblemDocument)))]
pub async fn leaves(
    State(app): State<App>,
    Query(query): Query<LeavesQuery>,
) -> Result<axum::Json<LeavesPage>, ApiError> {
    let mut transaction = app.read().await?;
    Ok(axum::Json(
        app.log.leaves(&mut transaction, query.from).await?,
    ))
}

/// Proof that the log only grew.
#[utoipa::path(get, path = "/api/v1/log/consistency", tag = "log",
    params(("from" = u64, Query, description = "older size"),
        ("to" = Option<u64>, Query, description = "newer size; without it the newest")),
    responses((status = 200, body = Consistency), (status = 400, body = ProblemDocument),
        (status = 409, body = ProblemDocument, description = "the log is not that long")))]
pub async fn consistency(
    State(app): State<App>,
    Query(query): Query<ConsistencyQuery>,
) -> Result<axum::Json<Consistency>, ApiError> {
    let mut transaction = app.read().await?;
    let proof = app
        .log
        .consistency(&mut transaction, query.from, query.to)
        .await?;
    Ok(axum::Json(proof.ok_or(Problem::Conflict)?))
}

/// This school's entries, newest first, each with its opening and proof.
#[utoipa::path(get, path = "/api/v1/audit", tag = "log", security(("session" = [])),
    params(("before" = Option<u64>, Query, description = "entries below this index only")),
    responses((status = 200, body = AuditPage), (status = 401, body = ProblemDocument)))]
pub async fn page(
    State(app): State<App>,
    member: StaffMember,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<AuditPage>, ApiError> {
    let mut transaction = app.read().await?;
    let page = app
        .log
        .audit_page(&mut transaction, member.school, query.before)
        .await?;
    Ok(axum::Json(page))
}

/// Says that the log is about to be saved as a file. What follows is read page by page, as on screen; this stands in the
/// log for everyone to see, and asks for a fresh second factor.
#[utoipa::path(post, path = "/api/v1/audit/export", tag = "log", security(("session" = [])),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument)))]
pub async fn export(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
) -> Result<StatusCode, ApiError> {
    let transaction = app.write_if_room().await?;
    let staff = member.view.staff.to_bytes();
    own_act::log(
        &app,
        transaction,
        &member,
        Kind::Exported,
        &[EXPORTED_LABEL, &staff],
    )
    .await?;
    Ok(StatusCode::NO_CONTENT)
}
