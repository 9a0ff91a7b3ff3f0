//! The places of the static page that script fills in, shows or hides.

use crate::text::say;
use crate::view::{find, query};

/// Gives the tab its title, in the page's language.
pub fn set_title(title: &str) {
    if let Some(element) = query("title") {
        element.set_text(&say(title));
    }
}

/// Writes a text into the element with this id.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = find(id) {
        element.set_text(text);
    }
}

/// Shows or hides the element with this id.
pub fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = find(id) {
        element.set_hidden(hidden);
    }
}

/// Without script the hub shows when its link was followed; with script, when it is due.
pub fn take_over_help() {
    if let Some(help) = find("help") {
        help.set_attribute("class", "stack-l");
    }
}

/// Shows the numbers of one region and hides all others; an unknown region is shown the international ones.
pub fn show_region(region: &str) {
    let plain = region
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let of = |region: &str, rest: &str| ["[data-region='", region, "']", rest].concat();
    let known = plain && query(&of(region, "")).is_some();
    let region = if known { region } else { "int" };
    while let Some(element) = query("[data-region]:not([hidden])") {
        element.set_hidden(true);
    }
    let hidden = of(region, "[hidden]");
    while let Some(element) = query(&hidden) {
        element.set_hidden(false);
    }
}
