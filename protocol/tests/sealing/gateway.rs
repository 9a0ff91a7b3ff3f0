//! Sealed requests and their answers: constant sizes, bound to school and request, nothing accepted by halves.

use crate::support::{TEXT, World, make_mailbox, refused};
use protocol::api::limit::GATEWAY;
use protocol::encoding::Bytes;
use protocol::gateway::{
    GatewayAnswer, MailboxMessage, MailboxSlot, MailboxView, Op, Problem, Request, open_request,
    school_of, seal_request, text_limit,
};
use protocol::id::{CaseId, SchoolId};
use protocol::keys::{KemSecret, derive_gateway_key, derive_log_key};
use protocol::mailbox::verifies;
use protocol::message::{ReportWords, seal_report};
use protocol::plaintext::{About, Danger};
use protocol::received::Received;
use protocol::slot::Recipient;
use protocol::term_code::NO_TERM_CODE;

fn request(world: &World, op: Op) -> Request {
    Request {
        mailbox: world.mailbox.id(),
        token: world.mailbox.token().clone(),
        term_code: NO_TERM_CODE,
        op,
    }
}

// IMP-C3, P32
#[test]
fn every_operation_arrives_and_most_look_alike() {
    let mut world = World::new(50);
    let gateway = KemSecret::make(&mut world.rng);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let follow_up = world.follow_up(case, &sealed.thread);
    let submit = Op::Submit {
        danger: Danger::Yes,
        audit_key: sealed.audit_key.clone(),
        envelope: Box::new(sealed.envelope.clone()),
    };
    let say = Op::Say {
        envelope: Box::new(follow_up),
    };
    for op in [submit, Op::Check, say, Op::Withdraw] {
        let request = request(&world, op.clone());
        let (frame, _) =
            seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
        assert_eq!(
            frame.len(),
            GATEWAY[0],
            "a short report is as long as a look"
        );
        assert_eq!(school_of(&frame), Ok(world.school));
        let opened = open_request(&frame, world.school, &gateway).unwrap();
        assert!(opened.request.mailbox == world.mailbox.id());
        assert!(verifies(&opened.request.token, &world.mailbox.verifier()));
        match (opened.request.op, op) {
            (
                Op::Submit {
                    danger,
                    audit_key,
                    envelope,
                },
                Op::Submit { envelope: sent, .. },
            ) => {
                assert_eq!(danger, Danger::Yes);
                assert!(*audit_key == *sealed.audit_key);
                assert_eq!(envelope, sent);
            }
            (Op::Say { envelope }, Op::Say { envelope: sent }) => assert_eq!(envelope, sent),
            (Op::Check, Op::Check) | (Op::Withdraw, Op::Withdraw) => {}
            _ => panic!("another operation"),
        }
    }
}

#[test]
fn a_long_report_takes_the_large_size() {
    let mut world = World::new(51);
    let gateway = KemSecret::make(&mut world.rng);
    let case = CaseId::make(&mut world.rng);
    let place = world.place(case);
    let limit = text_limit(3) as usize;
    // The worst that fits: every byte becomes two in JSON.
    let sealed = world
        .report_at(place, &"\n".repeat(limit))
        .expect("the limit holds");
    let op = Op::Submit {
        danger: Danger::No,
        audit_key: sealed.audit_key.clone(),
        envelope: Box::new(sealed.envelope),
    };
    let request = request(&world, op);
    let (frame, _) =
        seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
    assert_eq!(frame.len(), GATEWAY[1]);
    assert!(open_request(&frame, world.school, &gateway).is_ok());
    assert!(text_limit(3) > 25_000 && text_limit(40) > 5_000 && text_limit(255) == 0);
}

