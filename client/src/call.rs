//! Calls over a transport: what came back, or one of the few ways in which nothing did. Adults' calls are JSON;
//! a pupil's are bytes, so that the pupil's page need not carry a reader of JSON.

mod again;

use protocol::encoding::to_base64url;
use protocol::pack::{Pack, unpack};
use rand_core::CryptoRng;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::transport::{Method, Request, Transport};
use again::{Refusal, exchange};

/// Why a call gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallError {
    /// The server could not be reached; nothing is known of what it did.
    Unreachable,
    /// The server refused, with its status and the kind of problem.
    Refused {
        status: u16,
        problem: Problem,
        /// Seconds after which to ask again.
        retry_after: Option<u32>,
    },
    /// The answer was not what `protocol::api` promises.
    Malformed,
}

/// Kinds of problem a session tells apart. Everything else is told by its status alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    SignInRefused,
    SessionEnded,
    NameTaken,
    StaleDirectory,
    ExpiredInvite,
    WrongCode,
    TooFewReaders,
    NotHandedOver,
    NoShares,
    ProofNeeded,
    Damaged,
    ServiceEnding,
    Other,
}

/// The members of an RFC 9457 problem document that a program may read.
#[derive(Deserialize)]
struct ProblemDocument {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    retry_after: Option<u32>,
}

impl Problem {
    /// The problem named by the last part of its type, such as `/problems/name-taken`.
    fn named(kind: &str) -> Self {
        match kind.rsplit('/').next() {
            Some("sign-in-refused") => Self::SignInRefused,
            Some("session-ended") => Self::SessionEnded,
            Some("name-taken") => Self::NameTaken,
            Some("stale-directory") => Self::StaleDirectory,
            Some("expired-invite") => Self::ExpiredInvite,
            Some("wrong-code") => Self::WrongCode,
            Some("too-few-readers") => Self::TooFewReaders,
            Some("not-handed-over") => Self::NotHandedOver,
            Some("no-shares") => Self::NoShares,
            Some("proof-needed") => Self::ProofNeeded,
            Some("damaged") => Self::Damaged,
            Some("service-ending") => Self::ServiceEnding,
            _ => Self::Other,
        }
    }
}

/// A GET that answers JSON.
pub async fn get<T: Transport, A: DeserializeOwned>(
    transport: &T,
    session: Option<&str>,
    path: String,
) -> Result<A, CallError> {
    parse(
        &call(
            transport,
            Method::Get,
            session,
            path,
            JSON,
            Vec::new(),
            None,
        )
        .await?,
    )
}

/// A POST or PUT of JSON that answers JSON.
pub async fn send<T: Transport, B: Serialize, A: DeserializeOwned>(
    transport: &T,
    method: Method,
    session: Option<&str>,
    path: String,
    body: &B,
) -> Result<A, CallError> {
    let body = serde_json::to_vec(body).map_err(|_| CallError::Malformed)?;
    parse(&call(transport, method, session, path, JSON, body, None).await?)
}

/// A POST without a body that answers JSON.
pub async fn ask<T: Transport, A: DeserializeOwned>(
    transport: &T,
    session: Option<&str>,
    path: String,
) -> Result<A, CallError> {
    let body = Vec::new();
    parse(&call(transport, Method::Post, session, path, JSON, body, None).await?)
}

/// A call that is answered by its status alone.
pub async fn tell<T: Transport, B: Serialize>(
    transport: &T,
    method: Method,
    session: Option<&str>,
    path: String,
    body: Option<&B>,
) -> Result<(), CallError> {
    let body = match body {
        Some(body) => serde_json::to_vec(body).map_err(|_| CallError::Malformed)?,
        None => Vec::new(),
    };
    call(transport, method, session, path, JSON, body, None)
        .await
        .map(drop)
}

/// Names one act, so that the server does it once however often the request comes. Made anew for each act.
pub struct Once(String);

