//! The root set, byte by byte, and the fingerprint of protocol appendix B.

use hex_literal::hex;
use protocol::encoding::FixedBytes;
use protocol::root::{MAX_ROOT_KEYS, RootFault, RootSet};

use crate::support::{root_set, school};

fn keys(bytes: &[u8]) -> Vec<FixedBytes<32>> {
    bytes.iter().map(|byte| FixedBytes([*byte; 32])).collect()
}

#[test]
fn fingerprint_of_appendix_b() {
    let root = RootSet::new(school(0x11), 2, keys(&[1, 2, 3])).unwrap();
    assert_eq!(
        root.fingerprint().0,
        hex!("74e66ff363df7d2252009c3bb30626220e138692c3371cd213621fd088fa29d4")
    );
}

#[test]
fn layout() {
    let root = RootSet::new(school(0x11), 2, keys(&[1, 2])).unwrap();
    let expected = [
        hex!("11111111111111111111111111111111 02 02").as_slice(),
        &[1; 32],
        &[2; 32],
    ]
    .concat();
    assert_eq!(root.encode(), expected);
    assert_eq!(RootSet::decode(&expected), Ok(root));
}

#[test]
fn rules() {
    let new = |threshold, bytes: &[u8]| RootSet::new(school(1), threshold, keys(bytes));
    assert_eq!(new(1, &[]), Err(RootFault::Size));
    assert_eq!(new(1, &[0; MAX_ROOT_KEYS + 1]), Err(RootFault::Size));
    assert_eq!(new(0, &[1, 2]), Err(RootFault::Threshold));
    assert_eq!(new(3, &[1, 2]), Err(RootFault::Threshold));
    assert_eq!(new(2, &[1, 2, 1]), Err(RootFault::Repeated));
    assert!(new(2, &[1, 2]).is_ok());
}

#[test]
fn no_tail_and_no_gap() {
    let bytes = root_set(school(1)).encode();
    for length in 0..bytes.len() {
        assert!(RootSet::decode(&bytes[..length]).is_err(), "{length}");
    }
    assert_eq!(
        RootSet::decode(&[bytes, vec![0]].concat()),
        Err(RootFault::Malformed)
    );
}
