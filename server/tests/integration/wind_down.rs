//! The end of a school's service: through the router by two people, by the job that destroys, and as a folder that opens
//! without the server.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use protocol::api::{
    AuditPage, CasePage, CertificatesPage, Ending, KeeperAnswer, KeeperRequest, LogFile,
    SchoolView, WindDownRequest, WindDownView,
};
use protocol::audit::{Entry, Kept, Kind, decode_log_file, verify_log};
use protocol::bookmark::SEALED_LEN;
use protocol::encoding::Bytes;
use protocol::envelope::Envelope;
use protocol::gateway::{GatewayAnswer, Op, Problem as Why};
use protocol::id::{CaseId, StaffId};
use protocol::kdf::{Stretching, derive_sha256};
use protocol::kit::write_account;
use protocol::plaintext::Danger;
use protocol::vault::{AccountSecret, StaffKeys};
use server::clock::Moment;
use server::expiry::{Expiry, Round};
use server::problem::Problem;
use server::randomness::Randomness;
use server::store::{Location, Transaction};
use server::take_out::{self, Source, Written};
use zeroize::Zeroizing;

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::expiry::{DEPUTY, LEAD, note};
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::{ORIGIN, World, keeper, rng};

both!(
    nobody_ends_a_school_alone,
    two_people_call_it_back,
    a_school_that_ends_takes_nothing_new_and_still_answers,
    nothing_goes_that_was_not_taken_out_or_has_no_keeper,
    a_take_out_opens_without_the_server_and_for_its_readers_only,
);

const PASSWORD: &str = "seven green lorries";
const CANARY: &str = "CANARY they wait for me by the gate";

pub fn ask(token: &str, days: u32) -> Asking {
    post("/api/v1/wind-down")
        .session(token)
        .json(&WindDownRequest { days })
}

pub fn agree(token: &str, days: u32) -> Asking {
    post("/api/v1/wind-down/agree")
        .session(token)
        .json(&WindDownRequest { days })
}

pub fn call_back(token: &str) -> Asking {
    post("/api/v1/wind-down/call-back").session(token)
}

pub fn name_keeper(token: &str, case: CaseId, why: &Envelope) -> Asking {
    post(format!("/api/v1/cases/{}/keeper", case.0))
        .session(token)
        .json(&KeeperRequest {
            note: Bytes(why.encode()),
        })
}

pub async fn ending(world: &World, token: &str) -> Option<Ending> {
    let view: WindDownView = get("/api/v1/wind-down").session(token).of(world).await.ok();
    view.ending
}

async fn kinds(world: &World, token: &str) -> Vec<Kind> {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    let entries = page.entries.iter().rev();
    entries
        .map(|proven| Entry::decode(&proven.entry.0).unwrap().kind)
        .collect()
}

/// The admin asks and the deputy agrees.
pub async fn end(world: &World, school: &School, days: u32) {
    let admin = school.sign_in(world, &school.admin).await;
    ask(&admin, days).of(world).await.done();
    let deputy = school.sign_in(world, &school.deputy).await;
    agree(&deputy, days).of(world).await.done();
}

async fn change(world: &World, with: impl AsyncFnOnce(&mut Transaction)) {
    let mut transaction = world.database.write().await.unwrap();
    with(&mut transaction).await;
    transaction.commit().await.unwrap();
}

/// Two readers opened it, and a reader's browser found nothing but time in its way, though its day is far off.
pub async fn finish(world: &World, school: &School, pupil: &Pupil) {
    read(world, school, pupil).await;
    let (id, case, day) = (school.id, pupil.place.case, world.now().day() + 300);
    change(world, async |tx| {
        tx.set_expiry(id, case, Some(day), Some(true))
            .await
            .unwrap();
    })
    .await;
}

pub async fn read(world: &World, school: &School, pupil: &Pupil) {
    let (id, case, today) = (school.id, pupil.place.case, world.now().day());
    change(world, async |tx| {
        tx.put_bookmark(id, case, school.lead.staff, &[7; SEALED_LEN])
            .await
            .unwrap();
        assert!(tx.mark_opened(id, case, today).await.unwrap());
    })
    .await;
}

