//! Giving a case to a later reader (kind 5): what the new reader can open, and what nobody can do with it.
// P52, P60, XAM-8: a leaver's cases go on, through an act that is signed and cannot be moved.

use crate::support::{World, refused};
use protocol::content::ContentKey;
use protocol::envelope::Envelope;
use protocol::header::{Kind, Place};
use protocol::id::{CaseId, MessageId};
use protocol::keys::StaffSecret;
use protocol::message::{InThread, SealedReport};
use protocol::notice::{Notice, ReportNotice};
use protocol::received::Received;
use protocol::rewrap::{Rewrap, seal_rewrap};
use protocol::slot::{Recipient, SLOT_LEN};
use protocol::stream;
use protocol::thread::Thread;

/// A case with a message of each kind, and a reader who came later.
struct Story {
    world: World,
    sealed: SealedReport,
    case: CaseId,
    newcomer: StaffSecret,
    messages: Vec<Envelope>,
}

impl Story {
    fn new(seed: u64) -> Self {
        let mut world = World::new(seed);
        let sealed = world.report();
        let case = sealed.envelope.header().case();
        let newcomer = StaffSecret::make(&mut world.rng);
        let messages = vec![
            sealed.envelope.clone(),
            world.follow_up(case, &sealed.thread),
            world.reply(case, &sealed.thread),
            world.note(case, &sealed.thread),
        ];
        Self {
            world,
            sealed,
            case,
            newcomer,
            messages,
        }
    }

    fn notice(&self) -> ReportNotice {
        let received = Received::from_envelope(&self.sealed.envelope, Some(0));
        match received.open_notice(&self.world.lead.kem, None) {
            Ok(Notice::Report(notice)) => notice,
            _ => panic!("the lead reads the notice"),
        }
    }

    /// The lead takes the content keys out of their own slots.
    fn keys(&self) -> Vec<(MessageId, ContentKey)> {
        self.messages
            .iter()
            .map(|envelope| {
                let slot = u8::from(envelope.header().kind() == Kind::Reply);
                let received = Received::from_envelope(envelope, Some(slot));
                let thread = Some(&self.sealed.thread);
                let key = received.open_key(&self.world.lead.kem, thread).ok();
                (envelope.header().message(), key.expect("the lead reads it"))
            })
            .collect()
    }

    fn seal(&mut self) -> Envelope {
        let (keys, notice, lead) = (self.keys(), self.notice(), self.world.lead.clone());
        self.seal_as(&lead, &keys, notice, self.case, &self.sealed.thread.clone())
    }

    /// To the lead, the deputy and the newcomer; the head was left out by the pupil and stays so.
    fn seal_as(
        &mut self,
        by: &StaffSecret,
        keys: &[(MessageId, ContentKey)],
        notice: ReportNotice,
        case: CaseId,
        thread: &Thread,
    ) -> Envelope {
        let newcomer = self.newcomer.kem.public();
        let mut recipients = self.world.recipients().to_vec();
        recipients.push(Recipient::Reader(&newcomer));
        let place: Place = self.world.place(case);
        let to = InThread {
            place,
            recipients: &recipients,
            thread,
        };
        seal_rewrap(to, by, notice, keys, &mut self.world.rng).expect("seals")
    }

    fn open(&self, envelope: &Envelope, slot: u8, reader: &StaffSecret) -> Option<Rewrap> {
        let directory = self.world.directory();
        Received::from_envelope(envelope, Some(slot))
            .open_rewrap(&reader.kem, &self.sealed.thread.id(), directory)
            .ok()
    }
}

#[test]
fn a_later_reader_opens_the_whole_case() {
    let mut story = Story::new(70);
    let rewrap = story.seal();
    let at_newcomer = Received::from_envelope(&rewrap, Some(3));
    // The board knows the case before anything is asked for.
    let Ok(Notice::Report(notice)) = at_newcomer.open_notice(&story.newcomer.kem, None) else {
        panic!("the notice repeats the report's");
    };
    let opened = story.open(&rewrap, 3, &story.newcomer).expect("opens");
    let named: Vec<_> = [&story.world.lead, &story.world.deputy, &story.newcomer]
        .map(|reader| reader.kem.public().id())
        .to_vec();
    assert_eq!(opened.readers, named);

    let key = |envelope: &Envelope| opened.key_of(envelope.header().message()).expect("a key");
    let [report, follow_up, reply, note] = &story.messages[..] else {
        panic!("four messages");
    };
    let received = Received::from_envelope(report, None);
    let report = received
        .open_rewrapped_report(&key(report), &notice)
        .expect("the report");
    assert_eq!(report.report.text, crate::support::TEXT);
    assert_eq!(report.thread.id(), story.sealed.thread.id());
    let (thread, directory) = (&report.thread, story.world.directory());
    let author = &report.report.mailbox_key;
    let said = Received::from_envelope(follow_up, None);
    assert!(said.open_follow_up(&key(follow_up), thread, author).is_ok());
    let said = Received::from_envelope(reply, None);
    assert!(said.open_reply(&key(reply), thread, &directory).is_ok());
    let said = Received::from_envelope(note, None);
    assert!(said.open_note(&key(note), thread, &directory).is_ok());

    // Those who read before learn who reads now; whoever was left out learns nothing.
    assert!(story.open(&rewrap, 1, &story.world.deputy).is_some());
    assert!(story.open(&rewrap, 2, &story.world.head).is_none());
    let dummy = Received::from_envelope(&rewrap, Some(2));
    assert!(refused(dummy.open_notice(&story.world.head.kem, None)));
}

