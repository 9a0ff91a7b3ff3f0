//! Going live: a school that did not is not written to, says so, and opens only when nothing is missing.

use protocol::api::{AuditPage, GateItem, GateView, SchoolView, SignOff, SignOffRequest};
use protocol::audit::{Entry, Kind};
use protocol::gateway::{GatewayAnswer, Problem as Why};
use protocol::plaintext::Danger;
use server::opening::log_earlier;
use server::problem::Problem;
use server::store::{How, Opening, Signed};
use server::terms;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::World;

both!(
    nothing_is_taken_in_before_the_school_is_open,
    signatures_count_for_those_who_may_give_them,
    the_gate_holds_while_anything_is_missing,
    a_school_that_was_open_before_stays_open_and_the_log_says_so
);

async fn gate(world: &World, token: &str) -> GateView {
    get("/api/v1/gate").session(token).of(world).await.ok()
}

fn done(gate: &GateView, item: GateItem) -> bool {
    let line = gate.lines.iter().find(|line| line.item == item);
    line.unwrap().done
}

fn signing(token: &str, what: SignOff, world: &World) -> Asking {
    let request = SignOffRequest {
        what,
        version: if what == SignOff::Terms {
            terms::VERSION
        } else {
            0
        },
        words: "Ms Ada Data".to_owned(),
        done_day: world.now().day(),
    };
    post("/api/v1/gate/sign-offs").session(token).json(&request)
}

async fn kinds(world: &World, token: &str) -> Vec<Kind> {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    let entries = page.entries.iter();
    entries
        .map(|proven| Entry::decode(&proven.entry.0).unwrap().kind)
        .collect()
}

// XAM-23, R39: the page says "not open yet", and no other way in takes a report either, not even danger.
async fn nothing_is_taken_in_before_the_school_is_open(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in_closed(&world, "one", 1).await;
    let view: SchoolView = get("/api/v1/schools/one").of(&world).await.ok();
    assert!(!view.open);
    for danger in [Danger::No, Danger::Yes] {
        let pupil = Pupil::write(&mut school, danger);
        let before = world.state().await;
        let answer = pupil.ask(&world, &mut school, pupil.submit()).await;
        assert_eq!(
            answer,
            GatewayAnswer::Refused {
                problem: Why::NotOpen
            }
        );
        assert_eq!(world.state().await, before);
    }
    let mut open = School::bring_in(&world, "two", 2).await;
    let view: SchoolView = get("/api/v1/schools/two").of(&world).await.ok();
    assert!(view.open);
    Pupil::report(&world, &mut open, Danger::No).await;
}

