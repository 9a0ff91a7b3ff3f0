use core::cell::RefCell;
use std::collections::VecDeque;

use super::*;
use crate::transport::{Pause, Response, Unreachable};

/// A server that answers as it was told, and a person who notes how long they waited.
struct Script {
    answers: RefCell<VecDeque<Option<(u16, &'static str)>>>,
    sent: RefCell<Vec<Request>>,
    waits: RefCell<Vec<u32>>,
    clock: u64,
}

impl Script {
    fn of(clock: u64, answers: &[Option<(u16, &'static str)>]) -> Self {
        Self {
            answers: RefCell::new(answers.iter().copied().collect()),
            sent: RefCell::default(),
            waits: RefCell::default(),
            clock,
        }
    }

    fn waited(&self) -> Vec<u32> {
        let waits = self.waits.borrow();
        waits.iter().copied().filter(|wait| *wait > 0).collect()
    }
}

impl Transport for Script {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        self.sent.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().pop_front().flatten();
        let (status, body) = answer.ok_or(Unreachable)?;
        let body = body.as_bytes().to_vec();
        Ok(Response { status, body })
    }

    async fn pause(&self, milliseconds: u32) -> Pause {
        self.waits.borrow_mut().push(milliseconds);
        let stop = false;
        let clock = self.clock;
        Pause { stop, clock }
    }
}

const BUSY: Option<(u16, &str)> = Some((503, r#"{"type":"/problems/busy","retry_after":4}"#));
const LOST: Option<(u16, &str)> = None;

async fn invite(server: &Script, session: &str) -> Result<u8, CallError> {
    let once = Once(String::from("b25jZQ"));
    send_once(server, Some(session), "/api/v1/invites".into(), &1, once).await
}

fn now<F: Future>(future: F) -> F::Output {
    let mut future = core::pin::pin!(future);
    let mut context = core::task::Context::from_waker(core::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        core::task::Poll::Ready(output) => output,
        core::task::Poll::Pending => panic!("a script never waits"),
    }
}

// R25: the same request, with the same key, at most four times, with longer waits.
#[test]
fn a_lost_answer_is_asked_for_again_with_the_same_key() {
    let server = Script::of(7, &[LOST, LOST, LOST, Some((200, "5"))]);
    assert_eq!(now(invite(&server, "s")), Ok(5));
    let sent = server.sent.borrow();
    let all_same = sent
        .iter()
        .all(|one| one.once == sent[0].once && one.body == sent[0].body);
    assert!(sent.len() == 4 && sent[0].once.is_some() && all_same);
    let waits = server.waited();
    let floors = [250, 500, 1_000];
    let grows = |(wait, floor): (&u32, u32)| (floor..2 * floor).contains(wait);
    assert!(
        waits.len() == 3 && waits.iter().zip(floors).all(grows),
        "{waits:?}"
    );
    let gone = Script::of(7, &[LOST; 9]);
    assert_eq!(now(invite(&gone, "s")), Err(CallError::Unreachable));
    assert_eq!(gone.sent.borrow().len(), 4);
}

// R25: what the server does not do once by itself is not repeated without a key.
#[test]
fn an_act_without_a_key_is_sent_once() {
    let server = Script::of(7, &[LOST, Some((200, "5"))]);
    let post = send::<_, _, u8>(&server, Method::Post, None, "/api/v1/invites".into(), &1);
    assert_eq!(now(post), Err(CallError::Unreachable));
    assert_eq!(server.sent.borrow().len(), 1);
}

#[test]
fn a_busy_server_is_given_the_time_it_asks_for() {
    let server = Script::of(7, &[BUSY, Some((200, "5"))]);
    assert_eq!(now(invite(&server, "s")), Ok(5));
    let waits = server.waited();
    assert!(
        waits.len() == 1 && (4_000..8_000).contains(&waits[0]),
        "{waits:?}"
    );
    let long = Some((503, r#"{"type":"/problems/busy","retry_after":60}"#));
    let server = Script::of(7, &[long]);
    let refused = now(invite(&server, "s"));
    assert!(
        matches!(
            refused,
            Err(CallError::Refused {
                retry_after: Some(60),
                ..
            })
        ),
        "a minute is for the person to wait"
    );
}

#[test]
fn those_cut_off_together_do_not_come_back_together() {
    let wait = |session: &str, clock| {
        let server = Script::of(clock, &[LOST, Some((200, "5"))]);
        now(invite(&server, session)).unwrap();
        server.waited()[0]
    };
    let waits: std::collections::BTreeSet<u32> = (0..100)
        .map(|person| wait(&format!("token {person}"), 7))
        .collect();
    assert!(waits.len() > 60, "{} different waits of 100", waits.len());
    assert_ne!(wait("s", 7), wait("s", 8));
}

#[test]
fn what_was_taken_away_may_be_gone_already() {
    let cancel = |answers: &[Option<(u16, &'static str)>]| {
        let server = Script::of(7, answers);
        let path = "/api/v1/invites/1".into();
        now(tell::<_, ()>(
            &server,
            Method::Delete,
            Some("s"),
            path,
            None,
        ))
    };
    let gone = Some((404, "{}"));
    assert_eq!(cancel(&[LOST, gone]), Ok(()));
    assert!(cancel(&[gone]).is_err(), "never there");
}

// R25, R39: a moment's failure of the database does not end a frightened pupil's first look at the page.
#[test]
fn a_pupils_page_asks_again_when_the_server_cannot_answer_for_a_moment() {
    let server = Script::of(7, &[BUSY, BUSY, Some((200, ""))]);
    let read = bytes(
        &server,
        Method::Get,
        "/api/v1/schools/a/packed".into(),
        vec![],
    );
    assert_eq!(now(read), Ok(vec![]));
    let waits = server.waited();
    let short = |wait: &u32| (1_000..2_000).contains(wait);
    assert!(waits.len() == 2 && waits.iter().all(short), "{waits:?}");
    // What is sealed has tries and puzzles of its own.
    let server = Script::of(7, &[BUSY, Some((200, ""))]);
    let sealed = send_bytes(&server, "/api/v1/schools/a/gateway".into(), vec![1]);
    assert!(now(sealed).is_err());
    assert_eq!(server.sent.borrow().len(), 1);
}
