//! Rows with readable values. `n` tells one from another.

use protocol::api::{Role, StaffPublicKeys, StaffState, StaffView};
use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::id::{CaseId, Hash, KeyId, MailboxId, MessageId, SchoolId, StaffId};
use protocol::keys::SigningSecret;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use server::log_keeper::{Act, LogKeeper, Recorded};
use server::store::{
    Database, NewEnvelope, NewReport, NewSlot, NewStaff, School, Submitted, Transaction,
};
use uuid::Uuid;
use zeroize::Zeroizing;

pub const SCHOOL: SchoolId = SchoolId(Uuid::from_u128(1));
pub const OTHER_SCHOOL: SchoolId = SchoolId(Uuid::from_u128(2));
/// Two readers.
pub const LEAD: KeyId = FixedBytes([0x1e; 16]);
pub const HEAD: KeyId = FixedBytes([0x2e; 16]);
pub const LEAD_STAFF: StaffId = StaffId(Uuid::from_u128(0x1e));
/// 2026-11-21 12:00 UTC.
pub const NOON: u32 = 498_804;

pub fn rng(n: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(n)
}

pub fn hash(n: u8) -> Hash {
    FixedBytes([n; 32])
}

pub fn case(n: u32) -> CaseId {
    CaseId(Uuid::from_u128(0xca5e << 64 | u128::from(n)))
}

pub fn message(n: u32) -> MessageId {
    MessageId(Uuid::from_u128(0x3e55 << 64 | u128::from(n)))
}

pub fn mailbox(n: u32) -> MailboxId {
    FixedBytes(u128::from(n).to_be_bytes())
}

pub fn keeper() -> LogKeeper {
    let key = SigningSecret::from_seed(Zeroizing::new([9; 32]));
    LogKeeper::new(key, "test.example/log").unwrap()
}

pub fn school(id: SchoolId, slug: &str) -> School {
    School {
        id,
        slug: slug.to_owned(),
        name: format!("{slug} school"),
        demo: true,
        region: "gb-eng".to_owned(),
        host: None,
        calendar: "{}".to_owned(),
        publication_delay_minutes: 30,
    }
}

/// A database with one school.
pub async fn with_school(database: &Database) -> Transaction {
    let mut tx = database.write().await.unwrap();
    assert!(tx.insert_school(&school(SCHOOL, "one")).await.unwrap());
    tx
}

pub fn staff(n: u32, user: &str) -> NewStaff {
    let byte = u8::try_from(n).unwrap();
    NewStaff {
        view: StaffView {
            staff: StaffId(Uuid::from_u128(u128::from(n))),
            school: SCHOOL,
            name: format!("Person {n}"),
            place: format!("Room {n}"),
            user: user.to_owned(),
            role: Role::Lead,
            admin: false,
            key: Some(FixedBytes([byte; 16])),
            public_keys: Some(StaffPublicKeys {
                kem: Bytes(vec![byte; 1216]),
                signing: FixedBytes([byte; 32]),
                proof: FixedBytes([byte; 64]),
            }),
            state: StaffState::Waiting,
        },
        salt: [byte; 16],
        verifier: Zeroizing::new(format!("$argon2id${n}")),
        vault: vec![byte; 200],
        second_factor: vec![byte; 48],
    }
}

pub fn slot(key: KeyId, n: u8) -> NewSlot {
    NewSlot {
        key,
        enc: vec![n; 1120],
        notice: [n; 80],
        wrap: [n ^ 0xff; 48],
    }
}

/// An envelope to both readers; kinds 1 and 2 carry the pupil's own slot, kind 3 a first slot for the mailbox.
pub fn envelope(kind: u8, n: u32) -> NewEnvelope {
    let byte = u8::try_from(n % 251).unwrap();
    let mut slots = vec![slot(LEAD, byte), slot(HEAD, byte.wrapping_add(1))];
    if kind == 3 {
        slots.insert(0, slot(FixedBytes([0xbb; 16]), byte));
    }
    NewEnvelope {
        message: message(n),
        kind,
        header: format!("header {n}").into_bytes(),
        commitment: hash(byte),
        body_hash: hash(byte.wrapping_add(1)),
        own: (kind < 3).then_some([byte; 48]),
        slots,
        body: vec![byte; 500],
        hour: NOON,
    }
}

/// A report that is not urgent and visible at once.
pub fn report(n: u32) -> NewReport {
    NewReport {
        school: SCHOOL,
        case: case(n),
        mailbox: mailbox(n),
        verifier: hash(7),
        audit_key: [u8::try_from(n % 251).unwrap(); 32],
        danger: false,
        received_half_day: NOON / 12,
        urgent_minute: None,
        visible_minute: None,
        destroy_after_day: NOON / 24 + 400,
        envelope: envelope(1, n),
    }
}

pub fn act(case: CaseId, kind: Kind) -> Act {
    Act::Case {
        case,
        kind,
        key: NO_KEY,
        reason: None,
        hour: NOON,
        envelope: hash(1),
    }
}

/// Takes in a report as the handler does: rows and entry together.
pub async fn submit(tx: &mut Transaction, report: &NewReport, n: u64) -> Recorded {
    assert_eq!(tx.insert_report(report).await.unwrap(), Submitted::New);
    let act = act(report.case, Kind::Received);
    let recorded = keeper().record(tx, report.school, &act, &mut rng(n)).await;
    recorded.unwrap()
}
