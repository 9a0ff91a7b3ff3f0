//! A school's first day (protocol 5): three people, two of them readers, each with a root key of their own; two of the three
//! sign the first list of readers. The founders' browsers and the server make that list from the same parts, so nobody can
//! propose another.
//!
//! Says nothing of who the three are: they compare six words face to face, which stand for every key of a founder.

use alloc::vec::Vec;

use crate::api::{FounderKeys, FounderView, FoundingView, Role, StaffPublicKeys};
use crate::day::Day;
use crate::directory::{Directory, Entry, Inbox, KeyStatus, Profile, USUAL_LIFE_DAYS};
use crate::encoding::FixedBytes;
use crate::error::OpenError;
use crate::id::{Hash, SchoolId, StaffId, VerifyingKeyBytes};
use crate::kdf::derive_hash;
use crate::keys::{KemPublic, SUITE, SigningSecret, verify, verify_possession};
use crate::label::Label;
use crate::root::RootSet;

/// Roles of the founders, in their order.
pub const ROLES: [Role; 3] = [Role::Lead, Role::Deputy, Role::Admin];
/// Root keys that must sign.
pub const THRESHOLD: u8 = 2;
/// Years a key receives before it must be replaced, as in every later list.
const KEY_YEARS: u32 = 2;
/// In place of the signing key of somebody who never reads.
const NO_KEY: VerifyingKeyBytes = FixedBytes([0; 32]);

/// Who proves: the school to be, the account, its role.
pub type Who = (SchoolId, StaffId, Role);

/// Binds a founder's root key to their account and their reading key: whoever has the paper speaks for both.
#[must_use]
pub fn prove(
    (school, staff, role): Who,
    public_keys: Option<StaffPublicKeys>,
    root: &SigningSecret,
) -> FounderKeys {
    let signing = signing_key(public_keys.as_ref());
    let proof = root.sign(
        Label::Founder,
        &[
            &school.to_bytes(),
            &staff.to_bytes(),
            &[role.to_byte()],
            &signing.0,
        ],
    );
    FounderKeys {
        public_keys,
        root_key: root.public(),
        proof,
    }
}

/// Checks a founder's keys: proven, and of the kind their role has.
///
/// # Errors
/// When a proof is for another school, person, role or key, or a role has keys it must not have or lacks those it needs.
pub fn check((school, staff, role): Who, keys: &FounderKeys) -> Result<(), OpenError> {
    if role.reads() != keys.public_keys.is_some() {
        return Err(OpenError);
    }
    if let Some(public) = &keys.public_keys {
        verify_possession(public, school, staff)?;
    }
    let signing = signing_key(keys.public_keys.as_ref());
    verify(
        &keys.root_key,
        Label::Founder,
        &[
            &school.to_bytes(),
            &staff.to_bytes(),
            &[role.to_byte()],
            &signing.0,
        ],
        &keys.proof,
    )
}

/// What six words are made of, to compare face to face: every public key of a founder.
#[must_use]
pub fn derive_words(keys: &FounderKeys) -> Hash {
    let public = keys.public_keys.as_ref();
    let kem = public.map_or(&[][..], |public| &public.kem.0);
    let signing = signing_key(public);
    FixedBytes(derive_hash(
        Label::FounderWords,
        &[&keys.root_key.0, &signing.0, kem],
    ))
}

/// The root set and the first list of readers, as made on that day. `None` while somebody is missing, or when what is there
/// cannot be a founding: other roles, keys that are not proven, one key twice.
#[must_use]
pub fn first(view: &FoundingView, issued: Day) -> Option<(RootSet, Directory)> {
    if !view.founders.iter().map(|one| one.role).eq(ROLES) {
        return None;
    }
    let mut roots = Vec::new();
    let mut entries = Vec::new();
    for founder in &view.founders {
        let keys = founder.keys.as_ref()?;
        check((view.school, founder.staff, founder.role), keys).ok()?;
        roots.push(keys.root_key);
        if let Some(public) = &keys.public_keys {
            entries.push(entry(founder, public, issued)?);
        }
    }
    let directory = Directory {
        school: view.school,
        version: 1,
        prev_hash: FixedBytes([0; 32]),
        issued_day: issued,
        expires_day: issued.plus_days(USUAL_LIFE_DAYS),
        gateway_key_hash: view.gateway_key_hash,
        log_key: view.log_key,
        quorum: 0,
        witnesses: Vec::new(),
        profile: Profile::V1,
        entries,
    };
    Some((RootSet::new(view.school, THRESHOLD, roots).ok()?, directory))
}

fn entry(founder: &FounderView, public: &StaffPublicKeys, issued: Day) -> Option<Entry> {
    let kem = KemPublic::from_bytes(&public.kem.0).ok()?;
    Some(Entry {
        key_id: kem.id(),
        suite: SUITE,
        kem_hash: kem.hash(),
        signing: public.signing,
        role: founder.role,
        inbox: Inbox::Safeguarding,
        status: KeyStatus::Active,
        from: issued,
        to: issued.plus_years(KEY_YEARS),
        name: founder.name.clone(),
        place: founder.place.clone(),
    })
}

fn signing_key(public: Option<&StaffPublicKeys>) -> VerifyingKeyBytes {
    public.map_or(NO_KEY, |public| public.signing)
}
