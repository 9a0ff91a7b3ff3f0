//! Roots and proofs byte for byte as the crate ct-merkle makes them.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use protocol::encoding::FixedBytes;
use protocol::id::Hash;
use protocol::tree::Tree;
use sha2::Sha256;

const SIZES: u64 = 300;

fn bytes(proof: &[Hash]) -> Vec<u8> {
    proof.iter().flat_map(|hash| hash.0).collect()
}

#[test]
fn roots_and_proofs_are_ct_merkles() {
    let mut ours = Tree::new();
    let mut theirs = MemoryBackedTree::<Sha256, [u8; 32]>::new();
    let mut proofs = 0;
    for size in 1..=SIZES {
        let data = FixedBytes(protocol::kdf::derive_sha256(&size.to_be_bytes()));
        ours.push(&data);
        theirs.push(data.0);
        assert_eq!(
            ours.root().0.as_slice(),
            theirs.root().as_bytes().as_slice()
        );
        // A few places in every size, spread by a step that shares no factor with it.
        for step in 0..3 {
            let index = (size / 2 + step * 97) % size;
            let proof = ours.prove_inclusion(index, size).expect("within the tree");
            let expected = theirs.prove_inclusion(usize::try_from(index).unwrap());
            assert_eq!(bytes(&proof), expected.as_bytes(), "{index} of {size}");
            proofs += 1;
            if index > 0 {
                let proof = ours
                    .prove_consistency(index, size)
                    .expect("within the tree");
                let expected = theirs.prove_consistency(usize::try_from(size - index).unwrap());
                assert_eq!(bytes(&proof), expected.as_bytes(), "{index} to {size}");
                proofs += 1;
            }
        }
    }
    assert!(proofs > 1_500);
}
