//! No decoder panics on foreign bytes, and what one accepts it writes back the same: the fuzz targets, on stable.
//! Bytes are random, or something well-formed with a few of them changed, cut or repeated.

#[path = "../fuzz/src/lib.rs"]
mod decoders;
#[path = "foreign_bytes/samples.rs"]
mod samples;

use proptest::prelude::*;
use proptest::sample::Index;

/// One small injury.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Cut(Index),
    Repeat(Index, u8),
    Insert(Index, Vec<u8>),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        match self {
            Self::Set(place, byte) => {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            Self::Cut(place) => bytes.truncate(place.index(bytes.len())),
            Self::Repeat(place, times) => {
                let tail = bytes[place.index(bytes.len())..].to_vec();
                for _ in 0..times % 4 {
                    bytes.extend(&tail);
                }
            }
            Self::Insert(place, more) => {
                let place = place.index(bytes.len());
                bytes.splice(place..place, more.iter().copied());
            }
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Change::Set(place, byte)),
        any::<Index>().prop_map(Change::Cut),
        (any::<Index>(), any::<u8>()).prop_map(|(place, times)| Change::Repeat(place, times)),
        (
            any::<Index>(),
            proptest::collection::vec(any::<u8>(), 1..20)
        )
            .prop_map(|(place, more)| Change::Insert(place, more)),
    ]
}

fn all(bytes: &[u8]) {
    for (_, decoder) in decoders::ALL {
        decoder(bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        all(&bytes);
    }

    #[test]
    fn random_text(text in "(?s).{0,300}") {
        all(text.as_bytes());
    }

    #[test]
    fn injured_samples(changes in proptest::collection::vec(change(), 1..4)) {
        for (name, sample) in samples::all() {
            let mut bytes = sample.clone();
            changes.iter().for_each(|change| change.apply(&mut bytes));
            let of_this_name = decoders::ALL.iter().filter(|(decoder, _)| decoder == name);
            for (_, decoder) in of_this_name {
                decoder(&bytes);
            }
        }
    }
}

#[test]
fn the_samples_are_what_their_decoders_accept() {
    let samples = samples::all();
    let names: Vec<_> = decoders::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        samples.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        names
    );
    let bytes = |wanted| {
        let (_, bytes) = samples
            .iter()
            .find(|(name, _)| *name == wanted)
            .expect("a sample");
        bytes.as_slice()
    };
    assert!(protocol::envelope::Envelope::decode(bytes("envelope")).is_ok());
    assert!(protocol::directory::Directory::decode(bytes("directory")).is_ok());
    assert!(protocol::root::RootSet::decode(bytes("root_set")).is_ok());
    assert!(protocol::gateway::school_of(bytes("gateway_frame")).is_ok());
    let file = protocol::audit::decode_log_file(bytes("log_file")).expect("a log file");
    assert!(protocol::audit::verify_log(&file, &protocol::audit::Kept::default()).is_ok());
}

#[test]
fn every_sample_is_accepted_by_every_decoder_without_harm() {
    for (_, sample) in samples::all() {
        all(sample);
    }
    all(&[]);
}

#[test]
fn every_decoder_has_its_fuzz_target() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/fuzz_targets");
    let mut targets: Vec<_> = std::fs::read_dir(folder)
        .expect("the fuzz folder lies beside this crate")
        .map(|file| {
            file.expect("a file")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .collect();
    targets.sort();
    let expected: Vec<_> = decoders::ALL
        .iter()
        .map(|(name, _)| format!("{name}.rs"))
        .collect();
    assert_eq!(targets, expected);
}
