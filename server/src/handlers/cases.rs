//! The inbox: dates, flags and sealed notices. Content is in `releases`.

use axum::extract::State;
use protocol::api::CasePage;
use protocol::id::CaseId;
use serde::Deserialize;

use crate::app::App;
use crate::extract::Query;
use crate::problem::{ApiError, ProblemDocument};
use crate::staff::Reader;
use crate::store;

/// Where a page begins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    after: Option<CaseId>,
}

/// Cases this reader has a slot in, danger first, then newest.
#[utoipa::path(get, path = "/api/v1/cases", tag = "cases", security(("session" = [])),
    params(("after" = Option<String>, Query, description = "last case of the page before")),
    responses((status = 200, body = CasePage), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument)))]
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<CasePage>, ApiError> {
    let who = store::Reader {
        staff: reader.member.view.staff,
        key: reader.key,
    };
    let mut transaction = app.read().await?;
    let page = transaction
        .case_page(reader.member.school, who, query.after, app.now().minute())
        .await?;
    Ok(axum::Json(page))
}
