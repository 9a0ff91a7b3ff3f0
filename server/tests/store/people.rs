//! Accounts, sessions and invitations.

use protocol::api::{Role, StaffState};
use protocol::id::{InviteId, StaffId};
use server::store::{Invite, NewStaff, Transaction};
use uuid::Uuid;

use crate::database::Fresh;
use crate::fixtures::{SCHOOL, hash, staff, with_school};

both!(
    an_account_comes_back_and_its_name_is_taken,
    a_code_works_once,
    a_signed_key_starts_to_work,
    a_session_ends_by_idling_by_time_and_by_sign_out,
    ending_a_person_ends_their_sessions,
    an_ended_account_is_forgotten_after_its_time,
    an_invitation_works_once_and_until_its_day
);

async fn insert(tx: &mut Transaction, person: &NewStaff) {
    assert!(tx.insert_staff(person).await.unwrap());
}

async fn an_account_comes_back_and_its_name_is_taken(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let person = staff(1, "p.kaur");
    insert(&mut tx, &person).await;
    let kept = tx.staff_by_user(SCHOOL, "p.kaur").await.unwrap().unwrap();
    assert_eq!(kept.view, person.view);
    assert_eq!(kept.salt, person.salt);
    assert_eq!(*kept.verifier, *person.verifier);
    assert_eq!(kept.vault, person.vault);
    assert_eq!(kept.second_factor, person.second_factor);
    assert!(
        !tx.insert_staff(&staff(2, "p.kaur")).await.unwrap(),
        "name taken"
    );
    assert!(tx.staff_by_user(SCHOOL, "P.Kaur").await.unwrap().is_none());

    let mut admin = staff(3, "s.reed");
    admin.view.role = Role::Admin;
    admin.view.admin = true;
    admin.view.key = None;
    admin.view.public_keys = None;
    insert(&mut tx, &admin).await;
    let kept = tx
        .staff_by_id(SCHOOL, admin.view.staff)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(kept.view, admin.view);
    assert_eq!(
        tx.staff_list(SCHOOL).await.unwrap(),
        vec![person.view, admin.view]
    );
}

async fn a_code_works_once(fresh: &Fresh) {
    // R41: a one-time code, or an earlier one, is refused after use.
    let mut tx = with_school(&fresh.database).await;
    let person = staff(1, "p.kaur");
    insert(&mut tx, &person).await;
    let id = person.view.staff;
    assert!(tx.use_code_step(SCHOOL, id, 59_842_212).await.unwrap());
    assert!(!tx.use_code_step(SCHOOL, id, 59_842_212).await.unwrap());
    assert!(!tx.use_code_step(SCHOOL, id, 59_842_211).await.unwrap());
    assert!(tx.use_code_step(SCHOOL, id, 59_842_213).await.unwrap());
}

async fn a_signed_key_starts_to_work(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let (person, ended) = (staff(1, "a"), staff(2, "b"));
    insert(&mut tx, &person).await;
    insert(&mut tx, &ended).await;
    assert!(
        tx.end_staff(SCHOOL, ended.view.staff, "left", 5)
            .await
            .unwrap()
    );
    let keys = [person.view.key.unwrap(), ended.view.key.unwrap()];
    tx.activate_keys(SCHOOL, &keys).await.unwrap();
    let states: Vec<_> = tx
        .staff_list(SCHOOL)
        .await
        .unwrap()
        .iter()
        .map(|view| view.state)
        .collect();
    assert_eq!(states, [StaffState::Active, StaffState::Ended]);
}

async fn a_session_ends_by_idling_by_time_and_by_sign_out(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let person = staff(1, "a");
    insert(&mut tx, &person).await;
    tx.insert_session(SCHOOL, &hash(1), person.view.staff, 1_000, 1_480)
        .await
        .unwrap();
    let session = tx.session(&hash(1), 1_015, 15).await.unwrap().unwrap();
    assert_eq!(
        (session.school, session.seen_minute, session.ends_minute),
        (SCHOOL, 1_000, 1_480)
    );
    assert_eq!(session.staff, person.view);
    assert!(
        tx.session(&hash(1), 1_016, 15).await.unwrap().is_none(),
        "idle"
    );
    assert!(
        tx.session(&hash(2), 1_000, 15).await.unwrap().is_none(),
        "unknown"
    );

    tx.touch_session(&hash(1), 1_475).await.unwrap();
    tx.touch_session(&hash(1), 1_400).await.unwrap();
    assert_eq!(
        tx.session(&hash(1), 1_479, 15)
            .await
            .unwrap()
            .unwrap()
            .seen_minute,
        1_475
    );
    assert!(
        tx.session(&hash(1), 1_480, 15).await.unwrap().is_none(),
        "over"
    );
    assert_eq!(tx.delete_sessions_over(1_479, 15).await.unwrap(), 0);
    assert_eq!(tx.delete_sessions_over(1_480, 15).await.unwrap(), 1);

    tx.insert_session(SCHOOL, &hash(3), person.view.staff, 1_000, 1_480)
        .await
        .unwrap();
    tx.delete_session(&hash(3)).await.unwrap();
    assert!(tx.session(&hash(3), 1_000, 15).await.unwrap().is_none());
}

