//! The attacks the model found in earlier drafts (protocol 3.4), each as it would be tried, and what else a
//! colleague, a server or a stranger may try in a thread.

use crate::support::{World, make_mailbox, refused, reply_words};
use protocol::encoding::Bytes;
use protocol::error::SealError;
use protocol::header::{Header, Kind};
use protocol::id::CaseId;
use protocol::keys::{KemSecret, StaffSecret};
use protocol::message::{InThread, seal_follow_up, seal_note, seal_reply};
use protocol::notice::Notice;
use protocol::plaintext::{FollowUp, Noted, Plaintext};
use protocol::received::Received;
use protocol::slot::Recipient;

// P21, P29, F5, IMP-5, XAM-17
#[test]
fn everyone_addressed_reads_and_nobody_else() {
    let mut world = World::new(20);
    let sealed = world.report();
    let author = Received::from_envelope(&sealed.envelope, None)
        .open_own_report(&world.mailbox)
        .expect("the author reads");
    for (slot, reader) in [(0, &world.lead), (1, &world.deputy)] {
        let received = Received::from_envelope(&sealed.envelope, Some(slot));
        let opened = received.open_report(&reader.kem).expect("a reader reads");
        assert_eq!(opened.report.text, crate::support::TEXT);
        assert_eq!(opened.thread.id(), sealed.thread.id());
        assert_eq!(author.thread.id(), opened.thread.id());
        assert!(*opened.audit_key == *sealed.audit_key);
        assert!(
            refused(received.open_report(&world.head.kem)),
            "another key in this slot"
        );
    }
    // The adult who was left out has a slot like everyone else, and it does not open.
    let dummy = Received::from_envelope(&sealed.envelope, Some(2));
    assert!(refused(dummy.open_notice(&world.head.kem, None)));
    assert!(refused(dummy.open_report(&world.head.kem)));
    assert!(refused(
        Received::from_envelope(&sealed.envelope, None).open_report(&world.lead.kem)
    ));
    let stranger = make_mailbox(&mut world.rng);
    assert!(refused(
        Received::from_envelope(&sealed.envelope, None).open_own_report(&stranger)
    ));
}

// P6, P12, P45, F1
#[test]
fn a_whole_thread_opens() {
    let mut world = World::new(21);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let opened = world.open(&sealed);
    let (thread, directory) = (&sealed.thread, world.directory());

    let reply = world.reply(case, thread);
    let at_pupil = Received::from_envelope(&reply, Some(0));
    let notice = at_pupil.open_notice(world.mailbox.kem(), Some(thread));
    assert!(matches!(notice, Ok(Notice::Pupil(notice)) if notice.asks && !notice.finished));
    let words = at_pupil.open_reply(world.mailbox.kem(), thread, &directory);
    assert!(words.is_ok_and(|words| words.text == reply_words().text));
    let at_deputy = Received::from_envelope(&reply, Some(2));
    let notice = at_deputy.open_notice(&world.deputy.kem, Some(&opened.thread));
    assert!(matches!(notice, Ok(Notice::Staff(notice)) if notice == world.notice()));
    assert!(
        at_deputy
            .open_reply(&world.deputy.kem, &opened.thread, &directory)
            .is_ok()
    );

    let follow_up = world.follow_up(case, thread);
    let received = Received::from_envelope(&follow_up, Some(1));
    let notice = received.open_notice(&world.deputy.kem, Some(thread));
    assert!(matches!(notice, Ok(Notice::FollowUp(notice)) if notice.another_adult));
    let words = received.open_follow_up(&world.deputy.kem, thread, &opened.report.mailbox_key);
    assert!(words.is_ok_and(|words| words.text == "It happened again."));
    assert!(
        Received::from_envelope(&follow_up, None)
            .open_own_follow_up(&world.mailbox, thread)
            .is_ok()
    );

    let note = world.note(case, thread);
    let received = Received::from_envelope(&note, Some(1));
    let words = received.open_note(&world.deputy.kem, thread, &directory);
    assert!(words.is_ok_and(|words| matches!(words.what, Noted::Remark { .. })));
    assert!(
        refused(received.open_reply(&world.deputy.kem, thread, &directory)),
        "a note is no reply"
    );
    assert!(refused(
        Received::from_envelope(&note, None).open_own_report(&world.mailbox)
    ));
}

