//! Holds: one person keeps a case past its day, two people let it go. The reason is a sealed note of the case, which
//! the log entry of the hold names by its hash.

use axum::extract::State;
use protocol::api::{HoldAnswer, HoldRequest, LiftRequest};
use protocol::audit::Kind as Happened;
use protocol::encoding::Bytes;
use protocol::envelope::Envelope;
use protocol::header::Kind;
use protocol::id::CaseId;

use super::messages::add_one;
use crate::app::App;
use crate::extract::{Json, Path};
use crate::in_force::InForce;
use crate::log_keeper::{Act, Recorded};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::Reader;
use crate::store::{Lifted, Transaction};

/// A hold is looked at again within this many days.
const MOST_DAYS: u32 = 366;

/// Sets a hold, or its review day anew.
#[utoipa::path(post, path = "/api/v1/cases/{case}/hold", tag = "cases", security(("session" = [])),
    params(("case" = String, Path, description = "case")), request_body = HoldRequest,
    responses((status = 200, body = HoldAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 413, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn set(
    State(app): State<App>,
    reader: Reader,
    Path(case): Path<CaseId>,
    Json(request): Json<HoldRequest>,
) -> Result<axum::Json<HoldAnswer>, ApiError> {
    let today = app.now().day();
    let days = today.saturating_add(1)..=today.saturating_add(MOST_DAYS);
    if !days.contains(&request.review_day) {
        return Err(ApiError::from(Problem::Invalid)
            .with_detail("The day to look again is after today and within a year."));
    }
    let note = decode(&request.note, case)?;
    let mut transaction = begin(&app, &reader, case).await?;
    let in_force = speaker(&mut transaction, &reader).await?;
    let mut recorded = None;
    if add_one(&app, &mut transaction, &reader, &in_force, &note)
        .await?
        .is_some()
    {
        let (school, staff) = (reader.member.school, reader.member.view.staff);
        let hour = app.now().hour();
        if !transaction
            .set_hold(school, case, staff, hour, request.review_day)
            .await?
        {
            return Err(Problem::NotFound.into());
        }
        let written = record(&app, &mut transaction, &reader, &note, Happened::HoldSet).await?;
        recorded = Some(written);
    }
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(axum::Json(HoldAnswer { hold: true }))
}

/// Asks to lift the hold. The second person who asks lifts it.
#[utoipa::path(post, path = "/api/v1/cases/{case}/hold/lift", tag = "cases", security(("session" = [])),
    params(("case" = String, Path, description = "case")), request_body = LiftRequest,
    responses((status = 200, body = HoldAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 413, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn lift(
    State(app): State<App>,
    reader: Reader,
    Path(case): Path<CaseId>,
    Json(request): Json<LiftRequest>,
) -> Result<axum::Json<HoldAnswer>, ApiError> {
    let note = decode(&request.note, case)?;
    let mut transaction = begin(&app, &reader, case).await?;
    let in_force = speaker(&mut transaction, &reader).await?;
    let mut recorded = add_one(&app, &mut transaction, &reader, &in_force, &note).await?;
    let is_new = recorded.is_some();
    let (school, staff) = (reader.member.school, reader.member.view.staff);
    let hour = app.now().hour();
    let hold = match transaction.ask_lift(school, case, staff, hour).await? {
        Lifted::Asked => true,
        // The same request again is answered as before; a new one from the same person says nothing new.
        Lifted::Again if !is_new => true,
        Lifted::Again => {
            return Err(ApiError::from(Problem::Conflict)
                .with_detail("You have asked already. Another adult must ask too."));
        }
        Lifted::NotHeld if !is_new => false,
        Lifted::NotHeld => {
            return Err(ApiError::from(Problem::Conflict).with_detail("There is no hold."));
        }
        Lifted::Lifted => {
            let lifted = Happened::HoldLifted;
            recorded = Some(record(&app, &mut transaction, &reader, &note, lifted).await?);
            false
        }
    };
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(axum::Json(HoldAnswer { hold }))
}

pub(super) async fn begin(
    app: &App,
    reader: &Reader,
    case: CaseId,
) -> Result<Transaction, ApiError> {
    let mut transaction = app.write().await?;
    let (school, minute) = (reader.member.school, app.now().minute());
    transaction
        .case_for_reader(school, case, &reader.key, minute)
        .await?
        .ok_or(Problem::NotFound)?;
    Ok(transaction)
}

pub(super) async fn speaker(
    transaction: &mut Transaction,
    reader: &Reader,
) -> Result<InForce, ApiError> {
    let in_force = InForce::load(transaction, reader.member.school).await?;
    if in_force.may_answer(&reader.key) {
        Ok(in_force)
    } else {
        Err(Problem::Refused.into())
    }
}

pub(super) fn decode(note: &Bytes, case: CaseId) -> Result<Envelope, ApiError> {
    let envelope = Envelope::decode(&note.0)
        .map_err(|error| ApiError::from(Problem::InvalidEnvelope).with_detail(error.to_string()))?;
    if envelope.header().kind() != Kind::Note || envelope.header().case() != case {
        return Err(ApiError::from(Problem::InvalidEnvelope)
            .with_detail("The reason is a note of this case."));
    }
    Ok(envelope)
}

pub(super) async fn record(
    app: &App,
    transaction: &mut Transaction,
    reader: &Reader,
    note: &Envelope,
    kind: Happened,
) -> Result<Recorded, ApiError> {
    let act = Act::Case {
        case: note.header().case(),
        kind,
        key: reader.key,
        reason: None,
        hour: app.now().hour(),
        envelope: note.hash(),
    };
    let mut rng = app.randomness.make_rng();
    let school = reader.member.school;
    Ok(app.log.record(transaction, school, &act, &mut rng).await?)
}
