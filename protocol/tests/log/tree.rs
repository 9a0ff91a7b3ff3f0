//! The tree against RFC 6962 by definition, the reference roots of Certificate Transparency, and tampering.

use hex_literal::hex;
use proptest::prelude::*;
use protocol::encoding::FixedBytes;
use protocol::id::Hash;
use protocol::tree::{
    Frontier, Tree, empty_root, leaf_hash, node_hash, root, verify_consistency, verify_inclusion,
};

const SIZES: u64 = 70;

fn data(i: u64) -> Hash {
    FixedBytes(protocol::kdf::derive_sha256(&i.to_be_bytes()))
}

fn tree(size: u64) -> Tree {
    let mut tree = Tree::new();
    (0..size).for_each(|i| tree.push(&data(i)));
    tree
}

/// RFC 6962 section 2.1, as it is written there.
fn definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [one] => leaf_hash(&one.0),
        many => {
            let k = (1..many.len())
                .rev()
                .find(|k| k.is_power_of_two())
                .expect("1 is one");
            node_hash(&definition(&many[..k]), &definition(&many[k..]))
        }
    }
}

#[test]
fn reference_roots_of_certificate_transparency() {
    let leaves: [&[u8]; 8] = [
        b"",
        &hex!("00"),
        &hex!("10"),
        &hex!("2021"),
        &hex!("3031"),
        &hex!("40414243"),
        &hex!("5051525354555657"),
        &hex!("606162636465666768696a6b6c6d6e6f"),
    ];
    let roots = [
        hex!("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        hex!("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        hex!("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        hex!("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        hex!("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        hex!("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        hex!("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        hex!("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ];
    let (mut tree, mut frontier) = (Tree::new(), Frontier::new());
    let empty = hex!("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!((tree.root().0, frontier.root().0), (empty, empty));
    for (leaf, root) in leaves.into_iter().zip(roots) {
        tree.push_leaf(leaf_hash(leaf));
        frontier.push_leaf(leaf_hash(leaf));
        assert_eq!((tree.root().0, frontier.root().0), (root, root));
    }
}

#[test]
fn every_root_is_the_definitions() {
    let whole = tree(SIZES);
    let leaves: Vec<_> = (0..SIZES).map(data).collect();
    let mut frontier = Frontier::new();
    for size in 0..=SIZES {
        let here = &leaves[..usize::try_from(size).unwrap()];
        let expected = definition(here);
        assert_eq!(frontier.size(), size);
        assert_eq!(frontier.root(), expected);
        assert_eq!(root(here), expected);
        assert_eq!(whole.root_at(size), Some(expected));
        frontier.push(&data(size));
    }
    assert_eq!(whole.root_at(SIZES + 1), None);
    assert_eq!(whole.root_at(u64::MAX), None);
}

/// What no proof survives: another order, a missing or added hash, a changed bit.
fn tampered(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut all = vec![
        [proof, &[data(999)]].concat(),
        [&[data(999)], proof].concat(),
    ];
    for place in 0..proof.len() {
        let mut without = proof.to_vec();
        without.remove(place);
        all.push(without);
        let mut changed = proof.to_vec();
        changed[place].0[place % 32] ^= 0x80;
        all.push(changed);
    }
    if proof.len() > 1 {
        let mut turned = proof.to_vec();
        turned.rotate_left(1);
        all.push(turned);
    }
    all
}

#[test]
fn every_leaf_of_every_size_is_included_and_nothing_else_is() {
    let whole = tree(SIZES);
    for size in 1..=SIZES {
        let root = whole.root_at(size).unwrap();
        for index in 0..size {
            let proof = whole.prove_inclusion(index, size).unwrap();
            let holds = |data: &Hash, index, size, proof: &[Hash]| {
                verify_inclusion(data, index, size, proof, &root)
            };
            assert!(
                holds(&data(index), index, size, &proof),
                "{index} of {size}"
            );
            assert!(!holds(&data(index + 1), index, size, &proof));
            assert!(!holds(&data(index), index + 1, size, &proof));
            assert!(!holds(&data(index), index.wrapping_sub(1), size, &proof));
            for other in tampered(&proof) {
                assert!(
                    !holds(&data(index), index, size, &other),
                    "{index} of {size}"
                );
            }
            let elsewhere = whole.root_at(size - 1).unwrap();
            assert!(!verify_inclusion(
                &data(index),
                index,
                size,
                &proof,
                &elsewhere
            ));
        }
        assert_eq!(whole.prove_inclusion(size, size), None);
    }
    assert_eq!(whole.prove_inclusion(0, SIZES + 1), None);
}

#[test]
fn every_size_extends_every_smaller_one_and_no_other() {
    let whole = tree(SIZES);
    for new in 0..=SIZES {
        let new_root = whole.root_at(new).unwrap();
        for old in 0..=new {
            let old_root = whole.root_at(old).unwrap();
            let proof = whole.prove_consistency(old, new).unwrap();
            assert!(
                verify_consistency(old, new, &proof, &old_root, &new_root),
                "{old} to {new}"
            );
            assert_eq!(proof.is_empty(), old == 0 || old == new);
            for other in tampered(&proof) {
                let holds = verify_consistency(old, new, &other, &old_root, &new_root);
                assert!(!holds, "{old} to {new}");
            }
            let forged = data(998);
            assert!(!verify_consistency(old, new, &proof, &forged, &new_root));
            if old > 0 {
                assert!(!verify_consistency(old, new, &proof, &old_root, &forged));
            }
        }
        assert_eq!(whole.prove_consistency(new + 1, new), None);
        assert!(!verify_consistency(new + 1, new, &[], &new_root, &new_root));
    }
}

#[test]
fn one_root_does_not_stand_for_two_sizes() {
    let whole = tree(SIZES);
    for new in 1..=SIZES {
        for old in 1..new {
            let proof = whole.prove_consistency(old, new).unwrap();
            for root in [whole.root_at(old).unwrap(), whole.root_at(new).unwrap()] {
                for length in 0..=proof.len() {
                    assert!(!verify_consistency(
                        old,
                        new,
                        &proof[..length],
                        &root,
                        &root
                    ));
                }
            }
        }
    }
}

#[test]
fn a_history_rewritten_below_the_old_size_is_not_consistent() {
    let honest = tree(40);
    for rewritten in 0..20 {
        let mut forged = Tree::new();
        (0..40).for_each(|i| forged.push(&data(if i == rewritten { 500 } else { i })));
        let proof = forged.prove_consistency(20, 40).unwrap();
        let old_root = honest.root_at(20).unwrap();
        assert!(!verify_consistency(
            20,
            40,
            &proof,
            &old_root,
            &forged.root()
        ));
    }
}

proptest! {
    // Sizes, indices and proofs from outside: no overflow, no endless loop, and never believed by chance.
    #[test]
    fn foreign_proofs_are_refused(
        a: u64, b: u64, bytes in proptest::collection::vec(any::<[u8; 32]>(), 0..80), first: [u8; 32], second: [u8; 32],
    ) {
        let proof: Vec<Hash> = bytes.into_iter().map(FixedBytes).collect();
        let (first, second) = (FixedBytes(first), FixedBytes(second));
        prop_assert!(!verify_inclusion(&first, a, b, &proof, &second));
        prop_assert!(!verify_consistency(a, b, &proof, &first, &second));
        for edge in [0, 1, u64::MAX - 1, u64::MAX] {
            prop_assert!(!verify_inclusion(&first, edge, b, &proof, &second));
            prop_assert!(!verify_inclusion(&first, a, edge, &proof, &second));
            prop_assert!(!verify_consistency(edge, b, &proof, &first, &second));
            prop_assert!(!verify_consistency(a, edge, &proof, &first, &second));
        }
    }
}
