//! What stands in the way of a school's end, case by case, for whoever may know of the case at all.

use axum::extract::State;
use protocol::api::{EndingCase, EndingCases, limit};
use protocol::id::CaseId;
use serde::Deserialize;
use uuid::Uuid;

use super::said;
use crate::app::App;
use crate::extract::Query;
use crate::problem::{ApiError, ProblemDocument};
use crate::staff::Reader;

/// Where a page begins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    after: Option<CaseId>,
}

/// Which cases of this reader's inbox were taken out whole, and who said who keeps them.
#[utoipa::path(get, path = "/api/v1/wind-down/cases", tag = "end", security(("session" = [])),
    params(("after" = Option<String>, Query, description = "last case of the page before")),
    responses((status = 200, body = EndingCases), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument)))]
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<EndingCases>, ApiError> {
    let school = reader.member.school;
    let after = query.after.unwrap_or(CaseId(Uuid::nil()));
    let mut transaction = app.read().await?;
    let staff = transaction.staff_list(school).await?;
    let found = transaction
        .ending_cases(school, &reader.key, after, app.now().minute())
        .await?;
    let full = u32::try_from(found.len()).is_ok_and(|rows| rows >= limit::ENDING_PAGE);
    let next = found.last().filter(|_| full).map(|last| last.case);
    let cases = found.into_iter().map(|one| EndingCase {
        case: one.case,
        taken_out: one.taken_out,
        named: one.named.map(|named| said(named, &staff)),
        agreed: one.agreed.map(|agreed| said(agreed, &staff)),
    });
    let cases = cases.collect();
    Ok(axum::Json(EndingCases { cases, next }))
}
