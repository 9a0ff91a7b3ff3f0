//! How a session reaches a server, and what else it cannot do by itself: implemented by the browser's workers and by tests in
//! memory.

use core::future::Future;

use protocol::kdf::{StretchError, Stretching, derive_stretched};
use zeroize::Zeroizing;

/// An HTTP method. There are only these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

/// A request relative to the server's origin.
#[derive(Clone)]
pub struct Request {
    pub method: Method,
    /// Path and query, starting with `/api/v1/`.
    pub path: String,
    /// `application/json` or `application/octet-stream`; ignored without a body.
    pub content_type: &'static str,
    pub body: Vec<u8>,
    /// Bearer token of a signed-in adult.
    pub session: Option<String>,
    /// `Idempotency-Key` of an act that is done once however often the request comes.
    pub once: Option<String>,
}

/// An answer: status and body. Headers carry nothing a session needs.
pub struct Response {
    pub status: u16,
    pub body: Vec<u8>,
}

/// The server could not be reached at all; nothing is known of what it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the server could not be reached")]
pub struct Unreachable;

/// What a pause says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pause {
    /// The person asked to stop what is being done.
    pub stop: bool,
    /// Milliseconds, from wherever they are counted; only differences mean anything.
    pub clock: u64,
}

/// A way to reach one server. Futures need not be `Send`: in a browser everything is one thread.
pub trait Transport {
    fn call(&self, request: Request) -> impl Future<Output = Result<Response, Unreachable>>;

    /// Lets everything else have its turn, for at least so long. Where nothing else runs it returns at once, and no
    /// time passes.
    fn pause(&self, milliseconds: u32) -> impl Future<Output = Pause> {
        let _ = milliseconds;
        core::future::ready(Pause::default())
    }

    /// Stretches a password. It takes much memory for a moment: where memory is never given back, this happens apart.
    fn stretch(
        &self,
        password: &[u8],
        salt: &[u8; 16],
        work: Stretching,
    ) -> impl Future<Output = Result<Zeroizing<[u8; 32]>, StretchError>> {
        core::future::ready(derive_stretched(password, salt, work))
    }
}
