//! Who is asking. A handler that reaches a case takes one of these as an argument, so what it may do stands in
//! its signature and cannot be forgotten.
//!
//! Promise: a session is a bearer token kept in the worker's memory and stored here only as a hash; it ends when
//! idle, when over, at sign-out, and at once when the person's access ends. There is no cookie.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use protocol::api::{StaffState, StaffView};
use protocol::encoding::from_base64url;
use protocol::id::{Hash, KeyId, SchoolId};

use crate::app::App;
use crate::problem::{ApiError, Problem};
use crate::store::StoreError;

/// Label of the hash under which a session token is stored.
pub const SESSION_LABEL: &[u8] = b"sotto/v1/session";

/// A signed-in adult.
#[derive(Clone, Debug)]
pub struct StaffMember {
    /// Their school. Every query is keyed by it, so nothing of another school can be named.
    pub school: SchoolId,
    /// Who they are, read afresh with this request.
    pub view: StaffView,
    /// Names the session.
    pub session: Hash,
    /// Minute at which the second factor was last shown in it.
    pub proved_minute: u32,
}

/// A signed-in adult who may configure: invite, draft, end.
#[derive(Clone, Debug)]
pub struct Admin(pub StaffMember);

/// A signed-in adult whose key a signed directory names.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Who.
    pub member: StaffMember,
    /// With which key they open.
    pub key: KeyId,
}

impl FromRequestParts<App> for StaffMember {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let token = bearer(parts).ok_or(Problem::SessionEnded)?;
        let hash = App::token_hash(SESSION_LABEL, &token);
        let minute = app.now().minute();
        let found = app
            .read()
            .await?
            .session(&hash, minute, app.idle_minutes())
            .await?;
        let session = found.ok_or(Problem::SessionEnded)?;
        if session.seen_minute != minute {
            // Reading goes on while nothing can be written (R14); a session that was not noted ends earlier, not later.
            if let Err(error) = touch(app, &hash, minute).await {
                tracing::warn!(error = %error, "a session in use could not be noted");
            }
        }
        Ok(Self {
            school: session.school,
            view: session.staff,
            session: hash,
            proved_minute: session.proved_minute,
        })
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let member = StaffMember::from_request_parts(parts, app).await?;
        if member.view.admin {
            Ok(Self(member))
        } else {
            Err(Problem::Refused.into())
        }
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let member = StaffMember::from_request_parts(parts, app).await?;
        let reads = member.view.role.reads() && member.view.state == StaffState::Active;
        match member.view.key {
            Some(key) if reads => Ok(Self { member, key }),
            _ => Err(Problem::Refused.into()),
        }
    }
}

async fn touch(app: &App, session: &Hash, minute: u32) -> Result<(), StoreError> {
    let mut transaction = app.write().await?;
    transaction.touch_session(session, minute).await?;
    transaction.commit().await
}

fn bearer(parts: &Parts) -> Option<[u8; 32]> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let token = value.strip_prefix("Bearer ")?;
    from_base64url(token)?.try_into().ok()
}
