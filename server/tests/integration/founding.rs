//! From an empty database to a school: one link on the console, three people with keys of their own, two signatures.

mod browser;

use protocol::api::{
    FounderKeys, FoundingBeginRequest, FoundingJoinRequest, FoundingLookRequest,
    FoundingSignAnswer, FoundingSignRequest, FoundingView, GateItem, Role, SchoolView,
    SignedDirectory,
};
use protocol::day::Day;
use protocol::directory::{Directory, Inbox};
use protocol::encoding::{Bytes, FixedBytes};
use protocol::keys::{SigningSecret, StaffSecret};
use protocol::kit::read_root;
use protocol::root::sign_directory;
use server::founding;
use server::problem::Problem;

use client::staff::message::Failure;

use self::browser::{Browser, PASSWORD, begin_with, code, found, link, parsed};
use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::school::School;
use crate::world::{World, rng};

both!(
    three_people_found_a_school_and_two_sign,
    a_founding_that_is_half_said_changes_nothing,
    nobody_signs_half_compared_or_with_another_key,
    another_list_than_the_one_there_can_be_is_refused,
    keys_that_were_made_do_not_change,
    a_new_start_makes_a_new_link_and_starting_over_new_people,
    a_founding_that_lapsed_leaves_nothing,
    two_founders_at_the_same_moment_both_succeed
);

fn look(token: &str) -> Asking {
    post("/api/v1/founding/look").json(&FoundingLookRequest {
        token: parsed(token),
    })
}

async fn view(world: &World, token: &str) -> FoundingView {
    look(token).of(world).await.ok()
}

// XAM-8, XAM-3: an empty server, a link, three browsers; the school is there with the second signature and not before, not
// open, with its contacts; its people sign in, and the administrator reads nothing.
async fn three_people_found_a_school_and_two_sign(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    assert!(console.look().await.founders.is_empty());
    let (mut people, kits) = found(&mut console).await;
    let [lead, deputy, admin] = people.as_mut_slice() else {
        panic!("three")
    };
    // Both see the words that stand on the other's paper, and the console's link sees them too.
    let seen = lead.look().await;
    assert!(
        seen.founders
            .iter()
            .zip(&kits)
            .all(|(one, kit)| one.words == kit.words)
    );
    let fingerprint = seen.fingerprint.expect("all three are there");
    let others = lead.others().await;
    assert!(!lead.sign(&kits[0].root_key, others).await.unwrap().founded);
    let missing = get("/api/v1/schools/st-hilda").of(&world).await;
    assert_eq!(missing.status, 404, "one signature makes no school");
    let others = admin.others().await;
    assert!(admin.sign(&kits[2].root_key, others).await.unwrap().founded);

    let school: SchoolView = get("/api/v1/schools/st-hilda").of(&world).await.ok();
    assert_eq!(school.name, "St Hilda");
    assert!(!school.open && !school.demo, "its gate is still to come");
    assert_eq!(school.directory.signatures.len(), 2);
    assert_eq!(school.next_look.map(|look| look.now), Some(false));
    let root = protocol::root::RootSet::decode(&school.directory.root.0).unwrap();
    assert_eq!(
        protocol::encoding::to_base64url(&root.fingerprint().0),
        fingerprint
    );
    let directory = Directory::decode(&school.directory.directory.0).unwrap();
    let readers = directory.entries.iter();
    let readers: Vec<_> = readers.map(|one| (one.name.as_str(), one.inbox)).collect();
    assert_eq!(
        readers,
        [
            ("Ms Lead", Inbox::Safeguarding),
            ("Mr Deputy", Inbox::Safeguarding)
        ]
    );
    // A late founder's link says that it is done, the console's begins nothing any more, and no new one is made.
    assert!(deputy.look().await.founded);
    let late = deputy.sign(&kits[1].root_key, Vec::new()).await;
    assert!(late.unwrap().founded);
    begin_with(&console.token, |_| {})
        .refused(&world, Problem::Conflict)
        .await;
    assert!(founding::invite(&world.app).await.unwrap().is_none());

    for (person, kit) in people.iter_mut().zip(&kits) {
        let me = person.sign_in(kit).await;
        assert_eq!(me.staff.role, kit.role);
        assert_eq!(me.can_read, kit.role != Role::Admin);
        assert_eq!(me.staff.admin, kit.role == Role::Admin);
    }
    let gate = people[2].gate().await;
    let mut contacts = gate.lines.iter();
    assert!(
        contacts.any(|line| line.item == GateItem::Contacts && line.done),
        "said when it was founded"
    );
}

