//! A kept-alive HTTP/1.1 connection to the server.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::Failure;

/// An address in another /24 than the ones before: sixteen million, then again.
fn another_network() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let [_, a, b, c] = NUMBER.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    format!("{}.{b}.{c}.1", a.wrapping_add(11))
}

/// One connection.
pub struct Connection {
    send: SendRequest<Full<Bytes>>,
    host: String,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (send, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self {
            send,
            host: address.to_string(),
        })
    }

    /// Sends sealed bytes, each time from another network.
    pub async fn post_sealed(
        &mut self,
        path: &str,
        body: Bytes,
    ) -> Result<(StatusCode, Bytes), Failure> {
        self.post_sealed_from(&another_network(), path, body).await
    }

    /// Sends sealed bytes from this address, as a proxy would say.
    pub async fn post_sealed_from(
        &mut self,
        address: &str,
        path: &str,
        body: Bytes,
    ) -> Result<(StatusCode, Bytes), Failure> {
        let request = Request::post(path)
            .header(header::HOST, &self.host)
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("x-forwarded-for", address)
            .body(Full::new(body))?;
        self.answer(request).await
    }

    /// Sends JSON.
    pub async fn post_json(
        &mut self,
        path: &str,
        body: Vec<u8>,
    ) -> Result<(StatusCode, Bytes), Failure> {
        let request = Request::post(path)
            .header(header::HOST, &self.host)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::new(body.into()))?;
        self.answer(request).await
    }

    /// Asks, signed in.
    pub async fn get(&mut self, path: &str, session: &str) -> Result<(StatusCode, Bytes), Failure> {
        let request = Request::get(path)
            .header(header::HOST, &self.host)
            .header(header::AUTHORIZATION, format!("Bearer {session}"))
            .body(Full::default())?;
        self.answer(request).await
    }

    /// Asks for what anyone may see, from this address.
    pub async fn look_from(
        &mut self,
        address: &str,
        path: &str,
    ) -> Result<(StatusCode, Bytes), Failure> {
        let request = Request::get(path)
            .header(header::HOST, &self.host)
            .header("x-forwarded-for", address)
            .body(Full::default())?;
        self.answer(request).await
    }

    async fn answer(
        &mut self,
        request: Request<Full<Bytes>>,
    ) -> Result<(StatusCode, Bytes), Failure> {
        self.send.ready().await?;
        let answer = self.send.send_request(request).await?;
        let status = answer.status();
        Ok((status, answer.into_body().collect().await?.to_bytes()))
    }
}
