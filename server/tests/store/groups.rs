//! Acts on SQLite share commits and nothing else: not each other's failures, panics or disappearances.
//! R1, R10, R24, R30; reliability.md section 0, facts 4 and 5.

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::prelude::*;
use protocol::audit::Kind;
use server::store::{Database, Location, On, StoreError, Submitted, Transaction};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::database::Fresh;
use crate::fixtures::{SCHOOL, act, case, keeper, report, rng, submit, with_school};

type Committed = JoinHandle<Result<(), StoreError>>;

/// Takes in report `n` and leaves its commit waiting in the background.
async fn commit_later(database: &Database, n: u32) -> Committed {
    let mut tx = database.write().await.unwrap();
    submit(&mut tx, &report(n), u64::from(n)).await;
    tokio::spawn(tx.commit())
}

async fn run(tx: &mut Transaction, statement: &'static str) {
    let On::Sqlite(tx) = &mut tx.on else {
        panic!("this is SQLite");
    };
    sqlx::query(statement).execute(&mut **tx).await.unwrap();
}

async fn there(database: &Database, n: u32) -> bool {
    let mut tx = database.read().await.unwrap();
    tx.case_state(SCHOOL, case(n)).await.unwrap().is_some()
}

async fn start() -> Fresh {
    let fresh = Fresh::sqlite().await;
    with_school(&fresh.database).await.commit().await.unwrap();
    fresh
}

/// Somebody who waits behind the first, so that the first one's group stays open until they are done.
async fn joined_by(database: &Database, n: u32) -> (Committed, Transaction) {
    let mut first = database.write().await.unwrap();
    let other = database.clone();
    let waiting = tokio::spawn(async move { other.write().await.unwrap() });
    sleep(Duration::from_millis(20)).await;
    submit(&mut first, &report(n), u64::from(n)).await;
    let first = tokio::spawn(first.commit());
    (first, waiting.await.unwrap())
}

#[tokio::test]
async fn an_act_alone_waits_for_nobody() {
    let fresh = start().await;
    let alone = commit_later(&fresh.database, 1).await;
    timeout(Duration::from_secs(5), alone)
        .await
        .expect("nobody else comes")
        .unwrap()
        .unwrap();
    assert!(there(&fresh.database, 1).await);
    fresh.finish().await;
}

#[tokio::test]
async fn nobody_is_told_before_the_shared_commit() {
    // R10: the acknowledgement follows the disk.
    let fresh = start().await;
    let (mut first, mut second) = joined_by(&fresh.database, 1).await;
    submit(&mut second, &report(2), 2).await;
    assert!(
        timeout(Duration::from_millis(100), &mut first)
            .await
            .is_err(),
        "told before COMMIT"
    );
    assert!(
        !there(&fresh.database, 1).await,
        "readers see only what is on disk"
    );
    second.commit().await.unwrap();
    first.await.unwrap().unwrap();
    assert!(there(&fresh.database, 1).await && there(&fresh.database, 2).await);
    fresh.finish().await;
}

#[tokio::test]
async fn a_repetition_waits_for_what_it_repeats() {
    // R25: "it was in already" is an acknowledgement too.
    let fresh = start().await;
    let (first, mut second) = joined_by(&fresh.database, 1).await;
    let again = second.insert_report(&report(1)).await.unwrap();
    assert_eq!(again, Submitted::Again);
    run(&mut second, "rollback").await;
    assert!(matches!(
        second.commit().await,
        Err(StoreError::Database(_))
    ));
    assert!(matches!(first.await.unwrap(), Err(StoreError::Shared(_))));
    assert!(!there(&fresh.database, 1).await);
    fresh.finish().await;
}

#[tokio::test]
async fn one_that_is_dropped_fails_or_panics_takes_nothing_with_it() {
    let fresh = start().await;
    for (n, end) in (0..).zip(["drop", "fail", "panic", "abort"]) {
        let (first, mut second) = joined_by(&fresh.database, 2 * n).await;
        let gone = tokio::spawn(async move {
            submit(&mut second, &report(2 * n + 1), u64::from(n)).await;
            match end {
                "drop" => drop(second),
                "fail" => {
                    assert!(
                        keeper()
                            .record(
                                &mut second,
                                SCHOOL,
                                &act(case(999), Kind::Received),
                                &mut rng(1)
                            )
                            .await
                            .is_err()
                    );
                }
                "panic" => panic!("on purpose"),
                _ => std::future::pending().await,
            }
        });
        if end == "abort" {
            sleep(Duration::from_millis(50)).await;
            gone.abort();
        }
        let _ = gone.await;
        first.await.unwrap().unwrap();
        assert!(there(&fresh.database, 2 * n).await, "{end}");
        assert!(!there(&fresh.database, 2 * n + 1).await, "{end}");
    }
    // The log has no gap where the others were.
    let mut tx = fresh.database.read().await.unwrap();
    assert_eq!(keeper().size(&mut tx).await.unwrap(), 4);
    drop(tx);
    fresh.finish().await;
}

