//! Sealed once, opened for ever: `tests/vectors/v1.json` was written by the ignored generator below and must never
//! be written again. A format change takes a new version and a new file.

use crate::support::{World, reply_words};
use protocol::bookmark::Bookmark;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::envelope::Envelope;
use protocol::gateway::{GatewayAnswer, Op, Request, open_request, seal_request};
use protocol::id::{CaseId, SchoolId, StaffId};
use protocol::kdf::Stretching;
use protocol::keys::{KemSecret, SigningSecret, StaffSecret};
use protocol::kit;
use protocol::mailbox::Mailbox;
use protocol::notice::Notice;
use protocol::plaintext::{Noted, Question};
use protocol::receipt_code::ReceiptCode;
use protocol::received::Received;
use protocol::release::{Asked, sign_release, verify_release};
use protocol::term_code::NO_TERM_CODE;
use protocol::vault::{AccountSecret, StaffKeys};
use rand_core::Rng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/v1.json");
const STAFF: [u8; 16] = [0xd1; 16];
const SALT: [u8; 16] = [0xd2; 16];
const PASSWORD: &str = "a password nobody uses";

#[derive(Serialize, Deserialize)]
struct Vectors {
    school: SchoolId,
    case: CaseId,
    /// Seeds of the lead: X-Wing, Ed25519.
    lead: [FixedBytes<32>; 2],
    receipt_code: String,
    report: Bytes,
    follow_up: Bytes,
    reply: Bytes,
    note: Bytes,
    gateway: FixedBytes<32>,
    request: Bytes,
    answer: Bytes,
    answer_key_request: Bytes,
    account_secret: String,
    root_key: String,
    vault: Bytes,
    bookmark: Bytes,
    release: protocol::api::ReleaseRequest,
}

fn lead(vectors: &Vectors) -> StaffSecret {
    let [kem, signing] = vectors.lead.map(|seed| Zeroizing::new(seed.0));
    StaffSecret {
        kem: KemSecret::from_seed(kem),
        signing: SigningSecret::from_seed(signing),
    }
}

fn envelope(bytes: &Bytes, slot: Option<u8>) -> Received {
    Received::from_envelope(&Envelope::decode(&bytes.0).unwrap(), slot)
}

#[test]
fn version_one_opens_for_ever() {
    let file = std::fs::read_to_string(FILE).expect("tests/vectors/v1.json is committed");
    let vectors: Vectors = serde_json::from_str(&file).unwrap();
    let lead = lead(&vectors);
    let key = lead.kem.public().id();
    let directory = |asked: &_| (*asked == key).then(|| lead.signing.public());
    let code = ReceiptCode::parse(&vectors.receipt_code).unwrap_or_else(|why| panic!("{why}"));
    let mailbox = Mailbox::derive(&code, vectors.school, Stretching::MAILBOX).unwrap();

    let report = envelope(&vectors.report, Some(0));
    assert_eq!(report.header().case(), vectors.case);
    let opened = report
        .open_report(&lead.kem)
        .unwrap_or_else(|_| panic!("report"));
    assert_eq!(opened.report.text, crate::support::TEXT);
    let own = envelope(&vectors.report, None).open_own_report(&mailbox);
    assert!(own.is_ok_and(|own| own.thread.id() == opened.thread.id()));

    let follow_up = envelope(&vectors.follow_up, Some(0));
    let words = follow_up.open_follow_up(&lead.kem, &opened.thread, &opened.report.mailbox_key);
    assert!(words.is_ok_and(|words| words.text == "It happened again." && words.another_adult));
    assert!(
        envelope(&vectors.follow_up, None)
            .open_own_follow_up(&mailbox, &opened.thread)
            .is_ok()
    );

    let reply = envelope(&vectors.reply, Some(0));
    let words = reply.open_reply(mailbox.kem(), &opened.thread, directory);
    assert!(
        words.is_ok_and(
            |words| words.text == reply_words().text && words.question == Question::Words
        )
    );
    let notice = envelope(&vectors.reply, Some(1)).open_notice(&lead.kem, Some(&opened.thread));
    assert!(matches!(notice, Ok(Notice::Staff(notice)) if notice.title == "Gym corner"));
    let note = envelope(&vectors.note, Some(0)).open_note(&lead.kem, &opened.thread, directory);
    assert!(note.is_ok_and(
        |note| matches!(note.what, Noted::Remark { text } if text == "Spoke to the caretaker.")
    ));

    let gateway = KemSecret::from_seed(Zeroizing::new(vectors.gateway.0));
    let request = open_request(&vectors.request.0, vectors.school, &gateway);
    let request = request.unwrap_or_else(|_| panic!("request")).request;
    assert!(request.mailbox == mailbox.id() && matches!(request.op, Op::Submit { .. }));
    let asked = open_request(&vectors.answer_key_request.0, vectors.school, &gateway);
    let asked = asked.unwrap_or_else(|_| panic!("request"));
    assert_eq!(
        asked.answer.open(&vectors.answer.0),
        Ok(GatewayAnswer::Accepted {})
    );

    let secret = kit::read_account(&vectors.account_secret).unwrap_or_else(|why| panic!("{why}"));
    assert!(kit::read_root(&vectors.root_key).is_ok_and(|seed| *seed == [0xd3; 32]));
    let staff = StaffId::from_bytes(STAFF);
    let keys = StaffKeys::derive(PASSWORD, &secret, staff, &SALT, Stretching::STAFF).unwrap();
    let unlocked = keys.open(&vectors.vault.0, staff);
    assert!(unlocked.is_ok_and(|unlocked| unlocked.signing.public() == lead.signing.public()));
    let bookmark = Bookmark::open(&vectors.bookmark.0, &lead, vectors.case);
    assert!(bookmark.is_ok_and(|bookmark| bookmark.thread.id() == opened.thread.id()));
    assert_eq!(
        verify_release(&vectors.release, &lead.signing.public()),
        Ok(())
    );
}

