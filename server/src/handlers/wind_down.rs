//! The end of a school's service (XAM-22): pupils write no more, adults read and take out for 31 days, then everything is
//! destroyed by `crate::expiry`, which also says what stands in the way.
//!
//! Promise: no single person ends a school. An admin asks; a reader who is somebody else, and whose key the root
//! holders signed, agrees: a second account that an admin made for themselves has no such key. Both have just shown
//! their second factor. Two people call it back, until nothing is left. A case that time alone does not free, or that
//! is held, stays until two of its readers said, each in a sealed note, who keeps it from then on.

pub mod cases;

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    Ending, KeeperAnswer, KeeperRequest, READING_DAYS, SaidBy, StaffState, StaffView,
    WindDownRequest, WindDownView,
};
use protocol::audit::Kind;
use protocol::id::{CaseId, SchoolId, StaffId};

use super::{holds, own_act};
use crate::app::App;
use crate::extract::{Json, Path};
use crate::in_force::InForce;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::{Admin, Reader, StaffMember};
use crate::step_up::Fresh;
use crate::store::{Kept, Transaction, WindDown};

const WHAT_LABEL: &[u8] = b"reports/v1/wind-down";
/// What was asked for is agreed to within this many hours, or asked for anew.
const ASKED_HOURS: u32 = 14 * 24;

/// How far it has come.
#[utoipa::path(get, path = "/api/v1/wind-down", tag = "end", security(("session" = [])),
    responses((status = 200, body = WindDownView), (status = 401, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<WindDownView>, ApiError> {
    let mut transaction = app.read().await?;
    let found = transaction.wind_down(member.school).await?;
    let staff = transaction.staff_list(member.school).await?;
    let ending = found.map(|found| view(&found, &staff));
    let left = if ending.is_some() && !member.view.role.reads() {
        Some(transaction.ending_left(member.school).await?)
    } else {
        None
    };
    Ok(axum::Json(WindDownView { ending, left }))
}

/// Asks for the end. Nothing happens before somebody else agrees.
#[utoipa::path(post, path = "/api/v1/wind-down", tag = "end", security(("session" = [])),
    request_body = WindDownRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn ask(
    State(app): State<App>,
    Fresh(Admin(admin)): Fresh<Admin>,
    Json(request): Json<WindDownRequest>,
) -> Result<StatusCode, ApiError> {
    if ![0, READING_DAYS].contains(&request.days) {
        return Err(
            ApiError::from(Problem::Invalid).with_detail("There are 31 days to read, or none.")
        );
    }
    let (school, hour) = (admin.school, app.now().hour());
    let mut transaction = app.write().await?;
    if let Some(found) = transaction.lock_wind_down(school).await? {
        if found.agreed.is_some() || !has_lapsed(&found, hour) {
            let same = found.asked_by == admin.view.staff && found.days == request.days;
            return if same && found.agreed.is_none() {
                Ok(StatusCode::NO_CONTENT)
            } else {
                Err(ApiError::from(Problem::Conflict)
                    .with_detail("This is asked for already. Look at it again."))
            };
        }
        transaction.forget_wind_down(school).await?;
    }
    if !transaction
        .ask_wind_down(school, admin.view.staff, hour, request.days)
        .await?
    {
        return Err(Problem::Conflict.into());
    }
    record(&app, transaction, &admin, Kind::WindDownAsked, request.days).await
}

/// Agrees to what somebody else asked for. From here on pupils can send nothing new.
#[utoipa::path(post, path = "/api/v1/wind-down/agree", tag = "end", security(("session" = [])),
    request_body = WindDownRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument), (status = 409, body = ProblemDocument)))]
pub async fn agree(
    State(app): State<App>,
    Fresh(reader): Fresh<Reader>,
    Json(request): Json<WindDownRequest>,
) -> Result<StatusCode, ApiError> {
    let (school, me) = (reader.member.school, reader.member.view.staff);
    let now = app.now();
    let mut transaction = app.write().await?;
    let found = transaction
        .lock_wind_down(school)
        .await?
        .ok_or(Problem::NotFound)?;
    if let Some((by, _)) = found.agreed {
        return if by == me && found.days == request.days {
            Ok(StatusCode::NO_CONTENT)
        } else {
            Err(Problem::Conflict.into())
        };
    }
    if found.asked_by == me {
        return Err(ApiError::from(Problem::Refused)
            .with_detail("You asked for this. Somebody else has to agree."));
    }
    let in_force = InForce::load(&mut transaction, school).await?;
    if !in_force.may_answer(&reader.key) {
        return Err(Problem::Refused.into());
    }
    let asker = transaction.staff_by_id(school, found.asked_by).await?;
    let still_admin =
        asker.is_some_and(|one| one.view.admin && one.view.state == StaffState::Active);
    if found.days != request.days || has_lapsed(&found, now.hour()) || !still_admin {
        return Err(ApiError::from(Problem::Conflict)
            .with_detail("What was asked for is no longer that. It must be asked for anew."));
    }
    let destroy_day = now.day().saturating_add(found.days);
    transaction
        .agree_wind_down(school, me, now.hour(), destroy_day)
        .await?;
    app.budgets.forget(school);
    record(
        &app,
        transaction,
        &reader.member,
        Kind::WindDownAgreed,
        destroy_day,
    )
    .await
}

