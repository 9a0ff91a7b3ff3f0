//! Holds, certificates, and what is left for a pupil to be told: through the router, and `sotto purge` as the program.

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use protocol::api::{AuditPage, CasePage, CertificatesPage, HoldAnswer, HoldRequest, LiftRequest};
use protocol::audit::{Entry, Kind};
use protocol::bookmark::SEALED_LEN;
use protocol::encoding::Bytes;
use protocol::envelope::Envelope;
use protocol::gateway::{GatewayAnswer, Op};
use protocol::header::Place;
use protocol::id::{CaseId, MessageId};
use protocol::kdf::derive_sha256;
use protocol::message::{InThread, seal_note};
use protocol::notice::StaffNotice;
use protocol::plaintext::{Danger, Noted, State};
use protocol::slot::Recipient;
use server::clock::{Clock, Moment, SystemClock};
use server::expiry::{Expiry, Round};
use server::problem::Problem;
use server::randomness::Randomness;
use server::store::{Location, On, Transaction};

use crate::asking::{Asking, get, post};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::{Person, School};
use crate::world::{ORIGIN, World, keeper};

both!(
    one_adult_sets_a_hold_and_two_let_go,
    a_hold_needs_its_day_and_its_reason,
    a_destroyed_case_is_certified_and_its_pupil_is_told,
    the_program_destroys_what_is_due,
);

/// With the store of keys on PostgreSQL too.
mod apart {
    twice!(
        a_destroyed_case_is_certified_and_its_pupil_is_told,
        the_program_destroys_what_is_due
    );
}

pub fn note(
    school: &mut School,
    pupil: &Pupil,
    case: CaseId,
    by: fn(&School) -> &Person,
) -> Envelope {
    let place = Place {
        case,
        message: MessageId::make(&mut school.rng),
        directory: school.directory_ref(),
        ..pupil.place
    };
    let readers = school.readers();
    let recipients: Vec<_> = readers.iter().map(Recipient::Reader).collect();
    let to = InThread {
        place,
        recipients: &recipients,
        thread: &pupil.sealed.thread,
    };
    let what = Noted::Remark {
        text: "The police may ask for it".to_owned(),
    };
    let notice = StaffNotice {
        state: State::Closed,
        urgency: None,
        owner: None,
        due_day: None,
        title: "Gate".to_owned(),
        categories: Vec::new(),
    };
    let mut rng = school.rng.clone();
    let note = seal_note(to, by(school).secret(), what, notice, &mut rng).unwrap();
    school.rng = rng;
    note
}

pub const LEAD: fn(&School) -> &Person = |school| &school.lead;
pub const DEPUTY: fn(&School) -> &Person = |school| &school.deputy;
pub const HEAD: fn(&School) -> &Person = |school| &school.head;

fn hold(token: &str, case: CaseId, review_day: u32, note: &Envelope) -> Asking {
    let note = Bytes(note.encode());
    post(format!("/api/v1/cases/{}/hold", case.0))
        .session(token)
        .json(&HoldRequest { review_day, note })
}

fn lift(token: &str, case: CaseId, note: &Envelope) -> Asking {
    let note = Bytes(note.encode());
    post(format!("/api/v1/cases/{}/hold/lift", case.0))
        .session(token)
        .json(&LiftRequest { note })
}

async fn kinds(world: &World, token: &str) -> Vec<Kind> {
    let page: AuditPage = get("/api/v1/audit").session(token).of(world).await.ok();
    let entries = page.entries.iter().rev();
    entries
        .map(|proven| Entry::decode(&proven.entry.0).unwrap().kind)
        .collect()
}

// F8, schools.md 2f.4: one person keeps a case, two let it go, each with a reason; what is repeated is answered as before.
async fn one_adult_sets_a_hold_and_two_let_go(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let case = pupil.place.case;
    let lead = school.sign_in(&world, &school.lead).await;
    let deputy = school.sign_in(&world, &school.deputy).await;
    let review = world.now().day() + 30;

    let nothing_held = note(&mut school, &pupil, case, LEAD);
    let answer = lift(&lead, case, &nothing_held)
        .refused(&world, Problem::Conflict)
        .await;
    assert!(String::from_utf8_lossy(&answer.body).contains("There is no hold."));

    let why = note(&mut school, &pupil, case, LEAD);
    let set: HoldAnswer = hold(&lead, case, review, &why).of(&world).await.ok();
    assert!(set.hold);
    let before = world.state().await;
    let again: HoldAnswer = hold(&lead, case, review, &why).of(&world).await.ok();
    assert_eq!((again, world.state().await), (set, before));
    let page: CasePage = get("/api/v1/cases").session(&deputy).of(&world).await.ok();
    let held = page.cases[0].held.clone().unwrap();
    assert_eq!(
        (held.review_day, held.set_by),
        (review, Some(school.lead.key()))
    );
    assert_eq!(held.lift_asked_by, None);

    let first = note(&mut school, &pupil, case, LEAD);
    for _ in 0..2 {
        let asked: HoldAnswer = lift(&lead, case, &first).of(&world).await.ok();
        assert!(asked.hold);
    }
    let same_person = note(&mut school, &pupil, case, LEAD);
    let answer = lift(&lead, case, &same_person)
        .refused(&world, Problem::Conflict)
        .await;
    assert!(String::from_utf8_lossy(&answer.body).contains("Another adult must ask too."));

    let second = note(&mut school, &pupil, case, DEPUTY);
    let lifted: HoldAnswer = lift(&deputy, case, &second).of(&world).await.ok();
    assert!(!lifted.hold);
    // The answer got lost; the same request again says the same.
    let before = world.state().await;
    let lifted: HoldAnswer = lift(&deputy, case, &second).of(&world).await.ok();
    assert!(!lifted.hold && world.state().await == before);
    let page: CasePage = get("/api/v1/cases").session(&lead).of(&world).await.ok();
    assert!(!page.cases[0].hold && page.cases[0].held.is_none());
    let kinds = kinds(&world, &lead).await;
    let count = |kind| kinds.iter().filter(|one| **one == kind).count();
    assert_eq!((count(Kind::HoldSet), count(Kind::HoldLifted)), (1, 1));
    assert_eq!(count(Kind::MessageAdded), 3, "each reason is in the case");
}

