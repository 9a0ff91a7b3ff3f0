//! The main story with the very sessions that run in browsers: told, opened against a reason, answered, read.

use axum::Router;
use client::reporter::message::{
    About, Answer as Told, Ask as Tell, Danger, Draft, Failure as NotTold, Poster, Say, Status,
};
use client::staff::message::{Answer, Ask, Case, Failure, Question, Reason};
use client::transport::{Method, Request, Response, Transport, Unreachable};
use client::{reporter, staff};
use protocol::api::{EndStaffRequest, LogFile};
use protocol::audit::{Kept, verify_log};
use protocol::encoding::to_base64url;
use protocol::id::CaseId;
use protocol::kdf::Stretching;
use protocol::vault::{AccountSecret, StaffKeys};
use rand_chacha::ChaCha20Rng;

use crate::asking::ask;
use crate::database::Fresh;
use crate::school::{Person, School};
use crate::world::{World, rng};

both!(a_pupil_is_heard, someone_left_out_reads_nothing);

const PASSWORD: &str = "a long enough passphrase";

pub struct InMemory(pub Router);

impl Transport for InMemory {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        let method = match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        };
        let mut asking = ask(method, request.path);
        if let Some(session) = &request.session {
            asking = asking.session(session);
        }
        if let Some(once) = &request.once {
            asking = asking.header(axum::http::HeaderName::from_static("idempotency-key"), once);
        }
        if !request.body.is_empty() {
            asking = asking.raw(request.content_type, request.body);
        }
        let answer = asking.to(&self.0).await;
        Ok(Response {
            status: answer.status,
            body: answer.body,
        })
    }
}

type PupilSession = reporter::Session<InMemory, ChaCha20Rng>;
type StaffSession = staff::Session<InMemory, ChaCha20Rng>;

/// A school whose readers can really unlock their keys.
async fn school(world: &World) -> School {
    let mut school = School::make(world, "one", 1);
    for person in [&mut school.lead, &mut school.deputy] {
        let secret = account_secret(person);
        let keys = StaffKeys::derive(PASSWORD, &secret, person.staff, &[5; 16], Stretching::STAFF)
            .unwrap();
        person.auth = **keys.auth();
        person.vault = keys.seal(
            person.secret.as_ref().unwrap(),
            person.staff,
            1,
            &mut school.rng,
        );
    }
    school.import(world, &school.bundle()).await.unwrap();
    school.open(world).await;
    school
}

fn account_secret(person: &Person) -> AccountSecret {
    AccountSecret::from_bytes(person.staff.to_bytes().into())
}

async fn tell(world: &World, session: &mut PupilSession, ask: Tell) -> Told {
    session.answer(ask, world.timestamp(), &mut |_| {}).await
}

async fn work(world: &World, session: &mut StaffSession, ask: Ask) -> Answer {
    session.answer(ask, world.timestamp(), &mut |_| {}).await
}

async fn pupil(world: &World, school: &School) -> PupilSession {
    let mut session = PupilSession::new(InMemory(world.router.clone()), rng(11));
    let poster = Poster {
        fingerprint: to_base64url(&school.root.fingerprint().0),
        least_version: 1,
        term_code: None,
    };
    let start = Tell::Start {
        slug: "one".to_owned(),
        poster: Some(poster),
    };
    let Told::School(seen) = tell(world, &mut session, start).await else {
        panic!("the school is there")
    };
    assert!(seen.poster_checked);
    session
}

async fn reader(world: &World, person: &Person, seed: u64) -> StaffSession {
    world.clock.advance_seconds(30);
    let mut session = StaffSession::new(InMemory(world.router.clone()), rng(seed));
    let sign_in = Ask::SignIn {
        slug: "one".to_owned(),
        user: person.user.clone(),
        password: PASSWORD.to_owned(),
        account_secret: protocol::kit::write_account(&account_secret(person)).to_string(),
        code: person.code(world),
        passkey: None,
    };
    match work(world, &mut session, sign_in).await {
        Answer::SignedIn(me) => assert!(me.can_read),
        Answer::Failed(failure) => panic!("{failure:?}"),
        _ => panic!("not an answer to signing in"),
    }
    session
}

fn draft(school: &School, readers: &[&Person]) -> Draft {
    assert!(!readers.is_empty() && school.slug == "one");
    Draft {
        danger: Danger::No,
        about: About::Me,
        categories: vec!["bullying".to_owned()],
        readers: readers.iter().map(|person| person.key()).collect(),
        text: "They wait for me by the gate".to_owned(),
    }
}

async fn send(world: &World, session: &mut PupilSession, draft: Draft) -> String {
    match tell(world, session, Tell::Send(draft)).await {
        Told::Sent { words } => words.join(" "),
        Told::Failed(failure) => panic!("{failure:?}"),
        _ => panic!("not an answer to sending"),
    }
}

