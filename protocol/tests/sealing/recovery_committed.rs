//! A recovery set, its ask, a gift and the pieces of a drill, committed as they were first written (P40).

use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{SchoolId, StaffId};
use protocol::keys::{KemSecret, SigningSecret, StaffSecret};
use protocol::recovery::ask::Ask;
use protocol::recovery::drill::{self, Drill, Piece};
use protocol::recovery::gift::Gift;
use protocol::recovery::{ShareSet, recover};
use protocol::vault::AccountSecret;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/vectors/recovery-v1.json"
);

#[derive(Serialize, Deserialize)]
struct Vectors {
    owner: [FixedBytes<32>; 2],
    holders: [[FixedBytes<32>; 2]; 3],
    fresh: [FixedBytes<32>; 2],
    kit: FixedBytes<16>,
    school: SchoolId,
    staff: StaffId,
    set: Bytes,
    copy: Bytes,
    ask: Bytes,
    gift: Bytes,
    pieces: Vec<Bytes>,
}

fn keys([kem, signing]: [FixedBytes<32>; 2]) -> StaffSecret {
    StaffSecret {
        kem: KemSecret::from_seed(Zeroizing::new(kem.0)),
        signing: SigningSecret::from_seed(Zeroizing::new(signing.0)),
    }
}

/// `tests/vectors/recovery-v1.json` was written once and must open for ever.
#[test]
fn the_committed_set_opens() {
    let text = std::fs::read_to_string(FILE).unwrap();
    let vectors: Vectors = serde_json::from_str(&text).unwrap();
    let owner = keys(vectors.owner);
    let set = ShareSet::decode(&vectors.set.0).unwrap();
    let place = (vectors.school, vectors.staff);
    set.verify(place, &owner.kem.public().id(), &owner.signing.public())
        .unwrap();
    let ask = Ask::decode(&vectors.ask.0).unwrap();
    let gift = Gift::decode(&vectors.gift.0).unwrap();
    let holder = keys(vectors.holders[1]);
    gift.verify(&set, &ask, &holder.signing.public()).unwrap();
    let fresh = keys(vectors.fresh);
    let given = gift.open(&set, &ask, &fresh.kem);
    let kit = AccountSecret::from_bytes(Zeroizing::new(vectors.kit.0));
    let shares = [given, set.open_kit_share(&kit)];
    let shares = shares.map(|share| share.unwrap_or_else(|_| panic!("it opens")));
    let back = recover(&set, &vectors.copy.0, &shares);
    assert!(back.is_ok_and(|keys| keys.signing.public() == owner.signing.public()));
    let pieces: Vec<Piece> = vectors
        .pieces
        .iter()
        .map(|piece| Piece::decode(&piece.0).unwrap())
        .collect();
    assert_eq!(drill::check(&set, &pieces), Drill::Fits { hour: 500_020 });
}

/// The same keys and the same draws make the same bytes, for ever.
#[test]
fn the_committed_set_is_what_its_seeds_make() {
    let mut rng = ChaCha20Rng::seed_from_u64(0x5a);
    let mut seeds = || -> [FixedBytes<32>; 2] {
        core::array::from_fn(|_| {
            let mut seed = [0; 32];
            rng.fill_bytes(&mut seed);
            FixedBytes(seed)
        })
    };
    let (owner, fresh) = (seeds(), seeds());
    let holders = [(); 3].map(|()| seeds());
    let (school, staff) = (
        SchoolId::from_bytes([0x11; 16]),
        StaffId::from_bytes([0xd1; 16]),
    );
    let kit = AccountSecret::from_bytes(Zeroizing::new([0xcc; 16]));
    let publics = holders.map(|holder| keys(holder).kem.public());
    let made = ShareSet::make(
        (school, staff),
        &keys(owner),
        &publics,
        &kit,
        500_000,
        &mut rng,
    );
    let made = made.unwrap_or_else(|_| panic!("three colleagues"));
    let ask = Ask::make((school, staff), &keys(fresh), 500_010);
    let gift = Gift::make(&made.set, &ask, &keys(holders[1]), &mut rng);
    let pieces = holders.iter().take(2).map(|holder| {
        let piece = Piece::make(&made.set, &keys(*holder), 500_020);
        Bytes(piece.unwrap_or_else(|_| panic!("it opens")).encode())
    });
    let vectors = Vectors {
        owner,
        holders,
        fresh,
        kit: FixedBytes([0xcc; 16]),
        school,
        staff,
        pieces: pieces.collect(),
        set: Bytes(made.set.encode()),
        copy: Bytes(made.copy),
        ask: Bytes(ask.encode()),
        gift: Bytes(gift.unwrap_or_else(|_| panic!("it opens")).encode()),
    };
    let text = serde_json::to_string_pretty(&vectors).unwrap();
    assert_eq!(text + "\n", std::fs::read_to_string(FILE).unwrap());
}
