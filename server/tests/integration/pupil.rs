//! A pupil by hand: seals with `protocol`, so that a test can break any part of it.

use protocol::envelope::Envelope;
use protocol::gateway::{AnswerKey, GatewayAnswer, Op, Request, seal_request};
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::kdf::Stretching;
use protocol::keys::KemPublic;
use protocol::mailbox::Mailbox;
use protocol::message::{InThread, ReportWords, SealedReport, seal_follow_up, seal_report};
use protocol::plaintext::{About, Danger, FollowUp};

use protocol::puzzle::{Challenge, Price, Solver, derive_subject, make_challenge, put_puzzle};
use protocol::receipt_code::ReceiptCode;
use protocol::slot::Recipient;
use protocol::term_code::NO_TERM_CODE;
use server::gate;

use crate::asking::{Answer, post};
use crate::school::School;
use crate::world::World;

pub struct Pupil {
    pub mailbox: Mailbox,
    pub place: Place,
    pub sealed: SealedReport,
    pub danger: Danger,
}

impl Pupil {
    /// Writes a report, and does not send it.
    pub fn write(school: &mut School, danger: Danger) -> Self {
        let place = Place {
            school: school.id,
            case: CaseId::make(&mut school.rng),
            message: MessageId::make(&mut school.rng),
            directory: school.directory_ref(),
        };
        Self::write_at(school, danger, place)
    }

    pub fn write_at(school: &mut School, danger: Danger, place: Place) -> Self {
        let readers = school.readers();
        Self::write_to(school, danger, place, &readers)
    }

    /// A report without the slot of the last reader.
    pub fn write_to_fewer(school: &mut School) -> Self {
        let place = Self::write(school, Danger::No).place;
        let readers = school.readers();
        Self::write_to(school, Danger::No, place, &readers[..1])
    }

    fn write_to(school: &mut School, danger: Danger, place: Place, readers: &[KemPublic]) -> Self {
        let recipients: Vec<_> = readers.iter().map(Recipient::Reader).collect();
        Self::seal_to(school, danger, place, &recipients)
    }

    fn seal_to(
        school: &mut School,
        danger: Danger,
        place: Place,
        recipients: &[Recipient<'_>],
    ) -> Self {
        let code = ReceiptCode::make(&mut school.rng);
        // The cheapest cost: only browsers and vectors need the real one.
        let cheap = Stretching {
            memory_kib: 8,
            passes: 1,
        };
        let mailbox = Mailbox::derive(&code, school.id, cheap).unwrap();
        let words = ReportWords {
            danger,
            about: About::Me,
            categories: vec![1],
            text: "CANARY they wait for me by the gate".to_owned(),
        };
        let sealed = seal_report(place, recipients, &mailbox, words, &mut school.rng).unwrap();
        Self {
            mailbox,
            place,
            sealed,
            danger,
        }
    }

    /// Writes a report and sends it.
    pub async fn report(world: &World, school: &mut School, danger: Danger) -> Self {
        let pupil = Self::write(school, danger);
        let answer = pupil.ask(world, school, pupil.submit()).await;
        assert_eq!(answer, GatewayAnswer::Accepted {});
        pupil
    }

    /// Writes a report that the head cannot read, and sends it.
    pub async fn report_without_head(world: &World, school: &mut School) -> Self {
        let place = Self::write(school, Danger::No).place;
        let readers = school.readers();
        let recipients = [
            Recipient::Reader(&readers[0]),
            Recipient::Reader(&readers[1]),
            Recipient::LeftOut(readers[2].id()),
        ];
        let pupil = Self::seal_to(school, Danger::No, place, &recipients);
        let answer = pupil.ask(world, school, pupil.submit()).await;
        assert_eq!(answer, GatewayAnswer::Accepted {});
        pupil
    }

    pub fn submit(&self) -> Op {
        Op::Submit {
            danger: self.danger,
            audit_key: self.sealed.audit_key.clone(),
            envelope: Box::new(self.sealed.envelope.clone()),
        }
    }

    pub fn follow_up(&self, school: &mut School) -> Envelope {
        let readers = school.readers();
        let recipients: Vec<_> = readers.iter().map(Recipient::Reader).collect();
        let place = Place {
            message: MessageId::make(&mut school.rng),
            directory: school.directory_ref(),
            ..self.place
        };
        let to = InThread {
            place,
            recipients: &recipients,
            thread: &self.sealed.thread,
        };
        let words = FollowUp {
            v: 1,
            text: "It happened again".to_owned(),
            feel_safer: false,
            another_adult: false,
        };
        seal_follow_up(to, &self.mailbox, words, &mut school.rng).unwrap()
    }

    pub fn request(&self, op: Op) -> Request {
        Request {
            mailbox: self.mailbox.id(),
            token: self.mailbox.token().clone(),
            term_code: NO_TERM_CODE,
            op,
        }
    }

    pub fn frame(&self, world: &World, school: &mut School, op: Op) -> (Vec<u8>, AnswerKey) {
        frame(world, school, &self.request(op))
    }

    /// Asks the gateway and opens its answer.
    pub async fn ask(&self, world: &World, school: &mut School, op: Op) -> GatewayAnswer {
        let (frame, key) = self.frame(world, school, op);
        key.open(&send(world, school, frame).await.body).unwrap()
    }
}

/// A frame with its puzzle solved, as easy as it ever is.
pub fn frame(world: &World, school: &mut School, request: &Request) -> (Vec<u8>, AnswerKey) {
    let (mut frame, key) = unsolved(world, school, request);
    let price = Price {
        bits: gate::IDLE_BITS,
        memory_kib: gate::MEMORY_KIB,
    };
    let challenges = world.server_key.derive_puzzle_key(school.id);
    let expires = protocol::day::Timestamp(world.now().seconds() + 600);
    let challenge = make_challenge(&challenges, price, expires, &mut school.rng);
    solve(&mut frame, &challenge, 0);
    (frame, key)
}

pub fn unsolved(world: &World, school: &mut School, request: &Request) -> (Vec<u8>, AnswerKey) {
    let gateway = world.server_key.derive_gateway_key(school.id).public();
    seal_request(school.id, &gateway, request, &mut school.rng).unwrap()
}

/// Solves a challenge for a frame, with more bits than it asks for if told so.
pub fn solve(frame: &mut [u8], challenge: &Challenge, extra: u8) {
    let dearest = Price {
        bits: 13,
        memory_kib: 2_048,
    };
    let subject = derive_subject(frame).unwrap();
    let mut solver = Solver::new(challenge, subject, extra, dearest).unwrap();
    let answer = std::iter::repeat_with(|| solver.try_some(64)).find_map(|found| found);
    assert!(put_puzzle(frame, challenge, answer.unwrap()));
}

pub async fn send(world: &World, school: &School, frame: Vec<u8>) -> Answer {
    post(school.path("/gateway")).sealed(frame).of(world).await
}
