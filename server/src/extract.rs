//! What a handler may read of a request: JSON, a sealed frame, the query, names in the path.
//!
//! Promise: content type, size and shape are checked before a handler runs; every refusal is a problem document;
//! a body that dribbles in is cut off. Nothing here looks at addresses, agents or cookies.

use std::error::Error;
use std::time::Duration;

use axum::RequestExt;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError};
use hyper::body::Body as _;
use serde::de::DeserializeOwned;

use crate::problem::{ApiError, Problem};

/// A body must be complete after three of these, and brings at least 1 KB a second in each (R37: "body 30 s and
/// 1 KB/s"). Ten seconds at a time, so that a phone in a tunnel may be silent for a moment.
const WINDOW: Duration = Duration::from_secs(10);
const WINDOWS: u32 = 3;
/// Most that is made room for on somebody's word: the larger frame of a sealed request.
const MOST_AHEAD: u64 = 96 * 1024;
const LEAST_IN_A_WINDOW: usize = 10 * 1024;

/// U+0000 as JSON writes it. PostgreSQL has no place for it in a text, and no text of ours needs it.
const NO_CHARACTER: &[u8] = b"\\u0000";

/// A JSON body. Unknown fields, duplicate fields, trailing bytes and other content types are refused.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        check_content_type(request.headers(), "application/json")?;
        let bytes = body(request).await?;
        // serde would also read a struct from an array; every message of ours is an object.
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(ApiError::from(Problem::Malformed).with_detail("Send one JSON object."));
        }
        if bytes
            .windows(NO_CHARACTER.len())
            .any(|six| six == NO_CHARACTER)
        {
            return Err(
                ApiError::from(Problem::Invalid).with_detail("A text holds the character U+0000.")
            );
        }
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            let problem = if error.is_data() {
                Problem::Invalid
            } else {
                Problem::Malformed
            };
            ApiError::from(problem).with_detail(error.to_string())
        })
    }
}

/// A sealed request: opaque bytes. Its two sizes are the gateway's to check.
pub struct Sealed(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Sealed {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        check_content_type(request.headers(), "application/octet-stream")?;
        body(request).await.map(Self)
    }
}

/// The query, read strictly.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        axum::extract::Query::<T>::try_from_uri(&parts.uri)
            .map(|query| Self(query.0))
            .map_err(|_| Problem::Malformed.into())
    }
}

/// A name in the path. One that cannot be a name of this kind names nothing.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        // The same character, as a path writes it: there is no such name, on either engine.
        if parts.uri.path().contains("%00") {
            return Err(Problem::NotFound.into());
        }
        axum::extract::Path::<T>::from_request_parts(parts, state)
            .await
            .map(|path| Self(path.0))
            .map_err(|_| Problem::NotFound.into())
    }
}

/// The host name asked for, without a port: how `-` finds its school.
pub struct HostName(pub String);

impl<S: Send + Sync> FromRequestParts<S> for HostName {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let host = parts
            .headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        Ok(Self(name.to_ascii_lowercase()))
    }
}

fn check_content_type(headers: &HeaderMap, wanted: &'static str) -> Result<(), ApiError> {
    let given = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    if given.trim().eq_ignore_ascii_case(wanted) {
        return Ok(());
    }
    Err(ApiError::from(Problem::WrongContentType).with_detail(format!("Send {wanted}.")))
}

/// The whole body, within the limit the route table gave this route.
async fn body(request: Request) -> Result<Bytes, ApiError> {
    let mut body = request.into_limited_body();
    let mut bytes = Vec::new();
    for _ in 0..WINDOWS {
        let before = bytes.len();
        match tokio::time::timeout(WINDOW, read(&mut body, &mut bytes)).await {
            Ok(Ok(())) => return Ok(bytes.into()),
            Ok(Err(error)) if is_too_long(&error) => return Err(Problem::TooLarge.into()),
            Ok(Err(_)) => return Err(Problem::Malformed.into()),
            Err(_) if bytes.len() - before < LEAST_IN_A_WINDOW => break,
            Err(_) => {}
        }
    }
    Err(Problem::TooSlow.into())
}

/// Reads to the end. What came stays in `bytes` when it is given up half way.
async fn read(body: &mut Body, bytes: &mut Vec<u8>) -> Result<(), axum::Error> {
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame?.into_data() {
            if bytes.is_empty() {
                // What is still to come was announced and is within the limit. Growing step by step would copy and wipe.
                let more = body.size_hint().exact().unwrap_or(0).min(MOST_AHEAD);
                bytes.reserve_exact(data.len() + usize::try_from(more).unwrap_or(0));
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(())
}

fn is_too_long(error: &(dyn Error + 'static)) -> bool {
    error.is::<LengthLimitError>() || error.source().is_some_and(is_too_long)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::DefaultBodyLimit;
    use futures_util::{StreamExt, stream};
    use std::convert::Infallible;

    /// So many bytes each second, for so many seconds.
    fn request(bytes: usize, seconds: usize) -> Request {
        let trickle = stream::iter(0..seconds).then(move |_| async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Ok::<_, Infallible>(vec![7; bytes])
        });
        let kind = "application/octet-stream";
        let request = Request::builder().header(header::CONTENT_TYPE, kind);
        request.body(Body::from_stream(trickle)).unwrap()
    }

    async fn refusal(request: Request) -> Option<Problem> {
        let read = Sealed::from_request(request, &()).await;
        read.err().map(|refusal| refusal.problem())
    }

    // R37: slower than 1 KB a second is refused after ten seconds, not after thirty.
    #[tokio::test(start_paused = true)]
    async fn a_body_that_dribbles_in_is_cut_off_early() {
        for bytes in [0, 1, 1_000] {
            let early = tokio::time::timeout(Duration::from_secs(11), refusal(request(bytes, 60)));
            assert_eq!(early.await, Ok(Some(Problem::TooSlow)), "{bytes} a second");
        }
    }

    // R37: fast enough is taken, and is over after thirty seconds all the same.
    #[tokio::test(start_paused = true)]
    async fn a_slow_but_steady_body_is_taken() {
        assert_eq!(refusal(request(1_200, 25)).await, None);
        assert_eq!(refusal(request(1_200, 40)).await, Some(Problem::TooSlow));
    }

    #[tokio::test]
    async fn a_body_over_the_limit_is_too_large() {
        let mut over = Request::new(Body::from(vec![0; 101]));
        let kind = header::HeaderValue::from_static("application/octet-stream");
        over.headers_mut().insert(header::CONTENT_TYPE, kind);
        DefaultBodyLimit::max(100).apply(&mut over);
        assert_eq!(refusal(over).await, Some(Problem::TooLarge));
    }
}
