//! A server that opens sealed requests as it must, and then answers with something else.

use std::cell::RefCell;

use client::reporter::message::{Ask, Failure, Status};
use client::staff::message as staff;
use client::transport::Response;
use protocol::api::Role;
use protocol::gateway::{GatewayAnswer, MailboxView, open_request};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use crate::fixture::{Fixture, Pupil, fixture, pupil_failure};
use crate::network::Lie;

/// Opens each answer with the server's own key, changes the mailbox in it, and seals it again.
async fn changing_mailbox(school: &Fixture, change: impl Fn(&mut MailboxView) + 'static) -> Lie {
    let id = school.root().await.school();
    let key = school.world.app().parts.server_key.derive_gateway_key(id);
    let rng = RefCell::new(ChaCha20Rng::seed_from_u64(9));
    Box::new(move |sent, answer| {
        if !sent.path.ends_with("/gateway") {
            return answer;
        }
        let opened = open_request(&sent.body, id, &key).unwrap();
        let Ok(GatewayAnswer::Mailbox(mut mailbox)) = opened.answer.open(&answer.body) else {
            return answer;
        };
        change(&mut mailbox);
        let body = opened
            .answer
            .seal(&GatewayAnswer::Mailbox(mailbox), &mut *rng.borrow_mut())
            .unwrap();
        Response {
            status: answer.status,
            body,
        }
    })
}

/// A report that the lead has opened and answered twice.
async fn answered(school: &Fixture) -> String {
    let words = school.report("The first words.", &[]).await;
    let mut lead = school.adult(Role::Lead).await;
    let row = lead.only_row().await;
    lead.open(row.case).await;
    for text in ["One.", "Two."] {
        let ask = staff::Ask::Reply {
            case: row.case,
            text: text.into(),
            question: staff::Question::Nothing,
        };
        lead.on_case(ask).await;
    }
    words
}

async fn read(child: &mut Pupil<'_>, words: &str) -> client::reporter::message::Mailbox {
    child.come_back(words).await
}

// P64: the pupil recomputes openings from proofs; a missing, changed or swapped entry shows.
#[tokio::test]
async fn a_log_that_lies_is_noticed() {
    let school = fixture().await;
    let words = answered(&school).await;
    let mut child = school.pupil().await;
    assert!(read(&mut child, &words).await.log_holds);
    let lies: [fn(&mut MailboxView); 6] = [
        |view| drop(view.entries.remove(1)),
        |view| view.entries.swap(1, 2),
        |view| view.entries[1].entry.0[60] ^= 1,
        |view| view.entries[1].proof[0].0[0] ^= 1,
        |view| view.checkpoint = view.checkpoint.replacen("sotto.local", "other.local", 1),
        |view| view.entries.truncate(2),
    ];
    for lie in lies {
        child.network.lie(changing_mailbox(&school, lie).await);
        let mailbox = read(&mut child, &words).await;
        assert!(!mailbox.log_holds);
        // What opens is still shown: a broken log must not take a child's answer away.
        assert_eq!(mailbox.messages.len(), 3);
    }
}

// P26, protocol 3.4: a message that was changed, or stands where it does not belong, is not shown.
#[tokio::test]
async fn changed_messages_are_left_out() {
    let school = fixture().await;
    let words = answered(&school).await;
    let mut child = school.pupil().await;
    let lies: [fn(&mut MailboxView); 4] = [
        |view| view.messages[2].body.0[7] ^= 1,
        |view| view.messages[2].commitment.0[0] ^= 1,
        |view| view.messages[2].header.0[60] ^= 1,
        |view| {
            // The slot of one reply under the body of another.
            view.messages[2].slot = view.messages[1].slot.clone();
        },
    ];
    for lie in lies {
        child.network.lie(changing_mailbox(&school, lie).await);
        let mailbox = read(&mut child, &words).await;
        let texts: Vec<&str> = mailbox
            .messages
            .iter()
            .map(|one| one.text.as_str())
            .collect();
        assert_eq!(texts, ["The first words.", "One."]);
    }
    // A report that does not open with these words' own key is no mailbox at all.
    child
        .network
        .lie(changing_mailbox(&school, |view| view.messages[0].body.0[7] ^= 1).await);
    child.start().await;
    let answer = child
        .ask(Ask::Return {
            words: words.clone(),
        })
        .await;
    assert_eq!(pupil_failure(&answer), Some(&Failure::Broken));
}

// Protocol 3.5: an answer belongs to its request; an older one is not taken for it.
#[tokio::test]
async fn a_replayed_answer_does_not_open() {
    let school = fixture().await;
    let words = answered(&school).await;
    let mut child = school.pupil().await;
    let first = RefCell::new(None);
    child.network.lie(move |sent, answer| {
        if !sent.path.ends_with("/gateway") {
            return answer;
        }
        let body = first
            .borrow_mut()
            .get_or_insert_with(|| answer.body.clone())
            .clone();
        Response {
            status: answer.status,
            body,
        }
    });
    assert_eq!(read(&mut child, &words).await.status, Status::Working);
    let again = child
        .ask(Ask::Return {
            words: words.clone(),
        })
        .await;
    assert_eq!(pupil_failure(&again), Some(&Failure::Broken));
}
