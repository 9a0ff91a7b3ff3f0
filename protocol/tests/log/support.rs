//! A school with three root keys, two of which must sign, and a directory to sign.

use protocol::api::{Role, SignedDirectory};
use protocol::day::Day;
use protocol::directory::{Directory, Entry, Inbox, KeyStatus, Profile};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::SchoolId;
use protocol::kdf::derive_sha256;
use protocol::keys::{SUITE, SigningSecret, derive_key_id};
use protocol::root::{RootSet, sign_directory};
use zeroize::Zeroizing;

pub const TODAY: Day = Day(20_778);

pub fn secret(byte: u8) -> SigningSecret {
    SigningSecret::from_seed(Zeroizing::new([byte; 32]))
}

pub fn school(byte: u8) -> SchoolId {
    SchoolId::from_bytes([byte; 16])
}

pub fn root_keys() -> [SigningSecret; 3] {
    [secret(1), secret(2), secret(3)]
}

pub fn root_set(school: SchoolId) -> RootSet {
    let keys = root_keys().iter().map(SigningSecret::public).collect();
    RootSet::new(school, 2, keys).expect("three distinct keys")
}

pub fn entry(seed: u8, name: &str, role: Role, inbox: Inbox) -> Entry {
    let public = [seed; 1216];
    Entry {
        key_id: derive_key_id(&public),
        suite: SUITE,
        kem_hash: FixedBytes(derive_sha256(&public)),
        signing: secret(seed).public(),
        role,
        inbox,
        status: KeyStatus::Active,
        from: Day(TODAY.0 - 100),
        to: Day(TODAY.0 + 300),
        name: name.into(),
        place: "Room 4".into(),
    }
}

pub fn directory(school: SchoolId) -> Directory {
    Directory {
        school,
        version: 1,
        prev_hash: FixedBytes([0; 32]),
        issued_day: Day(TODAY.0 - 5),
        expires_day: Day(TODAY.0 + 25),
        gateway_key_hash: FixedBytes([7; 32]),
        log_key: secret(9).public(),
        quorum: 1,
        witnesses: vec![secret(8).public()],
        profile: Profile::V1,
        entries: vec![
            entry(21, "Ms Priya Kaur", Role::Lead, Inbox::Safeguarding),
            entry(22, "Mr Tunde Adeyemi", Role::Deputy, Inbox::Safeguarding),
            entry(23, "Mrs Helen Ferris", Role::Head, Inbox::Head),
        ],
    }
}

pub fn sign(root: &RootSet, directory: &Directory, signers: &[SigningSecret]) -> SignedDirectory {
    SignedDirectory {
        root: Bytes(root.encode()),
        directory: Bytes(directory.encode().expect("a sound directory")),
        signatures: signers
            .iter()
            .map(|key| sign_directory(key, &directory.hash()))
            .collect(),
    }
}

/// The directory of school 0x11, signed by the first two root keys.
pub fn signed() -> SignedDirectory {
    let [first, second, _] = root_keys();
    sign(
        &root_set(school(0x11)),
        &directory(school(0x11)),
        &[first, second],
    )
}