/// Run once, by hand, when a format version is born: `cargo test -p protocol --test sealing -- --ignored generate`.
#[test]
#[ignore = "writes the permanent vectors; a version has them once"]
fn generate() {
    assert!(
        !std::path::Path::new(FILE).exists(),
        "version 1 has its vectors"
    );
    let mut world = World::new(0x5071);
    let mut seeds = [[0; 32]; 2];
    for seed in &mut seeds {
        world.rng.fill_bytes(seed);
    }
    world.set_lead(seeds);
    let code = ReceiptCode::make(&mut world.rng);
    world.mailbox = Mailbox::derive(&code, world.school, Stretching::MAILBOX).unwrap();
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let follow_up = world.follow_up(case, &sealed.thread);
    let reply = world.reply(case, &sealed.thread);
    let note = world.note(case, &sealed.thread);
    let mut gateway = [0; 32];
    world.rng.fill_bytes(&mut gateway);
    let gateway_key = KemSecret::from_seed(Zeroizing::new(gateway));
    let mut frame = |op| {
        let request = Request {
            mailbox: world.mailbox.id(),
            token: world.mailbox.token().clone(),
            term_code: NO_TERM_CODE,
            op,
        };
        seal_request(
            world.school,
            &gateway_key.public(),
            &request,
            &mut world.rng,
        )
        .unwrap()
    };
    let (request, _) = frame(Op::Submit {
        danger: protocol::plaintext::Danger::NotSure,
        audit_key: sealed.audit_key.clone(),
        envelope: Box::new(sealed.envelope.clone()),
    });
    let (check, answer_key) = frame(Op::Check);
    let answer = answer_key
        .seal(&GatewayAnswer::Accepted {}, &mut world.rng)
        .unwrap();
    let secret = AccountSecret::make(&mut world.rng);
    let staff = StaffId::from_bytes(STAFF);
    let keys = StaffKeys::derive(PASSWORD, &secret, staff, &SALT, Stretching::STAFF).unwrap();
    let bookmark = Bookmark {
        thread: sealed.thread.clone(),
        audit_key: sealed.audit_key.clone(),
    };
    let asked = Asked {
        thread: sealed.thread.id(),
        reason: 1,
        hour: 498_000,
        log_size: 12,
    };
    let vectors = Vectors {
        school: world.school,
        case,
        lead: seeds.map(FixedBytes),
        receipt_code: code.words().join(" "),
        report: Bytes(sealed.envelope.encode()),
        follow_up: Bytes(follow_up.encode()),
        reply: Bytes(reply.encode()),
        note: Bytes(note.encode()),
        gateway: FixedBytes(gateway),
        request: Bytes(request),
        answer: Bytes(answer),
        answer_key_request: Bytes(check),
        account_secret: kit::write_account(&secret).to_string(),
        root_key: kit::write_root(&[0xd3; 32]).to_string(),
        vault: Bytes(keys.seal(&world.lead, staff, 1, &mut world.rng)),
        bookmark: Bytes(bookmark.seal(&world.lead, case, &mut world.rng)),
        release: sign_release(asked, &world.lead, &mut world.rng),
    };
    let json = serde_json::to_string_pretty(&vectors).unwrap();
    std::fs::write(FILE, json + "\n").unwrap();
}