// XAM-8, XAM-3: what is refused changes nothing.
async fn a_founding_that_is_half_said_changes_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let token = link(&world).await;
    let before = world.state().await;
    let wrong: [fn(&mut FoundingBeginRequest); 9] = [
        |request| request.founders[1] = request.founders[0].clone(),
        |request| request.founders[2].name = "MS LEAD".to_owned(),
        |request| request.founders[0].name = String::new(),
        |request| request.settings.contacts.officer = String::new(),
        |request| request.settings.contacts.controller = "\n".to_owned(),
        |request| request.settings.contacts.complaints = " x".to_owned(),
        |request| request.settings.region = "atlantis".to_owned(),
        |request| request.settings.hours.looks[0].to = "07:00".to_owned(),
        |request| request.slug = "-".to_owned(),
    ];
    for change in wrong {
        begin_with(&token, change)
            .refused(&world, Problem::Invalid)
            .await;
    }
    begin_with(&token, |request| request.token = FixedBytes([9; 32]))
        .refused(&world, Problem::ExpiredInvite)
        .await;
    assert_eq!(world.state().await, before);
    assert!(view(&world, &token).await.founders.is_empty());

    // A school that came in by its bundle meanwhile: the link founds no second one.
    let mut console = Browser::new(&world, token.clone(), 1);
    let links = console.begin().await;
    School::bring_in(&world, "one", 1).await;
    for link in links.iter().chain([&token]) {
        look(link).refused(&world, Problem::ExpiredInvite).await;
    }
}

// XAM-8: two of three, each with their own key, and the words of both others compared.
async fn nobody_signs_half_compared_or_with_another_key(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let links = console.begin().await;
    let mut people = Browser::each(&world, &links);
    begin_with(&links[0], |_| {})
        .refused(&world, Problem::Refused)
        .await;
    let lead = people[0].join("lead").await;
    let others = people[0].others().await;
    // Nobody else has joined: there is nothing to sign.
    let early = people[0].sign(&lead.root_key, others).await;
    assert!(matches!(early, Err(Failure::Field { .. })));
    let taken = people[1].try_join("lead").await;
    assert!(matches!(taken, Err(Failure::NameTaken)));
    people[1].join("deputy").await;
    let admin = people[2].join("admin").await;

    let others = people[0].others().await;
    assert_eq!(others.len(), 2);
    for half in [&others[..0], &others[..1], &others[1..]] {
        let refused = people[0].sign(&lead.root_key, half.to_vec()).await;
        assert!(matches!(refused, Err(Failure::Field { .. })));
    }
    for wrong in [admin.root_key.as_str(), "", "root", &lead.account_secret] {
        let refused = people[0].sign(wrong, others.clone()).await;
        assert!(matches!(refused, Err(Failure::BadRootKey)), "{wrong}");
    }
    // The lead signs twice: still one key.
    for _ in 0..2 {
        let stands = people[0].sign(&lead.root_key, others.clone()).await;
        assert!(!stands.unwrap().founded);
    }
    assert!(!console.look().await.founded);
}

// XAM-8: the server makes the list itself; what somebody else made is refused however it is signed, first or second.
async fn another_list_than_the_one_there_can_be_is_refused(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let (mut people, kits) = found(&mut console).await;
    let today = Day(world.now().day());
    let stands = view(&world, &people[2].token).await;
    let (root, right) = protocol::founding::first(&stands, today).unwrap();
    let key = |at: usize| SigningSecret::from_seed(read_root(&kits[at].root_key).unwrap());
    let sign_with = |token: &str, directory: &Directory, by: usize| {
        post("/api/v1/founding/sign").json(&FoundingSignRequest {
            token: parsed(token),
            signed: SignedDirectory {
                root: Bytes(root.encode()),
                directory: Bytes(directory.encode().unwrap()),
                signatures: vec![sign_directory(&key(by), &directory.hash())],
            },
        })
    };
    let wrong: [fn(&mut Directory); 4] = [
        |directory| directory.entries.truncate(1),
        |directory| directory.entries[1].name = "Mx Other".to_owned(),
        |directory| directory.entries[1].inbox = Inbox::Head,
        |directory| directory.expires_day.0 += 1,
    ];
    let refuse_wrong = async |token: &str| {
        let before = view(&world, token).await;
        for change in wrong {
            let mut other = right.clone();
            change(&mut other);
            sign_with(token, &other, 2)
                .refused(&world, Problem::Conflict)
                .await;
        }
        // The right list, signed with somebody else's root key.
        sign_with(token, &right, 1)
            .refused(&world, Problem::BadSignature)
            .await;
        assert!(view(&world, token).await == before);
    };
    let mut old = right.clone();
    (old.issued_day.0, old.expires_day.0) = (today.0 - 2, today.0 + 28);
    sign_with(&people[2].token, &old, 2)
        .refused(&world, Problem::Invalid)
        .await;
    refuse_wrong(&people[2].token).await;
    let others = people[0].others().await;
    people[0].sign(&kits[0].root_key, others).await.unwrap();
    refuse_wrong(&people[2].token).await;
    sign_with(&console.token, &right, 2)
        .refused(&world, Problem::Refused)
        .await;
    let stands = sign_with(&people[2].token, &right, 2).of(&world).await;
    assert!(stands.ok::<FoundingSignAnswer>().founded);
}

