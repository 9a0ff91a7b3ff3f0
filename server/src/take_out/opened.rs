//! A case of a take-out, opened by one of its readers. The same checks as in the browser: commitment, padding,
//! signature, thread.

use protocol::content::ContentKey;
use protocol::day::Day;
use protocol::directory::Directory;
use protocol::envelope::Envelope;
use protocol::error::OpenError;
use protocol::header::Kind;
use protocol::id::{KeyId, MessageId, VerifyingKeyBytes};
use protocol::keys::StaffSecret;
use protocol::notice::Notice;
use protocol::plaintext::{Note, Noted};
use protocol::received::{OpenedReport, Received, Way};
use protocol::rewrap::Rewrap;
use zeroize::Zeroizing;

use super::files::KeptCase;

/// Who signed, from every list of readers there was.
pub struct Signers(pub Vec<Directory>);

impl Signers {
    fn entry(&self, key: &KeyId) -> Option<&protocol::directory::Entry> {
        self.0.iter().rev().find_map(|one| one.entry(key))
    }

    fn signing(&self, key: &KeyId) -> Option<VerifyingKeyBytes> {
        self.entry(key).map(|entry| entry.signing)
    }

    fn name(&self, key: &KeyId) -> &str {
        self.entry(key).map_or("?", |entry| &entry.name)
    }
}

/// The case as text, or nothing when it is not this reader's.
pub fn tell(
    kept: &KeptCase,
    secret: &StaffSecret,
    signers: &Signers,
) -> Result<Option<Zeroizing<String>>, OpenError> {
    let me = secret.kem.public().id();
    let mut received = Vec::with_capacity(kept.messages.len());
    for message in &kept.messages {
        let envelope = Envelope::decode(&message.envelope.0)?;
        let index = envelope.header().keys().iter().position(|key| *key == me);
        let index = index.and_then(|index| u8::try_from(index).ok());
        received.push((message.hour, Received::from_envelope(&envelope, index)));
    }
    let Some((hour, first)) = received.first() else {
        return Ok(None);
    };
    let sign = |key: &KeyId| signers.signing(key);
    let thread = first.thread_id();
    let given: Vec<Rewrap> = received
        .iter()
        .filter(|(_, one)| one.header().kind() == Kind::Rewrap)
        .filter_map(|(_, one)| one.open_rewrap(&secret.kem, &thread, sign).ok())
        .collect();
    let Some(opened) = open_first(first, &received, &given, secret) else {
        return Ok(None);
    };
    let mut text = Zeroizing::new(String::with_capacity(4096));
    line(&mut text, &format!("Report {}", kept.case.0));
    line(&mut text, &format!("{} the pupil wrote:", when(*hour)));
    line(&mut text, &opened.report.text);
    for (hour, one) in received.iter().skip(1) {
        let Some(said) = say(one, &opened, &given, secret, signers) else {
            line(
                &mut text,
                &format!("{} a message that does not open", when(*hour)),
            );
            continue;
        };
        if let Some((who, words)) = said {
            line(&mut text, &format!("{} {who}:", when(*hour)));
            line(&mut text, &words);
        }
    }
    if kept.withdrawn {
        line(
            &mut text,
            "The pupil took this report back after it was read.",
        );
    }
    Ok(Some(text))
}

fn open_first(
    first: &Received,
    received: &[(u32, Received)],
    given: &[Rewrap],
    secret: &StaffSecret,
) -> Option<OpenedReport> {
    if let Ok(opened) = first.open_report(&secret.kem) {
        return Some(opened);
    }
    let key = key_of(given, first.header().message())?;
    received
        .iter()
        .filter(|(_, one)| one.header().kind() == Kind::Rewrap)
        .filter_map(|(_, one)| one.open_notice(&secret.kem, None).ok())
        .find_map(|notice| match notice {
            Notice::Report(notice) => first.open_rewrapped_report(&key, &notice).ok(),
            _ => None,
        })
}

fn key_of(given: &[Rewrap], message: MessageId) -> Option<ContentKey> {
    given.iter().find_map(|rewrap| rewrap.key_of(message))
}

/// Who said what; `Some(None)` for what has no words; `None` when it does not open.
#[expect(clippy::option_option, reason = "three answers, and only here")]
fn say(
    one: &Received,
    opened: &OpenedReport,
    given: &[Rewrap],
    secret: &StaffSecret,
    signers: &Signers,
) -> Option<Option<(String, Zeroizing<String>)>> {
    let key = key_of(given, one.header().message());
    let ways = [Some(Way::Slot(&secret.kem)), key.as_ref().map(Way::Key)];
    let sign = |key: &KeyId| signers.signing(key);
    let thread = &opened.thread;
    ways.into_iter()
        .flatten()
        .find_map(|way| match one.header().kind() {
            Kind::Report => None,
            Kind::Rewrap => Some(None),
            Kind::FollowUp => {
                let said = one
                    .open_follow_up(way, thread, &opened.report.mailbox_key)
                    .ok()?;
                Some(Some((
                    "the pupil wrote".to_owned(),
                    Zeroizing::new(said.text),
                )))
            }
            Kind::Reply => {
                let said = one.open_reply(way, thread, sign).ok()?;
                let who = format!("{} answered the pupil", signers.name(&said.by));
                Some(Some((who, Zeroizing::new(said.text))))
            }
            Kind::Note => {
                let Note { by, what, .. } = one.open_note(way, thread, sign).ok()?;
                let (did, words) = noted(what);
                Some(Some((
                    format!("{} {did}", signers.name(&by)),
                    Zeroizing::new(words),
                )))
            }
        })
}

fn noted(what: Noted) -> (&'static str, String) {
    match what {
        Noted::Remark { text } => ("noted", text),
        Noted::Opening { text } => ("opened it and said why", text),
        Noted::Decision { rationale, .. } => ("decided", rationale),
        Noted::Closing { outcome, rationale } => ("closed it", format!("{outcome}: {rationale}")),
        Noted::Reopening { rationale } => ("took it up again", rationale),
        Noted::SteppedAside { why } => ("stepped aside", why),
        Noted::Moved { record } => ("moved it to the school's own record", record),
    }
}

fn when(hour: u32) -> String {
    format!("[{}, {:02}:00 UTC]", Day(hour / 24), hour % 24)
}

/// Words of a child are printed as words: no character of theirs can move the cursor or clear a screen.
fn line(text: &mut Zeroizing<String>, words: &str) {
    for character in words.chars() {
        let keep = character == '\n' || !character.is_control();
        text.push(if keep { character } else { ' ' });
    }
    text.push('\n');
}
