//! A reader leaves: their cases go on with others, nobody a pupil left out is given one, and then the key is gone.
//! And a reader steps aside from one case.

use client::reporter::message::Say;
use client::staff::demo_code::code;
use client::staff::message::{
    Answer, Ask, Event, Failure, HandedOver, Me, People, Question, Reason,
};
use demo::file::Person;
use protocol::api::{EndStaffRequest, InviteRequest, LeaverView, Role, StaffView};

use crate::fixture::{Adult, Fixture, case_of, failure, fixture};

const ALONE: &str = "Only for the lead: the deputy saw it happen.";
const BOTH: &str = "For whoever reads.";

async fn people(adult: &mut Adult<'_>, ask: Ask) -> People {
    match adult.ask(ask).await {
        Answer::People(people) => people,
        other => panic!("{:?}", failure(&other)),
    }
}

/// Somebody joins and reads at once: invited, compared, signed by three.
async fn joins(school: &Fixture, name: &str, user: &str) -> Person {
    let mut admin = school.adult(Role::Admin).await;
    let request = InviteRequest {
        name: name.into(),
        role: Role::Reader,
        place: String::new(),
    };
    let link = match admin.ask(Ask::Invite(request)).await {
        Answer::Invited(invited) => invited.link,
        other => panic!("{:?}", failure(&other)),
    };
    let token = String::from(link.split_once("#invite=").unwrap().1);
    let mut newcomer = school.visitor().await;
    let look = Ask::LookInvite {
        token: token.clone(),
    };
    let otpauth = match newcomer.ask(look).await {
        Answer::Invitation(invitation) => invitation.otpauth,
        other => panic!("{:?}", failure(&other)),
    };
    let secret = otpauth.split_once("secret=").unwrap().1;
    let secret = String::from(secret.split('&').next().unwrap());
    let accept = Ask::AcceptInvite {
        token,
        user: user.into(),
        password: "paper boats and rain".into(),
        code: code(&secret, school.world.now()).unwrap(),
    };
    let kit = match newcomer.ask(accept).await {
        Answer::Kit(kit) => kit,
        other => panic!("{:?}", failure(&other)),
    };
    let shown = people(&mut admin, Ask::Draft { at_once: true }).await;
    let (draft, compared) = (shown.drafts[0].hash, vec![shown.drafts[0].added[0].key]);
    for role in [Role::Lead, Role::Deputy, Role::Head] {
        let mut holder = school.adult(role).await;
        let root_key = school.person(role).root_key.clone().unwrap();
        let sign = Ask::Sign {
            draft,
            root_key,
            compared: compared.clone(),
        };
        people(&mut holder, sign).await;
    }
    Person {
        role: Role::Reader,
        name: name.into(),
        user: user.into(),
        password: "paper boats and rain".into(),
        account_secret: kit.account_secret,
        totp_secret: secret,
        ..school.person(Role::Lead).clone()
    }
}

async fn at_desk<'a>(school: &'a Fixture, person: &Person) -> (Adult<'a>, Me) {
    school.minutes_pass(1);
    let mut adult = school.visitor().await;
    let me = adult.sign_in(person).await;
    (adult, me)
}

async fn hand_over(adult: &mut Adult<'_>) -> HandedOver {
    match adult.ask(Ask::HandOver).await {
        Answer::HandedOver(came) => came,
        other => panic!("{:?}", failure(&other)),
    }
}

fn account<'a>(shown: &'a People, person: &Person) -> &'a StaffView {
    let mut staff = shown.list.staff.iter();
    staff.find(|one| one.user == person.user).unwrap()
}

fn leaver<'a>(shown: &'a People, staff: &StaffView) -> &'a LeaverView {
    let mut leavers = shown.list.leavers.iter();
    leavers.find(|one| one.staff == staff.staff).unwrap()
}

fn end(shown: &People, person: &Person, destroy: bool) -> Ask {
    let account = account(shown, person);
    Ask::End {
        staff: account.staff,
        request: EndStaffRequest {
            reason: "Leaves for another school.".into(),
            key: account.key,
            destroy,
        },
    }
}

