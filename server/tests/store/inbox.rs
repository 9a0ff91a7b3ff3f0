//! The inbox: order, pages, one reader's own slots, what is not yet to be seen; and what a release gives out.

use protocol::api::{CaseRow, limit};
use protocol::encoding::FixedBytes;
use protocol::id::CaseId;
use server::store::{NewReport, Reader};

use crate::database::Fresh;
use crate::fixtures::{
    HEAD, LEAD, LEAD_STAFF, NOON, SCHOOL, case, envelope, report, slot, with_school,
};

both!(
    danger_comes_first_then_the_newest_half_day,
    pages_give_every_case_once,
    a_reader_sees_only_their_own_slot,
    a_case_waits_for_its_minute,
    a_bookmark_is_its_reader_s,
    a_case_erased_by_its_pupil_is_listed_without_messages,
    nothing_brings_a_case_back_to_who_stepped_aside,
    a_release_gives_each_reader_their_wrap,
    a_release_request_works_once
);

const READER: Reader = Reader {
    staff: LEAD_STAFF,
    key: LEAD,
};

fn ids(rows: &[CaseRow]) -> Vec<CaseId> {
    rows.iter().map(|row| row.case).collect()
}

async fn danger_comes_first_then_the_newest_half_day(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    for (n, half_day, danger) in [(1, 10, false), (2, 12, false), (3, 9, true), (4, 12, false)] {
        let report = NewReport {
            received_half_day: half_day,
            danger,
            urgent_minute: danger.then_some(6_500),
            ..report(n)
        };
        tx.insert_report(&report).await.unwrap();
    }
    let page = tx.case_page(SCHOOL, READER, None, 0).await.unwrap();
    assert_eq!(ids(&page.cases), [case(3), case(4), case(2), case(1)]);
    assert_eq!(page.next, None);
    let first = &page.cases[0];
    assert!(first.danger && !first.hold && !first.withdrawn);
    assert_eq!(
        (first.urgent_minute, first.received_half_day),
        (Some(6_500), 9)
    );
    assert_eq!(first.destroy_after_day, NOON / 24 + 400);
}

async fn pages_give_every_case_once(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let total = limit::CASES_PAGE * 2 + 7;
    for n in 0..total {
        let report = NewReport {
            received_half_day: 100 + n / 10,
            ..report(n)
        };
        tx.insert_report(&report).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = fresh.database.read().await.unwrap();
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = tx.case_page(SCHOOL, READER, after, 0).await.unwrap();
        assert!(page.cases.iter().all(|row| row.messages.len() == 1));
        seen.extend(ids(&page.cases));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), usize::try_from(total).unwrap());
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), usize::try_from(total).unwrap());
    let nowhere = tx
        .case_page(SCHOOL, READER, Some(case(9_999)), 0)
        .await
        .unwrap();
    assert!(nowhere.cases.is_empty() && nowhere.next.is_none());
}

async fn a_reader_sees_only_their_own_slot(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    let mut only_head = report(2);
    only_head.envelope.slots = vec![slot(HEAD, 9)];
    tx.insert_report(&only_head).await.unwrap();
    let mut later = envelope(3, 3);
    later.slots.retain(|slot| slot.key != LEAD);
    tx.add_envelope(SCHOOL, case(1), &later).await.unwrap();

    let page = tx.case_page(SCHOOL, READER, None, 0).await.unwrap();
    assert_eq!(ids(&page.cases), [case(1)], "no slot, no case");
    let [report_row, reply_row] = page.cases[0].messages.as_slice() else {
        panic!("two messages");
    };
    let slot = report_row.slot.as_ref().unwrap();
    assert_eq!((slot.index, slot.notice), (0, FixedBytes([1; 80])));
    assert_eq!(slot.enc.0, vec![1; 1120]);
    assert!(
        reply_row.slot.is_none(),
        "a later envelope may lack this key"
    );
    let head = Reader {
        key: HEAD,
        ..READER
    };
    let page = tx.case_page(SCHOOL, head, None, 0).await.unwrap();
    assert_eq!(page.cases.len(), 2);
}

async fn a_case_waits_for_its_minute(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let delayed = NewReport {
        visible_minute: Some(1_000),
        ..report(1)
    };
    tx.insert_report(&delayed).await.unwrap();
    assert!(
        tx.case_page(SCHOOL, READER, None, 999)
            .await
            .unwrap()
            .cases
            .is_empty()
    );
    assert_eq!(
        tx.case_page(SCHOOL, READER, None, 1_000)
            .await
            .unwrap()
            .cases
            .len(),
        1
    );
}

