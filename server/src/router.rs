//! The two routers: what visitors reach and what the people who run the machine reach.
//!
//! Promise: whatever happens, an answer is a page, JSON, sealed bytes or a problem document, and it carries the
//! security headers; a handler that panics answers "server error" and the server goes on.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::headers::secure;
use crate::health;
use crate::openapi;
use crate::problem::{ApiError, Problem, explain};
use crate::route_table::{Pressure, ROUTES};
use crate::visitor::forget_address;

/// A whole request, from its head to its answer (reliability: "whole request 60 s").
const REQUEST_DEADLINE: Duration = Duration::from_secs(60);

/// The pupil page has these addresses, the staff page those; the same bytes each time.
const PUPIL_PAGES: [&str; 2] = ["/", "/s/{slug}"];
/// What is kept, by school or for the school of this host.
const KEPT_PAGES: [&str; 2] = ["/kept", "/s/{slug}/kept"];
const STAFF_PAGES: [&str; 2] = ["/staff", "/s/{slug}/staff"];

/// What visitors reach.
pub fn public(app: &App) -> Router {
    let mut router = Router::<App>::new();
    let places = Pressure::ALL.map(|class| {
        let places = class.places(app.settings.requests);
        Arc::new(Semaphore::new(
            usize::try_from(places).expect("at least 32 bits"),
        ))
    });
    let places_of = |class| {
        let index = Pressure::ALL.iter().position(|known| *known == class);
        let places = &places[index.expect("every class is in the list")];
        from_fn_with_state(Arc::clone(places), one_at_a_place)
    };
    for route in ROUTES {
        let handler = route
            .handler
            .make()
            .layer(DefaultBodyLimit::max(route.body.limit()))
            .layer(places_of(route.pressure));
        router = router.route(route.path, handler);
    }
    let mut pages = Router::<App>::new();
    for path in PUPIL_PAGES {
        pages = pages.route(
            path,
            get(|app: State<App>, asked: HeaderMap| page(app, asked, "/index.html")),
        );
    }
    for path in STAFF_PAGES {
        pages = pages.route(
            path,
            get(|app: State<App>, asked: HeaderMap| page(app, asked, "/staff.html")),
        );
    }
    for path in KEPT_PAGES {
        pages = pages.route(
            path,
            get(|app: State<App>, asked: HeaderMap| page(app, asked, "/kept.html")),
        );
    }
    let pages = pages
        .route("/manifest.json", get(file))
        .route("/favicon.svg", get(file))
        .route("/assets/{*name}", get(file))
        .route("/problems/{name}", get(explain))
        .layer(places_of(Pressure::Look));
    let router = router
        .merge(pages)
        .layer(from_fn_with_state(app.clone(), forget_address));
    finish(router, app)
}

/// What the people who run the machine reach.
pub fn admin(app: &App) -> Router {
    let router = Router::<App>::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/api/v1/openapi.json", get(openapi::serve));
    finish(router, app)
}

fn finish(router: Router<App>, app: &App) -> Router {
    router
        .fallback(async || Problem::NoSuchRoute)
        .method_not_allowed_fallback(async || Problem::MethodNotAllowed)
        .with_state(app.clone())
        .layer(from_fn(deadline))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.settings.behind_tls, secure))
}

async fn page(State(app): State<App>, asked: HeaderMap, path: &'static str) -> Response {
    let answer = app.site.answer(path, &asked);
    answer.unwrap_or_else(|| Problem::NotFound.into_response())
}

async fn file(State(app): State<App>, asked: HeaderMap, uri: Uri) -> Response {
    let answer = app.site.answer(uri.path(), &asked);
    answer.unwrap_or_else(|| Problem::NotFound.into_response())
}

/// Refuses instead of queueing without end. Every visitor then gets a prompt, honest answer.
async fn one_at_a_place(
    State(places): State<Arc<Semaphore>>,
    request: Request,
    next: Next,
) -> Response {
    match places.try_acquire() {
        Ok(_place) => next.run(request).await,
        Err(_) => Problem::Busy.into_response(),
    }
}

async fn deadline(request: Request, next: Next) -> Response {
    match tokio::time::timeout(REQUEST_DEADLINE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::Busy.into_response(),
    }
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    // The panic's own text may hold anything, so it stays out of the log; the hook prints where it happened.
    let mut response = ApiError::internal("a handler panicked").into_response();
    response
        .headers_mut()
        .insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use tower::ServiceExt;

    async fn boom() -> &'static str {
        panic!("CANARY");
    }

    #[tokio::test]
    async fn a_panic_is_an_answer_without_its_words() {
        let router = Router::new()
            .route("/", get(boom))
            .layer(CatchPanicLayer::custom(panicked));
        let request = Request::builder().uri("/").body(Body::empty()).unwrap();
        let answer = router.oneshot(request).await.unwrap();
        assert_eq!(answer.status(), 500);
        assert_eq!(
            answer.headers()[header::CONTENT_TYPE],
            "application/problem+json"
        );
        let body = axum::body::to_bytes(answer.into_body(), 10_000)
            .await
            .unwrap();
        assert!(!String::from_utf8_lossy(&body).contains("CANARY"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_does_not_last_for_ever() {
        let router = Router::new()
            .route("/", get(std::future::pending::<()>))
            .layer(from_fn(deadline));
        let request = Request::builder().uri("/").body(Body::empty()).unwrap();
        assert_eq!(router.oneshot(request).await.unwrap().status(), 503);
    }
}
