//! The main job from end to end: told, opened, answered, said more, closed, and seen by everyone who should.

use client::reporter::message::{self as pupil, Status};
use client::staff::message::{Ask, Decision, Event, Lane, Question, State, Urgency};
use protocol::api::Role;

use crate::fixture::{failure, fixture, mailbox};

const SECRET: &str = "The heron on the weathervane saw everything.";

// F1, P13: three messages each way, five plain states, and an ending. P65: openings are in the log.
#[tokio::test]
async fn a_report_is_told_opened_answered_and_closed() {
    let school = fixture().await;
    let words = school.report(SECRET, &[]).await;
    let mut child = school.pupil().await;
    let mailbox_before = child.come_back(&words).await;
    assert_eq!(mailbox_before.status, Status::Sent);
    assert!(mailbox_before.log_holds);
    assert!(mailbox_before.opened.is_empty());

    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    assert_eq!(row.lane, Lane::New);
    assert_eq!(row.categories, ["bullying"]);
    assert!(row.title.is_none() && !row.mine);
    let case = lead.open(row.case).await;
    assert!(case.log_holds);
    assert_eq!(case.conversation[0].text, SECRET);
    assert_eq!(case.readers.len(), 2);
    assert!(matches!(case.chronology[0].what, Event::Received));
    assert!(matches!(case.chronology[1].what, Event::Opened { .. }));
    assert_eq!(
        mailbox(
            child
                .ask(pupil::Ask::Return {
                    words: words.clone()
                })
                .await
        )
        .status,
        Status::Read
    );

    // D2: a decision cannot be saved without its reason.
    let decision = Decision {
        title: Some("The weathervane".into()),
        urgency: Some(Urgency::Today),
        owner: Some(case.readers[1].key),
        due_day: Some(school.world.now().day().0 + 1),
        ..Decision::default()
    };
    let empty = lead
        .ask(Ask::Decide {
            case: row.case,
            decision: decision.clone(),
        })
        .await;
    assert!(failure(&empty).is_some());
    let reasoned = Decision {
        rationale: "Named in class twice.".into(),
        ..decision
    };
    let decided = lead
        .on_case(Ask::Decide {
            case: row.case,
            decision: reasoned,
        })
        .await;
    assert_eq!(decided.title, "The weathervane");
    assert_eq!(decided.urgency, Some(Urgency::Today));

    lead.on_case(Ask::Note {
        case: row.case,
        text: "Ask in form time.".into(),
    })
    .await;
    let asked = lead
        .on_case(Ask::Reply {
            case: row.case,
            text: "Where was this?".into(),
            question: Question::Words,
        })
        .await;
    assert_eq!(asked.state, State::WaitingOnPupil);

    let read = child.come_back(&words).await;
    assert_eq!(read.status, Status::Question);
    assert!(read.log_holds);
    assert_eq!(read.opened.len(), 1);
    assert_eq!(read.opened[0].role, Some(Role::Lead));
    let texts: Vec<&str> = read.messages.iter().map(|one| one.text.as_str()).collect();
    // P45: a note never reaches the pupil.
    assert_eq!(texts, [SECRET, "Where was this?"]);
    assert_eq!(
        read.messages[1].from.as_ref().unwrap().name,
        "Ms Priya Kaur"
    );

    let say = pupil::Say {
        text: "By the bins.".into(),
        feel_safer: true,
        another_adult: false,
    };
    let said = mailbox(child.ask(pupil::Ask::Say(say)).await);
    assert_eq!(said.status, Status::Working);
    assert!(said.log_holds);
    assert_eq!(said.messages.len(), 3);

    // After a new sign-in the board still has the nickname, from a bookmark; content needs a new opening.
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    assert_eq!(row.title.as_deref(), Some("The weathervane"));
    assert!(row.mine);
    assert_eq!((row.lane, row.unanswered), (Lane::Open, 1));
    let blind = lead
        .ask(Ask::Note {
            case: row.case,
            text: "x".into(),
        })
        .await;
    assert!(failure(&blind).is_some());
    let case = lead.open(row.case).await;
    assert_eq!(case.conversation.len(), 3);
    assert!(case.conversation[2].feel_safer);
    assert_eq!(case.notes.len(), 1);
    assert!(case.log_holds);

    // D12: closing needs an outcome, a rationale and a message; then all of it, or none.
    let close = |outcome: &str, rationale: &str, message: &str| Ask::Close {
        case: row.case,
        outcome: outcome.into(),
        rationale: rationale.into(),
        message: message.into(),
    };
    for ask in [
        close("", "r", "m"),
        close("pastoral", " ", "m"),
        close("pastoral", "r", ""),
    ] {
        assert!(failure(&lead.ask(ask).await).is_some());
    }
    let closed = lead
        .on_case(close("pastoral", "Settled.", "We spoke to everyone."))
        .await;
    assert_eq!(closed.state, State::Closed);
    assert_eq!(closed.outcome.as_deref(), Some("pastoral"));
    assert_eq!(
        closed.destroy_after_day,
        school.world.now().day().plus_months(12).0
    );
    assert_eq!(lead.only_row().await.lane, Lane::Closed);

    let last = child.come_back(&words).await;
    assert_eq!(last.status, Status::Finished);
    assert_eq!(last.messages.last().unwrap().text, "We spoke to everyone.");
    assert!(last.log_holds);
    assert_eq!(last.opened.len(), 2);

    // D12: a closed case can be taken up again.
    let reopened = lead
        .on_case(Ask::Reopen {
            case: row.case,
            rationale: "It went on.".into(),
        })
        .await;
    assert_eq!(reopened.state, State::Reopened);
}

