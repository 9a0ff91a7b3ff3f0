//! Reports a second: sealed ahead, sent over kept-alive connections, counted when the server said "accepted" and
//! found again in its database afterwards.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use clap::Args;
use protocol::gateway::GatewayAnswer;
use tokio::task::JoinSet;

use crate::ground::{Ground, School};
use crate::http::Connection;
use crate::latency::Latencies;
use crate::machine::Watch;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::submissions::{Submission, make_many};
use crate::{Failure, On, machine, stages};

/// How hard.
#[derive(Args, Clone)]
pub struct Options {
    /// Reports to send.
    #[arg(long, default_value_t = 20_000)]
    pub reports: usize,
    /// Connections that send them, one after the other on each.
    #[arg(long, default_value_t = 32)]
    pub connections: usize,
    /// Readers of each report.
    #[arg(long, default_value_t = 8)]
    pub readers: usize,
    /// Schools they are spread over.
    #[arg(long, default_value_t = 1)]
    pub schools: usize,
    /// Process id of PostgreSQL's first process, to count its CPU time and not call it somebody else's.
    #[arg(long)]
    pub postgres: Option<u32>,
}

/// Figures of one run.
pub struct Outcome {
    pub per_second: f64,
    pub latencies: Latencies,
    pub refused: usize,
    pub server_cpu_ms: f64,
    pub driver_cpu_ms: f64,
    pub others: f64,
    pub rest_mb: f64,
    pub peak_mb: f64,
    pub sealed_bytes: f64,
    pub disk_bytes: f64,
}

/// Measures and prints.
pub async fn run(on: &On, options: &Options) -> Result<(), Failure> {
    heading("Reports accepted a second");
    machine::describe();
    let engine = if on.database.is_some() {
        "PostgreSQL, synchronous_commit=on"
    } else {
        "SQLite, synchronous=FULL"
    };
    remark("database", engine);
    let limit = stages::measure(on, options.readers).await?;
    let mut outcome = measure(on, options).await?;
    print(options, &mut outcome);
    stages::compare(&limit, &outcome);
    Ok(())
}

fn print(options: &Options, outcome: &mut Outcome) {
    heading("Under load");
    remark("connections", options.connections);
    remark("readers of each report", options.readers);
    figure("accepted", outcome.per_second, "reports/s");
    figure("p50", outcome.latencies.quantile(0.5), "ms");
    figure("p99", outcome.latencies.quantile(0.99), "ms");
    figure("longest", outcome.latencies.quantile(1.0), "ms");
    remark("failures", outcome.refused);
    figure("server CPU per report", outcome.server_cpu_ms, "ms");
    figure("driver CPU per report", outcome.driver_cpu_ms, "ms");
    figure("machine taken by others", outcome.others * 100.0, "%");
    figure("memory at rest (PSS)", outcome.rest_mb, "MB");
    figure("memory under load (PSS, highest)", outcome.peak_mb, "MB");
    figure("sealed bytes per report", outcome.sealed_bytes, "bytes");
    figure("bytes on disk per report", outcome.disk_bytes, "bytes");
    figure(
        "disk to sealed",
        outcome.disk_bytes / outcome.sealed_bytes,
        "times",
    );
}

/// One run over fresh data.
pub async fn measure(on: &On, options: &Options) -> Result<Outcome, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    let schools = prepare(on, folder.path(), options).await?;
    let before = disk_bytes(on, folder.path()).await?;
    let (submissions, sealed_bytes) = seal(&schools, options)?;
    let serving = Serving::start(on, folder.path(), &[])?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let rest_mb = serving.pss()?;
    let mut outcome = send(&serving, options, submissions).await?;
    outcome.rest_mb = rest_mb;
    serving.stop()?;
    outcome.sealed_bytes = sealed_bytes;
    let after = disk_bytes(on, folder.path()).await?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let reports = options.reports as f64;
    outcome.disk_bytes = (after - before) / reports;
    check(on, folder.path(), options, &outcome).await?;
    Ok(outcome)
}

async fn prepare(on: &On, data: &Path, options: &Options) -> Result<Vec<School>, Failure> {
    let ground = Ground::open(data, on.database.as_deref()).await?;
    let mut schools = Vec::new();
    for number in 0..options.schools {
        schools.push(
            ground
                .school(&format!("school{number}"), options.readers)
                .await?,
        );
    }
    ground.database.close().await;
    Ok(schools)
}

type Posted = (String, Submission);