/// Draft 1: thread = header hash. Whoever saw a header could send a second first report under it.
#[test]
fn a_second_report_under_the_same_header_is_another_thread() {
    let mut world = World::new(22);
    let sealed = world.report();
    let place = sealed.envelope.header().place();
    let attacker = make_mailbox(&mut world.rng);
    let victim = std::mem::replace(&mut world.mailbox, attacker);
    let planted = world.report_at(place, "Answer me instead.").unwrap();
    assert_eq!(
        planted.envelope.header().hash(),
        sealed.envelope.header().hash()
    );
    assert_ne!(planted.thread.id(), sealed.thread.id());
    // A reply in the planted thread says nothing to the pupil of the true one.
    let reply = world.reply(place.case, &planted.thread);
    let directory = world.directory();
    let received = Received::from_envelope(&reply, Some(0));
    assert!(refused(received.open_reply(
        victim.kem(),
        &sealed.thread,
        &directory
    )));
}

/// Draft 2: the own copy of the content key as a public-key slot. Knowing the mailbox's public key, a colleague
/// could plant "her" report under a key he knows.
#[test]
fn a_report_cannot_be_planted_in_a_mailbox() {
    let mut world = World::new(23);
    let place = {
        let case = CaseId::make(&mut world.rng);
        world.place(case)
    };
    let attacker = make_mailbox(&mut world.rng);
    let victim = std::mem::replace(&mut world.mailbox, attacker);
    // Everything right but the own slot, which needs the victim's secret.
    let planted = world.report_at(place, "I take it all back.").unwrap();
    let received = Received::from_envelope(&planted.envelope, None);
    assert!(refused(received.open_own_report(&victim)));
    assert!(received.open_own_report(&world.mailbox).is_ok());
}

/// Draft 3: thread id without the body. A colleague who knows the content key swaps the body, and with it the
/// address replies go to.
#[test]
fn a_swapped_body_is_another_thread() {
    let mut world = World::new(24);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let swapped = crate::transplant::swap_body(&world, &sealed, |report| {
        report.mailbox_kem = Bytes(KemSecret::make(&mut world.rng.clone()).public().to_bytes());
        report.text = "Nothing happened.".into();
    });
    let received = Received::from_envelope(&swapped, Some(1));
    let opened = received
        .open_report(&world.deputy.kem)
        .expect("the forger knows the content key");
    assert_eq!(opened.report.text, "Nothing happened.");
    assert_ne!(
        opened.thread.id(),
        sealed.thread.id(),
        "but it is not the pupil's thread"
    );
    // What the deceived deputy says there never opens in the pupil's thread, and the other way round.
    let reply = world.reply(case, &opened.thread);
    let directory = world.directory();
    let received = Received::from_envelope(&reply, Some(0));
    assert!(refused(received.open_reply(
        world.mailbox.kem(),
        &sealed.thread,
        &directory
    )));
    let follow_up = world.follow_up(case, &sealed.thread);
    let received = Received::from_envelope(&follow_up, Some(1));
    let author = opened.report.mailbox_key;
    assert!(refused(received.open_follow_up(
        &world.deputy.kem,
        &opened.thread,
        &author
    )));
}

/// Draft 4: replies without a signature. An ex-reader knows the thread's key and the mailbox.
#[test]
fn a_reply_in_a_colleagues_name_is_refused() {
    let mut world = World::new(25);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let directory = world.directory();
    let mailbox = world.mailbox.kem().public();
    let forge = |world: &mut World, forger: &StaffSecret| {
        let to = InThread {
            place: world.place(case),
            recipients: &world.recipients(),
            thread: &sealed.thread,
        };
        let notice = world.notice();
        seal_reply(to, &mailbox, forger, reply_words(), notice, &mut world.rng).unwrap()
    };
    // The lead's name (key id) over the rogue's signature.
    let rogue = StaffSecret {
        kem: world.lead.kem.clone(),
        signing: world.deputy.signing.clone(),
    };
    // Someone the directory no longer names.
    let gone = StaffSecret::make(&mut world.rng);
    for forger in [rogue, gone] {
        let reply = forge(&mut world, &forger);
        let received = Received::from_envelope(&reply, Some(0));
        assert!(
            received
                .open_notice(world.mailbox.kem(), Some(&sealed.thread))
                .is_ok()
        );
        assert!(refused(received.open_reply(
            world.mailbox.kem(),
            &sealed.thread,
            &directory
        )));
    }
}

