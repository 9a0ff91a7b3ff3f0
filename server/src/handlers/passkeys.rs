//! Passkeys: asking a browser to make or show one, keeping its public key, taking it away.
//!
//! Promise: what is asked at the door is the same for everyone, with no list of passkeys in it, so it tells nothing about
//! who exists; adding and taking away asks for a fresh second factor and stands in the log.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    AddPasskeyRequest, MAX_PASSKEYS, PasskeyChallenge, PasskeyOptions, PasskeyView,
};
use protocol::audit::Kind;
use protocol::encoding::{Bytes, from_base64url};

use crate::app::App;
use crate::extract::{HostName, Json, Path};
use crate::handlers::{own_act, schools};
use crate::names;
use crate::passkey::House;
use crate::passkey::ticket::{self, Purpose};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::staff::StaffMember;
use crate::step_up::Fresh;
use crate::store::{School, StoredPasskey, Transaction};

const ADDED_LABEL: &[u8] = b"reports/v1/passkey-added";
const REMOVED_LABEL: &[u8] = b"reports/v1/passkey-removed";

/// A passkey as its owner sees it.
pub fn view(stored: StoredPasskey) -> Result<PasskeyView, ApiError> {
    Ok(PasskeyView {
        added_day: stored.day()?,
        credential: Bytes(stored.credential_id),
        name: stored.name,
    })
}

/// What to show a passkey for at sign-in: the same question for everybody.
#[utoipa::path(post, path = "/api/v1/schools/{slug}/sign-in/passkey", tag = "sign-in",
    params(("slug" = String, Path, description = "school")),
    responses((status = 200, body = PasskeyChallenge), (status = 404, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn ask(
    State(app): State<App>,
    Path(slug): Path<String>,
    HostName(host): HostName,
) -> Result<axum::Json<PasskeyChallenge>, ApiError> {
    let school = schools::find(&mut app.read().await?, &slug, &host).await?;
    question(&app, &school, &host, Purpose::SignIn)
}

/// What to show a passkey for when the second factor is asked for once more.
#[utoipa::path(post, path = "/api/v1/me/proof/passkey", tag = "sign-in", security(("session" = [])),
    responses((status = 200, body = PasskeyChallenge), (status = 401, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn ask_again(
    State(app): State<App>,
    member: StaffMember,
    HostName(host): HostName,
) -> Result<axum::Json<PasskeyChallenge>, ApiError> {
    let school = schools::of(&mut app.read().await?, member.school).await?;
    question(&app, &school, &host, Purpose::Prove(member.view.staff))
}

/// What a device needs to make a passkey for whoever asks.
#[utoipa::path(post, path = "/api/v1/me/passkeys/options", tag = "sign-in", security(("session" = [])),
    responses((status = 200, body = PasskeyOptions), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn options(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
    HostName(host): HostName,
) -> Result<axum::Json<PasskeyOptions>, ApiError> {
    let mut transaction = app.read().await?;
    let staff = member.view.staff;
    let school = schools::of(&mut transaction, member.school).await?;
    let known = transaction.passkeys(school.id, staff).await?;
    drop(transaction);
    let (mut options, state) = house(&school, &host)?
        .ask_to_make(&member.view, known)
        .ok_or_else(nameless)?;
    let whose = (school.id, Purpose::Add(staff));
    options.ticket = Bytes(ticket::write(&app, whose, &state).map_err(ApiError::internal)?);
    Ok(axum::Json(options))
}

/// Keeps the public key of a passkey that was just made.
#[utoipa::path(post, path = "/api/v1/me/passkeys", tag = "sign-in", security(("session" = [])),
    request_body = AddPasskeyRequest,
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 409, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn add(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
    HostName(host): HostName,
    Json(request): Json<AddPasskeyRequest>,
) -> Result<StatusCode, ApiError> {
    names::check_place(&request.name)?;
    let (id, staff) = (member.school, member.view.staff);
    let school = schools::of(&mut app.read().await?, id).await?;
    let question = ticket::read(&app, (id, Purpose::Add(staff)), &request.ticket.0);
    let house = house(&school, &host)?;
    let made = question.and_then(|question| {
        let made = house.made(&request, &question.state)?;
        Some((made, question.hash, question.ends_minute))
    });
    let Some((made, ticket, ends_minute)) = made else {
        return Err(ApiError::from(Problem::Invalid)
            .with_detail("This is not a passkey made here and now. Start again."));
    };
    let passkey = StoredPasskey {
        credential_id: made.cred_id().to_vec(),
        kept: serde_json::to_string(&made).map_err(ApiError::internal)?,
        name: request.name,
        added_day: i64::from(app.now().day()),
    };
    let mut transaction = app.write().await?;
    if transaction.passkeys(id, staff).await?.len() >= MAX_PASSKEYS {
        return Err(
            ApiError::from(Problem::Invalid).with_detail("Take another passkey away first.")
        );
    }
    if !transaction.use_ticket(id, &ticket, ends_minute).await?
        || !transaction.insert_passkey(id, staff, &passkey).await?
    {
        return Err(Problem::Conflict.into());
    }
    let credential = &passkey.credential_id;
    log(&app, transaction, &member, ADDED_LABEL, credential).await
}

/// Takes a passkey away.
#[utoipa::path(delete, path = "/api/v1/me/passkeys/{credential}", tag = "sign-in", security(("session" = [])),
    params(("credential" = String, Path, description = "passkey")),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument)))]
pub async fn remove(
    State(app): State<App>,
    Fresh(member): Fresh<StaffMember>,
    Path(credential): Path<String>,
) -> Result<StatusCode, ApiError> {
    let credential = from_base64url(&credential).ok_or(Problem::NotFound)?;
    let (school, staff) = (member.school, member.view.staff);
    let mut transaction = app.write().await?;
    if !transaction
        .delete_passkey(school, staff, &credential)
        .await?
    {
        return Err(Problem::NotFound.into());
    }
    log(&app, transaction, &member, REMOVED_LABEL, &credential).await
}

fn question(
    app: &App,
    school: &School,
    host: &str,
    purpose: Purpose,
) -> Result<axum::Json<PasskeyChallenge>, ApiError> {
    let (mut challenge, state) = house(school, host)?.ask_to_show().ok_or_else(nameless)?;
    let ticket = ticket::write(app, (school.id, purpose), &state).map_err(ApiError::internal)?;
    challenge.ticket = Bytes(ticket);
    Ok(axum::Json(challenge))
}

fn house(school: &School, host: &str) -> Result<House, ApiError> {
    House::of(school, host).ok_or_else(nameless)
}

fn nameless() -> ApiError {
    ApiError::from(Problem::Invalid)
        .with_detail("Passkeys need a host name. Open this page by its name, not by its number.")
}

async fn log(
    app: &App,
    transaction: Transaction,
    member: &StaffMember,
    label: &[u8],
    credential: &[u8],
) -> Result<StatusCode, ApiError> {
    let staff = member.view.staff.to_bytes();
    let what = [label, &staff, credential];
    own_act::log(app, transaction, member, Kind::SecondFactorChanged, &what).await?;
    Ok(StatusCode::NO_CONTENT)
}
