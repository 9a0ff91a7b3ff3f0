//! The worker's half of the module: the worker in which an adult's keys live: it hands frames to the session and answers back.
//!
//! `worker.js` calls `handle` with one frame at a time and waits for its promise. Ending the worker wipes the session.

mod apart;

use std::cell::RefCell;

use client::staff::Session;
use client::staff::message::{Answer, Ask, Failure};
use frontend_worker::{BrowserRng, entropy, now, parse, post, post_fatal};
use wasm_bindgen::prelude::wasm_bindgen;

use self::apart::Apart;

thread_local! {
    /// Made with the first frame, so that the page, which is the same WASM in another memory, has none.
    static SESSION: RefCell<Option<Session<Apart, BrowserRng>>> = RefCell::new(Some(Session::new(Apart::default(), entropy())));
}

/// Answers one frame of the page: any number of stages, then the answer itself.
#[wasm_bindgen]
pub async fn handle(bytes: Vec<u8>) {
    let Some((id, ask)) = parse::<Ask>(bytes) else {
        return post_fatal("frame");
    };
    // The session is out while it works, so a second frame sent too early is refused instead of mixed in.
    let Some(mut session) = SESSION.take() else {
        return post(id, &Answer::Failed(Failure::Broken));
    };
    let mut stage = |stage| post(id, &Answer::Stage(stage));
    let answer = session.answer(ask, now(), &mut stage).await;
    SESSION.set(Some(session));
    post(id, &answer);
}
