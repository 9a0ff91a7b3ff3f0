//! Proofs of RFC 6962 section 2.1 from kept rows: leaves, and subtree roots at every fourth height.
//!
//! A "tile" is sixteen neighbours of one kept height; whatever lies in between is computed from one tile. A
//! proof therefore reads about one tile per factor of sixteen in the log's size, never every leaf.

use std::collections::HashMap;
use std::ops::Range;

use protocol::id::Hash;
use protocol::tree::{leaf_hash, node_hash};

use crate::store::{StoreError, Transaction};

/// Heights that are multiples of this are kept.
pub(super) const TILE_HEIGHT: u32 = 4;
const TILE_WIDTH: u64 = 1 << TILE_HEIGHT;

/// Reads nodes through one transaction and remembers tiles it has read.
pub(super) struct Nodes<'a> {
    tx: &'a mut Transaction,
    tiles: HashMap<(u32, u64), Vec<Hash>>,
}

impl<'a> Nodes<'a> {
    pub fn new(tx: &'a mut Transaction) -> Self {
        Self {
            tx,
            tiles: HashMap::new(),
        }
    }

    /// The way from leaf `index` up to the root at `size`; the caller has checked that both exist.
    pub async fn inclusion(&mut self, index: u64, size: u64) -> Result<Vec<Hash>, StoreError> {
        if index >= size {
            return Err(StoreError::Log("an opening beyond its end"));
        }
        self.roots(inclusion_ranges(index, size)).await
    }

    /// That the tree of size `new` begins with the tree of size `old`.
    pub async fn consistency(&mut self, old: u64, new: u64) -> Result<Vec<Hash>, StoreError> {
        self.roots(consistency_ranges(old, new)).await
    }

    async fn roots(&mut self, ranges: Vec<Range<u64>>) -> Result<Vec<Hash>, StoreError> {
        let mut hashes = Vec::with_capacity(ranges.len());
        for range in ranges {
            hashes.push(self.range_root(range).await?);
        }
        Ok(hashes)
    }

    /// Root over a range that begins at a multiple of a power of two not below its length.
    async fn range_root(&mut self, range: Range<u64>) -> Result<Hash, StoreError> {
        let mut peaks = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let height = (range.end - at).ilog2();
            peaks.push(self.node(height, at >> height).await?);
            at += 1 << height;
        }
        let root = peaks
            .into_iter()
            .rev()
            .reduce(|right, left| node_hash(&left, &right));
        root.ok_or(StoreError::Log("a proof over nothing"))
    }

    /// Root of a complete subtree.
    async fn node(&mut self, height: u32, place: u64) -> Result<Hash, StoreError> {
        let above = height % TILE_HEIGHT;
        let kept = height - above;
        let first = place << above;
        let tile = self.tile(kept, first / TILE_WIDTH).await?;
        let start = usize::try_from(first % TILE_WIDTH).unwrap_or(0);
        let mut row = tile
            .get(start..start + (1 << above))
            .ok_or(StoreError::Log("a node is missing"))?
            .to_vec();
        for _ in 0..above {
            row = row
                .chunks(2)
                .map(|pair| node_hash(&pair[0], &pair[1]))
                .collect();
        }
        row.first()
            .copied()
            .ok_or(StoreError::Log("a node is missing"))
    }

    async fn tile(&mut self, kept: u32, number: u64) -> Result<&[Hash], StoreError> {
        if !self.tiles.contains_key(&(kept, number)) {
            let from = number * TILE_WIDTH;
            let hashes = if kept == 0 {
                let leaves = self.tx.leaves(from, TILE_WIDTH).await?;
                leaves.iter().map(|leaf| leaf_hash(&leaf.0)).collect()
            } else {
                self.tx.nodes(kept, from, TILE_WIDTH).await?
            };
            self.tiles.insert((kept, number), hashes);
        }
        Ok(&self.tiles[&(kept, number)])
    }
}

/// Subtrees beside the way up from a leaf, lowest first (RFC 6962 2.1.1).
fn inclusion_ranges(index: u64, size: u64) -> Vec<Range<u64>> {
    let (mut start, mut end) = (0, size);
    let mut beside = Vec::new();
    while end - start > 1 {
        let middle = split(start, end);
        if index < middle {
            beside.push(middle..end);
            end = middle;
        } else {
            beside.push(start..middle);
            start = middle;
        }
    }
    beside.reverse();
    beside
}

/// Subtrees that make up both trees, lowest first; none when `old` is 0 or equals `new` (RFC 6962 2.1.2).
fn consistency_ranges(old: u64, new: u64) -> Vec<Range<u64>> {
    if old == 0 || old >= new {
        return Vec::new();
    }
    let (mut start, mut end) = (0, new);
    let mut ranges = Vec::new();
    while end != old {
        let middle = split(start, end);
        if old <= middle {
            ranges.push(middle..end);
            end = middle;
        } else {
            ranges.push(start..middle);
            start = middle;
        }
    }
    // A verifier knows this subtree already when it is the whole old tree.
    if start != 0 {
        ranges.push(start..end);
    }
    ranges.reverse();
    ranges
}

/// Where a subtree of at least two leaves divides: the largest power of two below its length (RFC 6962 2.1).
fn split(start: u64, end: u64) -> u64 {
    start + (1 << (end - start - 1).ilog2())
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::encoding::FixedBytes;
    use protocol::tree::{self, Tree};

    /// The protocol's own tree, checked there against RFC vectors and `ct-merkle`, is the oracle.
    #[test]
    fn ranges_are_those_of_the_protocol_s_tree() {
        let leaves: Vec<Hash> = (0..40).map(|byte| FixedBytes([byte; 32])).collect();
        let mut tree = Tree::new();
        leaves.iter().for_each(|leaf| tree.push(leaf));
        let roots = |ranges: Vec<Range<u64>>| -> Vec<Hash> {
            let place = |at: u64| usize::try_from(at).unwrap();
            ranges
                .into_iter()
                .map(|range| tree::root(&leaves[place(range.start)..place(range.end)]))
                .collect()
        };
        for size in 0..=40 {
            for index in 0..size {
                let proof = tree.prove_inclusion(index, size).unwrap();
                assert_eq!(
                    roots(inclusion_ranges(index, size)),
                    proof,
                    "{index} of {size}"
                );
            }
            for old in 0..=size {
                let proof = tree.prove_consistency(old, size).unwrap();
                assert_eq!(
                    roots(consistency_ranges(old, size)),
                    proof,
                    "{old} to {size}"
                );
            }
        }
    }
}
