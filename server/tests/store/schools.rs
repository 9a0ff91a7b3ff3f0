//! Schools come back as they were put in and are found by what people type.

use server::store::School;

use crate::database::Fresh;
use crate::fixtures::{OTHER_SCHOOL, SCHOOL, school};

both!(
    a_school_comes_back_and_is_found_by_every_name,
    settings_change_and_the_id_stays
);

async fn a_school_comes_back_and_is_found_by_every_name(fresh: &Fresh) {
    let mut tx = fresh.database.write().await.unwrap();
    assert_eq!(tx.only_school().await.unwrap(), None);
    let one = School {
        host: Some("one.example".to_owned()),
        ..school(SCHOOL, "one")
    };
    assert!(tx.insert_school(&one).await.unwrap());
    assert_eq!(tx.only_school().await.unwrap(), Some(one.clone()));
    assert_eq!(tx.school_by_slug("one").await.unwrap(), Some(one.clone()));
    assert_eq!(
        tx.school_by_host("one.example").await.unwrap(),
        Some(one.clone())
    );
    assert_eq!(tx.school_by_id(SCHOOL).await.unwrap(), Some(one.clone()));
    assert_eq!(tx.school_by_slug("two").await.unwrap(), None);

    assert!(
        !tx.insert_school(&school(OTHER_SCHOOL, "one"))
            .await
            .unwrap(),
        "slug taken"
    );
    let two = school(OTHER_SCHOOL, "two");
    assert!(tx.insert_school(&two).await.unwrap());
    assert_eq!(
        tx.only_school().await.unwrap(),
        None,
        "one of two is not the only one"
    );
    assert_eq!(tx.schools().await.unwrap(), vec![one, two]);
    tx.commit().await.unwrap();
}

async fn settings_change_and_the_id_stays(fresh: &Fresh) {
    let mut tx = fresh.database.write().await.unwrap();
    let mut one = school(SCHOOL, "one");
    assert!(!tx.update_school(&one).await.unwrap());
    tx.insert_school(&one).await.unwrap();
    one.name = "New Name".to_owned();
    one.calendar = "{\"looks\":[]}".to_owned();
    one.publication_delay_minutes = 0;
    assert!(tx.update_school(&one).await.unwrap());
    assert_eq!(tx.school_by_id(SCHOOL).await.unwrap(), Some(one));
}
