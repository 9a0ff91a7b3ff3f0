//! How each cost grows: once, ten times, a hundred times the cases, schools and clients, and up to the most readers.

use protocol::directory::MAX_READERS;

use crate::load::{self, Options};
use crate::sheet::{heading, remark};
use crate::{Failure, On, inbox, machine, start};

/// Prints a table of lines `what,how many,measure,value`.
pub async fn run(on: &On, reports: usize) -> Result<(), Failure> {
    heading("How costs grow");
    machine::describe();
    for cases in [100, 1_000, 10_000] {
        let mut inbox = inbox::measure(on, cases).await?;
        line(
            "cases",
            cases,
            "median inbox page, ms",
            inbox.pages.quantile(0.5),
        );
        line("cases", cases, "last inbox page, ms", inbox.last);
        let mut start = start::measure(on, cases, 5).await?;
        line("cases", cases, "start, ms", start.starts.quantile(0.5));
    }
    // A directory holds no more than sixteen.
    for readers in [1, 4, MAX_READERS] {
        let options = Options {
            readers,
            ..options(reports)
        };
        loaded(on, "readers", readers, &options).await;
    }
    for schools in [1, 10, 100] {
        let options = Options {
            schools,
            ..options(reports)
        };
        loaded(on, "schools", schools, &options).await;
    }
    for connections in [1, 10, 100] {
        let options = Options {
            connections,
            ..options(reports)
        };
        loaded(on, "clients", connections, &options).await;
    }
    Ok(())
}

const fn options(reports: usize) -> Options {
    Options {
        reports,
        connections: 32,
        readers: 8,
        schools: 1,
        postgres: None,
    }
}

async fn loaded(on: &On, what: &str, count: usize, options: &Options) {
    match load::measure(on, options).await {
        Ok(mut outcome) => {
            line(what, count, "reports/s", outcome.per_second);
            line(what, count, "p99, ms", outcome.latencies.quantile(0.99));
            line(
                what,
                count,
                "server CPU per report, ms",
                outcome.server_cpu_ms,
            );
            line(what, count, "disk bytes per report", outcome.disk_bytes);
            line(what, count, "memory under load, MB", outcome.peak_mb);
        }
        Err(failure) => remark(
            &format!("{what},{count}"),
            format!("not possible: {failure}"),
        ),
    }
}

fn line(what: &str, count: usize, measure: &str, value: f64) {
    println!("{what},{count},{measure},{value:.3}");
}
