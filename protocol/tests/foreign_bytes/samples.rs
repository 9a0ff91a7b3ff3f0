//! Something well-formed for each decoder, to be injured.

use std::sync::OnceLock;

use protocol::api::{LogFile, NextLook, Opening, Role, SchoolView, SignedDirectory};
use protocol::audit::{Entry, Kind as EntryKind, NO_KEY, derive_case_tag, derive_leaf};
use protocol::checkpoint::{Checkpoint, sign};
use protocol::day::Day;
use protocol::directory::{self, Directory, Inbox, KeyStatus, Profile};
use protocol::encoding::{Bytes, FixedBytes, to_base64url};
use protocol::envelope::Envelope;
use protocol::gateway::{GatewayAnswer, MailboxMessage, MailboxView, Op, Request, seal_request};
use protocol::header::{DirectoryRef, Place};
use protocol::id::{CaseId, MessageId, SchoolId};
use protocol::keys::{KemSecret, SUITE, SigningSecret};
use protocol::kit::write_root;
use protocol::mailbox::Mailbox;
use protocol::message::{ReportWords, seal_report};
use protocol::notice::{Notice, ReportNotice};
use protocol::pack::pack;
use protocol::padding::pad;
use protocol::plaintext::{About, Danger, FollowUp, Plaintext};
use protocol::receipt_code::ReceiptCode;
use protocol::retention::ENGLAND_2026;
use protocol::root::{RootSet, sign_directory};
use protocol::slot::Recipient;
use protocol::tree::{Tree, root};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use zeroize::Zeroizing;

type Sample = (&'static str, Vec<u8>);

pub fn all() -> &'static [Sample] {
    static SAMPLES: OnceLock<Vec<Sample>> = OnceLock::new();
    SAMPLES.get_or_init(make)
}

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([5; 32])
}

fn school() -> SchoolId {
    SchoolId::from_bytes([0x11; 16])
}

fn secret() -> KemSecret {
    KemSecret::from_seed(Zeroizing::new([7; 32]))
}

fn signing(byte: u8) -> SigningSecret {
    SigningSecret::from_seed(Zeroizing::new([byte; 32]))
}

fn json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("plain data")
}

fn make() -> Vec<Sample> {
    let directory = directory();
    let signed = signed(&directory);
    let envelope = envelope();
    let log = log();
    let notice = Notice::Report(ReportNotice {
        danger: Danger::No,
        about: About::Me,
        categories: vec![3, 4],
        audit_key: Zeroizing::new([6; 32]),
    });
    let words = FollowUp {
        v: 1,
        text: "More".into(),
        feel_safer: true,
        another_adult: false,
    };
    let code = ReceiptCode::make(&mut rng());
    let mut proof = [3_u64.to_be_bytes(), 8_u64.to_be_bytes()].concat();
    let mut tree = Tree::new();
    (0..8).for_each(|byte| tree.push(&FixedBytes([byte; 32])));
    proof.extend([3; 32]);
    proof.extend(tree.root().0);
    proof.extend(
        tree.prove_inclusion(3, 8)
            .expect("leaf 3 of 8")
            .iter()
            .flat_map(|hash| hash.0),
    );
    vec![
        ("api", json(&log)),
        ("audit_entry", log.openings[0].entry.0.clone()),
        ("base64url", to_base64url(&[1, 2, 3, 4]).into_bytes()),
        ("bookmark", b"SRB1".repeat(37)),
        ("checkpoint", log.checkpoint.clone().into_bytes()),
        ("day", b"2026-11-21".to_vec()),
        ("directory", signed.directory.0.clone()),
        ("envelope", envelope.encode()),
        ("gateway_answer", pack(&answer(&envelope)).to_vec()),
        ("gateway_frame", frame(&envelope)),
        ("gateway_request", plain_request(&envelope)),
        ("header", envelope.header().encode()),
        ("kit", write_root(&[9; 32]).as_bytes().to_vec()),
        ("log_file", json(&log)),
        ("moved", b"SRM1".repeat(7_168)),
        (
            "notice",
            notice.encode(&[]).expect("two categories").to_vec(),
        ),
        ("packed", pack(&school_view(&signed)).to_vec()),
        ("padding", pad(b"some words", 64).expect("it fits").to_vec()),
        ("plaintext", words.to_bytes().to_vec()),
        ("proof", proof),
        ("public_key", secret().public().to_bytes()),
        ("puzzle", challenge().0.to_vec()),
        ("receipt_code", code.phrase().as_bytes().to_vec()),
        ("recovery", recovery_set()),
        ("retention_policy", ENGLAND_2026.as_bytes().to_vec()),
        ("root_set", signed.root.0.clone()),
        ("signed_directory", json(&signed)),
        ("vault", b"SRV1".repeat(30)),
        ("words", b"ability".to_vec()),
    ]
}

/// Three holders; nothing in it opens.
fn recovery_set() -> Vec<u8> {
    let mut bytes = [b"SRS1".as_slice(), &[1; 68], &[3]].concat();
    bytes.extend([[2; 16], [3; 16], [4; 16]].concat());
    bytes.resize(bytes.len() + 3 * 32 + 48 + 3 * 1200 + 64, 5);
    bytes
}