#[test]
fn the_limit_holds_with_many_readers() {
    let mut world = World::new(58);
    let gateway = KemSecret::make(&mut world.rng);
    for readers in [1, 16, 24, 25, 40] {
        let keys: Vec<_> = (0..readers)
            .map(|_| KemSecret::make(&mut world.rng).public())
            .collect();
        let recipients: Vec<_> = keys.iter().map(Recipient::Reader).collect();
        let case = CaseId::make(&mut world.rng);
        let place = world.place(case);
        let words = ReportWords {
            danger: Danger::NotSure,
            about: About::LotsOfPeople,
            categories: vec![u16::MAX; 3],
            text: "\"".repeat(text_limit(readers) as usize),
        };
        let sealed =
            seal_report(place, &recipients, &world.mailbox, words, &mut world.rng).unwrap();
        let op = Op::Submit {
            danger: Danger::NotSure,
            audit_key: sealed.audit_key.clone(),
            envelope: Box::new(sealed.envelope),
        };
        let request = request(&world, op);
        assert!(seal_request(world.school, &gateway.public(), &request, &mut world.rng).is_ok());
    }
}

#[test]
fn a_frame_is_for_one_school_and_unchanged() {
    let mut world = World::new(52);
    let gateway = KemSecret::make(&mut world.rng);
    let request = request(&world, Op::Check);
    let (frame, _) =
        seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
    let other = SchoolId::make(&mut world.rng);
    assert!(refused(open_request(&frame, other, &gateway)));
    let mut moved = frame.clone();
    moved[4..20].copy_from_slice(&other.to_bytes());
    assert!(
        refused(open_request(&moved, other, &gateway)),
        "the school is bound"
    );
    let stranger = KemSecret::make(&mut world.rng);
    assert!(refused(open_request(&frame, world.school, &stranger)));
    // The place of the puzzle is not sealed: an answer is written there afterwards (protocol 7).
    let places = (0..84 + 1120)
        .step_by(7)
        .filter(|at| !(20..84).contains(at))
        .chain((84 + 1120..frame.len()).step_by(997));
    for at in places.chain([19, 84, frame.len() - 1]) {
        let mut changed = frame.clone();
        changed[at] ^= 0x10;
        assert!(
            refused(open_request(&changed, world.school, &gateway)),
            "byte {at}"
        );
    }
    for length in [
        0,
        4,
        83,
        84,
        1300,
        GATEWAY[0] - 1,
        GATEWAY[0] + 1,
        GATEWAY[1],
    ] {
        let mut cut = frame.clone();
        cut.resize(length, 0);
        assert!(
            refused(open_request(&cut, world.school, &gateway)),
            "{length} bytes"
        );
    }
}

#[test]
fn the_envelope_inside_must_belong() {
    let mut world = World::new(53);
    let gateway = KemSecret::make(&mut world.rng);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let note = world.note(case, &sealed.thread);
    let elsewhere = World::new(54).report();
    let submit = |envelope| Op::Submit {
        danger: Danger::No,
        audit_key: sealed.audit_key.clone(),
        envelope: Box::new(envelope),
    };
    for op in [
        Op::Say {
            envelope: Box::new(note.clone()),
        },
        Op::Say {
            envelope: Box::new(sealed.envelope.clone()),
        },
        submit(note),
        submit(elsewhere.envelope),
    ] {
        let request = request(&world, op);
        let (frame, _) =
            seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
        assert!(refused(open_request(&frame, world.school, &gateway)));
    }
}

#[test]
fn an_answer_is_for_one_request() {
    let mut world = World::new(55);
    let gateway = KemSecret::make(&mut world.rng);
    let request = request(&world, Op::Check);
    let mut exchange = || {
        let (frame, key) =
            seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
        (key, open_request(&frame, world.school, &gateway).unwrap())
    };
    let ((mine, opened), (other, again)) = (exchange(), exchange());
    assert_ne!(opened.nonce, again.nonce);
    for answer in [
        GatewayAnswer::Accepted {},
        GatewayAnswer::NoMailbox,
        GatewayAnswer::Refused {
            problem: Problem::ReadersChanged,
        },
    ] {
        let bytes = opened.answer.seal(&answer, &mut world.rng).unwrap();
        assert_eq!(bytes.len(), 32 * 1024, "every short answer is as long");
        assert_eq!(mine.open(&bytes), Ok(answer));
        assert!(other.open(&bytes).is_err());
        for at in [0, 31, 32, 1_000, bytes.len() - 1] {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(mine.open(&changed).is_err());
        }
        assert!(mine.open(&bytes[1..]).is_err());
    }
}

