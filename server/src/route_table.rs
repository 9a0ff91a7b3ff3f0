//! Every route of the interface on one page: method, path, who may call, what a body may be, how it is limited.
//!
//! The router is built from this table and nothing else, a test compares it with the OpenAPI document in both
//! directions, and another calls each row without the right to.

use axum::routing::{MethodRouter, delete, get, post, put};
use protocol::api::limit as size;

use crate::app::App;
use crate::handlers::{
    audit, bookmarks, cases, certificates, copies, directory, founding, gateway, holds, invites,
    kept, leavers, limits, messages, opening, own_sign_in, passkeys, people, readiness, recovery,
    regain, releases, review, schools, settings, sign_in, wind_down,
};
use crate::step_up::{self, Guarded};

/// Who may call a route. The handler's arguments enforce it; this column says it aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Anyone at all, without a session.
    Anyone,
    /// Any signed-in adult (`StaffMember`).
    SignedIn,
    /// A signed-in adult whose key a signed directory names (`Reader`).
    Reader,
    /// A signed-in adult who may configure (`Admin`).
    Admin,
}

/// What a request may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    Nothing,
    /// JSON of at most so many bytes.
    Json(usize),
    /// A sealed request of exactly one of two sizes.
    Sealed([usize; 2]),
}

/// What kind of pressure a route can come under. Each class has so many places of its own (`router.rs`), so that a flood
/// in one does not close another; what else slows a class is said here. No class ever blocks by address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pressure {
    /// Pages and what anyone may read. Only its places.
    Look,
    /// A pupil's sealed request. Counted by part of the network (`crowd.rs`), which raises the price of a puzzle (`gate.rs`).
    Pupil,
    /// Something could be guessed. Sign-in waits longer after each mistake (`patience.rs`) and hashes two at a time
    /// (`argon.rs`); tokens of invitations have 256 bits, and need no delay.
    Guess,
    /// A signed-in adult reading. Only its places.
    Read,
    /// A signed-in adult changing something. Only its places.
    Act,
}

impl Pressure {
    /// Every class.
    pub const ALL: [Self; 5] = [Self::Look, Self::Pupil, Self::Guess, Self::Read, Self::Act];

    /// Requests of this class worked on at once, as a share of what the server takes at once.
    #[must_use]
    pub const fn places(self, of: u32) -> u32 {
        match self {
            Self::Look | Self::Pupil => of,
            Self::Guess | Self::Read | Self::Act => of.div_ceil(4),
        }
    }
}

/// One row.
pub struct Route {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// Path with `{names}`.
    pub path: &'static str,
    /// Who may call.
    pub caller: Caller,
    /// What a request may carry.
    pub body: Body,
    /// Its rate-limit class.
    pub pressure: Pressure,
    /// The handler for this method.
    pub handler: Call,
}

/// How a row's handler is made.
#[derive(Clone, Copy)]
pub enum Call {
    /// A session is enough, where one is asked for at all.
    Plain(fn() -> MethodRouter<App>),
    /// A second factor of the last five minutes as well (`step_up.rs`).
    Fresh(fn() -> Guarded),
}

impl Call {
    /// The handler.
    pub fn make(self) -> MethodRouter<App> {
        match self {
            Self::Plain(make) => make(),
            Self::Fresh(make) => make().into_router(),
        }
    }
}

impl Route {
    /// True for a route that asks for a fresh second factor.
    #[must_use]
    pub const fn asks_afresh(&self) -> bool {
        matches!(self.handler, Call::Fresh(_))
    }
}

use Caller::{Admin, Anyone, Reader, SignedIn};
use Pressure::{Act, Guess, Look, Pupil, Read};

const NOTHING: Body = Body::Nothing;
const SMALL: Body = Body::Json(size::SMALL);
const MESSAGES: Body = Body::Json(size::MESSAGES);
const DIRECTORY: Body = Body::Json(size::DIRECTORY);
const SEALED: Body = Body::Sealed(size::GATEWAY);

