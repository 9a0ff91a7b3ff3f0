//! An act and its entry are kept together or not at all, also when many act at once.

use protocol::audit::{Kind, verify_proven};
use protocol::checkpoint::verify;
use server::store::{Added, Submitted, Withdrawn};

use crate::database::Fresh;
use crate::fixtures::{
    LEAD, SCHOOL, act, case, envelope, keeper, report, rng, submit, with_school,
};

both!(
    a_dropped_transaction_leaves_neither_act_nor_entry,
    a_committed_one_leaves_both,
    forty_at_once_have_places_without_gaps,
    the_same_report_ten_times_at_once_is_one,
    many_write_to_one_case_at_once,
    opening_and_taking_back_at_once_never_mix,
    a_reading_transaction_cannot_write_and_sees_one_moment,
    a_probe_writes_and_changes_nothing
);

async fn a_dropped_transaction_leaves_neither_act_nor_entry(fresh: &Fresh) {
    with_school(&fresh.database).await.commit().await.unwrap();
    let before = fresh.database.row_counts().await.unwrap();
    let mut tx = fresh.database.write().await.unwrap();
    submit(&mut tx, &report(1), 1).await;
    drop(tx);
    assert_eq!(fresh.database.row_counts().await.unwrap(), before);
    let mut tx = fresh.database.read().await.unwrap();
    assert_eq!(keeper().size(&mut tx).await.unwrap(), 0);
}

async fn a_committed_one_leaves_both(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    submit(&mut tx, &report(1), 1).await;
    tx.commit().await.unwrap();
    let mut tx = fresh.database.read().await.unwrap();
    assert!(tx.case_state(SCHOOL, case(1)).await.unwrap().is_some());
    assert_eq!(keeper().size(&mut tx).await.unwrap(), 1);
}

async fn forty_at_once_have_places_without_gaps(fresh: &Fresh) {
    with_school(&fresh.database).await.commit().await.unwrap();
    let tasks: Vec<_> = (0..40)
        .map(|n| {
            let database = fresh.database.clone();
            tokio::spawn(async move {
                let mut tx = database.write().await.unwrap();
                let recorded = submit(&mut tx, &report(n), u64::from(n)).await;
                tx.commit().await.unwrap();
                recorded.index
            })
        })
        .collect();
    let mut places = Vec::new();
    for task in tasks {
        places.push(task.await.unwrap());
    }
    places.sort_unstable();
    assert_eq!(places, (0..40).collect::<Vec<_>>());

    let mut tx = fresh.database.read().await.unwrap();
    for n in 0..40 {
        let (entries, note) = keeper()
            .case_entries(&mut tx, SCHOOL, case(n))
            .await
            .unwrap();
        let checkpoint = verify(&note, &keeper().verifying_key(), None).unwrap();
        assert_eq!((entries.len(), checkpoint.size), (1, 40));
        verify_proven(&entries[0], &checkpoint).unwrap();
    }
}

async fn the_same_report_ten_times_at_once_is_one(fresh: &Fresh) {
    // R25: a client that lost the answer sends again, perhaps while the first is still under way.
    with_school(&fresh.database).await.commit().await.unwrap();
    let tasks: Vec<_> = (0..10)
        .map(|_| {
            let database = fresh.database.clone();
            tokio::spawn(async move {
                let mut tx = database.write().await.unwrap();
                let submitted = tx.insert_report(&report(1)).await.unwrap();
                if submitted == Submitted::New {
                    let act = act(case(1), Kind::Received);
                    keeper()
                        .record(&mut tx, SCHOOL, &act, &mut rng(1))
                        .await
                        .unwrap();
                }
                tx.commit().await.unwrap();
                submitted
            })
        })
        .collect();
    let mut new = 0;
    for task in tasks {
        let submitted = task.await.unwrap();
        assert_ne!(submitted, Submitted::Taken);
        new += usize::from(submitted == Submitted::New);
    }
    assert_eq!(new, 1);
    let mut tx = fresh.database.read().await.unwrap();
    assert_eq!(keeper().size(&mut tx).await.unwrap(), 1);
}

