//! Server time of the inbox, page by page, over HTTP as a signed-in reader sees it.

use std::time::Instant;

use protocol::api::{CasePage, SignInAnswer, SignInRequest};
use protocol::encoding::{FixedBytes, to_base64url};
use totp_rs::Builder;

use crate::ground::{Ground, School};
use crate::http::Connection;
use crate::latency::Latencies;
use crate::machine::Watch;
use crate::serving::Serving;
use crate::sheet::{figure, heading, remark};
use crate::{Failure, On, machine, seed};

/// Figures of one walk through the inbox.
pub struct Outcome {
    /// Waiting time of each page.
    pub pages: Latencies,
    /// Milliseconds of the first page.
    pub first: f64,
    /// Milliseconds of the last page.
    pub last: f64,
    /// Cases seen.
    pub cases: usize,
    /// Bytes of the largest page.
    pub bytes: usize,
    /// Server CPU for each page, ms.
    pub cpu_ms: f64,
}

/// Measures and prints.
pub async fn run(on: &On, cases: usize) -> Result<(), Failure> {
    heading("The inbox, page by page");
    machine::describe();
    let mut outcome = measure(on, cases).await?;
    remark("cases", outcome.cases);
    remark("pages", outcome.pages.count());
    figure("first page", outcome.first, "ms");
    figure("last page", outcome.last, "ms");
    figure("median page", outcome.pages.quantile(0.5), "ms");
    figure("slowest page", outcome.pages.quantile(1.0), "ms");
    figure("server CPU per page", outcome.cpu_ms, "ms");
    remark("largest page", format!("{} bytes", outcome.bytes));
    Ok(())
}

/// Walks through an inbox of so many cases.
pub async fn measure(on: &On, cases: usize) -> Result<Outcome, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&on.scratch)?;
    let ground = Ground::open(folder.path(), on.database.as_deref()).await?;
    let school = ground.school("inbox", 2).await?;
    seed::fill(&ground, &school, cases).await?;
    ground.database.close().await;
    let serving = Serving::start(on, folder.path(), &[])?;
    let outcome = walk(&serving, &school).await?;
    serving.stop()?;
    Ok(outcome)
}

async fn walk(serving: &Serving, school: &School) -> Result<Outcome, Failure> {
    let mut connection = Connection::open(serving.address).await?;
    let session = sign_in(&mut connection, school).await?;
    let mut outcome = Outcome {
        pages: Latencies::default(),
        first: f64::NAN,
        last: f64::NAN,
        cases: 0,
        bytes: 0,
        cpu_ms: 0.0,
    };
    let watch = Watch::begin(&[serving.process()])?;
    let mut path = "/api/v1/cases".to_owned();
    loop {
        let began = Instant::now();
        let (status, body) = connection.get(&path, &session).await?;
        let took = began.elapsed();
        if status != 200 {
            return Err(format!("{path}: {status}").into());
        }
        let page: CasePage = serde_json::from_slice(&body)?;
        outcome.pages.add(took);
        outcome.last = took.as_secs_f64() * 1000.0;
        if outcome.cases == 0 {
            outcome.first = outcome.last;
        }
        outcome.cases += page.cases.len();
        outcome.bytes = outcome.bytes.max(body.len());
        let Some(next) = page.next else { break };
        path = format!("/api/v1/cases?after={}", next.0);
    }
    let cpu = watch.end()?.cpu.first().copied().unwrap_or(0.0);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pages")]
    let pages = outcome.pages.count() as f64;
    outcome.cpu_ms = cpu * 1000.0 / pages;
    Ok(outcome)
}

async fn sign_in(connection: &mut Connection, school: &School) -> Result<String, Failure> {
    let now = std::time::UNIX_EPOCH.elapsed()?.as_secs();
    let code = Builder::new()
        .with_secret(school.lead.totp.as_slice())
        .build_noncompliant()
        .generate(now);
    let request = SignInRequest {
        user: school.lead.user.clone(),
        auth: FixedBytes(school.lead.auth),
        code: code.to_string(),
        passkey: None,
    };
    let path = format!("/api/v1/schools/{}/sign-in", school.slug);
    let (status, body) = connection
        .post_json(&path, serde_json::to_vec(&request)?)
        .await?;
    if status != 200 {
        let text = String::from_utf8_lossy(&body).into_owned();
        return Err(format!("signing in: {status}: {text}").into());
    }
    let answer: SignInAnswer = serde_json::from_slice(&body)?;
    Ok(to_base64url(&answer.session.0))
}
