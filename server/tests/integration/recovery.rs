//! Shares, drills and the way back: what the server takes, from whom, and what it never does for an admin.

use protocol::api::{
    AuditPage, RecoveryAskAnswer, RecoveryAskRequest, RecoveryFinishRequest, RecoveryGiftRequest,
    RecoveryLookAnswer, RecoveryLookRequest, RecoveryPieceRequest, RecoverySetRequest,
    RecoveryView, limit,
};
use protocol::audit::{Entry, Kind};
use protocol::directory::Inbox;
use protocol::encoding::{Bytes, FixedBytes};
use protocol::keys::StaffSecret;
use protocol::recovery::ask::Ask;
use protocol::recovery::drill::{self, Drill, Piece};
use protocol::recovery::gift::Gift;
use protocol::recovery::{Made, ShareSet, sign_new_secrets};
use protocol::vault::{AccountSecret, SEALED_LEN};
use server::problem::Problem;

use crate::asking::{Asking, ask, get, post};
use crate::database::Fresh;
use crate::school::{Person, School};
use crate::world::World;

both!(
    a_set_is_the_readers_own_and_its_holders_read,
    the_head_is_refused_a_share_of_the_chairs_inbox,
    a_drill_is_recorded,
    two_colleagues_give_keys_back_and_an_admin_cannot,
    a_request_is_stopped_lapses_and_is_replaced
);

const NEW_AUTH: [u8; 32] = [0xaa; 32];

fn kit() -> AccountSecret {
    AccountSecret::from_bytes(zeroize::Zeroizing::new([0xcc; 16]))
}

fn make(world: &World, school: &mut School, holders: &[fn(&School) -> &Person]) -> Made {
    let publics: Vec<_> = holders
        .iter()
        .map(|holder| holder(school).secret().kem.public())
        .collect();
    let place = (school.id, school.lead.staff);
    let keys = school.lead.secret().clone();
    let made = ShareSet::make(
        place,
        &keys,
        &publics,
        &kit(),
        world.now().hour(),
        &mut school.rng,
    );
    made.unwrap_or_else(|_| panic!("two different colleagues"))
}

const DEPUTY_AND_HEAD: [fn(&School) -> &Person; 2] =
    [|school| &school.deputy, |school| &school.head];

fn request(made: &Made) -> RecoverySetRequest {
    RecoverySetRequest {
        set: Bytes(made.set.encode()),
        copy: Bytes(made.copy.clone()),
    }
}

fn share(token: &str, request: &RecoverySetRequest) -> Asking {
    ask("PUT", "/api/v1/recovery/set")
        .session(token)
        .json(request)
}

fn give(token: &str, school: &School, asked: &Ask, gift: &Gift) -> Asking {
    ask("PUT", "/api/v1/recovery/gift")
        .session(token)
        .json(&RecoveryGiftRequest {
            staff: school.lead.staff,
            ask: asked.id(),
            gift: Bytes(gift.encode()),
        })
}

fn gift(school: &mut School, set: &ShareSet, asked: &Ask, holder: fn(&School) -> &Person) -> Gift {
    let keys = holder(school).secret().clone();
    let gift = Gift::make(set, asked, &keys, &mut school.rng);
    gift.unwrap_or_else(|_| panic!("a holder"))
}

async fn view(world: &World, token: &str) -> RecoveryView {
    get("/api/v1/recovery").session(token).of(world).await.ok()
}

/// Kinds of the newest entries, newest first.
async fn logged(world: &World, token: &str) -> Vec<Kind> {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    let kind = |bytes: &Bytes| Entry::decode(&bytes.0).unwrap().kind;
    page.entries.iter().map(|one| kind(&one.entry)).collect()
}

/// Somebody with the lead's code asks with these keys.
fn asks(world: &World, school: &School, fresh: &StaffSecret) -> (Ask, Asking) {
    world.clock.advance_seconds(30);
    let asked = Ask::make((school.id, school.lead.staff), fresh, world.now().hour());
    let request = RecoveryAskRequest {
        user: school.lead.user.clone(),
        code: school.lead.code(world),
        ask: Bytes(asked.encode()),
        auth: FixedBytes(NEW_AUTH),
        vault: Bytes(vec![7; SEALED_LEN]),
    };
    let asking = post(school.path("/recovery")).json(&request);
    (asked, asking)
}

fn look(world: &World, school: &School, auth: [u8; 32]) -> Asking {
    world.clock.advance_seconds(30);
    post(school.path("/recovery/look")).json(&RecoveryLookRequest {
        user: school.lead.user.clone(),
        code: school.lead.code(world),
        auth: FixedBytes(auth),
    })
}

