//! RFC 6962: roots of the reference leaves of Certificate Transparency, and a proof of each leaf at each size.

use hex_literal::hex;
use protocol::tree::{Frontier, Tree, empty_root, leaf_hash};

use crate::{Failure, Outcome, agree};

const LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];

const ROOTS: [[u8; 32]; 9] = [
    hex!("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    hex!("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    hex!("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    hex!("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    hex!("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    hex!("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    hex!("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    hex!("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    hex!("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
];

/// Both ways of computing a root.
pub fn run() -> Result<Outcome, Failure> {
    agree(empty_root().0, ROOTS[0], "empty root")?;
    let mut tree = Tree::new();
    let mut frontier = Frontier::new();
    for leaf in LEAVES {
        tree.push_leaf(leaf_hash(leaf));
        frontier.push_leaf(leaf_hash(leaf));
    }
    agree(frontier.root().0, ROOTS[8], "root from the frontier")?;
    for (size, root) in (0_u64..).zip(ROOTS) {
        agree(
            tree.root_at(size).map(|hash| hash.0),
            Some(root),
            "root at a size",
        )?;
    }
    Ok(Outcome::Agreed(11))
}