async fn a_hold_needs_its_day_and_its_reason(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let case = pupil.place.case;
    let token = school.sign_in(&world, &school.lead).await;
    let admin = school.sign_in(&world, &school.admin).await;
    let today = world.now().day();
    let why = note(&mut school, &pupil, case, LEAD);
    for day in [0, today, today + 367, u32::MAX] {
        hold(&token, case, day, &why)
            .refused(&world, Problem::Invalid)
            .await;
    }
    let nowhere = CaseId::make(&mut school.rng);
    let elsewhere = note(&mut school, &pupil, nowhere, LEAD);
    hold(&token, case, today + 1, &elsewhere)
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    hold(&token, nowhere, today + 1, &elsewhere)
        .refused(&world, Problem::NotFound)
        .await;
    // A follow-up of the pupil's is no reason.
    let other = pupil.follow_up(&mut school);
    hold(&token, case, today + 1, &other)
        .refused(&world, Problem::InvalidEnvelope)
        .await;
    for asking in [
        hold(&admin, case, today + 1, &why),
        lift(&admin, case, &why),
    ] {
        asking.refused(&world, Problem::Refused).await;
    }
    hold("", case, today + 1, &why)
        .refused(&world, Problem::SessionEnded)
        .await;
}

/// A report that was read by two, closed, and of which both were warned in time; its day is that of `now`.
async fn due(world: &World, school: &mut School, now: Moment) -> Pupil {
    let pupil = Pupil::report(world, school, Danger::Yes).await;
    let (id, case, today) = (school.id, pupil.place.case, now.day());
    let mut transaction = world.database.write().await.unwrap();
    for person in [&school.lead, &school.deputy] {
        let sealed = [7; SEALED_LEN];
        transaction
            .put_bookmark(id, case, person.staff, &sealed)
            .await
            .unwrap();
    }
    transaction.mark_opened(id, case, today - 40).await.unwrap();
    transaction
        .set_expiry(id, case, Some(today), Some(true))
        .await
        .unwrap();
    for (person, stage, day) in [
        (&school.lead, 30, today - 8),
        (&school.deputy, 7, today - 2),
    ] {
        transaction
            .put_warning(id, case, person.staff, stage, day)
            .await
            .unwrap();
    }
    transaction.commit().await.unwrap();
    pupil
}

// P62, P63, IMP-C5, R27: the log's entry carries the certificate's hash; whoever has the code is told, nobody else is.
async fn a_destroyed_case_is_certified_and_its_pupil_is_told(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let now = world.now();
    let pupil = due(&world, &mut school, now).await;
    let stranger = Pupil::write(&mut school, Danger::No);
    let lead = school.sign_in(&world, &school.lead).await;
    let none: CertificatesPage = get("/api/v1/certificates")
        .session(&lead)
        .of(&world)
        .await
        .ok();
    assert_eq!(none.certificates, []);
    get("/api/v1/certificates")
        .refused(&world, Problem::SessionEnded)
        .await;

    let log = keeper(&world.server_key);
    let expiry = Expiry {
        database: &world.database,
        log: &log,
        randomness: &Randomness::system(),
        now,
    };
    let Round { destroyed, .. } = expiry.round(true).await.unwrap();
    assert_eq!(destroyed, 1);

    for person in [&school.lead, &school.admin] {
        let token = school.sign_in(&world, person).await;
        let page: CertificatesPage = get("/api/v1/certificates")
            .session(&token)
            .of(&world)
            .await
            .ok();
        let [certificate] = page.certificates.as_slice() else {
            panic!("one certificate");
        };
        assert_eq!((certificate.day, certificate.cases), (now.day(), 1));
        assert!(
            !certificate
                .statement
                .contains(&pupil.place.case.0.to_string())
        );
        let audit: AuditPage = get("/api/v1/audit").session(&token).of(&world).await.ok();
        let entry = Entry::decode(&audit.entries[0].entry.0).unwrap();
        let hash = derive_sha256(certificate.statement.as_bytes());
        assert_eq!((entry.kind, entry.envelope.0), (Kind::Expired, hash));
    }
    let told = pupil.ask(&world, &mut school, Op::Check).await;
    let day = now.day();
    assert_eq!(
        told,
        GatewayAnswer::Gone {
            day,
            taken_back: false
        }
    );
    let unknown = stranger.ask(&world, &mut school, Op::Check).await;
    assert_eq!(unknown, GatewayAnswer::NoMailbox);
    // Over HTTP as well: nothing can be held, said or opened that is gone.
    let why = note(&mut school, &pupil, pupil.place.case, LEAD);
    hold(&lead, pupil.place.case, day + 5, &why)
        .refused(&world, Problem::NotFound)
        .await;
    let more = Op::Say {
        envelope: Box::new(pupil.follow_up(&mut school)),
    };
    let told = pupil.ask(&world, &mut school, more).await;
    assert_eq!(
        told,
        GatewayAnswer::Gone {
            day,
            taken_back: false
        }
    );
}

