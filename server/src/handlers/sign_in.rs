//! Signing in and out (protocol 4). The password never comes here: only a secret derived from it and from the
//! account secret, and a one-time code.
//!
//! Promise: an unknown name, an ended account, a wrong secret and a wrong code get the same answer after the
//! same work. After mistakes the next try for that name has to wait, a little longer each time, up to a minute; where passwords
//! follow the rule of procurement forms (`PasswordRule::Kinds`), ten minutes after the tenth.
//!
//! Nobody can lock an adult out with that. Mistakes are counted apart for tries with a good one-time code and for
//! tries without, and whoever hammers at a name has no good code: the adult's own try, with their code, is looked
//! at at once and before all others. (Refusing by address would not do: a whole school is one address. Neither would a
//! cookie: there is none.) That a try with a good code is looked at while others wait tells a guesser that a code was
//! good; it is good for 90 seconds, and worth nothing without a secret of 128 random bits.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{FlagRule, SaltAnswer, SaltRequest, SignInAnswer, SignInRequest, StaffState};
use protocol::encoding::{Bytes, FixedBytes};
use zeroize::Zeroizing;

use crate::app::App;
use crate::argon::Turn;
use crate::even::Came;
use crate::extract::{HostName, Json, Path};
use crate::handlers::schools;
use crate::once::{OnceHeader, OnceKey, is_repeated};
use crate::passkey::ticket::Purpose;
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::proof::{Given, Shown};
use crate::staff::{SESSION_LABEL, StaffMember};
use crate::store::StaffAccount;

/// What to stretch the password with. An unknown name gets an answer that looks like any other, as late.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/sign-in/salt", tag = "sign-in",
    params(("slug" = String, Path, description = "school")), request_body = SaltRequest,
    responses((status = 200, body = SaltAnswer), (status = 404, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn salt(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    Json(request): Json<SaltRequest>,
) -> Result<axum::Json<SaltAnswer>, ApiError> {
    let came = Came::now();
    let mut transaction = app.read().await?;
    let school = schools::find(&mut transaction, &slug, &host).await?.id;
    let account = transaction
        .staff_by_user(school, &request.user)
        .await?
        .filter(can_sign_in);
    drop(transaction);
    let (salt, staff) = app.server_key.derive_decoy_salt(school, &request.user);
    let (staff, salt) = account.map_or((staff, salt), |account| (account.view.staff, account.salt));
    came.even().await;
    Ok(axum::Json(SaltAnswer {
        staff,
        salt: FixedBytes(salt),
        password_rule: app.parts.settings.password_rule,
    }))
}

/// Proves who someone is and starts a session.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/sign-in", tag = "sign-in",
    params(("slug" = String, Path, description = "school"), OnceHeader), request_body = SignInRequest,
    responses((status = 200, body = SignInAnswer), (status = 401, body = ProblemDocument),
        (status = 429, body = ProblemDocument), (status = 503, body = ProblemDocument)))]
pub async fn sign_in(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
    once: OnceKey,
    Json(request): Json<SignInRequest>,
) -> Result<axum::Json<SignInAnswer>, ApiError> {
    // What an account has, codes and keys, takes longer to read than nothing does.
    let came = Came::now();
    let mut transaction = app.read().await?;
    let place = schools::find(&mut transaction, &slug, &host).await?;
    let school = place.id;
    let account = transaction
        .staff_by_user(school, &request.user)
        .await?
        .filter(can_sign_in);
    let given = Given {
        code: &request.code,
        passkey: request.passkey.as_ref(),
        host: &host,
        purpose: Purpose::SignIn,
    };
    let shown = Shown::find(&app, &mut transaction, &place, account.as_ref(), given).await?;
    drop(transaction);
    came.even().await;

    let turn = if shown.is_some() {
        Turn::First
    } else {
        Turn::Last
    };
    let who = (school, request.user.as_str(), shown.is_some());
    let seconds = app.door.wait(who, app.now());
    if seconds > 0 {
        return Err(ApiError::from(Problem::Wait).retry_after(seconds));
    }
    let verifier = account.as_ref().map(|account| account.verifier.clone());
    let fits = app
        .slow_hash
        .verify(Zeroizing::new(request.auth.0), verifier, turn)
        .await?;
    let there = account.as_ref().map(|account| account.view.staff);
    let (Some(account), true, Some(shown)) = (account, fits, shown) else {
        let waits = app.door.mistaken(who, app.now());
        if let Some(there) = there {
            let day = app.now().day();
            app.wrong_tries
                .add(school, there, day, FlagRule::WrongSignIn, waits);
        }
        tracing::info!("a sign-in was refused");
        return Err(Problem::SignInRefused.into());
    };
    app.door.right(who);

    let token = once.secret(&app, "session", school);
    let minute = app.now().minute();
    let ends = minute.saturating_add(app.settings.session_hours * 60);
    let staff = account.view.staff;
    let mut transaction = app.write().await?;
    // Access may have ended while the hash was computed.
    let still = transaction
        .staff_by_id(school, staff)
        .await?
        .filter(can_sign_in);
    let Some(still) = still else {
        return Err(Problem::SignInRefused.into());
    };
    let hash = App::token_hash(SESSION_LABEL, &token);
    let hour = app.now().hour();
    let noted = once.of(&app, "sign-in", &[&staff.to_bytes()], &request)?;
    let repeated = is_repeated(&mut transaction, school, noted.as_ref(), hour).await?;
    let good = if repeated {
        // Whoever lost the answer may have it again, for as long as the session it began holds. Secret and code were
        // looked at once more; only a code's single use is not asked of its own first user.
        let session = transaction
            .session(&hash, minute, app.idle_minutes())
            .await?;
        session.is_some_and(|session| session.staff.staff == staff)
    } else if shown.use_up(&mut transaction, school, staff, hour).await? {
        transaction
            .insert_session(school, &hash, staff, minute, ends)
            .await?;
        true
    } else {
        false
    };
    if !good {
        return Err(Problem::SignInRefused.into());
    }
    if matches!(shown, Shown::OneTime(_)) {
        // A good code is a second clock's word for ours; `expiry` waits for it.
        transaction.clock_agreed(hour).await?;
    }
    let told_version = transaction.told_version(school, staff).await?;
    let leaving = transaction.leavers(school).await?;
    let last_day = leaving.iter().find(|one| one.staff == staff);
    let last_day = last_day.and_then(|one| one.last_day);
    let recorded = if repeated {
        None
    } else {
        shown.record(&app, &mut transaction, &still).await?
    };
    app.log.commit(transaction, recorded.as_ref()).await?;
    Ok(axum::Json(SignInAnswer {
        session: FixedBytes(*token),
        staff: still.view,
        vault: Bytes(still.vault),
        idle_seconds: app.settings.session_idle_seconds,
        told_version,
        last_day,
    }))
}

/// Ends this session.
#[utoipa::path(post, path = "/api/v1/sign-out", tag = "sign-in", security(("session" = [])),
    responses((status = 204), (status = 401, body = ProblemDocument)))]
pub async fn sign_out(State(app): State<App>, member: StaffMember) -> Result<StatusCode, ApiError> {
    let mut transaction = app.write().await?;
    transaction.delete_session(&member.session).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) fn can_sign_in(account: &StaffAccount) -> bool {
    account.view.state != StaffState::Ended
}
