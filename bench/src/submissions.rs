//! Reports sealed before the clock starts, so that sealing is not measured.

use hyper::body::Bytes;
use protocol::day::Timestamp;
use protocol::gateway::{AnswerKey, Op, Request, seal_request};
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::kdf::Stretching;
use protocol::mailbox::Mailbox;
use protocol::message::{ReportWords, SealedReport, seal_report};
use protocol::plaintext::{About, Danger};
use protocol::puzzle::{Challenge, Price, Solver, derive_subject, make_challenge, put_puzzle};
use protocol::receipt_code::ReceiptCode;
use protocol::slot::Recipient;
use protocol::term_code::NO_TERM_CODE;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use server::clock::{Clock, SystemClock};
use server::gate::{IDLE_BITS, MEMORY_KIB};

use crate::ground::School;
use crate::{Failure, machine};

/// Words of a report, as the peers were measured with.
const WORDS: usize = 2048;

/// A sealed report with the mailbox it opens.
pub struct Written {
    /// Sealed to the readers.
    pub sealed: SealedReport,
    /// Where its answers go.
    pub mailbox: Mailbox,
}

/// A report in its frame.
pub struct Submission {
    /// As it is posted.
    pub frame: Bytes,
    /// Opens the answer.
    pub answer: AnswerKey,
    /// Bytes of the sealed report in it.
    pub envelope_bytes: usize,
}

/// Seals a report of 2 KB to the readers of a school.
pub fn write(school: &School, rng: &mut ChaCha20Rng) -> Result<Written, Failure> {
    write_with(school, Danger::No, rng)
}

/// The same, saying whether somebody is in danger.
pub fn write_with(
    school: &School,
    danger: Danger,
    rng: &mut ChaCha20Rng,
) -> Result<Written, Failure> {
    let code = ReceiptCode::make(rng);
    // The stretching of the receipt code happens in the pupil's browser; here it would only cost the driver time.
    let cheap = Stretching {
        memory_kib: 8,
        passes: 1,
    };
    let mailbox = Mailbox::derive(&code, school.id, cheap).map_err(|_| "stretching failed")?;
    let place = Place {
        school: school.id,
        case: CaseId::make(rng),
        message: MessageId::make(rng),
        directory: school.directory,
    };
    let recipients: Vec<_> = school.readers.iter().map(Recipient::Reader).collect();
    let words = ReportWords {
        danger,
        about: About::Me,
        categories: vec![1],
        text: "They wait by the gate. ".repeat(WORDS)[..WORDS].to_owned(),
    };
    let sealed = seal_report(place, &recipients, &mailbox, words, rng)
        .map_err(|_| "the report could not be sealed")?;
    Ok(Written { sealed, mailbox })
}

impl Written {
    /// What is asked of the server.
    pub fn request(self, danger: Danger) -> Request {
        Request {
            mailbox: self.mailbox.id(),
            token: self.mailbox.token().clone(),
            term_code: NO_TERM_CODE,
            op: Op::Submit {
                danger,
                audit_key: self.sealed.audit_key,
                envelope: Box::new(self.sealed.envelope),
            },
        }
    }
}

fn frame(school: &School, written: Written, rng: &mut ChaCha20Rng) -> Result<Submission, Failure> {
    let envelope_bytes = written.sealed.envelope.encode().len();
    let paid = paid(school, &written.request(Danger::No), rng)?;
    Ok(Submission {
        envelope_bytes,
        ..paid
    })
}

/// A request in its frame, with its puzzle.
fn paid(school: &School, request: &Request, rng: &mut ChaCha20Rng) -> Result<Submission, Failure> {
    let (mut frame, answer) = seal_request(school.id, &school.gateway, request, rng)
        .map_err(|_| "the request could not be sealed")?;
    solve(school, &mut frame, rng)?;
    Ok(Submission {
        frame: frame.into(),
        answer,
        envelope_bytes: 0,
    })
}

/// Requests in their frames, in the same order.
pub fn paid_all(
    school: &School,
    requests: &[Request],
    seed: u64,
) -> Result<Vec<Submission>, Failure> {
    let each = requests.len().div_ceil(machine::cores()).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = requests
            .chunks(each)
            .zip(0..)
            .map(|(mine, worker)| {
                scope.spawn(move || {
                    let mut rng = ChaCha20Rng::seed_from_u64(seed * 1000 + worker);
                    let framed = mine.iter().map(|one| paid(school, one, &mut rng));
                    framed.collect::<Result<Vec<_>, _>>()
                })
            })
            .collect();
        let mut made = Vec::with_capacity(requests.len());
        for worker in workers {
            made.extend(worker.join().map_err(|_| "a worker panicked")??);
        }
        Ok(made)
    })
}

/// Pays for a frame. The challenge is made here with the server's key, as another node would make it, dated as far
/// ahead as the server believes. Checking its answer costs the server the same as any other.
fn solve(school: &School, frame: &mut [u8], rng: &mut ChaCha20Rng) -> Result<(), Failure> {
    let price = Price {
        bits: IDLE_BITS,
        memory_kib: MEMORY_KIB,
    };
    let key = school.server_key.derive_puzzle_key(school.id);
    let expires = Timestamp(SystemClock.now().seconds() + 650);
    let challenge = make_challenge(&key, price, expires, rng);
    pay(frame, &challenge, price)
}

/// Solves the puzzle of a challenge that asks for no more than this.
pub fn pay(frame: &mut [u8], challenge: &Challenge, dearest: Price) -> Result<(), Failure> {
    let subject = derive_subject(frame).ok_or("not a frame")?;
    let mut solver = Solver::new(challenge, subject, 0, dearest)?;
    let answer = std::iter::repeat_with(|| solver.try_some(16))
        .find_map(|found| found)
        .ok_or("a search without an end ended")?;
    put_puzzle(frame, challenge, answer);
    Ok(())
}

/// Makes so many requests. The same seed makes the same ones.
pub fn make_many(school: &School, count: usize, seed: u64) -> Result<Vec<Submission>, Failure> {
    on_every_core(count, seed, |rng| {
        let written = write(school, rng)?;
        frame(school, written, rng)
    })
}

/// Seals so many reports. The same seed makes the same ones.
pub fn write_many(school: &School, count: usize, seed: u64) -> Result<Vec<Written>, Failure> {
    on_every_core(count, seed, |rng| write(school, rng))
}

fn on_every_core<T: Send>(
    count: usize,
    seed: u64,
    make: impl Fn(&mut ChaCha20Rng) -> Result<T, Failure> + Sync,
) -> Result<Vec<T>, Failure> {
    let cores = machine::cores();
    let mut made = Vec::with_capacity(count);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|worker| {
                let mine = count / cores + usize::from(worker < count % cores);
                let make = &make;
                scope.spawn(move || -> Result<Vec<T>, Failure> {
                    let mut rng = ChaCha20Rng::seed_from_u64(seed * 1000 + worker as u64);
                    (0..mine).map(|_| make(&mut rng)).collect()
                })
            })
            .collect();
        for worker in workers {
            made.extend(worker.join().map_err(|_| "a worker panicked")??);
        }
        Ok(made)
    })
}
