//! Replies and notes: only by a reader, only well-formed, only to the readers there are, all or none.

use protocol::api::{MessagesAnswer, MessagesRequest};
use protocol::encoding::Bytes;
use protocol::envelope::Envelope;
use protocol::header::{DirectoryRef, Place};
use protocol::id::{CaseId, MessageId};
use protocol::keys::KemPublic;
use protocol::message::{InThread, ReplyWords, seal_note, seal_reply};
use protocol::notice::StaffNotice;
use protocol::plaintext::{Danger, Noted, Question, State};
use protocol::slot::Recipient;
use server::problem::Problem;

use crate::asking::{Asking, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

both!(
    replies_and_notes_come_in_once,
    bad_envelopes_change_nothing,
    all_of_a_request_or_none_of_it,
    dates_must_be_possible,
);

fn notice() -> StaffNotice {
    StaffNotice {
        state: State::Open,
        urgency: None,
        owner: None,
        due_day: None,
        title: "Gate".to_owned(),
        categories: Vec::new(),
    }
}

fn place(school: &mut School, pupil: &Pupil) -> Place {
    Place {
        message: MessageId::make(&mut school.rng),
        directory: school.directory_ref(),
        ..pupil.place
    }
}

fn note_at(school: &mut School, pupil: &Pupil, place: Place, readers: &[KemPublic]) -> Envelope {
    let recipients: Vec<_> = readers.iter().map(Recipient::Reader).collect();
    let to = InThread {
        place,
        recipients: &recipients,
        thread: &pupil.sealed.thread,
    };
    let what = Noted::Remark {
        text: "Spoke to the form tutor".to_owned(),
    };
    seal_note(
        to,
        school.lead.secret.as_ref().unwrap(),
        what,
        notice(),
        &mut school.rng,
    )
    .unwrap()
}

pub fn note(school: &mut School, pupil: &Pupil) -> Envelope {
    let place = place(school, pupil);
    let readers = school.readers();
    note_at(school, pupil, place, &readers)
}

pub fn reply(school: &mut School, pupil: &Pupil) -> Envelope {
    let place = place(school, pupil);
    let readers = school.readers();
    let recipients: Vec<_> = readers.iter().map(Recipient::Reader).collect();
    let to = InThread {
        place,
        recipients: &recipients,
        thread: &pupil.sealed.thread,
    };
    let words = ReplyWords {
        text: "Thank you".to_owned(),
        question: Question::Nothing,
        finished: false,
    };
    let mailbox = pupil.mailbox.kem().public();
    let lead = school.lead.secret.as_ref().unwrap();
    seal_reply(to, &mailbox, lead, words, notice(), &mut school.rng).unwrap()
}

fn request(envelopes: &[&Envelope]) -> MessagesRequest {
    MessagesRequest {
        envelopes: envelopes
            .iter()
            .map(|envelope| Bytes(envelope.encode()))
            .collect(),
        destroy_after_day: None,
        may_expire: None,
        due_day: None,
    }
}

fn add(token: &str, case: CaseId, request: &MessagesRequest) -> Asking {
    post(format!("/api/v1/cases/{}/messages", case.0))
        .session(token)
        .json(request)
}

async fn replies_and_notes_come_in_once(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let token = school.sign_in(&world, &school.lead).await;
    let (reply, note) = (reply(&mut school, &pupil), note(&mut school, &pupil));
    let both = request(&[&reply, &note]);
    let first: MessagesAnswer = add(&token, pupil.place.case, &both).of(&world).await.ok();
    assert_eq!(
        first.messages,
        [reply.header().message(), note.header().message()]
    );
    let before = world.state().await;
    let again: MessagesAnswer = add(&token, pupil.place.case, &both).of(&world).await.ok();
    assert_eq!(again, first);
    assert_eq!(world.state().await, before);
}

// Bad input: wrong or truncated envelope, unknown version or suite, forked directory, another school.
async fn bad_envelopes_change_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let other = School::bring_in(&world, "two", 2).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let elsewhere = Pupil::report(&world, &mut school, Danger::No).await;
    let token = school.sign_in(&world, &school.lead).await;
    let case = pupil.place.case;
    let good = note(&mut school, &pupil);
    let mut raw = request(&[&good]);

    let mut broken = Vec::new();
    for (at, value) in [(0, b'X'), (4, 2), (5, 0), (5, 9)] {
        let mut bytes = good.encode();
        bytes[at] = value; // magic, suite, kind
        broken.push(bytes);
    }
    let bytes = good.encode();
    broken.push(bytes[..bytes.len() - 1].to_vec());
    broken.push([bytes.as_slice(), &[0]].concat());
    broken.push(Vec::new());
    for bytes in broken {
        raw.envelopes = vec![Bytes(bytes)];
        add(&token, case, &raw)
            .refused(&world, Problem::InvalidEnvelope)
            .await;
    }
    // A pupil's kinds do not come this way, nor does an envelope of another case, nor one twice.
    let report = request(&[&pupil.sealed.envelope]);
    add(&token, case, &report)
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    let follow_up = pupil.follow_up(&mut school);
    add(&token, case, &request(&[&follow_up]))
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    let foreign = note(&mut school, &elsewhere);
    add(&token, case, &request(&[&foreign]))
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    add(&token, case, &request(&[&good, &good]))
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    add(&token, case, &request(&[&good; 9]))
        .refused(&world, Problem::Invalid)
        .await;

    let readers = school.readers();
    let fewer = place(&mut school, &pupil);
    let fewer = note_at(&mut school, &pupil, fewer, &readers[1..]);
    add(&token, case, &request(&[&fewer]))
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    let mut forked = place(&mut school, &pupil);
    forked.directory.hash.0[5] ^= 1;
    let forked = note_at(&mut school, &pupil, forked, &readers);
    add(&token, case, &request(&[&forked]))
        .refused(&world, Problem::StaleDirectory)
        .await;
    let mut ahead = place(&mut school, &pupil);
    ahead.directory = DirectoryRef {
        version: 9,
        ..ahead.directory
    };
    let ahead = note_at(&mut school, &pupil, ahead, &readers);
    add(&token, case, &request(&[&ahead]))
        .refused(&world, Problem::StaleDirectory)
        .await;
    let named = Place {
        school: other.id,
        ..place(&mut school, &pupil)
    };
    let named = note_at(&mut school, &pupil, named, &readers);
    add(&token, case, &request(&[&named]))
        .refused(&world, Problem::WrongSchool)
        .await;

    // A message id used again for other words.
    add(&token, case, &request(&[&good]))
        .of(&world)
        .await
        .ok::<MessagesAnswer>();
    let same_id = note_at(&mut school, &pupil, good.header().place(), &readers);
    add(&token, case, &request(&[&same_id]))
        .refused(&world, Problem::Conflict)
        .await;

    let stranger = other.sign_in(&world, &other.lead).await;
    let more = note(&mut school, &pupil);
    add(&stranger, case, &request(&[&more]))
        .refused(&world, Problem::NotFound)
        .await;
    let admin = school.sign_in(&world, &school.admin).await;
    add(&admin, case, &request(&[&more]))
        .refused(&world, Problem::Refused)
        .await;
    let large = "x".repeat(protocol::api::limit::MESSAGES + 1);
    let path = format!("/api/v1/cases/{}/messages", case.0);
    post(path)
        .session(&token)
        .text(large)
        .refused(&world, Problem::TooLarge)
        .await;
}

