//! A transport into the server's router in this process: every byte takes the way it takes over HTTP, without a port.

use axum::Router;
use axum::body::Body;
use axum::http::{Request as HttpRequest, header};
use client::transport::{Method, Request, Response, Transport, Unreachable};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// The server, reached in memory.
#[derive(Clone)]
pub struct InMemory(pub Router);

impl Transport for InMemory {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        let method = match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        };
        let mut http = HttpRequest::builder().method(method).uri(&request.path);
        if let Some(session) = &request.session {
            http = http.header(header::AUTHORIZATION, format!("Bearer {session}"));
        }
        if let Some(once) = &request.once {
            http = http.header("idempotency-key", once);
        }
        if !request.body.is_empty() {
            http = http.header(header::CONTENT_TYPE, request.content_type);
        }
        let http = http
            .body(Body::from(request.body))
            .map_err(|_| Unreachable)?;
        let answer = self
            .0
            .clone()
            .oneshot(http)
            .await
            .map_err(|_| Unreachable)?;
        let status = answer.status().as_u16();
        let body = answer
            .into_body()
            .collect()
            .await
            .map_err(|_| Unreachable)?;
        Ok(Response {
            status,
            body: body.to_bytes().to_vec(),
        })
    }
}
