//! Calls over a transport: what came back, or one of the few ways in which nothing did. Adults' calls are JSON;
//! a pupil's are bytes, so that the pupil's page need not carry a reader of JSON.

use protocol::pack::{Pack, unpack};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::transport::{Method, Request, Transport};

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

/// What a refusal says, as far as a session reads it.
struct Refusal {
    problem: Problem,
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
    parse(&call(transport, Method::Get, session, path, JSON, Vec::new()).await?)
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
    parse(&call(transport, method, session, path, JSON, body).await?)
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
    call(transport, method, session, path, JSON, body)
        .await
        .map(drop)
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
    let body = call(transport, Method::Get, None, path, JSON, Vec::new()).await?;
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
) -> Result<Vec<u8>, CallError> {
    let request = Request {
        method,
        path,
        content_type,
        body,
        session: session.map(String::from),
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

/// A pupil's session goes by the status alone.
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
    };
    let by_status = |_: &[u8]| Refusal {
        problem: Problem::Other,
        retry_after: None,
    };
    exchange(transport, request, by_status).await
}

/// How often a request is sent whose answer does not come.
const TRIES: u32 = 4;

/// Whether the server does it once however often it comes (R25): reading; writing to a fixed place; messages, which
/// carry ids of their own; an opening, which carries a signed nonce. Everything else is for the person to repeat,
/// who then sees what was done.
fn may_repeat(request: &Request) -> bool {
    match request.method {
        Method::Get | Method::Put => true,
        Method::Delete => false,
        Method::Post => ["/messages", "/release", "/sign-in/salt"]
            .iter()
            .any(|end| request.path.ends_with(end)),
    }
}

/// The body of a good answer. `refusal` reads the document of a bad one.
async fn exchange<T: Transport>(
    transport: &T,
    request: Request,
    refusal: impl FnOnce(&[u8]) -> Refusal,
) -> Result<Vec<u8>, CallError> {
    let mut tries = if may_repeat(&request) { TRIES } else { 1 };
    let response = loop {
        tries -= 1;
        match transport.call(request.clone()).await {
            Ok(response) => break response,
            Err(_) if tries > 0 => {}
            Err(_) => return Err(CallError::Unreachable),
        }
    };
    if (200..300).contains(&response.status) {
        return Ok(response.body);
    }
    let refusal = refusal(&response.body);
    Err(CallError::Refused {
        status: response.status,
        problem: refusal.problem,
        retry_after: refusal.retry_after,
    })
}
