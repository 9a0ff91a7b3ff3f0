//! From starting the program to its first answer, with many cases in the database.

use std::time::Instant;

use crate::ground::Ground;
use crate::http::Connection;
use crate::latency::Latencies;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::{Failure, On, machine, seed};

/// Figures of some starts.
pub struct Outcome {
    /// From the start of the program to a 200.
    pub starts: Latencies,
    /// Memory at rest, highest, in MB.
    pub rest_mb: f64,
}

/// Measures and prints.
pub async fn run(on: &On, cases: usize, times: usize) -> Result<(), Failure> {
    heading("Cold start");
    machine::describe();
    let mut outcome = measure(on, cases, times).await?;
    remark("cases in the database", cases);
    remark("starts", times);
    figure(
        "median until the first 200",
        outcome.starts.quantile(0.5),
        "ms",
    );
    figure("slowest", outcome.starts.quantile(1.0), "ms");
    figure("memory at rest (PSS)", outcome.rest_mb, "MB");
    Ok(())
}

/// Starts the server so often over so many cases.
pub async fn measure(on: &On, cases: usize, times: usize) -> Result<Outcome, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    let ground = Ground::open(folder.path(), on.database.as_deref()).await?;
    let school = ground.school("start", 2).await?;
    seed::fill(&ground, &school, cases).await?;
    ground.database.close().await;
    let mut outcome = Outcome {
        starts: Latencies::default(),
        rest_mb: 0.0,
    };
    for _ in 0..times {
        let began = Instant::now();
        let serving = Serving::start(on, folder.path(), &[])?;
        let mut connection = Connection::open(serving.address).await?;
        let path = format!("/api/v1/schools/{}", school.slug);
        let (status, _) = connection.get(&path, "").await?;
        outcome.starts.add(began.elapsed());
        if status != 200 {
            return Err(format!("{path}: {status}").into());
        }
        outcome.rest_mb = outcome.rest_mb.max(serving.pss()?);
        drop(connection);
        serving.stop()?;
    }
    Ok(outcome)
}
