//! A reader's own sealed note of a case, which only that reader can open.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::BookmarkRequest;
use protocol::bookmark::SEALED_LEN;
use protocol::id::CaseId;

use crate::app::App;
use crate::extract::{Json, Path};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::Reader;

/// Keeps the bookmark in place of the one before.
#[utoipa::path(put, path = "/api/v1/cases/{case}/bookmark", tag = "cases", security(("session" = [])),
    params(("case" = String, Path, description = "case")), request_body = BookmarkRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn keep(
    State(app): State<App>,
    reader: Reader,
    Path(case): Path<CaseId>,
    Json(request): Json<BookmarkRequest>,
) -> Result<StatusCode, ApiError> {
    if request.bookmark.0.len() != SEALED_LEN {
        return Err(ApiError::from(Problem::Invalid).with_detail("A bookmark has one fixed size."));
    }
    let school = reader.member.school;
    let mut transaction = app.write().await?;
    transaction
        .case_for_reader(school, case, &reader.key, app.now().minute())
        .await?
        .ok_or(Problem::NotFound)?;
    transaction
        .put_bookmark(school, case, reader.member.view.staff, &request.bookmark.0)
        .await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
