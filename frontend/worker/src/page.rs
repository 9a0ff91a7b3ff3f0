//! Frames between page and worker: JSON text in, JSON text out. `{"id":…,"ask":…}` and `{"id":…,"answer":…}`.

use client::frame::{AnswerFrame, AskFrame};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;
use zeroize::Zeroizing;

/// Reads a frame of the page. The text may hold a password, so it is wiped here.
#[must_use]
pub fn parse<Ask: DeserializeOwned>(text: String) -> Option<AskFrame<Ask>> {
    let text = Zeroizing::new(text);
    protocol::json::from_str(&text).ok()
}

/// Sends an answer to the page that asked.
pub fn post<Answer: Serialize>(id: u32, answer: &Answer) {
    match serde_json::to_string(&AnswerFrame { id, answer }) {
        Ok(text) => send(&Zeroizing::new(text)),
        Err(_) => post_fatal("answer"),
    }
}

/// Says that this worker can no longer be used. The page must not go on without saying so.
pub fn post_fatal(what: &str) {
    send(&["{\"fatal\":\"", what, "\"}"].concat());
}

fn send(text: &str) {
    let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Fails only for values that cannot be cloned; text always can.
    drop(page.post_message(&JsValue::from_str(text)));
}