async fn ending_a_person_ends_their_sessions(fresh: &Fresh) {
    // R42: at once, on every node, for it is in the database.
    let mut tx = with_school(&fresh.database).await;
    let person = staff(1, "a");
    insert(&mut tx, &person).await;
    tx.insert_session(SCHOOL, &hash(1), person.view.staff, 1_000, 1_480)
        .await
        .unwrap();
    assert!(
        tx.end_staff(SCHOOL, person.view.staff, "left the school", 7)
            .await
            .unwrap()
    );
    assert!(tx.session(&hash(1), 1_000, 15).await.unwrap().is_none());
    assert!(
        !tx.end_staff(SCHOOL, person.view.staff, "again", 8)
            .await
            .unwrap()
    );
    let nobody = StaffId(Uuid::from_u128(99));
    assert!(!tx.end_staff(SCHOOL, nobody, "who", 8).await.unwrap());
}

// IMP-1: what somebody signed in with goes; what signed lists and the log name stays.
async fn an_ended_account_is_forgotten_after_its_time(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let (gone, here) = (staff(1, "a"), staff(2, "b"));
    insert(&mut tx, &gone).await;
    insert(&mut tx, &here).await;
    let id = gone.view.staff;
    tx.end_staff(SCHOOL, id, "left the school", 700)
        .await
        .unwrap();
    assert_eq!(tx.forget_ended(700).await.unwrap(), 0, "not yet");
    assert_eq!(tx.forget_ended(701).await.unwrap(), 1);
    assert_eq!(tx.forget_ended(701).await.unwrap(), 0, "once");
    let account = tx.staff_by_id(SCHOOL, id).await.unwrap().unwrap();
    assert!(account.verifier.is_empty() && account.vault.is_empty());
    assert!(account.second_factor.is_empty() && account.salt == [0; 16]);
    assert_eq!(account.view.name, gone.view.name);
    assert!(tx.staff_by_user(SCHOOL, "a").await.unwrap().is_none());
    assert!(
        insert_named_anew(&mut tx, "a").await,
        "the sign-in name is free again"
    );
    assert!(tx.staff_by_user(SCHOOL, "b").await.unwrap().is_some());
}

async fn insert_named_anew(tx: &mut Transaction, user: &str) -> bool {
    tx.insert_staff(&staff(3, user)).await.unwrap()
}

async fn an_invitation_works_once_and_until_its_day(fresh: &Fresh) {
    let mut tx = with_school(&fresh.database).await;
    let invite = Invite {
        school: SCHOOL,
        invite: InviteId(Uuid::from_u128(1)),
        staff: StaffId(Uuid::from_u128(2)),
        name: "Mr New".to_owned(),
        place: "Room 4".to_owned(),
        role: Role::Deputy,
        admin: false,
        second_factor: vec![1; 48],
        expires_day: 20_000,
        invited_by: None,
    };
    tx.insert_invite(&invite, &hash(1)).await.unwrap();
    assert!(tx.invite_by_token(&hash(1), 20_000).await.unwrap() == Some(invite.clone()));
    assert!(
        tx.invite_by_token(&hash(1), 20_001)
            .await
            .unwrap()
            .is_none()
    );
    assert!(tx.invite_expired(&hash(1), 20_001).await.unwrap());
    assert!(!tx.invite_expired(&hash(2), 20_001).await.unwrap());
    let views = tx.invites(SCHOOL, 20_000).await.unwrap();
    assert_eq!(
        (views.len(), views[0].name.as_str(), views[0].role),
        (1, "Mr New", Role::Deputy)
    );
    assert!(tx.invites(SCHOOL, 20_001).await.unwrap().is_empty());

    assert!(tx.delete_invite(SCHOOL, invite.invite).await.unwrap());
    assert!(
        !tx.delete_invite(SCHOOL, invite.invite).await.unwrap(),
        "works once"
    );
    tx.insert_invite(&invite, &hash(1)).await.unwrap();
    assert_eq!(tx.delete_invites_over(20_000).await.unwrap(), 0);
    assert_eq!(tx.delete_invites_over(20_001).await.unwrap(), 1);
}