#[test]
fn nobody_outside_the_directory_can_rewrap() {
    let mut story = Story::new(71);
    let (keys, notice) = (story.keys(), story.notice());
    let thread = story.sealed.thread.clone();
    let stranger = StaffSecret::make(&mut story.world.rng);
    let rogue = StaffSecret {
        kem: story.world.lead.kem.clone(),
        signing: story.world.deputy.signing.clone(),
    };
    for forger in [stranger, rogue] {
        let forged = story.seal_as(&forger, &keys, notice.clone(), story.case, &thread);
        assert!(story.open(&forged, 3, &story.newcomer).is_none());
    }
}

#[test]
fn a_rewrap_cannot_be_moved() {
    let mut story = Story::new(72);
    let rewrap = story.seal();
    let directory = story.world.directory();
    let received = Received::from_envelope(&rewrap, Some(3));
    // To another thread: the signature names the one it was made for.
    let other = story.world.report();
    let moved = received.open_rewrap(&story.newcomer.kem, &other.thread.id(), &directory);
    assert!(refused(moved));
    // To another case: the header is in every key.
    let mut bytes = rewrap.encode();
    bytes[6 + 16] ^= 1;
    let moved = Envelope::decode(&bytes).expect("still a header");
    assert!(story.open(&moved, 3, &story.newcomer).is_none());
    // Passed off as a note, or a note passed off as it.
    bytes[6 + 16] ^= 1;
    bytes[5] = Kind::Note.to_byte();
    let note = Envelope::decode(&bytes).expect("still a header");
    let received = Received::from_envelope(&note, Some(3));
    let thread = &story.sealed.thread;
    assert!(refused(received.open_note(
        &story.newcomer.kem,
        thread,
        &directory
    )));
    let note = story.messages[3].clone();
    assert!(story.open(&note, 1, &story.world.deputy).is_none());
}

#[test]
fn a_dishonest_reader_cannot_show_the_newcomer_other_words() {
    let mut story = Story::new(73);
    let thread = story.sealed.thread.clone();
    let lead = story.world.lead.clone();
    // Another key for the report: its commitment names the true one.
    let mut keys = story.keys();
    keys[0].1 = ContentKey::make(&mut story.world.rng);
    let notice = story.notice();
    let rewrap = story.seal_as(&lead, &keys, notice.clone(), story.case, &thread);
    let opened = story
        .open(&rewrap, 3, &story.newcomer)
        .expect("signed by the lead");
    let report = story.messages[0].clone();
    let key = opened.key_of(report.header().message()).expect("a key");
    let received = Received::from_envelope(&report, None);
    assert!(refused(received.open_rewrapped_report(&key, &notice)));
    // Keys of two messages swapped.
    let mut keys = story.keys();
    let first = keys[2].1.clone();
    keys[2].1 = keys[3].1.clone();
    keys[3].1 = first;
    let rewrap = story.seal_as(&lead, &keys, notice, story.case, &thread);
    let opened = story
        .open(&rewrap, 3, &story.newcomer)
        .expect("signed by the lead");
    let directory = story.world.directory();
    let reply = &story.messages[2];
    let key = opened.key_of(reply.header().message()).expect("a key");
    let received = Received::from_envelope(reply, None);
    assert!(refused(received.open_reply(&key, &thread, &directory)));
    // A notice that leads to another case's log entries.
    let keys = story.keys();
    let mut notice = story.notice();
    notice.audit_key[0] ^= 1;
    let rewrap = story.seal_as(&lead, &keys, notice.clone(), story.case, &thread);
    let opened = story
        .open(&rewrap, 3, &story.newcomer)
        .expect("signed by the lead");
    let key = opened.key_of(report.header().message()).expect("a key");
    let received = Received::from_envelope(&report, None);
    assert!(refused(received.open_rewrapped_report(&key, &notice)));
    // A message that is not in the re-wrap has no key.
    assert!(
        opened
            .key_of(MessageId::make(&mut story.world.rng))
            .is_none()
    );
}

// R34 for kind 5.
#[test]
fn every_byte_of_a_rewrap_matters() {
    let mut story = Story::new(74);
    let rewrap = story.seal();
    let bytes = rewrap.encode();
    let sealed = stream::sealed_len(rewrap.header().body_len() as usize);
    let slots = bytes.len() - sealed - 4 * SLOT_LEN;
    let body = bytes.len() - sealed;
    let mine = slots + 3 * SLOT_LEN;
    for at in (0..slots)
        .chain((mine..body).step_by(7))
        .chain((body..bytes.len()).step_by(61))
    {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        if let Ok(envelope) = Envelope::decode(&changed) {
            assert!(
                story.open(&envelope, 3, &story.newcomer).is_none(),
                "byte {at}"
            );
        }
    }
}

#[test]
fn a_rewrap_to_nobody_or_of_nothing_is_not_sealed() {
    let mut story = Story::new(75);
    let (keys, notice, lead) = (story.keys(), story.notice(), story.world.lead.clone());
    let left_out: Vec<_> = story
        .world
        .recipients()
        .map(|one| Recipient::LeftOut(one.key()))
        .to_vec();
    let place = story.world.place(story.case);
    let thread = story.sealed.thread.clone();
    let to = InThread {
        place,
        recipients: &left_out,
        thread: &thread,
    };
    assert!(seal_rewrap(to, &lead, notice.clone(), &keys, &mut story.world.rng).is_err());
    let all = story.world.recipients();
    let to = InThread {
        place,
        recipients: &all,
        thread: &thread,
    };
    assert!(seal_rewrap(to, &lead, notice, &[], &mut story.world.rng).is_err());
}