/// Calls it back. What nobody agreed to goes at one person's word; afterwards the second one who asks ends it. One of
/// the two is a reader.
#[utoipa::path(post, path = "/api/v1/wind-down/call-back", tag = "end", security(("session" = [])),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument), (status = 409, body = ProblemDocument)))]
pub async fn call_back(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
) -> Result<StatusCode, ApiError> {
    let (school, me) = (member.school, member.view.staff);
    let mut transaction = app.write().await?;
    let found = transaction.lock_wind_down(school).await?;
    let in_force = InForce::load(&mut transaction, school).await?;
    let reads = |view: &StaffView| {
        view.key
            .as_ref()
            .is_some_and(|key| in_force.may_answer(key))
    };
    if !member.view.admin && !reads(&member.view) {
        return Err(Problem::Refused.into());
    }
    let found = found.ok_or(Problem::NotFound)?;
    if found.over_day.is_some() {
        return Err(
            ApiError::from(Problem::Conflict).with_detail("Nothing is left that could be kept.")
        );
    }
    let first = match found.stop_asked {
        _ if found.agreed.is_none() => None,
        Some((first, _)) if first == me => return Ok(StatusCode::NO_CONTENT),
        Some((first, _)) => Some(first),
        None => {
            transaction.ask_stop(school, me, app.now().hour()).await?;
            return record(&app, transaction, &member, Kind::WindDownStopAsked, 0).await;
        }
    };
    if let Some(first) = first {
        let first = transaction.staff_by_id(school, first).await?;
        let counts = first.filter(|one| one.view.state == StaffState::Active);
        let one_reads = counts.as_ref().is_some_and(|one| reads(&one.view)) || reads(&member.view);
        if counts.is_none() || !one_reads {
            // The first one's word no longer counts, or two admins without keys asked: this one is the first now.
            transaction.ask_stop(school, me, app.now().hour()).await?;
            return record(&app, transaction, &member, Kind::WindDownStopAsked, 0).await;
        }
    }
    transaction.forget_wind_down(school).await?;
    app.budgets.forget(school);
    record(&app, transaction, &member, Kind::WindDownStopped, 0).await
}

/// Says who keeps a case from now on, in a sealed note. The second reader who says so frees it for the school's end.
#[utoipa::path(post, path = "/api/v1/cases/{case}/keeper", tag = "end", security(("session" = [])),
    params(("case" = String, Path, description = "case")), request_body = KeeperRequest,
    responses((status = 200, body = KeeperAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 413, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn keeper(
    State(app): State<App>,
    Fresh(reader): Fresh<Reader>,
    Path(case): Path<CaseId>,
    Json(request): Json<KeeperRequest>,
) -> Result<axum::Json<KeeperAnswer>, ApiError> {
    let note = holds::decode(&request.note, case)?;
    let mut transaction = holds::begin(&app, &reader, case).await?;
    let in_force = holds::speaker(&mut transaction, &reader).await?;
    let (school, me) = (reader.member.school, reader.member.view.staff);
    let mut recorded =
        super::messages::add_one(&app, &mut transaction, &reader, &in_force, &note).await?;
    let is_new = recorded.is_some();
    if !is_running(&mut transaction, school).await? {
        return Err(ApiError::from(Problem::Conflict)
            .with_detail("A keeper is named once the school's end is agreed to."));
    }
    let said = transaction
        .name_keeper(school, case, me, app.now().hour())
        .await?;
    let agreed = match said {
        Kept::Said => false,
        // The same request again is answered as before; a new one from the same person says nothing new.
        Kept::Again if !is_new => false,
        Kept::Again => {
            return Err(ApiError::from(Problem::Conflict)
                .with_detail("You have said so already. Another reader must say so too."));
        }
        Kept::Settled if !is_new => true,
        Kept::Settled => {
            return Err(ApiError::from(Problem::Conflict).with_detail("This case has its keeper."));
        }
        Kept::Agreed => {
            let named = Kind::KeeperNamed;
            recorded = Some(holds::record(&app, &mut transaction, &reader, &note, named).await?);
            true
        }
    };
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(axum::Json(KeeperAnswer { agreed }))
}

async fn is_running(transaction: &mut Transaction, school: SchoolId) -> Result<bool, ApiError> {
    let found = transaction.wind_down(school).await?;
    Ok(found.is_some_and(|found| found.agreed.is_some()))
}

/// Nobody agreed to it in time.
fn has_lapsed(found: &WindDown, hour: u32) -> bool {
    found.agreed.is_none() && hour > found.asked_hour.saturating_add(ASKED_HOURS)
}

/// An adult by the name they have today.
fn said((by, hour): (StaffId, u32), staff: &[StaffView]) -> SaidBy {
    let name = staff.iter().find(|one| one.staff == by);
    SaidBy {
        staff: by,
        name: name.map(|one| one.name.clone()).unwrap_or_default(),
        hour,
    }
}

fn view(found: &WindDown, staff: &[StaffView]) -> Ending {
    Ending {
        days: found.days,
        asked: said((found.asked_by, found.asked_hour), staff),
        agreed: found.agreed.map(|agreed| said(agreed, staff)),
        destroy_day: found.destroy_day,
        stop_asked: found.stop_asked.map(|asked| said(asked, staff)),
        taken_out_day: found.taken_out_day,
        over_day: found.over_day,
    }
}

async fn record(
    app: &App,
    transaction: Transaction,
    member: &StaffMember,
    kind: Kind,
    number: u32,
) -> Result<StatusCode, ApiError> {
    let staff = member.view.staff.to_bytes();
    let what: [&[u8]; 4] = [WHAT_LABEL, &[kind.to_byte()], &staff, &number.to_be_bytes()];
    own_act::log(app, transaction, member, kind, &what).await?;
    Ok(StatusCode::NO_CONTENT)
}