async fn round(world: &World) -> Round {
    let log = keeper(&world.server_key);
    let expiry = Expiry {
        database: &world.database,
        log: &log,
        randomness: &Randomness::system(),
        now: world.now(),
    };
    expiry.round(true).await.unwrap()
}

pub async fn take_out(world: &World, school: &School, place: &Path) -> Written {
    let log = keeper(&world.server_key);
    let source = Source {
        database: &world.database,
        log: &log,
        randomness: &Randomness::system(),
        now: world.now(),
    };
    take_out::write(&source, &school.slug, place).await.unwrap()
}

pub fn later(world: &World, days: u64) {
    let now = world.now().seconds();
    world.clock.set(Moment::from_seconds(now + days * 86_400));
}

// XAM-22: asked for by one, agreed to by another, each with a fresh code; an admin's second account is no reader.
async fn nobody_ends_a_school_alone(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = School::make(&world, "one", 1);
    let mut bundle = school.bundle();
    // A lead who is an admin as well.
    bundle.staff[0].admin = true;
    school.import(&world, &bundle).await.unwrap();
    let lead = school.sign_in(&world, &school.lead).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let deputy = school.sign_in(&world, &school.deputy).await;

    agree(&deputy, 31).refused(&world, Problem::NotFound).await;
    ask(&deputy, 31).refused(&world, Problem::Refused).await;
    for days in [1, 30, 32, u32::MAX] {
        ask(&lead, days).refused(&world, Problem::Invalid).await;
    }
    ask(&lead, 31).of(&world).await.done();
    let before = world.state().await;
    ask(&lead, 31).of(&world).await.done();
    assert_eq!(before, world.state().await, "asked again, done once");
    ask(&admin, 31).refused(&world, Problem::Conflict).await;
    ask(&lead, 0).refused(&world, Problem::Conflict).await;
    // Whoever asked, and whoever has no key that the root holders signed.
    agree(&lead, 31).refused(&world, Problem::Refused).await;
    agree(&admin, 31).refused(&world, Problem::Refused).await;
    agree(&deputy, 0).refused(&world, Problem::Conflict).await;
    let asked = ending(&world, &deputy).await.unwrap();
    assert_eq!((asked.asked.staff, asked.agreed), (school.lead.staff, None));

    world.clock.advance_seconds(6 * 60);
    for asking in [ask(&lead, 31), agree(&deputy, 31), call_back(&deputy)] {
        asking.refused(&world, Problem::ProofNeeded).await;
    }
    let deputy = school.sign_in(&world, &school.deputy).await;
    agree(&deputy, 31).of(&world).await.done();
    let before = world.state().await;
    agree(&deputy, 31).of(&world).await.done();
    assert_eq!(before, world.state().await, "agreed again, done once");
    let agreed = ending(&world, &lead).await.unwrap();
    let who = agreed.agreed.map(|said| (said.staff, said.name));
    let name = school.deputy.name.clone();
    assert_eq!(who, Some((school.deputy.staff, name)));
    assert_eq!(agreed.destroy_day, Some(world.now().day() + 31));
    let ends = [Kind::WindDownAsked, Kind::WindDownAgreed];
    assert!(kinds(&world, &lead).await.ends_with(&ends));
}

// XAM-22: until nothing is left, two people call it back; what was only asked for goes at one reader's word, or by itself.
async fn two_people_call_it_back(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    call_back(&deputy).refused(&world, Problem::NotFound).await;
    ask(&admin, 0).of(&world).await.done();
    call_back(&deputy).of(&world).await.done();
    assert_eq!(ending(&world, &admin).await, None);

    // Two weeks later nobody can agree to it any more.
    ask(&admin, 31).of(&world).await.done();
    later(&world, 15);
    let deputy = school.sign_in(&world, &school.deputy).await;
    agree(&deputy, 31).refused(&world, Problem::Conflict).await;

    end(&world, &school, 31).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    call_back(&deputy).of(&world).await.done();
    let before = world.state().await;
    call_back(&deputy).of(&world).await.done();
    assert_eq!(before, world.state().await, "one person's word is one word");
    let asked = ending(&world, &deputy).await.unwrap();
    assert_eq!(asked.stop_asked.unwrap().staff, school.deputy.staff);
    let admin = school.sign_in(&world, &school.admin).await;
    call_back(&admin).of(&world).await.done();
    assert_eq!(ending(&world, &admin).await, None);
    let stopped = [
        Kind::WindDownAsked,
        Kind::WindDownAgreed,
        Kind::WindDownStopAsked,
        Kind::WindDownStopped,
    ];
    assert!(kinds(&world, &admin).await.ends_with(&stopped));
    // Reports come in as before.
    Pupil::report(&world, &mut school, Danger::No).await;
}

