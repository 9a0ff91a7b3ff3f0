//! The log: entries are proven, places have no gaps, a damaged head is not signed over.

use protocol::api::{LogFile, Opening};
use protocol::audit::{Kept, Kind, NO_KEY, Reason, verify_case, verify_log, verify_proven};
use protocol::checkpoint::{Checkpoint, verify};
use protocol::id::CaseId;
use protocol::tree::{empty_root, verify_consistency};
use server::log_keeper::Act;
use server::store::{On, StoreError, Transaction};

use crate::database::Fresh;
use crate::fixtures::{
    LEAD, NOON, SCHOOL, act, case, hash, keeper, report, rng, submit, with_school,
};

both!(
    an_empty_log_has_a_checkpoint,
    a_case_s_entries_verify_and_are_complete,
    every_size_extends_every_earlier_one,
    a_long_log_proves_any_entry_and_verifies_from_its_leaves,
    audit_pages_give_every_entry_once,
    an_entry_no_reader_accepts_is_not_written,
    a_damaged_head_is_not_signed_over
);

fn read(note: &str) -> Checkpoint {
    let keeper = keeper();
    verify(note, &keeper.verifying_key(), Some(keeper.origin())).unwrap()
}

fn invited(n: u32) -> Act {
    Act::School {
        kind: Kind::Invited,
        key: NO_KEY,
        hour: NOON,
        what: hash(u8::try_from(n % 251).unwrap()),
    }
}

/// `count` entries of the school.
async fn fill(tx: &mut Transaction, count: u32) {
    for n in 0..count {
        let act = invited(n);
        keeper()
            .record(tx, SCHOOL, &act, &mut rng(u64::from(n)))
            .await
            .unwrap();
    }
}

async fn an_empty_log_has_a_checkpoint(fresh: &Fresh) {
    let mut tx = fresh.database.read().await.unwrap();
    let checkpoint = read(&keeper().checkpoint(&mut tx).await.unwrap());
    assert_eq!((checkpoint.size, checkpoint.root), (0, empty_root()));
    let consistency = keeper()
        .consistency(&mut tx, 0, None)
        .await
        .unwrap()
        .unwrap();
    assert!(consistency.proof.is_empty());
    assert!(
        keeper()
            .consistency(&mut tx, 1, None)
            .await
            .unwrap()
            .is_none(),
        "ahead of us"
    );
    assert!(keeper().leaves(&mut tx, 0).await.unwrap().leaves.is_empty());
    assert!(
        keeper()
            .leaves(&mut tx, u64::MAX)
            .await
            .unwrap()
            .leaves
            .is_empty()
    );
}

async fn a_case_s_entries_verify_and_are_complete(fresh: &Fresh) {
    // R-5, XAM-12
    let mut tx = with_school(&fresh.database).await;
    let report = report(1);
    submit(&mut tx, &report, 1).await;
    fill(&mut tx, 3).await;
    let released = Act::Case {
        case: case(1),
        kind: Kind::Released,
        key: LEAD,
        reason: Some(Reason::OnDuty),
        hour: NOON,
        envelope: hash(0),
    };
    let recorded = keeper()
        .record(&mut tx, SCHOOL, &released, &mut rng(50))
        .await
        .unwrap();
    assert_eq!(recorded.index, 4);
    tx.commit().await.unwrap();

    let mut tx = fresh.database.read().await.unwrap();
    let (entries, note) = keeper()
        .case_entries(&mut tx, SCHOOL, case(1))
        .await
        .unwrap();
    assert_eq!(note, recorded.checkpoint);
    let told = verify_case(&report.audit_key, &entries, &read(&note)).unwrap();
    assert_eq!(told.len(), 2);
    assert_eq!(
        (told[0].kind, told[1].kind),
        (Kind::Received, Kind::Released)
    );
    assert_eq!(
        (told[1].key_id, told[1].reason),
        (LEAD, Some(Reason::OnDuty))
    );
    let counted = tx
        .case_state(SCHOOL, case(1))
        .await
        .unwrap()
        .unwrap()
        .audit_count;
    assert_eq!(counted, 2);
}