fn directory() -> Directory {
    let public = secret().public();
    Directory {
        school: school(),
        version: 1,
        prev_hash: FixedBytes([0; 32]),
        issued_day: Day(20_000),
        expires_day: Day(20_030),
        gateway_key_hash: public.hash(),
        log_key: signing(9).public(),
        quorum: 0,
        witnesses: vec![],
        profile: Profile::V1,
        entries: vec![directory::Entry {
            key_id: public.id(),
            suite: SUITE,
            kem_hash: public.hash(),
            signing: signing(8).public(),
            role: Role::Lead,
            inbox: Inbox::Safeguarding,
            status: KeyStatus::Active,
            from: Day(20_000),
            to: Day(21_000),
            name: "Ms Priya Kaur".into(),
            place: "Room 4".into(),
        }],
    }
}

fn signed(directory: &Directory) -> SignedDirectory {
    let root = RootSet::new(school(), 1, vec![signing(1).public()]).expect("one key");
    SignedDirectory {
        root: Bytes(root.encode()),
        directory: Bytes(directory.encode().expect("sound")),
        signatures: vec![sign_directory(&signing(1), &directory.hash())],
    }
}

fn school_view(signed: &SignedDirectory) -> SchoolView {
    SchoolView {
        school: school(),
        slug: "one".into(),
        name: "Field School".into(),
        demo: false,
        region: "gb-eng".into(),
        next_look: Some(NextLook {
            now: false,
            date: "2026-11-23".into(),
            time: "08:30".into(),
        }),
        publication_delay_minutes: 30,
        directory: signed.clone(),
        public_keys: vec![Bytes(secret().public().to_bytes())],
        withdrawn: vec![FixedBytes([5; 16])],
        challenge: challenge(),
        bits_without_code: 2,
        ends_day: Some(20_500),
        open: true,
    }
}

fn envelope() -> Envelope {
    let place = Place {
        school: school(),
        case: CaseId::from_bytes([1; 16]),
        message: MessageId::from_bytes([2; 16]),
        directory: DirectoryRef {
            version: 1,
            hash: directory().hash(),
        },
    };
    let words = ReportWords {
        danger: Danger::No,
        about: About::Me,
        categories: vec![1],
        text: "Words".into(),
    };
    let mailbox = Mailbox::derive_from_root(&[4; 32]);
    let (one, left_out) = (secret().public(), FixedBytes([5; 16]));
    let recipients = [Recipient::Reader(&one), Recipient::LeftOut(left_out)];
    let sealed = seal_report(place, &recipients, &mailbox, words, &mut rng());
    sealed.expect("a reader and short words").envelope
}

fn answer(envelope: &Envelope) -> GatewayAnswer {
    GatewayAnswer::Mailbox(MailboxView {
        case: envelope.header().case(),
        received_half_day: 41_000,
        withdrawn: false,
        messages: vec![MailboxMessage {
            header: Bytes(envelope.header().encode()),
            commitment: envelope.commitment(),
            own: envelope.own(),
            slot: None,
            body: Bytes(envelope.body()[..100].to_vec()),
            half_day: 41_000,
        }],
        entries: vec![],
        checkpoint: log().checkpoint,
    })
}

fn frame(envelope: &Envelope) -> Vec<u8> {
    let mailbox = Mailbox::derive_from_root(&[4; 32]);
    let request = Request {
        mailbox: mailbox.id(),
        token: mailbox.token().clone(),
        term_code: protocol::term_code::NO_TERM_CODE,
        op: Op::Say {
            envelope: Box::new(envelope.clone()),
        },
    };
    // To another key than the decoder's, so that it must not open.
    let other = KemSecret::from_seed(Zeroizing::new([77; 32])).public();
    let sealed = seal_request(school(), &other, &request, &mut rng());
    sealed.expect("it fits").0
}

/// What stands inside a frame: op, mailbox, token, nonce, term code, length, payload.
fn plain_request(envelope: &Envelope) -> Vec<u8> {
    let payload = [[2].as_slice(), &[6; 32], &envelope.encode()].concat();
    let length = u32::try_from(payload.len()).expect("short").to_be_bytes();
    [
        [1].as_slice(),
        &[1; 16],
        &[2; 32],
        &[3; 16],
        &[0; 12],
        &length,
        &payload,
    ]
    .concat()
}

fn challenge() -> protocol::puzzle::Challenge {
    let price = protocol::puzzle::Price {
        bits: 2,
        memory_kib: 8,
    };
    let key = protocol::puzzle::derive_puzzle_key(&[5; 32], school());
    let expires = protocol::day::Timestamp(1_795_291_200);
    protocol::puzzle::make_challenge(&key, price, expires, &mut rng())
}

fn log() -> LogFile {
    let entry = Entry {
        kind: EntryKind::Received,
        case_tag: derive_case_tag(&[1; 32], 0),
        key_id: NO_KEY,
        reason: None,
        hour: 498_000,
        envelope: FixedBytes([2; 32]),
    };
    let salt = FixedBytes([3; 32]);
    let leaves = vec![derive_leaf(&salt, &entry.encode()), FixedBytes([4; 32])];
    let checkpoint = Checkpoint {
        origin: "log".into(),
        size: 2,
        root: root(&leaves),
    };
    LogFile {
        checkpoint: sign(&checkpoint, &signing(9)).expect("a key name"),
        log_key: signing(9).public(),
        leaves,
        openings: vec![Opening {
            index: 0,
            entry: Bytes(entry.encode()),
            salt,
        }],
    }
}
