//! A flood and honest pupils behind one address (F11, R38): who is slowed, who is not, and that nobody is refused.
//!
//! The small version is a test of the server; here are the real program, the real numbers and the real clock.
//! Puzzles of the honest are solved on the same cores that serve them, which no pupil's device does.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use clap::Args;
use hyper::StatusCode;
use hyper::body::Bytes;
use protocol::api::SchoolView;
use protocol::gateway::{GatewayAnswer, Request, seal_request};
use protocol::plaintext::Danger;
use protocol::puzzle::{Challenge, Price, read_challenge};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use tokio::task::{JoinSet, LocalSet, spawn_blocking};

use crate::ground::{Ground, School};
use crate::http::Connection;
use crate::latency::Latencies;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::submissions::{pay, write_with};
use crate::{Failure, On, machine};

/// Where everybody here comes from.
const ADDRESS: &str = "203.0.113.7";
/// Every so many of the honest says danger, and solves nothing unless asked.
const DANGER_EVERY: usize = 5;
/// How long a browser waits that was told to come back.
const COME_BACK: Duration = Duration::from_secs(1);
/// The dearest puzzle a pupil's page solves.
const DEAREST: Price = Price {
    bits: 13,
    memory_kib: 2048,
};

/// How much.
#[derive(Args, Clone)]
pub struct Options {
    /// Connections of the flood.
    #[arg(long, default_value_t = 64)]
    pub connections: usize,
    /// Frames of the flood before the first honest pupil comes; it goes on until the last was answered.
    #[arg(long, default_value_t = 5000)]
    pub before: usize,
    /// Honest sends, without and then within the flood.
    #[arg(long, default_value_t = 60)]
    pub honest: usize,
    /// Loads of the page and its data without the flood.
    #[arg(long, default_value_t = 300)]
    pub loads: usize,
}

/// What the honest met.
#[derive(Default)]
struct Met {
    ordinary: Latencies,
    danger: Latencies,
    /// Asked to solve another puzzle.
    again: usize,
    /// Told to come back.
    busy: usize,
    /// Bits of the hardest puzzle.
    bits: u8,
}

/// Measures and prints.
pub async fn run(on: &On, options: &Options) -> Result<(), Failure> {
    heading("A flood and honest pupils behind one address");
    machine::describe();
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    let ground = Ground::open(folder.path(), on.database.as_deref()).await?;
    let school = Rc::new(ground.school("flood", 8).await?);
    ground.database.close().await;
    let serving = Serving::start(on, folder.path(), &[])?;
    LocalSet::new()
        .run_until(scenes(&serving, &school, options))
        .await?;
    serving.stop()?;
    let ground = Ground::open(folder.path(), on.database.as_deref()).await?;
    let rows = ground.database.row_counts().await?;
    ground.database.close().await;
    let cases = rows.iter().find(|(name, _)| name == "cases");
    let cases = cases.map_or(0, |(_, rows)| *rows);
    remark("cases in the database", cases);
    if cases != 2 * options.honest as u64 {
        return Err("not every honest report is there, or others are too".into());
    }
    Ok(())
}

