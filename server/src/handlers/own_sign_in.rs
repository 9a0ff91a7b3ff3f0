//! What adults see and change of their own sign-in: where they are signed in, their recovery codes, and showing the
//! second factor once more.
//!
//! Promise: every query is keyed by the person who asks, so nobody reaches a colleague's sessions or codes, whatever
//! their role; a session is described by hours and by the name its owner gave it, for the server knows nothing else.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    FlagRule, NameSessionRequest, ProofRequest, RECOVERY_CODES, RecoveryCodesAnswer, SignInView,
};
use protocol::audit::Kind;
use protocol::id::Hash;
use protocol::recovery_code;

use crate::app::App;
use crate::extract::{HostName, Json, Path};
use crate::handlers::{own_act, passkeys, schools};
use crate::names;
use crate::passkey::ticket::Purpose;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::proof::{Given, Shown};
use crate::staff::StaffMember;
use crate::step_up::Fresh;

const RENEWED_LABEL: &[u8] = b"reports/v1/recovery-codes-renewed";

/// Where this adult is signed in, and how many recovery codes they have left.
#[utoipa::path(get, path = "/api/v1/me/sign-in", tag = "sign-in", security(("session" = [])),
    responses((status = 200, body = SignInView), (status = 401, body = ProblemDocument)))]
pub async fn show(
    State(app): State<App>,
    member: StaffMember,
) -> Result<axum::Json<SignInView>, ApiError> {
    let (school, staff) = (member.school, member.view.staff);
    let mut transaction = app.read().await?;
    let mut sessions = transaction
        .sessions_of(school, staff, app.now().minute(), app.idle_minutes())
        .await?;
    for session in &mut sessions {
        session.here = session.session == member.session;
    }
    let recovery_codes = transaction.recovery_codes_left(school, staff).await?;
    let passkeys = transaction.passkeys(school, staff).await?;
    Ok(axum::Json(SignInView {
        sessions,
        recovery_codes,
        passkeys: passkeys
            .into_iter()
            .map(passkeys::view)
            .collect::<Result<_, _>>()?,
    }))
}

/// Names one of one's sessions, so that it can be told from the others.
#[utoipa::path(put, path = "/api/v1/me/sessions/{session}", tag = "sign-in", security(("session" = [])),
    params(("session" = String, Path, description = "session")), request_body = NameSessionRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 404, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn name(
    State(app): State<App>,
    member: StaffMember,
    Path(session): Path<Hash>,
    Json(request): Json<NameSessionRequest>,
) -> Result<StatusCode, ApiError> {
    names::check_place(&request.name)?;
    let mut transaction = app.write().await?;
    if !transaction
        .name_session(member.school, member.view.staff, &session, &request.name)
        .await?
    {
        return Err(Problem::NotFound.into());
    }
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends one of one's sessions.
#[utoipa::path(delete, path = "/api/v1/me/sessions/{session}", tag = "sign-in", security(("session" = [])),
    params(("session" = String, Path, description = "session")),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 404, body = ProblemDocument)))]
pub async fn end(
    State(app): State<App>,
    member: StaffMember,
    Path(session): Path<Hash>,
) -> Result<StatusCode, ApiError> {
    let mut transaction = app.write().await?;
    if !transaction
        .end_session(member.school, member.view.staff, &session)
        .await?
    {
        return Err(Problem::NotFound.into());
    }
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends every session of whoever asks, this one too. Asks for nothing more: who fears a stranger at their desk must not
/// be stopped by a phone that is not there.
#[utoipa::path(delete, path = "/api/v1/me/sessions", tag = "sign-in", security(("session" = [])),
    responses((status = 204), (status = 401, body = ProblemDocument)))]
pub async fn end_all(State(app): State<App>, member: StaffMember) -> Result<StatusCode, ApiError> {
    let mut transaction = app.write().await?;
    transaction
        .end_sessions(member.school, member.view.staff)
        .await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Shows the second factor once more. For five minutes this session may then do what asks for it.
#[utoipa::path(post, path = "/api/v1/me/proof", tag = "sign-in", security(("session" = [])),
    request_body = ProofRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 422, body = ProblemDocument),
        (status = 429, body = ProblemDocument)))]
pub async fn prove(
    State(app): State<App>,
    member: StaffMember,
    HostName(host): HostName,
    Json(request): Json<ProofRequest>,
) -> Result<StatusCode, ApiError> {
    let (school, staff) = (member.school, member.view.staff);
    // Only who holds a session of this person can make them wait here.
    let who = (school, staff, "proof");
    let seconds = app.door.wait(who, app.now());
    if seconds > 0 {
        return Err(ApiError::from(Problem::Wait).retry_after(seconds));
    }
    let mut transaction = app.write().await?;
    let account = transaction
        .staff_by_id(school, staff)
        .await?
        .ok_or(Problem::SessionEnded)?;
    let place = schools::of(&mut transaction, school).await?;
    let given = Given {
        code: &request.code,
        passkey: request.passkey.as_ref(),
        host: &host,
        purpose: Purpose::Prove(staff),
    };
    let shown = Shown::find(&app, &mut transaction, &place, Some(&account), given).await?;
    let hour = app.now().hour();
    let used = match &shown {
        Some(shown) => shown.use_up(&mut transaction, school, staff, hour).await?,
        None => false,
    };
    let (Some(shown), true) = (shown, used) else {
        let waits = app.door.mistaken(who, app.now());
        let day = app.now().day();
        app.wrong_tries
            .add(school, staff, day, FlagRule::WrongProof, waits);
        return Err(Problem::WrongCode.into());
    };
    app.door.right(who);
    transaction
        .prove_session(&member.session, app.now().minute())
        .await?;
    let recorded = shown.record(&app, &mut transaction, &account).await?;
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes ten fresh recovery codes. They are in this answer and nowhere else; those from before stop working.
#[utoipa::path(post, path = "/api/v1/me/recovery-codes", tag = "sign-in", security(("session" = [])),
    responses((status = 200, body = RecoveryCodesAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument)))]
pub async fn renew_codes(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
) -> Result<axum::Json<RecoveryCodesAnswer>, ApiError> {
    let (school, staff) = (member.school, member.view.staff);
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    let mut hashes = Vec::with_capacity(RECOVERY_CODES);
    while codes.len() < RECOVERY_CODES {
        let code = recovery_code::write(&app.randomness.bytes());
        let plain = recovery_code::read(&code)
            .ok_or_else(|| ApiError::internal("a fresh recovery code cannot be read"))?;
        hashes.push(app.server_key.hash_recovery_code(school, staff, &plain));
        codes.push(code.to_string());
    }
    let mut transaction = app.write().await?;
    transaction
        .replace_recovery_codes(school, staff, &hashes)
        .await?;
    let what: [&[u8]; 2] = [RENEWED_LABEL, &staff.to_bytes()];
    own_act::log(&app, transaction, &member, Kind::SecondFactorChanged, &what).await?;
    Ok(axum::Json(RecoveryCodesAnswer { codes }))
}
