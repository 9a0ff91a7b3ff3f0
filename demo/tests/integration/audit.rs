//! The audit page and the saved log: everything proven in the adult's own session.

use client::staff::message::{Answer, Ask, Audit, Entry, Event, Failure};
use protocol::api::{AuditPage, Consistency, LogFile, Role};
use protocol::audit::{Kept, Kind, verify_log};

use crate::fixture::{Adult, failure, fixture};
use crate::network::changing;

async fn audit(adult: &mut Adult<'_>) -> Audit {
    match adult.ask(Ask::Audit { before: None }).await {
        Answer::Audit(audit) => audit,
        other => panic!("{:?}", failure(&other)),
    }
}

// P64, F9: who opened what, when and why, newest first, verified.
#[tokio::test]
async fn the_log_says_who_opened_what() {
    let school = fixture().await;
    school.report("First.", &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    lead.on_case(Ask::Note {
        case: row.case,
        text: "Seen.".into(),
    })
    .await;
    let page = audit(&mut lead).await;
    assert!(page.consistent && page.broken.is_none());
    assert_eq!(page.size, 5);
    let rows: Vec<_> = page
        .rows
        .iter()
        .map(|row| (row.index, row.case.is_some()))
        .collect();
    assert_eq!(
        rows,
        [(4, true), (3, true), (2, true), (1, false), (0, false)]
    );
    assert!(matches!(page.rows[0].what, Entry::Message));
    assert!(matches!(
        page.rows[1].what,
        Entry::Case(Event::Opened { .. })
    ));
    assert_eq!(page.rows[1].by.as_ref().unwrap().name, "Ms Priya Kaur");
    assert!(matches!(page.rows[2].what, Entry::Case(Event::Received)));
    assert!(matches!(page.rows[3].what, Entry::SchoolOpened));
    assert!(matches!(
        page.rows[4].what,
        Entry::DirectoryVersion { version: Some(1) }
    ));
}

// F9: an altered row is found and named; a log that does not extend what was seen is called so.
#[tokio::test]
async fn an_altered_row_is_named() {
    let school = fixture().await;
    school.report("First.", &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    lead.network
        .lie(changing("/api/v1/audit", |page: &mut AuditPage| {
            page.entries[1].entry.0[58] ^= 1;
        }));
    let page = audit(&mut lead).await;
    assert_eq!(page.broken, Some(2));
    assert!(page.rows.iter().all(|row| row.index != 2));
    lead.network
        .lie(changing("/log/consistency", |proof: &mut Consistency| {
            proof.proof.clear()
        }));
    assert!(!audit(&mut lead).await.consistent);
}

// P64: the saved file verifies anywhere, and holds only what its owner may see.
#[tokio::test]
async fn the_saved_log_verifies() {
    let school = fixture().await;
    school.report("For both.", &[]).await;
    school.report("Not for the deputy.", &[Role::Deputy]).await;
    let mut deputy = school.adult(Role::Deputy).await;
    let row = deputy.only_row().await;
    deputy.open(row.case).await;
    let json = match deputy.ask(Ask::SaveLog).await {
        Answer::LogFile { json } => json,
        other => panic!("{:?}", failure(&other)),
    };
    let mut file: LogFile = serde_json::from_str(&json).unwrap();
    let summary = verify_log(&file, &Kept::default()).unwrap();
    // The last one says that the log was saved.
    assert_eq!(summary.size, 6);
    assert_eq!(summary.by_kind.get(&Kind::Received), Some(&1));
    assert_eq!(summary.openings, 5);
    file.openings[1].entry.0[59] ^= 1;
    assert_eq!(
        verify_log(&file, &Kept::default()).unwrap_err().index,
        Some(file.openings[1].index)
    );

    deputy.network.lie(changing(
        "/log/leaves",
        |page: &mut protocol::api::LeavesPage| {
            page.leaves.swap(0, 1);
        },
    ));
    let broken = deputy.ask(Ask::SaveLog).await;
    assert!(matches!(failure(&broken), Some(Failure::LogBroken { .. })));
}
