//! Who can read, who was left out, and who no longer can.

use client::reporter::message as pupil;
use client::staff::message::{Ask, Failure, Question};
use protocol::api::{EndStaffRequest, Role};

use crate::fixture::{draft, failure, fixture, pupil_failure};

// P21, schools.md 2c 6: left out means no row, no count, no audit row, no content.
#[tokio::test]
async fn whoever_is_left_out_sees_nothing() {
    let school = fixture().await;
    school.report("Not for him.", &[Role::Deputy]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    let case = lead.open(row.case).await;
    assert_eq!(case.readers.len(), 1);
    lead.on_case(Ask::Reply {
        case: row.case,
        text: "Noted.".into(),
        question: Question::Nothing,
    })
    .await;
    lead.on_case(Ask::Note {
        case: row.case,
        text: "Keep from T.".into(),
    })
    .await;

    let mut deputy = school.adult(Role::Deputy).await;
    assert!(deputy.board().await.rows.is_empty());
    let audit = match deputy.ask(Ask::Audit { before: None }).await {
        client::staff::message::Answer::Audit(audit) => audit,
        other => panic!("{:?}", failure(&other)),
    };
    assert!(audit.rows.iter().all(|row| row.case.is_none()));
    assert_eq!(
        audit.rows.len(),
        2,
        "only the first directory, and that the school opened"
    );
    // Knowing the id does not help.
    assert_eq!(
        failure(&deputy.try_open(row.case).await),
        Some(&Failure::NotFound)
    );
    // Neither does the saved log.
    let log = match deputy.ask(Ask::SaveLog).await {
        client::staff::message::Answer::LogFile { json } => json,
        other => panic!("{:?}", failure(&other)),
    };
    let log: protocol::api::LogFile = serde_json::from_str(&log).unwrap();
    // The first directory, that the school opened, and that he saved the log.
    assert_eq!(log.openings.len(), 3);
    assert!(log.leaves.len() > 4);
}

// P61: an admin configures and never reads.
#[tokio::test]
async fn the_admin_has_no_board() {
    let school = fixture().await;
    school.report("Not for admins.", &[]).await;
    let mut admin = school.adult(Role::Admin).await;
    assert_eq!(
        failure(&admin.ask(Ask::Board { whole: true }).await),
        Some(&Failure::Refused)
    );
}

// Ending someone works at once: no slot in new reports, no session, no release.
#[tokio::test]
async fn whoever_is_ended_reads_nothing_new() {
    let school = fixture().await;
    let mut child = school.pupil().await;
    let before = child.start().await;
    let mut deputy = school.adult(Role::Deputy).await;
    let mut admin = school.adult(Role::Admin).await;
    let people = match admin.ask(Ask::People).await {
        client::staff::message::Answer::People(people) => people,
        other => panic!("{:?}", failure(&other)),
    };
    let person = people
        .list
        .staff
        .iter()
        .find(|one| one.role == Role::Deputy)
        .unwrap();
    let request = EndStaffRequest {
        reason: "Left the school.".into(),
        key: person.key,
        destroy: false,
    };
    let ended = admin
        .ask(Ask::End {
            staff: person.staff,
            request,
        })
        .await;
    assert!(failure(&ended).is_none());
    assert_eq!(
        failure(&deputy.ask(Ask::Board { whole: true }).await),
        Some(&Failure::SessionEnded)
    );

    // The page was loaded before: the pupil is shown the new list, and nothing was sent.
    child.network.take_sent();
    let changed = child
        .ask(pupil::Ask::Send(draft(&before, "hello", &[])))
        .await;
    let Some(pupil::Failure::ReadersChanged(now)) = pupil_failure(&changed) else {
        panic!("{:?}", pupil_failure(&changed))
    };
    assert!(now.readers.iter().all(|reader| reader.role != Role::Deputy));
    assert!(
        child
            .network
            .take_sent()
            .iter()
            .all(|sent| !sent.path.ends_with("/gateway"))
    );
    child.send(draft(now, "hello", &[])).await;
    school.minutes_pass(45);
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    assert_eq!(lead.open(row.case).await.readers.len(), 1);
}