// 2d.8, P52, P60, XAM-8: end date, re-wrap, proof, key destroyed, certificate.
#[tokio::test]
async fn a_leaver_hands_over_and_then_the_key_is_gone() {
    let school = fixture().await;
    let words = school.report(ALONE, &[Role::Deputy]).await;
    school.report(BOTH, &[]).await;
    let lead = school.person(Role::Lead).clone();
    let amy = joins(&school, "Miss Amy Bell", "a.bell").await;

    // A new reader has no older case: no row, nothing to open (XAM-15).
    let (mut reader, _) = at_desk(&school, &amy).await;
    assert!(reader.board().await.rows.is_empty());

    let mut admin = school.adult(Role::Admin).await;
    let shown = people(&mut admin, Ask::People).await;
    let early = admin.ask(end(&shown, &lead, true)).await;
    assert_eq!(failure(&early), Some(&Failure::NotHandedOver));
    let last_day = school.world.now().day().0 + 5;
    let shown = people(
        &mut admin,
        Ask::Leaving {
            staff: account(&shown, &lead).staff,
            last_day: Some(last_day),
        },
    )
    .await;

    // With one newcomer the case without the deputy would stand alone with her: said, counted, refused.
    let (mut leaving, me) = at_desk(&school, &lead).await;
    assert_eq!(me.last_day, Some(last_day));
    let came = hand_over(&mut leaving).await;
    let counts = |came: &HandedOver| {
        (
            came.statement.cases,
            came.statement.handed,
            came.statement.alone,
        )
    };
    assert_eq!(counts(&came), (2, 2, 1));
    let early = admin.ask(end(&shown, &lead, true)).await;
    assert_eq!(failure(&early), Some(&Failure::NotHandedOver));

    let ben = joins(&school, "Mr Ben Okafor", "b.okafor").await;
    let (mut leaving, _) = at_desk(&school, &lead).await;
    let came = hand_over(&mut leaving).await;
    assert_eq!(counts(&came), (2, 1, 0));
    assert!(came.alone.is_empty());
    // Sealing is not reading: the cases still wait for somebody.
    assert!(
        leaving
            .board()
            .await
            .rows
            .iter()
            .all(|row| row.opened_day.is_none())
    );
    // Twice does nothing twice.
    assert_eq!(counts(&hand_over(&mut leaving).await), (2, 0, 0));

    // A report that comes now is not covered by what was said.
    school.report("One more.", &[]).await;
    let mut admin = school.adult(Role::Admin).await;
    let shown = people(&mut admin, Ask::People).await;
    let early = admin.ask(end(&shown, &lead, true)).await;
    assert_eq!(failure(&early), Some(&Failure::NotHandedOver));
    let (mut leaving, _) = at_desk(&school, &lead).await;
    assert_eq!(counts(&hand_over(&mut leaving).await), (3, 0, 0));
    let shown = people(&mut admin, end(&shown, &lead, true)).await;
    let certificate = leaver(&shown, account(&shown, &lead));
    assert!(certificate.destroyed_hour.is_some());
    assert_eq!(certificate.statement.as_ref().unwrap().alone, 0);
    assert_eq!(
        failure(&leaving.ask(Ask::Board { whole: true }).await),
        Some(&Failure::SessionEnded)
    );

    // Both newcomers read what only the leaver could; the deputy still has no trace of it.
    for person in [&amy, &ben] {
        let (mut reader, _) = at_desk(&school, person).await;
        let rows = reader.board().await.rows;
        let mut read = Vec::new();
        for row in rows {
            read.push(reader.open(row.case).await);
        }
        let alone = read.iter().find(|case| case.conversation[0].text == ALONE);
        let alone = alone.expect("the case goes on");
        assert!(alone.log_holds);
        let given =
            |happened: &client::staff::message::Happened| matches!(happened.what, Event::Rewrapped);
        assert_eq!(alone.chronology.iter().filter(|one| given(one)).count(), 2);
        assert!(alone.readers.iter().all(|adult| adult.role != Role::Deputy));
    }
    let mut deputy = school.adult(Role::Deputy).await;
    let rows = deputy.board().await.rows;
    assert_eq!(rows.len(), 2);
    for row in rows {
        assert_ne!(deputy.open(row.case).await.conversation[0].text, ALONE);
    }

    // The pupil goes on with the same seven words; the deputy still gets nothing.
    let (mut reader, _) = at_desk(&school, &amy).await;
    let case = {
        let mut found = None;
        for row in reader.board().await.rows {
            if reader.open(row.case).await.conversation[0].text == ALONE {
                found = Some(row.case);
            }
        }
        found.unwrap()
    };
    let reply = Ask::Reply {
        case,
        text: "I look after this now.".into(),
        question: Question::Words,
    };
    reader.on_case(reply).await;
    let mut child = school.pupil().await;
    let seen = child.come_back(&words).await;
    assert!(seen.log_holds);
    assert!(
        seen.messages
            .iter()
            .any(|one| one.text == "I look after this now.")
    );
    let say = Say {
        text: "Thank you.".into(),
        feel_safer: false,
        another_adult: false,
    };
    crate::fixture::mailbox(child.ask(client::reporter::message::Ask::Say(say)).await);
    let fresh = case_of(reader.try_open(case).await);
    assert!(
        fresh
            .conversation
            .iter()
            .any(|one| one.text == "Thank you.")
    );
    let mut deputy = school.adult(Role::Deputy).await;
    assert_eq!(deputy.board().await.rows.len(), 2);
}

// P61, F7: nobody can be the last one who reads.
#[tokio::test]
async fn the_last_but_one_reader_cannot_be_ended() {
    let school = fixture().await;
    let mut admin = school.adult(Role::Admin).await;
    let mut shown = people(&mut admin, Ask::People).await;
    for role in [Role::Chair, Role::Head] {
        let person = school.person(role).clone();
        shown = people(&mut admin, end(&shown, &person, false)).await;
    }
    for role in [Role::Lead, Role::Deputy] {
        let refused = admin.ask(end(&shown, school.person(role), false)).await;
        assert_eq!(failure(&refused), Some(&Failure::TooFewReaders));
    }
}