// P27: nothing a pupil or an adult writes leaves the device readable.
#[tokio::test]
async fn no_request_holds_what_was_written() {
    let school = fixture().await;
    let mut child = school.pupil().await;
    let shown = child.start().await;
    let words = child.send(crate::fixture::draft(&shown, SECRET, &[])).await;
    school.minutes_pass(45);
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    let canary = "The heron flew";
    lead.on_case(Ask::Note {
        case: row.case,
        text: canary.into(),
    })
    .await;
    lead.on_case(Ask::Reply {
        case: row.case,
        text: canary.into(),
        question: Question::Nothing,
    })
    .await;
    for sent in child
        .network
        .take_sent()
        .iter()
        .chain(&lead.network.take_sent())
    {
        let text = String::from_utf8_lossy(&sent.body);
        assert!(
            !text.contains("heron") && !sent.path.contains("heron"),
            "{}",
            sent.path
        );
        assert!(words.split(' ').all(|word| !sent.path.contains(word)));
    }
}

// S1: before sending, no request differs with what was chosen; P32: nor does its size.
#[tokio::test]
async fn requests_do_not_depend_on_choices() {
    let school = fixture().await;
    let mut shapes = Vec::new();
    for (text, leave_out) in [
        ("a", vec![]),
        ("b".repeat(900).as_str(), vec![Role::Deputy]),
    ]
    .map(|(text, out)| (String::from(text), out))
    {
        let mut child = school.pupil().await;
        let shown = child.start().await;
        child
            .send(crate::fixture::draft(&shown, &text, &leave_out))
            .await;
        let sent = child.network.take_sent();
        shapes.push(
            sent.iter()
                .map(|one| (one.path.clone(), one.body.len()))
                .collect::<Vec<_>>(),
        );
    }
    assert_eq!(shapes[0], shapes[1]);
    assert_eq!(shapes[0].last().unwrap().1, 32 * 1024);
}

// The pupil's first try arrived although no answer came back: the second is the same report, not another one.
#[tokio::test]
async fn a_lost_answer_makes_no_second_report() {
    let school = fixture().await;
    let mut child = school.pupil().await;
    let shown = child.start().await;
    child.network.lose_answers_of("/gateway", 1);
    let words = child
        .send(crate::fixture::draft(&shown, "hello", &[]))
        .await;
    school.minutes_pass(45);
    let mut lead = school.adult(Role::Lead).await;
    lead.only_row().await;
    assert_eq!(child.come_back(&words).await.messages.len(), 1);

    // Two lost answers are told: nothing is known of what the server did.
    let shown = child.start().await;
    child.network.lose_answers_of("/gateway", 2);
    let lost = child
        .ask(pupil::Ask::Send(crate::fixture::draft(
            &shown,
            "again",
            &[],
        )))
        .await;
    assert_eq!(
        crate::fixture::pupil_failure(&lost),
        Some(&pupil::Failure::Unreachable)
    );
}