async fn only_case(world: &World, session: &mut StaffSession) -> Option<CaseId> {
    let Answer::Board(board) = work(world, session, Ask::Board { whole: true }).await else {
        panic!("the board")
    };
    assert!(board.rows.len() <= 1);
    board.rows.first().map(|row| row.case)
}

async fn open(world: &World, session: &mut StaffSession, case: CaseId) -> Case {
    let open = Ask::Open {
        case,
        reason: Reason::OnDuty,
        detail: String::new(),
    };
    match work(world, session, open).await {
        Answer::Case(case) => *case,
        Answer::Failed(failure) => panic!("{failure:?}"),
        _ => panic!("not an answer to opening"),
    }
}

async fn a_pupil_is_heard(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = school(&world).await;
    let mut pupil = pupil(&world, &school).await;
    let words = send(
        &world,
        &mut pupil,
        draft(&school, &[&school.lead, &school.deputy]),
    )
    .await;

    let mut lead = reader(&world, &school.lead, 21).await;
    let case = only_case(&world, &mut lead).await.unwrap();
    let opened = open(&world, &mut lead, case).await;
    assert!(opened.log_holds);
    assert_eq!(opened.conversation[0].text, "They wait for me by the gate");
    let reply = Ask::Reply {
        case,
        text: "Thank you. Which gate?".to_owned(),
        question: Question::Words,
    };
    assert!(matches!(
        work(&world, &mut lead, reply).await,
        Answer::Case(_)
    ));

    let Told::Mailbox(mailbox) = tell(
        &world,
        &mut pupil,
        Tell::Return {
            words: words.clone(),
        },
    )
    .await
    else {
        panic!("the words open the mailbox")
    };
    assert_eq!(
        (mailbox.status, mailbox.log_holds, mailbox.opened.len()),
        (Status::Question, true, 1)
    );
    assert!(
        mailbox
            .messages
            .iter()
            .any(|message| message.text == "Thank you. Which gate?")
    );
    let say = Say {
        text: "The one by the pool".to_owned(),
        feel_safer: false,
        another_adult: false,
    };
    assert!(matches!(
        tell(&world, &mut pupil, Tell::Say(say)).await,
        Told::Mailbox(_)
    ));

    let again = open(&world, &mut lead, case).await;
    assert!(
        again
            .conversation
            .iter()
            .any(|spoken| spoken.text == "The one by the pool")
    );
    let close = Ask::Close {
        case,
        outcome: "pastoral".to_owned(),
        rationale: "Spoke to both".to_owned(),
        message: "We have sorted this out.".to_owned(),
    };
    assert!(matches!(
        work(&world, &mut lead, close).await,
        Answer::Case(_)
    ));
    let Told::Mailbox(mailbox) = tell(&world, &mut pupil, Tell::Return { words }).await else {
        panic!("the words open the mailbox")
    };
    assert_eq!(mailbox.status, Status::Finished);

    let Answer::Audit(audit) = work(&world, &mut lead, Ask::Audit { before: None }).await else {
        panic!("the log")
    };
    assert_eq!((audit.broken, audit.consistent), (None, true));
    let Answer::LogFile { json } = work(&world, &mut lead, Ask::SaveLog).await else {
        panic!("the log as a file")
    };
    let log: LogFile = serde_json::from_str(&json).unwrap();
    let kept = Kept {
        log_key: Some(school.directory.log_key),
        checkpoint: None,
    };
    assert_eq!(
        verify_log(&log, &kept).unwrap().size,
        u64::try_from(log.leaves.len()).unwrap()
    );
}

async fn someone_left_out_reads_nothing(fresh: &Fresh) {
    let world = World::new(fresh);
    let school = school(&world).await;
    let mut pupil = pupil(&world, &school).await;
    let words = send(&world, &mut pupil, draft(&school, &[&school.lead])).await;
    let mut deputy = reader(&world, &school.deputy, 22).await;
    assert_eq!(only_case(&world, &mut deputy).await, None);
    let mut lead = reader(&world, &school.lead, 21).await;
    assert!(only_case(&world, &mut lead).await.is_some());

    // Ended in the middle of a session: the very next thing is refused.
    let admin = school.sign_in(&world, &school.admin).await;
    let end = EndStaffRequest {
        reason: "Left".to_owned(),
        key: Some(school.lead.key()),
        destroy: false,
    };
    let path = format!("/api/v1/staff/{}/end", school.lead.staff.0);
    crate::asking::post(path)
        .session(&admin)
        .json(&end)
        .of(&world)
        .await
        .done();
    let answer = work(&world, &mut lead, Ask::Board { whole: true }).await;
    assert!(matches!(answer, Answer::Failed(Failure::SessionEnded)));

    // Another pupil's words, or none at all, open nothing.
    let mut other = words.split(' ').collect::<Vec<_>>();
    other.reverse();
    let other = other.join(" ");
    let answer = tell(&world, &mut pupil, Tell::Return { words: other }).await;
    assert!(
        matches!(answer, Told::Failed(NotTold::NoMailbox | NotTold::Broken)),
        "reversed words are another code"
    );
}
