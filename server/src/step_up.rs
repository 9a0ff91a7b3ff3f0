//! A second factor shown within the last five minutes, asked for before what does most harm in the wrong hands: taking
//! records out, changing who reads, changing what somebody signs in with (XAM-11).
//!
//! Promise: [`Fresh`] as the first argument after the application is the only way into a row of the route table that
//! says so. [`post`], [`put`] and [`delete`] take no other handler: one without it does not compile.

use axum::extract::{FromRequestParts, State};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::routing::{self, MethodRouter};

use crate::app::App;
use crate::problem::{ApiError, Problem};
use crate::staff::{Admin, Reader, StaffMember};

/// Minutes for which a second factor counts as just shown.
pub const FRESH_MINUTES: u32 = 5;

/// Someone who may call, and who has just shown their second factor.
#[derive(Clone, Debug)]
pub struct Fresh<W>(pub W);

/// Whose session a caller came with.
pub trait Caller {
    /// The member behind the right.
    fn member(&self) -> &StaffMember;
}

impl Caller for StaffMember {
    fn member(&self) -> &StaffMember {
        self
    }
}

impl Caller for Admin {
    fn member(&self) -> &StaffMember {
        &self.0
    }
}

impl Caller for Reader {
    fn member(&self) -> &StaffMember {
        &self.member
    }
}

impl<W> FromRequestParts<App> for Fresh<W>
where
    W: FromRequestParts<App, Rejection = ApiError> + Caller + Send,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let who = W::from_request_parts(parts, app).await?;
        let shown = who.member().proved_minute;
        // Whole minutes, so the last moment is up to a minute early and never late.
        if app.now().minute() < shown.saturating_add(FRESH_MINUTES) {
            Ok(Self(who))
        } else {
            Err(Problem::ProofNeeded.into())
        }
    }
}

/// Arguments of a handler that begin with the application and a [`Fresh`] caller.
pub trait AsksAfresh {}

impl<M, W> AsksAfresh for (M, State<App>, Fresh<W>) {}
impl<M, W, A> AsksAfresh for (M, State<App>, Fresh<W>, A) {}
impl<M, W, A, B> AsksAfresh for (M, State<App>, Fresh<W>, A, B) {}
impl<M, W, A, B, C> AsksAfresh for (M, State<App>, Fresh<W>, A, B, C) {}

/// A route made by [`post`], [`put`] or [`delete`], and by nothing else.
pub struct Guarded(MethodRouter<App>);

impl Guarded {
    /// For the router.
    pub fn into_router(self) -> MethodRouter<App> {
        self.0
    }
}

/// `POST` to a handler that asks for a fresh second factor.
///
/// ```compile_fail
/// async fn asks_nobody() {}
/// server::step_up::post(asks_nobody);
/// ```
pub fn post<H, T>(handler: H) -> Guarded
where
    H: Handler<T, App>,
    T: AsksAfresh + 'static,
{
    Guarded(routing::post(handler))
}

/// `PUT`, in the same way.
pub fn put<H, T>(handler: H) -> Guarded
where
    H: Handler<T, App>,
    T: AsksAfresh + 'static,
{
    Guarded(routing::put(handler))
}

/// `DELETE`, in the same way.
pub fn delete<H, T>(handler: H) -> Guarded
where
    H: Handler<T, App>,
    T: AsksAfresh + 'static,
{
    Guarded(routing::delete(handler))
}
