//! One report sealed with prescribed randomness: the same bytes everywhere, and they open.

use hex_literal::hex;
use protocol::encoding::FixedBytes;
use protocol::envelope::Envelope;
use protocol::header::{DirectoryRef, Place};
use protocol::id::{CaseId, KeyId, MessageId, SchoolId};
use protocol::keys::StaffSecret;
use protocol::mailbox::Mailbox;
use protocol::message::{InThread, ReportWords, seal_report};
use protocol::notice::Notice;
use protocol::plaintext::{About, Danger};
use protocol::received::Received;
use protocol::rewrap::seal_rewrap;
use protocol::slot::{Recipient, SLOT_LEN};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use crate::{Failure, Outcome, agree};

struct Sealed {
    lead: StaffSecret,
    left_out: StaffSecret,
    mailbox: Mailbox,
    envelope: Envelope,
}

fn seal() -> Result<Sealed, Failure> {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let lead = StaffSecret::make(&mut rng);
    let left_out = StaffSecret::make(&mut rng);
    let mailbox = Mailbox::derive_from_root(&[9; 32]);
    let place = Place {
        school: SchoolId::from_bytes([1; 16]),
        case: CaseId::from_bytes([2; 16]),
        message: MessageId::from_bytes([3; 16]),
        directory: DirectoryRef {
            version: 1,
            hash: FixedBytes([4; 32]),
        },
    };
    let words = ReportWords {
        danger: Danger::No,
        about: About::Me,
        categories: vec![3, 1],
        text: String::from("They take my lunch money."),
    };
    let lead_public = lead.kem.public();
    let recipients = [
        Recipient::Reader(&lead_public),
        Recipient::LeftOut(left_out.kem.public().id()),
    ];
    let sealed = seal_report(place, &recipients, &mailbox, words, &mut rng).map_err(|_| "seal")?;
    let envelope = sealed.envelope;
    Ok(Sealed {
        lead,
        left_out,
        mailbox,
        envelope,
    })
}

/// Seal, compare, open as reader and as author, and fail as the one left out.
pub fn run() -> Result<Outcome, Failure> {
    let Sealed {
        lead,
        left_out,
        mailbox,
        envelope,
    } = seal()?;
    agree(
        envelope.hash().0,
        hex!("0f67bad2e864fb7722390cf387be9dfa57baf059aad9258b3c9e79c98c56c9e4"),
        "envelope",
    )?;
    let envelope = Envelope::decode(&envelope.encode()).map_err(|_| "decode")?;
    let opened = Received::from_envelope(&envelope, Some(0))
        .open_report(&lead.kem)
        .map_err(|_| "open as reader")?;
    agree(
        opened.report.text.as_str(),
        "They take my lunch money.",
        "text",
    )?;
    let own = Received::from_envelope(&envelope, None)
        .open_own_report(&mailbox)
        .map_err(|_| "open as author")?;
    agree(own.thread.id(), opened.thread.id(), "thread")?;
    let dummy = Received::from_envelope(&envelope, Some(1)).open_report(&left_out.kem);
    agree(dummy.is_err(), true, "the one left out")?;
    Ok(Outcome::Agreed(4))
}

/// The same report given to a later reader (kind 5): prescribed bytes, and the later reader opens the report with it.
pub fn rewrap() -> Result<Outcome, Failure> {
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let Sealed { lead, envelope, .. } = seal()?;
    let received = Received::from_envelope(&envelope, Some(0));
    let opened = received.open_report(&lead.kem).map_err(|_| "open")?;
    let key = received.open_key(&lead.kem, None).map_err(|_| "key")?;
    let Ok(Notice::Report(notice)) = received.open_notice(&lead.kem, None) else {
        return Err("notice");
    };
    let later = StaffSecret::make(&mut rng);
    let (lead_public, later_public) = (lead.kem.public(), later.kem.public());
    let to = InThread {
        place: Place {
            message: MessageId::from_bytes([6; 16]),
            ..envelope.header().place()
        },
        recipients: &[
            Recipient::Reader(&lead_public),
            Recipient::Reader(&later_public),
        ],
        thread: &opened.thread,
    };
    let keys = [(envelope.header().message(), key)];
    let sealed = seal_rewrap(to, &lead, notice.clone(), &keys, &mut rng).map_err(|_| "seal")?;
    agree(
        sealed.hash().0,
        hex!("f08b35754ec5b418605ded7859e12cd4a184d0900d202e877d1998973287d13e"),
        "re-wrap",
    )?;
    let signer = |by: &KeyId| (*by == lead_public.id()).then(|| lead.signing.public());
    let given = Received::from_envelope(&sealed, Some(1))
        .open_rewrap(&later.kem, &opened.thread.id(), signer)
        .map_err(|_| "open the re-wrap")?;
    let key = given.key_of(envelope.header().message()).ok_or("a key")?;
    let read = Received::from_envelope(&envelope, None)
        .open_rewrapped_report(&key, &notice)
        .map_err(|_| "open the report")?;
    agree(
        read.report.text.as_str(),
        "They take my lunch money.",
        "text",
    )?;
    agree(read.thread.id(), opened.thread.id(), "thread")?;
    Ok(Outcome::Agreed(3))
}

/// 2,000 single-bit changes, spread over the report: none opens for reader and author both, none ends the module.
/// (R34; the whole of it runs natively.)
pub fn flips() -> Result<Outcome, Failure> {
    const CHANGES: usize = 2_000;
    let Sealed {
        lead,
        mailbox,
        envelope,
        ..
    } = seal()?;
    let bytes = envelope.encode();
    let dummy = bytes.len() - envelope.body().len() - SLOT_LEN..bytes.len() - envelope.body().len();
    for change in 0..CHANGES {
        let bit = change * (8 * bytes.len() / CHANGES) + change % 8;
        if dummy.contains(&(bit / 8)) {
            continue;
        }
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let Ok(changed) = Envelope::decode(&changed) else {
            continue;
        };
        let read = Received::from_envelope(&changed, Some(0)).open_report(&lead.kem);
        let own = Received::from_envelope(&changed, None).open_own_report(&mailbox);
        agree(read.is_ok() && own.is_ok(), false, "a changed report opens")?;
    }
    Ok(Outcome::Agreed(2_000))
}