// XAM-22: pupils are told and not left waiting; what was answered can be read until the day.
async fn a_school_that_ends_takes_nothing_new_and_still_answers(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::No).await;
    let view: SchoolView = get(school.path("")).of(&world).await.ok();
    assert_eq!(view.ends_day, None);
    end(&world, &school, 31).await;
    world.clock.advance_seconds(2);
    let view: SchoolView = get(school.path("")).of(&world).await.ok();
    assert_eq!(view.ends_day, Some(world.now().day() + 31));

    let ended = GatewayAnswer::Refused {
        problem: Why::Ended,
    };
    for danger in [Danger::No, Danger::NotSure, Danger::Yes] {
        let other = Pupil::write(&mut school, danger);
        assert_eq!(other.ask(&world, &mut school, other.submit()).await, ended);
        let nowhere = other.ask(&world, &mut school, Op::Check).await;
        assert_eq!(nowhere, GatewayAnswer::NoMailbox);
    }
    let more = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    assert_eq!(pupil.ask(&world, &mut school, more).await, ended);
    // What got lost on the way is answered as before.
    let again = pupil.ask(&world, &mut school, pupil.submit()).await;
    assert_eq!(again, GatewayAnswer::Accepted {});
    later(&world, 30);
    let mailbox = pupil.ask(&world, &mut school, Op::Check).await;
    assert!(matches!(mailbox, GatewayAnswer::Mailbox(_)), "{mailbox:?}");
    // Adults still finish what they began.
    let lead = school.sign_in(&world, &school.lead).await;
    let page: CasePage = get("/api/v1/cases").session(&lead).of(&world).await.ok();
    assert_eq!(page.cases.len(), 1);
    let taken_back = pupil.ask(&world, &mut school, Op::Withdraw).await;
    assert_eq!(taken_back, GatewayAnswer::Accepted {});
}

