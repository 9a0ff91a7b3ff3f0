//! One function per format: takes any bytes, must not panic, and where it accepts them must write them back the
//! same. `fuzz_targets` hands them libFuzzer's bytes; `protocol/tests/foreign_bytes.rs` hands them proptest's.

mod list;
mod sealed;
mod typed;

pub use list::{
    audit_entry, checkpoint, directory, log_file, proof, retention_policy, root_set,
    signed_directory,
};
pub use sealed::{
    bookmark, envelope, gateway_answer, gateway_frame, gateway_request, header, moved, notice,
    padding, public_key, puzzle, recovery, vault,
};
pub use typed::{api, base64url, day, kit, packed, plaintext, receipt_code, words};

/// A decoder under its name.
pub type Decoder = (&'static str, fn(&[u8]));

/// Every decoder; `fuzz_targets` has one file for each.
pub const ALL: &[Decoder] = &[
    ("api", api),
    ("audit_entry", audit_entry),
    ("base64url", base64url),
    ("bookmark", bookmark),
    ("checkpoint", checkpoint),
    ("day", day),
    ("directory", directory),
    ("envelope", envelope),
    ("gateway_answer", gateway_answer),
    ("gateway_frame", gateway_frame),
    ("gateway_request", gateway_request),
    ("header", header),
    ("kit", kit),
    ("log_file", log_file),
    ("moved", moved),
    ("notice", notice),
    ("packed", packed),
    ("padding", padding),
    ("plaintext", plaintext),
    ("proof", proof),
    ("public_key", public_key),
    ("puzzle", puzzle),
    ("receipt_code", receipt_code),
    ("recovery", recovery),
    ("retention_policy", retention_policy),
    ("root_set", root_set),
    ("signed_directory", signed_directory),
    ("vault", vault),
    ("words", words),
];
