//! From starting the program to its first answer, with many cases in the database.

use std::path::Path;
use std::time::Instant;

use crate::ground::Ground;
use crate::http::Connection;
use crate::latency::Latencies;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::{Failure, On, machine, seed};

/// Figures of some starts.
pub struct Outcome {
    /// Cases in the database.
    pub cases: u64,
    /// From the start of the program to a 200.
    pub starts: Latencies,
    /// Memory at rest, highest, in MB.
    pub rest_mb: f64,
}

/// Measures and prints.
pub async fn run(on: &On, cases: usize, times: usize, made: Option<&Path>) -> Result<(), Failure> {
    heading("Cold start");
    machine::describe();
    let mut outcome = match made {
        Some(data) => over(on, data, "bench", times).await?,
        None => measure(on, cases, times).await?,
    };
    remark("cases in the database", outcome.cases);
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
    over(on, folder.path(), &school.slug, times).await
}

/// Starts the server so often over what is there.
async fn over(on: &On, data: &Path, slug: &str, times: usize) -> Result<Outcome, Failure> {
    let ground = Ground::open(data, on.database.as_deref()).await?;
    let rows = ground.database.row_counts().await?;
    ground.database.close().await;
    let cases = rows.iter().find(|(name, _)| name == "cases");
    let mut outcome = Outcome {
        cases: cases.map_or(0, |(_, rows)| *rows),
        starts: Latencies::default(),
        rest_mb: 0.0,
    };
    for _ in 0..times {
        let began = Instant::now();
        let serving = Serving::start(on, data, &[])?;
        let mut connection = Connection::open(serving.address).await?;
        let path = format!("/api/v1/schools/{slug}");
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