#[test]
fn a_note_in_a_colleagues_name_is_refused() {
    let mut world = World::new(26);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let directory = world.directory();
    let rogue = StaffSecret {
        kem: world.lead.kem.clone(),
        signing: world.deputy.signing.clone(),
    };
    let to = InThread {
        place: world.place(case),
        recipients: &world.recipients(),
        thread: &sealed.thread,
    };
    let what = Noted::Remark {
        text: "I saw nothing.".into(),
    };
    let notice = world.notice();
    let note = seal_note(to, &rogue, what, notice, &mut world.rng).unwrap();
    let received = Received::from_envelope(&note, Some(1));
    assert!(refused(received.open_note(
        &world.deputy.kem,
        &sealed.thread,
        &directory
    )));
}

/// Draft 5: follow-ups without a signature. An adult poses as the child.
#[test]
fn a_follow_up_by_an_adult_is_refused() {
    let mut world = World::new(27);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let author = world.open(&sealed).report.mailbox_key;
    let pretender = make_mailbox(&mut world.rng);
    let words = FollowUp {
        v: 1,
        text: "I made it up.".into(),
        feel_safer: true,
        another_adult: false,
    };
    let to = InThread {
        place: world.place(case),
        recipients: &world.recipients(),
        thread: &sealed.thread,
    };
    let forged = seal_follow_up(to, &pretender, words, &mut world.rng).unwrap();
    let received = Received::from_envelope(&forged, Some(1));
    assert!(refused(received.open_follow_up(
        &world.deputy.kem,
        &sealed.thread,
        &author
    )));
    let own = Received::from_envelope(&forged, None);
    assert!(refused(
        own.open_own_follow_up(&world.mailbox, &sealed.thread)
    ));
}

#[test]
fn the_server_cannot_say_a_word_in_a_thread() {
    // It knows every public key, even the mailbox's, but no thread key.
    let mut world = World::new(28);
    let sealed = world.report();
    let other = world.report();
    let case = sealed.envelope.header().case();
    let reply = world.reply(case, &other.thread);
    let directory = world.directory();
    let received = Received::from_envelope(&reply, Some(0));
    assert!(refused(
        received.open_notice(world.mailbox.kem(), Some(&sealed.thread))
    ));
    assert!(
        refused(received.open_notice(world.mailbox.kem(), None)),
        "base mode is no way in"
    );
    assert!(refused(received.open_reply(
        world.mailbox.kem(),
        &sealed.thread,
        &directory
    )));
}

#[test]
fn impossible_reader_lists_are_refused() {
    let mut world = World::new(29);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let [lead, _, head] = world.recipients();
    for recipients in [vec![], vec![head], vec![lead, lead]] {
        let to = InThread {
            place: world.place(case),
            recipients: &recipients,
            thread: &sealed.thread,
        };
        let what = Noted::Remark {
            text: String::new(),
        };
        let notice = world.notice();
        let result = seal_note(to, &world.lead, what, notice, &mut world.rng);
        assert_eq!(result.err(), Some(SealError::Readers));
    }
    let place = world.place(case);
    let many = vec![lead.key(); 256];
    assert_eq!(
        Header::new(Kind::Note, place, 8192, many).err(),
        Some(SealError::Readers)
    );
    let left_out = [Recipient::LeftOut(lead.key()), head];
    assert!(
        left_out
            .iter()
            .all(|to| matches!(to, Recipient::LeftOut(_)))
    );
}

#[test]
fn a_plaintext_of_another_version_is_refused() {
    let good = b"\x01\0\0\0\x01x\0\x01";
    assert!(FollowUp::from_bytes(good).is_ok_and(|words| words.another_adult));
    let other_version = b"\x02\0\0\0\x01x\0\x01";
    assert!(refused(FollowUp::from_bytes(other_version)));
    let tail = b"\x01\0\0\0\x01x\0\x01\0";
    assert!(refused(FollowUp::from_bytes(tail)));
    let neither_yes_nor_no = b"\x01\0\0\0\x01x\0\x02";
    assert!(refused(FollowUp::from_bytes(neither_yes_nor_no)));
}
