//! A school that did everything: two readers for every inbox, everyone's recovery tried, every signature. It opens, and
//! stays open when something comes undone afterwards.

use client::staff::inbox;
use protocol::api::{
    AuditPage, EndStaffRequest, GateItem, GateView, RecoveryPieceRequest, RecoverySetRequest, Role,
    SchoolView, SignOff, SignOffRequest,
};
use protocol::audit::{Entry, Kind};
use protocol::day::Day;
use protocol::encoding::Bytes;
use protocol::recovery::drill::Piece;
use protocol::recovery::{Made, ShareSet};
use protocol::vault::AccountSecret;
use server::problem::Problem;
use server::terms;
use zeroize::Zeroizing;

use crate::asking::{Asking, ask, get, post};
use crate::copies::all_done;
use crate::database::Fresh;
use crate::school::{Person, School};
use crate::settings;
use crate::world::World;

both!(a_school_that_did_everything_opens_and_stays_open);

/// Readers in the order of [`People::all`], and who holds their shares: never the head for the chair.
const HOLDERS: [[usize; 2]; 6] = [[1, 4], [0, 4], [3, 0], [2, 0], [5, 0], [4, 1]];

/// Lead, deputy, two heads, two chairs.
struct People([Person; 6]);

/// The school with its bundle, in the database.
async fn bring_in(world: &World) -> (School, People) {
    let mut school = School::make(world, "one", 1);
    let mut extra = |user, role| Person::make(user, role, &mut school.rng);
    let more = [
        extra("head-two", Role::Head),
        extra("chair", Role::Chair),
        extra("chair-two", Role::Chair),
    ];
    let today = Day(world.now().day());
    for entry in &mut school.directory.entries {
        entry.inbox = inbox(entry.role);
    }
    for person in &more {
        let mut entry = person.entry(today);
        entry.inbox = inbox(person.role);
        school.directory.entries.push(entry);
    }
    let mut bundle = school.bundle();
    for person in &more {
        let key = person.secret().kem.public();
        bundle.public_keys.push(Bytes(key.to_bytes()));
        bundle.staff.push(person.bundled(school.id));
    }
    school.import(world, &bundle).await.unwrap();
    let [two, chair, chair_two] = more;
    let again = School::make(world, "one", 1);
    let (lead, deputy, head) = (again.lead, again.deputy, again.head);
    let people = People([lead, deputy, head, two, chair, chair_two]);
    (school, people)
}

fn share(world: &World, school: &mut School, people: &People, owner: usize) -> Made {
    let holders = HOLDERS[owner].map(|holder| people.0[holder].secret().kem.public());
    let keys = people.0[owner].secret().clone();
    let kit = AccountSecret::from_bytes(Zeroizing::new([0xcc; 16]));
    let place = (school.id, people.0[owner].staff);
    let hour = world.now().hour();
    let made = ShareSet::make(place, &keys, &holders, &kit, hour, &mut school.rng);
    made.unwrap_or_else(|_| panic!("two different colleagues"))
}

fn show(token: &str, owner: &Person, piece: &Piece) -> Asking {
    ask("PUT", "/api/v1/recovery/piece")
        .session(token)
        .json(&RecoveryPieceRequest {
            staff: owner.staff,
            piece: Bytes(piece.encode()),
        })
}

fn sign(world: &World, token: &str, what: SignOff) -> Asking {
    let terms = what == SignOff::Terms;
    post("/api/v1/gate/sign-offs")
        .session(token)
        .json(&SignOffRequest {
            what,
            version: if terms { terms::VERSION } else { 0 },
            words: "Ms Ada Data".to_owned(),
            done_day: world.now().day(),
        })
}

async fn missing(world: &World, token: &str) -> Vec<GateItem> {
    let gate: GateView = get("/api/v1/gate").session(token).of(world).await.ok();
    let waits = gate.lines.into_iter().filter(|line| !line.done);
    waits.map(|line| line.item).collect()
}

// XAM-23, XAM-2: the whole way through the gate; the last reader's untried recovery holds it; open stays open.
async fn a_school_that_did_everything_opens_and_stays_open(fresh: &Fresh) {
    let world = World::new(fresh);
    let (mut school, people) = bring_in(&world).await;
    let mut tokens = Vec::new();
    let mut sets = Vec::new();
    for (owner, person) in people.0.iter().enumerate() {
        let token = school.sign_in(&world, person).await;
        let made = share(&world, &mut school, &people, owner);
        let request = RecoverySetRequest {
            set: Bytes(made.set.encode()),
            copy: Bytes(made.copy.clone()),
        };
        let asking = ask("PUT", "/api/v1/recovery/set").session(&token);
        asking.json(&request).of(&world).await.done();
        tokens.push(token);
        sets.push(made.set);
    }
    sign(&world, &tokens[2], SignOff::Assessment)
        .of(&world)
        .await
        .done();
    sign(&world, &tokens[4], SignOff::Terms)
        .of(&world)
        .await
        .done();
    sign(&world, &tokens[0], SignOff::Practice)
        .of(&world)
        .await
        .done();
    let admin = school.sign_in(&world, &school.admin).await;
    settings::answer(&world, &admin).await;
    let both = [GateItem::Recovery, GateItem::Copies];
    assert_eq!(missing(&world, &admin).await, both);
    all_done(&world).await;
    let open = || post("/api/v1/gate/open").session(&admin);
    let hour = world.now().hour();
    for (owner, holders) in HOLDERS.iter().enumerate() {
        for holder in holders {
            // One share alone shows nothing, and one reader without a tried recovery holds the gate.
            assert_eq!(missing(&world, &admin).await, [GateItem::Recovery]);
            let piece = Piece::make(&sets[owner], people.0[*holder].secret(), hour);
            let piece = piece.unwrap_or_else(|_| panic!("a holder"));
            let shown = show(&tokens[*holder], &people.0[owner], &piece);
            if (owner, *holder) == (5, 1) {
                open().refused(&world, Problem::NotReady).await;
            }
            shown.of(&world).await.done();
        }
    }
    assert_eq!(missing(&world, &admin).await, []);
    open().of(&world).await.done();
    open().refused(&world, Problem::Conflict).await;
    let seen = async || {
        let view: SchoolView = get("/api/v1/schools/one").of(&world).await.ok();
        view.open
    };
    assert!(seen().await);
    let page: AuditPage = get("/api/v1/audit").session(&admin).of(&world).await.ok();
    let newest = Entry::decode(&page.entries[0].entry.0).unwrap();
    assert_eq!(newest.kind, Kind::SchoolOpened);

    // A chair leaves: the page says what came undone, and nobody who writes is turned away for it.
    let leaving = format!("/api/v1/staff/{}/end", people.0[5].staff.0);
    let end = EndStaffRequest {
        reason: "Retired".to_owned(),
        key: Some(people.0[5].key()),
        destroy: false,
    };
    let ended = post(leaving).session(&admin).json(&end);
    ended.of(&world).await.done();
    assert!(missing(&world, &admin).await.contains(&GateItem::Readers));
    assert!(seen().await);
    let gate: GateView = get("/api/v1/gate").session(&admin).of(&world).await.ok();
    let admin_name = school.admin.name.as_str();
    assert_eq!(gate.opened_by.as_deref(), Some(admin_name));
}
