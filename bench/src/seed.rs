//! Many cases at once, put into the database directly: rows and log entries as the server writes them, sealed for real.

use std::ops::Range;
use std::path::Path;

use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::to_base64url;
use protocol::id::SchoolId;
use protocol::mailbox::derive_verifier;
use serde_json::json;
use server::arrival::new_envelope;
use server::log_keeper::Act;
use server::store::NewReport;
use totp_rs::Secret;

use crate::Failure;
use crate::ground::{Ground, PASSWORD, School};
use crate::submissions::write_many;

/// Reports sealed and stored at a time.
const BATCH: usize = 2000;
/// The same cases are made each time.
const SEED: u64 = 9000;
/// Days until somebody who leaves is gone.
const NOTICE_DAYS: u32 = 14;
/// Half-days over which they arrived.
const HALF_DAYS: usize = 80;

/// A school with so many readers and cases, in a folder that stays, with `bench.json` that says how to sign in. With readers
/// who came `later` the lead is leaving, and has to seal every case to one of them.
pub async fn make(data: &Path, cases: usize, readers: usize, later: usize) -> Result<(), Failure> {
    let ground = Ground::open(data, None).await?;
    let mut school = ground.school("bench", readers).await?;
    if later > 0 {
        school.readers.truncate(readers.saturating_sub(later));
        ground.leaves(&school, NOTICE_DAYS).await?;
    }
    fill(&ground, &school, cases).await?;
    ground.database.close().await;
    let lead = &school.lead;
    let pass = json!({
        "user": lead.user,
        "password": PASSWORD,
        "account_secret": lead.account_secret,
        "totp_secret": Secret::from(lead.totp.as_slice()).to_base32(),
    });
    let link = format!(
        "/s/bench/staff#demo={}",
        to_base64url(pass.to_string().as_bytes())
    );
    let said = json!({ "staff": link, "pupil": "/s/bench", "school": "School bench", "cases": cases, "readers": readers, "later": later });
    std::fs::write(data.join("bench.json"), said.to_string())?;
    Ok(())
}

/// Puts so many cases into a school.
pub async fn fill(ground: &Ground, school: &School, cases: usize) -> Result<(), Failure> {
    let mut done = 0;
    while done < cases {
        let part = done..cases.min(done + BATCH);
        done = part.end;
        store(ground, &reports(ground, school, part, cases)?).await?;
    }
    Ok(())
}

/// Rows of a part of so many new reports. They come oldest first, as they would have: the server makes keys for a day.
pub fn reports(
    ground: &Ground,
    school: &School,
    part: Range<usize>,
    all: usize,
) -> Result<Vec<NewReport>, Failure> {
    let now = ground.now();
    let written = write_many(school, part.len(), SEED + part.start as u64)?;
    let rows = written.iter().zip(part).map(|(written, number)| {
        let envelope = &written.sealed.envelope;
        let ago = u32::try_from((all - 1 - number) * HALF_DAYS / all)?;
        let half_day = now.half_day() - ago;
        Ok(NewReport {
            school: school.id,
            case: envelope.header().case(),
            mailbox: written.mailbox.id(),
            verifier: derive_verifier(written.mailbox.token()),
            audit_key: *written.sealed.audit_key,
            danger: false,
            received_half_day: half_day,
            urgent_minute: None,
            visible_minute: None,
            destroy_after_day: now.day() + 400,
            envelope: new_envelope(envelope, half_day * 12),
        })
    });
    rows.collect()
}

/// Stores them in one commit, through the statements that the intake of the server uses.
pub async fn store(ground: &Ground, reports: &[NewReport]) -> Result<(), Failure> {
    let mut rng = ground.randomness.make_rng();
    let all: Vec<_> = reports.iter().collect();
    let tx = ground.database.write().await?;
    let mut tx = tx
        .insert_new_reports(&all)
        .await?
        .ok_or("a report is there already")?;
    let acts: Vec<_> = reports.iter().map(received).collect();
    let recorded = ground.log.record_all(&mut tx, &acts, &mut rng).await?;
    Ok(ground.log.commit(tx, recorded.as_ref()).await?)
}

fn received(report: &NewReport) -> (SchoolId, Act) {
    let act = Act::Case {
        case: report.case,
        kind: Kind::Received,
        key: NO_KEY,
        reason: None,
        hour: report.received_half_day * 12,
        envelope: report.envelope.body_hash,
    };
    (report.school, act)
}
