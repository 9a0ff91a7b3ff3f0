//! What a release opens for this reader: through their own slots, or with the keys a colleague sealed to them later.
//!
//! Promises: whoever the pupil left out is never among the readers, whatever a colleague's browser sealed; who
//! stepped aside is not either, and stays known, so that nobody gives them the case again.

use protocol::api::Release;
use protocol::content::ContentKey;
use protocol::error::OpenError;
use protocol::header::Kind;
use protocol::id::{CaseId, KeyId, MessageId};
use protocol::keys::StaffSecret;
use protocol::plaintext::Noted;
use protocol::received::{OpenedReport, Received, Way};
use protocol::rewrap::Rewrap;

use super::adult::signing_key;
use super::known_case::KnownCase;
use super::open_case::{Content, Said};
use crate::school::KnownSchool;

/// An opened report, and how to open what follows it.
pub struct Unlocked<'a> {
    pub opened: OpenedReport,
    /// Keys that had a slot in the report and that the pupil left out.
    pub left_out: Vec<KeyId>,
    /// Keys of those who stepped aside.
    pub aside: Vec<KeyId>,
    /// Everything after the report but re-wraps, in order.
    pub said: Vec<Said>,
    /// Who reads the case today, as far as the thread says.
    pub readers: Vec<KeyId>,
    /// A message has a slot for this reader and does not open all the same.
    pub unreadable: bool,
    received: Vec<Received>,
    given: Vec<Rewrap>,
    secret: &'a StaffSecret,
}

impl<'a> Unlocked<'a> {
    /// Opens everything of a release that opens. `None` if the report does not, or is not the one that was listed.
    pub fn open(
        release: &Release,
        school: &KnownSchool,
        secret: &'a StaffSecret,
        known: &KnownCase,
    ) -> Option<Self> {
        let (id, case): (_, CaseId) = (school.directory().school, known.case);
        let received: Vec<Received> = release
            .messages
            .iter()
            .map(|message| Received::from_released(message, id, case))
            .collect::<Result<_, _>>()
            .ok()?;
        let signer = |key: &KeyId| signing_key(school, key);
        let given: Vec<Rewrap> = received
            .iter()
            .filter(|one| one.header().kind() == Kind::Rewrap)
            .filter_map(|one| one.open_rewrap(&secret.kem, &known.thread_id, signer).ok())
            .collect();
        let first = received.first()?;
        let opened = first.open_report(&secret.kem).ok().or_else(|| {
            let key = key_of(&given, first.header().message())?;
            first.open_rewrapped_report(&key, &known.report).ok()
        })?;
        if opened.thread.id() != known.thread_id {
            return None;
        }
        let mut left_out = first.header().keys().to_vec();
        left_out.retain(|key| !opened.report.readers.contains(key));
        let mut unlocked = Self {
            opened,
            left_out,
            aside: Vec::new(),
            said: Vec::new(),
            readers: Vec::new(),
            unreadable: false,
            received,
            given,
            secret,
        };
        unlocked.said = unlocked.read(release, school);
        unlocked.unreadable = unlocked.is_something_shut(release);
        unlocked.aside = unlocked.stepped_aside();
        unlocked.readers = unlocked.count_readers();
        Some(unlocked)
    }

    /// Content keys of every message this reader can open, for a re-wrap.
    pub fn keys(&self) -> Vec<(MessageId, ContentKey)> {
        self.received
            .iter()
            .filter(|one| one.header().kind() != Kind::Rewrap)
            .filter_map(|one| {
                let message = one.header().message();
                let thread = Some(&self.opened.thread);
                let own = one.open_key(&self.secret.kem, thread).ok();
                Some((message, own.or_else(|| key_of(&self.given, message))?))
            })
            .collect()
    }

    fn read(&self, release: &Release, school: &KnownSchool) -> Vec<Said> {
        let rows = release.messages.iter().zip(&self.received).skip(1);
        rows.filter(|(_, one)| one.header().kind() != Kind::Rewrap)
            .map(|(message, one)| Said {
                hour: message.row.hour,
                kind: one.header().kind(),
                content: self.content(one, school),
            })
            .collect()
    }

    /// Somebody who was left out of a message has no slot in it, which is no fault.
    fn is_something_shut(&self, release: &Release) -> bool {
        let said = release.messages.iter().zip(&self.received).skip(1);
        let mut said = said
            .filter(|(_, one)| one.header().kind() != Kind::Rewrap)
            .zip(&self.said);
        said.any(|((message, _), said)| message.row.slot.is_some() && said.content.is_none())
    }

    fn content(&self, received: &Received, school: &KnownSchool) -> Option<Content> {
        let thread = &self.opened.thread;
        let signer = |key: &KeyId| signing_key(school, key);
        match received.header().kind() {
            Kind::FollowUp => {
                let author = &self.opened.report.mailbox_key;
                self.either(received, |way| received.open_follow_up(way, thread, author))
                    .map(Content::FollowUp)
            }
            Kind::Reply => self
                .either(received, |way| received.open_reply(way, thread, signer))
                .map(Content::Reply),
            Kind::Note => self
                .either(received, |way| received.open_note(way, thread, signer))
                .map(Content::Note),
            Kind::Report | Kind::Rewrap => None,
        }
    }

    /// Through the own slot, else with a key that was given.
    fn either<A>(
        &self,
        received: &Received,
        open: impl Fn(Way<'_>) -> Result<A, OpenError>,
    ) -> Option<A> {
        open(Way::Slot(&self.secret.kem)).ok().or_else(|| {
            let key = key_of(&self.given, received.header().message())?;
            open(Way::Key(&key)).ok()
        })
    }

    fn count_readers(&self) -> Vec<KeyId> {
        let mut readers = self.opened.report.readers.clone();
        let later = self.given.iter().flat_map(|given| &given.readers);
        for key in later {
            if !self.left_out.contains(key) && !readers.contains(key) {
                readers.push(*key);
            }
        }
        readers.retain(|key| !self.aside.contains(key));
        readers
    }

    fn stepped_aside(&self) -> Vec<KeyId> {
        let mut aside = Vec::new();
        for said in &self.said {
            if let Some(Content::Note(note)) = &said.content
                && matches!(note.what, Noted::SteppedAside { .. })
            {
                aside.push(note.by);
            }
        }
        aside
    }
}

fn key_of(given: &[Rewrap], message: MessageId) -> Option<ContentKey> {
    given.iter().find_map(|one| one.key_of(message))
}
