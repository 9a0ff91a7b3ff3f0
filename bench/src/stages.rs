//! What each stage of taking in a report costs alone, on one core, in the driver: the machine's limit.

use std::fs::File;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use protocol::envelope::Envelope;
use protocol::gateway::{GatewayAnswer, open_request};
use protocol::puzzle::{check_challenge, derive_subject, derive_zeros, puzzle_of};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use crate::ground::{Ground, School};
use crate::load::Outcome;
use crate::machine::Watch;
use crate::sheet::{figure, heading, remark};
use crate::submissions::{make_many, write};
use crate::{Failure, On, machine, seed};

/// How long each stage is repeated.
const REPEAT: Duration = Duration::from_millis(700);
/// Reports stored in one commit, for the cost of storing without waiting for the disk.
const STORED: usize = 500;

/// Milliseconds of each stage for one report.
pub struct Limit {
    stages: Vec<(&'static str, f64)>,
    /// Those that no server could do without.
    crypto: f64,
    sync: f64,
}

/// Measures and prints.
pub async fn run(on: &On, readers: usize) -> Result<(), Failure> {
    machine::describe();
    measure(on, readers).await.map(drop)
}

/// Measures every stage alone.
pub async fn measure(on: &On, readers: usize) -> Result<Limit, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    // The store alone is measured on SQLite; PostgreSQL does its work in processes of its own.
    let ground = Ground::open(folder.path(), None).await?;
    let school = ground.school("stages", readers).await?;
    let submissions = make_many(&school, 64, 77)?;
    let key = ground.server_key.derive_gateway_key(school.id);
    let mut turn = 0;
    let open = time(|| {
        turn += 1;
        let frame = &submissions[turn % submissions.len()].frame;
        black_box(open_request(frame, school.id, &key).is_ok());
    });
    let puzzle = puzzle(&ground, &school, &submissions[0].frame)?;
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let envelope = write(&school, &mut rng)?.sealed.envelope.encode();
    let decode = time(|| {
        black_box(Envelope::decode(&envelope).is_ok());
    });
    let opened = open_request(&submissions[0].frame, school.id, &key)
        .map_err(|_| "a request of ours does not open")?;
    let answer = time(|| {
        black_box(
            opened
                .answer
                .seal(&GatewayAnswer::Accepted {}, &mut rng)
                .is_ok(),
        );
    });
    let signing = ground.server_key.derive_log_key();
    let sign = time(|| {
        black_box(signing.sign_note(b"sotto.local/log\n1\nroot\n"));
    });
    let store = store(&ground, &school).await?;
    let sync = sync(folder.path(), envelope.len())?;
    ground.database.close().await;
    let limit = Limit {
        stages: vec![
            ("open the sealed request (X-Wing, ChaCha20)", open),
            ("of that: decode the envelope", decode),
            ("check the puzzle (Argon2id, 512 KiB)", puzzle),
            ("seal the answer", answer),
            ("sign a checkpoint", sign),
            ("store rows and log entry (SQLite)", store),
        ],
        crypto: open + puzzle,
        sync,
    };
    heading("Each stage alone, one core");
    for (name, cost) in &limit.stages {
        figure(name, *cost, "ms");
    }
    figure("one durable write of a report to the disk", sync, "ms");
    #[expect(clippy::cast_precision_loss, reason = "a handful of cores")]
    let cores = machine::cores() as f64;
    figure(
        "cryptographic limit, all cores",
        cores * 1000.0 / limit.crypto,
        "reports/s",
    );
    figure(
        "limit of one commit for each report",
        1000.0 / sync,
        "reports/s",
    );
    Ok(limit)
}

/// Prints the share of each stage in what the server used for a report under load.
pub fn compare(limit: &Limit, outcome: &Outcome) {
    heading("Where the server's time goes");
    let mut rest = outcome.server_cpu_ms;
    for (name, cost) in &limit.stages {
        let part = name.starts_with("of that");
        if !part {
            rest -= cost;
        }
        let percent = cost / outcome.server_cpu_ms * 100.0;
        remark(
            name,
            format!("{percent:>5.1} % of {:.3} ms", outcome.server_cpu_ms),
        );
    }
    let percent = rest / outcome.server_cpu_ms * 100.0;
    remark(
        "everything else (HTTP, kernel, threads)",
        format!("{percent:>5.1} %"),
    );
    #[expect(clippy::cast_precision_loss, reason = "a handful of cores")]
    let cores = machine::cores() as f64;
    let crypto = cores * 1000.0 / limit.crypto;
    figure(
        "of the cryptographic limit",
        outcome.per_second / crypto * 100.0,
        "%",
    );
    figure(
        "times one commit for each report",
        outcome.per_second * limit.sync / 1000.0,
        "",
    );
}

/// Its challenge's code and the one hash of its answer, with memory that is used again, as the gate does it.
fn puzzle(ground: &Ground, school: &School, frame: &[u8]) -> Result<f64, Failure> {
    let key = ground.server_key.derive_puzzle_key(school.id);
    let (challenge, answer) = puzzle_of(frame).ok_or("a frame without a puzzle")?;
    let subject = derive_subject(frame).ok_or("not a frame")?;
    let now = ground.now().timestamp();
    let terms = check_challenge(&key, &challenge, now, 660)?;
    let mut stretcher = terms.price.stretcher()?;
    if derive_zeros(&mut stretcher, &subject, &terms.seed, answer) < terms.price.bits {
        return Err("an answer of ours is none".into());
    }
    Ok(time(|| {
        black_box(check_challenge(&key, &challenge, now, 660).is_ok());
        black_box(derive_zeros(&mut stretcher, &subject, &terms.seed, answer));
    }))
}

/// Milliseconds on a core of one call.
fn time(mut act: impl FnMut()) -> f64 {
    act();
    let (began, before, mut count) = (Instant::now(), machine::thread_ms(), 0);
    while began.elapsed() < REPEAT {
        act();
        count += 1;
    }
    (machine::thread_ms() - before) / f64::from(count)
}

/// Rows and log entry of a report, many in one commit.
async fn store(ground: &Ground, school: &School) -> Result<f64, Failure> {
    let reports = seed::reports(ground, school, 0..STORED, STORED)?;
    // SQLite works in a thread of its own.
    let watch = Watch::begin(&[std::process::id()])?;
    seed::store(ground, &reports).await?;
    let cpu = watch.end()?.cpu.first().copied().unwrap_or(f64::NAN);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let stored = STORED as f64;
    Ok(cpu * 1000.0 / stored)
}

/// Milliseconds to append a report to a file and have it on the disk.
fn sync(folder: &Path, bytes: usize) -> Result<f64, Failure> {
    let mut file = File::create(folder.join("sync"))?;
    let report = vec![7; bytes];
    let (began, mut count) = (Instant::now(), 0);
    while began.elapsed() < REPEAT {
        file.write_all(&report)?;
        file.sync_data()?;
        count += 1;
    }
    Ok(began.elapsed().as_secs_f64() * 1000.0 / f64::from(count))
}
