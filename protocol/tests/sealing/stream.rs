//! STREAM refuses what is not the whole, in order.

use protocol::stream::{CHUNK_LEN, TAG_LEN, open, seal, sealed_len};

const KEY: [u8; 32] = [7; 32];
const PREFIX: [u8; 7] = [9; 7];

fn body(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i % 251) as u8).collect()
}

#[test]
fn round_trip_at_the_edges() {
    for len in [
        0,
        1,
        16,
        CHUNK_LEN - 1,
        CHUNK_LEN,
        CHUNK_LEN + 1,
        2 * CHUNK_LEN,
        3 * CHUNK_LEN + 5,
    ] {
        let plaintext = body(len);
        let sealed = seal(&KEY, &PREFIX, &plaintext);
        assert_eq!(sealed.len(), sealed_len(len));
        assert_eq!(**open(&KEY, &PREFIX, &sealed).unwrap(), plaintext);
    }
}

#[test]
fn truncation_is_refused() {
    let sealed = seal(&KEY, &PREFIX, &body(2 * CHUNK_LEN + 100));
    for len in [
        0,
        1,
        TAG_LEN,
        CHUNK_LEN,
        CHUNK_LEN + TAG_LEN,
        2 * (CHUNK_LEN + TAG_LEN),
        sealed.len() - 1,
    ] {
        assert!(
            open(&KEY, &PREFIX, &sealed[..len]).is_err(),
            "first {len} bytes"
        );
    }
}

#[test]
fn reordering_repeating_and_extending_are_refused() {
    let sealed = seal(&KEY, &PREFIX, &body(3 * CHUNK_LEN));
    let chunks: Vec<&[u8]> = sealed.chunks(CHUNK_LEN + TAG_LEN).collect();
    let [first, second, last] = chunks[..] else {
        panic!("three chunks");
    };
    for wrong in [
        [second, first, last].concat(),
        [first, second, second, last].concat(),
        [first, last].concat(),
        [first, second, last, last].concat(),
        [first, second, last, &[0]].concat(),
        [last, first, second].concat(),
    ] {
        assert!(open(&KEY, &PREFIX, &wrong).is_err());
    }
}

#[test]
fn another_key_or_prefix_is_refused() {
    let sealed = seal(&KEY, &PREFIX, b"hello");
    assert!(open(&[8; 32], &PREFIX, &sealed).is_err());
    assert!(open(&KEY, &[8; 7], &sealed).is_err());
}
