//! The right edge of the tree: what an append needs to know, and which subtrees it completes.

use protocol::checkpoint::Checkpoint;
use protocol::id::Hash;
use protocol::tree::{empty_root, leaf_hash, node_hash};

use super::proof::TILE_HEIGHT;
use crate::store::{Head, NewNode, StoreError};

/// Refuses to build on a head that does not fit together: a flipped bit, or half of a restored copy (R18, R19).
/// Size, edge, root and the last signed checkpoint must say the same.
pub(super) fn check(head: &Head) -> Result<(), StoreError> {
    let peaks = u32::try_from(head.edge.len()).unwrap_or(u32::MAX);
    let fits = peaks == head.size.count_ones() && join(&head.edge) == head.root;
    if fits && (head.size == 0 || was_signed(head)) {
        return Ok(());
    }
    Err(StoreError::Log("its head is damaged"))
}

/// Whether the signed text names this size and root. The name of the log may have changed since.
fn was_signed(head: &Head) -> bool {
    let Some(end) = head.checkpoint.find("\n\n") else {
        return false;
    };
    Checkpoint::parse(&head.checkpoint[..=end])
        .is_ok_and(|signed| signed.size == head.size && signed.root == head.root)
}

/// Appends a leaf to the edge and says which kept subtrees became complete.
pub(super) fn append(head: &mut Head, leaf: &Hash) -> Vec<NewNode> {
    let mut complete = Vec::new();
    let mut hash = leaf_hash(&leaf.0);
    // A carry in the binary counter joins two subtrees of equal size.
    for height in 1..=head.size.trailing_ones() {
        let left = head
            .edge
            .pop()
            .expect("the edge has one peak per set bit: checked by `check`");
        hash = node_hash(&left, &hash);
        if height % TILE_HEIGHT == 0 {
            complete.push(NewNode {
                height,
                place: head.size >> height,
                hash,
            });
        }
    }
    head.edge.push(hash);
    head.size += 1;
    head.root = join(&head.edge);
    complete
}

/// Root above the peaks: the smallest subtrees are joined first (RFC 6962 2.1).
fn join(peaks: &[Hash]) -> Hash {
    peaks
        .iter()
        .copied()
        .rev()
        .reduce(|right, left| node_hash(&left, &right))
        .unwrap_or_else(empty_root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::encoding::FixedBytes;
    use protocol::tree;

    fn empty() -> Head {
        Head {
            size: 0,
            root: empty_root(),
            edge: Vec::new(),
            checkpoint: String::new(),
        }
    }

    /// Appends, and writes the text a signed checkpoint would begin with.
    fn grow(head: &mut Head, leaf: Hash) -> Vec<NewNode> {
        let complete = append(head, &leaf);
        let checkpoint = Checkpoint {
            origin: "test.example/log".to_owned(),
            size: head.size,
            root: head.root,
        };
        head.checkpoint = format!("{}\nsignatures\n", checkpoint.text());
        complete
    }

    #[test]
    fn the_edge_has_the_root_of_the_whole_tree() {
        let (mut head, mut leaves) = (empty(), Vec::new());
        for byte in 0..70 {
            let leaf = FixedBytes([byte; 32]);
            let complete = grow(&mut head, leaf);
            leaves.push(leaf);
            assert_eq!(head.root, tree::root(&leaves));
            check(&head).unwrap();
            let expected = usize::from(head.size.is_multiple_of(16));
            assert_eq!(complete.len(), expected);
            for node in complete {
                let place = usize::try_from(node.place).unwrap();
                assert_eq!(node.hash, tree::root(&leaves[place * 16..place * 16 + 16]));
            }
        }
    }

    #[test]
    fn a_damaged_head_is_refused() {
        // R19
        let mut head = empty();
        grow(&mut head, FixedBytes([1; 32]));
        let before = head.clone();
        grow(&mut head, FixedBytes([2; 32]));
        check(&head).unwrap();
        for size in [0, 1, 3, 4, u64::MAX] {
            let damaged = Head {
                size,
                ..head.clone()
            };
            assert!(check(&damaged).is_err(), "{size}");
        }
        let mut flipped = head.clone();
        flipped.edge[0].0[0] ^= 1;
        assert!(check(&flipped).is_err());
        let half_restored = Head {
            checkpoint: head.checkpoint.clone(),
            ..before
        };
        assert!(check(&half_restored).is_err());
    }
}
