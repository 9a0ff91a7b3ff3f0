//! Two schools on one server: the same names and ids in both never meet.

use protocol::audit::Kind;
use server::store::{NewReport, Reader, Submitted};

use crate::database::Fresh;
use crate::fixtures::{
    LEAD, LEAD_STAFF, NOON, OTHER_SCHOOL, SCHOOL, act, case, envelope, hash, keeper, mailbox,
    report, rng, school, staff, submit, with_school,
};

both!(nothing_crosses_schools);

async fn nothing_crosses_schools(fresh: &Fresh) {
    // ASVS 8.4.1: school_id in every key and query.
    let mut tx = with_school(&fresh.database).await;
    tx.insert_school(&school(OTHER_SCHOOL, "two"))
        .await
        .unwrap();
    submit(&mut tx, &report(1), 1).await;
    let twin = NewReport {
        school: OTHER_SCHOOL,
        verifier: hash(8),
        envelope: envelope(1, 2),
        ..report(1)
    };
    assert_eq!(tx.insert_report(&twin).await.unwrap(), Submitted::New);

    let mut person = staff(1, "same.name");
    assert!(tx.insert_staff(&person).await.unwrap());
    person.view.school = OTHER_SCHOOL;
    assert!(tx.insert_staff(&person).await.unwrap());

    let reader = Reader {
        staff: LEAD_STAFF,
        key: LEAD,
    };
    for (id, header, verifier) in [
        (SCHOOL, b"header 1", hash(7)),
        (OTHER_SCHOOL, b"header 2", hash(8)),
    ] {
        let page = tx.case_page(id, reader, None, 0).await.unwrap();
        assert_eq!(page.cases.len(), 1);
        assert_eq!(page.cases[0].messages.len(), 1);
        assert_eq!(page.cases[0].messages[0].header.0, header);
        assert_eq!(
            tx.released_messages(id, case(1), &LEAD)
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            tx.mailbox(id, &mailbox(1)).await.unwrap().unwrap().verifier,
            verifier
        );
        assert_eq!(tx.staff_list(id).await.unwrap().len(), 1);
    }

    // One school's acts leave the other as it is.
    tx.mark_opened(OTHER_SCHOOL, case(1), 5).await.unwrap();
    tx.set_dates(OTHER_SCHOOL, case(1), Some(9), Some(9))
        .await
        .unwrap();
    tx.withdraw(OTHER_SCHOOL, case(1)).await.unwrap();
    tx.put_bookmark(OTHER_SCHOOL, case(1), LEAD_STAFF, b"two")
        .await
        .unwrap();
    tx.put_public_key(OTHER_SCHOOL, &LEAD, &[2; 1216])
        .await
        .unwrap();
    tx.withdraw_key(OTHER_SCHOOL, &LEAD, NOON).await.unwrap();
    tx.end_staff(OTHER_SCHOOL, person.view.staff, "left", NOON)
        .await
        .unwrap();
    tx.insert_directory(OTHER_SCHOOL, 1, &hash(1), b"root", b"two", 0)
        .await
        .unwrap();
    let act = act(case(1), Kind::Withdrawn);
    keeper()
        .record(&mut tx, OTHER_SCHOOL, &act, &mut rng(2))
        .await
        .unwrap();

    let state = tx.case_state(SCHOOL, case(1)).await.unwrap().unwrap();
    assert_eq!(
        (state.opened_day, state.withdrawn, state.audit_count),
        (None, false, 1)
    );
    assert_eq!(state.due_day, None);
    assert!(tx.public_keys(SCHOOL).await.unwrap().is_empty());
    assert!(tx.withdrawn_keys(SCHOOL).await.unwrap().is_empty());
    assert!(tx.current_directory(SCHOOL).await.unwrap().is_none());
    assert_eq!(
        tx.staff_list(SCHOOL).await.unwrap()[0].state,
        staff(1, "same.name").view.state
    );
    let page = tx.case_page(SCHOOL, reader, None, 0).await.unwrap();
    assert_eq!(page.cases[0].bookmark, None);
    let audit = keeper().audit_page(&mut tx, SCHOOL, None).await.unwrap();
    assert_eq!(
        audit.entries.len(),
        1,
        "openings are shown to their own school"
    );
    let (entries, _) = keeper()
        .case_entries(&mut tx, SCHOOL, case(1))
        .await
        .unwrap();
    assert_eq!(entries.len(), 1);
}
