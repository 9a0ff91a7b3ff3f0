//! Frames between page and worker, as `client::frame` writes them, in one `Uint8Array` each.

use client::frame::{Message, frame};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;
use zeroize::Zeroizing;

/// Reads a frame of the page. It may hold a password, so it is wiped here.
#[must_use]
pub fn parse<Ask: Message>(bytes: Vec<u8>) -> Option<(u32, Ask)> {
    client::frame::parse(&Zeroizing::new(bytes))
}

/// Sends an answer to the page that asked.
pub fn post(id: u32, answer: &impl Message) {
    send(&Uint8Array::from(frame(id, answer).as_slice()));
}

/// Says that this worker can no longer be used: a word instead of a frame. The page must not go on without saying so.
pub fn post_fatal(what: &str) {
    send(&JsValue::from_str(what));
}

fn send(message: &JsValue) {
    let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Fails only for values that cannot be cloned; bytes and text always can.
    drop(page.post_message(message));
}
