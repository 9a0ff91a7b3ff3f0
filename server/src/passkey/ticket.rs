//! What the server has to remember between a question and its answer, given to the browser to bring back: when it ends,
//! a tag that only this server makes, and the state of `webauthn-rs`.
//!
//! Promise: nothing is kept of a question until it is answered, so asking fills no table and no memory, and every node
//! of a server knows it. A ticket is good for one school, one purpose and one person, for five minutes, and once: the
//! hash of one that was answered is remembered until it would have ended. The state is readable to its bearer; all it
//! holds is the challenge and what was asked for.

use protocol::encoding::FixedBytes;
use protocol::id::{Hash, SchoolId, StaffId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::app::App;

/// Minutes in which a question can be answered.
const GOOD_FOR_MINUTES: u32 = 5;

/// What a question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in: nobody is known yet.
    SignIn,
    /// Showing the second factor once more.
    Prove(StaffId),
    /// Adding a passkey.
    Add(StaffId),
}

/// A ticket that came back in time.
pub struct Returned<T> {
    /// What was to be remembered.
    pub state: T,
    /// How its use is remembered.
    pub hash: Hash,
    /// The minute at which it ends.
    pub ends_minute: u32,
}

/// A ticket for a question that is asked now.
pub fn write<T: Serialize>(
    app: &App,
    whose: (SchoolId, Purpose),
    state: &T,
) -> Result<Vec<u8>, serde_json::Error> {
    let ends = app.now().minute().saturating_add(GOOD_FOR_MINUTES);
    let state = serde_json::to_vec(state)?;
    let tag = tag(app, whose, ends, &state);
    Ok([ends.to_be_bytes().as_slice(), tag.as_slice(), &state].concat())
}

/// What was to be remembered. `None` if the ticket is not ours, for something or somebody else, or over.
#[must_use]
pub fn read<T: DeserializeOwned>(
    app: &App,
    whose: (SchoolId, Purpose),
    ticket: &[u8],
) -> Option<Returned<T>> {
    let (ends, rest) = ticket.split_first_chunk()?;
    let (given, state) = rest.split_first_chunk::<32>()?;
    let ends_minute = u32::from_be_bytes(*ends);
    let ours = tag(app, whose, ends_minute, state);
    let holds = bool::from(ours.as_slice().ct_eq(given)) && app.now().minute() < ends_minute;
    holds.then_some(())?;
    Some(Returned {
        state: serde_json::from_slice(state).ok()?,
        hash: FixedBytes(Sha256::digest(ticket).into()),
        ends_minute,
    })
}

fn tag(
    app: &App,
    (school, purpose): (SchoolId, Purpose),
    ends: u32,
    state: &[u8],
) -> Zeroizing<[u8; 32]> {
    let (purpose, staff) = match purpose {
        Purpose::SignIn => (0, None),
        Purpose::Prove(staff) => (1, Some(staff)),
        Purpose::Add(staff) => (2, Some(staff)),
    };
    let staff = staff.map(StaffId::to_bytes).unwrap_or_default();
    let state = Sha256::digest(state);
    app.server_key
        .tag_ticket(school, &[&[purpose], &staff, &ends.to_be_bytes(), &state])
}
