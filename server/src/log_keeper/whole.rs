//! The whole log, leaf by leaf: whether what is kept of it adds up to its head (R18).
//!
//! Proofs are built from leaves and from kept subtrees, so a flipped bit in one would first be met by somebody whose proof
//! does not hold. Reads every leaf once, a few thousand at a time.

use super::edge::{append, check};
use crate::store::{Head, StoreError, Transaction};
use protocol::tree::empty_root;

/// Leaves read at once: whole subtrees of every kept height up to 12.
const PART: u64 = 4096;

/// What does not fit, in a view of one moment.
pub async fn complaint(tx: &mut Transaction) -> Result<Option<&'static str>, StoreError> {
    let kept = tx.log_head().await?;
    if check(&kept).is_err() {
        return Ok(Some("the head of the log does not fit together"));
    }
    let mut built = Head {
        size: 0,
        root: empty_root(),
        edge: Vec::new(),
        checkpoint: String::new(),
    };
    while built.size < kept.size {
        let leaves = tx
            .leaves(built.size, PART.min(kept.size - built.size))
            .await?;
        if leaves.is_empty() {
            return Ok(Some("a leaf of the log is missing"));
        }
        let mut complete = Vec::new();
        for leaf in &leaves {
            complete.extend(append(&mut built, leaf));
        }
        complete.sort_by_key(|node| (node.height, node.place));
        for level in complete.chunk_by(|one, other| one.height == other.height) {
            let count = level.len() as u64;
            let found = tx.nodes(level[0].height, level[0].place, count).await?;
            if !level.iter().map(|node| node.hash).eq(found) {
                return Ok(Some(
                    "a subtree of the log is not what its leaves add up to",
                ));
            }
        }
    }
    let fits = (built.root, &built.edge) == (kept.root, &kept.edge);
    Ok((!fits).then_some("the leaves of the log do not add up to its root"))
}
