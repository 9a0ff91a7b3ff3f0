//! Plain HTTP/1.1 over loopback, one connection a request: what a session calls, and what a trial asks by hand.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use client::transport::{Method, Request, Response, Transport, Unreachable};

/// Where the server is at the moment. Clones follow it when it moves.
#[derive(Clone)]
pub struct Door(Arc<Mutex<SocketAddr>>);

impl Door {
    pub fn to(address: SocketAddr) -> Self {
        Self(Arc::new(Mutex::new(address)))
    }

    /// The server is somewhere else now.
    pub fn moved(&self, address: SocketAddr) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = address;
    }

    pub fn address(&self) -> SocketAddr {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long anyone waits for an answer: longer than the server's own deadline for a request.
const PATIENCE: Duration = Duration::from_secs(65);

/// The way from a session to the server. Clones share what was refused.
#[derive(Clone)]
pub struct Http {
    door: Door,
    refused: Arc<Mutex<Vec<Refusal>>>,
    session: Arc<Mutex<Option<String>>>,
    signed_in_by: Arc<Mutex<Option<Vec<u8>>>>,
}

/// An answer that was no.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub status: u16,
    /// The problem document as it came.
    pub document: String,
    pub retry_after: Option<u32>,
}

impl Http {
    pub fn through(door: &Door) -> Self {
        Self {
            door: door.clone(),
            refused: Arc::default(),
            session: Arc::default(),
            signed_in_by: Arc::default(),
        }
    }

    /// The session token that was last sent.
    pub fn session(&self) -> Option<String> {
        self.session
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The request that was last sent to sign in.
    pub fn signed_in_by(&self) -> Option<Vec<u8>> {
        self.signed_in_by
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// What was refused since the last call.
    pub fn take_refused(&self) -> Vec<Refusal> {
        std::mem::take(&mut *self.refused.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Transport for Http {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        let method = match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        };
        let mut head = String::new();
        if let Some(session) = &request.session {
            head = format!("Authorization: Bearer {session}\r\n");
            let mut last = self.session.lock().unwrap_or_else(PoisonError::into_inner);
            *last = Some(session.clone());
        }
        if let Some(once) = &request.once {
            head.push_str(&format!("Idempotency-Key: {once}\r\n"));
        }
        if !request.body.is_empty() {
            head.push_str(&format!("Content-Type: {}\r\n", request.content_type));
        }
        if request.path.ends_with("/sign-in") {
            let mut last = self
                .signed_in_by
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *last = Some(request.body.clone());
        }
        let reply = ask(
            self.door.address(),
            method,
            &request.path,
            &head,
            &request.body,
        )
        .map_err(|_| Unreachable)?;
        if reply.status >= 400 {
            let refusal = Refusal {
                status: reply.status,
                document: reply.text(),
                retry_after: reply
                    .header("retry-after")
                    .and_then(|text| text.parse().ok()),
            };
            let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
            refused.push(refusal);
        }
        Ok(Response {
            status: reply.status,
            body: reply.body,
        })
    }
}

/// An answer as it came.
pub struct Reply {
    pub status: u16,
    /// Status line and headers, lower case.
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A GET.
pub fn get(address: SocketAddr, path: &str) -> io::Result<Reply> {
    ask(address, "GET", path, "", &[])
}

/// One request with more header lines, each ended by a line break.
pub fn ask(
    address: SocketAddr,
    method: &str,
    path: &str,
    lines: &str,
    body: &[u8],
) -> io::Result<Reply> {
    let mut stream = connect(address)?;
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n{lines}\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    read_reply(&mut stream)
}

/// A connection that gives up after a while.
pub fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Everything until the server closes. An answer shorter than it said is no answer.
pub fn read_reply(stream: &mut TcpStream) -> io::Result<Reply> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let torn = || io::Error::new(io::ErrorKind::UnexpectedEof, "half an answer");
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .ok_or_else(torn)?;
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let body = bytes.split_off(end + 4);
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(torn)?;
    let reply = Reply { status, head, body };
    let promised = reply
        .header("content-length")
        .and_then(|length| length.parse().ok());
    if promised.is_some_and(|length: usize| length != reply.body.len()) {
        return Err(torn());
    }
    Ok(reply)
}
