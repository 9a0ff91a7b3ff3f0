//! Certificates of destruction, for every signed-in adult of the school.

use axum::extract::State;
use protocol::api::{CertificateView, CertificatesPage, limit};

use crate::app::App;
use crate::problem::{ApiError, ProblemDocument};
use crate::staff::StaffMember;

/// What was destroyed, newest first.
#[utoipa::path(get, path = "/api/v1/certificates", tag = "log", security(("session" = [])),
    responses((status = 200, body = CertificatesPage), (status = 401, body = ProblemDocument)))]
pub async fn list(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<CertificatesPage>, ApiError> {
    let mut transaction = app.read().await?;
    let found = transaction
        .certificates(member.school, limit::CERTIFICATES)
        .await?;
    let certificates = found
        .into_iter()
        .map(|certificate| CertificateView {
            day: certificate.day,
            cases: certificate.cases,
            statement: certificate.statement,
        })
        .collect();
    Ok(axum::Json(CertificatesPage { certificates }))
}
