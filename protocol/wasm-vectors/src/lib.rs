//! Vectors that must hold wherever the protocol runs: published ones of RFC 9180, RFC 9106, RFC 6962 and X-Wing,
//! and the permanent ones of format v1. The same checks run natively (`cargo test -p wasm-vectors`) and inside
//! wasm32, where they may not print, read a file or ask for entropy: a failed check is a name in a list.

mod appendix_b;
mod argon2id;
mod envelope;
mod hpke_xwing;
mod merkle;
mod rfc9180;
mod rng;
mod sample;
mod xwing;

/// What did not hold, in words.
pub type Failure = &'static str;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// This many values agreed.
    Agreed(u32),
    /// The published vectors were not beside the sources when this was built.
    Absent,
}

/// A named group of vectors.
pub struct Check {
    /// What is checked, with its source.
    pub name: &'static str,
    /// Runs it.
    pub run: fn() -> Result<Outcome, Failure>,
}

/// Every check, in the order whose place is the exit code inside wasm32.
pub const CHECKS: &[Check] = &[
    Check {
        name: "keys of a mailbox (appendix B)",
        run: appendix_b::mailbox,
    },
    Check {
        name: "keys of an envelope (appendix B)",
        run: appendix_b::envelope,
    },
    Check {
        name: "keys of staff (appendix B)",
        run: appendix_b::staff,
    },
    Check {
        name: "log leaf and root set (appendix B)",
        run: appendix_b::log,
    },
    Check {
        name: "HPKE base and psk, RFC 9180 A.2",
        run: rfc9180::run,
    },
    Check {
        name: "HPKE with X-Wing, draft-ietf-hpke-pq",
        run: hpke_xwing::run,
    },
    Check {
        name: "X-Wing, draft-connolly-cfrg-xwing-kem-10",
        run: xwing::run,
    },
    Check {
        name: "Argon2id, RFC 9106 section 5.3",
        run: argon2id::run,
    },
    Check {
        name: "Merkle tree, RFC 6962 with the CT reference leaves",
        run: merkle::run,
    },
    Check {
        name: "a sealed report opens here as elsewhere",
        run: envelope::run,
    },
    Check {
        name: "a re-wrapped report opens for a later reader",
        run: envelope::rewrap,
    },
    Check {
        name: "no single changed bit opens",
        run: envelope::flips,
    },
];

/// Compares and says what differed.
pub(crate) fn agree<T: PartialEq>(found: T, expected: T, what: Failure) -> Result<(), Failure> {
    if found == expected { Ok(()) } else { Err(what) }
}
