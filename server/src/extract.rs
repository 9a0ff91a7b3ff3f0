//! What a handler may read of a request: JSON, a sealed frame, the query, names in the path.
//!
//! Promise: content type, size and shape are checked before a handler runs; every refusal is a problem document;
//! a body that dribbles in is cut off. Nothing here looks at addresses, agents or cookies.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;

use crate::problem::{ApiError, Problem};

/// A body must be complete after this long, at any speed (reliability: "body 30 s").
const BODY_DEADLINE: Duration = Duration::from_secs(30);

/// A JSON body. Unknown fields, duplicate fields, trailing bytes and other content types are refused.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        check_content_type(request.headers(), "application/json")?;
        let bytes = body(request, state).await?;
        // serde would also read a struct from an array; every message of ours is an object.
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(ApiError::from(Problem::Malformed).with_detail("Send one JSON object."));
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

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        check_content_type(request.headers(), "application/octet-stream")?;
        body(request, state).await.map(Self)
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
async fn body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, ApiError> {
    match tokio::time::timeout(BODY_DEADLINE, Bytes::from_request(request, state)).await {
        Err(_) => Err(Problem::TooSlow.into()),
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(rejection)) if rejection.status() == 413 => Err(Problem::TooLarge.into()),
        Ok(Err(_)) => Err(Problem::Malformed.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use std::convert::Infallible;

    struct Never;

    impl hyper::body::Body for Never {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Infallible>>> {
            std::task::Poll::Pending
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_never_ends_is_cut_off() {
        let kind = "application/octet-stream";
        let request = Request::builder().header(header::CONTENT_TYPE, kind);
        let request = request.body(Body::new(Never)).unwrap();
        let refusal = Sealed::from_request(request, &()).await.err().unwrap();
        assert_eq!(refusal.problem(), Problem::TooSlow);
    }
}
