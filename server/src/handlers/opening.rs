//! Going live: what is missing, who signed, and the opening.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{GateView, Role, SignOff, SignOffRequest, StaffView, TermsText};
use protocol::audit::Kind;
use protocol::id::SchoolId;

use super::own_act;
use crate::app::App;
use crate::extract::Json;
use crate::opening::{Facts, opened_hash, signed_hash};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::{Admin, StaffMember};
use crate::step_up::Fresh;
use crate::store::{How, Opening, School, Signed, Transaction};
use crate::terms;

const WORDS: std::ops::RangeInclusive<usize> = 2..=120;

/// Whether the school is open, and each item of the gate as it is now.
#[utoipa::path(get, path = "/api/v1/gate", tag = "people", security(("session" = [])),
    responses((status = 200, body = GateView), (status = 401, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<GateView>, ApiError> {
    let mut transaction = app.read().await?;
    let school = school(&mut transaction, member.school).await?;
    let facts = Facts::look(&app, &mut transaction, &school).await?;
    let opening = transaction.opening(school.id).await?;
    let staff = transaction.staff_list(school.id).await?;
    let by = opening.as_ref().and_then(|opening| opening.by);
    let named = by.and_then(|by| staff.into_iter().find(|person| person.staff == by));
    Ok(axum::Json(GateView {
        open: opening.is_some(),
        opened_day: opening.map(|opening| opening.day).filter(|day| *day > 0),
        opened_by: named.map(|person| person.name),
        lines: facts.lines(),
        terms: TermsText {
            version: terms::VERSION,
            text: terms::today().to_owned(),
        },
        signed_before: facts.signed_before(),
    }))
}

/// Signs for the impact assessment or the terms (head or chair) or a practice run (lead or deputy). The log commits to it.
#[utoipa::path(post, path = "/api/v1/gate/sign-offs", tag = "people", security(("session" = [])),
    request_body = SignOffRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn sign(
    State(app): State<App>,
    member: StaffMember,
    Json(request): Json<SignOffRequest>,
) -> Result<StatusCode, ApiError> {
    if !may_sign(&member.view, request.what) {
        return Err(ApiError::from(Problem::Refused).with_detail(
            "The head or the chair signs for the assessment and the terms, the lead or a deputy for the practice run.",
        ));
    }
    let words = request.words.trim();
    if !WORDS.contains(&words.len()) || words.chars().any(char::is_control) {
        return Err(
            ApiError::from(Problem::Invalid).with_detail("Name somebody, in 2 to 120 bytes.")
        );
    }
    let now = app.now();
    if request.done_day > now.day().saturating_add(1) {
        return Err(ApiError::from(Problem::Invalid).with_detail("That day has not come yet."));
    }
    let wanted = match request.what {
        SignOff::Terms => terms::VERSION,
        SignOff::Assessment | SignOff::Practice => 0,
    };
    if request.version != wanted {
        return Err(ApiError::from(Problem::Conflict)
            .with_detail("The terms read differently by now. Read them again."));
    }
    let signed = Signed {
        what: request.what,
        version: request.version,
        by: member.view.staff,
        words: words.to_owned(),
        done_day: request.done_day,
        signed_day: now.day(),
    };
    let mut transaction = app.write().await?;
    transaction.sign_off(member.school, &signed).await?;
    let what = signed_hash(member.school, &signed);
    own_act::log_hash(&app, transaction, &member, Kind::SignedOff, what).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Opens the school to its pupils; refused while anything is missing. The log commits to it.
#[utoipa::path(post, path = "/api/v1/gate/open", tag = "people", security(("session" = [])),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument)))]
pub async fn open(
    State(app): State<App>,
    Fresh(Admin(admin)): Fresh<Admin>,
) -> Result<StatusCode, ApiError> {
    let now = app.now();
    let mut transaction = app.write().await?;
    let school = school(&mut transaction, admin.school).await?;
    let lines = Facts::look(&app, &mut transaction, &school).await?.lines();
    if lines.iter().any(|line| !line.done) {
        return Err(Problem::NotReady.into());
    }
    let opening = Opening {
        how: How::Gate,
        day: now.day(),
        by: Some(admin.view.staff),
        in_log: true,
    };
    if !transaction.open_school(school.id, &opening).await? {
        return Err(ApiError::from(Problem::Conflict).with_detail("The school is open already."));
    }
    let what = opened_hash(school.id, &opening);
    own_act::log_hash(&app, transaction, &admin, Kind::SchoolOpened, what).await?;
    Ok(StatusCode::NO_CONTENT)
}

const fn may_sign(person: &StaffView, what: SignOff) -> bool {
    match what {
        SignOff::Assessment | SignOff::Terms => matches!(person.role, Role::Head | Role::Chair),
        SignOff::Practice => matches!(person.role, Role::Lead | Role::Deputy),
    }
}

async fn school(transaction: &mut Transaction, id: SchoolId) -> Result<School, ApiError> {
    let found = transaction.school_by_id(id).await?;
    found.ok_or_else(|| Problem::NotFound.into())
}