/// The table. Pupils' routes first.
#[rustfmt::skip]
pub const ROUTES: &[Route] = &[
    row("GET",    "/api/v1/schools/{slug}",                    Anyone,   NOTHING,   Look,  || get(schools::show)),
    row("GET",    "/api/v1/schools/{slug}/packed",             Anyone,   NOTHING,   Look,  || get(schools::show_packed)),
    row("GET",    "/api/v1/schools/{slug}/kept",               Anyone,   NOTHING,   Look,  || get(kept::show)),
    row("POST",   "/api/v1/schools/{slug}/gateway",            Anyone,   SEALED,    Pupil, || post(gateway::answer)),
    row("GET",    "/api/v1/log/checkpoint",                    Anyone,   NOTHING,   Look,  || get(audit::checkpoint)),
    row("GET",    "/api/v1/log/leaves",                        Anyone,   NOTHING,   Look,  || get(audit::leaves)),
    row("GET",    "/api/v1/log/consistency",                   Anyone,   NOTHING,   Look,  || get(audit::consistency)),
    row("POST",   "/api/v1/schools/{slug}/sign-in/salt",       Anyone,   SMALL,     Guess, || post(sign_in::salt)),
    row("POST",   "/api/v1/schools/{slug}/sign-in",            Anyone,   SMALL,     Guess, || post(sign_in::sign_in)),
    row("POST",   "/api/v1/schools/{slug}/sign-in/passkey",    Anyone,   NOTHING,   Guess, || post(passkeys::ask)),
    row("POST",   "/api/v1/invites/look",                      Anyone,   SMALL,     Guess, || post(invites::look)),
    row("POST",   "/api/v1/invites/accept",                    Anyone,   SMALL,     Guess, || post(invites::accept)),
    row("POST",   "/api/v1/founding/look",                     Anyone,   SMALL,     Guess, || post(founding::look)),
    row("POST",   "/api/v1/founding/begin",                    Anyone,   SMALL,     Guess, || post(founding::begin)),
    row("POST",   "/api/v1/founding/join",                     Anyone,   SMALL,     Guess, || post(founding::join)),
    row("POST",   "/api/v1/founding/sign",                     Anyone,   SMALL,     Guess, || post(founding::sign)),
    row("POST",   "/api/v1/schools/{slug}/recovery",           Anyone,   SMALL,     Guess, || post(regain::ask)),
    row("POST",   "/api/v1/schools/{slug}/recovery/look",      Anyone,   SMALL,     Guess, || post(regain::look)),
    row("POST",   "/api/v1/schools/{slug}/recovery/finish",    Anyone,   SMALL,     Guess, || post(regain::finish)),
    row("POST",   "/api/v1/sign-out",                          SignedIn, NOTHING,   Act,   || post(sign_in::sign_out)),
    row("GET",    "/api/v1/me/sign-in",                        SignedIn, NOTHING,   Read,  || get(own_sign_in::show)),
    row("POST",   "/api/v1/me/proof",                          SignedIn, SMALL,     Guess, || post(own_sign_in::prove)),
    row("PUT",    "/api/v1/me/sessions/{session}",             SignedIn, SMALL,     Act,   || put(own_sign_in::name)),
    row("DELETE", "/api/v1/me/sessions/{session}",             SignedIn, NOTHING,   Act,   || delete(own_sign_in::end)),
    row("DELETE", "/api/v1/me/sessions",                       SignedIn, NOTHING,   Act,   || delete(own_sign_in::end_all)),
    fresh("POST", "/api/v1/me/recovery-codes",                 SignedIn, NOTHING,   Act,   || step_up::post(own_sign_in::renew_codes)),
    row("POST",   "/api/v1/me/proof/passkey",                  SignedIn, NOTHING,   Act,   || post(passkeys::ask_again)),
    fresh("POST", "/api/v1/me/passkeys/options",               SignedIn, NOTHING,   Act,   || step_up::post(passkeys::options)),
    fresh("POST", "/api/v1/me/passkeys",                       SignedIn, SMALL,     Act,   || step_up::post(passkeys::add)),
    fresh("DELETE", "/api/v1/me/passkeys/{credential}",        SignedIn, NOTHING,   Act,   || step_up::delete(passkeys::remove)),
    fresh("POST", "/api/v1/audit/export",                      SignedIn, NOTHING,   Act,   || step_up::post(audit::export)),
    row("GET",    "/api/v1/audit",                             SignedIn, NOTHING,   Read,  || get(audit::page)),
    row("GET",    "/api/v1/review",                            SignedIn, NOTHING,   Read,  || get(review::show)),
    row("POST",   "/api/v1/review/close",                      SignedIn, SMALL,     Act,   || post(review::close)),
    row("GET",    "/api/v1/certificates",                      SignedIn, NOTHING,   Read,  || get(certificates::list)),
    row("GET",    "/api/v1/staff",                             SignedIn, NOTHING,   Read,  || get(people::list)),
    row("GET",    "/api/v1/settings",                          SignedIn, NOTHING,   Read,  || get(settings::show)),
    row("GET",    "/api/v1/gate",                              SignedIn, NOTHING,   Read,  || get(opening::show)),
    row("POST",   "/api/v1/gate/sign-offs",                    SignedIn, SMALL,     Act,   || post(opening::sign)),
    row("GET",    "/api/v1/directory/versions",                SignedIn, NOTHING,   Read,  || get(directory::versions)),
    row("GET",    "/api/v1/directory/drafts",                  SignedIn, NOTHING,   Read,  || get(directory::drafts)),
    fresh("POST", "/api/v1/directory/drafts/{hash}/signatures", SignedIn, SMALL,    Act,   || step_up::post(directory::sign)),
    row("GET",    "/api/v1/cases",                             Reader,   NOTHING,   Read,  || get(cases::page)),
    row("POST",   "/api/v1/cases/{case}/release",              Reader,   SMALL,     Act,   || post(releases::release)),
    row("PUT",    "/api/v1/cases/{case}/bookmark",             Reader,   SMALL,     Act,   || put(bookmarks::keep)),
    row("POST",   "/api/v1/cases/{case}/messages",             Reader,   MESSAGES,  Act,   || post(messages::add)),
    row("POST",   "/api/v1/cases/{case}/hold",                 Reader,   MESSAGES,  Act,   || post(holds::set)),
    row("POST",   "/api/v1/cases/{case}/hold/lift",            Reader,   MESSAGES,  Act,   || post(holds::lift)),
    row("POST",   "/api/v1/cases/{case}/step-aside",           Reader,   MESSAGES,  Act,   || post(messages::step_aside)),
    fresh("POST", "/api/v1/cases/{case}/keeper",               Reader,   MESSAGES,  Act,   || step_up::post(wind_down::keeper)),
    row("PUT",    "/api/v1/hand-over",                         Reader,   SMALL,     Act,   || put(leavers::hand_over)),
    row("GET",    "/api/v1/recovery",                          SignedIn, NOTHING,   Read,  || get(recovery::list)),
    fresh("PUT",  "/api/v1/recovery/set",                      Reader,   SMALL,     Act,   || step_up::put(recovery::share)),
    row("PUT",    "/api/v1/recovery/piece",                    Reader,   SMALL,     Act,   || put(recovery::drill)),
    fresh("PUT",  "/api/v1/recovery/gift",                     Reader,   SMALL,     Act,   || step_up::put(recovery::give)),
    row("DELETE", "/api/v1/recovery/asks/{staff}",             Reader,   NOTHING,   Act,   || delete(recovery::stop)),
    row("PUT",    "/api/v1/directory/told",                    SignedIn, SMALL,     Act,   || put(directory::told)),
    row("GET",    "/api/v1/wind-down",                         SignedIn, NOTHING,   Read,  || get(wind_down::show)),
    row("GET",    "/api/v1/wind-down/cases",                   Reader,   NOTHING,   Read,  || get(wind_down::cases::page)),
    fresh("POST", "/api/v1/wind-down/agree",                   Reader,   SMALL,     Act,   || step_up::post(wind_down::agree)),
    fresh("POST", "/api/v1/wind-down/call-back",               SignedIn, NOTHING,   Act,   || step_up::post(wind_down::call_back)),
    fresh("POST", "/api/v1/wind-down",                         Admin,    SMALL,     Act,   || step_up::post(wind_down::ask)),
    row("PUT",    "/api/v1/staff/{staff}/leaving",             Admin,    SMALL,     Act,   || put(leavers::leaving)),
    fresh("POST", "/api/v1/gate/open",                         Admin,    NOTHING,   Act,   || step_up::post(opening::open)),
    fresh("PUT",  "/api/v1/settings",                          Admin,    SMALL,     Act,   || step_up::put(settings::change)),
    row("GET",    "/api/v1/copies",                            SignedIn, NOTHING,   Read,  || get(copies::show)),
    row("GET",    "/api/v1/readiness",                         Admin,    NOTHING,   Read,  || get(readiness::show)),
    fresh("POST", "/api/v1/directory/drafts",                  Admin,    DIRECTORY, Act,   || step_up::post(directory::draft)),
    row("POST",   "/api/v1/invites",                           Admin,    SMALL,     Act,   || post(invites::invite)),
    row("DELETE", "/api/v1/invites/{invite}",                  Admin,    NOTHING,   Act,   || delete(invites::cancel)),
    row("PUT",    "/api/v1/limits",                            Admin,    SMALL,     Act,   || put(limits::set)),
    fresh("POST", "/api/v1/staff/{staff}/end",                 Admin,    SMALL,     Act,   || step_up::post(people::end)),
];

const fn row(
    method: &'static str,
    path: &'static str,
    caller: Caller,
    body: Body,
    pressure: Pressure,
    handler: fn() -> MethodRouter<App>,
) -> Route {
    Route {
        method,
        path,
        caller,
        body,
        pressure,
        handler: Call::Plain(handler),
    }
}

/// A row that asks for a fresh second factor. Takes no handler that does not.
const fn fresh(
    method: &'static str,
    path: &'static str,
    caller: Caller,
    body: Body,
    pressure: Pressure,
    handler: fn() -> Guarded,
) -> Route {
    Route {
        method,
        path,
        caller,
        body,
        pressure,
        handler: Call::Fresh(handler),
    }
}

impl Body {
    /// Most bytes of this body.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Json(limit) => limit,
            Self::Sealed([small, large]) => {
                if small > large {
                    small
                } else {
                    large
                }
            }
        }
    }
}
