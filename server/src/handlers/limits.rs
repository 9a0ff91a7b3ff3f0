//! How a school's day goes, and what an admin may set: what a day usually brings, and the code on posters.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{LimitsRequest, TodayView};
use protocol::id::SchoolId;

use crate::app::App;
use crate::budget;
use crate::extract::Json;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::Admin;
use crate::store::Limits;

const BUDGETS: std::ops::RangeInclusive<u32> = 10..=1_000_000;

/// The day as signed-in adults see it: of this moment, not of a second ago.
pub async fn view(app: &App, school: SchoolId) -> Result<TodayView, ApiError> {
    app.budgets.forget(school);
    let today = budget::today(app, school).await?;
    let Limits { daily_budget, term } = today.limits;
    let code = || app.server_key.derive_term_code(school, term);
    Ok(TodayView {
        reports: today.reports,
        daily_budget,
        alarm: today.alarm(),
        term,
        term_code: (term > 0).then(code),
    })
}

/// Sets what a day usually brings, and which posters are up.
#[utoipa::path(put, path = "/api/v1/limits", tag = "people", security(("session" = [])),
    request_body = LimitsRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn set(
    State(app): State<App>,
    Admin(admin): Admin,
    Json(request): Json<LimitsRequest>,
) -> Result<StatusCode, ApiError> {
    if !BUDGETS.contains(&request.daily_budget) {
        return Err(ApiError::from(Problem::Invalid)
            .with_detail("A day's budget is from 10 to 1,000,000 reports."));
    }
    let mut transaction = app.write().await?;
    // Both are about reports that come in. Whoever changes them would believe that some still do.
    let ends = transaction.wind_down(admin.school).await?;
    if ends.is_some_and(|found| found.agreed.is_some()) {
        return Err(Problem::ServiceEnding.into());
    }
    let now = transaction.limits(admin.school).await?;
    // An old term's posters must not count again, so a term is never gone back to.
    let allowed = [0, now.term, now.term.saturating_add(1)];
    if !allowed.contains(&request.term) {
        return Err(
            ApiError::from(Problem::Conflict).with_detail("Posters changed meanwhile. Look again.")
        );
    }
    let limits = Limits {
        daily_budget: request.daily_budget,
        term: request.term,
    };
    transaction.set_limits(admin.school, &limits).await?;
    transaction.commit().await?;
    app.budgets.forget(admin.school);
    Ok(StatusCode::NO_CONTENT)
}
