//! Cases go on their day, when everything says so, once, and leave nothing behind.

use std::fs;

use protocol::audit::Kind;
use protocol::id::{CaseId, StaffId};
use rand_core::Rng;
use server::clock::Moment;
use server::expiry::{Expiry, Round, Waiting};
use server::log_keeper::LogKeeper;
use server::randomness::Randomness;
use server::store::{Database, Lifted, Location, StoreError, Submitted};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::database::Fresh;
use crate::fixtures::{
    LEAD, LEAD_STAFF, NOON, SCHOOL, act, case, keeper, mailbox, report, rng, submit, with_school,
};

both!(
    a_case_goes_on_its_day_and_leaves_nothing,
    a_stop_at_any_step_ends_in_one_certificate,
    only_what_nothing_stands_in_the_way_of_goes,
    a_clock_that_jumped_destroys_nothing,
    one_sets_a_hold_and_two_lift_it,
    an_old_copy_revives_nothing
);

/// With the store of keys on PostgreSQL too.
mod apart {
    twice!(
        a_case_goes_on_its_day_and_leaves_nothing,
        a_stop_at_any_step_ends_in_one_certificate,
        a_destroyed_key_is_in_no_file
    );
}

const OTHER: StaffId = StaffId(Uuid::from_u128(0x2e));
const TODAY: u32 = NOON / 24;

fn expiry<'a>(
    database: &'a Database,
    log: &'a LogKeeper,
    randomness: &'a Randomness,
    day: u32,
) -> Expiry<'a> {
    let now = Moment::from_seconds(u64::from(day) * 86_400 + 43_200);
    Expiry {
        database,
        log,
        randomness,
        now,
    }
}

async fn round(fresh: &Fresh, day: u32) -> Round {
    let (log, randomness) = (keeper(), Randomness::system());
    let expiry = expiry(&fresh.database, &log, &randomness, day);
    expiry.round(true).await.unwrap()
}

