//! What adults hold: vault, bookmark, proof of possession, requests to open.

use crate::support::{World, refused};
use protocol::bookmark::{self, Bookmark};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{CaseId, SchoolId, StaffId};
use protocol::kdf::{Stretching, derive_stretched};
use protocol::keys::{StaffSecret, verify_possession};
use protocol::release::{Asked, sign_release, signed_bytes, verify_release};
use protocol::vault::{self, AccountSecret, StaffKeys};

/// The true work takes a tenth of a second; what is tested here does not depend on it.
const QUICK: Stretching = Stretching {
    memory_kib: 8,
    passes: 1,
};

// P28
#[test]
fn a_vault_needs_both_secrets() {
    let mut world = World::new(60);
    let staff = StaffId::make(&mut world.rng);
    let secret = AccountSecret::make(&mut world.rng);
    let salt = [5; 16];
    let derive = |password: &str, secret: &AccountSecret, staff| {
        StaffKeys::derive(password, secret, staff, &salt, QUICK).unwrap()
    };
    let keys = derive("correct horse", &secret, staff);
    let sealed = keys.seal(&world.lead, staff, 1, &mut world.rng);
    assert_eq!(sealed.len(), vault::SEALED_LEN);
    let opened = derive("correct horse", &secret, staff).open(&sealed, staff);
    let opened = opened.unwrap_or_else(|_| panic!("both secrets are right"));
    assert_eq!(opened.kem.public().id(), world.lead.kem.public().id());
    assert_eq!(opened.signing.public(), world.lead.signing.public());

    let other_secret = AccountSecret::make(&mut world.rng);
    let other_staff = StaffId::make(&mut world.rng);
    for wrong in [
        derive("correct house", &secret, staff),
        derive("correct horse", &other_secret, staff),
        derive("correct horse", &secret, other_staff),
    ] {
        assert!(refused(wrong.open(&sealed, staff)));
        assert!(wrong.auth() != keys.auth());
    }
    assert!(
        refused(keys.open(&sealed, other_staff)),
        "another person's row"
    );
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 0x40;
        assert!(refused(keys.open(&changed, staff)), "byte {at}");
    }
    for length in 0..sealed.len() {
        assert!(refused(keys.open(&sealed[..length], staff)));
    }
    let again = keys.seal(&world.lead, staff, 1, &mut world.rng);
    assert_ne!(again, sealed, "a fresh key each time");
}

#[test]
fn stretching_has_bounds() {
    for work in [
        Stretching {
            memory_kib: 7,
            passes: 1,
        },
        Stretching {
            memory_kib: 1 << 30,
            passes: 1,
        },
        Stretching {
            memory_kib: 64,
            passes: 0,
        },
        Stretching {
            memory_kib: 64,
            passes: 1_000,
        },
    ] {
        assert!(derive_stretched(b"x", &[0; 16], work).is_err());
    }
}

#[test]
fn a_bookmark_is_for_one_reader_and_case() {
    let mut world = World::new(61);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let opened = world.open(&sealed);
    let bookmark = Bookmark {
        thread: opened.thread.clone(),
        audit_key: opened.audit_key.clone(),
    };
    let bytes = bookmark.seal(&world.lead, case, &mut world.rng);
    assert_eq!(bytes.len(), bookmark::SEALED_LEN);
    let found =
        Bookmark::open(&bytes, &world.lead, case).unwrap_or_else(|_| panic!("own bookmark"));
    assert_eq!(found.thread.id(), opened.thread.id());
    assert!(*found.audit_key == *opened.audit_key);
    // It opens later notices, as after a new sign-in.
    let reply = world.reply(case, &opened.thread);
    let received = protocol::received::Received::from_envelope(&reply, Some(1));
    assert!(
        received
            .open_notice(&world.lead.kem, Some(&found.thread))
            .is_ok()
    );

    assert!(refused(Bookmark::open(&bytes, &world.deputy, case)));
    let other = CaseId::make(&mut world.rng);
    assert!(refused(Bookmark::open(&bytes, &world.lead, other)));
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 2;
        assert!(
            refused(Bookmark::open(&changed, &world.lead, case)),
            "byte {at}"
        );
    }
}

#[test]
fn public_keys_prove_possession() {
    let mut world = World::new(62);
    let staff = StaffId::make(&mut world.rng);
    let keys = world.lead.public(world.school, staff);
    let public =
        verify_possession(&keys, world.school, staff).unwrap_or_else(|_| panic!("honest keys"));
    assert_eq!(public.id(), world.lead.kem.public().id());
    assert_eq!(public.hash(), world.lead.kem.public().hash());

    let other_staff = StaffId::make(&mut world.rng);
    let other_school = SchoolId::make(&mut world.rng);
    assert!(refused(verify_possession(&keys, world.school, other_staff)));
    assert!(refused(verify_possession(&keys, other_school, staff)));
    let mut swapped = keys.clone();
    swapped.kem = Bytes(StaffSecret::make(&mut world.rng).kem.public().to_bytes());
    assert!(refused(verify_possession(&swapped, world.school, staff)));
    let mut short = keys.clone();
    short.kem.0.pop();
    assert!(refused(verify_possession(&short, world.school, staff)));
    let mut weak = keys;
    weak.signing = FixedBytes([0; 32]);
    assert!(refused(verify_possession(&weak, world.school, staff)));
}

#[test]
fn a_request_to_open_is_signed_field_by_field() {
    let mut world = World::new(63);
    let asked = Asked {
        thread: FixedBytes([1; 32]),
        reason: 4,
        hour: 498_000,
        log_size: 77,
    };
    let request = sign_release(asked, &world.lead, &mut world.rng);
    let bytes = signed_bytes(&request);
    assert_eq!(bytes[..32], [1; 32]); // thread id
    assert_eq!(bytes[32..48], world.lead.kem.public().id().0); // key id
    assert_eq!(bytes[48], 4); // reason
    assert_eq!(bytes[49..53], 498_000_u32.to_be_bytes()); // hour
    assert_eq!(bytes[53..61], 77_u64.to_be_bytes()); // log size
    assert_eq!(bytes[61..], request.nonce.0); // nonce

    let key = world.lead.signing.public();
    assert_eq!(verify_release(&request, &key), Ok(()));
    assert!(verify_release(&request, &world.deputy.signing.public()).is_err());
    let changes: [fn(&mut protocol::api::ReleaseRequest); 7] = [
        |r| r.thread.0[0] ^= 1,
        |r| r.key.0[0] ^= 1,
        |r| r.reason = 5,
        |r| r.hour += 1,
        |r| r.log_size = 76,
        |r| r.nonce.0[15] ^= 1,
        |r| r.signature.0[0] ^= 1,
    ];
    for change in changes {
        let mut changed = request.clone();
        change(&mut changed);
        assert!(verify_release(&changed, &key).is_err());
    }
}
