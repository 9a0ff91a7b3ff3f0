//! Whether waiting times tell an account or a mailbox that is there from one that is not (R41).
//!
//! Pairs, in random order within each pair, over one connection; a sign test on which of the two took longer, and the
//! median of the differences. The small version is a test of the server.

use std::time::Instant;

use clap::Args;
use protocol::api::{SaltRequest, SignInRequest};
use protocol::encoding::FixedBytes;
use protocol::gateway::{GatewayAnswer, Op, Request};
use protocol::id::MailboxId;
use protocol::term_code::NO_TERM_CODE;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use zeroize::Zeroizing;

use crate::ground::{Ground, School};
use crate::http::Connection;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::submissions::paid_all;
use crate::{Failure, On, machine, seed};

/// Pairs whose frames are made at a time.
const BATCH: usize = 2000;
/// Wrong guesses at one name before the next is delayed.
const FREE: usize = 3;

/// How many.
#[derive(Args, Clone)]
pub struct Options {
    /// Pairs of names asked for their salt, and of mailboxes.
    #[arg(long, default_value_t = 20_000)]
    pub pairs: usize,
    /// Schools of eight whose seven readers somebody tries to sign in as, three times each: the fourth mistake is delayed.
    #[arg(long, default_value_t = 40)]
    pub schools: usize,
}

/// Differences "there" minus "not there", in microseconds.
#[derive(Default)]
struct Pairs(Vec<f64>);

impl Pairs {
    fn add(&mut self, there: f64, missing: f64) {
        self.0.push((there - missing) * 1e6);
    }

    fn print(mut self, what: &str) {
        heading(what);
        self.0.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let (pairs, longer) = (
            self.0.len() as f64,
            self.0.iter().filter(|one| **one > 0.0).count() as f64,
        );
        remark("pairs", self.0.len());
        let median = self.0.get(self.0.len() / 2).copied().unwrap_or(f64::NAN);
        figure(
            "median of the differences",
            median,
            "µs (goal: 20 at most, or:)",
        );
        let z = (2.0 * longer - pairs) / pairs.sqrt();
        figure("sign test", z, "z (goal: below 3.3 either way)");
    }
}

/// Measures and prints.
pub async fn run(on: &On, options: &Options) -> Result<(), Failure> {
    heading("Do waiting times tell who is there?");
    machine::describe();
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    let ground = Ground::open(folder.path(), on.database.as_deref()).await?;
    let school = ground.school("timing", 2).await?;
    let mut mailboxes = Vec::with_capacity(options.pairs);
    while mailboxes.len() < options.pairs {
        let count = BATCH.min(options.pairs - mailboxes.len());
        let reports = seed::reports(&ground, &school, count, 70_000 + mailboxes.len() as u64)?;
        seed::store(&ground, &reports).await?;
        mailboxes.extend(reports.iter().map(|report| report.mailbox));
    }
    let mut others = Vec::new();
    for number in 0..options.schools {
        others.push(ground.school(&format!("other{number}"), 8).await?);
    }
    ground.database.close().await;
    let serving = Serving::start(on, folder.path(), &[])?;
    let mut connection = Connection::open(serving.address).await?;
    let mut rng = ChaCha20Rng::seed_from_u64(41);
    salts(&mut connection, &school, options.pairs, &mut rng)
        .await?
        .print("A name asked for its salt");
    checks(&mut connection, &school, &mailboxes, &mut rng)
        .await?
        .print("A mailbox, with a wrong token");
    sign_ins(&mut connection, &others, &mut rng)
        .await?
        .print("A sign-in with a wrong secret and code");
    drop(connection);
    serving.stop()
}

async fn salts(
    connection: &mut Connection,
    school: &School,
    pairs: usize,
    rng: &mut ChaCha20Rng,
) -> Result<Pairs, Failure> {
    let path = format!("/api/v1/schools/{}/sign-in/salt", school.slug);
    let mut found = Pairs::default();
    for number in 0..pairs {
        let mut took = [0.0; 2];
        for which in order(rng) {
            // A name that nobody has is another each time.
            let user = if which == 0 {
                "reader1".to_owned()
            } else {
                format!("n{number:06}")
            };
            let body = serde_json::to_vec(&SaltRequest { user })?;
            let began = Instant::now();
            let (status, _) = connection.post_json(&path, body).await?;
            took[which] = began.elapsed().as_secs_f64();
            expect(status.as_u16(), 200)?;
        }
        found.add(took[0], took[1]);
    }
    Ok(found)
}

async fn checks(
    connection: &mut Connection,
    school: &School,
    mailboxes: &[MailboxId],
    rng: &mut ChaCha20Rng,
) -> Result<Pairs, Failure> {
    let path = format!("/api/v1/schools/{}/gateway", school.slug);
    let mut found = Pairs::default();
    for (batch, seed) in mailboxes.chunks(BATCH).zip(0..) {
        let requests: Vec<_> = batch
            .iter()
            .flat_map(|there| {
                let mut missing = [0; 16];
                rng.fill_bytes(&mut missing);
                [check(*there), check(FixedBytes(missing))]
            })
            .collect();
        let mut frames = paid_all(school, &requests, 500 + seed)?.into_iter();
        while let (Some(there), Some(missing)) = (frames.next(), frames.next()) {
            let pair = [there, missing];
            let mut took = [0.0; 2];
            for which in order(rng) {
                let frame = pair[which].frame.clone();
                let began = Instant::now();
                let (status, body) = connection.post_sealed(&path, frame).await?;
                took[which] = began.elapsed().as_secs_f64();
                expect(status.as_u16(), 200)?;
                if pair[which].answer.open(&body).ok() != Some(GatewayAnswer::NoMailbox) {
                    return Err("a wrong token was not told that there is no mailbox".into());
                }
            }
            found.add(took[0], took[1]);
        }
    }
    Ok(found)
}

fn check(mailbox: MailboxId) -> Request {
    Request {
        mailbox,
        token: Zeroizing::new([9; 32]),
        term_code: NO_TERM_CODE,
        op: Op::Check,
    }
}

async fn sign_ins(
    connection: &mut Connection,
    schools: &[School],
    rng: &mut ChaCha20Rng,
) -> Result<Pairs, Failure> {
    let mut found = Pairs::default();
    for school in schools {
        let path = format!("/api/v1/schools/{}/sign-in", school.slug);
        for number in (1..8).flat_map(|number| [number; FREE]) {
            let mut took = [0.0; 2];
            for which in order(rng) {
                let name = ["reader", "nobody"][which];
                let request = SignInRequest {
                    user: format!("{name}{number}"),
                    auth: FixedBytes([1; 32]),
                    code: "000000".to_owned(),
                };
                let body = serde_json::to_vec(&request)?;
                let began = Instant::now();
                let (status, _) = connection.post_json(&path, body).await?;
                took[which] = began.elapsed().as_secs_f64();
                expect(status.as_u16(), 401)?;
            }
            found.add(took[0], took[1]);
        }
    }
    Ok(found)
}

fn order(rng: &mut ChaCha20Rng) -> [usize; 2] {
    if rng.next_u32().is_multiple_of(2) {
        [0, 1]
    } else {
        [1, 0]
    }
}

fn expect(status: u16, expected: u16) -> Result<(), Failure> {
    if status == expected {
        return Ok(());
    }
    Err(format!("answered {status} and not {expected}").into())
}