async fn all_of_a_request_or_none_of_it(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let token = school.sign_in(&world, &school.lead).await;
    let good = note(&mut school, &pupil);
    let mut stale = place(&mut school, &pupil);
    stale.directory.version = 7;
    let readers = school.readers();
    let stale = note_at(&mut school, &pupil, stale, &readers);
    let both = request(&[&good, &stale]);
    add(&token, pupil.place.case, &both)
        .refused(&world, Problem::StaleDirectory)
        .await;
}

async fn dates_must_be_possible(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let token = school.sign_in(&world, &school.lead).await;
    let today = world.now().day();
    for (destroy, due) in [
        (Some(today - 2), None),
        (Some(0), None),
        (Some(today + 40_000), None),
        (None, Some(u32::MAX)),
    ] {
        let dates = MessagesRequest {
            envelopes: Vec::new(),
            destroy_after_day: destroy,
            may_expire: None,
            due_day: due,
        };
        add(&token, pupil.place.case, &dates)
            .refused(&world, Problem::Invalid)
            .await;
    }
    let dates = MessagesRequest {
        envelopes: Vec::new(),
        destroy_after_day: Some(u32::MAX),
        may_expire: None,
        due_day: Some(today + 3),
    };
    add(&token, pupil.place.case, &dates)
        .of(&world)
        .await
        .ok::<MessagesAnswer>();
}
