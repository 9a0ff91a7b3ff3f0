//! What is written down when cases are destroyed.

use std::fmt::Write;

use protocol::day::Day;
use protocol::encoding::{FixedBytes, to_base64url};
use protocol::id::{Hash, SchoolId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::shred;
use crate::store::{Certificate, Doomed};

/// A certificate for cases of one school, destroyed together.
pub(super) fn write(
    id: Uuid,
    school: SchoolId,
    today: u32,
    policy: &str,
    destroyed: &[Doomed],
) -> Certificate {
    let mut marks: Vec<[u8; 32]> = destroyed.iter().map(|one| shred::mark(one.key)).collect();
    // In an order that says nothing.
    marks.sort_unstable();
    let keys: [u8; 32] = Sha256::digest(marks.concat()).into();
    let mut statement = String::from("Sotto certificate of destruction, version 1\n");
    for (what, value) in [
        ("certificate", id.to_string()),
        ("school", school.0.to_string()),
        ("day", Day(today).to_string()),
        ("cases", destroyed.len().to_string()),
        ("policy", policy.to_owned()),
        ("keys", to_base64url(&keys)),
    ] {
        writeln!(statement, "{what}: {value}").expect("a string takes everything");
    }
    Certificate {
        id,
        day: today,
        cases: u32::try_from(destroyed.len()).expect("a batch is small"),
        keys_hash: FixedBytes(keys),
        statement,
    }
}

/// What the log entries of the destroyed cases carry.
pub(super) fn hash(statement: &str) -> Hash {
    FixedBytes(Sha256::digest(statement).into())
}
