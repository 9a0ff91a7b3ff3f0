//! Leaving in good order: a last day, the reader's signed word that every case goes on, and then the end of the keys.
//!
//! The server cannot know who was left out of a case, so it cannot count who opens it. It asks for the leaver's own
//! signed count, refuses one that a report has overtaken, and destroys no key while any case would stand alone.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{HandOver, LeavingRequest, StaffState};
use protocol::day::Day;
use protocol::directory::LEAST_READERS;
use protocol::hand_over::verify_hand_over;
use protocol::id::{KeyId, SchoolId, StaffId};

use crate::app::App;
use crate::extract::{Json, Path};
use crate::in_force::InForce;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::{Admin, Reader};
use crate::store::Transaction;

/// How far ahead a last day may lie.
const MOST_DAYS_AHEAD: u32 = 730;

/// Sets an adult's last day, or takes it back. Nothing ends by itself on that day.
#[utoipa::path(put, path = "/api/v1/staff/{staff}/leaving", tag = "people", security(("session" = [])),
    params(("staff" = String, Path, description = "account")), request_body = LeavingRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument), (status = 409, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn leaving(
    State(app): State<App>,
    Admin(admin): Admin,
    Path(staff): Path<StaffId>,
    Json(request): Json<LeavingRequest>,
) -> Result<StatusCode, ApiError> {
    let today = app.now().day();
    let soon = |day| (today..=today.saturating_add(MOST_DAYS_AHEAD)).contains(&day);
    if request.last_day.is_some_and(|day| !soon(day)) {
        return Err(
            ApiError::from(Problem::Invalid).with_detail("The day is past or too far ahead.")
        );
    }
    let mut transaction = app.write().await?;
    let account = transaction
        .staff_by_id(admin.school, staff)
        .await?
        .ok_or(Problem::NotFound)?;
    if account.view.state == StaffState::Ended {
        return Err(
            ApiError::from(Problem::Conflict).with_detail("This person's access has ended.")
        );
    }
    transaction
        .set_last_day(admin.school, staff, request.last_day)
        .await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Keeps a reader's signed word about the cases they can open.
#[utoipa::path(put, path = "/api/v1/hand-over", tag = "people", security(("session" = [])),
    request_body = HandOver,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn hand_over(
    State(app): State<App>,
    reader: Reader,
    Json(said): Json<HandOver>,
) -> Result<StatusCode, ApiError> {
    let school = reader.member.school;
    if said.hour.abs_diff(app.now().hour()) > 1 {
        return Err(Problem::WrongHour.into());
    }
    if said.alone > said.cases || said.handed > said.cases {
        return Err(
            ApiError::from(Problem::Invalid).with_detail("The numbers do not fit together.")
        );
    }
    let mut transaction = app.write().await?;
    let in_force = InForce::load(&mut transaction, school).await?;
    let entry = in_force
        .directory
        .entry(&reader.key)
        .ok_or(Problem::Refused)?;
    if said.key != reader.key || verify_hand_over(&said, school, &entry.signing).is_err() {
        return Err(Problem::BadSignature.into());
    }
    if said.log_size > app.log.size(&mut transaction).await? {
        return Err(ApiError::from(Problem::Invalid).with_detail("The log is shorter than that."));
    }
    transaction
        .put_hand_over(school, reader.member.view.staff, &said)
        .await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a reader's key for good, or says why not: only on their own word, with no case alone, and none come since.
pub async fn check_handed_over(
    transaction: &mut Transaction,
    school: SchoolId,
    staff: StaffId,
    key: &KeyId,
) -> Result<HandOver, ApiError> {
    let refused = |why: &'static str| ApiError::from(Problem::NotHandedOver).with_detail(why);
    let leavers = transaction.leavers(school).await?;
    let said = leavers
        .into_iter()
        .find(|one| one.staff == staff)
        .and_then(|one| one.statement)
        .filter(|said| said.key == *key)
        .ok_or_else(|| refused("This person has not handed their cases over."))?;
    if said.alone > 0 {
        return Err(refused(
            "There are cases that fewer than two others can open.",
        ));
    }
    if transaction
        .received_since(school, key, said.log_size)
        .await?
    {
        return Err(refused("A report came since the cases were handed over."));
    }
    Ok(said)
}

/// Refuses when fewer than two people could still read after this key is gone (P61, F7).
pub async fn check_enough_left(
    transaction: &mut Transaction,
    school: SchoolId,
    leaving: &KeyId,
    today: Day,
) -> Result<(), ApiError> {
    let in_force = InForce::load(transaction, school).await?;
    let working = working_keys(transaction, school).await?;
    let receives = |key: &KeyId| {
        in_force
            .directory
            .entry(key)
            .is_some_and(|entry| entry.receives(today))
    };
    let able: Vec<&KeyId> = working.iter().filter(|key| receives(key)).collect();
    if able.contains(&leaving) && able.len() <= LEAST_READERS {
        return Err(Problem::TooFewReaders.into());
    }
    Ok(())
}

/// Keys of people who have an account that did not end, and whose key was not taken out of use.
pub async fn working_keys(
    transaction: &mut Transaction,
    school: SchoolId,
) -> Result<Vec<KeyId>, ApiError> {
    let withdrawn = transaction.withdrawn_keys(school).await?;
    let staff = transaction.staff_list(school).await?;
    Ok(staff
        .into_iter()
        .filter(|person| person.state != StaffState::Ended && person.role.reads())
        .filter_map(|person| person.key)
        .filter(|key| !withdrawn.contains(key))
        .collect())
}
