//! Many cases at once, put into the database directly: rows and log entries as the server writes them, sealed for real.

use std::path::Path;

use protocol::audit::{Kind, NO_KEY};
use protocol::encoding::to_base64url;
use protocol::mailbox::derive_verifier;
use serde_json::json;
use server::arrival::new_envelope;
use server::log_keeper::Act;
use server::store::{NewReport, Submitted};
use totp_rs::Secret;

use crate::Failure;
use crate::ground::{Ground, PASSWORD, School};
use crate::submissions::write_many;

/// Reports sealed and stored at a time.
const BATCH: usize = 2000;
/// Days over which they arrived.
const DAYS: u32 = 200;

/// A school with so many readers and cases, in a folder that stays, with `bench.json` that says how to sign in.
pub async fn make(data: &Path, cases: usize, readers: usize) -> Result<(), Failure> {
    let ground = Ground::open(data, None).await?;
    let school = ground.school("bench", readers).await?;
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
    let said = json!({ "staff": link, "pupil": "/s/bench", "school": "School bench", "cases": cases, "readers": readers });
    std::fs::write(data.join("bench.json"), said.to_string())?;
    Ok(())
}

/// Puts so many cases into a school.
pub async fn fill(ground: &Ground, school: &School, cases: usize) -> Result<(), Failure> {
    let mut done = 0;
    while done < cases {
        let count = BATCH.min(cases - done);
        store(ground, &reports(ground, school, count, 9000 + done as u64)?).await?;
        done += count;
    }
    Ok(())
}

/// Rows of so many new reports.
pub fn reports(
    ground: &Ground,
    school: &School,
    count: usize,
    seed: u64,
) -> Result<Vec<NewReport>, Failure> {
    let now = ground.now();
    let written = write_many(school, count, seed)?;
    Ok(written
        .iter()
        .zip(0_u32..)
        .map(|(written, number)| {
            let envelope = &written.sealed.envelope;
            let half_day = now.half_day() - number % (DAYS * 2);
            NewReport {
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
            }
        })
        .collect())
}

/// Stores them in one commit.
pub async fn store(ground: &Ground, reports: &[NewReport]) -> Result<(), Failure> {
    let mut rng = ground.randomness.make_rng();
    let mut tx = ground.database.write().await?;
    for report in reports {
        if tx.insert_report(report).await? != Submitted::New {
            return Err("a report is there already".into());
        }
        let act = Act::Case {
            case: report.case,
            kind: Kind::Received,
            key: NO_KEY,
            reason: None,
            hour: report.received_half_day * 12,
            envelope: report.envelope.body_hash,
        };
        ground
            .log
            .record(&mut tx, report.school, &act, &mut rng)
            .await?;
    }
    Ok(tx.commit().await?)
}
