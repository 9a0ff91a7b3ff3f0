//! Saving text as a file on this device, and copying it. Nothing leaves the device.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Offers JSON as a file to save. Does nothing when the browser refuses.
pub fn json(name: &str, json: &str) {
    file(name, json, "application/json");
}

/// Offers plain text as a file to save. Does nothing when the browser refuses.
pub fn text(name: &str, text: &str) {
    file(name, text, "text/plain");
}

fn file(name: &str, text: &str, media_type: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else {
        return;
    };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        // Setting attributes of a fresh link cannot fail.
        let _ = link.set_attribute("href", &url);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}

/// Puts text on the clipboard; the words on screen can be selected by hand where the browser refuses.
pub fn copy(text: &str) {
    drop(window().navigator().clipboard().write_text(text));
}
