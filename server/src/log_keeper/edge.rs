//! The right edge of the tree: what an append needs to know, and which subtrees it completes.

use protocol::id::Hash;
use protocol::tree::{empty_root, leaf_hash, node_hash};

use super::proof::TILE_HEIGHT;
use crate::store::{Head, StoreError};

/// The root of a complete subtree of a height that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub height: u32,
    pub place: u64,
    pub hash: Hash,
}

/// Refuses to build on a head that does not fit together: a flipped bit, or half of a restored copy (R18, R19).
pub(super) fn check(head: &Head) -> Result<(), StoreError> {
    let peaks = u32::try_from(head.edge.len()).unwrap_or(u32::MAX);
    if peaks != head.size.count_ones() || join(&head.edge) != head.root {
        return Err(StoreError::Log("its head is damaged"));
    }
    Ok(())
}

/// Appends a leaf to the edge and says which kept subtrees became complete.
pub(super) fn append(head: &mut Head, leaf: &Hash) -> Vec<Node> {
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
            complete.push(Node {
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

    #[test]
    fn the_edge_has_the_root_of_the_whole_tree() {
        let (mut head, mut leaves) = (empty(), Vec::new());
        for byte in 0..70 {
            let leaf = FixedBytes([byte; 32]);
            let complete = append(&mut head, &leaf);
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
        append(&mut head, &FixedBytes([1; 32]));
        append(&mut head, &FixedBytes([2; 32]));
        let mut smaller = head.clone();
        smaller.size = 1;
        // Size 1 and 2 both have one peak; the root tells them apart only with the leaves, places do too.
        assert!(check(&smaller).is_ok());
        let mut longer = head.clone();
        longer.size = 3;
        assert!(check(&longer).is_err());
        head.edge[0].0[0] ^= 1;
        assert!(check(&head).is_err());
    }
}