#[tokio::test]
async fn when_sqlite_undoes_the_group_nobody_is_told_it_was_kept() {
    // R14: after SQLITE_FULL and SQLITE_IOERR the engine itself rolls the whole transaction back.
    let fresh = start().await;
    let (first, mut second) = joined_by(&fresh.database, 1).await;
    run(&mut second, "rollback").await;
    drop(second);
    let lost = first.await.unwrap().unwrap_err();
    assert!(lost.is_busy(), "{lost}: come back and try again");
    assert!(!there(&fresh.database, 1).await);
    // The next act finds a connection that works.
    commit_later(&fresh.database, 3)
        .await
        .await
        .unwrap()
        .unwrap();
    assert!(there(&fresh.database, 3).await);
    fresh.finish().await;
}

#[tokio::test]
async fn when_the_shared_commit_fails_all_are_told_so() {
    let fresh = start().await;
    let (first, mut second) = joined_by(&fresh.database, 1).await;
    // A broken reference that SQLite looks for only at COMMIT.
    run(&mut second, "pragma defer_foreign_keys = on").await;
    run(
        &mut second,
        "insert into mailbox (school_id, mailbox_id, verifier, case_id) values (x'00', x'01', x'02', x'03')",
    )
    .await;
    assert!(matches!(second.commit().await, Err(StoreError::Shared(_))));
    assert!(matches!(first.await.unwrap(), Err(StoreError::Shared(_))));
    assert!(!there(&fresh.database, 1).await);
    commit_later(&fresh.database, 3)
        .await
        .await
        .unwrap()
        .unwrap();
    fresh.finish().await;
}

#[tokio::test]
async fn a_group_is_bounded() {
    // Act 70 does not end; the first 64 are told all the same.
    let fresh = start().await;
    let gate = fresh.database.write().await.unwrap();
    let (open, closed) = oneshot::channel::<()>();
    let mut closed = Some(closed);
    let acts: Vec<Committed> = (0..70)
        .map(|n| {
            let database = fresh.database.clone();
            let hold = (n == 69).then(|| closed.take()).flatten();
            tokio::spawn(async move {
                let mut tx = database.write().await?;
                submit(&mut tx, &report(n), u64::from(n)).await;
                if let Some(closed) = hold {
                    let _ = closed.await;
                }
                tx.commit().await
            })
        })
        .collect();
    sleep(Duration::from_millis(50)).await;
    drop(gate);
    let mut acts = acts.into_iter();
    for act in acts.by_ref().take(64) {
        timeout(Duration::from_secs(20), act)
            .await
            .expect("act 70 keeps it waiting")
            .unwrap()
            .unwrap();
    }
    drop(open);
    for act in acts {
        act.await.unwrap().unwrap();
    }
    fresh.finish().await;
}

#[tokio::test]
async fn one_who_gave_up_waiting_is_passed_over() {
    let fresh = start().await;
    let held = fresh.database.write().await.unwrap();
    for _ in 0..10 {
        let turn = timeout(Duration::from_millis(2), fresh.database.write()).await;
        assert!(turn.is_err());
    }
    drop(held);
    commit_later(&fresh.database, 1)
        .await
        .await
        .unwrap()
        .unwrap();
    fresh.finish().await;
}

/// What one of many acts does, and after how many pauses.
#[derive(Clone, Copy, Debug)]
enum Ending {
    Commit,
    Drop,
    Panic,
    /// Its caller disappears after so many hundred microseconds, wherever it is by then.
    Vanish(u64),
}

fn ending() -> impl Strategy<Value = Ending> {
    prop_oneof![
        4 => Just(Ending::Commit),
        1 => Just(Ending::Drop),
        1 => Just(Ending::Panic),
        2 => (0_u64..150).prop_map(Ending::Vanish),
    ]
}

async fn one(database: Database, n: u32, ending: Ending) -> Result<(), StoreError> {
    let mut tx = database.write().await?;
    assert_eq!(tx.insert_report(&report(n)).await?, Submitted::New);
    let received = act(case(n), Kind::Received);
    keeper()
        .record(&mut tx, SCHOOL, &received, &mut rng(n.into()))
        .await?;
    match ending {
        Ending::Commit | Ending::Vanish(_) => tx.commit().await,
        Ending::Drop => Err(StoreError::Stopped),
        Ending::Panic => panic!("on purpose"),
    }
}