fn joining(
    world: &World,
    token: &str,
    stands: &FoundingView,
    keys: FounderKeys,
) -> FoundingJoinRequest {
    FoundingJoinRequest {
        token: parsed(token),
        user: "somebody".to_owned(),
        salt: FixedBytes([1; 16]),
        auth: FixedBytes([2; 32]),
        vault: Bytes(vec![3; protocol::vault::SEALED_LEN]),
        keys,
        code: stands
            .otpauth
            .as_ref()
            .map_or_else(String::new, |otpauth| code(world, otpauth)),
    }
}

// XAM-8: keys must be proven for this person and role; once made, they stay; the very same request is answered alike.
async fn keys_that_were_made_do_not_change(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let links = console.begin().await;
    let stands = view(&world, &links[0]).await;
    let you = stands.you.unwrap();
    let (secret, root) = (
        StaffSecret::make(&mut rng(5)),
        SigningSecret::make(&mut rng(6)),
    );
    let public = secret.public(stands.school, you);
    let prove = |staff, role, public| {
        protocol::founding::prove((stands.school, staff, role), public, &root)
    };
    let join = |request: &FoundingJoinRequest| post("/api/v1/founding/join").json(request);
    let other = stands.founders[1].staff;
    let lead = prove(you, Role::Lead, Some(public.clone()));
    let right = joining(&world, &links[0], &stands, lead.clone());
    for wrong in [
        prove(other, Role::Lead, Some(public.clone())),
        prove(you, Role::Deputy, Some(public.clone())),
        prove(you, Role::Lead, None),
        prove(you, Role::Admin, None),
        FounderKeys {
            public_keys: Some(StaffSecret::make(&mut rng(7)).public(stands.school, you)),
            ..lead
        },
    ] {
        let wrong = FoundingJoinRequest {
            keys: wrong,
            ..right.clone()
        };
        join(&wrong).refused(&world, Problem::BadSignature).await;
    }
    let no_code = FoundingJoinRequest {
        code: "000000".to_owned(),
        ..right.clone()
    };
    join(&no_code).refused(&world, Problem::WrongCode).await;
    let no_name = FoundingJoinRequest {
        user: "Some Body".to_owned(),
        ..right.clone()
    };
    join(&no_name).refused(&world, Problem::Invalid).await;
    let no_link = FoundingJoinRequest {
        token: parsed(&console.token),
        ..right.clone()
    };
    join(&no_link).refused(&world, Problem::Refused).await;

    let joined: FoundingView = join(&right).of(&world).await.ok();
    assert!(joined.otpauth.is_none(), "nothing to set up any more");
    // The answer got lost, long ago even.
    world.clock.advance_seconds(600);
    let again: FoundingView = join(&right).of(&world).await.ok();
    assert!(again.founders == joined.founders);
    let fresh_keys = FoundingJoinRequest {
        keys: prove(
            you,
            Role::Lead,
            Some(StaffSecret::make(&mut rng(8)).public(stands.school, you)),
        ),
        code: code(&world, stands.otpauth.as_ref().unwrap()),
        ..right.clone()
    };
    join(&fresh_keys).refused(&world, Problem::Conflict).await;
    assert!(view(&world, &links[0]).await.founders == joined.founders);

    // The root key of one for another would be one signature for both.
    let stands = view(&world, &links[2]).await;
    let twice = prove(stands.you.unwrap(), Role::Admin, None);
    let twice = FoundingJoinRequest {
        user: "other".to_owned(),
        ..joining(&world, &links[2], &stands, twice)
    };
    join(&twice).refused(&world, Problem::BadSignature).await;
}

