//! Reports come in once, are opened, dated and taken back.

use protocol::audit::Kind;
use protocol::encoding::FixedBytes;
use protocol::id::KeyId;
use server::store::{Added, NewReport, Submitted, Withdrawn};

use crate::database::Fresh;
use crate::fixtures::{
    HEAD, LEAD, NOON, SCHOOL, act, case, envelope, hash, keeper, mailbox, message, report, rng,
    with_school,
};

both!(
    a_report_is_taken_in_once,
    a_mailbox_or_case_of_another_is_refused_and_nothing_written,
    new_reports_go_in_together_as_they_would_alone,
    together_they_go_in_whole_or_not_at_all,
    a_message_is_added_once,
    the_first_opening_forgets_what_told_more_than_a_day,
    dates_are_set_and_left,
    taken_back_before_opening_the_content_is_gone,
    taken_back_after_opening_staff_keep_it,
    a_report_is_not_visible_before_its_minute
);

async fn a_report_is_taken_in_once(fresh: &Fresh) {
    // reliability.md section 0, fact 8; R25
    let mut tx = with_school(&fresh.database).await;
    let urgent = NewReport {
        danger: true,
        urgent_minute: Some(NOON * 60 + 7),
        ..report(1)
    };
    assert_eq!(tx.insert_report(&urgent).await.unwrap(), Submitted::New);
    assert_eq!(tx.insert_report(&urgent).await.unwrap(), Submitted::Again);
    let state = tx.case_state(SCHOOL, case(1)).await.unwrap().unwrap();
    assert!(state.danger && !state.withdrawn && !state.hold);
    assert_eq!(state.received_half_day, NOON / 12);
    assert_eq!((state.opened_day, state.due_day), (None, None));
    assert_eq!(state.destroy_after_day, NOON / 24 + 400);
    assert!(tx.case_state(SCHOOL, case(2)).await.unwrap().is_none());
    tx.commit().await.unwrap();
    let counts = fresh.database.row_counts().await.unwrap();
    let rows = |table: &str| counts.iter().find(|row| row.0 == table).unwrap().1;
    assert_eq!(
        (
            rows("cases"),
            rows("mailbox"),
            rows("envelope"),
            rows("slot")
        ),
        (1, 1, 1, 2)
    );
}

async fn a_mailbox_or_case_of_another_is_refused_and_nothing_written(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.commit().await.unwrap();
    let before = fresh.database.row_counts().await.unwrap();

    let same_mailbox = NewReport {
        mailbox: mailbox(1),
        ..report(2)
    };
    let same_case = NewReport {
        case: case(1),
        ..report(2)
    };
    let other_token = NewReport {
        verifier: hash(8),
        ..report(1)
    };
    let other_message = NewReport {
        envelope: envelope(1, 2),
        ..report(1)
    };
    let mut other_body = report(1);
    other_body.envelope.body_hash = hash(99);
    let mut tx = fresh.database.write().await.unwrap();
    for refused in [
        same_mailbox,
        same_case,
        other_token,
        other_message,
        other_body,
    ] {
        assert_eq!(tx.insert_report(&refused).await.unwrap(), Submitted::Taken);
    }
    tx.commit().await.unwrap();
    assert_eq!(fresh.database.row_counts().await.unwrap(), before);
}

