//! The worker's half of the module: the worker in which a pupil's keys live: it hands frames to the session and answers back.
//!
//! `worker.js` calls `handle` with one frame at a time and waits for its promise. Ending the worker wipes the session.

use std::cell::RefCell;

use client::reporter::Session;
use client::reporter::message::{Answer, Ask, Failure};
use frontend_worker::{BrowserRng, Fetch, entropy, go_on, now, parse, post, post_fatal, stop};
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// Made with the first frame, so that the page, which is the same WASM in another memory, has none.
    static SESSION: RefCell<Option<Session<Fetch, BrowserRng>>> = RefCell::new(Some(Session::new(Fetch, entropy())));
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
    go_on();
    let mut stage = |stage| post(id, &Answer::Stage(stage));
    let answer = session.answer(ask, now(), &mut stage).await;
    SESSION.set(Some(session));
    post(id, &answer);
}

/// Stops what can still be stopped: a report that is not sent yet. `worker.js` calls it between two steps of `handle`.
#[wasm_bindgen]
pub fn cancel() {
    stop();
}