fn seal(schools: &[School], options: &Options) -> Result<(Vec<Posted>, f64), Failure> {
    let each = options.reports / schools.len();
    let mut posted = Vec::with_capacity(options.reports);
    let mut bytes = 0;
    for (school, number) in schools.iter().zip(0..) {
        let more = if number == 0 {
            options.reports % schools.len()
        } else {
            0
        };
        for submission in make_many(school, each + more, number)? {
            bytes += submission.envelope_bytes;
            posted.push((
                format!("/api/v1/schools/{}/gateway", school.slug),
                submission,
            ));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let each = bytes as f64 / posted.len() as f64;
    // Schools take turns.
    let mut mixed: Vec<_> = posted.into_iter().enumerate().collect();
    mixed.sort_by_key(|(place, _)| place % (options.reports / schools.len()).max(1));
    Ok((mixed.into_iter().map(|(_, one)| one).collect(), each))
}

async fn send(
    serving: &Serving,
    options: &Options,
    submissions: Vec<Posted>,
) -> Result<Outcome, Failure> {
    let mut processes = vec![serving.process(), std::process::id()];
    processes.extend(options.postgres);
    let queue = RefCell::new(submissions);
    let local = tokio::task::LocalSet::new();
    let mut connections = JoinSet::new();
    let queue = std::rc::Rc::new(queue);
    for _ in 0..options.connections {
        let connection = Connection::open(serving.address).await?;
        let queue = std::rc::Rc::clone(&queue);
        connections.spawn_local_on(one(connection, queue), &local);
    }
    let watch = Watch::begin(&processes)?;
    let began = Instant::now();
    let (mut latencies, mut refused, mut peak_mb) = (Latencies::default(), 0, serving.pss()?);
    local
        .run_until(async {
            let mut look = tokio::time::interval(Duration::from_millis(500));
            loop {
                tokio::select! {
                    done = connections.join_next() => {
                        let Some(done) = done else { return Ok::<_, Failure>(()) };
                        let (mine, no) = done??;
                        latencies.extend(mine);
                        refused += no;
                    }
                    _ = look.tick() => peak_mb = peak_mb.max(serving.pss()?),
                }
            }
        })
        .await?;
    let seconds = began.elapsed().as_secs_f64();
    let seen = watch.end()?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let accepted = (latencies.count() - refused) as f64;
    let cpu_ms = |place: usize| seen.cpu.get(place).copied().unwrap_or(0.0) * 1000.0 / accepted;
    Ok(Outcome {
        per_second: accepted / seconds,
        latencies,
        refused,
        server_cpu_ms: cpu_ms(0),
        driver_cpu_ms: cpu_ms(1),
        others: seen.others,
        rest_mb: 0.0,
        peak_mb,
        sealed_bytes: 0.0,
        disk_bytes: 0.0,
    })
}

/// Sends until nothing is left; gives waiting times and how many were not accepted.
async fn one(
    mut connection: Connection,
    queue: std::rc::Rc<RefCell<Vec<Posted>>>,
) -> Result<(Latencies, usize), Failure> {
    let (mut latencies, mut refused) = (Latencies::default(), 0);
    loop {
        let next = queue.borrow_mut().pop();
        let Some((path, submission)) = next else {
            return Ok((latencies, refused));
        };
        let began = Instant::now();
        let (status, body) = connection.post_sealed(&path, submission.frame).await?;
        latencies.add(began.elapsed());
        // Opening costs the driver time, so it opens the first and some more; all are counted in the database afterwards.
        let sampled = latencies.count() % 64 == 1;
        let fine = status == 200
            && (!sampled || submission.answer.open(&body).ok() == Some(GatewayAnswer::Accepted {}));
        if !fine {
            refused += 1;
            if refused == 1 {
                let text = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
                eprintln!("bench: a report was answered {status}: {text}");
            }
        }
    }
}

/// Every report that was accepted is in the database and in the log.
async fn check(on: &On, data: &Path, options: &Options, outcome: &Outcome) -> Result<(), Failure> {
    let ground = Ground::open(data, on.database.as_deref()).await?;
    let rows = ground.database.row_counts().await?;
    let cases = rows
        .iter()
        .find(|(name, _)| name == "cases")
        .map_or(0, |(_, rows)| *rows);
    let mut tx = ground.database.read().await?;
    let log = ground.log.size(&mut tx).await?;
    drop(tx);
    ground.database.close().await;
    let accepted = (options.reports - outcome.refused) as u64;
    // Each school's log begins with its directory and its opening.
    let before = 2 * options.schools as u64;
    if cases != accepted || log != accepted + before {
        return Err(format!(
            "{accepted} reports were accepted, but {cases} cases and {log} log entries are there"
        )
        .into());
    }
    remark("found in the database and the log", accepted);
    Ok(())
}

/// Bytes the database takes, once nobody has it open.
pub async fn disk_bytes(on: &On, data: &Path) -> Result<f64, Failure> {
    if let Some(address) = &on.database {
        use sqlx::Connection as _;
        let mut connection = sqlx::PgConnection::connect(address).await?;
        let bytes: i64 = sqlx::query_scalar("select pg_database_size(current_database())")
            .fetch_one(&mut connection)
            .await?;
        connection.close().await?;
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        return Ok(bytes as f64);
    }
    let mut bytes = 0;
    for file in std::fs::read_dir(data)? {
        let file = file?;
        if file.file_name().to_string_lossy().contains("sqlite") {
            bytes += file.metadata()?.len();
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    Ok(bytes as f64)
}
