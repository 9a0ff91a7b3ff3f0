//! Whether a school is open, and who signed, as the database keeps it.

use protocol::api::SignOff;
use protocol::id::StaffId;
use server::store::{How, Opening};
use uuid::Uuid;

use crate::database::Fresh;
use crate::fixtures::{OTHER_SCHOOL, SCHOOL, school};

both!(a_school_opens_once_and_no_other_with_it);

// XAM-23
async fn a_school_opens_once_and_no_other_with_it(fresh: &Fresh) {
    let mut tx = fresh.database.write().await.unwrap();
    tx.insert_school(&school(SCHOOL, "one")).await.unwrap();
    tx.insert_school(&school(OTHER_SCHOOL, "two"))
        .await
        .unwrap();
    assert_eq!(tx.opening(SCHOOL).await.unwrap(), None);
    let opening = Opening {
        how: How::Gate,
        day: 20_779,
        by: Some(StaffId(Uuid::from_u128(7))),
        in_log: false,
    };
    assert!(tx.open_school(SCHOOL, &opening).await.unwrap());
    assert!(!tx.open_school(SCHOOL, &opening).await.unwrap());
    assert_eq!(tx.opening(SCHOOL).await.unwrap(), Some(opening));
    assert_eq!(tx.opening(OTHER_SCHOOL).await.unwrap(), None);
    assert_eq!(tx.openings_to_log().await.unwrap(), [SCHOOL]);
    assert!(tx.opening_logged(SCHOOL).await.unwrap());
    assert!(!tx.opening_logged(SCHOOL).await.unwrap());
    assert_eq!(tx.openings_to_log().await.unwrap(), []);
    assert_eq!(tx.signed(SCHOOL, SignOff::Terms).await.unwrap(), None);
}
