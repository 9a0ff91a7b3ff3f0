//! Requests and answers, and what a refusal must look like.

use std::net::IpAddr;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use http_body_util::BodyExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use server::problem::Problem;
use server::visitor::Peer;
use tower::ServiceExt;

use crate::world::World;

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

pub struct Asking {
    method: &'static str,
    path: String,
    headers: Vec<(header::HeaderName, String)>,
    peer: Option<IpAddr>,
    body: Vec<u8>,
}

pub fn ask(method: &'static str, path: impl Into<String>) -> Asking {
    Asking {
        method,
        path: path.into(),
        headers: Vec::new(),
        peer: None,
        body: Vec::new(),
    }
}

pub fn get(path: impl Into<String>) -> Asking {
    ask("GET", path)
}

pub fn post(path: impl Into<String>) -> Asking {
    ask("POST", path)
}

impl Asking {
    pub fn header(mut self, name: header::HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// As if the connection came from this address.
    pub fn from(mut self, address: &str) -> Self {
        self.peer = Some(address.parse().unwrap());
        self
    }

    pub fn session(self, token: &str) -> Self {
        self.header(header::AUTHORIZATION, format!("Bearer {token}"))
    }

    pub fn json(self, body: &impl Serialize) -> Self {
        self.text(serde_json::to_string(body).unwrap())
    }

    pub fn text(self, body: impl Into<String>) -> Self {
        self.raw("application/json", body.into().into_bytes())
    }

    pub fn sealed(self, body: Vec<u8>) -> Self {
        self.raw("application/octet-stream", body)
    }

    pub fn raw(mut self, kind: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header(header::CONTENT_TYPE, kind)
    }

    pub async fn of(self, world: &World) -> Answer {
        self.to(&world.router).await
    }

    pub async fn to(self, router: &Router) -> Answer {
        let mut request = Request::builder().method(self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let mut request = request.body(Body::from(self.body)).unwrap();
        if let Some(peer) = self.peer {
            request.extensions_mut().insert(Peer(peer));
        }
        let answer = router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer
            .into_body()
            .collect()
            .await
            .unwrap()
            .to_bytes()
            .to_vec();
        Answer {
            status,
            headers,
            body,
        }
    }

    /// Asks, expects this refusal, and checks that not a row changed.
    pub async fn refused(self, world: &World, problem: Problem) -> Answer {
        let before = world.state().await;
        let what = format!("{} {}", self.method, self.path);
        let answer = self.of(world).await;
        answer.is_problem(problem, &what);
        assert_eq!(world.state().await, before, "{what} changed something");
        answer
    }
}

impl Answer {
    pub fn is_problem(&self, problem: Problem, what: &str) {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status, problem.status(), "{what}: {text}");
        assert_eq!(
            self.headers[header::CONTENT_TYPE],
            "application/problem+json",
            "{what}"
        );
        let document: serde_json::Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(document["type"], problem.uri(), "{what}: {text}");
        assert_eq!(document["status"], problem.status(), "{what}");
        assert_eq!(document["title"], problem.title(), "{what}");
    }

    pub fn ok<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn done(&self) {
        assert_eq!(self.status, 204, "{}", String::from_utf8_lossy(&self.body));
    }
}