async fn many_write_to_one_case_at_once(fresh: &Fresh) {
    // R24: no answer is an error, the order is some serial order.
    let mut tx = with_school(&fresh.database).await;
    submit(&mut tx, &report(1), 1).await;
    tx.commit().await.unwrap();
    let tasks: Vec<_> = (2..18)
        .map(|n| {
            let database = fresh.database.clone();
            tokio::spawn(async move {
                let mut tx = database.write().await.unwrap();
                let added = tx.add_envelope(SCHOOL, case(1), &envelope(4, n)).await;
                assert_eq!(added.unwrap(), Added::New);
                let act = act(case(1), Kind::MessageAdded);
                keeper()
                    .record(&mut tx, SCHOOL, &act, &mut rng(u64::from(n)))
                    .await
                    .unwrap();
                tx.commit().await.unwrap();
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let mut tx = fresh.database.read().await.unwrap();
    let messages = tx.released_messages(SCHOOL, case(1), &LEAD).await.unwrap();
    assert_eq!(messages.len(), 17);
    let state = tx.case_state(SCHOOL, case(1)).await.unwrap().unwrap();
    assert_eq!(state.audit_count, 17);
    let (entries, _) = keeper()
        .case_entries(&mut tx, SCHOOL, case(1))
        .await
        .unwrap();
    assert_eq!(entries.len(), 17);
}

async fn a_reading_transaction_cannot_write_and_sees_one_moment(fresh: &Fresh) {
    with_school(&fresh.database).await.commit().await.unwrap();
    let mut reading = fresh.database.read().await.unwrap();
    assert!(reading.case_state(SCHOOL, case(1)).await.unwrap().is_none());
    let mut tx = fresh.database.write().await.unwrap();
    submit(&mut tx, &report(1), 1).await;
    tx.commit().await.unwrap();
    assert!(
        reading.case_state(SCHOOL, case(1)).await.unwrap().is_none(),
        "one moment"
    );
    drop(reading);
    let mut reading = fresh.database.read().await.unwrap();
    assert!(reading.case_state(SCHOOL, case(1)).await.unwrap().is_some());
    assert!(reading.mark_opened(SCHOOL, case(1), 1).await.is_err());
}

async fn a_probe_writes_and_changes_nothing(fresh: &Fresh) {
    // R22: health means a write went through.
    let before = fresh.database.row_counts().await.unwrap();
    fresh.database.probe().await.unwrap();
    assert_eq!(fresh.database.row_counts().await.unwrap(), before);
}

async fn opening_and_taking_back_at_once_never_mix(fresh: &Fresh) {
    // Either the opening came first and staff keep it, or the case is gone and no opening is recorded.
    with_school(&fresh.database).await.commit().await.unwrap();
    for n in 0..10 {
        let mut tx = fresh.database.write().await.unwrap();
        submit(&mut tx, &report(n), u64::from(n)).await;
        tx.commit().await.unwrap();
        let (one, two) = (fresh.database.clone(), fresh.database.clone());
        let opening = tokio::spawn(async move {
            let mut tx = one.write().await.unwrap();
            let messages = tx.released_messages(SCHOOL, case(n), &LEAD).await.unwrap();
            let opened = tx.mark_opened(SCHOOL, case(n), 100).await.unwrap();
            tx.commit().await.unwrap();
            opened && !messages.is_empty()
        });
        let taking_back = tokio::spawn(async move {
            let mut tx = two.write().await.unwrap();
            let withdrawn = tx.withdraw(SCHOOL, case(n)).await.unwrap();
            tx.commit().await.unwrap();
            withdrawn
        });
        let (opened, withdrawn) = (opening.await.unwrap(), taking_back.await.unwrap());
        let expected = if opened {
            Withdrawn::Closed
        } else {
            Withdrawn::Erased
        };
        assert_eq!(withdrawn, expected);
    }
}
