//! The Merkle tree of RFC 6962 section 2.1, with SHA-256.
//!
//! [`Tree`] keeps every hash and makes proofs; [`Frontier`] keeps one hash per level and only appends;
//! [`verify_inclusion`] and [`verify_consistency`] believe nothing but hashes. All of it is iterative: sizes that
//! come from outside cost at most 64 steps. Leaves are 32-byte commitments, so the tree holds no data.

mod proof;

use alloc::vec::Vec;

pub use proof::{verify_consistency, verify_inclusion};

use crate::encoding::FixedBytes;
use crate::id::Hash;
use crate::kdf::derive_sha256;

/// Hash of a leaf: SHA-256(0x00 | data).
#[must_use]
pub fn leaf_hash(data: &[u8]) -> Hash {
    let mut bytes = Vec::with_capacity(1 + data.len());
    bytes.push(0);
    bytes.extend(data);
    FixedBytes(derive_sha256(&bytes))
}

/// Hash of an inner node: SHA-256(0x01 | left | right).
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(&left.0);
    bytes[33..].copy_from_slice(&right.0);
    FixedBytes(derive_sha256(&bytes))
}

/// Root of the tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    FixedBytes(derive_sha256(&[]))
}

/// Root of a tree with these leaf data values.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::new();
    for leaf in leaves {
        frontier.push(leaf);
    }
    frontier.root()
}

/// The right edge of a tree: enough to append and to name the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// Roots of the complete subtrees from left to right, largest first: one per set bit of `size`.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of the empty tree.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            size: 0,
            peaks: Vec::new(),
        }
    }

    /// Appends a leaf data value.
    pub fn push(&mut self, data: &Hash) {
        self.push_leaf(leaf_hash(&data.0));
    }

    /// Appends a leaf by its [`leaf_hash`].
    pub fn push_leaf(&mut self, leaf: Hash) {
        let mut hash = leaf;
        // A carry in the binary counter joins two subtrees of equal size.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size = self.size.saturating_add(1);
    }

    /// Number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Hash {
        join_peaks(self.peaks.iter().copied())
    }
}

/// Joins complete subtrees, smallest first, into the root above them.
fn join_peaks(peaks: impl DoubleEndedIterator<Item = Hash>) -> Hash {
    peaks
        .rev()
        .reduce(|right, left| node_hash(&left, &right))
        .unwrap_or_else(empty_root)
}

/// A whole tree in memory, 64 bytes per leaf: proves anything about any of its sizes in logarithmic time.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// `levels[h][i]` is the root of the complete subtree over leaves `i·2^h .. (i+1)·2^h`.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The empty tree.
    #[must_use]
    pub const fn new() -> Self {
        Self { levels: Vec::new() }
    }

    /// Appends a leaf data value.
    pub fn push(&mut self, data: &Hash) {
        self.push_leaf(leaf_hash(&data.0));
    }

    /// Appends a leaf by its [`leaf_hash`].
    pub fn push_leaf(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let row = &mut self.levels[level];
            row.push(hash);
            let [.., left, right] = row.as_slice() else {
                break;
            };
            if !row.len().is_multiple_of(2) {
                break;
            }
            hash = node_hash(left, right);
        }
    }

    /// Number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |row| row.len() as u64)
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.root_at(self.size())
            .expect("the tree reaches its own size")
    }

    /// The root the tree had with `size` leaves; `None` if it never had that many.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        (size <= self.size()).then(|| self.range_root(0, size))
    }

    /// RFC 6962 2.1.1: the way from leaf `index` up to the root at `size`.
    #[must_use]
    pub fn prove_inclusion(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        if index >= size || size > self.size() {
            return None;
        }
        let (mut start, mut end) = (0, size);
        let mut proof = Vec::new();
        while end - start > 1 {
            let middle = start + split(end - start);
            if index < middle {
                proof.push(self.range_root(middle, end));
                end = middle;
            } else {
                proof.push(self.range_root(start, middle));
                start = middle;
            }
        }
        proof.reverse();
        Some(proof)
    }

    /// RFC 6962 2.1.2: that the tree at `new` begins with the tree at `old`. Empty when `old` is 0 or equals `new`.
    #[must_use]
    pub fn prove_consistency(&self, old: u64, new: u64) -> Option<Vec<Hash>> {
        if old > new || new > self.size() {
            return None;
        }
        if old == 0 || old == new {
            return Some(Vec::new());
        }
        let (mut start, mut end) = (0, new);
        let mut proof = Vec::new();
        // Walks down to the subtree whose right edge is the old tree's; `old` lies inside `start..=end`.
        while end != old {
            let middle = start + split(end - start);
            if old <= middle {
                proof.push(self.range_root(middle, end));
                end = middle;
            } else {
                proof.push(self.range_root(start, middle));
                start = middle;
            }
        }
        // The verifier knows this subtree already if it is the whole old tree.
        if start != 0 {
            proof.push(self.range_root(start, end));
        }
        proof.reverse();
        Some(proof)
    }

    /// Root over leaves `start..end`, where `start` is a multiple of a power of two not below `end - start`.
    fn range_root(&self, start: u64, end: u64) -> Hash {
        let mut peaks = Vec::new();
        let mut at = start;
        while at < end {
            let level = (end - at).ilog2();
            peaks.push(self.node(level, at >> level));
            at += 1 << level;
        }
        join_peaks(peaks.into_iter())
    }

    fn node(&self, level: u32, index: u64) -> Hash {
        let row = self.levels.get(level as usize);
        let node = row.and_then(|row| row.get(usize::try_from(index).ok()?));
        *node.expect("callers ask only within the tree's size")
    }
}

/// The largest power of two below `size`, for `size` of at least 2 (RFC 6962 2.1).
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}
