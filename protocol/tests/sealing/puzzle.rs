//! Puzzles: bytes in hexadecimal, whose they are, when they run out, and that an answer is for one frame only.

use crate::support::World;
use hex_literal::hex;
use proptest::prelude::*;
use protocol::day::Timestamp;
use protocol::encoding::FixedBytes;
use protocol::gateway::{Op, Request, open_request, seal_request};
use protocol::id::SchoolId;
use protocol::keys::KemSecret;
use protocol::puzzle::{
    CHALLENGE_LEN, ChallengeFault, PUZZLE_LEN, Price, PuzzleKey, Solver, check_challenge,
    derive_puzzle_key, derive_subject, derive_zeros, make_challenge, put_puzzle, puzzle_of,
    read_challenge,
};
use protocol::term_code::{NO_TERM_CODE, derive_term_code};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

const NOW: Timestamp = Timestamp(1_795_291_200);
const CHEAP: Price = Price {
    bits: 4,
    memory_kib: 8,
};
const DEAREST: Price = Price {
    bits: 13,
    memory_kib: 2_048,
};

fn school() -> SchoolId {
    SchoolId::from_bytes([0x11; 16])
}

fn key() -> PuzzleKey {
    derive_puzzle_key(&[0x22; 32], school())
}

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([0x33; 32])
}

fn in_ten_minutes() -> Timestamp {
    Timestamp(NOW.0 + 600)
}

fn frame(world: &mut World) -> (Vec<u8>, KemSecret) {
    let gateway = KemSecret::make(&mut world.rng);
    let request = Request {
        mailbox: world.mailbox.id(),
        token: world.mailbox.token().clone(),
        term_code: NO_TERM_CODE,
        op: Op::Check,
    };
    let sealed = seal_request(world.school, &gateway.public(), &request, &mut world.rng);
    (sealed.expect("a look fits").0, gateway)
}

// The permanent vector: every byte of a challenge, and the first answer to it.
#[test]
fn layout_and_vector() {
    let challenge = make_challenge(&key(), CHEAP, in_ten_minutes(), &mut rng());
    assert_eq!((CHALLENGE_LEN, PUZZLE_LEN), (56, 64));
    assert_eq!(challenge.0[0], 1); // version
    assert_eq!(challenge.0[1], 4); // bits
    assert_eq!(challenge.0[2..4], [0, 8]); // KiB
    assert_eq!(challenge.0[4..8], 1_795_291_800_u32.to_be_bytes()); // expires
    assert_eq!(challenge.0[8..24], hex!("7754de54ddddd532b3e7c6749833becb")); // seed
    let code = hex!("5c6f337b474ba3a35d72ae25998a29b1e26fcbe2fa84fb5d9af7503cc909a6d5");
    assert_eq!(challenge.0[24..], code); // code
    let subject = derive_subject(&[0x44; 200]).unwrap();
    let expected = hex!("7fb2a8af6e41b6456a65ab26088f9eba3a953ece6c7ea9801f1b4acb67df040f");
    assert_eq!(subject, expected);
    let mut solver = Solver::new(&challenge, subject, 0, DEAREST).unwrap();
    assert_eq!(solver.try_some(1_000), Some(6));
    assert_eq!(
        derive_term_code(&[0x22; 32], school(), 3).0,
        hex!("82e0a5e7fd4c4bbd78abaa00")
    );
}

#[test]
fn a_solved_puzzle_does_not_disturb_the_seal_and_fits_one_frame() {
    let mut world = World::new(80);
    let (mut sealed, gateway) = frame(&mut world);
    let (other, _) = frame(&mut world);
    assert_eq!(puzzle_of(&sealed), None, "an empty place is no puzzle");
    let subject = derive_subject(&sealed).unwrap();
    let challenge = make_challenge(&key(), CHEAP, in_ten_minutes(), &mut rng());
    let mut solver = Solver::new(&challenge, subject, 4, DEAREST).unwrap();
    let answer = solver.try_some(100_000).unwrap();
    assert!(put_puzzle(&mut sealed, &challenge, answer));
    assert_eq!(puzzle_of(&sealed), Some((challenge, answer)));
    assert_eq!(
        derive_subject(&sealed),
        Some(subject),
        "the place is not in it"
    );
    assert!(open_request(&sealed, world.school, &gateway).is_ok());
    let mut stretcher = CHEAP.stretcher().unwrap();
    let terms = read_challenge(&challenge).unwrap();
    let mut zeros = |frame: &[u8]| {
        let subject = derive_subject(frame).unwrap();
        derive_zeros(&mut stretcher, &subject, &terms.seed, answer)
    };
    assert!(zeros(&sealed) >= 8);
    assert!(zeros(&other) < 8, "not for another frame (one in 256)");
}