// XAM-23, XAM-2
async fn signatures_count_for_those_who_may_give_them(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in_closed(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let head = school.sign_in(&world, &school.head).await;
    let lead = school.sign_in(&world, &school.lead).await;
    let before = world.state().await;
    for (token, what) in [
        (&admin, SignOff::Assessment),
        (&admin, SignOff::Terms),
        (&admin, SignOff::Practice),
        (&lead, SignOff::Terms),
        (&head, SignOff::Practice),
    ] {
        signing(token, what, &world)
            .refused(&world, Problem::Refused)
            .await;
    }
    let wrong = |change: fn(&mut SignOffRequest)| {
        let mut request = SignOffRequest {
            what: SignOff::Terms,
            version: terms::VERSION,
            words: "Ms Ada Data".to_owned(),
            done_day: world.now().day(),
        };
        change(&mut request);
        post("/api/v1/gate/sign-offs").session(&head).json(&request)
    };
    let older = wrong(|request| request.version -= 1);
    older.refused(&world, Problem::Conflict).await;
    let nobody: [fn(&mut SignOffRequest); 3] = [
        |request| request.words = " \t".to_owned(),
        |request| request.words = "Ms\nData".to_owned(),
        |request| request.words = "a".repeat(121),
    ];
    for change in nobody {
        wrong(change).refused(&world, Problem::Invalid).await;
    }
    let tomorrow = wrong(|request| request.done_day += 2);
    tomorrow.refused(&world, Problem::Invalid).await;
    assert_eq!(world.state().await, before);

    // Where the sun is up already it is tomorrow.
    let ahead = wrong(|request| request.done_day += 1);
    ahead.of(&world).await.done();
    signing(&head, SignOff::Terms, &world)
        .of(&world)
        .await
        .done();
    signing(&lead, SignOff::Practice, &world)
        .of(&world)
        .await
        .done();
    // XAM-2: signed before the text changed. The gate waits again, and shows what was signed.
    let mut transaction = world.app.write().await.unwrap();
    let older = Signed {
        what: SignOff::Terms,
        version: 1,
        by: school.head.staff,
        words: "Ms Ada Data".to_owned(),
        done_day: 1,
        signed_day: 1,
    };
    transaction.sign_off(school.id, &older).await.unwrap();
    transaction.commit().await.unwrap();
    let seen = gate(&world, &head).await;
    assert!(!done(&seen, GateItem::Terms));
    let before = seen.signed_before.unwrap();
    assert_eq!(
        (before.version, Some(before.text.as_str())),
        (1, terms::of(1))
    );
    assert_ne!(before.text, seen.terms.text);
    signing(&head, SignOff::Terms, &world)
        .of(&world)
        .await
        .done();

    let gate = gate(&world, &admin).await;
    assert!(gate.signed_before.is_none());
    assert!(done(&gate, GateItem::Terms) && done(&gate, GateItem::Practice));
    assert!(!done(&gate, GateItem::Assessment));
    let line = gate.lines.iter().find(|line| line.item == GateItem::Terms);
    let line = line.unwrap();
    assert_eq!(line.signed_by.as_deref(), Some(school.head.name.as_str()));
    assert_eq!(line.found, "Ms Ada Data");
    let kinds = kinds(&world, &admin).await;
    let signed = kinds
        .iter()
        .filter(|kind| **kind == Kind::SignedOff)
        .count();
    assert_eq!(signed, 4);
}

// XAM-23, R39: the last step cannot be skipped to.
async fn the_gate_holds_while_anything_is_missing(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in_closed(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let head = school.sign_in(&world, &school.head).await;
    let before = world.state().await;
    let open = |token: &str| post("/api/v1/gate/open").session(token);
    open(&head).refused(&world, Problem::Refused).await;
    open(&admin).refused(&world, Problem::NotReady).await;
    assert_eq!(world.state().await, before);
    let gate = gate(&world, &head).await;
    assert!(!gate.open && gate.opened_by.is_none());
    // What this school has: somebody looks, and the packs are fresh. It has no chair, and nobody signed.
    assert!(done(&gate, GateItem::Hours) && done(&gate, GateItem::Packs));
    for missing in [
        GateItem::Readers,
        GateItem::Escalation,
        GateItem::Recovery,
        GateItem::Copies,
        GateItem::Assessment,
        GateItem::Terms,
        GateItem::Practice,
    ] {
        assert!(!done(&gate, missing), "{missing:?}");
    }
    // An ended reader counts no more, at once.
    let line = gate
        .lines
        .iter()
        .find(|line| line.item == GateItem::Readers);
    assert!(line.unwrap().found.contains("head"), "{line:?}");
}

// XAM-23: what was there before the gate is not shut, and the log says that it was not opened by anyone here.
async fn a_school_that_was_open_before_stays_open_and_the_log_says_so(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::bring_in_closed(&world, "one", 1).await;
    let earlier = Opening {
        how: How::Before,
        day: 0,
        by: None,
        in_log: false,
    };
    let mut transaction = world.database.write().await.unwrap();
    assert!(transaction.open_school(school.id, &earlier).await.unwrap());
    transaction.commit().await.unwrap();
    log_earlier(&world.app).await.unwrap();
    log_earlier(&world.app).await.unwrap();
    let admin = school.sign_in(&world, &school.admin).await;
    let view = gate(&world, &admin).await;
    assert!(view.open && view.opened_day.is_none() && view.opened_by.is_none());
    let kinds = kinds(&world, &admin).await;
    let opened = kinds
        .iter()
        .filter(|kind| **kind == Kind::SchoolOpened)
        .count();
    assert_eq!(opened, 1, "said once");
    // Twice is not possible, and changes nothing.
    post("/api/v1/gate/open")
        .session(&admin)
        .refused(&world, Problem::NotReady)
        .await;
}
