//! What adults add to a case: replies the pupil reads, notes only staff read, keys for a later reader. All of a request
//! or none of it.

use std::collections::HashSet;

use axum::extract::State;
use protocol::api::{MessagesAnswer, MessagesRequest};
use protocol::audit::Kind as Happened;
use protocol::day::Day;
use protocol::directory::LEAST_READERS;
use protocol::envelope::Envelope;
use protocol::header::Kind;
use protocol::id::CaseId;

use crate::app::App;
use crate::arrival::new_envelope;
use crate::extract::{Json, Path};
use crate::handlers::leavers;
use crate::in_force::InForce;
use crate::log_keeper::{Act, Recorded};
use crate::once::{OnceHeader, OnceKey, is_repeated};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::Reader;
use crate::store::{Added, Transaction};

/// A close is one note and one reply; nothing needs more than a few.
const MOST_ENVELOPES: usize = 8;
/// A case may be destroyed this many days from now at the soonest: the shortest period any class may have.
pub const LEAST_DAYS: u32 = 7;
/// How far ahead a date may lie: a hundred years, beyond any retention class.
const MOST_DAYS_AHEAD: u32 = 36_525;

/// Adds replies and notes, and moves the dates the server knows.
#[utoipa::path(post, path = "/api/v1/cases/{case}/messages", tag = "cases", security(("session" = [])),
    params(("case" = String, Path, description = "case")), request_body = MessagesRequest,
    responses((status = 200, body = MessagesAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 413, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn add(
    State(app): State<App>,
    reader: Reader,
    Path(case): Path<CaseId>,
    Json(request): Json<MessagesRequest>,
) -> Result<axum::Json<MessagesAnswer>, ApiError> {
    let school = reader.member.school;
    let now = app.now();
    check_dates(&request, now.day())?;
    let envelopes = decode(&request, case)?;
    let mut transaction = app.write().await?;
    let recorded = take_in(&app, &mut transaction, &reader, case, &envelopes).await?;
    // A day without a word on what stands in the way is only a day.
    let may_expire = request
        .may_expire
        .or(request.destroy_after_day.map(|_| false));
    transaction
        .set_expiry(school, case, request.destroy_after_day, may_expire)
        .await?;
    transaction
        .set_dates(school, case, None, request.due_day)
        .await?;
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(answer(&envelopes))
}

/// Takes a reader out of a case they step aside from: their note to those who stay comes in, and the case is neither
/// listed nor given out to their key any more. What they have read cannot be unread.
#[utoipa::path(post, path = "/api/v1/cases/{case}/step-aside", tag = "cases", security(("session" = [])),
    params(("case" = String, Path, description = "case"), OnceHeader), request_body = MessagesRequest,
    responses((status = 200, body = MessagesAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 413, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn step_aside(
    State(app): State<App>,
    reader: Reader,
    Path(case): Path<CaseId>,
    once: OnceKey,
    Json(request): Json<MessagesRequest>,
) -> Result<axum::Json<MessagesAnswer>, ApiError> {
    let (school, now) = (reader.member.school, app.now());
    let envelopes = decode(&request, case)?;
    if envelopes.len() != 1 || envelopes[0].header().kind() != Kind::Note {
        return Err(ApiError::from(Problem::InvalidEnvelope).with_detail("One note says why."));
    }
    let who = [&reader.member.view.staff.to_bytes()[..], &case.to_bytes()];
    let noted = once.of(&app, "step-aside", &who, &request)?;
    let mut transaction = app.write().await?;
    // The case is out of this reader's hands after the first time, so that nothing else could tell.
    if is_repeated(&mut transaction, school, noted.as_ref(), now.hour()).await? {
        return Ok(answer(&envelopes));
    }
    let in_force = InForce::load(&mut transaction, school).await?;
    let working = leavers::working_keys(&mut transaction, school).await?;
    let today = Day(now.day());
    let stay = in_force
        .directory
        .readers(today)
        .filter(|entry| entry.key_id != reader.key && working.contains(&entry.key_id));
    if stay.count() < LEAST_READERS {
        return Err(Problem::TooFewReaders.into());
    }
    let recorded = take_in(&app, &mut transaction, &reader, case, &envelopes).await?;
    transaction
        .forget_reader(school, case, reader.member.view.staff, &reader.key)
        .await?;
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(answer(&envelopes))
}

/// Adds envelopes of a reader with their entries.
async fn take_in(
    app: &App,
    transaction: &mut Transaction,
    reader: &Reader,
    case: CaseId,
    envelopes: &[Envelope],
) -> Result<Option<Recorded>, ApiError> {
    let school = reader.member.school;
    let now = app.now();
    transaction
        .case_for_reader(school, case, &reader.key, now.minute())
        .await?
        .ok_or(Problem::NotFound)?;
    let in_force = InForce::load(transaction, school).await?;
    if !in_force.may_answer(&reader.key) {
        return Err(Problem::Refused.into());
    }
    let mut recorded = None;
    for envelope in envelopes {
        let written = add_one(app, transaction, reader, &in_force, envelope).await?;
        recorded = written.or(recorded);
    }
    Ok(recorded)
}

fn answer(envelopes: &[Envelope]) -> axum::Json<MessagesAnswer> {
    let ids = envelopes.iter().map(|envelope| envelope.header().message());
    axum::Json(MessagesAnswer {
        messages: ids.collect(),
    })
}

/// Takes in one envelope with its entry in the log. `None` when it was in already.
pub(super) async fn add_one(
    app: &App,
    transaction: &mut Transaction,
    reader: &Reader,
    in_force: &InForce,
    envelope: &Envelope,
) -> Result<Option<Recorded>, ApiError> {
    let (school, case) = (reader.member.school, envelope.header().case());
    let now = app.now();
    match transaction
        .add_envelope(school, case, &new_envelope(envelope, now.hour()))
        .await?
    {
        Added::New => {}
        Added::Again => return Ok(None),
        Added::Differs => return Err(Problem::Conflict.into()),
        Added::Missing => return Err(Problem::NotFound.into()),
    }
    // A reply has the pupil's mailbox key in front of the readers.
    let front = usize::from(envelope.header().kind() == Kind::Reply);
    in_force
        .check_addressed(transaction, envelope.header(), front, now)
        .await?;
    let act = Act::Case {
        case,
        kind: if envelope.header().kind() == Kind::Rewrap {
            Happened::Rewrapped
        } else {
            Happened::MessageAdded
        },
        key: reader.key,
        reason: None,
        hour: now.hour(),
        envelope: envelope.hash(),
    };
    let mut rng = app.randomness.make_rng();
    let recorded = app.log.record(transaction, school, &act, &mut rng).await?;
    Ok(Some(recorded))
}

fn decode(request: &MessagesRequest, case: CaseId) -> Result<Vec<Envelope>, ApiError> {
    if request.envelopes.len() > MOST_ENVELOPES {
        return Err(ApiError::from(Problem::Invalid).with_detail("At most 8 envelopes at once."));
    }
    let mut ids = HashSet::new();
    let mut envelopes = Vec::new();
    for bytes in &request.envelopes {
        let envelope = Envelope::decode(&bytes.0).map_err(|error| {
            ApiError::from(Problem::InvalidEnvelope).with_detail(error.to_string())
        })?;
        let header = envelope.header();
        if !matches!(header.kind(), Kind::Reply | Kind::Note | Kind::Rewrap) {
            return Err(ApiError::from(Problem::InvalidEnvelope)
                .with_detail("Only replies, notes and re-wraps come this way."));
        }
        if header.case() != case || !ids.insert(header.message()) {
            return Err(ApiError::from(Problem::InvalidEnvelope)
                .with_detail("The envelope belongs elsewhere."));
        }
        envelopes.push(envelope);
    }
    Ok(envelopes)
}

fn check_dates(request: &MessagesRequest, today: u32) -> Result<(), ApiError> {
    let latest = today.saturating_add(MOST_DAYS_AHEAD);
    // `u32::MAX` is "until someone decides by hand".
    let destroy = request
        .destroy_after_day
        .is_none_or(|day| day == u32::MAX || (today.saturating_sub(1)..=latest).contains(&day));
    let due = request.due_day.is_none_or(|day| day <= latest);
    // Readers must have time to be warned; and what is kept by hand has no day on which it may go.
    let soonest = today.saturating_add(LEAST_DAYS);
    let expires = request.may_expire != Some(true)
        || request
            .destroy_after_day
            .is_some_and(|day| (soonest..=latest).contains(&day));
    if destroy && due && expires {
        return Ok(());
    }
    Err(ApiError::from(Problem::Invalid).with_detail("A date lies in the past or too far ahead."))
}
