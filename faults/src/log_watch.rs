//! What an outsider has seen of the audit log, and that the log never goes back behind it.

use std::net::SocketAddr;

use protocol::api::Consistency;
use protocol::checkpoint::Checkpoint;
use protocol::tree::verify_consistency;

use crate::http::get;
use crate::outcome::{Outcome, ensure};

/// The newest checkpoint the server has shown.
pub fn newest(address: SocketAddr) -> Outcome<Checkpoint> {
    let note = get(address, "/api/v1/log/checkpoint")?.text();
    let end = note.find("\n\n").ok_or("a checkpoint without signature")?;
    Ok(Checkpoint::parse(&note[..=end]).map_err(|fault| format!("{fault:?}"))?)
}

/// The log there is begins with the log that was seen.
pub fn extends(address: SocketAddr, seen: &Checkpoint) -> Outcome {
    let newest = newest(address)?;
    let path = format!(
        "/api/v1/log/consistency?from={}&to={}",
        seen.size, newest.size
    );
    let reply = get(address, &path)?;
    ensure!(
        reply.status == 200,
        "the log lost entries: {} were seen, {} are left ({})",
        seen.size,
        newest.size,
        reply.text()
    );
    let proof: Consistency = serde_json::from_slice(&reply.body)?;
    let holds = verify_consistency(
        seen.size,
        newest.size,
        &proof.proof,
        &seen.root,
        &newest.root,
    );
    ensure!(
        holds,
        "the log of {} entries does not begin with the {} that were seen",
        newest.size,
        seen.size
    );
    Ok(())
}