async fn new_reports_go_in_together_as_they_would_alone(fresh: &Fresh) {
    // More than one statement takes, and a number that is no power of two.
    const COUNT: u32 = 300;
    let mut tx = with_school(&fresh.database).await;
    let reports: Vec<_> = (1..=COUNT).map(report).collect();
    let all: Vec<_> = reports.iter().collect();
    tx = tx.insert_new_reports(&all).await.unwrap().unwrap();
    let acts: Vec<_> = (1..=COUNT)
        .map(|n| (SCHOOL, act(case(n), Kind::Received)))
        .collect();
    let log = keeper();
    log.record_all(&mut tx, &acts, &mut rng(1)).await.unwrap();
    log.record(
        &mut tx,
        SCHOOL,
        &act(case(3), Kind::MessageAdded),
        &mut rng(2),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.database.write().await.unwrap();
    for n in [1, 2, 3, 255, 256, 257, 299, COUNT] {
        let messages = tx.released_messages(SCHOOL, case(n), &HEAD).await.unwrap();
        assert_eq!(messages.len(), 1);
        assert_eq!(messages[0].row.header.0, report(n).envelope.header);
        let again = tx.insert_report(&report(n)).await.unwrap();
        assert_eq!(again, Submitted::Again);
        let (entries, _) = log.case_entries(&mut tx, SCHOOL, case(n)).await.unwrap();
        assert_eq!(entries.len(), if n == 3 { 2 } else { 1 });
    }
    drop(tx);
    let counts = fresh.database.row_counts().await.unwrap();
    let rows = |table: &str| counts.iter().find(|row| row.0 == table).unwrap().1;
    let count = u64::from(COUNT);
    assert_eq!(
        ["cases", "mailbox", "envelope", "slot", "log_leaf"].map(rows),
        [count, count, count, 2 * count, count + 1]
    );
}

async fn together_they_go_in_whole_or_not_at_all(fresh: &Fresh) {
    // R1, R25: none is written twice, and none gets lost because of another.
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.insert_report(&report(2)).await.unwrap();
    tx.commit().await.unwrap();
    // Both of a group that was given up are tried again alone; see `intake`.
    let same_mailbox = NewReport {
        mailbox: mailbox(1),
        ..report(3)
    };
    let before = fresh.database.row_counts().await.unwrap();
    for spoiler in [report(2), same_mailbox, report(9)] {
        let tx = fresh.database.write().await.unwrap();
        let all = [&report(8), &spoiler, &report(9)];
        assert!(tx.insert_new_reports(&all).await.unwrap().is_none());
        assert_eq!(fresh.database.row_counts().await.unwrap(), before);
    }
    let tx = fresh.database.write().await.unwrap();
    let all = [&report(8), &report(9)];
    let tx = tx.insert_new_reports(&all).await.unwrap().unwrap();
    drop(tx);
    assert_eq!(fresh.database.row_counts().await.unwrap(), before);
}

async fn a_message_is_added_once(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    let reply = envelope(3, 5);
    assert_eq!(
        tx.add_envelope(SCHOOL, case(1), &reply).await.unwrap(),
        Added::New
    );
    assert_eq!(
        tx.add_envelope(SCHOOL, case(1), &reply).await.unwrap(),
        Added::Again
    );
    let mut other = envelope(3, 6);
    other.message = message(5);
    assert_eq!(
        tx.add_envelope(SCHOOL, case(1), &other).await.unwrap(),
        Added::Differs
    );
    assert_eq!(
        tx.add_envelope(SCHOOL, case(9), &reply).await.unwrap(),
        Added::Missing
    );
    let messages = tx.released_messages(SCHOOL, case(1), &LEAD).await.unwrap();
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[1].row.header.0, reply.header);
}

async fn the_first_opening_forgets_what_told_more_than_a_day(fresh: &Fresh) {
    // XAM-21, schools.md 2g: danger bit and minute go at the first opening.
    let mut tx = with_school(&fresh.database).await;
    let urgent = NewReport {
        danger: true,
        urgent_minute: Some(NOON * 60 + 7),
        visible_minute: Some(NOON * 60),
        ..report(1)
    };
    tx.insert_report(&urgent).await.unwrap();
    tx.mark_opened(SCHOOL, case(1), 100).await.unwrap();
    tx.mark_opened(SCHOOL, case(1), 101).await.unwrap();
    let state = tx.case_state(SCHOOL, case(1)).await.unwrap().unwrap();
    assert_eq!((state.opened_day, state.danger), (Some(100), false));
    assert_eq!(
        tx.clear_visible_minutes(u32::MAX).await.unwrap(),
        0,
        "cleared already"
    );
}

