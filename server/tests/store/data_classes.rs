//! Every column of the live database has a class with a lifetime, on both engines.

use server::data_classes::DataClasses;
use server::store::On;

use crate::database::Fresh;

both!(
    every_column_has_a_class,
    a_column_without_a_class_is_refused
);

async fn every_column_has_a_class(fresh: &Fresh) {
    // IMP-1, IMP-C4, IMP-C5
    let mut tx = fresh.database.read().await.unwrap();
    let live = tx.tables().await.unwrap();
    let named: Vec<&str> = live.iter().map(|table| table.name.as_str()).collect();
    let counted = fresh.database.row_counts().await.unwrap();
    assert_eq!(named.len(), counted.len(), "the engine names every table");
    let classes = DataClasses::built_in().unwrap();
    classes.check(&live).unwrap();
}

async fn a_column_without_a_class_is_refused(fresh: &Fresh) {
    // IMP-1: asked of the live database, not of our files.
    let mut tx = fresh.database.write().await.unwrap();
    for text in [
        "create table visitor (school_id bigint not null primary key, language text)",
        "alter table school add column mood text",
    ] {
        match &mut tx.on {
            On::Sqlite(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
            On::Postgres(tx) => drop(sqlx::query(text).execute(&mut **tx).await.unwrap()),
        }
    }
    let live = tx.tables().await.unwrap();
    let refused = DataClasses::built_in().unwrap().check(&live).unwrap_err();
    assert_eq!(refused.0.len(), 3, "{refused}");
    assert!(
        refused
            .to_string()
            .contains("visitor.language has no class")
    );
    assert!(refused.to_string().contains("school.mood has no class"));
    assert!(refused.to_string().contains("data-classes.json"));
}