// P40, F7: sealed shares only, made by their owner, held by people who read.
async fn a_set_is_the_readers_own_and_its_holders_read(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let made = make(&world, &mut school, &DEPUTY_AND_HEAD);
    let good = request(&made);
    share(&admin, &good).refused(&world, Problem::Refused).await;
    share(&deputy, &good)
        .refused(&world, Problem::BadSignature)
        .await;
    let mut changed = good.clone();
    changed.set.0[200] ^= 1;
    share(&lead, &changed)
        .refused(&world, Problem::BadSignature)
        .await;
    let mut other_copy = good.clone();
    other_copy.copy.0[3] ^= 1;
    share(&lead, &other_copy)
        .refused(&world, Problem::Invalid)
        .await;
    let nonsense = RecoverySetRequest {
        set: Bytes(vec![1; 50]),
        ..good.clone()
    };
    share(&lead, &nonsense)
        .refused(&world, Problem::Invalid)
        .await;
    // A key nobody signed into the directory holds nothing.
    let stranger = StaffSecret::make(&mut school.rng).kem.public();
    let publics = [stranger, school.deputy.secret().kem.public()];
    let (place, keys) = ((school.id, school.lead.staff), school.lead.secret().clone());
    let hour = world.now().hour();
    let strange = ShareSet::make(place, &keys, &publics, &kit(), hour, &mut school.rng);
    let strange = request(&strange.unwrap_or_else(|_| panic!("two keys")));
    share(&lead, &strange)
        .refused(&world, Problem::Invalid)
        .await;
    share(&lead, &good).of(&world).await.done();
    // Again, as after a lost answer: done, and one entry.
    share(&lead, &good).of(&world).await.done();
    assert_eq!(logged(&world, &admin).await[..1], [Kind::SharesMade]);
    let kinds = logged(&world, &admin).await;
    let made_once = kinds.iter().filter(|kind| **kind == Kind::SharesMade);
    assert_eq!(made_once.count(), 1);
    let seen = view(&world, &admin).await;
    assert_eq!(seen.sets.len(), 1);
    assert_eq!(seen.sets[0].set, good.set);
    // The copy is nowhere in what colleagues are shown.
    let text = serde_json::to_string(&seen).unwrap();
    let copy = protocol::encoding::to_base64url(&good.copy.0);
    assert!(!text.contains(&copy[..40]));
}

// 2e: "the head never holds a share for the chair's inbox", also when a browser says so.
async fn the_head_is_refused_a_share_of_the_chairs_inbox(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let mut next = school
        .directory
        .successor(protocol::day::Day(world.now().day()));
    next.entries[0].inbox = Inbox::Chair;
    school.put_in_force(&world, next).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let made = make(&world, &mut school, &DEPUTY_AND_HEAD);
    share(&lead, &request(&made))
        .refused(&world, Problem::Invalid)
        .await;
}

// F7: what holders show is kept, fits, and is an entry of the log.
async fn a_drill_is_recorded(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let head = school.sign_in(&world, &school.head).await;
    let made = make(&world, &mut school, &DEPUTY_AND_HEAD);
    let set = &made.set;
    let staff = school.lead.staff;
    let hour = world.now().hour();
    let piece = |holder: &Person, hour| {
        let piece = Piece::make(set, holder.secret(), hour);
        piece.unwrap_or_else(|_| panic!("a holder"))
    };
    let show = |token: &str, piece: &Piece| {
        ask("PUT", "/api/v1/recovery/piece")
            .session(token)
            .json(&RecoveryPieceRequest {
                staff,
                piece: Bytes(piece.encode()),
            })
    };
    let by_deputy = piece(&school.deputy, hour);
    show(&deputy, &by_deputy)
        .refused(&world, Problem::NoShares)
        .await;
    share(&lead, &request(&made)).of(&world).await.done();
    show(&lead, &by_deputy)
        .refused(&world, Problem::Refused)
        .await;
    show(&head, &by_deputy)
        .refused(&world, Problem::Refused)
        .await;
    show(&deputy, &piece(&school.deputy, hour - 2))
        .refused(&world, Problem::WrongHour)
        .await;
    let mut forged = by_deputy.encode();
    forged[20] ^= 1;
    let forged = Piece::decode(&forged).unwrap();
    show(&deputy, &forged)
        .refused(&world, Problem::BadSignature)
        .await;
    show(&deputy, &by_deputy).of(&world).await.done();
    show(&deputy, &by_deputy).of(&world).await.done();
    show(&head, &piece(&school.head, hour))
        .of(&world)
        .await
        .done();
    let seen = view(&world, &lead).await;
    let pieces: Vec<Piece> = seen.sets[0]
        .pieces
        .iter()
        .map(|piece| Piece::decode(&piece.0).unwrap())
        .collect();
    assert_eq!(drill::check(set, &pieces), Drill::Fits { hour });
    let kinds = logged(&world, &lead).await;
    assert_eq!(
        kinds[..3],
        [Kind::ShareDrilled, Kind::ShareDrilled, Kind::SharesMade]
    );
}

