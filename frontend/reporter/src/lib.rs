//! Entry point of the pupil's page. `boot.js` starts it, tells it which link was pressed and asks it to forget.

use std::cell::Cell;

use app::reporter::mount::{door, mount};
use app::reporter::page::Page;
// The worker is the same module in a memory of its own: one download, no secret in the page.
use frontend_reporter_worker as _;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Worker;

thread_local! {
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
}

/// Starts the journey. `path` is the address, `fragment` what stood after `#` in it, `worker` the worker's script, `first`
/// the one that runs already.
#[wasm_bindgen]
pub fn start(path: &str, worker: String, first: Option<Worker>, fragment: &str) {
    PAGE.set(mount(path, worker, first, fragment));
}

/// Shows the screen behind a link of the static page.
#[wasm_bindgen]
pub fn go(name: &str) {
    if let (Some(page), Some(screen)) = (PAGE.get(), door(name)) {
        page.go(screen);
    }
}

/// Says everything in another language. Nobody is asked, and nothing that was typed or chosen changes.
#[wasm_bindgen]
pub fn speak(tag: String) {
    app::text::speak(tag);
    if let Some(page) = PAGE.get() {
        page.say_again();
    }
}

/// Wipes everything said, ends the worker and with it every key. The page is left or put away.
#[wasm_bindgen]
pub fn forget() {
    if let Some(page) = PAGE.take() {
        page.forget();
    }
}