// XAM-8: the link on the console is new with every start; founders' links live on. Starting over asks everybody anew.
async fn a_new_start_makes_a_new_link_and_starting_over_new_people(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let (mut people, _) = found(&mut console).await;
    let again = link(&world).await;
    begin_with(&console.token, |_| {})
        .refused(&world, Problem::ExpiredInvite)
        .await;
    look(&console.token)
        .refused(&world, Problem::ExpiredInvite)
        .await;
    let stands = people[1].look().await;
    assert!(stands.founders.iter().all(|one| one.keys.is_some()));
    assert!(view(&world, &again).await.founders.len() == 3);
    begin_with(&again, |_| {})
        .of(&world)
        .await
        .ok::<serde_json::Value>();
    assert!(
        view(&world, &again)
            .await
            .founders
            .iter()
            .all(|one| one.keys.is_none())
    );
    for person in &people {
        look(&person.token)
            .refused(&world, Problem::ExpiredInvite)
            .await;
    }
    assert_eq!(world.rows("founding").await, 1);
}

// XAM-8, IMP-1: fourteen days, then every link is dead and nothing is left.
async fn a_founding_that_lapsed_leaves_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let (people, _) = found(&mut console).await;
    world.clock.advance_seconds(13 * 86_400);
    server::jobs::tidy(&world.app).await.unwrap();
    assert_eq!(
        view(&world, &people[0].token).await.last_day,
        world.now().day()
    );
    world.clock.advance_seconds(86_400);
    for token in [&console.token, &people[0].token, &people[2].token] {
        look(token).refused(&world, Problem::ExpiredInvite).await;
    }
    server::jobs::tidy(&world.app).await.unwrap();
    assert_eq!(world.rows("founding").await, 0);
    assert!(view(&world, &link(&world).await).await.founders.is_empty());
}

// XAM-8: nobody is told to come back because a colleague was quicker, and there is one school.
async fn two_founders_at_the_same_moment_both_succeed(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let links = console.begin().await;
    let mut people = Browser::each(&world, &links);
    let [lead, deputy, admin] = people.as_mut_slice() else {
        panic!("three")
    };
    let kits = tokio::join!(
        lead.join("lead"),
        deputy.join("deputy"),
        admin.join("admin")
    );
    let compared = (
        lead.others().await,
        deputy.others().await,
        admin.others().await,
    );
    let signed = tokio::join!(
        lead.sign(&kits.0.root_key, compared.0),
        deputy.sign(&kits.1.root_key, compared.1),
        admin.sign(&kits.2.root_key, compared.2),
    );
    assert!(signed.0.is_ok() && signed.1.is_ok() && signed.2.is_ok());
    assert!(lead.look().await.founded);
    assert_eq!(world.rows("school").await, 1);
    assert_eq!(world.rows("staff").await, 3);
    assert_eq!(world.rows("directory").await, 1);
}

// XAM-8, R49: a link's token, a password, an account secret, a root key and a sign-in secret are nowhere in the database,
// and a name only once it is public.
#[tokio::test]
async fn no_secret_of_a_founder_is_in_the_database() {
    let fresh = Fresh::sqlite().await;
    let world = World::new(&fresh);
    let mut console = Browser::new(&world, link(&world).await, 1);
    let (mut people, kits) = found(&mut console).await;
    let mut secrets = vec![PASSWORD.as_bytes().to_vec(), b"otpauth".to_vec()];
    for (person, kit) in people.iter().zip(&kits) {
        secrets.push(parsed(&person.token).0.to_vec());
        secrets.push(person.token.clone().into_bytes());
        secrets.push(kit.account_secret.clone().into_bytes());
        secrets.push(kit.root_key.clone().into_bytes());
        secrets.push(read_root(&kit.root_key).unwrap().to_vec());
        let account = protocol::kit::read_account(&kit.account_secret).unwrap();
        secrets.push(account.as_bytes().to_vec());
    }
    let public = [b"Mr Deputy".to_vec(), b"St Hilda".to_vec()];
    let bytes = files(&fresh);
    for canary in secrets.iter().chain(&public) {
        assert!(!contains(&bytes, canary), "on the way: {}", shown(canary));
    }
    let others = people[0].others().await;
    people[0].sign(&kits[0].root_key, others).await.unwrap();
    let others = people[1].others().await;
    people[1].sign(&kits[1].root_key, others).await.unwrap();
    let bytes = files(&fresh);
    for canary in &secrets {
        assert!(!contains(&bytes, canary), "afterwards: {}", shown(canary));
    }
    assert!(contains(&bytes, b"Mr Deputy"), "what is public is found");
    fresh.finish().await;
}

/// Every byte of the database, its write-ahead log included.
fn files(fresh: &Fresh) -> Vec<u8> {
    let files = std::fs::read_dir(fresh.folder.path()).unwrap();
    files
        .flat_map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn shown(canary: &[u8]) -> String {
    String::from_utf8_lossy(canary).into_owned()
}