async fn a_bookmark_is_its_reader_s(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.put_bookmark(SCHOOL, case(1), LEAD_STAFF, b"first")
        .await
        .unwrap();
    tx.put_bookmark(SCHOOL, case(1), LEAD_STAFF, b"second")
        .await
        .unwrap();
    let page = tx.case_page(SCHOOL, READER, None, 0).await.unwrap();
    assert_eq!(page.cases[0].bookmark.as_ref().unwrap().0, b"second");
    let other = Reader {
        staff: protocol::id::StaffId(uuid::Uuid::from_u128(77)),
        key: HEAD,
    };
    let page = tx.case_page(SCHOOL, other, None, 0).await.unwrap();
    assert_eq!(page.cases[0].bookmark, None);
}

async fn a_case_erased_by_its_pupil_is_listed_without_messages(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.withdraw(SCHOOL, case(1)).await.unwrap();
    let page = tx.case_page(SCHOOL, READER, None, 0).await.unwrap();
    assert!(page.cases[0].withdrawn && page.cases[0].messages.is_empty());
}

// 2c, XAM-3: what others write later, one by one or as a group, and a pupil who takes the report back.
async fn nothing_brings_a_case_back_to_who_stepped_aside(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    for n in [1, 2] {
        tx.insert_report(&report(n)).await.unwrap();
    }
    tx.forget_reader(SCHOOL, case(1), LEAD_STAFF, &LEAD)
        .await
        .unwrap();
    // A pupil's next words and a colleague's, sealed to everyone the directory names.
    for (kind, n) in [(2, 11), (3, 12), (5, 13)] {
        tx.add_envelope(SCHOOL, case(1), &envelope(kind, n))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    // The group path: a report sent again makes a group of known ones, and new ones come a table at a time.
    let tx = fresh.database.write().await.unwrap();
    let again = tx.insert_new_reports(&[&report(3), &report(1)]).await;
    assert!(again.unwrap().is_none());
    let tx = fresh.database.write().await.unwrap();
    let tx = tx.insert_new_reports(&[&report(3), &report(4)]).await;
    tx.unwrap().unwrap().commit().await.unwrap();

    let mut tx = fresh.database.write().await.unwrap();
    let listed = |page: protocol::api::CasePage| {
        let mut ids = ids(&page.cases);
        ids.sort_unstable();
        ids
    };
    let others = [case(2), case(3), case(4)];
    let page = tx.case_page(SCHOOL, READER, None, 0).await.unwrap();
    assert_eq!(listed(page), others, "aside from one case, not from others");
    let mine = tx.case_for_reader(SCHOOL, case(1), &LEAD, 0).await;
    assert!(mine.unwrap().is_none());

    // Taken back after it was opened, it stays with those who read it, and with nobody else.
    assert!(tx.mark_opened(SCHOOL, case(1), NOON / 24).await.unwrap());
    let taken = tx.withdraw(SCHOOL, case(1)).await.unwrap();
    assert_eq!(taken, server::store::Withdrawn::Closed);
    let page = tx.case_page(SCHOOL, READER, None, 0).await.unwrap();
    assert_eq!(listed(page), others);
    let head = Reader {
        staff: protocol::id::StaffId(uuid::Uuid::from_u128(77)),
        key: HEAD,
    };
    let page = tx.case_page(SCHOOL, head, None, 0).await.unwrap();
    assert_eq!(page.cases.len(), 4);
}

async fn a_release_gives_each_reader_their_wrap(fresh: &Fresh) {
    // P27, IMP-5: what leaves is this reader's wrap and ciphertext.
    let mut tx = with_school(&fresh.database).await;
    tx.insert_report(&report(1)).await.unwrap();
    tx.add_envelope(SCHOOL, case(1), &envelope(3, 2))
        .await
        .unwrap();
    let messages = tx.released_messages(SCHOOL, case(1), &HEAD).await.unwrap();
    let [first, reply] = messages.as_slice() else {
        panic!("two messages");
    };
    assert_eq!(first.wrap, Some(FixedBytes([2 ^ 0xff; 48])));
    assert_eq!(first.row.slot.as_ref().unwrap().index, 1);
    assert_eq!(first.body.0, vec![1; 500]);
    assert_eq!(
        reply.row.slot.as_ref().unwrap().index,
        2,
        "slot 0 is the mailbox's"
    );
    let stranger = FixedBytes([0x77; 16]);
    let messages = tx
        .released_messages(SCHOOL, case(1), &stranger)
        .await
        .unwrap();
    assert!(messages.iter().all(|one| one.wrap.is_none()));
}

async fn a_release_request_works_once(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    assert!(
        tx.use_release_nonce(SCHOOL, &LEAD, &[1; 16], NOON)
            .await
            .unwrap()
    );
    assert!(
        !tx.use_release_nonce(SCHOOL, &LEAD, &[1; 16], NOON + 1)
            .await
            .unwrap()
    );
    assert!(
        tx.use_release_nonce(SCHOOL, &HEAD, &[1; 16], NOON)
            .await
            .unwrap()
    );
    assert_eq!(tx.forget_release_nonces(NOON).await.unwrap(), 0);
    assert_eq!(tx.forget_release_nonces(NOON + 1).await.unwrap(), 2);
}