#[test]
fn a_mailbox_travels_in_an_answer() {
    let mut world = World::new(56);
    let gateway = KemSecret::make(&mut world.rng);
    let sealed = world.report();
    let case = sealed.envelope.header().case();
    let reply = world.reply(case, &sealed.thread);
    let message = |envelope: &protocol::envelope::Envelope, slot: bool| MailboxMessage {
        header: Bytes(envelope.header().encode()),
        commitment: envelope.commitment(),
        own: envelope.own(),
        slot: slot.then(|| MailboxSlot {
            enc: Bytes(envelope.slots()[0].enc.to_vec()),
            notice: envelope.slots()[0].notice,
            wrap: envelope.slots()[0].wrap,
        }),
        body: Bytes(envelope.body().to_vec()),
        half_day: 41_000,
    };
    let view = MailboxView {
        case,
        received_half_day: 41_000,
        withdrawn: false,
        messages: vec![message(&sealed.envelope, false), message(&reply, true)],
        entries: vec![],
        checkpoint: "checkpoint".into(),
    };
    let request = request(&world, Op::Check);
    let (frame, key) =
        seal_request(world.school, &gateway.public(), &request, &mut world.rng).unwrap();
    let opened = open_request(&frame, world.school, &gateway).unwrap();
    let bytes = opened
        .answer
        .seal(&GatewayAnswer::Mailbox(view), &mut world.rng)
        .unwrap();
    assert!(bytes.len().is_power_of_two());
    let Ok(GatewayAnswer::Mailbox(view)) = key.open(&bytes) else {
        panic!("a mailbox");
    };
    let report = Received::from_mailbox(&view.messages[0], world.school, view.case).unwrap();
    let opened = report
        .open_own_report(&world.mailbox)
        .unwrap_or_else(|_| panic!("own report"));
    assert_eq!(opened.report.text, TEXT);
    let reply = Received::from_mailbox(&view.messages[1], world.school, view.case).unwrap();
    let directory = world.directory();
    assert!(
        reply
            .open_reply(world.mailbox.kem(), &opened.thread, directory)
            .is_ok()
    );
    let other_case = CaseId::make(&mut world.rng);
    assert!(refused(Received::from_mailbox(
        &view.messages[1],
        world.school,
        other_case
    )));
    let huge = MailboxView {
        checkpoint: "x".repeat(1024 * 1024),
        ..view
    };
    let again = open_request(&frame, world.school, &gateway).unwrap();
    assert!(
        again
            .answer
            .seal(&GatewayAnswer::Mailbox(huge), &mut world.rng)
            .is_err()
    );
}

#[test]
fn server_keys_follow_from_its_secret() {
    let mut world = World::new(57);
    let other = SchoolId::make(&mut world.rng);
    let id = |server: [u8; 32], school| derive_gateway_key(&server, school).public().id();
    assert_eq!(id([1; 32], world.school), id([1; 32], world.school));
    assert_ne!(id([1; 32], world.school), id([1; 32], other));
    assert_ne!(id([1; 32], world.school), id([2; 32], world.school));
    assert_ne!(
        derive_log_key(&[1; 32]).public(),
        derive_log_key(&[2; 32]).public()
    );
    let wrong = make_mailbox(&mut world.rng);
    assert!(!verifies(wrong.token(), &world.mailbox.verifier()));
}
