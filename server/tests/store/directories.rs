//! Directories, drafts, signatures and keys.

use protocol::api::RootSignature;
use protocol::encoding::FixedBytes;
use protocol::id::StaffId;
use server::store::NewDraft;
use uuid::Uuid;

use crate::database::Fresh;
use crate::fixtures::{HEAD, LEAD, NOON, SCHOOL, hash, with_school};

both!(
    versions_follow_one_another,
    of_two_at_once_one_comes_into_force,
    a_draft_gathers_distinct_signatures,
    keys_are_kept_and_withdrawn
);

fn signature(root: u8) -> RootSignature {
    RootSignature {
        root_key: hash(root),
        signature: FixedBytes([root; 64]),
    }
}

async fn versions_follow_one_another(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    assert!(tx.current_directory(SCHOOL).await.unwrap().is_none());
    assert!(
        tx.insert_directory(SCHOOL, 1, &hash(1), b"root", b"one", 4)
            .await
            .unwrap()
    );
    assert!(
        !tx.insert_directory(SCHOOL, 3, &hash(3), b"root", b"three", 5)
            .await
            .unwrap()
    );
    assert!(
        !tx.insert_directory(SCHOOL, 1, &hash(9), b"root", b"again", 5)
            .await
            .unwrap()
    );
    assert!(
        tx.add_directory_signature(SCHOOL, &hash(1), &signature(2))
            .await
            .unwrap()
    );
    assert!(
        tx.add_directory_signature(SCHOOL, &hash(1), &signature(1))
            .await
            .unwrap()
    );
    assert!(
        tx.insert_directory(SCHOOL, 2, &hash(2), b"root", b"two", 6)
            .await
            .unwrap()
    );

    let current = tx.current_directory(SCHOOL).await.unwrap().unwrap();
    assert_eq!(
        (current.version, current.hash, current.log_index),
        (2, hash(2), 6)
    );
    let versions = tx.directory_versions(SCHOOL).await.unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0].signed.directory.0, b"one");
    assert_eq!(versions[0].signed.root.0, b"root");
    assert_eq!(
        versions[0].signed.signatures,
        vec![signature(1), signature(2)]
    );
    assert!(versions[1].signed.signatures.is_empty());
}

async fn of_two_at_once_one_comes_into_force(fresh: &Fresh) {
    with_school(&fresh.database).await.commit().await.unwrap();
    let tasks = (1..=2).map(|n| {
        let database = fresh.database.clone();
        tokio::spawn(async move {
            let mut tx = database.write().await.unwrap();
            let won = tx
                .insert_directory(SCHOOL, 1, &hash(n), b"root", &[n], 0)
                .await
                .unwrap();
            tx.commit().await.unwrap();
            won
        })
    });
    let mut won = 0;
    for task in tasks.collect::<Vec<_>>() {
        won += usize::from(task.await.unwrap());
    }
    assert_eq!(won, 1);
}

async fn a_draft_gathers_distinct_signatures(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_directory(SCHOOL, 1, &hash(1), b"root", b"one", 0)
        .await
        .unwrap();
    tx.add_directory_signature(SCHOOL, &hash(1), &signature(1))
        .await
        .unwrap();
    let draft = NewDraft {
        hash: hash(2),
        version: 2,
        directory: b"two".to_vec(),
        drafted_by: StaffId(Uuid::from_u128(5)),
        drafted_hour: NOON,
    };
    assert!(tx.insert_draft(SCHOOL, &draft).await.unwrap());
    assert!(
        !tx.insert_draft(SCHOOL, &draft).await.unwrap(),
        "drafted already"
    );
    assert!(
        tx.add_directory_signature(SCHOOL, &hash(2), &signature(1))
            .await
            .unwrap()
    );
    assert!(
        !tx.add_directory_signature(SCHOOL, &hash(2), &signature(1))
            .await
            .unwrap()
    );
    assert!(
        tx.add_directory_signature(SCHOOL, &hash(2), &signature(3))
            .await
            .unwrap()
    );

    let kept = tx.draft(SCHOOL, &hash(2)).await.unwrap().unwrap();
    assert_eq!(kept.version, 2);
    assert_eq!(kept.view.directory.0, b"two");
    assert_eq!(kept.view.drafted_hour, NOON);
    assert_eq!(kept.view.signatures, vec![signature(1), signature(3)]);
    assert_eq!(tx.drafts(SCHOOL).await.unwrap(), vec![kept]);

    tx.delete_drafts(SCHOOL).await.unwrap();
    assert!(tx.drafts(SCHOOL).await.unwrap().is_empty());
    let current = tx.current_directory(SCHOOL).await.unwrap().unwrap();
    assert_eq!(
        current.signed.signatures.len(),
        1,
        "signatures in force stay"
    );
    assert!(
        tx.add_directory_signature(SCHOOL, &hash(2), &signature(1))
            .await
            .unwrap(),
        "others went"
    );
}

async fn keys_are_kept_and_withdrawn(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.put_public_key(SCHOOL, &HEAD, &[2; 1216]).await.unwrap();
    tx.put_public_key(SCHOOL, &LEAD, &[1; 1216]).await.unwrap();
    tx.put_public_key(SCHOOL, &LEAD, &[1; 1216]).await.unwrap();
    let keys = tx.public_keys(SCHOOL).await.unwrap();
    assert_eq!(keys, vec![(LEAD, vec![1; 1216]), (HEAD, vec![2; 1216])]);

    assert!(tx.withdraw_key(SCHOOL, &LEAD, NOON).await.unwrap());
    assert!(!tx.withdraw_key(SCHOOL, &LEAD, NOON).await.unwrap());
    assert_eq!(tx.withdrawn_keys(SCHOOL).await.unwrap(), vec![LEAD]);
    tx.forget_withdrawn_key(SCHOOL, &LEAD).await.unwrap();
    assert!(tx.withdrawn_keys(SCHOOL).await.unwrap().is_empty());
}