// P40, P41, R39, 2d: lost both; the ceremony needs the person's code, two colleagues' keys, and then the key itself.
async fn two_colleagues_give_keys_back_and_an_admin_cannot(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let head = school.sign_in(&world, &school.head).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let keys = StaffSecret::make(&mut school.rng);
    let (_, early) = asks(&world, &school, &keys);
    early.refused(&world, Problem::NoShares).await;
    let made = make(&world, &mut school, &DEPUTY_AND_HEAD);
    share(&lead, &request(&made)).of(&world).await.done();

    // Without the account's code nobody asks, whoever they are.
    world.clock.advance_seconds(30);
    let asked = Ask::make((school.id, school.lead.staff), &keys, world.now().hour());
    let with = |user: &str, code: String, asked: &Ask| RecoveryAskRequest {
        user: user.to_owned(),
        code,
        ask: Bytes(asked.encode()),
        auth: FixedBytes(NEW_AUTH),
        vault: Bytes(vec![7; SEALED_LEN]),
    };
    for (user, code) in [
        ("lead", school.admin.code(&world)),
        ("nobody", school.lead.code(&world)),
    ] {
        post(school.path("/recovery"))
            .json(&with(user, code, &asked))
            .refused(&world, Problem::SignInRefused)
            .await;
    }
    let elsewhere = Ask::make((school.id, school.deputy.staff), &keys, world.now().hour());
    post(school.path("/recovery"))
        .json(&with("lead", school.lead.code(&world), &elsewhere))
        .refused(&world, Problem::Invalid)
        .await;
    let (asked, asking) = asks(&world, &school, &keys);
    let answer: RecoveryAskAnswer = asking.of(&world).await.ok();
    assert_eq!(answer.ends_hour, world.now().hour() + limit::RECOVERY_HOURS);
    let seen = view(&world, &admin).await;
    assert_eq!(seen.asks.len(), 1);
    assert_eq!(seen.asks[0].staff, school.lead.staff);

    // Before anyone gave, not even the locked copy is given out, and nothing can be finished.
    let nothing: RecoveryLookAnswer = look(&world, &school, NEW_AUTH).of(&world).await.ok();
    assert!(nothing.gifts.is_empty() && nothing.copy.is_none());
    look(&world, &school, [0; 32])
        .refused(&world, Problem::SignInRefused)
        .await;
    let vault = vec![9; SEALED_LEN];
    let place = (school.id, school.lead.staff);
    let finish = |signer: &StaffSecret, made: &Made| {
        let signature = sign_new_secrets(&signer.signing, place, &asked.id(), &NEW_AUTH, &vault);
        let request = RecoveryFinishRequest {
            user: "lead".to_owned(),
            auth: FixedBytes(NEW_AUTH),
            vault: Bytes(vault.clone()),
            signature,
            shares: request(made),
        };
        post("/api/v1/schools/one/recovery/finish").json(&request)
    };
    let again = make(&world, &mut school, &DEPUTY_AND_HEAD);
    let own = school.lead.secret().clone();
    finish(&own, &again)
        .refused(&world, Problem::BadSignature)
        .await;

    // Colleagues give: each their own, for this request.
    let by_deputy = gift(&mut school, &made.set, &asked, |school| &school.deputy);
    let by_head = gift(&mut school, &made.set, &asked, |school| &school.head);
    give(&admin, &school, &asked, &by_deputy)
        .refused(&world, Problem::Refused)
        .await;
    give(&head, &school, &asked, &by_deputy)
        .refused(&world, Problem::Refused)
        .await;
    let other = Ask::make(place, &own, world.now().hour());
    give(&deputy, &school, &other, &by_deputy)
        .refused(&world, Problem::Conflict)
        .await;
    let for_other = gift(&mut school, &made.set, &other, |school| &school.deputy);
    give(&deputy, &school, &asked, &for_other)
        .refused(&world, Problem::BadSignature)
        .await;
    give(&deputy, &school, &asked, &by_deputy)
        .of(&world)
        .await
        .done();
    give(&deputy, &school, &asked, &by_deputy)
        .of(&world)
        .await
        .done();
    give(&head, &school, &asked, &by_head)
        .of(&world)
        .await
        .done();
    let given: RecoveryLookAnswer = look(&world, &school, NEW_AUTH).of(&world).await.ok();
    assert_eq!(given.gifts.len(), 2);
    assert_eq!(given.copy, Some(Bytes(made.copy.clone())));

    // Whoever holds only the request's keys, or another person's, cannot lock the account anew.
    finish(&keys, &again)
        .refused(&world, Problem::BadSignature)
        .await;
    let head_keys = school.head.secret().clone();
    finish(&head_keys, &again)
        .refused(&world, Problem::BadSignature)
        .await;
    finish(&own, &again).of(&world).await.done();
    let kinds = logged(&world, &admin).await;
    let newest = [
        Kind::SharesMade,
        Kind::Recovered,
        Kind::ShareGiven,
        Kind::ShareGiven,
        Kind::RecoveryAsked,
        Kind::SharesMade,
    ];
    assert_eq!(kinds[..6], newest);
    get("/api/v1/staff")
        .session(&lead)
        .refused(&world, Problem::SessionEnded)
        .await;
    let seen = view(&world, &admin).await;
    assert!(seen.asks.is_empty());
    assert_eq!(seen.uses.len(), 1);
    // It is over: the same once more finds nothing.
    finish(&own, &again)
        .refused(&world, Problem::NoShares)
        .await;
    // The old sign-in secret is dead, the new one works.
    school.lead.auth = NEW_AUTH;
    school.sign_in(&world, &school.lead).await;
}

