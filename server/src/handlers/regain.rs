//! Getting one's keys back, for somebody who cannot sign in: ask, look whether colleagues gave, lock the keys anew.
//!
//! Promise: asking takes a code of the account's second factor, and nothing else here helps an admin: the shares come from
//! colleagues, and the end must be signed by the recovered key itself. Unknown names, ended accounts and wrong codes get
//! one answer after the same work, as at sign-in, and wait as long after mistakes.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    RecoveryAskAnswer, RecoveryAskRequest, RecoveryFinishRequest, RecoveryLookAnswer,
    RecoveryLookRequest, limit,
};
use protocol::audit::Kind;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{KeyId, SchoolId, StaffId};
use protocol::recovery::ask::Ask;
use protocol::recovery::verify_new_secrets;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::app::App;
use crate::argon::Turn;
use crate::even::Came;
use crate::extract::{HostName, Json, Path};
use crate::handlers::recovery::{asked, keep_set};
use crate::handlers::schools;
use crate::handlers::sign_in::can_sign_in;
use crate::in_force::InForce;
use crate::log_keeper::Act;
use crate::names;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::proof::code_step;
use crate::store::{RecoveryAsk, StaffAccount, Transaction};

/// Asks for one's keys back. Every reader sees it; colleagues who hold a share can give it within 72 hours.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/recovery", tag = "recovery",
    params(("slug" = String, Path, description = "school")), request_body = RecoveryAskRequest,
    responses((status = 200, body = RecoveryAskAnswer), (status = 401, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument),
        (status = 429, body = ProblemDocument)))]
pub async fn ask(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    Json(request): Json<RecoveryAskRequest>,
) -> Result<axum::Json<RecoveryAskAnswer>, ApiError> {
    let school = school(&app, &slug, &host).await?;
    names::check_vault(&request.vault.0)?;
    let ask = Ask::decode(&request.ask.0).map_err(|_| Problem::BadSignature)?;
    if ask.hour.abs_diff(app.now().hour()) > 1 {
        return Err(Problem::WrongHour.into());
    }
    let account = account_with_code(&app, school, &request.user, &request.code).await?;
    let staff = account.view.staff;
    if (ask.school, ask.staff) != (school, staff) {
        return Err(
            ApiError::from(Problem::Invalid).with_detail("The request names another account.")
        );
    }
    let key = account.view.key.ok_or(Problem::NoShares)?;
    let salt = app.randomness.bytes();
    let verifier = app
        .slow_hash
        .make(Zeroizing::new(request.auth.0), salt)
        .await?;
    let hour = app.now().hour();
    let mut transaction = app.write().await?;
    if transaction.recovery_set(school, staff).await?.is_none() {
        return Err(Problem::NoShares.into());
    }
    let stored = RecoveryAsk {
        staff,
        asked_hour: hour,
        ask: request.ask.0,
        verifier,
        vault: request.vault.0,
    };
    transaction.put_recovery_ask(school, &stored).await?;
    let act = logged(Kind::RecoveryAsked, key, hour, &stored.ask);
    app.commit_act(transaction, school, &act).await?;
    Ok(axum::Json(RecoveryAskAnswer {
        ends_hour: hour.saturating_add(limit::RECOVERY_HOURS),
    }))
}

/// What colleagues gave so far, for whoever asked: they know the new password, the new kit and a code.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/recovery/look", tag = "recovery",
    params(("slug" = String, Path, description = "school")), request_body = RecoveryLookRequest,
    responses((status = 200, body = RecoveryLookAnswer), (status = 401, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 429, body = ProblemDocument)))]
pub async fn look(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    Json(request): Json<RecoveryLookRequest>,
) -> Result<axum::Json<RecoveryLookAnswer>, ApiError> {
    let school = school(&app, &slug, &host).await?;
    let account = account_with_code(&app, school, &request.user, &request.code).await?;
    let staff = account.view.staff;
    let mut transaction = app.read().await?;
    let (stored, _) = asked(&app, &mut transaction, school, staff).await?;
    let set = transaction.recovery_set(school, staff).await?;
    let set = set.ok_or(Problem::NoShares)?;
    let gifts = transaction.recovery_gifts(school, staff).await?;
    drop(transaction);
    let secret = Zeroizing::new(request.auth.0);
    let verifier = Some(stored.verifier);
    if !app.slow_hash.verify(secret, verifier, Turn::First).await? {
        app.door
            .mistaken((school, request.user.as_str(), true), app.now());
        return Err(Problem::SignInRefused.into());
    }
    Ok(axum::Json(RecoveryLookAnswer {
        ask: Bytes(stored.ask),
        vault: Bytes(stored.vault),
        ends_hour: stored.asked_hour.saturating_add(limit::RECOVERY_HOURS),
        set: Bytes(set.shares),
        copy: (!gifts.is_empty()).then_some(Bytes(set.key_copy)),
        gifts: gifts.into_iter().map(Bytes).collect(),
    }))
}

