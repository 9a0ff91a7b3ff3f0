//! The accept loop. `axum::serve` has no time-outs, so connections are served here, HTTP/1 only.
//!
//! Promise: a connection that says nothing goes after 5 s, a half request head after 10 s, every connection
//! after five minutes; when every place is taken, the connection that has been silent longest gives its place to
//! whoever comes, so that a crowd of silent ones keeps nobody out; stopping lets requests in flight finish, up to a deadline. A visitor's
//! address goes no further than `visitor.rs`, which drops it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::timeout;
use tower::ServiceExt;

use crate::visitor::Peer;

/// Deadlines of a connection (reliability, "values to start from").
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// Until the first byte.
    pub first_byte: Duration,
    /// For a whole request head, and between two requests.
    pub head: Duration,
    /// For the connection's whole life; also what ends a client that never reads its answer.
    pub life: Duration,
    /// For requests in flight after the order to stop.
    pub drain: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            first_byte: Duration::from_secs(5),
            head: Duration::from_secs(10),
            life: Duration::from_secs(300),
            drain: Duration::from_secs(10),
        }
    }
}

/// Most a request head may take.
const HEAD_BYTES: usize = 16 * 1024;

/// Serves until `stop` turns true, then drains.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    deadlines: Deadlines,
    most_connections: usize,
    mut stop: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(most_connections));
    let mut connections = JoinSet::new();
    let mut silent = Silent::default();
    loop {
        while connections.try_join_next().is_some() {}
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                if places.available_permits() == 0 {
                    silent.end_oldest();
                }
                let place = tokio::select! {
                    place = Arc::clone(&places).acquire_owned() => place.expect("never closed"),
                    _ = stop.wait_for(|stop| *stop) => break,
                };
                let (router, stop) = (router.clone(), stop.clone());
                let spoke = Arc::new(AtomicBool::new(false));
                let heard = Arc::clone(&spoke);
                let task = connections.spawn(async move {
                    let peer = Peer(peer.ip());
                    connection(stream, peer, router, deadlines, stop, &heard).await;
                    drop(place);
                });
                silent.came(spoke, task);
            }
            // Out of file descriptors, most likely: connections must end before the next can start.
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "accepting a connection failed");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    let drained = timeout(deadlines.drain, async {
        while connections.join_next().await.is_some() {}
    })
    .await;
    if drained.is_err() {
        tracing::warn!(
            left = connections.len(),
            "stopped before every connection was done"
        );
    }
}

/// Connections in the order they came, to find the one that has been silent longest.
#[derive(Default)]
struct Silent(VecDeque<(Arc<AtomicBool>, AbortHandle)>);

impl Silent {
    /// Those at the front that spoke or ended are forgotten; silent ones end by themselves soon, so it stays short.
    fn came(&mut self, spoke: Arc<AtomicBool>, task: AbortHandle) {
        while let Some((spoke, task)) = self.0.front() {
            if !spoke.load(Ordering::Relaxed) && !task.is_finished() {
                break;
            }
            self.0.pop_front();
        }
        self.0.push_back((spoke, task));
    }

    /// Ends the one that has been silent longest, if there is one.
    fn end_oldest(&mut self) {
        while let Some((spoke, task)) = self.0.pop_front() {
            if !spoke.load(Ordering::Relaxed) && !task.is_finished() {
                task.abort();
                return;
            }
        }
    }
}

async fn connection(
    stream: TcpStream,
    peer: Peer,
    router: Router,
    deadlines: Deadlines,
    mut stop: watch::Receiver<bool>,
    spoke: &AtomicBool,
) {
    let _ = stream.set_nodelay(true);
    let service = router.map_request(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(peer);
        request
    });
    let mut first = [0];
    match timeout(deadlines.first_byte, stream.peek(&mut first)).await {
        Ok(Ok(read)) if read > 0 => spoke.store(true, Ordering::Relaxed),
        _ => return,
    }
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(deadlines.head)
        .max_header_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    let mut served = std::pin::pin!(served);
    let asked_to_stop = async {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    tokio::select! {
        // Errors here are visitors' networks; they say nothing we may log.
        _ = served.as_mut() => return,
        () = asked_to_stop => {}
        () = tokio::time::sleep(deadlines.life) => {}
    }
    served.as_mut().graceful_shutdown();
    let _ = timeout(deadlines.drain, served).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn start(
        deadlines: Deadlines,
    ) -> (
        std::net::SocketAddr,
        watch::Sender<bool>,
        tokio::task::JoinHandle<()>,
    ) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let slow = || async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            "done"
        };
        let router = Router::new()
            .route("/", get(|| async { "hello" }))
            .route("/slow", get(slow));
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(serve(listener, router, deadlines, 8, stopped));
        (address, stop, task)
    }

    fn short() -> Deadlines {
        Deadlines {
            first_byte: Duration::from_millis(200),
            head: Duration::from_millis(400),
            life: Duration::from_secs(20),
            drain: Duration::from_secs(2),
        }
    }

    async fn rest(stream: &mut TcpStream) -> String {
        let mut text = String::new();
        let read = timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await;
        read.expect("the server closes the connection").unwrap();
        text
    }

    // R4: silent and half-said connections do not stay.
    #[tokio::test]
    async fn silent_and_half_heads_are_dropped() {
        let (address, _stop, _task) = start(short()).await;
        let mut silent = TcpStream::connect(address).await.unwrap();
        assert_eq!(rest(&mut silent).await, "");
        let mut half = TcpStream::connect(address).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nHos").await.unwrap();
        assert!(!rest(&mut half).await.contains("200 OK"));
        let mut preface = TcpStream::connect(address).await.unwrap();
        preface
            .write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
            .await
            .unwrap();
        assert!(!rest(&mut preface).await.contains("200 OK"));
    }

    // R4, R37: a crowd that says nothing takes every place and keeps nobody out.
    #[tokio::test]
    async fn the_silent_make_room() {
        let patient = Deadlines {
            first_byte: Duration::from_secs(60),
            ..short()
        };
        let (address, _stop, _task) = start(patient).await;
        let mut crowd = Vec::new();
        for _ in 0..40 {
            crowd.push(TcpStream::connect(address).await.unwrap());
        }
        let mut visitor = TcpStream::connect(address).await.unwrap();
        visitor
            .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            .await
            .unwrap();
        assert!(rest(&mut visitor).await.ends_with("hello"));
    }

    // R9: what is in flight is answered, and what is idle does not hold the stop up.
    #[tokio::test]
    async fn stopping_answers_what_is_in_flight() {
        let (address, stop, task) = start(short()).await;
        let mut busy = TcpStream::connect(address).await.unwrap();
        busy.write_all(b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            .await
            .unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send(true).unwrap();
        assert!(rest(&mut busy).await.ends_with("done"));
        timeout(Duration::from_secs(3), task)
            .await
            .unwrap()
            .unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}