async fn dates_are_set_and_left(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    let first = tx.case_state(SCHOOL, case(1)).await.unwrap().unwrap();
    tx.set_dates(SCHOOL, case(1), None, Some(21_000))
        .await
        .unwrap();
    tx.set_dates(SCHOOL, case(1), Some(30_000), None)
        .await
        .unwrap();
    let state = tx.case_state(SCHOOL, case(1)).await.unwrap().unwrap();
    assert_eq!(
        (state.destroy_after_day, state.due_day),
        (30_000, Some(21_000))
    );
    tx.set_dates(SCHOOL, case(1), Some(first.destroy_after_day), Some(0))
        .await
        .unwrap();
    assert_eq!(tx.case_state(SCHOOL, case(1)).await.unwrap(), Some(first));
}

async fn taken_back_before_opening_the_content_is_gone(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.add_envelope(SCHOOL, case(1), &envelope(2, 2))
        .await
        .unwrap();
    assert_eq!(
        tx.withdraw(SCHOOL, case(1)).await.unwrap(),
        Withdrawn::Erased
    );
    let act = act(case(1), Kind::Withdrawn);
    keeper()
        .record(&mut tx, SCHOOL, &act, &mut rng(1))
        .await
        .unwrap();
    assert_eq!(
        tx.withdraw(SCHOOL, case(1)).await.unwrap(),
        Withdrawn::Again
    );
    assert_eq!(
        tx.withdraw(SCHOOL, case(9)).await.unwrap(),
        Withdrawn::Missing
    );
    let late = tx.add_envelope(SCHOOL, case(1), &envelope(2, 3)).await;
    assert_eq!(late.unwrap(), Added::Missing, "nothing joins what is gone");
    assert!(
        !tx.mark_opened(SCHOOL, case(1), 100).await.unwrap(),
        "nothing to open"
    );

    let content = tx.mailbox_content(SCHOOL, case(1)).await.unwrap().unwrap();
    assert!(content.withdrawn && content.envelopes.is_empty());
    assert!(
        tx.released_messages(SCHOOL, case(1), &LEAD)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        tx.case_for_reader(SCHOOL, case(1), &LEAD, u32::MAX)
            .await
            .unwrap()
            .is_none()
    );
    // A captured request sent again brings nothing back.
    assert_eq!(
        tx.insert_report(&report(1)).await.unwrap(),
        Submitted::Again
    );
    tx.commit().await.unwrap();
    let counts = fresh.database.row_counts().await.unwrap();
    for (table, rows) in counts {
        if table == "envelope" || table == "slot" {
            assert_eq!(rows, 0, "{table}");
        }
    }
}

async fn taken_back_after_opening_staff_keep_it(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.mark_opened(SCHOOL, case(1), 100).await.unwrap();
    assert_eq!(
        tx.withdraw(SCHOOL, case(1)).await.unwrap(),
        Withdrawn::Closed
    );
    let content = tx.mailbox_content(SCHOOL, case(1)).await.unwrap().unwrap();
    assert!(content.withdrawn && content.envelopes.is_empty());
    let state = tx
        .case_for_reader(SCHOOL, case(1), &LEAD, 0)
        .await
        .unwrap()
        .unwrap();
    assert!(state.withdrawn);
    assert_eq!(
        tx.released_messages(SCHOOL, case(1), &LEAD)
            .await
            .unwrap()
            .len(),
        1
    );
}

async fn a_report_is_not_visible_before_its_minute(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let minute = NOON * 60 + 17;
    let delayed = NewReport {
        visible_minute: Some(minute),
        ..report(1)
    };
    tx.insert_report(&delayed).await.unwrap();
    assert!(
        tx.case_for_reader(SCHOOL, case(1), &LEAD, minute - 1)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        tx.case_for_reader(SCHOOL, case(1), &LEAD, minute)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        tx.case_for_reader(SCHOOL, case(1), &stranger(), minute)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(tx.clear_visible_minutes(minute - 1).await.unwrap(), 0);
    assert_eq!(tx.clear_visible_minutes(minute).await.unwrap(), 1);
    assert!(
        tx.case_for_reader(SCHOOL, case(1), &LEAD, 0)
            .await
            .unwrap()
            .is_some(),
        "forgotten"
    );
}

/// A key without a slot.
fn stranger() -> KeyId {
    FixedBytes([0x77; 16])
}