// Taken back before anyone opened it: the words are gone. After that, staff keep what they have read.
#[tokio::test]
async fn a_report_can_be_taken_back() {
    let school = fixture().await;
    let words = school.report(SECRET, &[]).await;
    let mut child = school.pupil().await;
    child.come_back(&words).await;
    let gone = mailbox(child.ask(pupil::Ask::Withdraw).await);
    assert_eq!(gone.status, Status::Withdrawn);
    assert!(gone.messages.is_empty() && gone.log_holds);
    let again = child.come_back(&words).await;
    assert_eq!(again.status, Status::Withdrawn);
    let mut lead = school.adult(Role::Lead).await;
    assert!(lead.board().await.rows.is_empty());

    let words = school.report(SECRET, &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    child.come_back(&words).await;
    assert_eq!(
        mailbox(child.ask(pupil::Ask::Withdraw).await).status,
        Status::Withdrawn
    );
    let row = lead.only_row().await;
    assert!(row.withdrawn);
    assert_eq!(row.lane, Lane::Closed);
}

#[tokio::test]
async fn wrong_words_open_nothing() {
    let school = fixture().await;
    school.report(SECRET, &[]).await;
    let mut child = school.pupil().await;
    child.start().await;
    child.network.take_sent();
    let bad = child
        .ask(pupil::Ask::Return {
            words: "ability able".into(),
        })
        .await;
    assert_eq!(
        crate::fixture::pupil_failure(&bad),
        Some(&pupil::Failure::NoMailbox)
    );
    assert!(
        child.network.take_sent().is_empty(),
        "checked before any request"
    );
    let other = protocol::receipt_code::ReceiptCode::make(&mut school.world.make_rng().await);
    let none = child
        .ask(pupil::Ask::Return {
            words: other.words().join(" "),
        })
        .await;
    assert_eq!(
        crate::fixture::pupil_failure(&none),
        Some(&pupil::Failure::NoMailbox)
    );
}

// R25: answers of a reader's own acts are lost three times in a row; each is done once, and nobody sees an error.
#[tokio::test]
async fn a_reader_whose_answers_are_lost_acts_once() {
    let school = fixture().await;
    school.report(SECRET, &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.network.lose_answers_of("/release", 3);
    let case = lead.open(row.case).await;
    assert!(case.log_holds);
    lead.network.lose_answers_of("/messages", 3);
    let reply = Ask::Reply {
        case: row.case,
        text: "We hear you.".into(),
        question: Question::Nothing,
    };
    let case = lead.on_case(reply).await;
    assert_eq!(case.conversation.len(), 2);
    let again = lead.open(row.case).await;
    assert_eq!(again.conversation.len(), 2);
    let openings =
        |event: &&client::staff::message::Happened| matches!(event.what, Event::Opened { .. });
    assert_eq!(again.chronology.iter().filter(openings).count(), 2);
    assert!(again.log_holds);
}

// S3: answers to tap reach the pupil with the question, and go when the pupil has answered. No more of them than fit on a screen.
#[tokio::test]
async fn a_question_can_bring_answers_to_tap() {
    let school = fixture().await;
    let words = school.report(SECRET, &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    let reply = |answers: &[&str]| Ask::Reply {
        case: row.case,
        text: "Does it still happen?".into(),
        question: Question::Tap(answers.iter().map(|one| (*one).to_owned()).collect()),
    };
    let long = "x".repeat(41);
    for wrong in [
        &[][..],
        &["Yes"],
        &["Yes", " Yes "],
        &["1", "2", "3", "4", "5"],
        &["Yes", "No\nNot sure"],
        &["Yes", ""],
        &["Yes", &long],
    ] {
        let refused = lead.ask(reply(wrong)).await;
        assert!(failure(&refused).is_some(), "{wrong:?}");
    }
    let asked = lead.on_case(reply(&[" Yes", "No "])).await;
    assert_eq!(asked.state, State::WaitingOnPupil);
    assert_eq!(asked.conversation.last().unwrap().answers, ["Yes", "No"]);

    let mut child = school.pupil().await;
    let read = child.come_back(&words).await;
    assert_eq!(read.status, Status::Question);
    assert_eq!(read.messages.last().unwrap().answers, ["Yes", "No"]);
    assert!(read.messages[0].answers.is_empty());
    // Another browser of the same adult shows what was offered.
    let again = school.adult(Role::Lead).await.open(row.case).await;
    assert_eq!(again.conversation.last().unwrap().answers, ["Yes", "No"]);
}
