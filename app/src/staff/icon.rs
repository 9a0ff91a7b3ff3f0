//! Line drawings beside words: 24 grid, one path each, colour of the text. Never without a word.

use leptos::prelude::*;

pub const EYES: &str = "M10.7 5 3.3 17.8A1.5 1.5 0 0 0 4.6 20h14.8a1.5 1.5 0 0 0 1.3-2.2L13.3 5a1.5 1.5 0 0 0-2.6 0ZM12 10v4M12 16.9v.01";
pub const INBOX: &str = "M4 13.5 6.5 5.5h11L20 13.5V18a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18ZM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20";
pub const PERSON: &str =
    "M8.3 8a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0M4.8 20c.6-4 3.5-6 7.2-6s6.6 2 7.2 6";
pub const TICK: &str = "m5 12.5 4.5 4.5L19 7.5";
pub const FIND: &str = "M5 11a6 6 0 1 0 12 0a6 6 0 1 0-12 0M20 20l-4.7-4.7";
pub const CHAIN: &str = "M6.5 9h1a3 3 0 0 1 0 6h-1a3 3 0 0 1 0-6ZM16.500 9h1a3 3 0 0 1 0 6h-1a3 3 0 0 1 0-6ZM8.500 12h7";
pub const KEY: &str =
    "M4 15.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M11 12.500l8-8M16 7.500l2.500 2.500M13.500 10l1.500 1.500";
pub const LOCK: &str = "M7 10.5h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.500a2 2 0 0 1 2-2ZM8 10.500V8a4 4 0 0 1 8 0v2.500";
pub const UNLOCK: &str = "M7 10.5h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.500a2 2 0 0 1 2-2ZM8 10.500V8a4 4 0 0 1 7.700-1.500";
pub const HIDE: &str = "M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-3 3.7M6.3 7.6A15 15 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.2-1";
pub const SEEN: &str = "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM9.2 12a2.800 2.800 0 1 0 5.600 0a2.800 2.800 0 1 0-5.600 0";
pub const TALK: &str =
    "M4 6.5A2 2 0 0 1 6 4.5h12a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-6.500L7 20v-4H6a2 2 0 0 1-2-2Z";
pub const SAND: &str = "M7 4h10M7 20h10M8 4v3.5L12 12l4-4.5V4M8 20v-3.500L12 12l4 4.500V20";
pub const SHIELD: &str =
    "M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.500 7-4.500 7-9V6ZM8.800 12l2.300 2.300 4.200-4.500";
pub const SEND: &str = "M4 12 20 4.5 15.5 20l-4-6.500ZM11.500 13.500l3.500-4";
pub const NOTE: &str = "M5 4h14v10.5L13.5 20H5ZM19 14.500h-5.500V20M8.500 8.500h7M8.500 12h4";
pub const FLAG: &str = "M6 20.5V4M6 5h11.500l-2.500 4 2.500 4H6";
pub const PAGE: &str = "M6 3.5h8.5L18.5 8v12.500H6ZM14.500 3.500V8h4M9 12.500h6M9 16h4";
pub const SAVE: &str = "M12 4v11M7 10.500l5 5 5-5M5 20h14";
pub const CLOCK: &str = "M3.5 12a8.500 8.500 0 1 0 17 0a8.500 8.500 0 1 0-17 0M12 7.500V12l3 2";
pub const OUT: &str = "M14 4.500H6.500a1.500 1.500 0 0 0-1.500 1.500v12a1.500 1.500 0 0 0 1.500 1.500H14M11 12h9.500M17 8.500l3.500 3.500-3.500 3.500";
pub const FOLDER: &str = "M4 6.500A1.500 1.500 0 0 1 5.500 5h4l2 2.500h7A1.500 1.500 0 0 1 20 9v8.500a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500Z";
pub const MORE: &str = "m9 6 6 6-6 6";

/// A drawing of ordinary size.
pub fn icon(path: &'static str) -> impl IntoView {
    drawing("i", path)
}

/// A small one, for buttons and chips.
pub fn small(path: &'static str) -> impl IntoView {
    drawing("i i-s", path)
}

/// A large one, for seals.
pub fn large(path: &'static str) -> impl IntoView {
    drawing("i i-l", path)
}

/// A small one that flips with the reading direction.
pub fn flip(path: &'static str) -> impl IntoView {
    drawing("i i-s i-flip", path)
}

fn drawing(class: &'static str, path: &'static str) -> impl IntoView {
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