fn purge(fresh: &Fresh, more: &[&str]) -> Output {
    let url = |location: &Location| match location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(address) => address.clone(),
    };
    Command::new(env!("CARGO_BIN_EXE_sotto"))
        .args(["purge", "--log-origin", ORIGIN, "--data"])
        .arg(fresh.folder.path())
        .args([
            "--database",
            &url(&fresh.location),
            "--shred-database",
            &url(&fresh.shreds),
        ])
        .args(more)
        .output()
        .unwrap()
}

/// The stored cells of a case, as they lie in the database.
async fn cells(transaction: &mut Transaction, case: CaseId) -> Vec<Vec<u8>> {
    let text = "select body from envelope where case_id = $1 union all select slots from envelope where case_id = $1 \
                union all select audit_key from cases where case_id = $1";
    match &mut transaction.on {
        On::Sqlite(tx) => {
            let query = sqlx::query_scalar(text).bind(case.0);
            query.fetch_all(&mut **tx).await.unwrap()
        }
        On::Postgres(tx) => {
            let query = sqlx::query_scalar(text).bind(case.0);
            query.fetch_all(&mut **tx).await.unwrap()
        }
    }
}

/// How many of a case's stored bytes lie in the files of a folder, in pieces of 32: a long cell spans several pages.
fn found(folder: &Path, cells: &[Vec<u8>]) -> usize {
    let files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| fs::read(file.unwrap().path()).unwrap_or_default())
        .collect();
    let windows: HashSet<&[u8]> = files.iter().flat_map(|file| file.windows(32)).collect();
    let pieces = cells.iter().flat_map(|cell| cell.chunks_exact(32));
    pieces.filter(|piece| windows.contains(piece)).count()
}

// R21, R27, P62: the program by hand. It waits for a clock it does not know, destroys once, and leaves no sealed byte.
async fn the_program_destroys_what_is_due(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = due(&world, &mut school, SystemClock.now()).await;
    let kept = Pupil::report(&world, &mut school, Danger::Yes).await;
    let mut transaction = world.database.read().await.unwrap();
    let gone_cells = cells(&mut transaction, pupil.place.case).await;
    let kept_cells = cells(&mut transaction, kept.place.case).await;
    drop(transaction);
    assert_eq!((gone_cells.len(), kept_cells.len()), (3, 3));
    let key = fresh.folder.path().join("server.key");
    fs::write(&key, [7; 32]).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    world.database.scrub().await.unwrap();
    let sqlite = matches!(fresh.location, Location::Sqlite(_));
    let before = found(fresh.folder.path(), &gone_cells);
    assert!(!sqlite || before > 60, "the right cells: {before}");

    let say = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let waits = purge(fresh, &[]);
    assert_eq!(waits.status.code(), Some(1), "{waits:?}");
    assert!(
        say(&waits).contains("cases destroyed: 0")
            && say(&waits).contains("waiting: nobody has signed in")
    );
    let done = purge(fresh, &["--clock-is-right"]);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert!(
        say(&done).contains("cases destroyed: 1\ncertificates: 1\n"),
        "{done:?}"
    );
    let again = purge(fresh, &["--clock-is-right"]);
    assert!(
        say(&again).contains("cases destroyed: 0\ncertificates: 0\n"),
        "{again:?}"
    );

    world.database.scrub().await.unwrap();
    assert_eq!(found(fresh.folder.path(), &gone_cells), 0);
    assert!(!sqlite || found(fresh.folder.path(), &kept_cells) > 60);
    let told = pupil.ask(&world, &mut school, Op::Check).await;
    assert!(
        matches!(
            told,
            GatewayAnswer::Gone {
                taken_back: false,
                ..
            }
        ),
        "{told:?}"
    );
}