// F15: every reader is told of a new one, until they have seen it.
#[tokio::test]
async fn every_reader_is_told() {
    let school = fixture().await;
    let chair = school.person(Role::Chair).clone();
    let (_, me) = at_desk(&school, &chair).await;
    assert!(me.news.is_empty());
    let amy = joins(&school, "Miss Amy Bell", "a.bell").await;
    for _ in 0..2 {
        let (mut reader, me) = at_desk(&school, &chair).await;
        assert_eq!(me.news.len(), 1);
        assert_eq!(me.news[0].added[0].name, "Miss Amy Bell");
        let shown = people(&mut reader, Ask::People).await;
        let key = account(&shown, &amy).key.unwrap();
        let listed = shown.key_words.iter().find(|(of, _)| *of == key).unwrap();
        assert_eq!(me.news[0].words[0].1, listed.1);
    }
    let (mut reader, _) = at_desk(&school, &chair).await;
    let ahead = reader.ask(Ask::Told { version: 9 }).await;
    assert!(
        failure(&ahead).is_some(),
        "nobody is told of what is not there"
    );
    assert!(matches!(
        reader.ask(Ask::Told { version: 2 }).await,
        Answer::Told
    ));
    let (_, me) = at_desk(&school, &chair).await;
    assert!(me.news.is_empty());
    // She was there herself when she joined.
    let (_, me) = at_desk(&school, &amy).await;
    assert!(me.news.iter().all(|news| news.version > 1));
}

// 2c.6, XAM-3: stepping aside gives everything up, and never leaves a case with one reader.
#[tokio::test]
async fn stepping_aside_leaves_no_trace_of_the_case() {
    let school = fixture().await;
    let words = school.report(BOTH, &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    let opened = lead.open(row.case).await;
    let case = row.case;
    let aside = || Ask::StepAside {
        case,
        why: "My nephew is in this.".into(),
    };
    let refused = lead.ask(aside()).await;
    assert_eq!(failure(&refused), Some(&Failure::TooFewReaders));
    // Head and chair had a slot and were not chosen: nobody may be given it.
    assert!(opened.can_be_given.is_empty());
    let head = opened.readers[0].key;
    let refused = lead.ask(Ask::Give { case, to: head }).await;
    assert!(matches!(failure(&refused), Some(Failure::Field { .. })));

    let amy = joins(&school, "Miss Amy Bell", "a.bell").await;
    let mut lead = school.adult(Role::Lead).await;
    let opened = lead.open(case).await;
    let to = opened.can_be_given[0].key;
    let given = lead.on_case(Ask::Give { case, to }).await;
    assert_eq!(given.readers.len(), 3);
    assert!(matches!(lead.ask(aside()).await, Answer::SteppedAside));

    assert!(lead.board().await.rows.is_empty());
    let mut lead = school.adult(Role::Lead).await;
    assert!(lead.board().await.rows.is_empty());
    let audit = match lead.ask(Ask::Audit { before: None }).await {
        Answer::Audit(audit) => audit,
        other => panic!("{:?}", failure(&other)),
    };
    assert!(audit.rows.iter().all(|row| row.case.is_none()));
    assert!(failure(&lead.try_open(case).await).is_some());

    // Those who stay read why, and the pupil's next words go to them alone.
    let (mut reader, _) = at_desk(&school, &amy).await;
    let read = reader.open(case).await;
    let why =
        |event: &Event| matches!(event, Event::SteppedAside { why } if why.contains("nephew"));
    assert!(read.chronology.iter().any(|one| why(&one.what)));
    assert_eq!(read.readers.len(), 2);
    // Nobody gives it back to who stepped aside, neither by hand nor on leaving: that would leave it with one reader.
    assert!(read.can_be_given.is_empty());
    let shown = people(&mut reader, Ask::People).await;
    let to = account(&shown, school.person(Role::Lead)).key.unwrap();
    let refused = reader.ask(Ask::Give { case, to }).await;
    assert!(matches!(failure(&refused), Some(Failure::Field { .. })));
    let mut deputy = school.adult(Role::Deputy).await;
    deputy.open(case).await;
    let handed = hand_over(&mut deputy).await;
    assert_eq!((handed.statement.handed, handed.statement.alone), (0, 1));
    reader
        .on_case(Ask::Reply {
            case,
            text: "We are on it.".into(),
            question: Question::Words,
        })
        .await;
    let mut child = school.pupil().await;
    child.come_back(&words).await;
    let say = Say {
        text: "Good.".into(),
        feel_safer: true,
        another_adult: false,
    };
    crate::fixture::mailbox(child.ask(client::reporter::message::Ask::Say(say)).await);
    let read = reader.open(case).await;
    assert!(read.conversation.iter().any(|one| one.text == "Good."));
    let mut lead = school.adult(Role::Lead).await;
    assert!(lead.board().await.rows.is_empty());
    assert_eq!(
        read.chronology
            .iter()
            .filter(|one| matches!(
                one.what,
                Event::Opened {
                    reason: Reason::HandingOver
                }
            ))
            .count(),
        2,
        "the lead who gave it, and the deputy who tried to"
    );
}
