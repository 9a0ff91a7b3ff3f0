//! One-time invitations. The admin hands over a link; the invited person makes their keys in their own browser.
//!
//! Promise: the link's token is stored only as a hash and works once; used, withdrawn, run out and never made
//! are one answer, so that nothing can be learned by trying.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::api::{
    InviteAcceptRequest, InviteAnswer, InviteLookAnswer, InviteLookRequest, InviteRequest, Role,
    StaffState, StaffView,
};
use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::FixedBytes;
use protocol::id::{Hash, InviteId, StaffId};
use protocol::keys::{KemPublic, verify_possession};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::app::App;
use crate::extract::{Json, Path};
use crate::in_force::InForce;
use crate::log_keeper::Act;
use crate::names;
use crate::once::{OnceHeader, OnceKey, is_repeated};
use crate::problem::{ApiError, Problem, ProblemDocument};
use crate::second_factor;
use crate::staff::Admin;
use crate::store::{Invite, NewStaff};

const TOKEN_LABEL: &[u8] = b"sotto/v1/invite";
const WHAT_LABEL: &[u8] = b"reports/v1/invited";
/// Days a link works, today included.
const GOOD_FOR_DAYS: u32 = 7;

/// Invites someone.
#[utoipa::path(post, path = "/api/v1/invites", tag = "people", security(("session" = [])),
    params(OnceHeader), request_body = InviteRequest,
    responses((status = 200, body = InviteAnswer), (status = 401, body = ProblemDocument),
        (status = 403, body = ProblemDocument), (status = 409, body = ProblemDocument),
        (status = 422, body = ProblemDocument)))]
pub async fn invite(
    State(app): State<App>,
    Admin(admin): Admin,
    once: OnceKey,
    Json(request): Json<InviteRequest>,
) -> Result<axum::Json<InviteAnswer>, ApiError> {
    names::check_person(&request.name)?;
    names::check_place(&request.place)?;
    let noted = once.of(&app, "invite", &[&admin.view.staff.to_bytes()], &request)?;
    let mut rng = app.randomness.make_rng();
    let token = once.secret(&app, "invite", admin.school);
    let token_hash = App::token_hash(TOKEN_LABEL, &token);
    let secret = Zeroizing::new(app.randomness.bytes::<{ second_factor::SECRET_LEN }>());
    let staff = StaffId::make(&mut rng);
    let now = app.now();
    let invite = Invite {
        school: admin.school,
        invite: InviteId::make(&mut rng),
        staff,
        name: request.name,
        place: request.place,
        role: request.role,
        admin: request.role == Role::Admin,
        second_factor: app.server_key.seal_second_factor(
            admin.school,
            staff,
            secret.as_ref(),
            &mut rng,
        ),
        expires_day: now.day().saturating_add(GOOD_FOR_DAYS - 1),
        invited_by: Some(admin.view.staff),
    };
    let what = what_was_done(staff, invite.role, &invite.name);
    let mut transaction = app.write().await?;
    if is_repeated(&mut transaction, admin.school, noted.as_ref(), now.hour()).await? {
        // Used or withdrawn meanwhile, it stays so.
        let made = transaction.invite_by_token(&token_hash, now.day()).await?;
        let made = made.ok_or(Problem::Conflict)?;
        return Ok(axum::Json(InviteAnswer {
            invite: made.invite,
            token: FixedBytes(*token),
            expires_day: made.expires_day,
        }));
    }
    transaction.insert_invite(&invite, &token_hash).await?;
    let key = admin.view.key.unwrap_or(NO_KEY);
    let act = Act::School {
        kind: Kind::Invited,
        key,
        hour: now.hour(),
        what,
    };
    app.commit_act(transaction, admin.school, &act).await?;
    Ok(axum::Json(InviteAnswer {
        invite: invite.invite,
        token: FixedBytes(*token),
        expires_day: invite.expires_day,
    }))
}

/// Withdraws an invitation.
#[utoipa::path(delete, path = "/api/v1/invites/{invite}", tag = "people", security(("session" = [])),
    params(("invite" = String, Path, description = "invitation")),
    responses((status = 204), (status = 401, body = ProblemDocument), (status = 403, body = ProblemDocument),
        (status = 404, body = ProblemDocument)))]
pub async fn cancel(
    State(app): State<App>,
    Admin(admin): Admin,
    Path(invite): Path<InviteId>,
) -> Result<StatusCode, ApiError> {
    let mut transaction = app.write().await?;
    if !transaction.delete_invite(admin.school, invite).await? {
        return Err(Problem::NotFound.into());
    }
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What the invited person sees first, and the second factor they set up.
#[utoipa::path(post, path = "/api/v1/invites/look", tag = "people", request_body = InviteLookRequest,
    responses((status = 200, body = InviteLookAnswer), (status = 410, body = ProblemDocument)))]
