//! What checking a school's signed directory costs, for as many entries as one can hold.

use std::hint::black_box;
use std::time::{Duration, Instant};

use client::school::KnownSchool;
use protocol::api::SchoolView;
use protocol::day::Timestamp;
use protocol::directory::{Known, MAX_ENTRIES, MAX_READERS};

use crate::ground::Ground;
use crate::http::Connection;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::{Failure, On, machine};

/// How long each is repeated.
const REPEAT: Duration = Duration::from_millis(700);

/// Measures and prints: in this program, with the code that browsers run as WASM.
pub async fn run(on: &On) -> Result<(), Failure> {
    heading("A school's signed directory, fetched and checked");
    machine::describe();
    remark(
        "a directory can hold",
        format!("{MAX_ENTRIES} entries, {MAX_READERS} of whom receive"),
    );
    for (readers, former) in [
        (1, 0),
        (4, 0),
        (MAX_READERS, 0),
        (MAX_READERS, MAX_ENTRIES - MAX_READERS),
    ] {
        let (bytes, ms) = measure(on, readers, former).await?;
        let name = format!("{} entries, {readers} receive", readers + former);
        remark(&format!("{name}: the answer"), format!("{bytes} bytes"));
        figure(&format!("{name}: checked"), ms, "ms");
    }
    Ok(())
}

async fn measure(on: &On, readers: usize, former: usize) -> Result<(usize, f64), Failure> {
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    let ground = Ground::open(folder.path(), None).await?;
    ground.school_with("directory", readers, former).await?;
    let now = Timestamp(ground.now().seconds());
    ground.database.close().await;
    let serving = Serving::start(on, folder.path(), &[])?;
    let mut connection = Connection::open(serving.address).await?;
    let path = "/api/v1/schools/directory";
    let (_, packed) = connection.get(&format!("{path}/packed"), "").await?;
    let (status, body) = connection.get(path, "").await?;
    if status != 200 {
        return Err(format!("{path}: {status}").into());
    }
    let view: SchoolView = serde_json::from_slice(&body)?;
    let mut times = Vec::new();
    let began = Instant::now();
    while began.elapsed() < REPEAT {
        let view = view.clone();
        let start = Instant::now();
        let known = KnownSchool::check(view, &Known::default(), now);
        times.push(start.elapsed());
        let known = known.map_err(|fault| format!("{fault:?}"))?;
        if black_box(known).readers().count() != readers {
            return Err("not everyone receives".into());
        }
    }
    serving.stop()?;
    times.sort_unstable();
    Ok((packed.len(), times[times.len() / 2].as_secs_f64() * 1000.0))
}
