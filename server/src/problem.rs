//! Every way this server says no: one table of problem types, and the RFC 9457 document made from it.
//!
//! Promise: `type` is stable (`/problems/<name>`), the words are safe to show, and nothing internal is ever in
//! them. What went wrong inside is logged where it happened and answered as [`Problem::ServerError`].

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use protocol::puzzle::Challenge;
use serde::Serialize;

macro_rules! problems {
    ($($(#[doc = $doc:literal])* $variant:ident, $name:literal, $status:literal, $title:literal;)*) => {
        /// A kind of problem. The doc comment of each says when it is answered.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Problem { $($(#[doc = $doc])* $variant,)* }

        impl Problem {
            /// Every problem, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable `type` of the problem document.
            #[must_use]
            pub const fn uri(self) -> &'static str {
                match self { $(Self::$variant => concat!("/problems/", $name),)* }
            }

            /// HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)* }
            }

            /// One sentence for people.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// When it is answered, for the OpenAPI document.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n"),*),)* }
            }
        }
    };
}

problems! {
    /// The body is not JSON, or the query cannot be read.
    Malformed, "malformed", 400, "The request could not be read.";
    /// A sealed request is not exactly one of the two allowed sizes.
    WrongSize, "wrong-size", 400, "A sealed request has exactly one of two sizes.";
    /// No session, an unknown one, or one that ran out.
    SessionEnded, "session-ended", 401, "Sign in first.";
    /// Name, secret or code do not fit together. Which one is never said.
    SignInRefused, "sign-in-refused", 401, "Name, password, kit and code do not fit together.";
    /// The session is good, but this person may not do this.
    Refused, "refused", 403, "You may not do this.";
    /// The session is good, but the second factor was shown more than five minutes ago: `POST /api/v1/me/proof`, then again.
    ProofNeeded, "proof-needed", 403, "Show your second factor once more.";
    /// A signature does not hold, or is not by a key that counts here.
    BadSignature, "bad-signature", 403, "A signature does not hold.";
    /// The thing named does not exist, or not in this school.
    NotFound, "not-found", 404, "There is nothing under this name.";
    /// No route has this path.
    NoSuchRoute, "no-such-route", 404, "There is no such address.";
    /// The route exists, but not for this method; `Allow` lists those there are.
    MethodNotAllowed, "method-not-allowed", 405, "This address does not take that method.";
    /// The body did not arrive in time.
    TooSlow, "too-slow", 408, "The request took too long to arrive.";
    /// The state changed meanwhile, or the act was done before with other content.
    Conflict, "conflict", 409, "Something changed in between.";
    /// After this, fewer than two people could read reports.
    TooFewReaders, "too-few-readers", 409, "At least two readers must be left.";
    /// A key is not destroyed before its owner has handed every case over.
    NotHandedOver, "not-handed-over", 409, "Their cases are not handed over.";
    /// Nobody holds shares of these keys, or nobody asks for them now.
    NoShares, "no-shares", 409, "No colleague can help with these keys.";
    /// An item of the gate is not done; `GET /api/v1/gate` says which.
    NotReady, "not-ready", 409, "Something is missing before the school can open.";
    /// The end of this school's service is agreed to: nothing new begins. What is there can be finished.
    ServiceEnding, "service-ending", 409, "This school's service is ending.";
    /// The sign-in name is taken.
    NameTaken, "name-taken", 409, "This sign-in name is taken.";
    /// The directory meant is not the one in force: older, forked off, or not its successor.
    StaleDirectory, "stale-directory", 409, "The list of readers is not the one in force.";
    /// A sealed request or a signed nonce was seen before.
    Replayed, "replayed", 409, "This request was sent before.";
    /// The invitation was used, withdrawn or ran out.
    ExpiredInvite, "expired-invite", 410, "This invitation no longer works.";
    /// The body is longer than the route table allows.
    TooLarge, "too-large", 413, "The request is too large.";
    /// The content type is not the one this route takes.
    WrongContentType, "wrong-content-type", 415, "This address takes another content type.";
    /// Readable, but a value breaks a rule; `detail` says which.
    Invalid, "invalid", 422, "A value breaks a rule.";
    /// Not a valid envelope for this act: version, suite, kind, sizes, slots or key list.
    InvalidEnvelope, "invalid-envelope", 422, "The envelope is not valid here.";
    /// The envelope, the request or the signature names another school.
    WrongSchool, "wrong-school", 422, "This belongs to another school.";
    /// The sealed request does not open under this school's gateway key.
    NotSealedToUs, "not-sealed-to-us", 422, "The sealed request does not open.";
    /// The six digits are wrong.
    WrongCode, "wrong-code", 422, "The code is not right.";
    /// The hour of a signed request is more than one away from the server's.
    WrongHour, "wrong-hour", 422, "The clock of this device is off.";
    /// Too much comes at once: solve the puzzle in `challenge`, which is harder, and send again.
    MoreWork, "more-work", 428, "Solve a harder puzzle, then send again.";
    /// Too many tries; `Retry-After` says how long to wait.
    Wait, "wait", 429, "Too many tries. Wait a little.";
    /// Something inside failed. It is in the log, never in the answer.
    ServerError, "server-error", 500, "Something went wrong here.";
    /// Something in the database is not as it was written. The alarm is raised; nothing of this was done.
    Damaged, "damaged", 500, "Something of this cannot be read any more. Tell whoever runs the server.";
    /// The disk is full. Nothing of this was kept; reading goes on, and what is urgent is still taken in.
    StorageFull, "storage-full", 507, "There is no room left here.";
    /// The disk or the database fails. Nothing of this was kept; `Retry-After` says when to come back.
    StorageUnavailable, "storage-unavailable", 503, "What is written cannot be kept at the moment.";
    /// Too busy, or waited too long for a turn; `Retry-After` says when to come back.
    Busy, "busy", 503, "Too busy at the moment.";
}

