//! Entry point of the staff page. `boot.js` starts it and asks it to forget.

use std::cell::Cell;

use app::staff::Desk;
// The worker is the same module in a memory of its own: one download, no secret in the page.
use frontend_staff_worker as _;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
}

/// Starts the page. `fragment` is what stood after `#` in the address.
#[wasm_bindgen]
pub fn start(fragment: &str) {
    DESK.set(app::staff::mount(fragment));
}

/// Ends the worker and with it every key, and drops every decrypted word. The page is left or put away.
#[wasm_bindgen]
pub fn forget() {
    if let Some(desk) = DESK.take() {
        desk.forget_all();
    }
}
