//! Sends a request again when its answer does not come, or the server cannot answer for the moment.
//!
//! Promise: nothing that the server would do twice is sent twice; waits grow, end, and differ from person to person.

use super::{CallError, Problem};
use crate::transport::{Method, Request, Transport};

/// What a refusal says, as far as a session reads it.
pub(super) struct Refusal {
    pub problem: Problem,
    pub retry_after: Option<u32>,
}

/// How often a request is sent whose answer does not come.
const TRIES: u32 = 4;
/// Waits between tries begin about here and double.
const FIRST_WAIT: u32 = 250;
/// A server that asks for more than this is told to the person, who can do something else meanwhile.
const LONGEST_WAIT_SECONDS: u32 = 8;

/// Whether the server does it once however often it comes (R25): reading; writing to a fixed place; taking away;
/// messages, holds and signatures, which carry ids of their own; an opening, which carries a signed nonce; a founder's keys
/// and signature; and whatever has a key of its own. Everything else is for the person to repeat, who then sees what was done.
fn may_repeat(request: &Request) -> bool {
    let by_itself = [
        "/messages",
        "/hold",
        "/hold/lift",
        "/release",
        "/directory/drafts",
        "/signatures",
        "/sign-in/salt",
        "/invites/look",
        "/founding/look",
        "/founding/join",
        "/founding/sign",
        "/sign-out",
    ];
    match request.method {
        Method::Get | Method::Put | Method::Delete => true,
        Method::Post => {
            request.once.is_some() || by_itself.iter().any(|end| request.path.ends_with(end))
        }
    }
}

/// The body of a good answer. `refusal` reads the document of a bad one. Without an answer, and when the server is too
/// busy for the moment, it comes back after a wait, longer each time, which differs from person to person.
pub(super) async fn exchange<T: Transport>(
    transport: &T,
    request: Request,
    refusal: impl Fn(&[u8]) -> Refusal,
) -> Result<Vec<u8>, CallError> {
    let mut tries = if may_repeat(&request) { TRIES } else { 1 };
    let mut wait = FIRST_WAIT;
    let mut lost = false;
    loop {
        tries -= 1;
        let milliseconds = match transport.call(request.clone()).await {
            Ok(response) if (200..300).contains(&response.status) => return Ok(response.body),
            // What a lost answer had taken away is gone.
            Ok(response) if lost && response.status == 404 && request.method == Method::Delete => {
                return Ok(Vec::new());
            }
            Ok(response) => {
                let no = refusal(&response.body);
                let again = no
                    .retry_after
                    .filter(|seconds| response.status == 503 && *seconds <= LONGEST_WAIT_SECONDS);
                match again {
                    Some(seconds) if tries > 0 => seconds * 1_000,
                    _ => {
                        return Err(CallError::Refused {
                            status: response.status,
                            problem: no.problem,
                            retry_after: no.retry_after,
                        });
                    }
                }
            }
            Err(_) if tries == 0 => return Err(CallError::Unreachable),
            Err(_) => {
                lost = true;
                wait *= 2;
                wait / 2
            }
        };
        let clock = transport.pause(0).await.clock;
        transport
            .pause(milliseconds + jitter(&request, clock) % milliseconds.max(1))
            .await;
    }
}

/// A number that differs from person to person and from moment to moment, so that those who were cut off together do not
/// come back together. Nothing secret hangs on it: FNV-1a.
fn jitter(request: &Request, clock: u64) -> u32 {
    let own = request.session.iter().chain(&request.once);
    let bytes = own.flat_map(|text| text.bytes()).chain(clock.to_be_bytes());
    bytes.fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