async fn scenes(serving: &Serving, school: &Rc<School>, options: &Options) -> Result<(), Failure> {
    heading("A whole school from one address, nobody else");
    let mut connection = Connection::open(serving.address).await?;
    let began = Instant::now();
    let mut loads = Latencies::default();
    for number in 0..options.loads {
        let at = Instant::now();
        for path in ["/s/flood".to_owned(), view_path(school)] {
            let (status, _) = connection.look_from(ADDRESS, &path).await?;
            if status != StatusCode::OK {
                return Err(format!("load {number} of {path}: {status}").into());
            }
        }
        loads.add(at.elapsed());
    }
    remark("loads of the page, all good", options.loads);
    figure("slowest load", loads.quantile(1.0), "ms");
    let met = honest(serving, school, options.honest, 1).await?;
    print(met);
    figure("all of this took", began.elapsed().as_secs_f64(), "s");

    heading("The same sends within a flood from that address");
    let flood = Flood::default();
    let mut floods = JoinSet::new();
    for _ in 0..options.connections {
        let connection = Connection::open(serving.address).await?;
        floods.spawn_local(pour(connection, Rc::clone(school), flood.clone()));
    }
    let began = Instant::now();
    while flood.sent.get() < options.before {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let met = honest(serving, school, options.honest, 2).await?;
    flood.over.set(true);
    while let Some(ended) = floods.join_next().await {
        ended??;
    }
    print(met);
    remark("frames of the flood", flood.sent.get());
    for (status, count) in flood.answers.borrow().iter() {
        remark("answered by", format!("{status}: {count}"));
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let per_second = flood.sent.get() as f64 / began.elapsed().as_secs_f64();
    figure("of them a second", per_second, "");
    figure("memory of the server (PSS)", serving.pss()?, "MB");
    Ok(())
}

fn print(mut met: Met) {
    remark("ordinary sends accepted", met.ordinary.count());
    figure(
        "median, from click to accepted",
        met.ordinary.quantile(0.5),
        "ms",
    );
    figure("slowest", met.ordinary.quantile(1.0), "ms");
    remark("sends that say danger accepted", met.danger.count());
    figure("slowest of these", met.danger.quantile(1.0), "ms");
    remark("bits of the hardest puzzle", met.bits);
    remark("asked for another puzzle", met.again);
    remark("told to come back", met.busy);
}

/// What the tasks of the flood share.
#[derive(Clone, Default)]
struct Flood {
    sent: Rc<Cell<usize>>,
    over: Rc<Cell<bool>>,
    answers: Rc<RefCell<BTreeMap<u16, usize>>>,
}

/// Frames of the right size and shape that open for nobody and have paid for nothing.
async fn pour(mut connection: Connection, school: Rc<School>, flood: Flood) -> Result<(), Failure> {
    let mut junk = b"SRG1".to_vec();
    junk.extend(school.id.to_bytes());
    junk.resize(32 * 1024, 7);
    let junk = Bytes::from(junk);
    let path = gateway_path(&school);
    while !flood.over.get() {
        let (status, _) = connection
            .post_sealed_from(ADDRESS, &path, junk.clone())
            .await?;
        flood.sent.set(flood.sent.get() + 1);
        *flood
            .answers
            .borrow_mut()
            .entry(status.as_u16())
            .or_default() += 1;
    }
    Ok(())
}

/// Honest pupils, three at a time.
async fn honest(
    serving: &Serving,
    school: &Rc<School>,
    count: usize,
    seed: u64,
) -> Result<Met, Failure> {
    let met = Rc::new(RefCell::new(Met::default()));
    let left = Rc::new(Cell::new(count));
    let mut pupils = JoinSet::new();
    for pupil in 0..3 {
        let connection = Connection::open(serving.address).await?;
        let rng = ChaCha20Rng::seed_from_u64(seed * 1000 + pupil);
        let (school, met, left) = (Rc::clone(school), Rc::clone(&met), Rc::clone(&left));
        pupils.spawn_local(one_after_the_other(connection, school, rng, met, left));
    }
    while let Some(done) = pupils.join_next().await {
        done??;
    }
    Ok(met.take())
}

async fn one_after_the_other(
    mut connection: Connection,
    school: Rc<School>,
    mut rng: ChaCha20Rng,
    met: Rc<RefCell<Met>>,
    left: Rc<Cell<usize>>,
) -> Result<(), Failure> {
    while let Some(number) = left.get().checked_sub(1) {
        left.set(number);
        let danger = if number.is_multiple_of(DANGER_EVERY) {
            Danger::Yes
        } else {
            Danger::No
        };
        let request = write_with(&school, danger, &mut rng)?.request(danger);
        let began = Instant::now();
        send(&mut connection, &school, &request, danger, &mut rng, &met).await?;
        let mut met = met.borrow_mut();
        if danger == Danger::Yes {
            met.danger.add(began.elapsed());
        } else {
            met.ordinary.add(began.elapsed());
        }
    }
    Ok(())
}

/// As a browser sends: look, seal, solve, post; again with what it is asked for.
async fn send(
    connection: &mut Connection,
    school: &School,
    request: &Request,
    danger: Danger,
    rng: &mut ChaCha20Rng,
    met: &RefCell<Met>,
) -> Result<(), Failure> {
    let mut challenge = None;
    if danger == Danger::No {
        challenge = Some(look(connection, school, met).await?);
    }
    loop {
        let (mut frame, key) = seal_request(school.id, &school.gateway, request, rng)
            .map_err(|_| "the request could not be sealed")?;
        if let Some(challenge) = challenge {
            let bits = read_challenge(&challenge)?.price.bits;
            let hardest = met.borrow().bits.max(bits);
            met.borrow_mut().bits = hardest;
            frame = spawn_blocking(move || pay(&mut frame, &challenge, DEAREST).map(|()| frame))
                .await??;
        }
        let (status, body) = connection
            .post_sealed_from(ADDRESS, &gateway_path(school), frame.into())
            .await?;
        match status {
            StatusCode::OK => match key.open(&body).map_err(|_| "an answer does not open")? {
                GatewayAnswer::Accepted {} => return Ok(()),
                GatewayAnswer::Work { challenge: harder } => {
                    met.borrow_mut().again += 1;
                    challenge = Some(harder);
                }
                _ => return Err("an honest report was refused".into()),
            },
            StatusCode::PRECONDITION_REQUIRED => {
                met.borrow_mut().again += 1;
                challenge = Some(look(connection, school, met).await?);
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                met.borrow_mut().busy += 1;
                tokio::time::sleep(COME_BACK).await;
            }
            other => return Err(format!("an honest report was answered {other}").into()),
        }
    }
}

async fn look(
    connection: &mut Connection,
    school: &School,
    met: &RefCell<Met>,
) -> Result<Challenge, Failure> {
    loop {
        let (status, body) = connection.look_from(ADDRESS, &view_path(school)).await?;
        match status {
            StatusCode::OK => {
                return Ok(serde_json::from_slice::<SchoolView>(&body)?.challenge);
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                met.borrow_mut().busy += 1;
                tokio::time::sleep(COME_BACK).await;
            }
            other => return Err(format!("the school was answered {other}").into()),
        }
    }
}

fn view_path(school: &School) -> String {
    format!("/api/v1/schools/{}", school.slug)
}

fn gateway_path(school: &School) -> String {
    format!("/api/v1/schools/{}/gateway", school.slug)
}