async fn a_request_is_stopped_lapses_and_is_replaced(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let made = make(&world, &mut school, &DEPUTY_AND_HEAD);
    share(&lead, &request(&made)).of(&world).await.done();
    let stop = |token: &str| {
        let path = format!("/api/v1/recovery/asks/{}", school.lead.staff.0);
        ask("DELETE", path).session(token)
    };
    stop(&deputy).refused(&world, Problem::NotFound).await;
    let [first, second] = [(); 2].map(|()| StaffSecret::make(&mut school.rng));
    let (one, asking) = asks(&world, &school, &first);
    asking.of(&world).await.ok::<RecoveryAskAnswer>();
    let by_deputy = gift(&mut school, &made.set, &one, |school| &school.deputy);
    give(&deputy, &school, &one, &by_deputy)
        .of(&world)
        .await
        .done();
    // Asking anew forgets what was given before.
    world.clock.advance_seconds(300);
    // Giving asks for a code of the last five minutes.
    let deputy = school.sign_in(&world, &school.deputy).await;
    let (two, asking) = asks(&world, &school, &second);
    asking.of(&world).await.ok::<RecoveryAskAnswer>();
    assert_eq!(view(&world, &lead).await.asks[0].given, Vec::<u8>::new());
    give(&deputy, &school, &one, &by_deputy)
        .refused(&world, Problem::Conflict)
        .await;
    // The owner, who did not ask, stops it; an admin cannot.
    let stop = |token: &str| {
        let path = format!("/api/v1/recovery/asks/{}", school.lead.staff.0);
        ask("DELETE", path).session(token)
    };
    stop(&admin).refused(&world, Problem::Refused).await;
    stop(&lead).of(&world).await.done();
    assert_eq!(logged(&world, &lead).await[0], Kind::RecoveryStopped);
    let by_deputy = gift(&mut school, &made.set, &two, |school| &school.deputy);
    give(&deputy, &school, &two, &by_deputy)
        .refused(&world, Problem::NoShares)
        .await;
    // A third lapses after its hours, at the minute, whether or not the job ran.
    let (three, asking) = asks(&world, &school, &first);
    asking.of(&world).await.ok::<RecoveryAskAnswer>();
    world
        .clock
        .advance_seconds(u64::from(limit::RECOVERY_HOURS) * 3600);
    let deputy = school.sign_in(&world, &school.deputy).await;
    assert!(view(&world, &deputy).await.asks.is_empty());
    let late = gift(&mut school, &made.set, &three, |school| &school.deputy);
    give(&deputy, &school, &three, &late)
        .refused(&world, Problem::NoShares)
        .await;
    assert_eq!(world.rows("recovery_ask").await, 1);
    let mut transaction = world.database.write().await.unwrap();
    let hour = world.now().hour() - limit::RECOVERY_HOURS;
    transaction.forget_recovery_asks(hour).await.unwrap();
    transaction.commit().await.unwrap();
    assert_eq!(world.rows("recovery_ask").await, 0);
}