#[test]
fn only_our_own_challenges_hold_and_only_in_time() {
    let challenge = make_challenge(&key(), CHEAP, in_ten_minutes(), &mut rng());
    let look = |now: u64| check_challenge(&key(), &challenge, Timestamp(now), 660);
    assert_eq!(look(NOW.0).unwrap().price, CHEAP);
    assert_eq!(
        look(NOW.0 + 600).unwrap(),
        read_challenge(&challenge).unwrap()
    );
    assert_eq!(look(NOW.0 + 601), Err(ChallengeFault::Expired));
    assert_eq!(
        look(NOW.0 - 61),
        Err(ChallengeFault::Expired),
        "too far ahead"
    );
    for (server, school) in [
        ([0x23; 32], school()),
        ([0x22; 32], SchoolId::from_bytes([0x12; 16])),
    ] {
        let other = derive_puzzle_key(&server, school);
        assert_eq!(
            check_challenge(&other, &challenge, NOW, 660),
            Err(ChallengeFault::Foreign)
        );
    }
    for place in 0..CHALLENGE_LEN {
        let mut changed = challenge;
        changed.0[place] ^= 1;
        assert!(
            check_challenge(&key(), &changed, NOW, 660).is_err(),
            "{place}"
        );
    }
}

// A server cannot make a phone work for an hour.
#[test]
fn the_solver_refuses_what_is_too_dear() {
    let ask = |bits, memory_kib, extra| {
        let price = Price { bits, memory_kib };
        let challenge = make_challenge(&key(), price, in_ten_minutes(), &mut rng());
        Solver::new(&challenge, [0; 32], extra, DEAREST).is_ok()
    };
    assert!(ask(13, 2_048, 0) && ask(11, 8, 2));
    assert!(!ask(14, 8, 0) && !ask(12, 8, 2) && !ask(1, 2_049, 0));
    assert!(!ask(255, 8, 255) && !ask(1, u16::MAX, 0) && !ask(1, 7, 0));
}

#[test]
fn progress_grows_and_is_never_full() {
    let dear = Price { bits: 13, ..CHEAP };
    let challenge = make_challenge(&key(), dear, in_ten_minutes(), &mut rng());
    let mut solver = Solver::new(&challenge, [7; 32], 0, DEAREST).unwrap();
    let mut last = 0;
    for _ in 0..20 {
        let found = solver.try_some(500);
        assert!((last..100).contains(&solver.percent()));
        last = solver.percent();
        if found.is_some() {
            return;
        }
    }
    assert!(last >= 50);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_asked_is_found(bits in 0_u8..7, kib in 8_u16..40, seed: [u8; 32], subject: [u8; 32]) {
        let price = Price { bits, memory_kib: kib };
        let mut rng = ChaCha20Rng::from_seed(seed);
        let challenge = make_challenge(&key(), price, in_ten_minutes(), &mut rng);
        let terms = check_challenge(&key(), &challenge, NOW, 660).unwrap();
        prop_assert_eq!(terms.price, price);
        let answer = Solver::new(&challenge, subject, 0, DEAREST).unwrap().try_some(5_000).unwrap();
        let mut stretcher = price.stretcher().unwrap();
        prop_assert!(derive_zeros(&mut stretcher, &subject, &terms.seed, answer) >= bits);
        for earlier in 0..answer {
            prop_assert!(derive_zeros(&mut stretcher, &subject, &terms.seed, earlier) < bits);
        }
    }

    #[test]
    fn any_64_bytes_have_their_place(challenge: [u8; CHALLENGE_LEN], answer: u64) {
        let mut frame = vec![0; 300];
        let challenge = FixedBytes(challenge);
        prop_assert!(put_puzzle(&mut frame, &challenge, answer));
        let empty = challenge.0 == [0; CHALLENGE_LEN] && answer == 0;
        prop_assert_eq!(puzzle_of(&frame), (!empty).then_some((challenge, answer)));
        prop_assert_eq!((&frame[..20], &frame[84..]), (&[0; 20][..], &[0; 216][..]));
        prop_assert!(!put_puzzle(&mut frame[..83], &challenge, answer));
    }
}
