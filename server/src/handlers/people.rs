//! Who has an account, and ending someone's access at once.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{EndStaffRequest, HandOver, PeopleView};
use protocol::audit::{Kind, NO_KEY};
use protocol::day::Day;
use protocol::encoding::FixedBytes;
use protocol::hand_over::signed_bytes;
use protocol::id::{Hash, StaffId};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::extract::{Json, Path};
use crate::handlers::{leavers, limits};
use crate::log_keeper::Act;
use crate::once::{OnceHeader, OnceKey, is_repeated};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::{Admin, StaffMember};
use crate::step_up::Fresh;

const WHAT_LABEL: &[u8] = b"reports/v1/staff-ended";
const MOST_REASON_BYTES: usize = 500;

/// Everyone with an account; open invitations for admins only.
#[utoipa::path(get, path = "/api/v1/staff", tag = "people", security(("session" = [])),
    responses((status = 200, body = PeopleView), (status = 401, body = ProblemDocument)))]
pub async fn list(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<PeopleView>, ApiError> {
    let mut transaction = app.read().await?;
    let staff = transaction.staff_list(member.school).await?;
    let invites = if member.view.admin {
        transaction.invites(member.school, app.now().day()).await?
    } else {
        Vec::new()
    };
    let leavers = transaction.leavers(member.school).await?;
    drop(transaction);
    let today = limits::view(&app, member.school).await?;
    Ok(axum::Json(PeopleView {
        staff,
        invites,
        today,
        leavers,
    }))
}

/// Ends a person's access: sessions die, no release, no new slot. The signed directory follows. Refused when fewer than
/// two readers would be left. With `destroy`, and only after a hand-over, their sealed keys go for good.
#[utoipa::path(post, path = "/api/v1/staff/{staff}/end", tag = "people", security(("session" = [])),
    params(("staff" = String, Path, description = "account"), OnceHeader), request_body = EndStaffRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument), (status = 409, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn end(
    State(app): State<App>,
    Fresh(Admin(admin)): Fresh<Admin>,
    Path(staff): Path<StaffId>,
    once: OnceKey,
    Json(request): Json<EndStaffRequest>,
) -> Result<StatusCode, ApiError> {
    if request.reason.trim().is_empty() || request.reason.len() > MOST_REASON_BYTES {
        return Err(ApiError::from(Problem::Invalid).with_detail("Say why, in at most 500 bytes."));
    }
    if staff == admin.view.staff {
        // Otherwise the last admin could leave a school that nobody can configure.
        return Err(ApiError::from(Problem::Refused).with_detail("Nobody ends their own access."));
    }
    let now = app.now();
    let who = [&admin.view.staff.to_bytes()[..], &staff.to_bytes()];
    let noted = once.of(&app, "end", &who, &request)?;
    let mut transaction = app.write().await?;
    if is_repeated(&mut transaction, admin.school, noted.as_ref(), now.hour()).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    let account = transaction
        .staff_by_id(admin.school, staff)
        .await?
        .ok_or(Problem::NotFound)?;
    if request.key != account.view.key {
        return Err(
            ApiError::from(Problem::Conflict).with_detail("This person has another key by now.")
        );
    }
    if let Some(key) = &account.view.key {
        let today = Day(now.day());
        leavers::check_enough_left(&mut transaction, admin.school, key, today).await?;
    }
    let said = match &account.view.key {
        Some(key) if request.destroy => {
            Some(leavers::check_handed_over(&mut transaction, admin.school, staff, key).await?)
        }
        None if request.destroy => {
            return Err(ApiError::from(Problem::Invalid).with_detail("This person has no key."));
        }
        _ => None,
    };
    if !transaction
        .end_staff(admin.school, staff, &request.reason, now.hour())
        .await?
    {
        return Err(
            ApiError::from(Problem::Conflict).with_detail("This person's access has ended before.")
        );
    }
    if let Some(key) = account.view.key {
        transaction
            .withdraw_key(admin.school, &key, now.hour())
            .await?;
    }
    let key = account.view.key.unwrap_or(NO_KEY);
    if said.is_some() {
        transaction
            .destroy_keys(admin.school, staff, &key, now.hour())
            .await?;
    }
    let what = what_was_done(staff, &request.reason, said.as_ref());
    let act = Act::School {
        kind: Kind::StaffEnded,
        key,
        hour: now.hour(),
        what,
    };
    app.commit_act(transaction, admin.school, &act).await?;
    if said.is_some()
        && let Err(error) = app.database.scrub().await
    {
        tracing::warn!(error = %error, "the write-ahead log could not be emptied after a key was destroyed");
    }
    Ok(StatusCode::NO_CONTENT)
}

/// What the log commits to: whose access ended and why, and the leaver's signed word when their key was destroyed.
fn what_was_done(staff: StaffId, reason: &str, said: Option<&HandOver>) -> Hash {
    let mut hash = Sha256::new()
        .chain_update(WHAT_LABEL)
        .chain_update(staff.to_bytes())
        .chain_update(reason);
    if let Some(said) = said {
        hash.update(signed_bytes(said));
        hash.update(said.signature.0);
    }
    FixedBytes(hash.finalize().into())
}