pub async fn look(
    State(app): State<App>,
    Json(request): Json<InviteLookRequest>,
) -> Result<axum::Json<InviteLookAnswer>, ApiError> {
    let mut transaction = app.read().await?;
    let hash = App::token_hash(TOKEN_LABEL, &request.token.0);
    let invite = transaction
        .invite_by_token(&hash, app.now().day())
        .await?
        .ok_or(Problem::ExpiredInvite)?;
    let school = transaction
        .school_by_id(invite.school)
        .await?
        .ok_or(Problem::ExpiredInvite)?;
    let secret = open_secret(&app, &invite)?;
    Ok(axum::Json(InviteLookAnswer {
        otpauth: second_factor::otpauth(&secret, &invite.name, &school.name),
        school: school.id,
        slug: school.slug,
        staff: invite.staff,
        name: invite.name,
        role: invite.role,
        password_rule: app.parts.settings.password_rule,
    }))
}

/// Makes the account: keys proven, name free, code good, link used up.
#[utoipa::path(post, path = "/api/v1/invites/accept", tag = "people",
    params(OnceHeader), request_body = InviteAcceptRequest,
    responses((status = 204), (status = 403, body = ProblemDocument), (status = 409, body = ProblemDocument),
        (status = 410, body = ProblemDocument), (status = 422, body = ProblemDocument)))]
pub async fn accept(
    State(app): State<App>,
    once: OnceKey,
    Json(request): Json<InviteAcceptRequest>,
) -> Result<StatusCode, ApiError> {
    let hash = App::token_hash(TOKEN_LABEL, &request.token.0);
    let today = app.now().day();
    let noted = once.of(&app, "accept", &[], &request)?;
    let mut transaction = app.read().await?;
    let found = transaction.invite_by_token(&hash, today).await?;
    let Some(invite) = found else {
        // The link is used up: by this very request, whose answer got lost, or by another.
        return match &noted {
            Some(once) if transaction.was_done(once).await? => Ok(StatusCode::NO_CONTENT),
            _ => Err(Problem::ExpiredInvite.into()),
        };
    };
    drop(transaction);
    names::check_user(&request.user)?;
    names::check_vault(&request.vault.0)?;
    let key = check_keys(&invite, &request)?;
    let secret = open_secret(&app, &invite)?;
    let step = second_factor::check(&secret, &request.code, app.now()).ok_or(Problem::WrongCode)?;
    let salt = app.randomness.bytes();
    let verifier = app
        .slow_hash
        .make(Zeroizing::new(request.auth.0), salt)
        .await?;

    let mut transaction = app.write().await?;
    let hour = app.now().hour();
    if is_repeated(&mut transaction, invite.school, noted.as_ref(), hour).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    if !transaction
        .delete_invite(invite.school, invite.invite)
        .await?
    {
        return Err(Problem::ExpiredInvite.into());
    }
    let view = StaffView {
        staff: invite.staff,
        school: invite.school,
        name: invite.name,
        place: invite.place,
        user: request.user,
        role: invite.role,
        admin: invite.admin,
        key: key.as_ref().map(KemPublic::id),
        public_keys: request.public_keys,
        state: if invite.role.reads() {
            StaffState::Waiting
        } else {
            StaffState::Active
        },
    };
    let account = NewStaff {
        view,
        salt: request.salt.0,
        verifier,
        vault: request.vault.0,
        second_factor: invite.second_factor,
    };
    if !transaction.insert_staff(&account).await? {
        return Err(Problem::NameTaken.into());
    }
    let in_force = InForce::load(&mut transaction, invite.school).await?;
    // They were told who reads by whoever invited them; from here on they are told of every change.
    transaction
        .set_told_version(invite.school, invite.staff, in_force.stored.version)
        .await?;
    if let Some(key) = key {
        transaction
            .put_public_key(invite.school, &key.id(), &key.to_bytes())
            .await?;
    }
    // Codes before this one are used; this one is still good for the first sign-in, so that nobody is refused for
    // being quick. It lets in whoever also has the password and the kit, and only once.
    transaction
        .use_code_step(invite.school, invite.staff, step.saturating_sub(1))
        .await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Someone who will read brings keys and proves they hold the private halves; an admin brings none.
fn check_keys(
    invite: &Invite,
    request: &InviteAcceptRequest,
) -> Result<Option<KemPublic>, ApiError> {
    match (&request.public_keys, invite.role.reads()) {
        (Some(keys), true) => verify_possession(keys, invite.school, invite.staff)
            .map(Some)
            .map_err(|_| Problem::BadSignature.into()),
        (None, false) => Ok(None),
        (Some(_), false) => {
            Err(ApiError::from(Problem::Invalid).with_detail("This role has no keys."))
        }
        (None, true) => Err(ApiError::from(Problem::Invalid).with_detail("This role needs keys.")),
    }
}

fn open_secret(app: &App, invite: &Invite) -> Result<Zeroizing<Vec<u8>>, ApiError> {
    app.server_key
        .open_second_factor(invite.school, invite.staff, &invite.second_factor)
        .ok_or_else(|| ApiError::internal("a second factor does not open under this server's key"))
}

/// What the log commits to: who was invited as what.
fn what_was_done(staff: StaffId, role: Role, name: &str) -> Hash {
    let hash = Sha256::new()
        .chain_update(WHAT_LABEL)
        .chain_update(staff.to_bytes())
        .chain_update([role.to_byte()])
        .chain_update(name)
        .finalize();
    FixedBytes(hash.into())
}
