//! What a pupil gets back: own words and replies, never what adults say among themselves.

use server::store::Added;

use crate::database::Fresh;
use crate::fixtures::{NOON, SCHOOL, case, envelope, hash, mailbox, report, with_school};

both!(
    a_pupil_gets_own_words_and_replies_in_order,
    an_unknown_mailbox_is_nothing
);

async fn a_pupil_gets_own_words_and_replies_in_order(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    for (kind, n) in [(4, 2), (3, 3), (2, 4), (5, 5)] {
        let added = tx.add_envelope(SCHOOL, case(1), &envelope(kind, n)).await;
        assert_eq!(added.unwrap(), Added::New);
    }
    let found = tx.mailbox(SCHOOL, &mailbox(1)).await.unwrap().unwrap();
    assert_eq!((found.case, found.verifier), (case(1), hash(7)));

    let content = tx.mailbox_content(SCHOOL, case(1)).await.unwrap().unwrap();
    assert_eq!(content.received_half_day, NOON / 12);
    let kinds: Vec<u8> = content.envelopes.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [1, 3, 2], "no note, no re-wrap");
    let [own, reply, follow_up] = content.envelopes.as_slice() else {
        panic!("three envelopes");
    };
    assert_eq!(own.own, Some([1; 48]));
    assert!(own.slot.is_none(), "readers' slots are not the pupil's");
    assert_eq!(own.body, vec![1; 500]);
    assert_eq!(own.header, b"header 1");
    let slot = reply.slot.as_ref().unwrap();
    assert_eq!(
        (slot.enc.len(), slot.notice, slot.wrap),
        (1120, [3; 80], [3 ^ 0xff; 48])
    );
    assert!(reply.own.is_none());
    assert_eq!((follow_up.commitment, follow_up.hour), (hash(4), NOON));
}

async fn an_unknown_mailbox_is_nothing(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    assert!(tx.mailbox(SCHOOL, &mailbox(1)).await.unwrap().is_none());
    assert!(tx.mailbox_content(SCHOOL, case(1)).await.unwrap().is_none());
}