/// Locks the recovered keys under the new password and kit. Only the keys themselves can sign that.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/recovery/finish", tag = "recovery",
    params(("slug" = String, Path, description = "school")), request_body = RecoveryFinishRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn finish(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    Json(request): Json<RecoveryFinishRequest>,
) -> Result<StatusCode, ApiError> {
    let school = school(&app, &slug, &host).await?;
    names::check_vault(&request.vault.0)?;
    let came = Came::now();
    let mut transaction = app.read().await?;
    let found = who_asked(&app, &mut transaction, school, &request.user).await;
    came.even().await;
    let (staff, key, stored, ask) = found?;
    let gifts = transaction.recovery_gifts(school, staff).await?;
    let in_force = InForce::load(&mut transaction, school).await?;
    drop(transaction);
    let signing = in_force.directory.entry(&key).map(|entry| entry.signing);
    let signed = signing.is_some_and(|signing| {
        let place = (school, staff);
        let (auth, vault) = (&request.auth.0, &request.vault.0);
        verify_new_secrets(&signing, place, &ask.id(), auth, vault, &request.signature).is_ok()
    });
    if !signed || gifts.is_empty() {
        return Err(Problem::BadSignature.into());
    }
    let auth = Zeroizing::new(request.auth.0);
    let verifier = Some(stored.verifier.clone());
    if !app.slow_hash.verify(auth, verifier, Turn::First).await? {
        return Err(Problem::SignInRefused.into());
    }
    let hour = app.now().hour();
    let mut transaction = app.write().await?;
    // It may have been stopped, or asked anew, while the hash was computed.
    let (still, _) = asked(&app, &mut transaction, school, staff).await?;
    if still.ask != stored.ask {
        return Err(Problem::Conflict.into());
    }
    transaction
        .set_recovered((school, staff), &stored.verifier, &request.vault.0, hour)
        .await?;
    let shared = keep_set(
        &app,
        &mut transaction,
        (school, staff),
        &key,
        request.shares,
    )
    .await?;
    let recovered = logged(Kind::Recovered, key, hour, &stored.ask);
    let mut rng = app.randomness.make_rng();
    app.log
        .record(&mut transaction, school, &recovered, &mut rng)
        .await?;
    let recorded = app
        .log
        .record(&mut transaction, school, &shared, &mut rng)
        .await?;
    app.log.commit(transaction, &recorded).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn school(app: &App, slug: &str, host: &str) -> Result<SchoolId, ApiError> {
    let mut transaction = app.read().await?;
    Ok(schools::find(&mut transaction, slug, host).await?.id)
}

/// Whose request there is under a name. One answer whether there is no such name or it asked for nothing.
async fn who_asked(
    app: &App,
    transaction: &mut Transaction,
    school: SchoolId,
    user: &str,
) -> Result<(StaffId, KeyId, RecoveryAsk, Ask), ApiError> {
    let account = transaction.staff_by_user(school, user).await?;
    let account = account.filter(can_sign_in).ok_or(Problem::NoShares)?;
    let staff = account.view.staff;
    let key = account.view.key.ok_or(Problem::NoShares)?;
    let (stored, ask) = asked(app, transaction, school, staff).await?;
    Ok((staff, key, stored, ask))
}

/// The account behind a name and a good code, which is used up. One answer for everything that is wrong.
async fn account_with_code(
    app: &App,
    school: SchoolId,
    user: &str,
    code: &str,
) -> Result<StaffAccount, ApiError> {
    let came = Came::now();
    let account = app.read().await?.staff_by_user(school, user).await?;
    let account = account.filter(can_sign_in);
    let step = code_step(app, school, account.as_ref(), code);
    came.even().await;
    let who = (school, user, step.is_some());
    let seconds = app.door.wait(who, app.now());
    if seconds > 0 {
        return Err(ApiError::from(Problem::Wait).retry_after(seconds));
    }
    let (Some(account), Some(step)) = (account, step) else {
        app.door.mistaken(who, app.now());
        return Err(Problem::SignInRefused.into());
    };
    let mut transaction = app.write().await?;
    if !transaction
        .use_code_step(school, account.view.staff, step)
        .await?
    {
        return Err(Problem::SignInRefused.into());
    }
    transaction.commit().await?;
    Ok(account)
}

fn logged(kind: Kind, key: KeyId, hour: u32, what: &[u8]) -> Act {
    Act::School {
        kind,
        key,
        hour,
        what: FixedBytes(Sha256::digest(what).into()),
    }
}
