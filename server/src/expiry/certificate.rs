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
    let cases = u32::try_from(destroyed.len()).expect("a batch is small");
    Certificate {
        id,
        day: today,
        cases,
        keys_hash: FixedBytes(keys),
        statement: say("destruction", id, school, today, cases, policy, &keys),
    }
}

/// The certificate that nothing is left of a school's cases. Its `keys` are the SHA-256 of the `keys` of the
/// certificates of its end, in their order as bytes.
pub(super) fn write_last(
    id: Uuid,
    school: SchoolId,
    today: u32,
    policy: &str,
    cases: u32,
    parts: &[Hash],
) -> Certificate {
    let mut parts: Vec<[u8; 32]> = parts.iter().map(|part| part.0).collect();
    parts.sort_unstable();
    let keys: [u8; 32] = Sha256::digest(parts.concat()).into();
    Certificate {
        id,
        day: today,
        // Counted once, in the certificates of each batch; the sum stands in the words.
        cases: 0,
        keys_hash: FixedBytes(keys),
        statement: say(
            "the end of service",
            id,
            school,
            today,
            cases,
            policy,
            &keys,
        ),
    }
}

fn say(
    of: &str,
    id: Uuid,
    school: SchoolId,
    today: u32,
    cases: u32,
    policy: &str,
    keys: &[u8; 32],
) -> String {
    let mut statement = format!("Sotto certificate of {of}, version 1\n");
    for (what, value) in [
        ("certificate", id.to_string()),
        ("school", school.0.to_string()),
        ("day", Day(today).to_string()),
        ("cases", cases.to_string()),
        ("policy", policy.to_owned()),
        ("keys", to_base64url(keys)),
    ] {
        writeln!(statement, "{what}: {value}").expect("a string takes everything");
    }
    statement
}

/// What the log entries of the destroyed cases carry.
pub(super) fn hash(statement: &str) -> Hash {
    FixedBytes(Sha256::digest(statement).into())
}
