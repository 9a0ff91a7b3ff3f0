//! What comes after a pupil's first visit is there: functions of bytes to bytes, which the page calls by name. Every visit
//! fetches them at the same moment, whatever is done on it (F12); a page without them goes on without.

use std::alloc::System;

use wasm_bindgen::prelude::wasm_bindgen;
use zeroizing_alloc::ZeroAlloc;

/// A pupil's words come here to be looked at: every copy of them is overwritten when it is given back.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

/// What the coach finds in a text, packed (`coach::Found::pack`).
#[wasm_bindgen(js_name = coachLook)]
#[must_use]
pub fn coach_look(text: &str, english: bool) -> Vec<u8> {
    coach::look(text, english).pack()
}