async fn every_size_extends_every_earlier_one(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let mut checkpoints = vec![read(&keeper().checkpoint(&mut tx).await.unwrap())];
    for n in 0..36 {
        let recorded = keeper()
            .record(&mut tx, SCHOOL, &invited(n), &mut rng(u64::from(n)))
            .await;
        checkpoints.push(read(&recorded.unwrap().checkpoint));
    }
    for old in &checkpoints {
        for new in checkpoints.iter().filter(|new| new.size >= old.size) {
            let consistency = keeper()
                .consistency(&mut tx, old.size, Some(new.size))
                .await;
            let proof = consistency.unwrap().unwrap().proof;
            assert!(
                verify_consistency(old.size, new.size, &proof, &old.root, &new.root),
                "{} to {}",
                old.size,
                new.size
            );
        }
    }
    assert!(
        keeper()
            .consistency(&mut tx, 5, Some(4))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        keeper()
            .consistency(&mut tx, 5, Some(37))
            .await
            .unwrap()
            .is_none()
    );
}

async fn a_long_log_proves_any_entry_and_verifies_from_its_leaves(fresh: &Fresh) {
    // 300 leaves need subtree roots of heights 4 and 8.
    let mut tx = with_school(&fresh.database).await;
    fill(&mut tx, 300).await;
    let keeper = keeper();
    let mut page = keeper.audit_page(&mut tx, SCHOOL, None).await.unwrap();
    let checkpoint = read(&page.checkpoint);
    let mut entries = page.entries;
    while let Some(before) = page.next {
        page = keeper
            .audit_page(&mut tx, SCHOOL, Some(before))
            .await
            .unwrap();
        entries.extend(std::mem::take(&mut page.entries));
    }
    assert_eq!(entries.len(), 300);
    for entry in &entries {
        verify_proven(entry, &checkpoint).unwrap();
    }
    let leaves = keeper.leaves(&mut tx, 0).await.unwrap();
    assert_eq!((leaves.from, leaves.leaves.len()), (0, 300));
    assert_eq!(
        keeper.leaves(&mut tx, 290).await.unwrap().leaves,
        leaves.leaves[290..]
    );
    let openings = entries.into_iter().rev().map(|entry| Opening {
        index: entry.index,
        entry: entry.entry,
        salt: entry.salt,
    });
    let file = LogFile {
        checkpoint: keeper.checkpoint(&mut tx).await.unwrap(),
        log_key: keeper.verifying_key(),
        leaves: leaves.leaves,
        openings: openings.collect(),
    };
    assert!(verify_log(&file, &Kept::default()).is_ok());
}

async fn audit_pages_give_every_entry_once(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    fill(&mut tx, 203).await;
    let first = keeper().audit_page(&mut tx, SCHOOL, None).await.unwrap();
    let places: Vec<u64> = first.entries.iter().map(|entry| entry.index).collect();
    assert_eq!(places, (3..203).rev().collect::<Vec<_>>(), "newest first");
    let last = keeper()
        .audit_page(&mut tx, SCHOOL, first.next)
        .await
        .unwrap();
    assert_eq!((last.entries.len(), last.next), (3, None));
}

async fn an_entry_no_reader_accepts_is_not_written(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    let no_reason = act(case(1), Kind::Released);
    let school_kind = act(case(1), Kind::DirectoryVersion);
    let no_case = act(CaseId(uuid::Uuid::from_u128(404)), Kind::Received);
    for wrong in [no_reason, school_kind, no_case] {
        let refused = keeper().record(&mut tx, SCHOOL, &wrong, &mut rng(1)).await;
        assert!(matches!(refused, Err(StoreError::Log(_))), "{wrong:?}");
    }
    assert_eq!(keeper().size(&mut tx).await.unwrap(), 0);
}

async fn a_damaged_head_is_not_signed_over(fresh: &Fresh) {
    // R18, R19: a rolled-back or flipped head must not become a signed fork.
    let mut tx = with_school(&fresh.database).await;
    fill(&mut tx, 5).await;
    let text = "update audit_head set size = 7 where log = 0";
    match &mut tx.on {
        On::Sqlite(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
        On::Postgres(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
    }
    let refused = keeper()
        .record(&mut tx, SCHOOL, &invited(9), &mut rng(9))
        .await;
    assert!(matches!(refused, Err(StoreError::Log(_))));
}
