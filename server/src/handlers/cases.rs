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
    drop(transaction);
    warn(&app, &reader, &page).await?;
    Ok(axum::Json(page))
}

/// Days before the end at which readers are warned, as in `packs/retention`.
const STAGES: [u32; 2] = [30, 7];

/// The board shows what goes soon; whoever is given it has been warned. Only somebody who has opened the case counts,
/// which the log says anyway: the server does not know who else can see that it exists.
async fn warn(app: &App, reader: &Reader, page: &CasePage) -> Result<(), ApiError> {
    let (school, staff) = (reader.member.school, reader.member.view.staff);
    let today = app.now().day();
    let soon: Vec<(CaseId, u32)> = page
        .cases
        .iter()
        .filter(|case| case.may_expire && case.bookmark.is_some())
        .flat_map(|case| {
            let left = case.destroy_after_day.saturating_sub(today);
            let stages = STAGES.into_iter().filter(move |stage| left <= *stage);
            stages.map(|stage| (case.case, stage))
        })
        .collect();
    if soon.is_empty() {
        return Ok(());
    }
    let warned = app.read().await?.warnings_of(school, staff).await?;
    let fresh: Vec<_> = soon
        .into_iter()
        .filter(|warning| !warned.contains(warning))
        .collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let mut transaction = app.write().await?;
    for (case, stage) in fresh {
        transaction
            .put_warning(school, case, staff, stage, today)
            .await?;
    }
    transaction.commit().await?;
    Ok(())
}
