//! A school's first list of readers: whose keys count, what the list is made of, and that there is only one.

use proptest::prelude::*;
use protocol::api::{FounderKeys, FounderView, FoundingView, PasswordRule, Role, SignedDirectory};
use protocol::day::Day;
use protocol::directory::{Directory, Known, verify};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::founding::{ROLES, THRESHOLD, check, derive_words, first, prove};
use protocol::id::{SchoolId, StaffId};
use protocol::keys::{SigningSecret, StaffSecret};
use protocol::root::sign_directory;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

const SCHOOL: SchoolId = SchoolId(uuid::Uuid::from_u128(1));
const TODAY: Day = Day(20_778);

fn staff(place: u128) -> StaffId {
    StaffId(uuid::Uuid::from_u128(100 + place))
}

fn join(place: u128, role: Role, seed: u64) -> (FounderKeys, SigningSecret) {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let secret = StaffSecret::make(&mut rng);
    let root = SigningSecret::make(&mut rng);
    let public = role.reads().then(|| secret.public(SCHOOL, staff(place)));
    (prove((SCHOOL, staff(place), role), public, &root), root)
}

fn whole() -> (FoundingView, Vec<SigningSecret>) {
    let mut roots = Vec::new();
    let founders = (0..).zip(7..).zip(ROLES).map(|((place, seed), role)| {
        let (keys, root) = join(place, role, seed);
        roots.push(root);
        FounderView {
            staff: staff(place),
            name: format!("Founder {place}"),
            place: String::new(),
            role,
            keys: Some(keys),
        }
    });
    let founders = founders.collect();
    let view = FoundingView {
        school: SCHOOL,
        you: None,
        settings: None,
        slug: "st-hilda".to_owned(),
        founders,
        otpauth: None,
        password_rule: PasswordRule::Length,
        last_day: TODAY.0,
        gateway_key_hash: FixedBytes([3; 32]),
        log_key: FixedBytes([4; 32]),
        proposed: None,
        founded: false,
    };
    (view, roots)
}

// XAM-8: what one founder proved is good for that school, person, role and key, and for nothing else.
#[test]
fn a_proof_is_for_one_school_person_role_and_key() {
    let (keys, _) = join(0, Role::Lead, 7);
    let who = (SCHOOL, staff(0), Role::Lead);
    assert!(check(who, &keys).is_ok());
    let elsewhere = SchoolId(uuid::Uuid::from_u128(2));
    assert!(check((elsewhere, who.1, who.2), &keys).is_err());
    assert!(check((who.0, staff(1), who.2), &keys).is_err());
    assert!(check((who.0, who.1, Role::Deputy), &keys).is_err());
    assert!(check((who.0, who.1, Role::Admin), &keys).is_err());
    // Somebody else's reading keys, proven by themselves, under this root key.
    let (other, _) = join(0, Role::Lead, 8);
    let mixed = FounderKeys {
        public_keys: other.public_keys,
        ..keys.clone()
    };
    assert!(check(who, &mixed).is_err());
    let (admin, _) = join(2, Role::Admin, 9);
    assert!(check((SCHOOL, staff(2), Role::Admin), &admin).is_ok());
    let reading = FounderKeys {
        public_keys: keys.public_keys.clone(),
        ..admin.clone()
    };
    assert!(
        check((SCHOOL, staff(2), Role::Admin), &reading).is_err(),
        "an administrator never reads"
    );
    assert!(
        check((SCHOOL, staff(2), Role::Lead), &admin).is_err(),
        "a reader has keys"
    );
}

// XAM-8: two browsers and the server make one list, and two of three root keys make it hold.
#[test]
fn the_first_list_is_one_and_two_of_three_sign_it() {
    let (view, roots) = whole();
    let (root, directory) = first(&view, TODAY).unwrap();
    assert_eq!(
        first(&view, TODAY).unwrap(),
        (root.clone(), directory.clone())
    );
    assert_eq!(root.threshold(), THRESHOLD);
    assert_eq!(directory.entries.len(), 2, "the administrator is not in it");
    let bytes = directory.encode().expect("a sound list");
    assert_eq!(Directory::decode(&bytes).unwrap(), directory);
    let signed = |by: &[usize]| SignedDirectory {
        root: Bytes(root.encode()),
        directory: Bytes(bytes.clone()),
        signatures: by
            .iter()
            .map(|at| sign_directory(&roots[*at], &directory.hash()))
            .collect(),
    };
    for two in [[0, 1], [1, 2], [2, 0]] {
        assert!(verify(&signed(&two), &Known::default(), TODAY).is_ok());
    }
    assert!(verify(&signed(&[0, 0]), &Known::default(), TODAY).is_err());
}

// XAM-8: nobody is left out, added, named twice or given another part.
#[test]
fn no_list_without_all_three_in_their_parts() {
    for missing in 0..3 {
        let (mut view, _) = whole();
        view.founders[missing].keys = None;
        assert!(first(&view, TODAY).is_none(), "{missing} has not joined");
        let (mut view, _) = whole();
        view.founders.remove(missing);
        assert!(first(&view, TODAY).is_none(), "{missing} is not there");
    }
    let (mut view, _) = whole();
    view.founders.swap(0, 1);
    assert!(first(&view, TODAY).is_none(), "another order");
    let (mut view, _) = whole();
    let fourth = view.founders[2].clone();
    view.founders.push(fourth);
    assert!(first(&view, TODAY).is_none(), "a fourth");
    // One root key for two people would be one signature for both.
    let (mut view, roots) = whole();
    let public = view.founders[1].keys.as_ref().unwrap().public_keys.clone();
    view.founders[1].keys = Some(prove((SCHOOL, staff(1), Role::Deputy), public, &roots[0]));
    assert!(first(&view, TODAY).is_none(), "one root key twice");
}

proptest! {
    // XAM-8: a server that changes any bit of what a founder's browser made is refused, or the words differ.
    #[test]
    fn no_bit_of_a_founders_keys_can_be_changed(place in 0_usize..1500, bit in 0_u8..8) {
        let (keys, _) = join(0, Role::Lead, 7);
        let who = (SCHOOL, staff(0), Role::Lead);
        let mut changed = keys.clone();
        let public = changed.public_keys.as_mut().unwrap();
        let all: Vec<&mut u8> = public.kem.0.iter_mut()
            .chain(&mut public.signing.0)
            .chain(&mut public.proof.0)
            .chain(&mut changed.root_key.0)
            .chain(&mut changed.proof.0)
            .collect();
        let count = all.len();
        let at = all.into_iter().nth(place % count).unwrap();
        *at ^= 1 << bit;
        prop_assert!(check(who, &changed).is_err());
    }

    // XAM-8: the words stand for every key.
    #[test]
    fn the_words_change_with_every_key(place in 0_usize..1280, bit in 0_u8..8) {
        let (keys, _) = join(0, Role::Lead, 7);
        let mut changed = keys.clone();
        let public = changed.public_keys.as_mut().unwrap();
        let all: Vec<&mut u8> = public.kem.0.iter_mut()
            .chain(&mut public.signing.0)
            .chain(&mut changed.root_key.0)
            .collect();
        let count = all.len();
        *all.into_iter().nth(place % count).unwrap() ^= 1 << bit;
        prop_assert_ne!(derive_words(&changed), derive_words(&keys));
    }
}