/// A problem on its way out, with what this one time adds to it.
#[derive(Debug)]
pub struct ApiError {
    problem: Problem,
    detail: Option<Cow<'static, str>>,
    retry_after: Option<u32>,
    challenge: Option<Box<Challenge>>,
}

/// The document as sent (RFC 9457). `instance` is left out: it would name a case in a place that gets logged.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemDocument {
    /// `/problems/<name>`; stable.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// One sentence for people.
    pub title: &'static str,
    /// The HTTP status again.
    pub status: u16,
    /// What exactly, when there is more to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Cow<'static, str>>,
    /// Seconds to wait, the same as the header `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// With `more-work`: the puzzle to solve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Box<Challenge>>,
}

impl ApiError {
    /// Adds what exactly went wrong. Never a secret, never anything internal.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Asks the caller to come back after so many seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Adds the puzzle to solve.
    #[must_use]
    pub fn with_challenge(mut self, challenge: Challenge) -> Self {
        self.challenge = Some(Box::new(challenge));
        self
    }

    /// Which problem this is.
    #[must_use]
    pub fn problem(&self) -> Problem {
        self.problem
    }

    /// Logs what happened inside and hides it behind [`Problem::ServerError`].
    pub fn internal(what: impl std::fmt::Display) -> Self {
        tracing::error!(error = %what, "a request failed inside");
        Problem::ServerError.into()
    }
}

impl From<Problem> for ApiError {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            detail: None,
            // A least time; sessions of `client` add a random part, so that they do not come back as a crowd.
            retry_after: match problem {
                Problem::Busy | Problem::Wait | Problem::StorageUnavailable => Some(4),
                Problem::StorageFull => Some(60),
                _ => None,
            },
            challenge: None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let document = ProblemDocument {
            kind: self.problem.uri(),
            title: self.problem.title(),
            status: self.problem.status(),
            detail: self.detail,
            retry_after: self.retry_after,
            challenge: self.challenge,
        };
        let body = serde_json::to_vec(&document).expect("plain fields always serialize");
        let status =
            StatusCode::from_u16(self.problem.status()).expect("the table holds real statuses");
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if self.problem.status() == 401 {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        ApiError::from(self).into_response()
    }
}

/// `GET /problems/{name}`: the page a problem's `type` leads to.
pub async fn explain(uri: Uri) -> Result<String, Problem> {
    let named = Problem::ALL
        .iter()
        .find(|problem| problem.uri() == uri.path());
    let problem = named.ok_or(Problem::NotFound)?;
    let when = problem.explanation().trim().replace("\n ", "\n");
    Ok(format!("{}\n\n{when}\n", problem.title()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_statuses_are_errors() {
        let mut names: Vec<_> = Problem::ALL.iter().map(|problem| problem.uri()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Problem::ALL.len());
        assert!(
            Problem::ALL
                .iter()
                .all(|problem| (400..600).contains(&problem.status()))
        );
    }

    #[test]
    fn internals_stay_inside() {
        let error = ApiError::internal("SECRET table users is missing");
        assert!(error.detail.is_none());
        assert_eq!(error.into_response().status(), 500);
    }
}