// XAM-22, IMP-C5: on the day, what was taken out whole and is free goes; the rest when two readers named its keeper.
async fn nothing_goes_that_was_not_taken_out_or_has_no_keeper(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let done = Pupil::report(&world, &mut school, Danger::No).await;
    let kept_by_class = Pupil::report(&world, &mut school, Danger::Yes).await;
    let held = Pupil::report(&world, &mut school, Danger::No).await;
    let unread = Pupil::report(&world, &mut school, Danger::No).await;
    finish(&world, &school, &done).await;
    read(&world, &school, &kept_by_class).await;
    finish(&world, &school, &held).await;
    let lead_staff = school.lead.staff;
    hold(&world, &school, &held, lead_staff).await;
    let early = note(&mut school, &kept_by_class, kept_by_class.place.case, LEAD);
    let lead = school.sign_in(&world, &school.lead).await;
    name_keeper(&lead, kept_by_class.place.case, &early)
        .refused(&world, Problem::Conflict)
        .await;
    end(&world, &school, 31).await;
    let place = tempfile::tempdir().unwrap();
    later(&world, 30);
    take_out(&world, &school, place.path()).await;
    assert_eq!(round(&world).await.destroyed, 0, "not a day early");
    later(&world, 1);

    let first = round(&world).await;
    assert_eq!((first.destroyed, first.certificates), (1, 1));
    let gone = done.ask(&world, &mut school, Op::Check).await;
    let day = world.now().day();
    let taken_back = false;
    assert_eq!(gone, GatewayAnswer::Gone { day, taken_back });
    assert_eq!(round(&world).await, Round::default());

    // One reader is not enough, and their note is not in the take-out.
    read(&world, &school, &unread).await;
    for pupil in [&kept_by_class, &held, &unread] {
        let case = pupil.place.case;
        let lead = school.sign_in(&world, &school.lead).await;
        let first = note(&mut school, pupil, case, LEAD);
        for _ in 0..2 {
            let said: KeeperAnswer = name_keeper(&lead, case, &first).of(&world).await.ok();
            assert!(!said.agreed);
        }
        let alone = note(&mut school, pupil, case, LEAD);
        name_keeper(&lead, case, &alone)
            .refused(&world, Problem::Conflict)
            .await;
        assert_eq!(round(&world).await.destroyed, 0);
        let deputy = school.sign_in(&world, &school.deputy).await;
        let second = note(&mut school, pupil, case, DEPUTY);
        for _ in 0..2 {
            let said: KeeperAnswer = name_keeper(&deputy, case, &second).of(&world).await.ok();
            assert!(said.agreed);
        }
        assert_eq!(
            round(&world).await.destroyed,
            0,
            "its last notes are nowhere else"
        );
    }
    // Somebody wants one of them kept here after all.
    hold(&world, &school, &held, lead_staff).await;
    let second = tempfile::tempdir().unwrap();
    let written = take_out(&world, &school, second.path()).await;
    assert_eq!(written.cases, 3);
    assert_eq!(round(&world).await.destroyed, 2);
    assert!(
        ending(&world, &lead_token(&world, &school).await)
            .await
            .unwrap()
            .over_day
            .is_none()
    );

    let lead = lead_token(&world, &school).await;
    let why = note(&mut school, &held, held.place.case, LEAD);
    let said: KeeperAnswer = name_keeper(&lead, held.place.case, &why)
        .of(&world)
        .await
        .ok();
    assert!(!said.agreed);
    let deputy = school.sign_in(&world, &school.deputy).await;
    let why = note(&mut school, &held, held.place.case, DEPUTY);
    let said: KeeperAnswer = name_keeper(&deputy, held.place.case, &why)
        .of(&world)
        .await
        .ok();
    assert!(said.agreed);
    let third = tempfile::tempdir().unwrap();
    take_out(&world, &school, third.path()).await;
    let last = round(&world).await;
    assert_eq!((last.destroyed, last.certificates), (1, 2));
    assert_eq!(round(&world).await, Round::default());

    let lead = lead_token(&world, &school).await;
    assert_eq!(
        ending(&world, &lead).await.unwrap().over_day,
        Some(world.now().day())
    );
    call_back(&lead).refused(&world, Problem::Conflict).await;
    let page: CertificatesPage = get("/api/v1/certificates")
        .session(&lead)
        .of(&world)
        .await
        .ok();
    let of_the_end = page
        .certificates
        .iter()
        .find(|one| {
            one.statement
                .starts_with("Sotto certificate of the end of service")
        })
        .unwrap();
    assert!(
        of_the_end.statement.contains("\ncases: 4\n"),
        "{}",
        of_the_end.statement
    );
    let audit: AuditPage = get("/api/v1/audit").session(&lead).of(&world).await.ok();
    let entry = Entry::decode(&audit.entries[0].entry.0).unwrap();
    let hash = derive_sha256(of_the_end.statement.as_bytes());
    assert_eq!((entry.kind, entry.envelope.0), (Kind::WoundDown, hash));
    // The log goes on, can be taken out once more, and holds.
    let after = tempfile::tempdir().unwrap();
    let written = take_out(&world, &school, after.path()).await;
    assert_eq!(written.cases, 0);
    let log = saved_log(&written.folder);
    let known = Kept {
        log_key: Some(world.server_key.derive_log_key().public()),
        checkpoint: None,
    };
    let summary = verify_log(&log, &known).unwrap();
    assert_eq!(summary.by_kind[&Kind::Expired], 4);
    assert_eq!(summary.by_kind[&Kind::KeeperNamed], 4);
    assert_eq!(summary.by_kind[&Kind::WoundDown], 1);
}

pub async fn lead_token(world: &World, school: &School) -> String {
    school.sign_in(world, &school.lead).await
}

async fn hold(world: &World, school: &School, pupil: &Pupil, by: StaffId) {
    let (id, case, now) = (school.id, pupil.place.case, world.now());
    change(world, async |tx| {
        assert!(
            tx.set_hold(id, case, by, now.hour(), now.day() + 99)
                .await
                .unwrap()
        );
    })
    .await;
}