impl Once {
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self(to_base64url(&bytes))
    }
}

/// A POST of JSON that answers JSON, and is done once.
pub async fn send_once<T: Transport, B: Serialize, A: DeserializeOwned>(
    transport: &T,
    session: Option<&str>,
    path: String,
    body: &B,
    once: Once,
) -> Result<A, CallError> {
    parse(&post_once(transport, session, path, body, once).await?)
}

/// A POST of JSON that is answered by its status alone, and is done once.
pub async fn tell_once<T: Transport, B: Serialize>(
    transport: &T,
    session: Option<&str>,
    path: String,
    body: &B,
    once: Once,
) -> Result<(), CallError> {
    post_once(transport, session, path, body, once)
        .await
        .map(drop)
}

async fn post_once<T: Transport, B: Serialize>(
    transport: &T,
    session: Option<&str>,
    path: String,
    body: &B,
    Once(once): Once,
) -> Result<Vec<u8>, CallError> {
    let body = serde_json::to_vec(body).map_err(|_| CallError::Malformed)?;
    let post = Method::Post;
    call(transport, post, session, path, JSON, body, Some(once)).await
}

/// A GET that answers a value in a fixed order.
pub async fn get_packed<T: Transport, A: Pack>(
    transport: &T,
    path: String,
) -> Result<A, CallError> {
    let body = bytes(transport, Method::Get, path, Vec::new()).await?;
    unpack(&body).ok_or(CallError::Malformed)
}

/// A POST of bytes that answers bytes.
pub async fn send_bytes<T: Transport>(
    transport: &T,
    path: String,
    body: Vec<u8>,
) -> Result<Vec<u8>, CallError> {
    bytes(transport, Method::Post, path, body).await
}

/// A GET that answers text.
pub async fn get_text<T: Transport>(transport: &T, path: String) -> Result<String, CallError> {
    let body = call(transport, Method::Get, None, path, JSON, Vec::new(), None).await?;
    String::from_utf8(body).map_err(|_| CallError::Malformed)
}

const JSON: &str = "application/json";
const OCTETS: &str = "application/octet-stream";

fn parse<A: DeserializeOwned>(body: &[u8]) -> Result<A, CallError> {
    serde_json::from_slice(body).map_err(|_| CallError::Malformed)
}

async fn call<T: Transport>(
    transport: &T,
    method: Method,
    session: Option<&str>,
    path: String,
    content_type: &'static str,
    body: Vec<u8>,
    once: Option<String>,
) -> Result<Vec<u8>, CallError> {
    let request = Request {
        method,
        path,
        content_type,
        body,
        session: session.map(String::from),
        once,
    };
    let refusal = |body: &[u8]| {
        let document = serde_json::from_slice::<ProblemDocument>(body).ok();
        Refusal {
            problem: document
                .as_ref()
                .map_or(Problem::Other, |document| Problem::named(&document.kind)),
            retry_after: document.and_then(|document| document.retry_after),
        }
    };
    exchange(transport, request, refusal).await
}

/// A pupil's page that cannot be answered for the moment asks again after this long.
const PUPIL_WAIT_SECONDS: u32 = 1;

/// A pupil's session goes by the status alone: how long to wait when only reading is its own guess. What was sealed is for
/// the gateway's own tries, which solve another puzzle first.
async fn bytes<T: Transport>(
    transport: &T,
    method: Method,
    path: String,
    body: Vec<u8>,
) -> Result<Vec<u8>, CallError> {
    let request = Request {
        method,
        path,
        content_type: OCTETS,
        body,
        session: None,
        once: None,
    };
    let retry_after = (method == Method::Get).then_some(PUPIL_WAIT_SECONDS);
    let by_status = |_: &[u8]| Refusal {
        problem: Problem::Other,
        retry_after,
    };
    exchange(transport, request, by_status).await
}

#[cfg(test)]
mod tests;