async fn all_at_once(endings: Vec<Ending>) {
    let fresh = start().await;
    let acts: Vec<(Ending, Committed)> = (0..)
        .zip(&endings)
        .map(|(n, ending)| {
            let task = tokio::spawn(one(fresh.database.clone(), n, *ending));
            if let Ending::Vanish(after) = *ending {
                let vanishing = task.abort_handle();
                tokio::spawn(async move {
                    sleep(Duration::from_micros(100 * after)).await;
                    vanishing.abort();
                });
            }
            (*ending, task)
        })
        .collect();
    let (mut must, mut must_not) = (BTreeSet::new(), BTreeSet::new());
    for (n, (ending, task)) in (0..).zip(acts) {
        match (ending, task.await) {
            (Ending::Commit | Ending::Vanish(_), Ok(told)) => {
                told.unwrap();
                must.insert(n);
            }
            (Ending::Drop | Ending::Panic, _) => {
                must_not.insert(n);
            }
            // Vanished: either way, but whole.
            _ => {}
        }
    }
    fresh.database.close().await;
    let again = crate::database::open(&fresh.location, &fresh.shreds)
        .await
        .unwrap();
    let mut tx = again.read().await.unwrap();
    let mut found = 0;
    for n in (0..).take(endings.len()) {
        let state = tx.case_state(SCHOOL, case(n)).await.unwrap();
        let (entries, _) = keeper()
            .case_entries(&mut tx, SCHOOL, case(n))
            .await
            .unwrap();
        assert_eq!(
            entries.len(),
            usize::from(state.is_some()),
            "half of act {n}"
        );
        assert!(
            state.is_some() || !must.contains(&n),
            "act {n} was acknowledged"
        );
        assert!(
            state.is_none() || !must_not.contains(&n),
            "act {n} was undone"
        );
        found += u64::from(state.is_some());
    }
    assert_eq!(
        keeper().size(&mut tx).await.unwrap(),
        found,
        "a gap in the log"
    );
    drop(tx);
    again.close().await;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// R10, R24, R30: whoever was told is there, whole; whoever was undone is not; the log has no gaps.
    #[test]
    fn any_mix_of_endings_keeps_what_was_acknowledged(
        endings in prop::collection::vec(ending(), 1..40)
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(all_at_once(endings));
    }
}

// Reports that were written together go to the disk at once, while the next act has its turn.
#[tokio::test]
async fn a_group_of_reports_waits_for_nobody_behind_it() {
    let fresh = start().await;
    let tx = fresh.database.write().await.unwrap();
    let other = fresh.database.clone();
    let behind = tokio::spawn(async move { other.write().await.unwrap() });
    sleep(Duration::from_millis(20)).await;
    let reports = [report(1), report(2)];
    let tx = tx.insert_new_reports(&reports.each_ref()).await.unwrap();
    let committed = tokio::spawn(tx.expect("both are new").commit());
    let behind = timeout(Duration::from_secs(5), behind).await.unwrap();
    let committed = timeout(Duration::from_secs(5), committed).await;
    committed.expect("it is on disk").unwrap().unwrap();
    drop(behind);
    assert!(there(&fresh.database, 1).await && there(&fresh.database, 2).await);
    fresh.finish().await;
}

// The write-ahead log is moved into the file beside the acts, long before the connection that writes would do it itself.
#[tokio::test]
async fn a_long_log_is_moved_without_an_act() {
    let fresh = start().await;
    let Location::Sqlite(path) = &fresh.location else {
        panic!("this is SQLite");
    };
    let length = || std::fs::metadata(path).unwrap().len();
    assert!(length() < 1_000_000);
    // About 4,600 pages: the writing connection begins at 16,000.
    let mut reports: Vec<_> = (1..=150).map(report).collect();
    for report in &mut reports {
        report.envelope.body = vec![7; 60_000];
    }
    let together: Vec<_> = reports.iter().collect();
    let tx = fresh.database.write().await.unwrap();
    let tx = tx.insert_new_reports(&together).await.unwrap();
    tx.expect("all are new").commit().await.unwrap();
    let moved = async {
        while length() < 8_000_000 {
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(60), moved).await.unwrap();
    fresh.finish().await;
}

// protocol 3.7: the numbers of rows tell nobody who wrote first.
#[tokio::test]
async fn rows_of_messages_are_numbered_at_random() {
    let fresh = start().await;
    let reports: Vec<_> = (1..=12).map(report).collect();
    let together: Vec<_> = reports.iter().collect();
    let tx = fresh.database.write().await.unwrap();
    let tx = tx.insert_new_reports(&together).await.unwrap();
    let mut tx = tx.expect("all are new");
    let On::Sqlite(inner) = &mut tx.on else {
        panic!("this is SQLite");
    };
    let numbers: Vec<i64> = sqlx::query_scalar("select rowid from envelope")
        .fetch_all(&mut **inner)
        .await
        .unwrap();
    let far_apart = |pair: &[i64]| pair[1].abs_diff(pair[0]) > 1_000_000;
    assert!(numbers.len() == 12 && numbers.windows(2).all(far_apart));
    let spread = |number: &&i64| number.unsigned_abs() > 1_000_000;
    assert_eq!(numbers.iter().filter(spread).count(), 12, "{numbers:?}");
    drop(tx);
    fresh.finish().await;
}