fn saved_log(folder: &Path) -> LogFile {
    decode_log_file(&std::fs::read(folder.join("log.json")).unwrap()).unwrap()
}

/// Real keys behind a password and a kit.
fn lock(person: &mut Person, seed: u64) -> AccountSecret {
    let mut rng = rng(seed);
    let kit = AccountSecret::make(&mut rng);
    let keys =
        StaffKeys::derive(PASSWORD, &kit, person.staff, &[5; 16], Stretching::STAFF).unwrap();
    person.vault = keys.seal(person.secret(), person.staff, 1, &mut rng);
    kit
}

fn sotto(arguments: &[&str], input: &str) -> Output {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_sotto"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // It may have said no before it read.
    drop(stdin.write_all(input.as_bytes()));
    drop(stdin);
    child.wait_with_output().unwrap()
}

// XAM-22, IMP-C1: ciphertext in the folder; with a reader's two secrets it opens, offline, by the program; a reader whom
// the pupil left out opens nothing; a changed file is named.
async fn a_take_out_opens_without_the_server_and_for_its_readers_only(fresh: &Fresh) {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new(fresh);
    let mut school = School::make(&world, "one", 1);
    let lead_kit = lock(&mut school.lead, 21);
    let head_kit = lock(&mut school.head, 22);
    school.import(&world, &school.bundle()).await.unwrap();
    school.open(&world).await;
    let pupil = Pupil::report_without_head(&world, &mut school).await;
    let more = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    assert_eq!(
        pupil.ask(&world, &mut school, more).await,
        GatewayAnswer::Accepted {}
    );
    read(&world, &school, &pupil).await;
    end(&world, &school, 0).await;

    let key = fresh.folder.path().join("server.key");
    std::fs::write(&key, [7; 32]).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    let url = |location: &Location| match location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(address) => address.clone(),
    };
    let place = tempfile::tempdir().unwrap();
    let written = sotto(
        &[
            "take-out",
            "write",
            "--log-origin",
            ORIGIN,
            "--data",
            fresh.folder.path().to_str().unwrap(),
            "--database",
            &url(&fresh.location),
            "--shred-database",
            &url(&fresh.shreds),
            "one",
            place.path().to_str().unwrap(),
        ],
        "",
    );
    assert!(written.status.success(), "{written:?}");
    let folder = std::fs::read_dir(place.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    for file in std::fs::read_dir(&folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let found = bytes.windows(6).any(|window| window == b"CANARY");
        assert!(!found && !bytes.is_empty());
    }
    let admin = school.sign_in(&world, &school.admin).await;
    assert_eq!(kinds(&world, &admin).await.last(), Some(&Kind::TakenOut));

    let at = folder.to_str().unwrap();
    let read = |user: &str, password: &str, kit: &AccountSecret| {
        let typed = Zeroizing::new(format!("{password}\n{}\n", &*write_account(kit)));
        sotto(&["take-out", "read", at, "--user", user], &typed)
    };
    let say = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let told = read("lead", PASSWORD, &lead_kit);
    assert!(told.status.success(), "{told:?}");
    assert!(
        say(&told).contains(CANARY) && say(&told).contains("It happened again"),
        "{told:?}"
    );
    let left_out = read("head", PASSWORD, &head_kit);
    assert!(
        left_out.status.success() && say(&left_out).is_empty(),
        "{left_out:?}"
    );
    for wrong in [
        read("lead", "seven green lorrie", &lead_kit),
        read("lead", PASSWORD, &head_kit),
        read("nobody", PASSWORD, &lead_kit),
    ] {
        assert!(
            !wrong.status.success() && say(&wrong).is_empty(),
            "{wrong:?}"
        );
    }
    let log = folder.join("log.json");
    let holds = sotto(&["verify-audit", log.to_str().unwrap()], "");
    assert!(holds.status.success(), "{holds:?}");

    let cases = folder.join("cases.jsonl");
    let mut bytes = std::fs::read(&cases).unwrap();
    bytes[1000] ^= 1;
    std::fs::write(&cases, bytes).unwrap();
    let changed = read("lead", PASSWORD, &lead_kit);
    let why = String::from_utf8_lossy(&changed.stderr).into_owned();
    assert!(
        !changed.status.success() && why.contains("cases.jsonl"),
        "{why}"
    );
}