/// A closed case whose day is today, of which two people were warned in time.
async fn due(fresh: &Fresh, n: u32) {
    let mut tx = fresh.database.write().await.unwrap();
    submit(&mut tx, &report(n), u64::from(n)).await;
    for staff in [LEAD_STAFF, OTHER] {
        tx.put_bookmark(SCHOOL, case(n), staff, &[7; 90])
            .await
            .unwrap();
    }
    assert!(tx.mark_opened(SCHOOL, case(n), TODAY - 40).await.unwrap());
    tx.set_expiry(SCHOOL, case(n), Some(TODAY), Some(true))
        .await
        .unwrap();
    tx.put_warning(SCHOOL, case(n), LEAD_STAFF, 30, TODAY - 7)
        .await
        .unwrap();
    tx.put_warning(SCHOOL, case(n), OTHER, 7, TODAY - 1)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn school(fresh: &Fresh) {
    with_school(&fresh.database).await.commit().await.unwrap();
}

async fn there(database: &Database, n: u32) -> bool {
    let mut tx = database.read().await.unwrap();
    tx.case_state(SCHOOL, case(n)).await.unwrap().is_some()
}

fn found(fresh: &Fresh, bytes: &[u8]) -> usize {
    fs::read_dir(fresh.folder.path())
        .unwrap()
        .map(|file| fs::read(file.unwrap().path()).unwrap_or_default())
        .map(|file| file.windows(bytes.len()).filter(|w| *w == bytes).count())
        .sum()
}

async fn a_case_goes_on_its_day_and_leaves_nothing(fresh: &Fresh) {
    // P62, P63, R27, IMP-C5: rows, ids, key; a certificate that the log names; the pupil is told.
    school(fresh).await;
    due(fresh, 1).await;
    due(fresh, 2).await;
    let sqlite = matches!(fresh.location, Location::Sqlite(_));
    fresh.database.scrub().await.unwrap();
    let id = *case(1).0.as_bytes();
    let header = report(1).envelope.header;
    assert!(!sqlite || found(fresh, &id) > 5, "the right place");
    // Nothing a report consists of lies in the open.
    assert_eq!(found(fresh, &[1; 64]), 0);

    assert_eq!(
        round(fresh, TODAY - 1).await.destroyed,
        0,
        "not a day early"
    );
    let done = round(fresh, TODAY).await;
    assert_eq!((done.destroyed, done.certificates), (2, 1));
    assert_eq!(round(fresh, TODAY).await, Round::default());
    for bytes in [id.as_slice(), &header] {
        assert!(!sqlite || found(fresh, bytes) == 0);
    }
    let mut tx = fresh.database.read().await.unwrap();
    for table in [
        "cases", "envelope", "slot", "bookmark", "mailbox", "warning",
    ] {
        let rows = fresh.database.row_counts().await.unwrap();
        assert!(rows.contains(&(table.to_owned(), 0)), "{table}");
    }
    let certificates = tx.certificates(SCHOOL, 9).await.unwrap();
    assert_eq!((certificates.len(), certificates[0].cases), (1, 2));
    assert!(certificates[0].statement.contains("england-2026"));
    let again = report(1);
    let gone = tx.gone(SCHOOL, &mailbox(1), &again.verifier).await.unwrap();
    assert_eq!(
        gone.map(|gone| (gone.day, gone.taken_back)),
        Some((TODAY, false))
    );
    drop(tx);
    // The log still says that two came and two went, without saying which.
    let mut tx = fresh.database.write().await.unwrap();
    let page = keeper().audit_page(&mut tx, SCHOOL, None).await.unwrap();
    assert_eq!(page.entries.len(), 4);
    assert_eq!(tx.insert_report(&again).await.unwrap(), Submitted::Again);
    assert!(tx.case_state(SCHOOL, case(1)).await.unwrap().is_none());
    let with_another = [&report(50), &again];
    assert!(
        tx.insert_new_reports(&with_another)
            .await
            .unwrap()
            .is_none()
    );
    // Six years later that goes too, and what is swept is what nobody took.
    let later = round(fresh, TODAY + 6 * 366).await;
    assert_eq!(later.openings, 4);
}

async fn a_stop_at_any_step_ends_in_one_certificate(fresh: &Fresh) {
    // R27: after each step the program stops; the next round takes it up.
    school(fresh).await;
    for (n, with_key) in [(1, false), (2, true)] {
        due(fresh, n).await;
        let shreds = fresh.database.shreds();
        let tail = shreds.take(TODAY).await.unwrap();
        let mut tx = fresh.database.write().await.unwrap();
        assert!(
            tx.doom(SCHOOL, case(n), tail.key(), TODAY + 99)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        tail.keep();
        let mut tx = fresh.database.read().await.unwrap();
        let doomed = tx.doomed_cases(9).await.unwrap();
        drop(tx);
        if with_key {
            shreds.destroy(&[doomed[0].key], TODAY).await.unwrap();
        }
        // As good as gone already: nobody can open it, hold it or answer.
        let mut tx = fresh.database.write().await.unwrap();
        let reader = tx.case_for_reader(SCHOOL, case(n), &LEAD, u32::MAX).await;
        assert!(reader.unwrap().is_none());
        let held = tx.set_hold(SCHOOL, case(n), OTHER, NOON, TODAY + 9).await;
        assert!(!held.unwrap());
        drop(tx);
        let done = round(fresh, TODAY).await;
        assert_eq!((done.destroyed, done.certificates), (1, 1));
        assert!(!there(&fresh.database, n).await);
        assert_eq!(round(fresh, TODAY).await, Round::default());
    }
}

async fn only_what_nothing_stands_in_the_way_of_goes(fresh: &Fresh) {
    // F8, schools.md 3e: random histories; a case goes exactly when every condition of the rule holds.
    school(fresh).await;
    let mut dice = rng(77);
    let mut expected = Vec::new();
    for n in 1..=80 {
        let mut flip = |of: u32| dice.next_u32().is_multiple_of(of);
        let (unopened, unsafe_, held) = (flip(8), flip(6), flip(6));
        let (later, no_early, no_late, alone) = (flip(6), flip(6), flip(6), flip(6));
        let wrote_again = flip(8);
        let mut tx = fresh.database.write().await.unwrap();
        submit(&mut tx, &report(n), u64::from(n)).await;
        for staff in [LEAD_STAFF, OTHER] {
            let bookmark = tx.put_bookmark(SCHOOL, case(n), staff, &[7; 90]).await;
            bookmark.unwrap();
        }
        if !unopened {
            tx.mark_opened(SCHOOL, case(n), TODAY - 40).await.unwrap();
        }
        let day = TODAY + u32::from(later);
        tx.set_expiry(SCHOOL, case(n), Some(day), Some(!unsafe_))
            .await
            .unwrap();
        let early = TODAY - if no_early { 6 } else { 7 };
        let late = TODAY - u32::from(!no_late);
        let second = if alone { LEAD_STAFF } else { OTHER };
        tx.put_warning(SCHOOL, case(n), LEAD_STAFF, 30, early)
            .await
            .unwrap();
        tx.put_warning(SCHOOL, case(n), second, 7, late)
            .await
            .unwrap();
        if held {
            assert!(
                tx.set_hold(SCHOOL, case(n), OTHER, NOON, TODAY + 9)
                    .await
                    .unwrap()
            );
        }
        if wrote_again {
            tx.stop_clock(SCHOOL, case(n)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let stays = [
            unopened,
            unsafe_,
            held,
            later,
            no_early,
            no_late,
            alone,
            wrote_again,
        ];
        expected.push((n, stays.contains(&true)));
    }
    let goes = expected.iter().filter(|(_, stays)| !stays).count();
    assert!(goes > 5 && goes < 75, "{goes}");
    assert_eq!(round(fresh, TODAY).await.destroyed, goes as u64);
    for (n, stays) in expected {
        assert_eq!(there(&fresh.database, n).await, stays, "case {n}");
    }
}

async fn a_clock_that_jumped_destroys_nothing(fresh: &Fresh) {
    // R21: 400 days ahead; nothing goes until the clock is steady and somebody signed in.
    school(fresh).await;
    let (log, randomness) = (keeper(), Randomness::system());
    let at = |day| expiry(&fresh.database, &log, &randomness, day);
    let waits = |day| async move { at(day).round(false).await.unwrap().waiting };
    due(fresh, 1).await;
    assert_eq!(waits(TODAY - 400).await, Some(Waiting::SignIn));
    assert_eq!(waits(TODAY).await, Some(Waiting::Steady));
    assert!(there(&fresh.database, 1).await);
    assert_eq!(waits(TODAY + 1).await, Some(Waiting::SignIn));
    let mut tx = fresh.database.write().await.unwrap();
    tx.clock_agreed((TODAY + 1) * 24 + 12).await.unwrap();
    tx.commit().await.unwrap();
    assert!(there(&fresh.database, 1).await);
    assert_eq!(waits(TODAY + 1).await, None);
    assert!(!there(&fresh.database, 1).await);
}

async fn one_sets_a_hold_and_two_lift_it(fresh: &Fresh) {
    // schools.md 2f 4
    school(fresh).await;
    due(fresh, 1).await;
    let mut tx = fresh.database.write().await.unwrap();
    assert!(
        tx.set_hold(SCHOOL, case(1), OTHER, NOON, TODAY + 9)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    assert_eq!(round(fresh, TODAY).await.destroyed, 0);
    let mut tx = fresh.database.write().await.unwrap();
    for (who, expected) in [
        (LEAD_STAFF, Lifted::Asked),
        (LEAD_STAFF, Lifted::Again),
        (OTHER, Lifted::Lifted),
        (OTHER, Lifted::NotHeld),
    ] {
        let lifted = tx.ask_lift(SCHOOL, case(1), who, NOON).await.unwrap();
        assert_eq!(lifted, expected);
    }
    tx.commit().await.unwrap();
    assert_eq!(round(fresh, TODAY).await.destroyed, 1);
}

async fn an_old_copy_revives_nothing(fresh: &Fresh) {
    // P62, R26, XAM-16: last week's copy with a reader's key opens nothing that was destroyed since.
    let Location::Sqlite(path) = &fresh.location else {
        return;
    };
    school(fresh).await;
    due(fresh, 1).await;
    due(fresh, 2).await;
    let mut tx = fresh.database.write().await.unwrap();
    tx.stop_clock(SCHOOL, case(2)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(fresh.database.scrub().await.unwrap());
    let copy = fresh.folder.path().join("last-week.sqlite");
    fs::copy(path, &copy).unwrap();
    assert_eq!(round(fresh, TODAY).await.destroyed, 1);

    let old = crate::database::open(&Location::Sqlite(copy), &fresh.shreds)
        .await
        .unwrap();
    let mut tx = old.read().await.unwrap();
    let open = tx.released_messages(SCHOOL, case(1), &LEAD).await;
    assert!(matches!(open, Err(StoreError::KeyGone)));
    assert_eq!(
        tx.released_messages(SCHOOL, case(2), &LEAD)
            .await
            .unwrap()
            .len(),
        1
    );
    drop(tx);
    let (log, randomness) = (keeper(), Randomness::system());
    let expiry = expiry(&old, &log, &randomness, TODAY);
    assert_eq!(expiry.bury_revived().await.unwrap(), 1);
    expiry.round(false).await.unwrap();
    assert!(!there(&old, 1).await && there(&old, 2).await);
    old.close().await;
}

#[tokio::test]
async fn a_stranger_s_shred_store_is_refused() {
    let (one, two) = (Fresh::sqlite().await, Fresh::sqlite().await);
    school(&one).await;
    due(&one, 1).await;
    let refused = crate::database::open(&one.location, &two.shreds).await;
    assert!(matches!(refused, Err(StoreError::OtherShredStore)));
    let empty = Location::Sqlite(one.folder.path().join("empty.sqlite"));
    let refused = crate::database::open(&one.location, &empty).await;
    assert!(matches!(refused, Err(StoreError::OtherShredStore)));
    one.finish().await;
    two.finish().await;
}

#[tokio::test]
async fn a_database_of_schema_1_is_wrapped_at_its_first_start() {
    // P62, R29: what an older program wrote is there afterwards, under a key, and nowhere in the open.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.sqlite");
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(&path)
        .create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::migrate!("../migrations/sqlite")
        .run_to(1, &pool)
        .await
        .unwrap();
    let (school, one) = (SCHOOL.0, case(1).0);
    let entry = vec![5_u8; 90];
    for statement in [
        "insert into school values ($1, 'one', 'One', true, 'gb-eng', null, '{}', 30)",
        "insert into cases values ($1, $2, 41567, null, null, false, 20780, null, 21184, false, false, zeroblob(32), 1, 1)",
        "insert into mailbox values ($1, zeroblob(16), zeroblob(32), $2)",
        "insert into envelope values ($1, $2, $2, 0, 1, x'aa', zeroblob(32), zeroblob(32), zeroblob(48), $3, 498804)",
        "insert into slot values ($1, $2, $2, 0, $4, $3, zeroblob(80), zeroblob(48))",
        "insert into bookmark values ($1, $2, $2, $3)",
        "insert into log_opening values ($1, 0, $2, $5, zeroblob(32))",
        "insert into log_opening values ($1, 1, null, $5, zeroblob(32))",
    ] {
        sqlx::query(statement)
            .bind(school)
            .bind(one)
            .bind([9_u8; 300].as_slice())
            .bind(LEAD.0.as_slice())
            .bind(entry.as_slice())
            .execute(&pool)
            .await
            .unwrap();
    }
    pool.close().await;

    let shreds = Location::Sqlite(folder.path().join("old.shred.sqlite"));
    let database = crate::database::open(&Location::Sqlite(path.clone()), &shreds)
        .await
        .unwrap();
    let mut tx = database.write().await.unwrap();
    let messages = tx
        .released_messages(SCHOOL, CaseId(one), &LEAD)
        .await
        .unwrap();
    assert_eq!(messages[0].body.0, [9; 300]);
    assert_eq!(messages[0].row.slot.as_ref().unwrap().enc.0, [9; 300]);
    let recorded = keeper()
        .record(&mut tx, SCHOOL, &act(case(1), Kind::Released), &mut rng(1))
        .await;
    drop(recorded);
    drop(tx);
    assert!(database.scrub().await.unwrap());
    let rows = database.row_counts().await.unwrap();
    assert!(rows.iter().all(|(name, _)| !name.ends_with("_plain")));
    assert!(rows.contains(&("log_opening".to_owned(), 2)));
    database.close().await;
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(100).any(|window| window == [9; 100]));
}

/// The keys of cases there are, and every byte of the table they lie in.
async fn keys_and_files(fresh: &Fresh) -> (Vec<Vec<u8>>, Vec<u8>) {
    let Location::Postgres(address) = &fresh.shreds else {
        panic!("the keys are on PostgreSQL");
    };
    let mut connection = PgConnection::connect(address).await.unwrap();
    let keys = sqlx::query_scalar("select key from shred_key")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    sqlx::query("checkpoint")
        .execute(&mut connection)
        .await
        .unwrap();
    let file = sqlx::query_scalar("select pg_read_binary_file(pg_relation_filepath('shred_key'))")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    (keys, file)
}

// P62, M1: PostgreSQL keeps a deleted row's bytes where they were; a destroyed key's are not kept.
async fn a_destroyed_key_is_in_no_file(fresh: &Fresh) {
    school(fresh).await;
    due(fresh, 1).await;
    let (before, file) = keys_and_files(fresh).await;
    let in_file = |file: &[u8], key: &[u8]| file.windows(key.len()).any(|window| window == key);
    assert!(
        before.iter().all(|key| in_file(&file, key)),
        "the right file"
    );
    assert_eq!(round(fresh, TODAY).await.destroyed, 1);
    let (after, file) = keys_and_files(fresh).await;
    let gone: Vec<_> = before.iter().filter(|key| !after.contains(key)).collect();
    assert_eq!(gone.len(), 1);
    assert!(gone.iter().all(|key| !in_file(&file, key)));
}
