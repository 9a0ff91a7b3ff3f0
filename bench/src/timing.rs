//! Whether waiting times tell an account or a mailbox that is there from one that is not (R41).
//!
//! Pairs, in random order within each pair, over one connection; a sign test on which of the two took longer, and the
//! median of the differences with the interval it lies in. Neither supposes that waiting times follow any law, and what
//! else the machine does falls on both of a pair alike. The small version is a test of the server.

use std::net::SocketAddr;
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
    /// Pairs of names asked for their salt, of mailboxes, and of sign-ins.
    #[arg(long, default_value_t = 20_000)]
    pub pairs: usize,
    /// Schools of eight whose seven readers somebody tries to sign in as, three times each: the fourth mistake is delayed.
    /// The server forgets mistakes when it starts, so it is started again until there are enough pairs.
    #[arg(long, default_value_t = 40)]
    pub schools: usize,
    /// Only these: `salt`, `mailbox` or `sign-in`.
    #[arg(long)]
    pub only: Option<String>,
}

/// Standard deviations to either side: once in a thousand such intervals lies beside what it should hold.
const WIDE: f64 = 3.3;

/// Microseconds of each pair: there, and not there.
#[derive(Default)]
struct Pairs(Vec<(f64, f64)>);

impl Pairs {
    fn add(&mut self, there: f64, missing: f64) {
        self.0.push((there * 1e6, missing * 1e6));
    }

    fn print(self, what: &str) {
        heading(what);
        remark("pairs", self.0.len());
        if self.0.is_empty() {
            return;
        }
        let sorted = |of: fn(&(f64, f64)) -> f64| {
            let mut all: Vec<f64> = self.0.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all
        };
        figure("median, there", quantile(&sorted(|pair| pair.0), 0.5), "µs");
        figure(
            "median, not there",
            quantile(&sorted(|pair| pair.1), 0.5),
            "µs",
        );
        let differences = sorted(|pair| pair.0 - pair.1);
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let (pairs, longer) = (
            differences.len() as f64,
            differences.iter().filter(|one| **one > 0.0).count() as f64,
        );
        figure(
            "median of the differences",
            quantile(&differences, 0.5),
            "µs (goal: 20 at most, or:)",
        );
        // By rank: it holds whatever the times look like.
        let aside = WIDE / (2.0 * pairs.sqrt());
        figure("  at least", quantile(&differences, 0.5 - aside), "µs");
        figure("  at most", quantile(&differences, 0.5 + aside), "µs");
        let z = (2.0 * longer - pairs) / pairs.sqrt();
        figure("sign test", z, "z (goal: below 3.3 either way)");
    }
}

/// The value at this share of a sorted list.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place in a list of some thousands"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = (last as f64 * share.clamp(0.0, 1.0)).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
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
    let wanted = |what: &str| options.only.as_deref().is_none_or(|only| only == what);
    while wanted("mailbox") && mailboxes.len() < options.pairs {
        let part = mailboxes.len()..options.pairs.min(mailboxes.len() + BATCH);
        let reports = seed::reports(&ground, &school, part, options.pairs)?;
        seed::store(&ground, &reports).await?;
        mailboxes.extend(reports.iter().map(|report| report.mailbox));
    }
    let mut others = Vec::new();
    for number in 0..options.schools {
        others.push(ground.school(&format!("other{number}"), 8).await?);
    }
    ground.database.close().await;
    let mut rng = ChaCha20Rng::seed_from_u64(41);
    let serving = Serving::start(on, folder.path(), &[])?;
    if wanted("salt") {
        let mut connection = Connection::open(serving.address).await?;
        let found = salts(&mut connection, &school, options.pairs, &mut rng).await?;
        found.print("A name asked for its salt");
    }
    if wanted("mailbox") {
        let found = checks(serving.address, &school, &mailboxes, &mut rng).await?;
        found.print("A mailbox, with a wrong token");
    }
    serving.stop()?;
    if wanted("sign-in") {
        let mut found = Pairs::default();
        while found.0.len() < options.pairs && !others.is_empty() {
            let serving = Serving::start(on, folder.path(), &[])?;
            let mut connection = Connection::open(serving.address).await?;
            sign_ins(
                &mut connection,
                &others,
                options.pairs,
                &mut rng,
                &mut found,
            )
            .await?;
            drop(connection);
            serving.stop()?;
        }
        found.print("A sign-in with a wrong secret and code");
    }
    Ok(())
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
        // A name that nobody has is another each time. Both are made first: what the driver does between two requests
        // decides where in the server's tick the second arrives.
        let mut bodies = Vec::new();
        for user in ["reader1".to_owned(), format!("n{number:06}")] {
            bodies.push(serde_json::to_vec(&SaltRequest { user })?);
        }
        for which in order(rng) {
            let body = bodies[which].clone();
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
    server: SocketAddr,
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
        // A new one: the server ends those that were silent for as long as the puzzles took.
        let mut connection = Connection::open(server).await?;
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
    pairs: usize,
    rng: &mut ChaCha20Rng,
    found: &mut Pairs,
) -> Result<(), Failure> {
    for school in schools {
        let path = format!("/api/v1/schools/{}/sign-in", school.slug);
        for number in (1..8).flat_map(|number| [number; FREE]) {
            if found.0.len() == pairs {
                return Ok(());
            }
            let mut took = [0.0; 2];
            for which in order(rng) {
                let name = ["reader", "nobody"][which];
                let request = SignInRequest {
                    user: format!("{name}{number}"),
                    auth: FixedBytes([1; 32]),
                    code: "000000".to_owned(),
                    passkey: None,
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
    Ok(())
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
