//! A pupil moves from a school's computer to a phone: two sessions, one secret, one server in between (M8).

use client::reporter::message::{Answer, Ask, Danger, Failure, School};
use client::reporter::moving::{Moved, Step, Unsent};
use protocol::api::limit::GATEWAY;

use crate::fixture::{Pupil, draft, fixture, pupil_failure};

const TEXT: &str = "CANARY they wait for me by the gate";

fn unsent(school: &School) -> Moved {
    Moved::Draft(Unsent {
        danger: Some(Danger::NotSure),
        about: None,
        categories: vec!["bullying".into()],
        sooner: Some(true),
        readers: school.readers.iter().map(|reader| reader.key).collect(),
        text: TEXT.into(),
    })
}

fn step(answer: Answer) -> Step {
    match answer {
        Answer::Move(step) => step,
        other => panic!("{:?}", pupil_failure(&other)),
    }
}

async fn leave(pupil: &mut Pupil<'_>, moved: Moved) -> String {
    match step(pupil.ask(Ask::Leave(moved)).await) {
        Step::Left { secret } => secret,
        other => panic!("{other:?}"),
    }
}

fn fetch(secret: &str) -> Ask {
    Ask::Fetch {
        secret: secret.into(),
    }
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes
        .windows(what.len())
        .any(|part| part == what.as_bytes())
}

// M8
#[tokio::test]
async fn a_draft_goes_on_at_the_phone_and_is_sent_from_there() {
    let school = fixture().await;
    let (mut desk, mut phone) = (school.pupil().await, school.pupil().await);
    let shown = desk.start().await;
    let moved = unsent(&shown);
    let secret = leave(&mut desk, moved.clone()).await;
    assert_eq!(step(desk.ask(Ask::LookAfter).await), Step::Waiting);
    phone.start().await;
    let came = step(phone.ask(fetch(&secret)).await);
    assert_eq!(came, Step::Here(moved));
    assert_eq!(step(desk.ask(Ask::LookAfter).await), Step::Taken);
    let Step::Here(Moved::Draft(unsent)) = came else {
        panic!("not a draft");
    };
    let words = phone.send(draft(&shown, &unsent.text, &[])).await;
    // A third device, with the same picture.
    let mut third = school.pupil().await;
    third.start().await;
    assert_eq!(step(third.ask(fetch(&secret)).await), Step::Taken);

    // Nothing that was sent has the secret or the words in it, and all of it is as long as any other request.
    let sent = [&desk, &phone, &third].map(|pupil| pupil.network.take_sent());
    for one in sent.iter().flatten() {
        assert!(!holds(&one.body, TEXT) && !holds(&one.body, &secret));
        assert!(!one.path.contains(&secret) && !holds(&one.body, &words));
        assert!(one.body.is_empty() || one.body.len() == GATEWAY[0]);
    }
}

// M8: the words too, and nothing is left after ten minutes.
#[tokio::test]
async fn seven_words_move_and_wait_ten_minutes() {
    let school = fixture().await;
    let (mut desk, mut phone) = (school.pupil().await, school.pupil().await);
    let words: Vec<String> = school
        .report(TEXT, &[])
        .await
        .split(' ')
        .map(str::to_owned)
        .collect();
    desk.start().await;
    phone.start().await;
    let moved = Moved::Words { words };
    let late = leave(&mut desk, moved.clone()).await;
    school.minutes_pass(10);
    assert_eq!(step(desk.ask(Ask::LookAfter).await), Step::Over);
    assert_eq!(step(phone.ask(fetch(&late)).await), Step::Over);
    let again = leave(&mut desk, moved.clone()).await;
    assert_ne!(again, late);
    assert_eq!(step(phone.ask(fetch(&again)).await), Step::Here(moved));
}

// M8: what is no secret of ours finds nothing, asks nothing that tells, and breaks nothing.
#[tokio::test]
async fn a_wrong_secret_finds_nothing_and_spoils_nothing() {
    let school = fixture().await;
    let (mut desk, mut phone) = (school.pupil().await, school.pupil().await);
    let shown = desk.start().await;
    phone.start().await;
    let secret = leave(&mut desk, unsent(&shown)).await;
    phone.network.take_sent();
    for half in ["", &secret[..42], "not an address", "ÄÖÜ"] {
        assert_eq!(step(phone.ask(fetch(half)).await), Step::Over);
    }
    assert!(phone.network.take_sent().is_empty());
    let first = if secret.starts_with('A') { "B" } else { "A" };
    let other = format!("{first}{}", &secret[1..]);
    assert_eq!(step(phone.ask(fetch(&other)).await), Step::Over);
    assert!(matches!(
        step(phone.ask(fetch(&secret)).await),
        Step::Here(_)
    ));
    // A page that left nothing has nothing to look after.
    assert_eq!(
        pupil_failure(&phone.ask(Ask::LookAfter).await),
        Some(&Failure::Broken)
    );
}

// M8, bad luck: a lost answer is not fetched again behind the pupil's back.
#[tokio::test]
async fn an_answer_that_is_lost_is_said_and_not_asked_for_again() {
    let school = fixture().await;
    let (mut desk, mut phone) = (school.pupil().await, school.pupil().await);
    let shown = desk.start().await;
    phone.start().await;
    // Leaving may be repeated: it is the same thing under the same name.
    desk.network.lose_answers_of("/gateway", 1);
    let secret = leave(&mut desk, unsent(&shown)).await;
    phone.network.lose_answers_of("/gateway", 1);
    let lost = phone.ask(fetch(&secret)).await;
    assert_eq!(pupil_failure(&lost), Some(&Failure::Unreachable));
    assert_eq!(step(phone.ask(fetch(&secret)).await), Step::Taken);
    assert_eq!(step(desk.ask(Ask::LookAfter).await), Step::Taken);
}

// M8: a long text stays where it is, and is told how much would fit.
#[tokio::test]
async fn what_is_too_long_is_not_left() {
    let school = fixture().await;
    let mut desk = school.pupil().await;
    desk.start().await;
    desk.network.take_sent();
    let mut long = Unsent::default();
    long.text = "a".repeat(28 * 1024);
    let long = Moved::Draft(long);
    let answer = desk.ask(Ask::Leave(long)).await;
    assert!(matches!(
        pupil_failure(&answer),
        Some(Failure::TooLong { .. })
    ));
    assert!(desk.network.take_sent().is_empty());
}
