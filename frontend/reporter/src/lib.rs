//! Entry point of the pupil's page. `boot.js` starts it and asks it to forget.

use std::cell::Cell;

use app::reporter::mount::mount;
use app::reporter::page::Page;
// The worker is the same module in a memory of its own: one download, no secret in the page.
use frontend_reporter_worker as _;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
}

/// Starts the journey. `fragment` is what stood after `#` in the address.
#[wasm_bindgen]
pub fn start(fragment: &str) {
    PAGE.set(mount(fragment));
}

/// Wipes everything said, ends the worker and with it every key. The page is left or put away.
#[wasm_bindgen]
pub fn forget() {
    if let Some(page) = PAGE.take() {
        page.forget();
    }
}
